"""``deckgen themes``: the themes there are, and what one looks like."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli import report

if TYPE_CHECKING:
    from deckgen.theme.theme import Theme

_BESIDE = Path("content", "deck.yaml")
"""Where a deck would stand that looks for a theme."""


@click.group("themes", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the themes with a sentence on each.

    Exit codes: 0 done, 1 mistakes in the theme, 2 wrong usage, 3 a file that cannot be read or written.
    """
    if ctx.invoked_subcommand:
        return
    from deckgen.theme import find, reading

    folders = {name: find.find(name, _BESIDE) for name in find.names(_BESIDE)}
    described = [(name, reading.described(folder)) for name, folder in folders.items() if folder]
    click.echo(_table(described))
    click.echo("\nMore of one, with a deck that shows it: deckgen themes show NAME", err=True)


@command.command("show")
@click.argument("name")
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.pass_context
def show(ctx: click.Context, name: str, output: Path) -> None:
    """Print the colours of the theme NAME and their contrast, and build a deck that shows it."""
    from deckgen import pipeline
    from deckgen.output import Unusable

    try:
        built, theme = pipeline.specimen(name, output)
    except pipeline.UnknownTheme as error:
        raise click.UsageError(str(error)) from None
    except Unusable as error:
        click.echo(str(error), err=True)
        ctx.exit(3)
    for found in built.diagnostics:
        click.echo(report.text(found), err=True)
    if theme:
        click.echo(_page(theme))
    for written in built.outputs:
        click.echo(f"\n{written}  {report.slides(built.slides)}, theme {theme.name if theme else ''}")
    ctx.exit(int(built.refused))


def _page(theme: "Theme") -> str:
    """Return the palette and the contrast of a theme as two tables."""
    from deckgen.theme.contrast import MARK, TEXT, pairs, ratio_of

    slots = {color: slot for slot, color in list(theme.scheme.items())[::-1]}
    colors = [(name, f"#{color.hex}", slots.get(name, "")) for name, color in theme.palette.items()]
    ratios = [
        (f"{pair.color} on {pair.ground}", f"{ratio_of(pair, theme):4.1f}:1", f"at least {pair.least:g}:1")
        for pair in sorted(pairs(theme), key=lambda pair: (-pair.least, pair.ground, pair.color))
    ]
    outlined = [(name, f"{outline.width:g} pt {outline.color}") for name, outline in theme.outlines.items()]
    parts = [f"{theme.name}  {theme.label}", f"Palette, and what each colour is in PowerPoint\n{_table(colors)}"]
    parts += [f"Outlines\n{_table(outlined)}"] if outlined else []
    head = f"Contrast: text needs {TEXT:g}:1, a mark that carries a value {MARK:g}:1, by itself or by its outline"
    return "\n\n".join([*parts, f"{head}\n{_table(ratios)}"])


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Return ``rows`` as lines, the columns as wide as they need."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(f"  {line}".rstrip() for line in lines)
