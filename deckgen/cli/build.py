"""``deckgen build``: content files to decks."""

import re
import sys
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from deckgen import __version__
from deckgen.cli import report
from deckgen.diagnostics import Diagnostic, Severity, did_you_mean
from deckgen.request import Built, Edition, Progress, Wanted, contents, name_of

if TYPE_CHECKING:
    from deckgen.pipeline import Made, Parsed
    from deckgen.source.notes import Notes
    from deckgen.unchanged import Unchanged

    Deck = Parsed | Unchanged

Mistake = tuple[object, ...]
"""What ``report.mistake`` returns."""

ALL = "all"
"""Stands for all audiences of a deck, or all formats."""
FORMATS = ("pptx", "pdf", "png", "svg", "html", "sheet")
MOST_SLIDES = 100_000
UNUSABLE = 3
"""The exit code where a file or folder cannot be read or written."""
_RANGE = re.compile(r"(?P<first>\d{1,6})(?:-(?P<last>\d{1,6}))?")

CONTENT = click.argument("content", nargs=-1, type=click.Path(path_type=Path))
THEME = click.option("--theme", metavar="NAME", help="A theme by its name, or by the path to its folder.")
SCALE = click.option("--scale", type=click.Choice(("normal", "large")), help="The size of type: large for large rooms.")


def _listed(_ctx: click.Context, _param: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return all names, be they written one by one or with commas; each once."""
    return tuple(dict.fromkeys(name.strip() for some in names for name in some.split(",")))


AUDIENCE = click.option(
    "--audience",
    "audiences",
    multiple=True,
    metavar="NAME",
    callback=_listed,
    help="For whom, as named under audiences: in the deck; again for several, “all” for all of them.",
)
CHARTS = click.option(
    "--charts",
    type=click.Choice(("painted", "native")),
    default="painted",
    show_default=True,
    help="Pictures, or PowerPoint's own charts where it has the kind, with their figures to edit.",
)


def _formats(_ctx: click.Context, _param: click.Parameter, kinds: str) -> tuple[str, ...]:
    """Return the formats that are named, each once."""
    named = tuple(dict.fromkeys(kind.strip() for kind in kinds.split(",")))
    unknown = next((kind for kind in named if kind not in (*FORMATS, ALL)), None)
    if unknown is not None:
        hint = did_you_mean(unknown, FORMATS, f"it takes {', '.join(FORMATS)} and {ALL}")
        raise click.UsageError(f"--to does not know “{unknown}”: {hint}")
    return FORMATS if ALL in named else named


def _numbers(_ctx: click.Context, _param: click.Parameter, written: str) -> frozenset[int]:
    """Return the numbers that are written, such as 1,4-6."""
    numbers: set[int] = set()
    for part in filter(None, (part.strip() for part in written.split(","))):
        match = _RANGE.fullmatch(part)
        first, last = (int(match["first"]), int(match["last"] or match["first"])) if match else (0, 0)
        if not 0 < first <= last < MOST_SLIDES:
            raise click.UsageError(f"--slides takes numbers such as 1,4-6; “{part}” is none.")
        numbers |= set(range(first, last + 1))
    return frozenset(numbers)


FORMAT = click.option("--format", "style", type=click.Choice(report.FORMATS), default="text", show_default=True)


@click.command("build")
@CONTENT
@THEME
@SCALE
@AUDIENCE
@click.option(
    "--to",
    "formats",
    default="pptx",
    show_default=True,
    metavar="FORMATS",
    callback=_formats,
    help="What to make, with commas: pptx, pdf, png, svg, html, sheet (all slides on one picture), or all.",
)
@click.option(
    "--slides", default="", metavar="NUMBERS", callback=_numbers, help="Only these, such as 1,4-6; not of pptx."
)
@click.option("--handout", is_flag=True, help="Also a PDF with each slide over its notes.")
@click.option(
    "--ppi", type=click.FloatRange(18, 600), default=144, show_default=True, help="Pixels to the inch of a png."
)
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(path_type=Path), help="Where to write."
)
@CHARTS
@click.option("--strict", is_flag=True, help="Write nothing on a warning either.")
@FORMAT
@click.pass_context
def command(ctx: click.Context, /, content: tuple[Path, ...], style: str, **options: Any) -> None:
    """Build decks from CONTENT files, or all decks in content/.

    Exit codes: 0 done, 1 mistakes in the content, 2 wrong usage, 3 a file or folder that cannot be read or written.
    """
    must_fit(options)
    ctx.exit(Building(style=style, **options).run(decks_of(content)))


def must_fit(options: dict[str, Any]) -> None:
    """Raise ``UsageError`` for options that cannot stand together."""
    if options["slides"] and "pptx" in options["formats"]:
        raise click.UsageError(
            "A pptx holds all slides: name other formats with --to, or keep slides for an --audience."
        )


def decks_of(content: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the content files that are named, or else all in content/."""
    decks = content or contents(Path("content"))
    if not decks:
        raise click.UsageError("No CONTENT is named, and there is no deck in content/.")
    return decks


@dataclass(kw_only=True)
class Session(ABC):
    """Goes from deck to deck, and for each from audience to audience; keeps the exit code of the worst."""

    style: str
    theme: str | None
    scale: str | None
    strict: bool
    audiences: tuple[str, ...]
    charts: str = "painted"
    least: ClassVar[Severity] = Severity.ADVICE
    """The least of what is found that people are told."""
    code: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    outputs: list[Path] = field(default_factory=list)

    def run(self, decks: tuple[Path, ...]) -> int:
        """Return the exit code of all ``decks``."""
        self.code, self.found, self.outputs = 0, [], []
        parsed = [deck for deck in map(self._parsed, decks) if deck]
        self._must_be_known(parsed)
        plan = [(deck, (*self._audiences_of(deck),)) for deck in parsed]
        self.look_over([(deck.content, audience) for deck, audiences in plan for audience in audiences])
        for deck, audiences in plan:
            told: set[Mistake] = set()
            made: dict[str, Built] = {}
            for number, audience in enumerate(audiences):
                built = self._made(deck, audience)
                if built is not None:
                    made[audience] = built
                    told |= self._take(built, told, first=number == 0)
            self.done(deck, made)
        if self.style == "json":
            click.echo(report.as_json(self.found, self.outputs))
        elif self.style == "sarif":
            click.echo(report.as_sarif(self.found, __version__))
        return self.code

    @abstractmethod
    def make(self, deck: "Parsed", wanted: Wanted, progress: Progress) -> Built:
        """Return what came of one deck for one audience."""

    @abstractmethod
    def line(self, built: Built) -> str:
        """Return the line that tells of a deck, refused or not."""

    @abstractmethod
    def usual(self, deck: "Deck") -> tuple[str, ...]:
        """Return the audiences a deck is made for where none is asked for, an empty text for everyone."""

    def look_over(self, plan: list[tuple[Path, str]]) -> None:
        """Raise ``UsageError`` for what cannot be made in one go; ``plan`` has each file with each audience."""
        del plan

    def done(self, deck: "Deck", made: dict[str, Built]) -> None:
        """Is called with what came of a deck, when it is made for all its audiences."""
        del deck, made

    def known(self, content: Path) -> "Unchanged | None":
        """Return a deck that need not be made again; None for one that does."""
        del content
        return None

    def noting(self, content: Path) -> AbstractContextManager[None]:
        """Return what puts down all that is read for a deck, where that is asked for."""
        del content
        return nullcontext()

    def _parsed(self, content: Path) -> "Deck | None":
        if known := self.known(content):
            return known
        from deckgen import pipeline
        from deckgen.output import Unusable

        progress = _Progress(content.stem)
        progress("reading")
        try:
            with self.noting(content):
                return pipeline.parsed(content)
        except Unusable as error:
            self._unusable(error)
            return None
        finally:
            progress("")

    def _must_be_known(self, decks: list["Deck"]) -> None:
        """Raise ``UsageError`` for an audience that no deck has, unless one cannot be understood at all."""
        names = {name for deck in decks for name in deck.audiences}
        unknown = next((name for name in self.audiences if name not in (*names, ALL)), None)
        if not self.audiences or not all(deck.spec for deck in decks):
            return
        if decks and not names:
            raise click.UsageError("No deck has audiences: write them in a deck, under audiences:.")
        if unknown:
            raise click.UsageError(f"No audience is called “{unknown}”: {did_you_mean(unknown, names)}")

    def _audiences_of(self, deck: "Deck") -> Iterator[str]:
        """Yield the audiences to make a deck for; the mistakes of one that is not sound are told once."""
        if not (deck.whole and deck.named):
            yield ""
        elif not self.audiences:
            yield from self.usual(deck)
        elif not deck.audiences:
            click.echo(f"{deck.content}: has no audiences, so nothing is made of it", err=True)
        elif ALL in self.audiences:
            yield from deck.audiences
        else:
            yield from (name for name in self.audiences if name in deck.audiences)
            for name in self.audiences:
                if name not in deck.audiences:
                    click.echo(f"{deck.content}: has no audience “{name}”, so nothing is made for it", err=True)

    def _take(self, built: Built, told: set[Mistake], *, first: bool) -> set[Mistake]:
        """Tell of a deck for one audience what is not ``told``, and return what was found."""
        new = [one for one in built.diagnostics if report.mistake(one) not in told]
        found = new if first else [_for(built.audience, one) for one in new]
        self.found += found
        self.outputs += built.outputs
        self.code = max(self.code, int(built.refused))
        if self.style not in report.MACHINE:
            self._tell(built, found)
        return {report.mistake(one) for one in built.diagnostics}

    def _made(self, deck: "Deck", audience: str) -> Built | None:
        """Return what came of a deck for one audience; None for one that cannot be read or written, which is told."""
        from deckgen.unchanged import Unchanged

        if isinstance(deck, Unchanged):
            return deck.built[audience]
        from deckgen.output import Misasked, Unusable

        progress = _Progress(name_of(deck.content, audience))
        wanted = Wanted(self.theme, self.scale, audience, self.strict, native=self.charts == "native")
        try:
            with self.noting(deck.content):
                return self.make(deck, wanted, progress)
        except Misasked as error:
            raise click.UsageError(str(error)) from None
        except Unusable as error:
            progress("")
            self._unusable(error)
            return None

    def _unusable(self, error: Exception) -> None:
        click.echo(str(error), err=True)
        self.code = UNUSABLE

    def _tell(self, built: Built, new: list[Diagnostic]) -> None:
        """Print what was found to stderr, as far as it is new, and what came of the deck to stdout."""
        one = report.ONE[self.style]
        told = [found for found in new if found.severity >= self.least]
        for found in told[: report.MOST_TOLD]:
            click.echo(one(found), err=True)
        if len(told) > report.MOST_TOLD:
            click.echo(f"… and {len(told) - report.MOST_TOLD:,} more, told once these are mended", err=True)
        click.echo(self.line(built), err=built.refused)


def _for(audience: str, found: Diagnostic) -> Diagnostic:
    """Return what was found in the deck for an audience and not in those before, so that it says whose it is."""
    said = f"“{audience}”" in found.message
    return found if said else replace(found, message=f"for {audience}: {found.message}")


def named(built: Built) -> str:
    """Return the file that a deck was made of, and for whom."""
    return f"{built.content} for {built.audience}" if built.audience else str(built.content)


@dataclass(kw_only=True)
class Building(Session):
    """Builds decks into ``output``, again where it is asked again; advice is left to a check."""

    output: Path
    formats: tuple[str, ...]
    slides: frozenset[int]
    handout: bool
    ppi: float
    notes: "dict[Path, Notes]" = field(default_factory=dict)
    """What was read for each deck."""
    least: ClassVar[Severity] = Severity.WARNING
    _before: dict[tuple[Path, str], "Made"] = field(default_factory=dict)

    def run(self, decks: tuple[Path, ...]) -> int:
        """Return the exit code of all ``decks``, what is read for them put down anew."""
        self.notes.clear()
        return super().run(decks)

    def known(self, content: Path) -> "Unchanged | None":
        """Return a deck of which nothing has changed since it was built as it is to be now."""
        from deckgen.unchanged import unchanged

        return unchanged(content, self._asked)

    def noting(self, content: Path) -> AbstractContextManager[None]:
        """Return what puts down all that is read for a deck."""
        from deckgen.source.notes import Notes, noting

        return noting(self.notes.setdefault(content, Notes()))

    def done(self, deck: "Deck", made: dict[str, Built]) -> None:
        """Keep what came of a deck, so that it is known again."""
        from deckgen.unchanged import Unchanged, record

        if not isinstance(deck, Unchanged):
            record(deck.content, self._asked, deck.audiences, made, self.notes[deck.content])

    @property
    def _asked(self) -> object:
        """All that was asked for but the content."""
        options = self.theme, self.scale, self.strict, self.audiences, self.charts
        return *options, str(self.output), self.edition

    @property
    def edition(self) -> Edition:
        """How the decks are given out."""
        return Edition(self.formats, self.handout, self.slides, self.ppi)

    def usual(self, deck: "Deck") -> tuple[str, ...]:
        """Return that a deck is built for everyone."""
        del deck
        return ("",)

    def look_over(self, plan: list[tuple[Path, str]]) -> None:
        """Raise ``UsageError`` where two decks would be one file."""
        names = Counter(name_of(content, audience) for content, audience in plan)
        twice = [name for name, count in names.items() if count > 1]
        if twice:
            raise click.UsageError(f"Two decks are called “{twice[0]}”; one would overwrite the other.")

    def make(self, deck: "Parsed", wanted: Wanted, progress: Progress) -> Built:
        """Return the deck, written."""
        from deckgen import pipeline

        progress("reading")
        key = deck.content, wanted.audience
        made = pipeline.made(deck, wanted, self._before.get(key))
        if made.pages:
            self._before[key] = made
        return pipeline.publish(made, self.output, wanted, self.edition, progress=progress)

    def line(self, built: Built) -> str:
        """Return the file that was written, or what kept it from being written."""
        if built.refused:
            told = (one for one in built.diagnostics if one.severity >= self.least)
            return f"{named(built)}: {report.summary(told)}, nothing written"
        return report.written(built)


class _Progress:
    """Says on a terminal what is being done; the line is cleared when it ends."""

    def __init__(self, deck: str) -> None:
        self.deck = deck
        self.shown = sys.stderr.isatty()

    def __call__(self, doing: str) -> None:
        if self.shown:
            click.echo(f"\r\x1b[2K{self.deck}: {doing} …" if doing else "\r\x1b[2K", nl=False, err=True)
