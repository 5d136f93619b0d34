"""Several decks, each for several audiences: what is found and what comes of each is told as it comes."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import click

from deckgen import __version__
from deckgen.cli import report
from deckgen.cli.jobs import FEW, Line, Unread, all_made
from deckgen.cli.options import ALL
from deckgen.diagnostics import Diagnostic, Severity, did_you_mean
from deckgen.request import Built, Progress, Wanted, name_of
from deckgen.values import mutable

if TYPE_CHECKING:
    from deckgen.cli.jobs import Deck
    from deckgen.pipeline import Parsed
    from deckgen.source.notes import Notes
    from deckgen.unchanged import Unchanged


Mistake = tuple[object, ...]
"""What ``report.mistake`` returns."""

UNUSABLE = 3
"""The exit code where a file or folder cannot be read or written."""


@mutable(kw_only=True)
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
    jobs: int = 1
    found: list[Diagnostic] = field(default_factory=list)
    outputs: list[Path] = field(default_factory=list)
    notes: "dict[Path, Notes]" = field(default_factory=dict)
    """What was read for each deck."""

    def run(self, decks: tuple[Path, ...]) -> int:
        """Return the exit code of all ``decks``."""
        self.code, self.found, self.outputs = 0, [], []
        # Where all decks are for everyone, each may be read by whom it is made by.
        parts = self.jobs > 1 and len(decks) >= FEW and self.for_everyone
        read = self._parsed if not parts else lambda content: self.known(content) or Unread(content)
        parsed = [deck for deck in map(read, decks) if deck]
        self._must_be_known(parsed)
        plan = [(deck, (*self._audiences_of(deck),)) for deck in parsed]
        self.look_over([(deck.content, audience) for deck, audiences in plan for audience in audiences])
        come_of = all_made(self, plan)
        for deck, audiences in plan:
            told: set[Mistake] = set()
            made: dict[str, Built] = {}
            for number, audience in enumerate(audiences):
                built = next(come_of)
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

    @property
    def for_everyone(self) -> bool:
        """Whether it is known without reading them whom decks are made for."""
        return False

    def _parsed(self, content: Path) -> "Deck | None":
        if known := self.known(content):
            return known
        from deckgen import pipeline
        from deckgen.output import Unusable

        progress = Line(content.stem)
        progress("reading")
        try:
            with self.noting(content):
                return pipeline.parsed(content)
        except Unusable as error:
            self.unusable(str(error))
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
        found = new if first else [report.for_audience(built.audience, one) for one in new]
        self.found += found
        self.outputs += built.outputs
        self.code = max(self.code, int(built.refused))
        if self.style not in report.MACHINE:
            self._tell(built, found)
        return {report.mistake(one) for one in built.diagnostics}

    def wanted(self, audience: str) -> Wanted:
        """Return what is asked for beside the content, for one audience."""
        return Wanted(self.theme, self.scale, audience, self.strict, native=self.charts == "native")

    def read(self, content: Path) -> "Notes":
        """Return what was read for a deck, where that was put down."""
        from deckgen.source.notes import Notes

        return self.notes.setdefault(content, Notes())

    def made(self, deck: "Deck", audience: str) -> Built | None:
        """Return what came of a deck for one audience; None for one that cannot be read or written, which is told."""
        from deckgen.unchanged import Unchanged

        if isinstance(deck, Unchanged):
            return deck.built[audience]
        from deckgen import pipeline
        from deckgen.output import Misasked, Unusable

        progress = Line(name_of(deck.content, audience))
        try:
            with self.noting(deck.content):
                parsed = deck if isinstance(deck, pipeline.Parsed) else pipeline.parsed(deck.content)
                return self.make(parsed, self.wanted(audience), progress)
        except Misasked as error:
            raise click.UsageError(str(error)) from None
        except Unusable as error:
            progress("")
            self.unusable(str(error))
            return None

    def unusable(self, error: str) -> None:
        """Tell of a file or folder that cannot be read or written."""
        click.echo(error, err=True)
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


def named(built: Built) -> str:
    """Return the file that a deck was made of, and for whom."""
    return f"{built.content} for {built.audience}" if built.audience else str(built.content)
