"""Figures of a slide that a text of it says come to a whole: “together they are all adults”."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._number_words import number_words
from deckgen.checks._phrases import bare, either, longest_words, plain_words, texts_of, words_in
from deckgen.checks._sight import says
from deckgen.checks._speaking import years
from deckgen.checks._verdict import place
from deckgen.diagnostics import Span
from deckgen.model.deck import Told
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.words import Words

_HUNDRED = Decimal(100)
_LEAST = 3
"""Two parts are told of by what each of them is."""
_FARTHEST = Decimal("0.3")
"""Parts that come to so much more or less of their whole are not what is meant: answers of which one may give two."""
_GAP = r",?(?:[^\S\n]+(?:[—–]\s+)?[\w{}.’'*-]+){0,4}?[^\S\n]+(?:[—–]\s+)?"


def off_said_whole(shown: Sequence[Indicator], texts: Iterable[Told], words: Words) -> tuple[str, Span] | None:
    """Return that figures do not come to the whole that a text says they come to, and the sentence."""
    figures = [of.latest for of in shown if of.latest]
    if len(figures) != len(shown) or len(shown) < _LEAST:
        return None
    whole = _whole_of(shown, figures)
    come_to = sum((figure.value for figure in figures), Decimal(0))
    if whole is None or not _slack(figures) < abs(come_to - whole) <= whole * _FARTHEST:
        return None
    found = next(((told, *one) for told in texts for one in _said(told, shown, words)), None)
    if not found:
        return None
    told, said, sentence = found
    listed = ", ".join(f"{of.id} {figure.text}" for of, figure in zip(shown, figures, strict=True))
    total = shown[0].of
    kind = "parts" if total else "shares"
    of_them = f" of {total.text}" if total else ""
    amount = words.figure(come_to, figures[0].unit)
    plain = said.replace("*", "")
    message = f"the {kind} come to {amount}, and “{plain}” says that they are the whole{of_them}: {listed}"
    return message, place(told, sentence.text, sentence.start)


def _whole_of(shown: Sequence[Indicator], figures: Sequence[Figure]) -> Decimal | None:
    """Return what parts are out of: a hundred, or one total; None where they are parts of no one whole."""
    totals = {of.of.value if of.of else None for of in shown}
    kinds = {figure.unit.kind for figure in figures}
    if len(totals) != 1 or len({figure.period for figure in figures}) > 1:
        return None
    if kinds == {UnitKind.PERCENT} and totals == {None}:
        return _HUNDRED
    return totals.pop() if kinds == {UnitKind.COUNT} else None


def _slack(figures: Sequence[Figure]) -> Decimal:
    """Return how far shares may be from the whole that are rounded; counts are not."""
    if figures[0].unit.kind is UnitKind.COUNT:
        return Decimal(0)
    return Decimal(max(1, len(figures) // _LEAST))


def _said(told: Told, shown: Sequence[Indicator], words: Words) -> Iterable[tuple[str, Sentence]]:
    """Yield the words with which a text says that figures come to a whole, and the sentence of these."""
    listed = words.lists["come-to-whole"]
    # A pattern of all of them is long, and few texts have a word of one.
    if longest_words(listed).isdisjoint(words_in(told.text)):
        return
    pattern = _pattern(listed)
    for sentence in sentences(told):
        found = pattern.search(sentence.text)
        if found and _is_of_all(sentence, shown, words):
            yield found[0], sentence


def _is_of_all(sentence: Sentence, shown: Sequence[Indicator], words: Words) -> bool:
    """Return whether a sentence says so of the figures that are shown, all of them, and of nothing beside them."""
    text, plain = sentence.text, plain_words(words.lang)
    if years(text) or text.rstrip().endswith("?") or says(text, words.lists["beside-these"]):
        return False
    # “Yes, no and not answered together are all”: what they are called denies nothing.
    without = re.sub(rf"(?<!\w)(?i:{either(of.name for of in shown)})(?!\w)", " ", bare(text))
    if says(without, (*words.lists["left-open"], *words.lists["not-measured"])):
        return False
    around = Around(without, 0, 0, frozenset(), frozenset())
    if any(around.has(plain[name]) for name in ("negative", "supposed", "elsewhen")):
        return False
    names = {name for name, _ in sentence.references} & {of.id for of in shown}
    counted = {number_words(words.lang).get(word, 0) for word in texts_of(text)} - {0, 1}
    # “The first two together …” are not all that is shown.
    return len(names) in (0, len(shown)) and counted <= {len(shown)}


@cache
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    parts = ("(?:" + _GAP.join(either([part.strip()]) for part in phrase.split("…")) + ")" for phrase in listed)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
