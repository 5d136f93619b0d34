"""What a deck that shows a theme has besides its slides: every colour, and the sizes of type."""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.color import contrast
from deckgen.model.slots import Anchor, Slot, SlotKind
from deckgen.model.text import Paragraph, Run
from deckgen.theme.theme import Theme
from deckgen.typeset.fit import Job, fit, pitch
from deckgen.typeset.frames import Box, Frame, Pages, ShapesFrame, TextFrame
from deckgen.units import Emu, Rect, inches, points

COLUMNS = 4
SWATCH, BESIDE, EDGE = inches(0.46), inches(0.14), points(0.75)
TOP = inches(2.72)
BOTTOM = inches(6.45)
STYLES = ("figure", "headline", "bullets", "body", "heading", "key", "caption", "source")
"""The styles that are shown, from the largest."""
GAP = points(5)


def with_specimens(pages: Pages, theme: Theme) -> Pages:
    """Return ``pages``, those with the ids ``palette`` and ``type`` showing just that in place of their text."""
    shown = {"palette": palette, "type": type_sizes}
    made = tuple(
        replace(page, frames=(*(frame for frame in page.frames if frame.name != "body"), *shown[page.id](theme)))
        if page.id in shown
        else page
        for page in pages.pages
    )
    return replace(pages, pages=made)


def palette(theme: Theme) -> Iterator[Frame]:
    """Yield each colour as a square with an edge, its name, and how well it reads on the background."""
    rows = -(-len(theme.palette) // COLUMNS)
    width = Emu(theme.grid.content.width // COLUMNS)
    height = Emu(min(inches(0.68), (BOTTOM - TOP) // rows))
    for number, (name, color) in enumerate(theme.palette.items()):
        column, row = divmod(number, rows)
        x, y = Emu(theme.grid.content.x + column * width), Emu(TOP + row * height)
        square = Rect(x, y, SWATCH, SWATCH)
        yield ShapesFrame(f"{name} swatch", square, (Box(square, "muted"), Box(square.inset(EDGE), name)))
        ratio = contrast(color, theme.palette["background"])
        text = Rect(Emu(x + SWATCH + BESIDE), y, Emu(width - SWATCH - 2 * BESIDE), SWATCH)
        words = (Paragraph((Run(name, bold=True, color="ink"),)), Paragraph.plain(f"{color.hex}  {ratio:.1f}:1"))
        yield _text(name, "source", text, words, theme)


def type_sizes(theme: Theme) -> Iterator[Frame]:
    """Yield a line in each of the main styles, which says its name and its size in points."""
    y = TOP
    for name in STYLES:
        style = theme.styles[name]
        rect = replace(theme.grid.content, y=y, height=pitch(style, style.usual))
        yield _text(name, name, rect, (Paragraph.plain(f"{name.capitalize()}, {style.usual:g} pt"),), theme)
        y = Emu(rect.bottom + GAP)


def _text(name: str, style: str, rect: Rect, paragraphs: tuple[Paragraph, ...], theme: Theme) -> TextFrame:
    """Return a text box."""
    slot = Slot(name, SlotKind.SECTION, rect, (style,), anchor=Anchor.MIDDLE)
    text = fit(Job(slot, rect, paragraphs), theme, 0)
    return TextFrame(name, slot, rect, text.paragraphs, text.insets)
