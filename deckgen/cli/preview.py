"""``deckgen preview``: a deck in the browser, as it is after every change."""

import webbrowser
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import SCALE, THEME, decks_of
from deckgen.cli.watch import until_stopped
from deckgen.diagnostics import did_you_mean

if TYPE_CHECKING:
    from deckgen.live.desk import Desk
    from deckgen.live.server import Server

FIRST_PORT, PORTS = 8642, 20
"""Where the page is if nothing else is, and how many ports are tried from there on."""


@click.command("preview")
@click.argument("content", required=False, type=click.Path(path_type=Path))
@THEME
@SCALE
@click.option("--audience", default="", metavar="NAME", help="For whom, as named under audiences: in the deck.")
@click.option("--port", type=click.IntRange(1, 65535), help=f"Where the page is; {FIRST_PORT} if that is free.")
@click.option("--open/--no-open", "opens", default=True, show_default=True, help="Open the page in a browser.")
def command(
    content: Path | None, theme: str | None, scale: str | None, audience: str, port: int | None, *, opens: bool
) -> None:
    """Show a deck in the browser, and every change as soon as the file is saved.

    CONTENT may be left out where there is one deck in content/. The page is for this machine only. It ends with Ctrl-C.

    Exit codes: 0 done, 2 wrong usage, 3 a file or port that cannot be used.
    """
    from deckgen.live.watching import changes

    desk = _desk(_one(decks_of((content,) if content else ())), theme, scale, audience)
    server = _server(desk, port)
    with until_stopped():
        Thread(target=server.serve_forever, daemon=True).start()
        click.echo(server.url)
        click.echo(f"{desk.content} is shown there, and every change to it. Ctrl-C ends it.", err=True)
        if opens:
            webbrowser.open(server.url)
        for _ in changes(desk.folders, Event()):
            desk.refresh()


def _one(decks: tuple[Path, ...]) -> Path:
    if len(decks) > 1:
        raise click.UsageError(f"Which deck? There is {', '.join(map(str, decks))}.")
    return decks[0]


def _desk(content: Path, theme: str | None, scale: str | None, audience: str) -> "Desk":
    """Return what the deck is worked on at, once it could be read."""
    from deckgen.live.desk import Desk
    from deckgen.output import Misasked, Unusable
    from deckgen.request import Wanted

    desk = Desk(content, Wanted(theme, scale, audience))
    try:
        desk.refresh()
        desk.seen()
    except Misasked as error:
        raise click.UsageError(str(error)) from None
    except Unusable as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(3) from None
    known = desk.moment.parsed.audiences
    if audience and audience not in known:
        hint = did_you_mean(audience, known, "the deck has none")
        raise click.UsageError(f"No audience is called “{audience}”: {hint}")
    return desk


def _server(desk: "Desk", port: int | None) -> "Server":
    """Return the server on ``port``, or on the first one that is free."""
    from deckgen.live.server import Server

    ports = (port,) if port else range(FIRST_PORT, FIRST_PORT + PORTS)
    reason = ""
    for number in ports:
        try:
            return Server(desk, number)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
    click.echo(f"port {ports[-1]}: {reason}: name another one with --port", err=True)
    raise click.exceptions.Exit(3)
