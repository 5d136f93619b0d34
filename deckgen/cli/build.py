"""``deckgen build``: content files to decks."""

from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from deckgen.cli import report
from deckgen.cli.options import AUDIENCE, CHARTS, CONTENT, FORMAT, SCALE, THEME, decks_of, formats, numbers
from deckgen.cli.session import Session, named
from deckgen.diagnostics import Severity
from deckgen.processes import cores
from deckgen.request import Built, Edition, Progress, Wanted, name_of
from deckgen.values import mutable

if TYPE_CHECKING:
    from deckgen.cli.jobs import Deck
    from deckgen.pipeline import Parsed
    from deckgen.unchanged import Unchanged


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
    callback=formats,
    help="What to make, with commas: pptx, pdf, png, svg, html, sheet (all slides on one picture), or all.",
)
@click.option(
    "--slides", default="", metavar="NUMBERS", callback=numbers, help="Only these, such as 1,4-6; not of pptx."
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
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="How many decks are made at once; by default as many as there are cores.",
)
@FORMAT
@click.pass_context
def command(ctx: click.Context, /, content: tuple[Path, ...], style: str, **options: Any) -> None:
    """Build decks from CONTENT files, or all decks in content/.

    Exit codes: 0 done, 1 mistakes in the content, 2 wrong usage, 3 a file or folder that cannot be read or written.
    """
    must_fit(options)
    options["jobs"] = options["jobs"] or cores()
    ctx.exit(Building(style=style, **options).run(decks_of(content)))


def must_fit(options: dict[str, Any]) -> None:
    """Raise ``UsageError`` for options that cannot stand together."""
    if options["slides"] and "pptx" in options["formats"]:
        raise click.UsageError(
            "A pptx holds all slides: name other formats with --to, or keep slides for an --audience."
        )


@mutable(kw_only=True)
class Building(Session):
    """Builds decks into ``output``, again where it is asked again; advice is left to a check."""

    output: Path
    formats: tuple[str, ...]
    slides: frozenset[int]
    handout: bool
    ppi: float
    least: ClassVar[Severity] = Severity.WARNING

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
        from deckgen.source.notes import noting

        return noting(self.read(content))

    def done(self, deck: "Deck", made: dict[str, Built]) -> None:
        """Keep what came of a deck, so that it is known again."""
        from deckgen.unchanged import Unchanged, record

        if not isinstance(deck, Unchanged):
            record(deck.content, self._asked, deck.audiences, made, self.read(deck.content))

    @property
    def _asked(self) -> object:
        """All that was asked for but the content."""
        options = self.theme, self.scale, self.strict, self.audiences, self.charts
        return *options, str(self.output), self.edition

    @property
    def edition(self) -> Edition:
        """How the decks are given out."""
        return Edition(self.formats, self.handout, self.slides, self.ppi)

    @property
    def for_everyone(self) -> bool:
        """Whether no audience is asked for."""
        return not self.audiences

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

        return pipeline.build(deck, self.output, wanted, self.edition, progress=progress)

    def line(self, built: Built) -> str:
        """Return the file that was written, or what kept it from being written."""
        if built.refused:
            told = (one for one in built.diagnostics if one.severity >= self.least)
            return f"{named(built)}: {report.summary(told)}, nothing written"
        return report.written(built)
