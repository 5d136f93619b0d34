"""The line from a content file to a deck, as one readable function; it knows every stage."""

import dataclasses
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from deckgen import cache, plugins
from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean, has_errors, ordered
from deckgen.model.drawing import Drawing, Picture
from deckgen.resolve.deck import resolve
from deckgen.source.yaml import read
from deckgen.spec.deck import DeckSpec
from deckgen.spec.parse import parse_deck
from deckgen.spec.salvage import salvaged
from deckgen.theme import load
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import ChartFrame, Pages
from deckgen.typeset.pages import typeset

DEFAULT_THEME = "osce"

CERTAIN = frozenset(
    (
        "unknown-indicator", "unknown-field", "unknown-source", "unknown-language", "unknown-highlight", "open-brace",
        "bad-link", "figure-said-twice", "no-later-figure", "units-differ", "unit-said-twice", "new-with-past",
        "over-total", "periods-out-of-order", "sign-without-meaning", "indicator-twice", "no-total",
    )
)  # fmt: skip
"""What resolving tells for certain of a deck that was not whole; the rest may follow from what is left out of it."""

Progress = Callable[[str], None]
"""Is told what is being done, in a few words."""


class Unusable(Exception):  # noqa: N818
    """A file or folder that cannot be read or written; its text says which, and why."""


class UnknownTheme(Unusable):
    """No theme is called what was asked for."""


@dataclass(frozen=True)
class Built:
    """What came of one content file: the file that was written, or none, and all that was found.

    It is ``refused`` if what was found keeps it from being written.
    """

    content: Path
    output: Path | None
    slides: int
    theme: str
    diagnostics: tuple[Diagnostic, ...]
    refused: bool = False


def build(
    content: Path,
    output_folder: Path,
    theme_name: str | None = None,
    *,
    strict: bool = False,
    native: bool = False,
    progress: Progress = lambda _: None,
) -> Built:
    """Build one deck into ``output_folder``; nothing is written if something is wrong.

    ``native`` makes every chart that PowerPoint has one of its own.
    Raises ``Unusable`` for a file or folder that cannot be read or written.
    """
    progress("reading")
    pages, theme, found = pages_of(content, theme_name, native=native)
    built = _checked_only(content, pages, theme, found, strict)
    if pages is None or theme is None or built.refused:
        progress("")
        return built
    output = output_folder / f"{content.stem}.pptx"
    deck = presentation(pages, theme, progress)
    progress("writing")
    replace(output, deck)
    progress("")
    return dataclasses.replace(built, output=output)


def check(
    content: Path,
    theme_name: str | None = None,
    *,
    strict: bool = False,
    native: bool = False,
    progress: Progress = lambda _: None,
) -> Built:
    """Return what building ``content`` would find, and write nothing.

    Raises ``Unusable`` for a file or folder that cannot be read.
    """
    progress("checking")
    pages, theme, found = pages_of(content, theme_name, native=native)
    progress("")
    return _checked_only(content, pages, theme, found, strict)


def _checked_only(
    content: Path, pages: Pages | None, theme: Theme | None, found: tuple[Diagnostic, ...], strict: bool
) -> Built:
    """Return what came of a content file before anything is written."""
    slides = len(pages.pages) if pages else 0
    refused = pages is None or theme is None or has_errors(found) or (strict and bool(found))
    return Built(content, None, slides, theme.name if theme else "", found, refused)


def pages_of(
    content: Path, theme_name: str | None = None, *, native: bool = False
) -> tuple[Pages | None, Theme | None, tuple[Diagnostic, ...]]:
    """Return the typeset pages of a content file with their theme, and all that is wrong."""
    return pages_of_text(_bytes(content), content, theme_name, native=native)


def pages_of_text(
    text: bytes, content: Path, theme_name: str | None = None, *, native: bool = False
) -> tuple[Pages | None, Theme | None, tuple[Diagnostic, ...]]:
    """Return the typeset pages of what stands, or would stand, in the file ``content``, and all that is wrong."""
    node, found = read(text, content)
    if node is None:
        return None, None, ordered(found or (_empty(content),))
    spec, more = parse_deck(node, plugins.vocabulary())
    found += more
    whole = spec is not None
    spec = spec or salvaged(node, plugins.vocabulary())
    if spec is None:
        return None, None, ordered(found)
    theme, more = _theme(spec, content, theme_name)
    deck, wrong = resolve(spec)
    found += more + (wrong if whole else tuple(known for known in wrong if known.name in CERTAIN))
    if deck is None or theme is None or not whole:
        return None, theme, ordered(found)
    pages = typeset(deck, theme, native=native)
    return pages, theme, ordered((*found, *_checked(pages)))


def presentation(pages: Pages, theme: Theme, progress: Progress = lambda _: None) -> bytes:
    """Return ``pages`` as a .pptx, its charts painted or as they were kept."""
    from deckgen.writers.pptx import write

    return write(pages, theme, _pictures(pages, theme, progress), _built_at(pages))


def contents(folder: Path) -> tuple[Path, ...]:
    """Return the content files of a folder, by name."""
    return tuple(sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))))


def replace(output: Path, deck: bytes) -> None:
    """Write ``deck`` beside ``output`` and move it into place, so that there is always a whole file there.

    Raises ``Unusable`` if the folder or the file cannot be written.
    """
    temporary = None
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{output.name}.", suffix=".part", dir=output.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(deck)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(output)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise Unusable(f"{output}: cannot be written: {_reason(error)}") from error


def _bytes(content: Path) -> bytes:
    try:
        return content.read_bytes()
    except OSError as error:
        raise Unusable(f"{content}: cannot be read: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _empty(content: Path) -> Diagnostic:
    span = Span(content, 1, 1, 1, 1)
    return Diagnostic("S110", "empty-file", Severity.ERROR, "the file is empty", span, "begin with title: and slides:")


def _theme(spec: DeckSpec, content: Path, theme_name: str | None) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme of a deck: the one asked for, else the one it names."""
    name = theme_name or (spec.theme.text if spec.theme else DEFAULT_THEME)
    folder = load.find(name, content)
    if folder is None:
        if theme_name or not spec.theme:
            raise UnknownTheme(f"no theme is called “{name}”: {did_you_mean(name, load.names(content))}")
        hint = did_you_mean(name, load.names(content))
        found = Diagnostic(
            "T410", "unknown-theme", Severity.ERROR, f"no theme is called “{name}”", spec.theme.span, hint
        )
        return None, (found,)
    try:
        return load.load(folder, plugins.vocabulary().layouts)
    except OSError as error:
        raise Unusable(f"{folder}: cannot be read: {_reason(error)}") from error


def _checked(pages: Pages) -> Iterator[Diagnostic]:
    for check in plugins.checks():
        yield from check.find(pages)


def _pictures(pages: Pages, theme: Theme, progress: Progress) -> dict[Drawing, Picture]:
    """Return the picture of each chart, painting those that are not in the user's cache."""
    frames = (frame for page in pages.pages for frame in page.frames)
    drawings = dict.fromkeys(frame.drawing for frame in frames if isinstance(frame, ChartFrame))
    kept = cache.of_user()
    found = {drawing: kept.get(drawing, theme) for drawing in drawings}
    pictures = {drawing: picture for drawing, picture in found.items() if picture}
    missing = [drawing for drawing in drawings if drawing not in pictures]
    if missing:
        progress("painting charts")
        painted = _painted(missing, theme)
        kept.keep(painted, theme)
        pictures |= painted
    return pictures


def _painted(drawings: Sequence[Drawing], theme: Theme) -> dict[Drawing, Picture]:
    from deckgen.paint import painted
    from deckgen.writers.typst import rasterized

    svgs = [painted(drawing, theme) for drawing in drawings]
    pairs = zip(drawings, svgs, rasterized(svgs, theme.palette["background"].hex), strict=True)
    return {drawing: Picture(svg, png) for drawing, svg, png in pairs}


def _built_at(pages: Pages) -> datetime | None:
    """Return the time for the properties of the file: SOURCE_DATE_EPOCH, else the date of the deck."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise Unusable(f"SOURCE_DATE_EPOCH: “{epoch}” is no number of seconds since 1970") from None
    date = pages.facts.date
    return datetime.combine(date, time(), UTC) if date else None
