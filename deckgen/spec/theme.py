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

    of: Text = Field(description="the colour of the palette that it is a tint of; one of those under scheme")
    lum_mod: Number = Field(100, description="how much of its lightness is kept, in per cent")
    lum_off: Number = Field(0, description="how much lightness is added, in per cent")
    sat_mod: Number = Field(100, description="how much of its saturation is kept, in per cent; over 100 adds some")


def _color_or_tint(value: object) -> object:
    return _color(value) if isinstance(value, Scalar) else value


class OutlineSpec(Spec):
    """A line around the marks of a colour: its own colour, and how wide it is in points."""

    color: Text = Field(description="the colour of the line, a name of the palette")
    width: Number = Field(0.75, description="how wide the line is, in points")


def _outline(value: object) -> object:
    return {"color": value} if isinstance(value, Scalar) else value


class PageSpec(Spec):
    """The size of the page in inches."""

    width: Number = Field(13.333333, description="the width of a slide, in inches")
    height: Number = Field(7.5, description="the height of a slide, in inches")


class GridSpec(Spec):
    """The margins of the content area and its gutter, in inches."""

    left: Number = Field(0.75, description="from the left edge of the slide to the content, in inches")
    right: Number = Field(0.75, description="from the content to the right edge, in inches")
    top: Number = Field(2.02, description="from the top edge to the content under the headline, in inches")
    bottom: Number = Field(1.05, description="from the content to the bottom edge, in inches")
    gutter: Number = Field(0.5, description="between two columns, in inches")


class FontsSpec(Spec):
    """The fonts of headings and of everything else."""

    heading: Text = Field(description="the font of headlines and titles, such as Arial")
    body: Text = Field(description="the font of everything else, such as Arial")


class StyleSpec(Spec):
    """A style of text: its size and the sizes it may step down to, in points, the smallest last."""

    sizes: tuple[Size, ...] = Field(
        min_length=1,
        description="sizes in points: the usual one, then those that text which does not fit steps down to",
    )
    color: Text = Field(description="the colour of the text, a name of the palette")
    bold: Flag = Field(False, description="true sets it bold")
    heading: Flag = Field(False, description="true sets it in the font of headings")
    spacing: Number = Field(100, description="the height of a line, in per cent of the font's own")
    before: Number = Field(0, description="the space above a paragraph, in points")
    indent: Number = Field(0, description="how far the text stands behind its bullet or number, in inches")


class SlotSpec(Spec):
    """Where a slot stands in this theme, in inches, in place of where its layout puts it."""

    x: Number = Field(description="from the left edge of the slide, in inches")
    y: Number = Field(description="from its top edge, in inches")
    width: Number = Field(description="how wide it is, in inches")
    height: Number = Field(description="how tall it is, in inches")


class ThemeSpec(Spec):
    """A theme: palette, type, grid, and the slots it places itself; one that ``extends`` another says what differs."""

    name: Text = Field(description="what PowerPoint calls the theme")
    description: Text | None = Field(None, description="what it is for, in one sentence")
    extends: Text | None = Field(None, description="the theme that it is a variant of: then only what differs is said")
    page: PageSpec = Field(PageSpec(), description="the size of a slide, in inches")
    grid: GridSpec = Field(GridSpec(), description="the margins around the content, in inches")
    fonts: FontsSpec = Field(description="the two fonts")
    palette: dict[Name, Annotated[Color | TintSpec, BeforeValidator(_color_or_tint)]] = Field(
        description="the colours by name: each as six hex digits in quotation marks, or as a tint of another"
    )
    scheme: dict[SchemeSlot, Text] = Field(
        description="the twelve colours that PowerPoint offers, each a name of the palette"
    )
    styles: dict[Name, StyleSpec] = Field(description="the styles of text, by name")
    outlines: dict[Name, Annotated[OutlineSpec, BeforeValidator(_outline), Shorthand()]] = Field(
        default_factory=dict, description="colours of the palette whose marks have a line around them"
    )
    logo: Text | None = Field(None, description="a PNG or JPEG beside theme.yaml, for the cover")
    layouts: dict[Name, dict[Name, SlotSpec]] = Field(
        default_factory=dict, description="slots of layouts that stand elsewhere in this theme"
    )
    words: Number = Field(125, description="how many words a slide may hold before it is told that they are too many")
