"""A browser without a network, in which nothing is waited for without end."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.eyes import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What keeps Chromium from looking for a network, and from what machines without a screen lack."""
STEP, TEST = 10, 180
"""How many seconds a step of the browser, and a whole test, may last."""


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    play = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    with play.sync_playwright() as playing:
        made = playing.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS], timeout=1000 * TEST)
        yield made
        made.close()


@pytest.fixture
def bounded(browser: "Browser") -> Iterator[None]:
    """End the browser if a test does not end: what asks a page for something waits for as long as that takes."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    number = next(process["id"] for process in processes if process["type"] == "browser")
    watch = Timer(TEST, lambda: _end(number))
    watch.start()
    yield
    watch.cancel()


def _end(number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


Opened = Callable[..., "Page"]


@pytest.fixture
def opened(browser: "Browser", bounded: None, tmp_path: Path) -> Iterator[Opened]:
    """Open a document from the disk; afterwards nothing may have been asked for, and nothing have gone wrong."""
    contexts, wrong = [], []

    def open_(document: str, after: str = "", **options: Any) -> "Page":
        path = tmp_path / "deck.html"
        path.write_text(document)
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options}))
        contexts[-1].set_default_timeout(1000 * STEP)
        page = contexts[-1].new_page()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else wrong.append(asked.url))
        page.goto(f"{path.as_uri()}{after}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
