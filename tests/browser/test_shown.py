"""An independent eye: Chromium shows an HTML deck from the disk, and it looks, moves and reads as it should."""

import re
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.browser.conftest import Opened
from tests.browser.eyes import SHOWN, heard, shown, shows
from tests.builders import CONTENT, ROOT, theme
from tests.writers.web import of_file, web

pytestmark = pytest.mark.slow

BASIN = ROOT / "content" / "river-basin.yaml"
DECK = """\
title: A deck
slides:
  - {title: One, bullets: ["See [this](https://example.org)"], notes: "Say **this**", id: one}
  - {title: Two, bullets: [B], hidden: true, id: two}
  - {title: Three, bullets: [C], id: three}
  - {title: Four, bullets: [D], id: four}
"""


def test_keys_lead_to_every_slide_but_the_hidden_ones(opened: Opened) -> None:
    page = opened(web(DECK))
    seen = [shown(page)]
    for key in ("ArrowRight", "Space", "PageDown", "ArrowLeft", "Home", "End", "Shift+Space", "PageUp", "2", "Enter"):
        page.keyboard.press(key)
        seen.append(shown(page))
    assert seen == ["one", "three", "four", "four", "three", "one", "four", "three", "one", "one", "two"]


def test_a_slide_takes_the_focus_is_announced_and_stands_in_the_address(opened: Opened) -> None:
    page = opened(web(DECK))
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "three"
    assert page.inner_text("[role=status]") == "Slide 3 of 4"
    assert page.url.endswith("#three")
    page.get_by_role("button", name="Next").click()
    assert page.inner_text("[role=status]") == "Slide 4 of 4: Four"
    assert page.evaluate("document.activeElement.textContent") == "Next"


@pytest.mark.parametrize(("address", "slide"), [("", "one"), ("#three", "three"), ("#4", "four"), ("#99", "four"), ("#no", "one"), ("#two", "two"), ("#%", "one")])  # fmt: skip
def test_an_address_leads_to_a_slide(opened: Opened, address: str, slide: str) -> None:
    assert shown(opened(web(DECK), address)) == slide


def test_the_overview_lists_all_slides_and_leads_to_them(opened: Opened) -> None:
    page = opened(web(DECK))
    page.keyboard.press("Escape")
    assert heard(page, "list", "listitem", "heading", "button", "link") == snapshot(
        [
            "heading: A deck",
            "list: ",
            "button: Overview",
            "button: Speaker view",
            "button: Reading view",
            "button: Full screen",
            "button: Keys",
            "listitem: ",
            "listitem: ",
            "listitem: ",
            "listitem: ",
            "button: 1 One",
            "button: 2 Two hidden",
            "button: 3 Three",
            "button: 4 Four",
        ]
    )
    assert page.evaluate("document.activeElement.innerText") == "1 One"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "2 Two hidden"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert shown(page) == "three"
    assert shows(page) == {"set", "js", "show"}


def test_the_tab_key_goes_from_the_slide_to_its_links_and_to_the_buttons(opened: Opened) -> None:
    page = opened(web(DECK))
    page.keyboard.press("Home")
    order = [page.evaluate("document.activeElement.id || document.activeElement.innerText")]
    for _ in range(4):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.innerText"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert order == ["one", "this", "Back", "Next", "Overview"]


def test_keys_of_one_letter_can_be_switched_off(opened: Opened) -> None:
    page = opened(web(DECK))
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Close").click()
    for key in ("o", "r", "?", "4", "Enter"):
        page.keyboard.press(key)
    assert (shows(page), shown(page)) == ({"set", "js", "show"}, "one")


def test_letters_work_on_a_keyboard_of_other_letters(opened: Opened) -> None:
    page = opened(web(DECK))
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'щ', code: 'KeyO', bubbles: true, cancelable: true}))"
    )
    assert "overview" in shows(page)


def test_the_speaker_sees_this_slide_the_next_one_and_the_notes(opened: Opened) -> None:
    page = opened(web(DECK))
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    view = popup.value
    told = [
        view.inner_text(".now h2"),
        view.inner_text(".panel h2"),
        view.inner_html(".spoken div"),
        view.inner_text(".position"),
    ]
    assert told == ["One", "Three", "<p>Say <strong>this</strong></p>", "Slide 1 of 4"]
    assert re.fullmatch(r"\d\d:\d\d", view.inner_text(".clock"))
    view.keyboard.press("End")
    assert (shown(page), view.inner_text(".now h2")) == ("four", "Four")
    assert (view.inner_text(".panel"), view.inner_text(".spoken div")) == (
        "This is the last slide",
        "No notes for this slide",
    )
    view.get_by_role("button", name="Back").click()
    assert shown(page) == "three"
    assert view.evaluate("document.compatMode") == "CSS1Compat"


def test_a_swipe_turns_the_slide(opened: Opened) -> None:
    page = opened(web(DECK), has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    swipe = """([from, to]) => {
        const touch = (x) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
        document.body.dispatchEvent(new TouchEvent("touchstart", { touches: [touch(from)], bubbles: true }));
        document.body.dispatchEvent(new TouchEvent("touchend", { changedTouches: [touch(to)], bubbles: true }));
    }"""
    page.evaluate(swipe, [300, 100])
    assert shown(page) == "three"
    page.evaluate(swipe, [100, 120])
    assert shown(page) == "three"
    page.evaluate(swipe, [100, 300])
    assert shown(page) == "one"
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_a_script_all_slides_stand_under_one_another(opened: Opened) -> None:
    page = opened(web(DECK), java_script_enabled=False)
    boxes = [slide.bounding_box() for slide in page.locator(".slide").all()]
    assert all(box and abs(box["width"] / box["height"] - 16 / 9) < 0.01 for box in boxes)
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(set(tops))
    assert not page.get_by_role("navigation").is_visible()


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("deck", [CONTENT, BASIN], ids=lambda path: path.stem)
def test_it_is_printed_a_slide_on_a_page(opened: Opened, deck: Path, scripted: bool) -> None:
    page = opened(of_file(deck), java_script_enabled=scripted)
    for key in ("Home", "o", "r") if scripted else ("Home",):
        page.keyboard.press(key)
        printed = page.pdf(prefer_css_page_size=True)
        count = page.locator(".slide").count()
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == count
        assert {box.strip() for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", printed)} == {b"0 0 960 540"}
    assert not scripted or shows(page) == {"js", "reading"}


def test_as_a_text_it_breaks_to_the_width_of_a_telephone(opened: Opened) -> None:
    page = opened(of_file(BASIN), viewport={"width": 320, "height": 600})
    page.keyboard.press("r")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("table:visible").count() == page.locator("table").count() > 0
    sizes = "[...document.querySelectorAll('.slide p')].map((p) => parseFloat(getComputedStyle(p).fontSize))"
    assert min(page.evaluate(sizes)) == 16
    page.keyboard.press("r")
    assert shows(page) == {"set", "js", "show"}


def test_the_theme_of_the_test_is_not_changed_by_a_dark_room(opened: Opened) -> None:
    page = opened(web(DECK), color_scheme="dark")
    red, green, blue = re.findall(
        r"\d+", page.evaluate(f"getComputedStyle(document.getElementById({SHOWN})).backgroundColor")
    )
    assert f"{int(red):02X}{int(green):02X}{int(blue):02X}" == theme().palette["background"].hex
