"""How many times as much is said in the midst of a clause: “the city used half as much salt”."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._claimed import Spot
from deckgen.checks._compared import ratios_of, times_bounds, without_actors
from deckgen.checks._multiples import comparing, measure_of, times_within
from deckgen.checks._naming import Sentence, one_word
from deckgen.checks._phrases import Claim, Phrase, bare, either, texts_of, words
from deckgen.checks._ranked import Unlike
from deckgen.checks._speaking import Subjects, years
from deckgen.model.figures import UnitKind
from deckgen.model.wording import DEGREES
from deckgen.resolve.claims import Claims
from deckgen.source.words import claim_words, phrases


def multiplied_within(
    clause: Sentence, sentence: Sentence, subjects: Subjects, claims: Claims, shown: tuple[str, ...]
) -> Iterator[Unlike]:
    """Yield “half as much” of what a label counts, where the clause says all of the label, and there is not."""
    language, text = subjects.language, bare(clause.text)
    found = _within(language).search(text)
    if not found or not words(text[: found.start()]) or years(text):
        return
    if measure_of(found["times"], "", language) not in ("", "much"):
        return
    if not comparing(language).isdisjoint(texts_of(text[found.end() :])):
        return
    of = subjects.labelled(clause, shown)
    # Half of a share is no share that is half as large.
    if not of or not of.before or of.of or (of.latest and of.latest.unit.kind is UnitKind.PERCENT):
        return
    if not any(one_word(found["noun"].casefold(), word) for word in texts_of(of.name)):
        return
    begin = clause.start - sentence.start
    start, end = (begin + at for at in (found.start("said"), found.end("noun")))
    phrase = Phrase(Claim.CHANGE, sentence.text[start:end], start, end)
    rest = Sentence(without_actors(clause.text, found.start(), "much", subjects), clause.start)
    spot = Spot(language, claims.words.lists, subjects, sentence, rest, phrase)
    bounds = times_bounds(found, claims)
    if spot.surely(of) and bounds and not any(one.hold(ratio) for one in bounds for ratio in ratios_of(of)):
        figures = f"{of.before.text} and then {of.latest.text}" if of.latest else ""
        yield Unlike(phrase, f"“{phrase.text}” is said of “{of.id}”, which is {figures}")


@cache
def _within(language: str) -> re.Pattern[str]:
    lists = phrases(language)[1]
    degrees = either(phrase for name in DEGREES for phrase in lists[name])
    of = either(claim_words(language)["plain"]["of"]) or "(?!)"
    said = rf"(?P<said>(?:(?P<degree>{degrees})\s+)?(?P<times>{either(times_within(language))}))"
    return re.compile(rf"(?<!\w)(?i:{said})(?!\w)\s*(?:(?i:{of})(?:\s+|(?<=[’'])))?(?P<noun>[^\W\d_]{{3,}})")
