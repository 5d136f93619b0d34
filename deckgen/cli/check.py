"""``deckgen check``: what a build would find, without writing."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli import report
from deckgen.cli.options import AUDIENCE, CHARTS, CONTENT, FORMAT, SCALE, THEME, decks_of
from deckgen.cli.session import Session, named
from deckgen.diagnostics import has_warnings
from deckgen.request import Built, Progress, Wanted

if TYPE_CHECKING:
    from deckgen.cli.jobs import Deck
    from deckgen.pipeline import Parsed


@click.command("check")
@CONTENT
@THEME
@SCALE
@AUDIENCE
@CHARTS
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@FORMAT
@click.pass_context
def command(ctx: click.Context, /, content: tuple[Path, ...], **options: Any) -> None:
    """Check CONTENT files, or all decks in content/, as a build does, and write nothing.

    Exit codes: 0 sound, 1 mistakes in the content, 2 wrong usage, 3 a file or folder that cannot be read.
    """
    ctx.exit(_Checking(**options).run(decks_of(content)))


class _Checking(Session):
    def usual(self, deck: "Deck") -> tuple[str, ...]:
        """Return everyone, and each audience that a deck declares."""
        return (*([""] if deck.for_everyone or not deck.audiences else []), *deck.audiences)

    def make(self, deck: "Parsed", wanted: Wanted, progress: Progress) -> Built:
        """Return what a build would find."""
        from deckgen import pipeline

        return pipeline.check(deck, wanted, progress=progress)

    def line(self, built: Built) -> str:
        """Return how many slides there are and what is to be mended."""
        summary = report.summary(built.diagnostics)
        if built.refused:
            return f"{named(built)}: {summary}"
        sound = "" if has_warnings(built.diagnostics) else "nothing to mend"
        return f"{named(built)}  {report.slides(built.slides)}, {', '.join(filter(None, (sound, summary)))}"
