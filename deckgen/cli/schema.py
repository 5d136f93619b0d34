"""``deckgen schema``: what editors need to complete and explain keys while an author types."""

import json
from pathlib import Path

import click


@click.command("schema")
@click.argument("kind", type=click.Choice(("content", "theme")), default="content")
def command(kind: str) -> None:
    """Print the JSON Schema of a content file, or of a theme.yaml.

    An editor that knows YAML takes it from a file, deckgen schema > content/deckgen.schema.json, which the first line
    of a content file names: "# yaml-language-server: $schema=deckgen.schema.json". "deckgen new deck" writes both.
    """
    click.echo(text(kind), nl=False)


def text(kind: str) -> str:
    """Return the schema of a ``kind`` of file as JSON."""
    from deckgen import plugins
    from deckgen.spec.schema import deck_schema, theme_schema
    from deckgen.theme import find
    from deckgen.theme.reading import COLORS

    known, themes = plugins.vocabulary(), find.names(Path("content", "deck.yaml"))
    made = deck_schema(known, themes) if kind == "content" else theme_schema(known, themes, COLORS)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
