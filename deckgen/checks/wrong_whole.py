"""A figure that is said to be out of another number than it is."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from deckgen.checks._naming import counts_as
from deckgen.checks._numbers import Quantity, either, numbers
from deckgen.checks._speaking import Subjects
from deckgen.checks._typed import verdicts
from deckgen.checks._verdict import Finding, place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.figures import Figure, Indicator, UnitKind
from deckgen.model.words import Words
from deckgen.spec.figures import Amount

_NEAR = Decimal("0.05")
"""How far two figures of one thing may be apart, as a share; farther, they are of two things."""
_CALLED = re.compile(r"\{(?P<name>[\w-]+)\.of\}[*_]* (?P<called>[^\W\d_]{4,} [^\W\d_]{4,})")
_GENITIVES = frozenset(("de", "di", "der", "des", "dei", "delle", "degli", "aus", "sobre", "sur"))
"""Words before a total that stand before much else as well, such as a year: then it must be called what it is."""


_COUNTED = re.compile(
    r"[*_]*\s(?P<noun>[^\W\d_]{3,})[*_]*,?(?:\s[^\W\d_]+){0,2}\s[*_]*\{(?P<name>[\w-]+)(?:\.(?:value|after))?\s*\}"
)
"""What a total counts, and behind it a reference: “villages, {served} …”, “Dörfern haben {served} …”."""

_MAY_BEGIN = re.compile(r"(?:^|[.;:!?]\s)\D{1,40} \d", re.MULTILINE)
"""A number that stands near the beginning of a sentence: few texts have one, and to look closer takes a while."""


class WrongWhole(Check):
    """A reference to a count, and behind it a total that is not the one it is out of.

    What it finds
        “{refused} of 1,200 asked”, where the indicator refused is out of 1,250; the total may be typed, or a reference
        to another figure, and may begin the sentence: “of 1,200 asked, {refused} …”. Also a typed total that a text
        calls by two words of another indicator, whose figure is a little larger or smaller. Percentages, and indicators
        without a total, are left alone.

    Why it matters
        The share that the audience works out is another one than the chart shows.

    Example:
        {refused} of 1,200 asked, with value: 388 and of: 1250

    Instead
        Write {refused.of}, or correct the total of the indicator.

    """

    code = "R377"
    name = "wrong-whole"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each total that is not that of the figure before it."""
        words, indicators = checked.deck.facts.words, checked.deck.indicators
        yield from self._called_otherwise(checked)
        pattern = _pattern(words.lists["of-total"], words.lists["out-of"])
        for _, told in checked.told:
            if "{" not in told.text:
                continue
            if _MAY_BEGIN.search(told.text):
                yield from self._before(checked, told)
            for found in pattern.finditer(told.text):
                of = indicators.get(found["name"].strip())
                other = indicators.get(found["other"] or "")
                if of is None or not _out_of(of) or (other and _is_part(of, other)):
                    continue
                said = _total(told, found, other, words)
                if of.of and said and said[1] != of.of.value and self._is_meant(checked, of, found, said):
                    message = f"“{of.id}” is out of {of.of.text}, and “{said[0]}” is said to be its total"
                    span = place(told, said[0], found.end() - len(said[0]) if found["other"] else found.end())
                    # A total that is told of as a figure of its own need not be told twice.
                    if span not in {one.span for one in verdicts(checked, Finding.OUTDATED)}:
                        yield self.found(message, span, f"write {{{of.id}.of}}, or correct of: under {of.id}:")

    def _before(self, checked: Checked, told: Told) -> Iterator[Diagnostic]:
        """Yield each total that begins a sentence, and is not that of the figure behind: “Of 90 villages, {served}”."""
        words = checked.deck.facts.words
        for found in _begins(words.lists["of-total"], words.lists["out-of"]).finditer(told.text):
            typed = next(numbers(told.text[found.end() :], words.lang, words.lists, ()), None)
            if typed is None or typed.start or not typed.bare or typed.year:
                continue
            behind = _COUNTED.match(told.text, found.end() + len(typed.text))
            of = checked.deck.indicators.get(behind["name"]) if behind else None
            if not behind or of is None or not of.of or not _out_of(of):
                continue
            if typed.quantity.value in (of.of.value, *_parts(checked)):
                continue
            counted = Subjects.of_deck(checked).counted_by(of)
            if any(counts_as(behind["noun"].casefold(), word, words.lang) for word in counted):
                message = f"“{of.id}” is out of {of.of.text}, and “{typed.text}” is said to be its total"
                span = place(told, typed.text, found.end())
                if span not in {one.span for one in verdicts(checked, Finding.OUTDATED)}:
                    yield self.found(message, span, f"write {{{of.id}.of}}, or correct of: under {of.id}:")

    def _is_meant(self, checked: Checked, of: Indicator, found: re.Match[str], said: tuple[str, Decimal]) -> bool:
        """Return whether what stands behind words that may be those for a total is surely meant as the one of ``of``.

        Behind “des”, or where a word stands before it, it is if it counts what the total does: “{bus} des 90 communes”.
        """
        known = set(_parts(checked))
        words = checked.deck.facts.words
        counted = Subjects.of_deck(checked).counted_by(of)
        behind = found.string[found.end() + (0 if found["other"] else len(said[0])) :]
        noun = re.match(r"[*_]*\s([^\W\d_]{3,})", behind)
        named = noun is not None and any(counts_as(noun[1].casefold(), word, words.lang) for word in counted)
        # Of “the 90 villages without a shop” there may be fewer.
        verbs = either(words.lists["after-colour"])
        ended = re.compile(rf"[*_]*\s*(?:[^\w\s]|$|(?i:{verbs})(?!\w))")
        all_ = ended.match(behind[noun.end() :] if noun and named else behind)
        if not found["word"] and not found["owner"] and found["of"].casefold() not in _GENITIVES:
            return bool(all_) or not (named and said[1] in known)
        if said[1] in known or not all_:
            return False
        return named or any(counts_as((found["word"] or "").casefold(), word, words.lang) for word in counted)

    def _called_otherwise(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each typed total that a text calls what another indicator is called, of which the figure is another."""
        typed = {str(name): of.of for name, of in checked.spec.indicators.items() if isinstance(of.of, Amount)}
        told: set[str] = set()
        for _, text in checked.told:
            for found in _CALLED.finditer(text.text):
                of = checked.deck.indicators.get(found["name"])
                if of is None or of.of is None or of.id not in typed or of.id in told:
                    continue
                said = [word.casefold() for word in found["called"].split()]
                other = next((one for one in checked.deck.indicators.values() if _is_called(said, one, of)), None)
                if other and other.latest:
                    told.add(of.id)
                    called = f"“{found['called']}”, which “{other.id}” says are {other.latest.text}"
                    message = f"“{of.id}” is out of {of.of.text}; a text calls these {called}"
                    yield self.found(message, typed[of.id].span, f"correct one of the two, or write of: {other.id}")


def _is_part(of: Indicator, other: Indicator) -> bool:
    """Return whether a count may be one of another out of the same total: “{weak} of {tested}”, of the bridges."""
    alike = other.of and of.of and other.of.value == of.of.value
    return bool(alike and other.latest and of.latest and other.latest.value > of.latest.value)


def _is_called(said: Iterable[str], other: Indicator, of: Indicator) -> bool:
    """Return whether what is said names an indicator of which the figure is nearly that total, but not quite.

    A word that stands in both labels names neither.
    """
    labels = [frozenset(re.findall(r"[^\W\d_]+", one.name.casefold())) for one in (other, of)]
    if other.id == of.id or not set(said) <= labels[0] or set(said) <= labels[1]:
        return False
    if not other.latest or not of.of or other.latest.unit.kind is not UnitKind.COUNT or not of.of.value:
        return False
    apart = abs(other.latest.value / of.of.value - 1)
    return 0 < apart <= _NEAR


def _parts(checked: Checked) -> Iterator[Decimal]:
    """Yield the figures of a deck, and what is left beside them: another count may be out of one of these."""
    for of in checked.deck.indicators.values():
        for figure in of.figures:
            yield figure.value
            if of.of:
                yield of.of.value - figure.value


def _out_of(of: Indicator) -> bool:
    """Return whether an indicator is one count out of a total."""
    return bool(of.of and of.latest and of.latest.unit.kind is UnitKind.COUNT and not of.before)


def _total(told: Told, found: re.Match[str], other: Indicator | None, words: Words) -> tuple[str, Decimal] | None:
    """Return the total behind a reference, as it is written and how much it is; None for what is no count."""
    if found["other"]:
        figure = _figure(other, found["field"] or "")
        exact = Quantity.of(figure.value, figure.unit) if figure else None
        return (found["whole"], exact.value) if exact and exact.kind is UnitKind.COUNT else None
    typed = next(numbers(told.text[found.end() :], words.lang, words.lists, ()), None)
    if typed is None or typed.start or not typed.bare or typed.year:
        return None
    return typed.text, typed.quantity.value


def _figure(of: Indicator | None, field: str) -> Figure | None:
    """Return the one figure that a field of an indicator shows."""
    if of is None or (field == "" and of.before):
        return None
    return {"": of.latest, "value": of.latest, "after": of.latest, "before": of.before, "of": of.of}.get(field)


@cache
def _pattern(of_total: tuple[str, ...], out_of: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a reference, or a claim, with words behind it after which a total follows."""
    return re.compile(
        r"(?<!\{)\{(?P<name>[\w -]+?)(?:\.(?:value|after))? *(?:\|[^{}\n]*)?\}[*_]*(?: (?P<word>[^\W\d_]{4,})[*_]*)?"
        rf" (?P<of>{either((*of_total, *out_of))})(?P<owner> [^\W\d_]+[’']s)? [*_]*"
        r"(?:(?P<whole>\{(?P<other>[\w-]+)(?:\.(?P<field>\w+))?\})|(?=\d))",
        re.IGNORECASE,
    )


@cache
def _begins(of_total: tuple[str, ...], out_of: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the words before a total that begins a sentence."""
    said = either((*of_total, *out_of))
    return re.compile(rf"(?:^|(?<=[.;:!?]\s))(?i:{said})(?:\s[^\W\d_]+[’']s)? [*_]*(?=\d)", re.MULTILINE)
