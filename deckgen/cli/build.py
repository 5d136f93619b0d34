"""``deckgen build``: content files to decks."""

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli import report
from deckgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from deckgen.pipeline import Built


@click.command("build")
@click.argument("content", nargs=-1, type=click.Path(path_type=Path))
@click.option("--theme", metavar="NAME", help="A theme by its name, or by the path to its folder.")
@click.option("--to", "kinds", default="pptx", show_default=True, metavar="FORMATS", help="What to make: pptx.")
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--strict", is_flag=True, help="Write nothing on a warning either.")
@click.option("--format", "style", type=click.Choice(report.FORMATS), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, /, content: tuple[Path, ...], kinds: str, style: str, **options: Any) -> None:
    """Build decks from CONTENT files, or all decks in content/.

    Exit codes: 0 done, 1 mistakes in the content, 2 wrong usage, 3 a file or folder that cannot be read or written.
    """
    unknown = sorted(set(kinds.split(",")) - {"pptx"})
    if unknown:
        raise click.UsageError(f"--to takes pptx; “{unknown[0]}” is not known.")
    session = _Session(style, **options)
    for deck in _decks(content):
        session.build(deck)
    if style == "json":
        click.echo(report.as_json(session.found, session.outputs))
    ctx.exit(session.code)


def _decks(content: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the content files to build, which must not overwrite each other's decks."""
    from deckgen import pipeline

    decks = content or pipeline.contents(Path("content"))
    if not decks:
        raise click.UsageError("No CONTENT is named, and there is no deck in content/.")
    twice = [name for name, count in Counter(deck.stem for deck in decks).items() if count > 1]
    if twice:
        raise click.UsageError(f"Two decks are called “{twice[0]}”; one would overwrite the other.")
    return decks


@dataclass
class _Session:
    """Builds deck after deck, tells of each, and keeps the exit code of the worst."""

    style: str
    theme: str | None
    output: Path
    strict: bool
    code: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    outputs: list[Path] = field(default_factory=list)

    def build(self, deck: Path) -> None:
        """Build one deck and tell of it."""
        from deckgen import pipeline

        progress = _Progress(deck.stem)
        try:
            built = pipeline.build(deck, self.output, self.theme, strict=self.strict, progress=progress)
        except pipeline.UnknownTheme as error:
            raise click.UsageError(str(error)) from None
        except pipeline.Unusable as error:
            progress("")
            click.echo(str(error), err=True)
            self.code = 3
            return
        self.found += built.diagnostics
        if built.output:
            self.outputs.append(built.output)
        else:
            self.code = max(self.code, 1)
        if self.style != "json":
            _show(built, self.style)


def _show(built: "Built", style: str) -> None:
    """Print what was found to stderr, what was written to stdout."""
    one = report.concise if style == "concise" else report.text
    for found in built.diagnostics:
        click.echo(one(found), err=True)
    if built.output:
        slides = "1 slide" if built.slides == 1 else f"{built.slides} slides"
        click.echo(f"{built.output}  {slides}, theme {built.theme}")
    else:
        click.echo(f"{built.content}: {report.summary(built.diagnostics)}, nothing written", err=True)


class _Progress:
    """Says on a terminal what is being done; the line is cleared when it ends."""

    def __init__(self, deck: str) -> None:
        self.deck = deck
        self.shown = sys.stderr.isatty()

    def __call__(self, doing: str) -> None:
        if self.shown:
            click.echo(f"\r\x1b[2K{self.deck}: {doing} …" if doing else "\r\x1b[2K", nl=False, err=True)
