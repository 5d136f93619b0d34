"""``deckgen check``: what a build would find, without writing."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli import report
from deckgen.cli.build import CHARTS, CONTENT, FORMAT, THEME, Session, decks_of

if TYPE_CHECKING:
    from deckgen.pipeline import Built, Progress


@click.command("check")
@CONTENT
@THEME
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
    def make(self, deck: Path, progress: "Progress") -> "Built":
        """Return what a build would find."""
        from deckgen import pipeline

        native = self.charts == "native"
        return pipeline.check(deck, self.theme, strict=self.strict, native=native, progress=progress)

    def line(self, built: "Built") -> str:
        """Return how many slides there are and what is to be mended."""
        summary = report.summary(built.diagnostics)
        if built.refused:
            return f"{built.content}: {summary}"
        return f"{built.content}  {report.slides(built.slides)}, {summary or 'nothing to mend'}"
