"""The arguments and options that verbs share, and what may be written for them."""

import re
from pathlib import Path

import click

from deckgen.cli import report
from deckgen.diagnostics import did_you_mean
from deckgen.request import contents

ALL = "all"
"""Stands for all audiences of a deck, or all formats."""
FORMATS = ("pptx", "pdf", "png", "svg", "html", "sheet")
MOST_SLIDES = 100_000
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


def formats(_ctx: click.Context, _param: click.Parameter, kinds: str) -> tuple[str, ...]:
    """Return the formats that are named, each once."""
    named = tuple(dict.fromkeys(kind.strip() for kind in kinds.split(",")))
    unknown = next((kind for kind in named if kind not in (*FORMATS, ALL)), None)
    if unknown is not None:
        hint = did_you_mean(unknown, FORMATS, f"it takes {', '.join(FORMATS)} and {ALL}")
        raise click.UsageError(f"--to does not know “{unknown}”: {hint}")
    return FORMATS if ALL in named else named


def numbers(_ctx: click.Context, _param: click.Parameter, written: str) -> frozenset[int]:
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


def decks_of(content: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the content files that are named, or else all in content/."""
    decks = content or contents(Path("content"))
    if not decks:
        raise click.UsageError("No CONTENT is named, and there is no deck in content/.")
    return decks
