"""A theme folder to a theme, or to what is wrong with it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from deckgen.color import Color
from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.fonts.find import TWINS
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.source.image_files import read_image
from deckgen.spec.base import SlideSpec, Text
from deckgen.spec.parse import parse
from deckgen.spec.theme import SlotSpec, ThemeSpec, TintSpec
from deckgen.theme.contrast import LowContrast, too_low
from deckgen.theme.find import beside
from deckgen.theme.floors import too_small
from deckgen.theme.inherit import inherited
from deckgen.theme.scale import NORMAL, fewer_words, lifted, scaled, with_room
from deckgen.theme.theme import Outline, SchemeColor, SlideLayout, Style, Theme
from deckgen.units import Emu, Rect, inches

LARGEST = 56
"""The longest side that a page may have, in inches (19.7.16, ST_SlideSizeCoordinate)."""

COLORS = (
    "background", "ink", "body", "muted", "rule", "tint", "primary", "primary-text", "accent", "accent-text",
    "before", "track", "dot-off", "unconfirmed", "accent-tint", "on-mark", "cover", "cover-ink", "cover-muted",
    "cover-rule", "cover-dot-from", "cover-dot-to",
)  # fmt: skip
"""The colours that every palette has; what each is for stands in the theme ``osce``."""


def read_theme(
    folder: Path, layouts: Mapping[str, type[SlideSpec]], scale: str
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme in ``folder`` at a scale, its slots those of ``layouts`` unless it places them itself."""
    spec, found = _spec(folder)
    if spec is None or found:
        return None, found
    return _Loader(spec, folder / "theme.yaml", scale).theme(layouts)


def described(folder: Path) -> str:
    """Return what the theme in ``folder`` says of itself; nothing where it cannot be read."""
    spec, _ = _spec(folder)
    return spec.description.text if spec and spec.description else ""


def _spec(folder: Path) -> tuple[ThemeSpec | None, tuple[Diagnostic, ...]]:
    node, found = inherited(folder)
    if node is None:
        start = _start(folder / "theme.yaml")
        return None, found or (_error("T411", "empty-theme", "the theme is empty", start, "see the theme osce"),)
    spec, more = parse(node, ThemeSpec)
    return spec, found + more


class _Loader:
    def __init__(self, spec: ThemeSpec, path: Path, scale: str) -> None:
        self.spec = spec
        self.path = path
        self.scale = scale
        self.found: list[Diagnostic] = []

    def theme(self, layouts: Mapping[str, type[SlideSpec]]) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        """Return the theme; None where it is not whole."""
        for style, size, floor in too_small(self.spec.styles):
            message = f"the style “{style}” sets text in {size:g} pt, under the {floor:g} pt in which it can be read"
            self._wrong("T443", "type-too-small", message, size.span, f"write {floor:g} or more")
        palette, tints = self._palette()
        styles = self._styles(palette)
        outlines = dict(self._outlines(palette))
        grid = self._grid()
        made = dict(self._layouts(layouts, grid, styles))
        for font in (self.spec.fonts.heading, self.spec.fonts.body):
            if font.text not in TWINS:
                hint = f"deckgen can measure: {', '.join(TWINS)}"
                self._wrong("T415", "unknown-font", f"the font “{font}” cannot be measured", font.span, hint)
        logo = self._logo()
        if self.found:
            return None, tuple(self.found)
        fonts = self.spec.fonts
        scheme = {str(slot): name.text for slot, name in self.spec.scheme.items()}
        name, label = self.path.parent.name, self.spec.name.text
        heading, body = fonts.heading.text, fonts.body.text
        theme = Theme(name, label, grid, heading, body, palette, tints, scheme, styles, made, logo)
        framing = self._with_room(chrome(grid), grid, styles)
        theme = replace(theme, outlines=outlines, framing=framing, scale=self.scale)
        theme = replace(theme, words=fewer_words(self.spec.words, self.scale)).on("background")
        self.found += [self._too_low(pair) for pair in too_low(theme)]
        return None if self.found else theme, tuple(self.found)

    def _outlines(self, palette: Mapping[str, Color]) -> Iterator[tuple[str, Outline]]:
        """Yield the outline of each colour that has one."""
        for name, spec in self.spec.outlines.items():
            for color in (Text(str(name), name.span), spec.color):
                if color.text not in palette:
                    self._unknown_color(color, palette)
            yield str(name), Outline(spec.color.text, spec.width)

    def _too_low(self, pair: LowContrast) -> Diagnostic:
        """Return the diagnostic of two colours too alike, at that of the two which the theme itself says."""
        spans = {str(name): name.span for name in self.spec.palette}
        places = [spans.get(pair.color), spans.get(pair.ground)]
        own = [span for span in places if span and span.path == self.path]
        span = next(iter((*own, *filter(None, places))), _start(self.path))
        return _error("T423", "low-contrast", str(pair), span, "take a darker or a lighter one of the two")

    def _palette(self) -> tuple[dict[str, Color], dict[str, SchemeColor]]:
        """Return the colours, and how slides refer to those that are in the scheme or are tints of it."""
        palette = {str(name): color for name, color in self.spec.palette.items() if isinstance(color, Color)}
        tints: dict[str, SchemeColor] = {}
        for slot, named in self.spec.scheme.items():
            if named.text in palette:
                tints.setdefault(named.text, SchemeColor(slot))
            elif named.text in self.spec.palette:
                message = f"“{named}” is a tint, and PowerPoint has none under {slot}"
                span = next(name.span for name in self.spec.palette if name == named.text)
                self._wrong("T424", "tint-in-scheme", message, span, f"write {named}: as six hex digits")
            else:
                self._unknown_color(named, palette)
        for name, color in self.spec.palette.items():
            if not isinstance(color, TintSpec):
                continue
            if color.of.text not in tints:
                message = f"“{name}” is a tint of “{color.of}”, which is none of the colours under scheme:"
                self._wrong("T413", "tint-of-nothing", message, color.of.span, did_you_mean(color.of.text, tints))
                continue
            changes = round(color.lum_mod), round(color.lum_off), round(color.sat_mod)
            palette[str(name)] = palette[color.of.text].tinted(*changes)
            tints[str(name)] = SchemeColor(tints[color.of.text].slot, *changes)
        self._whole("palette", COLORS, self.spec.palette)
        self._whole("scheme", _SLOTS, self.spec.scheme)
        return {str(name): palette[name] for name in self.spec.palette if name in palette}, tints

    def _whole(self, what: str, asked: Iterable[str], there: Container[str]) -> None:
        """Tell what is missing under ``what``."""
        for missing in [name for name in asked if name not in there]:
            message = f"the {what} has no “{missing}”"
            self._wrong("T412", "missing-colour", message, _start(self.path), f"add {missing}:")

    def _styles(self, palette: Mapping[str, Color]) -> dict[str, Style]:
        styles = {}
        for name, spec in self.spec.styles.items():
            if spec.color.text not in palette:
                self._unknown_color(spec.color, palette)
            sizes = tuple(spec.sizes)
            style = Style(sizes, spec.color.text, spec.bold, spec.heading, spec.spacing, spec.before, spec.indent)
            styles[str(name)] = scaled(style, self.scale)
        return styles

    def _grid(self) -> Grid:
        page = Rect(Emu(0), Emu(0), inches(self.spec.page.width), inches(self.spec.page.height))
        sides = self.spec.grid
        left, top = inches(sides.left), inches(sides.top)
        width, height = page.width - left - inches(sides.right), page.height - top - inches(sides.bottom)
        if min(width - 3 * inches(sides.gutter), height) < inches(1) or max(page.width, page.height) > inches(LARGEST):
            hint = f"keep an inch for the content; a page has up to {LARGEST} inches"
            self._wrong("T420", "no-room", "margins and gutters leave no room on the page", _start(self.path), hint)
        return Grid(page, Rect(left, top, Emu(width), Emu(height)), inches(sides.gutter))

    def _layouts(
        self, layouts: Mapping[str, type[SlideSpec]], grid: Grid, styles: Mapping[str, Style]
    ) -> Iterable[tuple[tuple[str, Variant], SlideLayout]]:
        """Yield each layout in each of its variants."""
        for unknown in [name for name in self.spec.layouts if name not in layouts]:
            hint = did_you_mean(unknown, layouts)
            self._wrong("T416", "unknown-layout-placed", f"no layout is called “{unknown}”", unknown.span, hint)
        missing: set[str] = set()
        for name, layout in sorted(layouts.items()):
            for variant in layout.variants:
                slots = layout.slots(grid, variant)
                placed = next((slots for key, slots in self.spec.layouts.items() if key == name), {})
                for key in [key for key in placed if key not in {slot.name for slot in slots}]:
                    hint = did_you_mean(key, [slot.name for slot in slots])
                    self._wrong("T419", "unknown-slot", f"the layout “{name}” has no “{key}”", key.span, hint)
                rects = {str(key): _rect(spec) for key, spec in placed.items()}
                slots = tuple(replace(slot, rect=rects.get(slot.name, slot.rect)) for slot in slots)
                slots = self._with_room(slots, grid, styles)
                for style in [style for slot in slots for style in slot.styles if _is_text(slot.kind)]:
                    if style not in styles and style not in missing:
                        missing.add(style)
                        message = f"there is no style “{style}”, which the layout “{name}” sets text in"
                        self._wrong("T414", "missing-style", message, _start(self.path), f"add {style}: under styles:")
                label = name.replace("-", " ").capitalize() + (f", {variant}" if str(variant) else "")
                yield (name, variant), SlideLayout(name, label, _in_reading_order(slots), layout.background)

    def _with_room(self, slots: tuple[Slot, ...], grid: Grid, styles: Mapping[str, Style]) -> tuple[Slot, ...]:
        """Return ``slots`` as the scale asks for."""
        return slots if self.scale == NORMAL else with_room(lifted(slots, chrome(grid)), styles)

    def _logo(self) -> bytes | None:
        """Return the logo's bytes; it stands in the theme's folder and nowhere else."""
        logo = self.spec.logo
        if logo is None:
            return None
        file = beside(logo.span.path.parent, logo.text)
        if file is None:
            hint = "put the file beside theme.yaml"
            self._wrong("T417", "no-logo", f"there is no file “{logo}” in the theme", logo.span, hint)
            return None
        image, problems = read_image(logo.text, logo.span.path.parent)
        if image is None and problems[0].code in ("R353", "R358"):
            self._wrong("T461", "logo-too-large", problems[0].message, logo.span, problems[0].hint)
        elif image is None or image.kind == "svg":
            self._wrong("T418", "unknown-image", f"“{logo}” is no whole PNG or JPEG", logo.span, "save it as PNG")
        return image.data if image else None

    def _unknown_color(self, name: Text, palette: Mapping[str, Color]) -> None:
        hint = did_you_mean(name.text, palette)
        self._wrong("T412", "missing-colour", f"the palette has no “{name}”", name.span, hint)

    def _wrong(self, code: str, name: str, message: str, span: Span, hint: str) -> None:
        self.found.append(_error(code, name, message, span, hint))


_SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip


_FIRST = (SlotKind.TITLE, SlotKind.COVER_TITLE)
_LAST = (SlotKind.SOURCE, SlotKind.TRACKER, SlotKind.FOOTER, SlotKind.SECTION, SlotKind.NUMBER)


def _in_reading_order(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return ``slots`` with the title first and what frames the page last."""
    return tuple(sorted(slots, key=lambda slot: 0 if slot.kind in _FIRST else 2 if slot.kind in _LAST else 1))


def _is_text(kind: SlotKind) -> bool:
    return kind not in (SlotKind.RULE, SlotKind.DOT, SlotKind.TRACKER, SlotKind.PICTURE, SlotKind.SHAPES)


def _rect(spec: SlotSpec) -> Rect:
    return Rect.of_inches(spec.x, spec.y, spec.width, spec.height)


def _start(path: Path) -> Span:
    return Span(path, 1, 1, 1, 1)


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
