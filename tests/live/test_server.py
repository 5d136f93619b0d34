"""The page of a deck is for this machine alone, and shows nothing but the deck."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from deckgen.live.desk import Desk
from deckgen.live.server import Server
from tests.live.desks import desk


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Server]:
    server = Server(desk(tmp_path), 0)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


Asked = Callable[..., HTTPResponse]


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Ask a server for something."""
    connections = []

    def ask(server: Server, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
        connections.append(HTTPConnection("127.0.0.1", server.server_port, timeout=20))
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connections[-1].request(method, path, headers=named)
        answers.append(connections[-1].getresponse())
        return answers[-1]

    answers: list[HTTPResponse] = []
    yield ask
    for one in (*answers, *connections):
        one.close()


def news(answer: HTTPResponse) -> dict[str, Any]:
    """Return the next that a browser is told of a deck through which the checks are."""
    return next(
        told for told in iter(lambda: next_news(answer), None) if all(view["checked"] for view in told["views"])
    )


def next_news(answer: HTTPResponse) -> dict[str, Any]:
    """Return the next that a browser is told of a deck."""
    line = next(line for line in iter(answer.readline, b"") if line.startswith(b"data: "))
    told: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
    return told


def test_it_can_be_reached_from_this_machine_only(served: Server, asked: Asked) -> None:
    assert served.server_address[0] == "127.0.0.1"
    assert asked(served, "/").status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost", "[::1]", ""]
)
def test_another_host_is_refused(served: Server, asked: Asked, host: str) -> None:
    answer = asked(served, "/", Host=host)
    assert (answer.status, answer.read()) == (403, b"")


def test_its_own_names_are_not(served: Server, asked: Asked) -> None:
    for name in ("127.0.0.1", "localhost"):
        assert asked(served, "/", Host=f"{name}:{served.server_port}").status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/changes", "/preview.js"])
def test_a_page_from_elsewhere_is_refused(served: Server, asked: Asked, path: str, headers: dict[str, str]) -> None:
    named = {name: value.format(port=served.server_port) for name, value in headers.items()}
    assert asked(served, path, **named).status == 403


@pytest.mark.parametrize(
    "path",
    ["/deck.yaml", "/../deck.yaml", "/pictures/../../deck.yaml", "/pictures/" + "0" * 64 + ".svg", "//etc/passwd",
     "/preview.html", "/pictures/%2e%2e/x.svg", "/changes/", "*", "/pictures/"],
)  # fmt: skip
def test_nothing_but_the_deck_is_served(served: Server, asked: Asked, path: str) -> None:
    assert asked(served, path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_nothing_can_be_done_to_it(served: Server, asked: Asked, method: str) -> None:
    assert asked(served, "/", method).status == 501


def test_every_answer_says_that_nothing_is_loaded_from_elsewhere(served: Server, asked: Asked) -> None:
    picture = news(asked(served, "/changes"))["views"][0]["slides"][0]["picture"]
    for path in ("/", "/preview.js", "/preview.css", "/nothing", f"/pictures/{picture}.svg"):
        answer = asked(served, path)
        assert answer.getheader("Content-Security-Policy", "").startswith("default-src 'none'")
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert answer.getheader("Access-Control-Allow-Origin") is None


def test_a_browser_is_told_how_the_deck_is_and_whenever_it_changes(served: Server, asked: Asked) -> None:
    answer = asked(served, "/changes?theme=osce&theme=osce-dark")
    first = news(answer)
    assert [view["theme"] for view in first["views"]] == ["osce", "osce-dark"]
    assert [slide["title"] for slide in first["views"][0]["slides"]] == [
        "More schools have a safe crossing",
        "What is asked of you",
        "What comes next",
    ]
    assert first["items"] == [[8, 10], [13, 16], [17, 19]]
    content = served.desk.content
    content.write_text(content.read_text().replace("bullets:", "bulets:"))
    served.desk.refresh()
    second = news(answer)
    assert second["version"] == first["version"] + 1
    view = second["views"][0]
    assert view["slides"] == first["views"][0]["slides"]
    assert not view["fresh"]
    assert [(one["severity"], one["place"].split("/")[-1], one["item"]) for one in view["found"]] == [
        ("error", "deck.yaml:14:5", 1)
    ]


def test_a_theme_that_is_not_there_is_that_of_the_deck(served: Server, asked: Asked) -> None:
    told = news(asked(served, "/changes?theme=../../etc&theme=none"))
    assert [view["theme"] for view in told["views"]] == ["osce"]


@pytest.mark.parametrize("target", ["http://[::1/", "/changes/?theme=%ff&theme=;", "/nothing?" + "x=1&" * 2000])
def test_no_address_is_a_fault_of_the_server(served: Server, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", served.server_port), 20) as asking:
        asking.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost:{served.server_port}\r\n\r\n".encode())
        assert asking.recv(100).startswith(b"HTTP/1.1 404 Not Found")
    assert capsys.readouterr().err == ""


def test_nobody_is_asked_for_the_name_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getfqdn", lambda *_: pytest.fail("a name was looked up"))
    with Server(desk(tmp_path), 0) as server:
        assert server.url == f"http://127.0.0.1:{server.server_port}/"


def test_a_folder_whose_name_is_no_text_is_shown_as_far_as_it_is(tmp_path: Path, asked: Asked) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    try:
        folder.mkdir()
    except OSError:
        return
    with Server(desk(folder), 0) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        assert news(asked(server, "/changes"))["content"].endswith("/caf?/deck.yaml")
        server.shutdown()


def test_a_picture_is_the_slide(served: Server, asked: Asked) -> None:
    picture = news(asked(served, "/changes"))["views"][0]["slides"][1]["picture"]
    answer = asked(served, f"/pictures/{picture}.svg")
    assert answer.getheader("Content-Type") == "image/svg+xml"
    assert answer.read() == served.desk.gallery.picture(picture)


def test_a_new_slide_with_a_mistake_is_listed_where_it_stands(served: Server, asked: Asked) -> None:
    desk: Desk = served.desk
    desk.seen()
    text = desk.content.read_text()
    desk.content.write_text(text.replace("  - title: What comes next", "  - titel: New\n  - title: What comes next"))
    desk.refresh()
    slides = news(asked(served, "/changes"))["views"][0]["slides"]
    assert [(slide["number"], slide["item"]) for slide in slides] == [(1, 0), (2, 1), (0, 2), (3, 3)]


def test_slides_are_told_before_the_checks_have_looked_at_them(served: Server, asked: Asked) -> None:
    answer = asked(served, "/changes")
    assert [next_news(answer)["views"][0]["checked"] for _ in range(2)] == [False, True]
    content = served.desk.content
    content.write_text(content.read_text().replace("What comes next", "What comes comes next"))
    served.desk.refresh()
    first, second = (next_news(answer)["views"][0] for _ in range(2))
    assert [first["slides"][2]["title"], first["checked"]] == ["What comes comes next", False]
    assert second["slides"] == first["slides"]
    assert [one["name"] for one in second["found"] if one not in first["found"]] == ["doubled-word"]
