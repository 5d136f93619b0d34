"""The line from a content file to a deck, as one readable function; it knows every stage."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path

from deckgen import plugins
from deckgen.checks import file_too_large
from deckgen.checks._allowed import without_allowed
from deckgen.checks._following import without_following, without_vaguer
from deckgen.checks._guarded import BROKEN, found_by
from deckgen.checks.base import Checked
from deckgen.continuation import Laid, laid_out
from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean, has_errors, has_warnings, ordered
from deckgen.model.deck import Deck
from deckgen.output import Misasked, Unusable, replace, without_others
from deckgen.publish import Publisher, presentation
from deckgen.request import SLIDES, Built, Edition, Progress, Wanted, name_of
from deckgen.resolve.deck import resolve
from deckgen.source.files import LARGEST, contents_of
from deckgen.source.image_files import ImagesRead
from deckgen.source.nodes import Mapping as MappingNode
from deckgen.source.nodes import Node, Sequence
from deckgen.source.yaml import read
from deckgen.spec.audience import Kept, kept, misnamed
from deckgen.spec.deck import DeckSpec
from deckgen.spec.parse import parse_deck
from deckgen.spec.salvage import salvaged
from deckgen.theme import find, load
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Pages
from deckgen.typeset.pages import Charts, Typeset
from deckgen.values import frozen

DEFAULT_THEME = "osce"

CERTAIN = frozenset(
    (
        "unknown-indicator", "unknown-field", "unknown-source", "unknown-language", "unknown-highlight", "open-brace",
        "bad-link", "figure-said-twice", "no-later-figure", "units-differ", "unit-said-twice", "new-with-past",
        "over-total", "periods-out-of-order", "sign-without-meaning", "indicator-twice", "no-total", "uneven-row",
        "no-image", "image-outside", "image-too-large", "unknown-image-file", "image-misnamed", "unsafe-svg",
        "turned-image", "periods-alike", "negative-part", "image-swells",
    )
)  # fmt: skip
"""What resolving tells for certain of a deck that was not whole; the rest may follow from what is left out of it."""


class UnknownTheme(Misasked):
    """No theme is called what was asked for."""


class NoSuchSlide(Misasked):
    """A slide was asked for by a number that the deck does not have."""


@frozen
class Parsed:
    """A content file as far as it can be understood.

    It is ``whole`` if nothing is wrong with its keys, ``named`` if it knows every audience that it names. ``items`` are
    the places of its slides as written, sound or not.
    """

    content: Path
    spec: DeckSpec | None
    found: tuple[Diagnostic, ...]
    whole: bool
    named: bool = True
    items: tuple[Span, ...] = ()
    images: ImagesRead = field(default_factory=ImagesRead, compare=False)

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences that the deck declares, in its order."""
        return tuple(map(str, self.spec.audiences)) if self.spec else ()

    @property
    def for_everyone(self) -> bool:
        """Whether it has a slide that is not kept for an audience."""
        return self.spec is not None and not all(placed.spec.audience for placed in self.spec.slides)


def build(
    content: Path | Parsed,
    output_folder: Path,
    wanted: Wanted = Wanted(),
    edition: Edition = Edition(),
    *,
    progress: Progress = lambda _: None,
) -> Built:
    """Build one deck for one audience into ``output_folder``; nothing is written if something is wrong.

    All files are made before the first is written, each into its place as a whole.

    Raises ``Unusable`` for a file or folder that cannot be read or written.
    """
    progress("reading")
    return publish(made(content, wanted), output_folder, wanted, edition, progress=progress)


def publish(
    made: "Made", output_folder: Path, wanted: Wanted, edition: Edition, *, progress: Progress = lambda _: None
) -> Built:
    """Write the files of a deck that is made, as ``build`` does."""
    built = _checked_only(made, wanted)
    if made.deck is None or made.pages is None or made.theme is None or built.refused:
        progress("")
        return built
    missing = min(edition.slides - {page.number for page in made.pages.pages}, default=0)
    if missing:
        raise NoSuchSlide(f"{built.content} has no slide {missing}: its slides are 1 to {built.slides}")
    name = name_of(built.content, wanted.audience)
    files = dict(Publisher(made.deck, made.pages, made.theme, progress).files(edition))
    built = _with_size(built, max(map(len, files.values()), default=0), wanted)
    written = () if built.refused else tuple(output_folder / f"{name}{ending}" for ending in files)
    for output, data in zip(written, files.values(), strict=False):
        replace(output, data)
    if not edition.slides:
        # Of slides that the deck had before and has no more.
        without_others([path for path in written if path.parent.suffix == SLIDES])
    progress("")
    return dataclasses.replace(built, outputs=written, slides=len(edition.slides) or built.slides)


def _with_size(built: Built, size: int, wanted: Wanted) -> Built:
    """Return what came of a deck whose largest file has ``size`` bytes: that it is too large is told, once."""
    if size <= file_too_large.LARGEST or any(one.name == file_too_large.FileTooLarge.name for one in built.diagnostics):
        return built
    told = file_too_large.written(size, Span(built.content, 1, 1, 1, 1))
    return dataclasses.replace(built, diagnostics=(*built.diagnostics, told), refused=wanted.strict)


def check(content: Path | Parsed, wanted: Wanted = Wanted(), *, progress: Progress = lambda _: None) -> Built:
    """Return what building ``content`` would find, and write nothing.

    Raises ``Unusable`` for a file or folder that cannot be read.
    """
    progress("checking")
    checked = made(content, wanted)
    progress("")
    return _checked_only(checked, wanted)


@frozen
class Made:
    """The pages of one deck for one audience, or none, and all that was found on the way.

    ``laid`` is the deck that they were made of; ``parsed`` is its file as far as it can be understood; ``unchecked``
    is what the checks are still to be asked of, None where they have been or cannot be.
    """

    parsed: Parsed
    theme: Theme | None
    found: tuple[Diagnostic, ...]
    slides_for_others: int = 0
    parts_for_others: int = 0
    laid: Laid | None = None
    charts: Charts = Charts.ASKED
    unchecked: Checked | None = None

    @property
    def content(self) -> Path:
        """The content file."""
        return self.parsed.content

    @property
    def deck(self) -> Deck | None:
        """What the deck means, with as many slides as it needs."""
        return self.laid.deck if self.laid else None

    @property
    def pages(self) -> Pages | None:
        """The deck, typeset."""
        return self.laid.pages if self.laid else None

    @property
    def typeset(self) -> Typeset | None:
        """The pages with what they were set from."""
        return Typeset(self.laid.deck, self.theme, self.charts, self.laid.pages) if self.laid and self.theme else None


def _checked_only(made: Made, wanted: Wanted) -> Built:
    """Return what came of a content file before anything is written."""
    return Built(
        content=made.content,
        outputs=(),
        slides=len(made.pages.pages) if made.pages else 0,
        theme=made.theme.name if made.theme else "",
        diagnostics=made.found,
        refused=None in (made.pages, made.theme) or _stops(made.found, wanted),
        audience=wanted.audience,
        slides_for_others=made.slides_for_others,
        parts_for_others=made.parts_for_others,
    )


def _stops(found: tuple[Diagnostic, ...], wanted: Wanted) -> bool:
    """Return whether what was found keeps a deck from being written."""
    return has_errors(found) or (wanted.strict and has_warnings(found))


def parsed(content: Path) -> Parsed:
    """Return a content file as far as it can be understood, and what is wrong with it."""
    return parsed_text(bytes_of(content), content)


def pages_of(content: Path, wanted: Wanted = Wanted()) -> tuple[Pages | None, Theme | None, tuple[Diagnostic, ...]]:
    """Return the typeset pages of a content file with their theme, and all that is wrong."""
    its = made(content, wanted)
    return its.pages, its.theme, its.found


def pages_of_text(
    text: bytes, content: Path, wanted: Wanted = Wanted()
) -> tuple[Pages | None, Theme | None, tuple[Diagnostic, ...]]:
    """Return the typeset pages of what stands, or would stand, in the file ``content``, and all that is wrong."""
    its = made(parsed_text(text, content), wanted)
    return its.pages, its.theme, its.found


def parsed_text(text: bytes, content: Path) -> Parsed:
    """Return what stands, or would stand, in the file ``content`` as far as it can be understood."""
    node, found = read(text, content)
    if node is None:
        return Parsed(content, None, found or (_empty(content),), whole=False)
    items = _items(node)
    spec, more = parse_deck(node, plugins.vocabulary())
    found += more
    # What follows from a line that was left out is no mistake of its own.
    whole = spec is not None and not any(one.name == "not-yaml" for one in found)
    spec = spec or salvaged(node, plugins.vocabulary())
    if spec is None:
        return Parsed(content, None, found, whole=False, items=items)
    # Where the audiences themselves could not be read, none of them is known.
    unread = not whole and isinstance(node, MappingNode) and node.get("audiences") and not spec.audiences
    names = () if unread else tuple(misnamed(spec))
    return Parsed(content, spec, (*found, *names), whole, named=not names, items=items)


def _items(node: Node) -> tuple[Span, ...]:
    slides = node.get("slides") if isinstance(node, MappingNode) else None
    return tuple(item.span for item in slides.items) if isinstance(slides, Sequence) else ()


def made(content: Path | Parsed, wanted: Wanted) -> Made:
    """Return a deck from its keys to its pages, for one audience, with all that is found in it."""
    return with_checks(set_only(content, wanted))


def set_only(content: Path | Parsed, wanted: Wanted, before: Made | None = None) -> Made:
    """Return a deck as ``made`` does, without what the checks find; what is as it was ``before`` is not set again."""
    deck = content if isinstance(content, Parsed) else parsed(content)
    if deck.spec is None:
        return Made(deck, None, ordered(deck.found))
    mine, lacking = kept(deck.spec, wanted.audience) if deck.whole and deck.named else (Kept(deck.spec), ())
    scale = wanted.scale or mine.spec.scale
    theme, more = _theme(mine.spec, deck.content, wanted.theme, scale)
    # A layout is not asked to show what is too little for it.
    resolved, wrong = resolve(deck.spec if lacking else mine.spec, deck.images)
    wrong = wrong if deck.whole else tuple(known for known in wrong if known.name in CERTAIN)
    found = (*deck.found, *lacking, *more)
    if resolved is None or theme is None or not deck.whole or lacking:
        return Made(deck, theme, ordered((*found, *wrong)))
    charts = Charts.NATIVE if wanted.native else Charts.ASKED
    laid = laid_out(mine.spec, resolved, wrong, theme, charts, before.typeset if before else None)
    unchecked = Checked(laid.spec, laid.deck, laid.pages, theme, whole=deck.spec)
    return Made(deck, theme, ordered((*found, *laid.found)), mine.slides, mine.parts, laid, charts, unchecked)


def with_checks(made: Made) -> Made:
    """Return a deck with what the checks find as well, where they have not been asked yet."""
    if made.unchecked is None:
        return made
    found = (*made.found, *_checked(made.unchecked, made.parsed.found))
    found = without_following(found, made.unchecked.whole)
    return dataclasses.replace(made, found=ordered(found), unchecked=None)


def specimen(theme_name: str, output_folder: Path, progress: Progress = lambda _: None) -> tuple[Built, Theme | None]:
    """Build a deck that shows a theme, and return it with the theme, None for one with mistakes.

    Raises ``UnknownTheme`` if there is none of that name, ``Unusable`` if the deck cannot be written.
    """
    from deckgen.typeset.specimen import with_specimens

    content = Path("content", "specimen.yaml")
    text = (Path(__file__).parent / "templates" / "specimen.yaml").read_bytes()
    wanted = Wanted(theme_name)
    shown = made(parsed_text(text, content), wanted)
    built, theme = _checked_only(shown, wanted), shown.theme
    if shown.pages is None or theme is None or built.refused:
        return built, theme
    output = output_folder / f"{theme.name}.specimen.pptx"
    replace(output, presentation(with_specimens(shown.pages, theme), theme, progress))
    progress("")
    return dataclasses.replace(built, outputs=(output,)), theme


def bytes_of(content: Path) -> bytes:
    """Return what stands in a content file; raise ``Unusable`` where it cannot be read."""
    try:
        return contents_of(content, LARGEST)
    except OSError as error:
        raise Unusable.of(content, "read", error) from error
    except ValueError:
        raise Unusable(f"{str(content)!r}: cannot be read: no file has such a name") from None


def _empty(content: Path) -> Diagnostic:
    span = Span(content, 1, 1, 1, 1)
    return Diagnostic("S110", "empty-file", Severity.ERROR, "the file is empty", span, "begin with title: and slides:")


def _theme(
    spec: DeckSpec, content: Path, theme_name: str | None, scale: str
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme of a deck: the one asked for, else the one it names."""
    name = theme_name or (spec.theme.text if spec.theme else DEFAULT_THEME)
    folder = find.find(name, content)
    if folder is None:
        if theme_name or not spec.theme:
            raise UnknownTheme(f"no theme is called “{name}”: {did_you_mean(name, find.names(content))}")
        hint = did_you_mean(name, find.names(content))
        found = Diagnostic(
            "T410", "unknown-theme", Severity.ERROR, f"no theme is called “{name}”", spec.theme.span, hint
        )
        return None, (found,)
    try:
        return load.load(folder, plugins.vocabulary().layouts, scale, ours=plugins.are_ours())
    except OSError as error:
        raise Unusable.of(folder, "read", error) from error


def _checked(checked: Checked, read: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what the checks find and the author does not allow; not where the file itself is to be mended first."""
    checks = plugins.checks()
    told = {(one.span.line, one.span.column) for one in read if one.severity is Severity.ERROR}
    found = (one for check in checks for one in found_by(check, checked))
    found = (one for one in found if one.name == BROKEN or (one.span.line, one.span.column) not in told)
    yield from without_allowed(without_vaguer(tuple(found)), checked.spec, (check.name for check in checks))
