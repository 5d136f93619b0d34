"""The table style of a theme: rules between rows and nothing else (ECMA-376 part 1, 20.1.4.2)."""

from uuid import NAMESPACE_URL, uuid5

from deckgen.theme.ooxml import Element, color, el, serialized, solid
from deckgen.theme.theme import Theme
from deckgen.units import points

_THIN, _FIRM = 0.75, 1.5
"""The widths of rules in points: between rows, and under the headings or over a total."""


_Rules = dict[str, tuple[str, float] | None]
_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")
"""In the order of the schema (CT_TableCellBorderStyle)."""


def style_id(theme: Theme) -> str:
    """Return the GUID of the table style of a theme."""
    return "{" + str(uuid5(NAMESPACE_URL, f"deckgen:table style {theme.label}")).upper() + "}"


def table_styles(theme: Theme) -> bytes:
    """Return the part of table styles: that of the theme, which a table drawn in PowerPoint gets too."""
    thin = "rule", _THIN
    whole: _Rules = {"left": None, "right": None, "top": None, "bottom": thin, "insideH": thin, "insideV": None}
    style = el(
        "a:tblStyle",
        {"styleId": style_id(theme), "styleName": theme.label},
        _part("a:wholeTbl", "body", whole, theme),
        _part("a:lastRow", "ink", {"top": ("ink", _FIRM), "bottom": ("ink", _FIRM)}, theme, bold=True),
        _part("a:firstRow", "ink", {"bottom": ("ink", _FIRM)}, theme, bold=True),
    )
    return serialized(el("a:tblStyleLst", {"def": style_id(theme)}, style))


def _part(tag: str, text: str, rules: _Rules, theme: Theme, *, bold: bool = False) -> Element:
    """Return the style of a part of the table: the colour of its text, and its rules."""
    font = el("a:fontRef", {"idx": "minor"}, el("a:prstClr", {"val": "black"}))
    texts = el("a:tcTxStyle", {"b": "on"} if bold else None, font, color(text, theme))
    borders = [el(f"a:{side}", None, _line(rules[side], theme)) for side in _SIDES if side in rules]
    return el(
        tag, None, texts, el("a:tcStyle", None, el("a:tcBdr", None, *borders), el("a:fill", None, el("a:noFill")))
    )


def _line(rule: tuple[str, float] | None, theme: Theme) -> Element:
    if rule is None:
        return el("a:ln", None, el("a:noFill"))
    name, width = rule
    return el("a:ln", {"w": points(width), "cmpd": "sng"}, solid(name, theme))
