"""What stands in a theme.yaml."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from deckgen.color import Color
from deckgen.diagnostics import Span
from deckgen.source.nodes import Scalar
from deckgen.spec.base import Flag, Name, Shorthand, Spec, Text, mistake

SchemeSlot = Literal[
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]
"""The twelve colours of a theme part (ECMA-376 part 1, 20.1.6.2)."""


def _number(value: object) -> float:
    text = Text.of(value).text
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number <= 1000:
        raise mistake(
            "not-a-number",
            f"a number is expected here, found “{text}”",
            "write it with a decimal point: 0.75",
        )
    return float(number)


def _color(value: object) -> Color:
    text = Text.of(value).text
    color = Color.parse(text)
    if color is None:
        message = f"a colour is expected here, found “{text}”"
        raise mistake("not-a-colour", message, 'write it as six hex digits in quotation marks: "#0B5CAD"')
    return color


class Points(float):
    """A size of text in points, with its place."""

    __slots__ = ("span",)
    span: Span


def _size(value: object) -> Points:
    number = _number(value)
    # ST_TextFontSize runs from 1 to 4,000 points (20.1.10.68).
    if number < MIN_SIZE:
        hint = f"write {MIN_SIZE:g} or more; smaller text cannot be read in a room"
        raise mistake("not-a-number", f"{number:g} points is too small a size", hint)
    size = Points(number)
    size.span = Text.of(value).span
    return size


MIN_SIZE = 6.0
"""The smallest size of text a theme may ask for, in points."""

Number = Annotated[float, BeforeValidator(_number)]
Size = Annotated[Points, PlainValidator(_size)]


class TintSpec(Spec):
    """A colour made from another by DrawingML's ``lumMod``, ``lumOff`` and ``satMod``, in per cent."""

    of: Text
    lum_mod: Number = 100
    lum_off: Number = 0
    sat_mod: Number = 100


def _color_or_tint(value: object) -> object:
    return _color(value) if isinstance(value, Scalar) else value


class OutlineSpec(Spec):
    """A line around the marks of a colour: its own colour, and how wide it is in points."""

    color: Text
    width: Number = 0.75


def _outline(value: object) -> object:
    return {"color": value} if isinstance(value, Scalar) else value


class PageSpec(Spec):
    """The size of the page in inches."""

    width: Number = 13.333333
    height: Number = 7.5


class GridSpec(Spec):
    """The margins of the content area and its gutter, in inches."""

    left: Number = 0.75
    right: Number = 0.75
    top: Number = 2.02
    bottom: Number = 1.05
    gutter: Number = 0.5


class FontsSpec(Spec):
    """The fonts of headings and of everything else."""

    heading: Text
    body: Text


class StyleSpec(Spec):
    """A style of text: its size and the sizes it may step down to, in points, the smallest last."""

    sizes: tuple[Size, ...] = Field(min_length=1)
    color: Text
    bold: Flag = False
    heading: Flag = False
    spacing: Number = 100
    before: Number = 0
    indent: Number = 0


class SlotSpec(Spec):
    """Where a slot stands in this theme, in inches, in place of where its layout puts it."""

    x: Number
    y: Number
    width: Number
    height: Number


class ThemeSpec(Spec):
    """A theme: palette, type, grid, and the slots it places itself; one that ``extends`` another says what differs."""

    name: Text
    description: Text | None = None
    extends: Text | None = None
    page: PageSpec = PageSpec()
    grid: GridSpec = GridSpec()
    fonts: FontsSpec
    palette: dict[Name, Annotated[Color | TintSpec, BeforeValidator(_color_or_tint)]]
    scheme: dict[SchemeSlot, Text]
    styles: dict[Name, StyleSpec]
    outlines: dict[Name, Annotated[OutlineSpec, BeforeValidator(_outline), Shorthand()]] = Field(default_factory=dict)
    logo: Text | None = None
    layouts: dict[Name, dict[Name, SlotSpec]] = Field(default_factory=dict)
    words: Number = 125
