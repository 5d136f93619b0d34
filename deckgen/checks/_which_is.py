"""Of which figure a share is said that a sentence adds to it: “{own} have a kitchen, which is a third”, or “of all”."""

import re
from functools import cache

from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._phrases import Claim, Phrase, Phrases, bare, either, grammar, small_words, words
from deckgen.checks._speaking import Subjects
from deckgen.resolve.bearing import Claimed
from deckgen.source.words import claim_words

_FIELDS = ("", "value", "after", "before", "share")
_ASIDE = re.compile(r"[,(–—]\s+\**$")
_STOP = re.compile(r"[,.;:()–—!]")


def share_added(sentence: Sentence, phrase: Phrase, subjects: Subjects) -> Claimed | None:
    """Return the one figure referred to before “which is” and a share; None where another number stands there too."""
    if phrase.claim is Claim.CHANGE:
        return None
    begin = sentence.text[: phrase.start]
    link = _link(subjects.language).search(begin) or (_of_all(sentence, phrase, subjects) and _ASIDE.search(begin))
    if not link:
        return None
    before = Sentence(sentence.text[: link.start()], sentence.start)
    names = subjects.names
    found = {(name, field) for name, field in before.references if name not in names.totals and field != "of"}
    if len(found) != 1:
        return None
    ((name, field),) = found
    of = names.indicators.get(name)
    if not of or field not in _FIELDS or _counts(before.text, of.latest.period if of.latest else "", subjects.language):
        return None
    whole = subjects.whole_of(of, small_words(subjects.language)) | subjects.counted_by(of)
    return Claimed(of, field) if _ends(sentence.text[phrase.end :], whole, subjects.language) else None


def _of_all(sentence: Sentence, phrase: Phrase, subjects: Subjects) -> bool:
    """Return whether a share is said to be one of all: “more than half of all”."""
    stop = _STOP.search(sentence.text, phrase.end)
    behind = words(sentence.text[phrase.end : stop.start() if stop else None])
    return any(Phrases(claim_words(subjects.language)["kinds"]["all"]).end(behind, at) for at in range(len(behind)))


def _counts(text: str, period: str, language: str) -> bool:
    """Return whether a text has a number of its own, which may be what is a third: “five of them for nurses”."""
    numbers = grammar(language).numbers
    said = [word.text for word in words(bare(text))]
    return any(numbers.get(word, 0) > 1 or (word[0].isdecimal() and word not in period) for word in said)


def _ends(behind: str, whole: frozenset[str], language: str) -> bool:
    """Return whether a share ends what is said, but for what it is one of: half of the target is half of another."""
    stop = _STOP.search(behind)
    small = small_words(language) | {word.replace("’", "'") for word in claim_words(language)["plain"]["of"]}
    rest = [word.text for word in words(behind[: stop.start() if stop else len(behind)])]
    return all(word in small or any(counts_as(word, known, language) for known in whole) for word in rest)


@cache
def _link(language: str) -> re.Pattern[str]:
    plain = claim_words(language)["plain"]
    is_, only = either(plain["which-is"]), either(plain["only"])
    return re.compile(rf"[,;(–—]\s+(?:(?i:{is_})),?\s+(?:[–—]\s+)?(?:(?i:{only})\s+)?\**$|\((?i:{is_})\s+$")
