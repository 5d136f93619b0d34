"""Of which figure a share is said by what it is one of: “half of the hearings” is none of courts that hold hearings."""

from deckgen.checks._around import LONG, Around, is_said, without_asides
from deckgen.checks._naming import Sentence, counts_as
from deckgen.checks._phrases import bare, small_words, words
from deckgen.checks._speaking import Subjects
from deckgen.model.figures import Indicator


def counted_in(subjects: Subjects, clause: Sentence, start: int, end: int, noun: str) -> Indicator | None:
    """Return the only indicator that has all words of a clause, and whose total counts what stands behind a share.

    All that is bold in its label must be said, or all that it says of what is counted. ``noun`` is what the share says
    itself that it is one of.
    """
    small = small_words(subjects.language)
    found = Around(without_asides(bare(clause.text), subjects.language), start, end, frozenset(), small)
    said = [word.text for word in found.words if found.is_long(word)]
    nouns = nouns_of(noun) or [word.text for word in found.behind[:1]]
    if not said or not nouns:
        return None
    known = [name for name in subjects.every if subjects.has_all(name, (*said, *nouns))]
    known = [name for name in known if all(_counts(subjects.names.indicators[name], one, subjects) for one in nouns)]
    if len(known) != 1:
        return None
    of = subjects.names.indicators[known[0]]
    label = [word.text for word in words(of.name) if found.is_long(word) and not _counts(of, word.text, subjects)]
    label = [word for word in label if subjects.is_bold(word, of)] or label
    return of if label and all(is_said(word, said) for word in label) else None


def nouns_of(noun: str) -> list[str]:
    """Return the words of a noun, in small letters; short ones only where it has no other: “bureaux de vote”."""
    said = [word.text for word in words(noun.casefold())]
    return [word for word in said if len(word) >= LONG] or said


def _counts(of: Indicator, noun: str, subjects: Subjects) -> bool:
    """Return whether a noun is what the total of an indicator counts."""
    return any(counts_as(noun, word, subjects.language) for word in subjects.counted_by(of))
