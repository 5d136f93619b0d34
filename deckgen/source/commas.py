"""Numbers in brackets whose comma ends the value: ``{2022: 10,800}`` is 10, and a key 800."""

import re

from deckgen.diagnostics import Span
from deckgen.source.nodes import Node, Scalar
from deckgen.values import frozen

_FIGURE = re.compile(
    r"[-−+]?\s?(?:[€$£₽]|[A-Z]{3})?\s?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\s?[%€$£₽]|\s[^\W\d_][^\d,]{0,20})?"
)
_DECIMAL = re.compile(r"[-−+]?\s?(?:[€$£₽]|[A-Z]{3})?\s?\d+,\d{1,2}(?:\s?[%€$£₽]|\s[^\W\d_][^\d,]{0,20})?")
_DIGITS = re.compile(r"\d+$")


@frozen(slots=True)
class Parted:
    """A value that a comma ends within a number: all of it as it was meant, and the place of the number."""

    text: str
    span: Span

    @property
    def message(self) -> str:
        """What is wrong, in the words of the author."""
        found = re.search(r"\d+(?:,\d+)+", self.text)
        number = found[0] if found else self.text
        return f"a comma ends the value in brackets: “{number}” is read as {number.partition(',')[0]}"

    @property
    def hint(self) -> str:
        """What to write."""
        marks = f'"{self.text}" in quotation marks'
        return f"write {self.figure}, or {marks} where a text is meant" if self.figure else f"write {marks}"

    @property
    def figure(self) -> str:
        """The value as a figure is written: without commas, or with a decimal point; nothing if it is a text."""
        if _FIGURE.fullmatch(self.text):
            return self.text.replace(",", "")
        return self.text.replace(",", ".") if _DECIMAL.fullmatch(self.text) else ""


def beside(before: Span, behind: Span) -> bool:
    """Return whether nothing but a comma stands between two places of a line."""
    return before.end_line == behind.line and before.end_column + 1 == behind.column


def number_ends(text: str, span: Span) -> Span | None:
    """Return where the digits stand that a text of one line ends with; None if it ends with none."""
    digits = _DIGITS.search(text)
    if not digits or span.line != span.end_line:
        return None
    return Span(span.path, span.line, span.end_column - len(digits[0]), span.end_line, span.end_column)


def joined(pairs: list[tuple[Node, Node]]) -> tuple[list[tuple[Node, Node]], list[Parted]]:
    """Return the keys and values of a mapping, each number that commas part as one again; and those numbers."""
    whole: list[tuple[Node, Node]] = []
    parted: dict[int, Parted] = {}
    end: Span | None = None
    for key, value in pairs:
        at = len(whole) - 1
        before = whole[at][1] if whole else None
        if end and isinstance(before, Scalar) and _goes_on(key, value, end):
            number = parted[at].span if at in parted else number_ends(before.text, before.span)
            if isinstance(key, Scalar) and number:
                text = f"{parted[at].text if at in parted else before.text},{key.text}"
                span = Span(number.path, number.line, number.column, key.span.end_line, key.span.end_column)
                parted[at] = Parted(text, span)
                # Digits that go on may be followed by more of them.
                end = key.span if _DIGITS.search(key.text) else None
                continue
        whole.append((key, value))
        end = value.span if isinstance(value, Scalar) and value.plain and _DIGITS.search(value.text) else None
    for at, one in parted.items():
        key, value = whole[at]
        whole[at] = key, Scalar(one.figure or one.text, value.span, plain=False, raw=one.text)
    return whole, list(parted.values())


def _goes_on(key: Node, value: Node, end: Span) -> bool:
    """Return whether a key is the rest of a number that ends at ``end``: digits behind a comma, without a value."""
    if not isinstance(key, Scalar) or not isinstance(value, Scalar):
        return False
    return key.plain and key.text[:1].isdecimal() and value.plain and value.text == "" and beside(end, key.span)
