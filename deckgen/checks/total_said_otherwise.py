"""A number of things in a text that is not the total of the column which counts them."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from deckgen.checks._aims import later, under_aims
from deckgen.checks._around import LONG, Around, is_said
from deckgen.checks._naming import Sentence, one_word, sentences
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._numbers import either, value_of
from deckgen.checks._phrases import bare, plain_words, small_words, texts_of
from deckgen.checks._sight import says
from deckgen.checks._speaking import years
from deckgen.checks._totals import SummedColumn, figure_in, summed_columns
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.figures import UnitKind
from deckgen.source.words import claim_words

_SAID = re.compile(r"(?:columns\.\d+\.)?(?:title|lead|callout|text(?:\.\d+)?|bullets\..*)|subtitle|notes.*")
_NEAR, _LEAST_NEAR = Decimal("0.3"), Decimal(2)
"""How far a number may be from the total that it was once, as a share, or by itself."""
_END = re.compile(r"[*_]*\s*(?:[.,;:!)–—]|$)")
_CLOSED = "negative", "supposed", "more", "fewer", "elsewhen", "yet-to", "each-of", "ordinal", "spans", "those"
"""The lists of words with which a number is of some of the things, of each of others, or of another time."""


class TotalSaidOtherwise(Check):
    """A number of things in a text that is not the total of the column which counts them.

    What it finds
        “Five vans on twelve routes”, in digits or in words, where the column “Routes” of a table has 14 in its row of
        totals, and neither a cell nor an indicator is the number that is said, but the total nearly is. Where the
        sentence speaks of something that the table does not know, it is told as advice.

    Why it matters
        The table was brought up to date, and the sentence was not; or the other way round.

    Example:
        Five vans on twelve routes, over a table whose routes come to 14

    Instead
        Correct the number that is wrong.

    """

    code = "R386"
    name = "total-said-otherwise"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each number of things of which a table counts more, or fewer."""
        columns = _by_noun(checked)
        if not columns:
            return
        language, lists = checked.deck.facts.words.lang, checked.deck.facts.words.lists
        known = frozenset[str]()
        for slide, told in checked.told:
            if not _SAID.fullmatch(told.key) or not _is_noun_in(told.text, columns):
                continue
            if under_aims(slide, told, lists) or later(slide, told, checked.deck):
                continue
            known = known or _known_words(checked)
            for sentence in sentences(told):
                for found in _pattern(language).finditer(bare(sentence.text)):
                    column = _contradicted(checked, columns, sentence, found)
                    if column:
                        yield self._told(told, sentence, found, column, sure=_is_sure(sentence, found, known, language))

    def _told(
        self, told: Told, sentence: Sentence, found: re.Match[str], column: SummedColumn, *, sure: bool
    ) -> Diagnostic:
        said, cell = sentence.text[found.start() : found.end()], column.cells[-1]
        total = cell.plain.strip(" *") if cell else ""
        message = f"“{said}” is said here, and the column “{column.heading}” comes to {total}"
        one = self.found(message, place(told, said, sentence.start + found.start()), "correct the one that is wrong")
        return one if sure else dataclasses.replace(one, severity=Severity.ADVICE)


def _by_noun(checked: Checked) -> Mapping[str, list[SummedColumn]]:
    """Return the columns that have a total, by the one word of their headings, those of counts alone."""
    found: dict[str, list[SummedColumn]] = {}
    for column in summed_columns(checked):
        long = [word for word in texts_of(bare(column.heading)) if len(word) >= LONG]
        if len(long) == 1 and not re.search(r"\d", column.heading):
            found.setdefault(long[0], []).append(column)
    return found


def _is_noun_in(text: str, columns: Mapping[str, list[SummedColumn]]) -> bool:
    return any(is_said(word, texts_of(bare(text))) for word in columns)


def _contradicted(
    checked: Checked, columns: Mapping[str, list[SummedColumn]], sentence: Sentence, found: re.Match[str]
) -> SummedColumn | None:
    """Return the only column that counts what is said, if its total is nearly that, and nothing is it."""
    words = checked.deck.facts.words
    headed = [one for noun, listed in columns.items() if one_word(found["noun"].casefold(), noun) for one in listed]
    value = _value(found["number"], words.lang)
    if len(headed) != 1 or value <= 1 or not _is_whole(sentence, found, words.lang, words.lists):
        return None
    read = [figure_in(cell, words) if cell else None for cell in headed[0].cells]
    total = read[-1].quantity if read and read[-1] else None
    if total is None or total.kind is not UnitKind.COUNT or abs(value - total.value) > _slack(total.value):
        return None
    known = {one.quantity.value for one in read if one} | {Decimal(len(read) - 1)}
    for of in checked.deck.indicators.values():
        known |= {figure.value for figure in (*of.figures, of.unconfirmed, of.of) if figure}
    return None if value in known else headed[0]


def _slack(total: Decimal) -> Decimal:
    return max(_LEAST_NEAR, total * _NEAR)


def _is_whole(sentence: Sentence, found: re.Match[str], language: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Return whether a sentence says of today how many there are, and nothing of some of them."""
    text, plain = bare(sentence.text), claim_words(language)["plain"]
    left = tuple(one for name in ("left-open", "not-measured") for one in lists[name])
    if years(sentence.text) or text.rstrip().endswith("?") or says(text[: found.start()] + text[found.end() :], left):
        return False
    around = Around(text, found.start(), found.end(), frozenset(), small_words(language))
    if any(around.has(plain_words(language)[name]) for name in _CLOSED):
        return False
    before, behind = text[: found.start()].rstrip(" *"), text[found.end() :]
    # “Sur” is said of places as well, but not behind a number: “deux sur douze lignes”.
    owners = [one for one in (*lists["of-total"], *lists["out-of"]) if one not in plain["within"]]
    numbers = rf"(?:{either(number_words(language))}|\d+)\s(?:{either(plain['within'])})"
    if re.search(rf"(?<!\w)(?i:{either(owners)}|{numbers})$", before):
        return False
    last = re.search(r"[^\W\d_]+$", before)
    leads = (*small_words(language), *plain["within"])
    if last and last[0].casefold() not in leads:
        return False
    # “On twelve routes in the north” leaves some out, and so may “twelve routes are late”.
    ends = _END.match(behind) or re.match(rf"[*_]*\s(?i:{either(plain['joins'])})(?!\w)", behind)
    limits = (*plain["narrowing"], *plain["relative"], *plain["within"], *lists["of-total"], *lists["out-of"])
    return bool(ends) or (last is not None and not re.match(rf"[*_]*\s(?i:{either(limits)})(?!\w)", behind))


def _is_sure(sentence: Sentence, found: re.Match[str], known: frozenset[str], language: str) -> bool:
    """Return whether the sentence speaks of nothing that neither the tables nor the indicators know."""
    numbers = frozenset(number_words(language))
    around = Around(bare(sentence.text), found.start(), found.end(), known, small_words(language) | numbers)
    return not [word for word in around.strange if word.end <= found.start()]


def _known_words(checked: Checked) -> frozenset[str]:
    """Return the words of the tables of a deck, of the titles over them, and of its indicators."""
    tables = {slide.number for slide, told in checked.told if slide and ".rows." in f".{told.key}"}
    texts = [of.name for of in checked.deck.indicators.values()]
    for slide, told in checked.told:
        cell = re.search(r"(?:^|\.)table\.", told.key)
        if cell or (slide and slide.number in tables and told.key == "title"):
            texts.append(told.plain)
    return frozenset().union(*(texts_of(bare(text)) for text in texts))


def _value(said: str, language: str) -> Decimal:
    return value_of(said, language) if said[0].isdecimal() else Decimal(said_number(said, language))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds a number, and the word behind it."""
    digits = r"\d{1,3}(?:[.,’\u00a0\u202f ]\d{3})+|\d{1,4}"
    return re.compile(
        rf"(?<![\w.,:/+\-–−×€$£])(?P<number>{either(number_words(language))}|{digits})[*_]*\s[*_]*(?P<noun>[^\W\d_]{{4,}})(?!\w)",
        re.IGNORECASE,
    )
