"""A typed count that is how many of a total something is said of: “61 villages are served”, out of villages."""

from collections.abc import Iterator

from deckgen.checks._around import Around
from deckgen.checks._naming import one_word
from deckgen.checks._phrases import Word, bare, plain_words, small_words
from deckgen.checks._sight import SMALL, Sight
from deckgen.checks._speaking import Subjects, years
from deckgen.checks._verdict import Verdict
from deckgen.model.figures import Indicator, UnitKind
from deckgen.source.words import claim_words, phrases

_LEAST = 2
"""One of them is an example."""
_HOPED = "supposed", "more", "fewer"
"""The lists of words with which a number is of others, or of what is to be."""


def of_part(at: Sight) -> Verdict | None:
    """Return that the number is the figure of an indicator of which a sentence says what it counts, and a word."""
    value = at.number.quantity.value
    if value < _LEAST or not at.measured or at.wanted:
        return None
    around = _around(at)
    subjects = Subjects.of_deck(at.figures.checked)
    behind = [word.text for word in around.words if word.start >= around.end]
    found = [of for of in parts(at) if subjects.counts(of, behind, around.text) and denies_alike(at, of, around)]
    return at.typed(of.id for of in found if value > SMALL or _is_certain(at, of, around))


def says_count(at: Sight, of: Indicator) -> bool:
    """Return whether a number stands before what the total of an indicator counts, with all that its label has bold."""
    around, subjects = _around(at), Subjects.of_deck(at.figures.checked)
    behind = [word.text for word in around.words if word.start >= around.end]
    said = subjects.counts(of, behind, around.text) and subjects.says_all_bold(of, at.sentence)
    hoped = any(around.has(plain_words(_language(at))[name]) for name in (*_HOPED, "elsewhen", "than"))
    return said and not hoped and denies_alike(at, of, around) and not years(at.sentence.text)


def is_open(at: Sight, of: Indicator) -> bool:
    """Return whether a small number may be met by chance: said of what has not what the label says, or only hoped."""
    if at.number.quantity.value > SMALL or not of.of:
        return False
    plain, known = plain_words(_language(at)), Subjects.of_deck(at.figures.checked).words_of(of)
    around = _around(at, known)
    return not denies_alike(at, of, _around(at)) or any(around.has(plain[name]) for name in _HOPED)


def _around(at: Sight, known: frozenset[str] = frozenset()) -> Around:
    """Return what stands around a number in its sentence."""
    start = at.number.start
    return Around(bare(at.sentence.text), start, start + len(at.number.text), known, frozenset())


def parts(at: Sight) -> Iterator[Indicator]:
    """Yield the indicators that are the number out of a total."""
    found = at.of(known.partition(".")[0] for known in at.showing_anywhere())
    return (of for of in found if of.of and not of.before and of.latest and of.latest.unit.kind is UnitKind.COUNT)


def denies_alike(at: Sight, of: Indicator, around: Around) -> bool:
    """Return whether a sentence has a “no” where the label has one: those that have a siren are not those without."""
    negative = plain_words(_language(at))["negative"]
    return around.has(negative) == Around(of.name, 0, 0, frozenset(), frozenset()).has(negative)


def _is_certain(at: Sight, of: Indicator, around: Around) -> bool:
    """Return whether a small number cannot be met by chance: nothing else is said between it and what the label says.

    It counts the very word behind it, is of no other time, and nobody only hopes for it.
    """
    language, subjects = _language(at), Subjects.of_deck(at.figures.checked)
    plain = plain_words(language)
    hoped = _around(at, subjects.words_of(of))
    if of in at.referred or any(hoped.has(plain[name]) for name in (*_HOPED, "elsewhen")):
        return False
    if years(at.sentence.text) - years(of.latest.period if of.latest else ""):
        return False
    linking = (*small_words(language), *claim_words(language)["plain"]["to-figure"])
    seen = Around(around.text, around.start, around.end, subjects.words_of(of), _linking(language, linking))
    whole = subjects.counted_by(of)
    said = [word for word in seen.words if seen.is_long(word)]
    behind = [word for word in seen.words if word.start >= seen.end]
    if not behind or not _is_one(behind[0], whole) or seen.limits(plain["places"]):
        return False
    own = [word for word in said if seen.knows(word) and not _is_one(word, whole)]
    bold = [word for word in own if subjects.is_bold(word.text, of)]
    return (bool(bold) or len(own) > 1) and any(_is_beside(word, seen, whole) for word in bold or own)


def _is_beside(word: Word, seen: Around, whole: frozenset[str]) -> bool:
    """Return whether between a word and the number stands nothing else that means something."""
    first, last = min(word.start, seen.start), max(word.start, seen.end)
    between = [other for other in seen.strange if first <= other.start < last]
    return all(_is_one(other, whole) for other in between)


def _is_one(word: Word, listed: frozenset[str]) -> bool:
    return any(one_word(word.text, other) for other in listed)


def _linking(language: str, listed: tuple[str, ...]) -> frozenset[str]:
    """Return the words that mean nothing by themselves between what is counted and what it has."""
    verbs = phrases(language)[1]["after-colour"]
    return frozenset(word.casefold() for word in (*listed, *verbs))


def _language(at: Sight) -> str:
    return at.figures.checked.deck.facts.words.lang
