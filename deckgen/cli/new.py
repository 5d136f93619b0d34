"""``deckgen new``: a first deck, or a theme, to go on from; what is there already is left as it is."""

import os
import re
from importlib.resources import files
from pathlib import Path

import click

from deckgen.diagnostics import did_you_mean

SCHEMA = "deckgen.schema.json"
"""The file beside a deck by which editors know its keys."""

_LONGEST = 100
"""How many characters a name may have: with an ending and an audience, a file can be called so everywhere."""

_NAME = re.compile(r"[^\W_]+(-[^\W_]+)*")


def _checked(_ctx: click.Context, _param: click.Parameter, name: str) -> str:
    """Return ``name`` if a file can be called so everywhere."""
    if not _NAME.fullmatch(name):
        raise click.BadParameter(f"“{name}” cannot be a name: it takes letters and digits, with hyphens between them.")
    if len(name) > _LONGEST:
        raise click.BadParameter(f"a name has up to {_LONGEST} characters, this one {len(name):,}.")
    return name


@click.group("new")
def command() -> None:
    """Write a first deck or a theme to go on from.

    Exit codes: 0 done, 2 wrong usage, 3 a file that is there already, or that cannot be written.
    """


@command.command("deck")
@click.argument("name", callback=_checked)
@click.pass_context
def deck(ctx: click.Context, name: str) -> None:
    """Write content/NAME.yaml, a small deck whose comments explain the format.

    Its first line names the JSON Schema that is written beside it, by which editors complete and explain keys.
    """
    from deckgen.cli import schema

    path = Path("content", f"{name}.yaml")
    line = f"# yaml-language-server: $schema={SCHEMA}\n"
    _write(ctx, {path: line.encode() + (files("deckgen") / "templates" / "deck.yaml").read_bytes()})
    # It is made anew: it follows from the deckgen that is installed.
    _replace(ctx, path.parent / SCHEMA, schema.text("content").encode())
    click.echo(path)
    click.echo(f"Next: write your own texts and figures into it, then: deckgen build {path}", err=True)


@command.command("theme")
@click.argument("name", callback=_checked)
@click.option("--from", "original", default="osce", show_default=True, metavar="NAME", help="The theme to go on from.")
@click.pass_context
def theme(ctx: click.Context, name: str, original: str) -> None:
    """Write themes/NAME/theme.yaml, an existing theme under another name, with its logo if it has one."""
    from deckgen.theme import find

    beside = Path("content", "deck.yaml")
    folder = find.find(original, beside)
    if folder is None:
        raise click.UsageError(f"No theme is called “{original}”: {did_you_mean(original, find.names(beside))}")
    target = Path("themes", name)
    try:
        copied = find.copied(folder, name)
    except (OSError, UnicodeDecodeError) as error:
        click.echo(f"{folder}: cannot be read: {error}", err=True)
        ctx.exit(3)
    _write(ctx, {target / file: content for file, content in copied.items()})
    click.echo(target / "theme.yaml")
    click.echo(f"Next: change its colours and sizes, then: deckgen build --theme {name}", err=True)


def _replace(ctx: click.Context, path: Path, content: bytes) -> None:
    """Write a file, in the place of one that may be there."""
    from deckgen.output import Unusable, replace

    try:
        replace(path, content)
    except Unusable as error:
        click.echo(str(error), err=True)
        ctx.exit(3)


def _write(ctx: click.Context, contents: dict[Path, bytes]) -> None:
    """Write files that are not there yet, all or none of them."""
    there = next((path for path in contents if os.path.lexists(path)), None)
    if there:
        click.echo(f"{there}: is there already, and is left as it is; choose another name", err=True)
        ctx.exit(3)
    for path, content in contents.items():
        _replace(ctx, path, content)
