"""A theme folder to a theme, or to what is wrong with it."""

import struct
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from deckgen.color import Color
from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.fonts.find import TWINS
from deckgen.model.slots import Grid, Slot, SlotKind, Variant
from deckgen.source import nodes
from deckgen.source.images import image_size, image_type
from deckgen.source.yaml import read
from deckgen.spec.base import SlideSpec, Text
from deckgen.spec.parse import parse
from deckgen.spec.theme import SlotSpec, ThemeSpec, TintSpec
from deckgen.theme.theme import SchemeColor, SlideLayout, Style, Theme
from deckgen.units import Emu, Rect, inches

LARGEST = 56
"""The longest side that a page may have, in inches (19.7.16, ST_SlideSizeCoordinate)."""

COLORS = (
    "background", "ink", "body", "muted", "rule", "tint", "primary", "primary-text", "accent", "accent-text",
    "before", "track", "dot-off", "unconfirmed", "accent-tint", "on-mark", "cover", "cover-ink", "cover-muted",
    "cover-rule", "cover-dot-from", "cover-dot-to",
)  # fmt: skip
"""The colours that every palette has; what each is for stands in the theme ``osce``."""


def folders(content: Path) -> tuple[Path, ...]:
    """Return where themes are looked for: beside the content, then those that came with deckgen."""
    installed = Path(str(files("deckgen"))) / "_themes"
    checkout = Path(str(files("deckgen"))).parent / "themes"
    return content.parent / "themes", content.parent.parent / "themes", installed, checkout


def find(name: str, content: Path) -> Path | None:
    """Return the folder of the theme ``name``, which may be a path, for the deck at ``content``."""
    candidates = [folder / name for folder in folders(content)]
    if "/" in name or "\\" in name:
        candidates = [Path(name), content.parent / name]
    try:
        return next((folder for folder in candidates if (folder / "theme.yaml").is_file()), None)
    except OSError:
        # A name that is too long for the file system is the name of nothing.
        return None


def names(content: Path) -> tuple[str, ...]:
    """Return the names of all themes that ``find`` finds."""
    found = (path.parent.name for folder in folders(content) for path in folder.glob("*/theme.yaml"))
    return tuple(sorted(set(found)))


def copied(folder: Path, name: str) -> dict[str, bytes]:
    """Return the files of the theme in ``folder`` under another name; all but the name stays as it was typed."""
    path = folder / "theme.yaml"
    text = path.read_text(encoding="utf-8-sig")
    node, _ = read(text.encode(), path)
    written = node.get("name") if isinstance(node, nodes.Mapping) else None
    if written:
        lines = text.split("\n")
        line, span = lines[written.span.line - 1], written.span
        lines[span.line - 1] = f"{line[: span.column - 1]}{name}{line[span.end_column - 1 :]}"
        text = "\n".join(lines)
    logo = node.get("logo") if isinstance(node, nodes.Mapping) else None
    image = _beside(folder, logo.text) if isinstance(logo, nodes.Scalar) else None
    return {
        path.name: text.encode(),
        **({image.relative_to(folder.resolve()).as_posix(): image.read_bytes()} if image else {}),
    }


def _beside(folder: Path, name: str) -> Path | None:
    """Return the file ``name`` of a theme; None if it stands elsewhere or is not there."""
    file = (folder / name).resolve()
    return file if file.is_relative_to(folder.resolve()) and file.is_file() else None


def load(folder: Path, layouts: Mapping[str, type[SlideSpec]]) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme in ``folder``, its slots those of ``layouts`` unless it places them itself."""
    path = folder / "theme.yaml"
    node, found = read(path.read_bytes(), path)
    if node is None:
        return None, found or (_error("T411", "empty-theme", "the theme is empty", _start(path), "see the theme osce"),)
    spec, more = parse(node, ThemeSpec)
    found += more
    if spec is None or found:
        return None, found
    return _Loader(spec, path).theme(layouts)


class _Loader:
    def __init__(self, spec: ThemeSpec, path: Path) -> None:
        self.spec = spec
        self.path = path
        self.found: list[Diagnostic] = []

    def theme(self, layouts: Mapping[str, type[SlideSpec]]) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        """Return the theme; None where it is not whole."""
        palette, tints = self._palette()
        styles = self._styles(palette)
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
        return Theme(name, label, grid, heading, body, palette, tints, scheme, styles, made, logo), ()

    def _palette(self) -> tuple[dict[str, Color], dict[str, SchemeColor]]:
        """Return the colours, and how slides refer to those that are in the scheme or are tints of it."""
        palette = {str(name): color for name, color in self.spec.palette.items() if isinstance(color, Color)}
        tints: dict[str, SchemeColor] = {}
        for slot, named in self.spec.scheme.items():
            if named.text in palette:
                tints.setdefault(named.text, SchemeColor(slot))
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
        for missing in [name for name in COLORS if name not in self.spec.palette]:
            self._wrong(
                "T412",
                "missing-colour",
                f"the palette has no “{missing}”",
                _start(self.path),
                f"add {missing}:",
            )
        for missing in [slot for slot in _SLOTS if slot not in self.spec.scheme]:
            self._wrong(
                "T412",
                "missing-colour",
                f"the scheme has no “{missing}”",
                _start(self.path),
                f"add {missing}:",
            )
        return palette, tints

    def _styles(self, palette: Mapping[str, Color]) -> dict[str, Style]:
        styles = {}
        for name, spec in self.spec.styles.items():
            if spec.color.text not in palette:
                self._unknown_color(spec.color, palette)
            sizes = tuple(spec.sizes)
            style = Style(sizes, spec.color.text, spec.bold, spec.heading, spec.spacing, spec.before, spec.indent)
            styles[str(name)] = style
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
        for name, layout in sorted(layouts.items()):
            for variant in layout.variants:
                slots = layout.slots(grid, variant)
                placed = next((slots for key, slots in self.spec.layouts.items() if key == name), {})
                for key in [key for key in placed if key not in {slot.name for slot in slots}]:
                    hint = did_you_mean(key, [slot.name for slot in slots])
                    self._wrong("T419", "unknown-slot", f"the layout “{name}” has no “{key}”", key.span, hint)
                rects = {str(key): _rect(spec) for key, spec in placed.items()}
                slots = tuple(replace(slot, rect=rects.get(slot.name, slot.rect)) for slot in slots)
                for style in [style for slot in slots for style in slot.styles if _is_text(slot.kind)]:
                    if style not in styles:
                        message = f"there is no style “{style}”, which the layout “{name}” sets text in"
                        self._wrong("T414", "missing-style", message, _start(self.path), f"add {style}: under styles:")
                label = name.replace("-", " ").capitalize() + (f", {variant}" if str(variant) else "")
                yield (name, variant), SlideLayout(name, label, _in_reading_order(slots), layout.background)

    def _logo(self) -> bytes | None:
        """Return the logo's bytes; it stands in the theme's folder and nowhere else."""
        logo = self.spec.logo
        if logo is None:
            return None
        file = _beside(self.path.parent, logo.text)
        if file is None:
            hint = "put the file beside theme.yaml"
            self._wrong("T417", "no-logo", f"there is no file “{logo}” in the theme", logo.span, hint)
            return None
        image = file.read_bytes()
        if not _is_picture(image):
            self._wrong("T418", "unknown-image", f"“{logo}” is no whole PNG or JPEG", logo.span, "save it as PNG")
        return image

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


def _is_picture(image: bytes) -> bool:
    """Return whether ``image`` is a PNG or JPEG that says its size."""
    if not image_type(image):
        return False
    try:
        size = image_size(image)
    except (ValueError, struct.error, IndexError):
        return False
    return min(size.width, size.height) > 0


def _is_text(kind: SlotKind) -> bool:
    return kind not in (SlotKind.RULE, SlotKind.DOT, SlotKind.TRACKER, SlotKind.PICTURE, SlotKind.SHAPES)


def _rect(spec: SlotSpec) -> Rect:
    return Rect.of_inches(spec.x, spec.y, spec.width, spec.height)


def _start(path: Path) -> Span:
    return Span(path, 1, 1, 1, 1)


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
