"""An independent eye: axe-core finds nothing wrong with an HTML deck, whatever is shown of it."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Opened
from tests.browser.eyes import turn, violations
from tests.builders import CONTENT, ROOT
from tests.writers.web import of_file

pytestmark = pytest.mark.slow

BASIN = ROOT / "content" / "river-basin.yaml"
DECKS = pytest.mark.parametrize("deck", [CONTENT, BASIN], ids=lambda path: path.stem)
THEMES = pytest.mark.parametrize("theme", ["osce", "osce-dark", "plain", "osce-print"])


@THEMES
@DECKS
def test_axe_finds_nothing_wrong(opened: Opened, deck: Path, theme: str) -> None:
    page = opened(of_file(deck, theme))
    found = {}
    for number in range(1, page.locator(".sheet").count() + 1):
        turn(page, number)
        found[f"slide {number}"] = violations(page)
    for key, state in {"o": "overview", "r": "reading", "?": "help"}.items():
        page.keyboard.press(key)
        found[state] = violations(page)
    page.keyboard.press("Escape")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    found["speaker"] = violations(popup.value)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


@THEMES
@DECKS
def test_axe_finds_nothing_wrong_without_a_script(opened: Opened, deck: Path, theme: str) -> None:
    document = of_file(deck, theme)
    page = opened(document, java_script_enabled=False)
    # Where scripts are switched off the checker, which waits for its own timers, would never end:
    # it is shown what the browser made of the document, in a page that may run scripts but has none.
    made, scripts = re.subn(r"<script>.*?</script>", "", page.content(), flags=re.DOTALL)
    assert scripts == 1
    assert violations(opened(made)) == []


@pytest.mark.parametrize("width", [390, 320])
def test_axe_finds_nothing_wrong_on_a_telephone(opened: Opened, width: int) -> None:
    page = opened(of_file(CONTENT), viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True)
    turn(page, 2)
    found = [violations(page)]
    for key in ("o", "r"):
        page.keyboard.press(key)
        found.append(violations(page))
    assert found == [[], [], []]
