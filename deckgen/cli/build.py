"""``deckgen build``: content files to decks."""

import sys
from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli import report
from deckgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from deckgen.pipeline import Built, Progress


CONTENT = click.argument("content", nargs=-1, type=click.Path(path_type=Path))
THEME = click.option("--theme", metavar="NAME", help="A theme by its name, or by the path to its folder.")
CHARTS = click.option(
    "--charts",
    type=click.Choice(("painted", "native")),
    default="painted",
    show_default=True,
    help="Pictures, or PowerPoint's own charts where it has the kind, with their figures to edit.",
)
FORMAT = click.option("--format", "style", type=click.Choice(report.FORMATS), default="text", show_default=True)


@click.command("build")
@CONTENT
@THEME
@click.option("--to", "kinds", default="pptx", show_default=True, metavar="FORMATS", help="What to make: pptx.")
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(path_type=Path), help="Where to write."
)
@CHARTS
@click.option("--strict", is_flag=True, help="Write nothing on a warning either.")
@FORMAT
@click.pass_context
def command(ctx: click.Context, /, content: tuple[Path, ...], kinds: str, style: str, **options: Any) -> None:
    """Build decks from CONTENT files, or all decks in content/.

    Exit codes: 0 done, 1 mistakes in the content, 2 wrong usage, 3 a file or folder that cannot be read or written.
    """
    unknown = sorted(set(kinds.split(",")) - {"pptx"})
    if unknown:
        raise click.UsageError(f"--to takes pptx; “{unknown[0]}” is not known.")
    decks = decks_of(content)
    twice = [name for name, count in Counter(deck.stem for deck in decks).items() if count > 1]
    if twice:
        raise click.UsageError(f"Two decks are called “{twice[0]}”; one would overwrite the other.")
    ctx.exit(_Building(style=style, **options).run(decks))


def decks_of(content: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the content files that are named, or else all in content/."""
    from deckgen import pipeline

    decks = content or pipeline.contents(Path("content"))
    if not decks:
        raise click.UsageError("No CONTENT is named, and there is no deck in content/.")
    return decks


@dataclass(kw_only=True)
class Session(ABC):
    """Goes from deck to deck, tells of each, and keeps the exit code of the worst."""

    style: str
    theme: str | None
    strict: bool
    charts: str = "painted"
    code: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    outputs: list[Path] = field(default_factory=list)

    def run(self, decks: tuple[Path, ...]) -> int:
        """Return the exit code of all ``decks``."""
        for deck in decks:
            self._take(deck)
        if self.style == "json":
            click.echo(report.as_json(self.found, self.outputs))
        return self.code

    @abstractmethod
    def make(self, deck: Path, progress: "Progress") -> "Built":
        """Return what came of one deck."""

    @abstractmethod
    def line(self, built: "Built") -> str:
        """Return the line that tells of a deck, refused or not."""

    def _take(self, deck: Path) -> None:
        from deckgen import pipeline

        progress = _Progress(deck.stem)
        try:
            built = self.make(deck, progress)
        except pipeline.UnknownTheme as error:
            raise click.UsageError(str(error)) from None
        except pipeline.Unusable as error:
            progress("")
            click.echo(str(error), err=True)
            self.code = 3
            return
        self.found += built.diagnostics
        self.outputs += [built.output] if built.output else []
        self.code = max(self.code, int(built.refused))
        if self.style != "json":
            self._tell(built)

    def _tell(self, built: "Built") -> None:
        """Print what was found to stderr, what came of the deck to stdout."""
        one = report.concise if self.style == "concise" else report.text
        for found in built.diagnostics:
            click.echo(one(found), err=True)
        click.echo(self.line(built), err=built.refused)


@dataclass(kw_only=True)
class _Building(Session):
    """Builds decks into ``output``."""

    output: Path

    def make(self, deck: Path, progress: "Progress") -> "Built":
        """Return the deck, written."""
        from deckgen import pipeline

        native = self.charts == "native"
        return pipeline.build(deck, self.output, self.theme, strict=self.strict, native=native, progress=progress)

    def line(self, built: "Built") -> str:
        """Return the file that was written, or what kept it from being written."""
        if built.refused:
            return f"{built.content}: {report.summary(built.diagnostics)}, nothing written"
        return f"{built.output}  {report.slides(built.slides)}, theme {built.theme}"


class _Progress:
    """Says on a terminal what is being done; the line is cleared when it ends."""

    def __init__(self, deck: str) -> None:
        self.deck = deck
        self.shown = sys.stderr.isatty()

    def __call__(self, doing: str) -> None:
        if self.shown:
            click.echo(f"\r\x1b[2K{self.deck}: {doing} …" if doing else "\r\x1b[2K", nl=False, err=True)
