"""The command ``deckgen``: one file for each verb, imported only when it is asked for."""

import os
import sys
from contextlib import suppress
from importlib import import_module

import click

from deckgen import __version__

VERBS = {
    "build": "Build decks from CONTENT files, or all decks in content/.",
    "check": "Say what a build would find, and write nothing.",
    "explain": "Say what a check finds, why it matters, and what to do instead.",
    "layouts": "List the slide layouts, or say all of one.",
    "schema": "Print the JSON Schema of a content file, by which editors complete it.",
    "preview": "Show a deck in the browser, and every change as soon as the file is saved.",
    "new": "Write a first deck or a theme to go on from.",
    "watch": "Build decks again at every change of a file of theirs.",
    "themes": "List the themes, or show one: its colours, its contrast, and a deck in it.",
}
"""Each verb with the line that ``--help`` shows of it."""


class _Verbs(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; what the system refuses it, and no verb expects, is told in a line."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Who read what is printed has enough of it: end as a program does that is told so by the system.
            _silence()
            ctx.exit(141)
        except OSError as error:
            click.echo(f"{error.filename or 'the terminal, or the file in its place'}: {_reason(error)}", err=True)
            ctx.exit(3)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs, by name."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a verb, importing its file."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"deckgen.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(VERBS.items()))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _silence() -> None:
    """Send what is still to be printed nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckgen")
def main() -> None:
    """Structured content and figures in YAML; out comes a native, on-brand, accessible slide deck."""
