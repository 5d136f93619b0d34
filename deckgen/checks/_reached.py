"""To what part of an earlier figure one fell: “complaints fell to half of what they were”, in braces or plain."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations

from deckgen.checks._claimed import Spot
from deckgen.checks._gone_on import braced
from deckgen.checks._holding import share_bounds
from deckgen.checks._naming import Sentence
from deckgen.checks._phrases import Claim, Phrase, bare, either
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.bounds import Measure
from deckgen.model.figures import Indicator
from deckgen.model.wording import DEGREES
from deckgen.resolve.bearing import Claimed
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words, phrases


def may_reach(text: str, language: str) -> bool:
    """Return whether a text may say to what part something fell: this is asked of many."""
    return bool(_share(language).search(text))


def reached(
    sentence: Sentence, parts: tuple[Sentence, ...], subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield to what part something is said to have fallen that did not, in a sentence that has ``parts``."""
    language = subjects.language
    for one in braced(sentence, subjects):
        for found in _found(bare(one.text), language):
            start, end = found.span("said")
            if one.goes_on(start, end) and one.surely(*found.span(), subjects, claims):
                yield from _unlike(found, one.of, one.written(start, end), claims)
    for part in parts:
        begin = part.start - sentence.start
        for found in _found(bare(part.text), language):
            start, end = (begin + at for at in found.span("said"))
            # That it was “of that of 2019” says no more of another year.
            rest, clause = (_without(one, part.start, found) for one in (sentence, part))
            phrase = Phrase(Claim.CHANGE, rest.text[start:end], start, end)
            spot = Spot(language, claims.words.lists, subjects, rest, clause, phrase)
            for of in spot.claimed(shown, alone=True, only=True):
                yield from _unlike(found, of.indicator, (start, end), claims)


def _found(text: str, language: str) -> Iterator[re.Match[str]]:
    return (found for pattern in _fell_to(language) if (found := pattern.search(text)))


def _without(sentence: Sentence, begin: int, found: re.Match[str]) -> Sentence:
    """Return a sentence with spaces for that of which something is a part, found in what begins at a place."""
    start, end = (max(0, begin - sentence.start + at) for at in found.span("former"))
    text = sentence.text
    named = found["former"] is not None
    return Sentence(text[:start] + " " * (end - start) + text[end:] if named else text, sentence.start)


def _unlike(found: re.Match[str], of: Indicator, place: tuple[int, int], claims: Claims) -> Iterator[Unlike]:
    """Yield what was found, at its place, if the last figure of an indicator is no such part of an earlier."""
    bounds = share_bounds(" ".join(found["share"].split()), claims)
    said = " ".join(found["said"].split())
    numbers = tuple(_parts(of, years(found["former"] or "")))
    if found["former"] is None and of.latest:
        # “Fell to a third” may also be a third of all.
        share = Claimed(of, "").measured(Measure.SHARE)
        numbers = (*numbers, *(() if share is None else (share,)))
    if (
        of.before
        and of.before.value > 0
        and of.latest
        and bounds
        and numbers
        and not any(one.hold(part) for one in bounds for part in numbers)
    ):
        ratio = Fraction(of.latest.value) / Fraction(of.before.value)
        figures = f"{of.before.text} and then {of.latest.text}"
        hint = f"say what the figures say: ×{float(ratio):.2g}"
        yield Unlike(Phrase(Claim.CHANGE, said, *place), f"“{said}” is said of “{of.id}”, which is {figures}", hint)


def _parts(of: Indicator, said: frozenset[str]) -> Iterator[Fraction]:
    """Yield what parts later figures are of earlier ones, of those of the years ``said`` if there are any."""
    for earlier, later in combinations(of.figures, 2):
        if earlier.value > 0 and earlier.unit == later.unit and (not said or said & years(earlier.period)):
            yield Fraction(later.value) / Fraction(earlier.value)


@cache
def _share(language: str) -> re.Pattern[str]:
    plain = claim_words(language)["plain"]
    shares = (word for listed in claim_words(language)["shares"].values() for word in listed)
    lists = phrases(language)[1]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    share = rf"(?P<share>(?:(?:{degrees})\s+)?(?:{either(shares)}))(?!\w)"
    return re.compile(rf"(?<!\w)(?i:(?:{either(plain['reached'])})\s+{share})")


@cache
def _fell_to(language: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns of a fall to a part, and of what: with the verb before, behind, or on both sides of it."""
    said, lists = claim_words(language), phrases(language)[1]
    verbs = [verb for verb in (*lists["said-fallen"], *said["kinds"]["fell"]) if "…" not in verb]
    split = [verb.split(" … ") for verb in lists["said-fallen"] if "…" in verb]
    former = either(said["plain"]["former"]).replace(r"\{n\}", r"(?:19|20)\d\d")
    to, of = _share(language).pattern, rf"(?:\s+(?P<former>(?i:{former})))?"
    end = r"(?=\s*(?:$|[.,;:!?)]|\s[–—-]\s))"
    fell = rf"(?i:{either(verbs)})"
    both = [
        (rf"(?i:{either(first)})", rf"(?i:{either(last)})")
        for first, last in ([tuple(zip(*split, strict=True))] if split else [])
    ]
    return tuple(
        re.compile(pattern + end)
        for pattern in (
            rf"(?P<said>(?<!\w){fell}\s+{to}){of}",
            rf"(?P<said>{to}{of}\s+{fell})(?!\w)",
            *(rf"(?P<said>(?<!\w){first}\s+{to}{of}\s+{last})(?!\w)" for first, last in both),
        )
    )
