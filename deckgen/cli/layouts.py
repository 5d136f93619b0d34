"""``deckgen layouts``: the slide layouts there are, and what an author may write in each."""

from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import TYPE_CHECKING

import click

from deckgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from deckgen.spec.base import ChartSpec
    from deckgen.spec.manual import Key, LayoutManual


@click.command("layouts")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the slide layouts with the keys of each; with NAME, say all of one, and show an example.

    A key with * must be there.
    """
    from deckgen import plugins
    from deckgen.spec.manual import common_keys, manual

    layouts = plugins.vocabulary().layouts
    if name is None:
        click.echo("\n\n".join(_entry(manual(known, layout)) for known, layout in layouts.items()))
        every = "  ".join(key.name for key in common_keys())
        click.echo(f"\nEvery slide also takes: {every}\nA key with * must be there. More: deckgen layouts NAME")
    elif name in layouts:
        click.echo(
            _page(manual(name, layouts[name]), plugins.vocabulary().charts if layouts[name].takes_charts() else {})
        )
    else:
        raise click.UsageError(f"No layout is called “{name}”: {did_you_mean(name, layouts)}")


def _entry(layout: "LayoutManual") -> str:
    """Return the name, the sentence and the keys of a layout."""
    keys = "  ".join(f"{key.name}*" if key.required else key.name for key in layout.keys)
    return f"{layout.name}\n  {layout.sentence}\n  {keys}"


def _page(layout: "LayoutManual", charts: "Mapping[str, type[ChartSpec]]") -> str:
    """Return all there is to know of a layout, and of the ``charts`` it may show."""
    from deckgen.spec.manual import common_keys, keys_of

    parts = [f"{layout.name}\n\n{layout.sentence}"]
    if layout.inferred:
        parts.append(f"layout: may be left out where a slide has {layout.inferred}.")
    parts.append(f"Keys (* must be there)\n{_table(layout.keys)}")
    parts += [f"{title}\n{_table(keys)}" for title, keys in layout.below]
    parts += [f"chart is {chart}, or takes\n{_table(keys_of(spec))}" for chart, spec in charts.items()]
    parts.append(f"Keys of every slide\n{_table(common_keys())}")
    if layout.example:
        parts.append(f"A whole deck with such a slide\n{indent(layout.example, '  ')}")
    return "\n\n".join(parts)


def _table(keys: Iterable["Key"]) -> str:
    rows = [(f"{key.name}{'*' if key.required else ''}", key.description) for key in keys]
    width = max(len(name) for name, _ in rows) + 2
    return "\n".join(f"  {name:{width}}{description}" for name, description in rows)
