"""Marks to SVG; the only module that meets matplotlib.

Text stays text, so that PowerPoint sets it in the theme's font and can convert it to shapes. The SVG
names Arial first and then its free twin, by which the raster fallback is drawn.
"""

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.patches import Polygon as PolygonPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import Normal, Stroke
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from deckgen.color import mixed
from deckgen.fonts.find import TWINS, font_file
from deckgen.model.drawing import Bar, Dash, Dots, Drawing, Label, Line, Mark, Path, Polygon
from deckgen.theme.theme import Outline as Edge
from deckgen.theme.theme import Theme
from deckgen.units import Emu, in_points

OUTLINE = 1.5
"""The width of a bar's outline, in points."""

_FADE = "fade"
"""What the identifier of a bar that fades out begins with."""
_SVG = "http://www.w3.org/2000/svg"
_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "deckgen", "path.simplify": False}


def painted(drawing: Drawing, theme: Theme) -> bytes:
    """Return ``drawing`` as an SVG file in the colours and the font of ``theme``, one unit to the point."""
    width, height = in_points(drawing.size.width), in_points(drawing.size.height)
    with settled():
        file = io.StringIO()
        renderer = RendererSVG(width, height, file, image_dpi=72, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
        renderer.open_group("figure")  # type: ignore[no-untyped-call]
        artists = [_artist(mark, height, theme) for mark in drawing.marks]
        # As a figure draws them: what is equally high, in its order.
        for artist in sorted(artists, key=lambda artist: artist.get_zorder()):
            artist.set_figure(_PAGE)  # type: ignore[arg-type]
            artist.draw(renderer)
        renderer.close_group("figure")  # type: ignore[no-untyped-call]
        renderer.finalize()  # type: ignore[no-untyped-call]
    return _cleaned(file.getvalue().encode(), theme)


_is_settled = ContextVar("settled", default=False)


@contextmanager
def settled() -> Iterator[None]:
    """Paint in here with settings of our own; to make them takes a third of a chart, so that several share them."""
    if _is_settled.get():
        yield
        return
    with mpl.rc_context(), warnings.catch_warnings():
        # A character that Arimo lacks is set by the program that shows the SVG.
        warnings.simplefilter("ignore", UserWarning)
        # A matplotlibrc of the user changes nothing.
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)  # type: ignore[arg-type]
        token = _is_settled.set(True)
        try:
            yield
        finally:
            _is_settled.reset(token)


class _Page:
    """What an artist asks of its figure, which is one unit to the point.

    A Figure itself brings axes, scales and projections, and takes a fifth of the time of all that paints to import.
    """

    dpi = 72

    def get_figure(self, root: bool | None = None) -> "_Page":
        """Return the page, which stands on no other."""
        return self


_PAGE = _Page()
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


def _artist(mark: Mark, height: float, theme: Theme) -> Artist:
    """Return the artist of one mark; matplotlib counts y from the bottom."""
    if isinstance(mark, Bar):
        return _bar(mark, height, theme)
    if isinstance(mark, Line):
        return _line(((mark.x1, mark.y1), (mark.x2, mark.y2)), mark, height, theme)
    if isinstance(mark, Path):
        return _path(mark, height, theme)
    if isinstance(mark, Polygon):
        corners, edge = _placed(mark.points, height), _edge(theme.outline(mark.fill), theme)
        return PolygonPatch(corners, facecolor=_hex(mark.fill, theme), **edge, transform=IdentityTransform())
    if isinstance(mark, Dots):
        return _dots(mark, height, theme)
    return _label(mark, height, theme)


Points = Sequence[tuple[Emu, Emu]]


def _placed(points: Points, height: float) -> list[tuple[float, float]]:
    return [(in_points(x), height - in_points(y)) for x, y in points]


def _line(points: Points, mark: Line | Path, height: float, theme: Theme) -> Line2D:
    xs, ys = zip(*_placed(points, height), strict=True)
    color, width = _hex(mark.color, theme), in_points(mark.width)
    return Line2D(xs, ys, linewidth=width, color=color, solid_joinstyle="round", transform=IdentityTransform())


def _path(mark: Path, height: float, theme: Theme) -> Line2D:
    """Return a line; one whose colour has an outline has that at both sides, so that a white one is seen on white."""
    artist = _line(mark.points, mark, height, theme)
    edge = theme.outline(mark.color)
    if edge and mark.dash is Dash.SOLID:
        cased = in_points(mark.width) + edge.width
        artist.set_linewidth(max(0.5, cased - 2 * edge.width))
        artist.set_path_effects([Stroke(linewidth=cased, foreground=_hex(edge.color, theme)), Normal()])
    elif edge:
        artist.set_color(_hex(edge.color, theme))
    if mark.dash is not Dash.SOLID:
        # matplotlib counts dashes in widths of the line, as we do.
        artist.set_linestyle((0, mark.dash.value))
        artist.set_dash_capstyle("round" if mark.dash is Dash.DOTTED else "butt")
    return artist


def _dots(mark: Dots, height: float, theme: Theme) -> PathPatch:
    """Return all circles as one path."""
    line = theme.outline(mark.fill)
    radius = (in_points(mark.diameter) - (line.width if line else 0)) / 2
    circles = [Outline.circle(center, radius) for center in _placed(mark.centers, height)]
    outline = Outline.make_compound_path(*circles)
    edge = _edge(line, theme)
    return PathPatch(outline, facecolor=_hex(mark.fill, theme), **edge, transform=IdentityTransform())


def _edge(line: Edge | None, theme: Theme) -> dict[str, Any]:
    """Return what makes matplotlib draw a line around a mark, or none."""
    if line is None:
        return {"linewidth": 0}
    return {"linewidth": line.width, "edgecolor": _hex(line.color, theme)}


def _label(mark: Label, height: float, theme: Theme) -> Text:
    font = FontProperties(fname=str(font_file(theme.body_font)), size=mark.size, weight=700 if mark.bold else 400)
    x, y = in_points(mark.x), height - in_points(mark.y)
    color, align = _hex(mark.color, theme), mark.align.value
    place = IdentityTransform()
    return _Lettering(x, y, mark.text, fontproperties=font, color=color, ha=align, va="baseline", transform=place)


class _Lettering(Text):
    """One line of text at its baseline, which is nowhere measured: an SVG says how it is aligned, not how wide."""

    def draw(self, renderer: Any) -> None:
        """Draw the text where it stands."""
        context = renderer.new_gc()
        context.set_foreground(self.get_color())
        x, y = self.get_position()
        renderer.draw_text(context, x, renderer.height - y, self.get_text(), self.get_fontproperties(), 0, mtext=self)


def _bar(mark: Bar, height: float, theme: Theme) -> Rectangle:
    own = theme.outline(mark.outline)
    # A colour that is itself only seen by its outline, such as white on paper, makes none.
    line = Edge(own.color if own else mark.outline, OUTLINE) if mark.outline else theme.outline(mark.fill)
    inset = line.width / 2 if line else 0
    x, y = in_points(mark.rect.x) + inset, height - in_points(mark.rect.bottom) + inset
    width, tall = in_points(mark.rect.width) - 2 * inset, in_points(mark.rect.height) - 2 * inset
    painted = Rectangle(
        (x, y),
        max(0, width),
        max(0, tall),
        facecolor=f"#{mixed(theme.palette[mark.fill], theme.palette['background'], mark.tint).hex}",
        **_edge(line, theme),
        transform=IdentityTransform(),
    )
    if mark.fade:
        length = mark.rect.width if mark.lying else mark.rect.height
        painted.set_gid(f"{_FADE}-{'lying' if mark.lying else 'standing'}-{round(1000 * mark.fade / length)}")
    return painted


def _hex(color: str, theme: Theme) -> str:
    return f"#{theme.palette[color].hex}"


def _faded(bar: ElementTree.Element, name: str, theme: Theme) -> ElementTree.Element:
    """Fill a bar with the gradient that its ``name`` tells of, and return the gradient.

    It runs from the colour of the bar to that of the page, not to transparent, which programs draw in many ways.
    """
    _, way, share = name.split("-")
    path = bar.find(f"{{{_SVG}}}path")
    if path is None:
        raise ValueError(f"a bar without a path: {name}")
    style = dict(part.split(": ", 1) for part in path.attrib["style"].split("; "))
    color, page = style["fill"], _hex("background", theme)
    # One name has one look, so that pictures may stand together in one document.
    name = f"{name}-{color}-{page}".replace("#", "")
    path.set("style", "; ".join(f"{key}: {value}" for key, value in (style | {"fill": f"url(#{name})"}).items()))
    ends = ("1", "0", "0", "0") if way == "lying" else ("0", "0", "0", "1")
    gradient = ElementTree.Element(
        f"{{{_SVG}}}linearGradient", {"id": name, **dict(zip(("x1", "x2", "y1", "y2"), ends, strict=True))}
    )
    for offset, stop in (("0", page), (f"{int(share) / 1000:g}", color)):
        ElementTree.SubElement(gradient, f"{{{_SVG}}}stop", {"offset": offset, "stop-color": stop})
    return gradient


def _cleaned(svg: bytes, theme: Theme) -> bytes:
    """Return ``svg`` without DOCTYPE, metadata, style sheet and identifiers, its text in the theme's font."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    gradients = {}
    for parent in list(root.iter()):
        name = parent.attrib.pop("id", "")
        if name.startswith(_FADE):
            gradient = _faded(parent, name, theme)
            gradients[gradient.get("id")] = gradient
        for child in list(parent):
            if child.tag in (f"{{{_SVG}}}defs", f"{{{_SVG}}}metadata"):
                parent.remove(child)
    if gradients:
        defined = ElementTree.Element(f"{{{_SVG}}}defs")
        defined.extend(gradients.values())
        root.insert(0, defined)
    families = f"{theme.body_font}, {TWINS[theme.body_font]}"
    for text in root.iter(f"{{{_SVG}}}text"):
        text.attrib.pop("transform", None)
        style = dict(part.split(": ", 1) for part in text.attrib.pop("style").split("; "))
        text.attrib |= {
            "font-family": families,
            "font-size": style["font-size"].removesuffix("px"),
            "font-weight": style.get("font-weight", "400"),
            "text-anchor": style.get("text-anchor", "start"),
            # matplotlib does not say black, which is what SVG takes where nothing is said.
            "fill": style.get("fill", "#000000"),
        }
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
