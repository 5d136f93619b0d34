"""``deckgen watch``: decks built again at every change, without a page."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli import build

if TYPE_CHECKING:
    from deckgen.source.files import Mark

NOT_HERE = ("style", "jobs")
"""The options of a build that say nothing where people look on."""


class _Watched:
    """A deck, and the files that it was built from."""

    def __init__(self, content: Path, building: build.Building) -> None:
        self.content = content
        self.building = building
        self.files: dict[Path, Mark] = {}

    def build(self) -> None:
        """Build the deck, unless it is as it was."""
        from deckgen.source.files import have_changed, noted

        if self.files and not have_changed(self.files):
            return
        with noted() as files:
            try:
                self.building.run((self.content,))
            except click.UsageError as error:
                if not self.files:
                    raise
                click.echo(error.format_message(), err=True)
        self.files = files

    def folders(self) -> Iterator[Path]:
        """Yield where a change is to be noticed."""
        yield self.content.parent
        yield from (path.parent for path in self.files)


def _watch(content: tuple[Path, ...], **options: Any) -> None:
    """Build CONTENT files, or all decks in content/, and again whenever a file of theirs is saved.

    It takes what build takes, and ends with Ctrl-C.

    Exit codes: 0 done, 2 wrong usage.
    """
    from deckgen.live.watching import changes

    build.must_fit(options)
    decks = [_Watched(one, build.Building(style="text", **options)) for one in build.decks_of(content)]
    with until_stopped():
        for deck in decks:
            deck.build()
        click.echo("Built again at every change. Ctrl-C ends it.", err=True)
        for _ in changes(lambda: {folder for deck in decks for folder in deck.folders()}, Event()):
            for deck in decks:
                deck.build()


@contextmanager
def until_stopped() -> Iterator[None]:
    """Go on until Ctrl-C, which is how this is meant to end."""
    try:
        yield
    except KeyboardInterrupt:
        return
    except SystemExit as ended:
        if ended.code != 128 + signal.SIGINT:
            raise


command = click.Command(
    "watch",
    params=[parameter for parameter in build.command.params if parameter.name not in NOT_HERE],
    callback=_watch,
    help=_watch.__doc__,
)
