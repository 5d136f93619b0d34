"""An independent eye: Chromium shows a deck while it is being written, and every change as soon as it is saved."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from deckgen.live.desk import Desk
from deckgen.live.server import Server
from deckgen.live.watching import changes
from tests.browser.eyes import violations
from tests.live.desks import DECK, desk

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow


@pytest.fixture
def worked_on(tmp_path: Path) -> Iterator[Desk]:
    """A deck that is watched and served, as ``deckgen preview`` does."""
    made, stop = desk(tmp_path), Event()
    server = Server(made, 0)
    made.url = server.url  # type: ignore[attr-defined]

    def watch() -> None:
        for _ in changes(made.folders, stop):
            made.refresh()

    threads = [Thread(target=server.serve_forever, args=(0.01,), daemon=True), Thread(target=watch, daemon=True)]
    for thread in threads:
        thread.start()
    yield made
    stop.set()
    server.shutdown()
    server.server_close()
    threads[1].join(10)


@pytest.fixture
def page(browser: Browser, bounded: None, worked_on: Desk) -> Iterator[Page]:
    """The page of the deck; nothing may go wrong on it, and nothing be asked for elsewhere."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    made, wrong = context.new_page(), []
    made.set_default_timeout(20_000)
    made.on("console", lambda message: wrong.append(message.text))
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("request", lambda asked: None if asked.url.startswith(worked_on.url) else wrong.append(asked.url))
    made.goto(worked_on.url)
    made.wait_for_selector("nav li:nth-child(3) img")
    expect(made.locator("[role=status]")).to_have_text("Nothing to mend")
    yield made
    context.close()
    assert wrong == []


def write(worked_on: Desk, old: str, new: str) -> None:
    text = worked_on.content.read_text()
    assert text.count(old) == 1
    worked_on.content.write_text(text.replace(old, new))


def listed(page: Page) -> list[str]:
    return page.locator("nav .name").all_inner_texts()


def picture(page: Page, theme: int = 1) -> str:
    return page.get_attribute(f"figure:nth-child({theme}) .slide img", "src") or ""


def test_it_lists_the_slides_and_shows_one(page: Page) -> None:
    assert listed(page) == ["1 More schools have a safe crossing", "2 What is asked of you", "3 What comes next"]
    assert page.title() == "A deck – preview"
    assert page.inner_text("[role=status]") == "Nothing to mend"
    assert page.get_attribute(".slide img", "alt") == (
        "Slide 1 More schools have a safe crossing: show its lines in the file"
    )
    page.wait_for_function("document.querySelector('.slide img').naturalWidth > 0")


def test_a_text_is_there_as_soon_as_it_is_saved_and_no_other_slide_is_loaded_again(page: Page, worked_on: Desk) -> None:
    before = page.locator("nav img").evaluate_all("images => images.map(image => image.src)")
    loaded: list[str] = []
    page.on("request", lambda asked: loaded.append(asked.url))
    write(worked_on, "title: What is asked of you", "title: What we ask of you")
    expect(page.locator("nav .name").nth(1)).to_have_text("2 What we ask of you")
    after = page.locator("nav img").evaluate_all("images => images.map(image => image.src)")
    assert [one == two for one, two in zip(before, after, strict=True)] == [True, False, True]
    page.wait_for_timeout(300)
    assert loaded == [after[1]]


def test_a_figure_is_there_as_soon_as_it_is_saved(page: Page, worked_on: Desk) -> None:
    before = picture(page)
    write(worked_on, "after: 39%", "after: 41%")
    page.wait_for_function("before => !document.querySelector('.slide img').src.endsWith(before)", arg=before)
    assert picture(page) == f"/pictures/{worked_on.seen().slides[0].picture}.svg"


def test_a_mistake_leaves_the_slide_is_told_beside_it_and_goes_when_it_is_mended(page: Page, worked_on: Desk) -> None:
    first = picture(page)
    page.get_by_role("button", name="2 What is asked of you").click()
    page.wait_for_function("before => !document.querySelector('.slide img').src.endsWith(before)", arg=first)
    good = picture(page)
    write(worked_on, "bullets:", "bulets:")
    expect(page.locator("#slide-found")).to_contain_text("the key “bulets” is not known here")
    assert page.inner_text("#slide-found .place").endswith("deck.yaml:14:5 unknown-key")
    assert page.inner_text("#slide-found li p:nth-child(2)") == "did you mean “bullets”?"
    assert page.inner_text("[role=status]") == "1 error: the slides are shown as they were before"
    assert picture(page) == good
    assert page.inner_text("figcaption") == "as it was before the mistake"
    assert page.locator("nav li:nth-child(2) .badge").inner_text() == "1 to look at"
    write(worked_on, "bulets:", "bullets:")
    expect(page.locator("[role=status]")).to_have_text("Nothing to mend")
    assert picture(page) == good
    assert page.inner_text("figcaption") == ""


@pytest.mark.parametrize("broken", ["", "\t", "title: [", "x: {{{{", "slides: 3\n", "\x00", "title: A\nslides: []\n"])
def test_no_file_loses_the_page(page: Page, worked_on: Desk, broken: str) -> None:
    good = picture(page)
    worked_on.content.write_text(broken)
    expect(page.locator("[role=status]")).to_contain_text("error")
    assert picture(page) == good
    worked_on.content.unlink()
    expect(page.locator("[role=status]")).to_contain_text("cannot be read")
    assert picture(page) == good
    worked_on.content.write_text(DECK)
    expect(page.locator("[role=status]")).to_have_text("Nothing to mend")
    assert len(listed(page)) == 3


def test_a_click_on_a_slide_shows_its_lines_and_those_with_a_mistake(page: Page, worked_on: Desk) -> None:
    page.get_by_role("button", name="2 What is asked of you").click()
    assert page.is_hidden("#lines")
    page.click(".slide")
    assert page.inner_text("#of-lines").endswith("deck.yaml, lines 13 to 16")
    assert page.locator("#yaml .line").all_inner_texts()[0].rstrip() == "13   - title: What is asked of you"
    write(worked_on, "bullets:", "bulets:")
    expect(page.locator("#yaml .line.error")).to_have_text("14     bulets:\n")
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#of-lines").endswith("deck.yaml, lines 17 to 19")


def test_what_was_found_stays_beside_a_slide_until_the_checks_have_looked_again(page: Page, worked_on: Desk) -> None:
    status = page.locator("[role=status]")
    write(worked_on, "What comes next", "What comes comes next")
    expect(status).to_have_text("1 warning")
    page.evaluate("""() => {
      window.said = [];
      const status = document.querySelector("[role=status]");
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
    }""")
    write(worked_on, "What comes comes next", "What then comes comes next")
    expect(page.locator("nav .name").nth(2)).to_have_text("3 What then comes comes next")
    write(worked_on, "What then comes comes next", "What comes next")
    expect(status).to_have_text("Nothing to mend")
    assert page.evaluate("window.said") == ["Nothing to mend"]


def test_another_theme_and_two_side_by_side(page: Page, worked_on: Desk) -> None:
    assert page.locator("#theme option").all_inner_texts() == ["osce", "osce-dark", "osce-print", "plain"]
    light = picture(page)
    page.select_option("#beside", "osce-dark")
    page.wait_for_selector("figure:nth-child(2) img")
    assert page.locator("figcaption").all_inner_texts() == ["osce", "osce-dark"]
    dark = picture(page, 2)
    assert dark != light == picture(page)
    write(worked_on, "More schools have", "Many schools have")
    page.wait_for_function(
        "before => !document.querySelector('figure:nth-child(2) img').src.endsWith(before)", arg=dark
    )
    page.select_option("#beside", "")
    page.select_option("#theme", "plain")
    expect(page.locator("figure")).to_have_count(1)
    assert page.input_value("#theme") == "plain"


def test_keys_lead_to_every_slide_and_the_focus_goes_with_them(page: Page) -> None:
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.querySelector('.name').textContent.slice(0, 1)"))
    assert seen == ["2", "3", "3", "2", "1", "3"]
    assert page.locator("nav [aria-current]").count() == 1


def test_the_tab_key_goes_from_the_themes_to_the_list_to_the_slide(page: Page) -> None:
    page.click("[role=status]")
    order = []
    for _ in range(6):
        page.keyboard.press("Tab")
        order.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.innerText.trim()"
            )
        )
    assert order == [
        "theme",
        "beside",
        "1 More schools have a safe crossing",
        "2 What is asked of you",
        "3 What comes next",
        "slide",
    ]


def test_one_stays_with_the_slide_that_one_looks_at(page: Page, worked_on: Desk) -> None:
    page.get_by_role("button", name="3 What comes next").click()
    write(
        worked_on,
        "  - title: What is asked of you\n",
        "  - title: New\n    text: Before it\n  - title: What is asked of you\n",
    )
    expect(page.locator("nav li")).to_have_count(4)
    assert page.inner_text("nav [aria-current] .name") == "4 What comes next"


def test_a_server_that_has_ended_is_told(page: Page, worked_on: Desk) -> None:
    page.evaluate("window.EventSource = class { close() {} set onerror(tell) { tell(); } }; 0")
    page.select_option("#theme", "plain")
    expect(page.locator("[role=status]")).to_contain_text("has ended")
    assert picture(page)


def test_axe_finds_nothing_wrong(page: Page, worked_on: Desk) -> None:
    assert violations(page) == []
    page.select_option("#beside", "osce-dark")
    page.wait_for_selector("figure:nth-child(2) img")
    page.click(".slide")
    write(worked_on, "bullets:", "bulets:")
    expect(page.locator("[role=status]")).to_contain_text("1 error")
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_deck_that_is_not_sound_at_first_is_shown_once_it_is(browser: Browser, tmp_path: Path) -> None:
    made = desk(tmp_path, DECK.replace("bullets:", "bulets:"))
    server = Server(made, 0)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    page = browser.new_page()
    page.set_default_timeout(20_000)
    page.goto(server.url)
    expect(page.locator("[role=status]")).to_have_text("1 error")
    assert listed(page) == ["A slide that cannot be shown yet"] * 3
    page.locator("nav li:nth-child(2) button").click()
    assert page.inner_text("figcaption") == "This slide cannot be shown before it is mended."
    expect(page.locator("#slide-found")).to_contain_text("the key “bulets” is not known here")
    made.content.write_text(DECK)
    made.refresh()
    expect(page.locator("[role=status]")).to_have_text("Nothing to mend")
    assert page.inner_text("nav [aria-current] .name") == "2 What is asked of you"
    assert picture(page)
    page.close()
    server.shutdown()
    server.server_close()
