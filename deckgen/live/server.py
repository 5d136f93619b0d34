"""The page of a deck, served to this machine alone: the page, the deck as it changes, the pictures of its slides.

It answers only where it is called by its own name (RFC 9110, 7.2), so that no name of a page elsewhere can lead here,
and no page of another origin (RFC 6454, 7) is told anything.
"""

import re
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from socketserver import TCPServer
from urllib.parse import parse_qs

from deckgen.live.desk import Desk, themes_of
from deckgen.live.state import state
from deckgen.output import Unusable

ADDRESS = "127.0.0.1"
MOST_THEMES = 2
"""How many themes stand side by side."""
_BEAT = 15.0
"""After how many seconds of silence a browser is told that there is nothing new, so that one which left is noticed."""

_REST = 0.08
"""For how many seconds nothing may change before the checks are asked: by then the changed slide is on the screen."""

_PICTURE = re.compile(r"/pictures/([0-9a-f]{64})\.svg")
_PAGE = {
    "/": ("preview.html", "text/html; charset=utf-8"),
    "/preview.css": ("preview.css", "text/css; charset=utf-8"),
    "/preview.js": ("preview.js", "text/javascript; charset=utf-8"),
}
_RULES = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_PICTURE_RULES = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"}


class Server(ThreadingHTTPServer):
    """Serves one desk on a port of 127.0.0.1; raises ``OSError`` where the port is taken."""

    daemon_threads = True
    # Elsewhere this lets a port be taken again at once; on Windows it would take one that another program uses.
    allow_reuse_address = sys.platform != "win32"
    block_on_close = False

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        super().__init__((ADDRESS, port), _Handler)

    def server_bind(self) -> None:
        """Take the port; nobody is asked for the name of this machine, as ``HTTPServer`` does, which may take long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    @property
    def hosts(self) -> frozenset[str]:
        """By which names it is called."""
        return frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "deckgen", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer what is asked, if it is asked from here."""
        if not self._from_here():
            return self._refused(HTTPStatus.FORBIDDEN)
        path, _, query = self.path.partition("?")
        picture = _PICTURE.fullmatch(path)
        if path in _PAGE:
            name, kind = _PAGE[path]
            return self._answer(
                (files("deckgen.live") / "page" / name).read_bytes(), kind, {"Cache-Control": "no-store"}
            )
        if path == "/changes":
            return self._changes(parse_qs(query).get("theme", []))
        if path == "/favicon.ico":
            return self._refused(HTTPStatus.NO_CONTENT)
        if picture:
            return self._picture(picture[1])
        return self._refused(HTTPStatus.NOT_FOUND)

    def _from_here(self) -> bool:
        """Return whether the page itself asks, or someone who typed its address."""
        hosts = self.headers.get_all("Host", [])
        origin = self.headers.get("Origin")
        own = origin is None or origin in {f"http://{host}" for host in self.server.hosts}
        site = self.headers.get("Sec-Fetch-Site", "none")
        return len(hosts) == 1 and hosts[0] in self.server.hosts and own and site in ("none", "same-origin")

    def _changes(self, names: list[str]) -> None:
        """Tell how the deck is, and again whenever it changes (HTML Living Standard, 9.2 Server-sent events)."""
        desk = self.server.desk
        themes = themes_of(names, desk.themes())[:MOST_THEMES]
        self._begin("text/event-stream; charset=utf-8", {"Cache-Control": "no-store", "Connection": "close"})
        self.close_connection = True
        told, last, whole = -1, "", True
        while True:
            version = desk.wait(told, _BEAT if whole else _REST)
            # The slides come first; what the checks find once nobody waits for a slide.
            whole = version == told
            news = state(desk, themes, at_once=not whole)
            self._tell(f"data: {news}\n\n" if news != last else ": nothing new\n\n")
            told, last = version, news

    def _tell(self, event: str) -> None:
        # The name of a folder may have bytes that are no letters.
        self.wfile.write(event.encode(errors="replace"))
        self.wfile.flush()

    def _picture(self, key: str) -> None:
        try:
            picture = self.server.desk.gallery.picture(key)
        except Unusable:
            return self._refused(HTTPStatus.UNPROCESSABLE_ENTITY)
        if picture is None:
            return self._refused(HTTPStatus.NOT_FOUND)
        rules = _PICTURE_RULES | {"Cache-Control": "max-age=31536000, immutable"}
        return self._answer(picture, "image/svg+xml", rules)

    def _answer(self, body: bytes, kind: str, headers: dict[str, str]) -> None:
        self._begin(kind, {**headers, "Content-Length": str(len(body))})
        self.wfile.write(body)

    def _refused(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self._begin("text/plain; charset=utf-8", {"Content-Length": "0", "Connection": "close"}, status)

    def _begin(self, kind: str, headers: dict[str, str], status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": kind} | _RULES | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what is found in the deck."""
