"""The walk: sections, sources, notes, and what is named in vain."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes, pages, slide

HEAD = """\
sources: {report: {title: The report}, annex: {title: The annex}}
indicators:
  a: {label: A, value: 1, source: report}
  b: {label: B, value: 2%, source: annex}
  c: {label: C, change: doubled, source: report}
  d: {label: D, value: -3, source: report}
"""


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (
            "[{title: T, indicators: [x]}]",
            snapshot(
                "deck.yaml:8:34: error: no indicator is called “x” [R301 unknown-indicator]: write it under indicators:\n"
            ),
        ),
        (
            "[{title: T, indicators: [a, b]}]",
            snapshot(
                "deck.yaml:8:33: error: figures of different units cannot share one axis [R310 chart-refused]: make two slides, one for each unit\n"
            ),
        ),
        (
            "[{layout: compare-bars, title: T, indicators: [c]}]",
            snapshot(
                "deck.yaml:8:55: error: “c” has no figure that a bar could show [R310 chart-refused]: leave it out, or say it in a text\n"
            ),
        ),
        (
            "[{title: T, indicators: [d]}]",
            snapshot(
                "deck.yaml:8:33: error: “d” is below zero, where these bars begin [R310 chart-refused]: say it in a text\n"
            ),
        ),
        (
            "[{layout: cover, indicators: [d]}]",
            snapshot(
                "deck.yaml:8:38: error: “d” cannot be shown as dots [R322 slide-refused]: name a whole count from 1 to 300\n"
            ),
        ),
        (
            "[{layout: closing, title: T, indicators: [c]}]",
            snapshot(
                "deck.yaml:8:50: error: “c” cannot be shown as dots [R322 slide-refused]: name a whole count from 1 to 300\n"
            ),
        ),
        (
            "[{layout: cover, kicker: K}]",
            snapshot(
                "deck.yaml:8:26: error: the key “kicker” is not known here [C201 unknown-key]: the keys here are: allow, audience, hidden, id, indicators, layout, notes, overflow, section, subtitle, text, title\n"
            ),
        ),
        (
            "[{title: T, indicators: [a, a]}]",
            snapshot("deck.yaml:8:37: error: “a” stands twice in one list [R323 indicator-twice]: keep it once\n"),
        ),
        (
            "[{title: '[](https://www.osce.org)', text: x}]",
            snapshot(
                "deck.yaml:8:18: error: the title shows nothing [R324 empty-title]: write the finding in one sentence\n"
            ),
        ),
        (
            "[{title: T, bullets: [{text: x, section: One}], section: One}]",
            snapshot(
                "deck.yaml:8:41: error: the key “section” is not known here [C201 unknown-key]: the keys here are: audience, bullets, text\n"
            ),
        ),
        (
            "[{title: T, indicators: [a], highlight: b}]",
            snapshot(
                "deck.yaml:8:49: error: “b” is not among the indicators of this slide [R309 unknown-highlight]: there is: a\n"
            ),
        ),
        (
            "[{title: T, text: x, source: reprot}]",
            snapshot(
                "deck.yaml:8:38: error: no source is called “reprot” [R307 unknown-source]: did you mean “report”?\n"
            ),
        ),
        (
            "[{title: T, section: One, numbered: [{text: x, section: Two}, y]}]",
            snapshot("deck.yaml:8:65: error: no section is called “Two” [R306 unknown-section]: there is: One\n"),
        ),
        (
            "[{title: T, text: x, section: One}, {title: U, text: x, section: Two}, {title: V, text: x, section: One}]",
            snapshot(
                "deck.yaml:8:109: error: the section “One” begins again here [R316 section-begun-twice]: give it another name, or move the slide\n"
            ),
        ),
    ],
)
def test_what_is_named_in_vain_is_told(slides: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: D\n{HEAD}slides: {slides}\n", tmp_path) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "nl",
            snapshot(
                "deck.yaml:2:7: error: deckgen has no words in the language “nl” [R308 unknown-language]: there is: de, en, es, fr, it, ru; another is one file, deckgen/words/<language>.yaml\n"
            ),
        ),
        (
            "ger",
            snapshot(
                "deck.yaml:2:7: error: deckgen has no words in the language “ger” [R308 unknown-language]: did you mean “de”?\n"
            ),
        ),
        (
            "en_GB",
            snapshot(
                "deck.yaml:2:7: error: deckgen has no words in the language “en_GB” [R308 unknown-language]: did you mean “en”?\n"
            ),
        ),
        (
            "english",
            snapshot(
                "deck.yaml:2:7: error: deckgen has no words in the language “english” [R308 unknown-language]: did you mean “en”?\n"
            ),
        ),
    ],
)
def test_a_language_without_words_is_told_with_how_to_add_it(lang: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: D\nlang: {lang}\nslides: [{{layout: cover}}]\n", tmp_path) == expected


def test_a_label_may_name_the_label_of_another_indicator() -> None:
    made = pages(
        "title: D\nindicators:\n  x: {label: 'Beta {a.label}', value: 2}\n  a: {label: Alpha, value: 1}\nslides: [{title: '{x.label}', text: x}]\n"
    )
    assert made.pages[0].title == "Beta Alpha"


def test_sections_hold_until_the_next_and_take_the_slides_before_the_first() -> None:
    made = pages(
        "title: D\nslides:\n  - layout: cover\n  - {title: T, text: x, section: One}\n  - {title: U, text: x}\n"
        "  - {title: V, text: x, section: Two}\n"
    )
    assert [(section.name, section.slides) for section in made.sections] == [("One", (1, 2, 3)), ("Two", (4,))]


def test_the_sources_of_all_that_a_slide_speaks_of_stand_under_it_once() -> None:
    assert slide("title: T\ntext: '{a} and {b} and {a}'\n", HEAD) == snapshot("""\
page 1  bullets
  title          54,58 852×73
    30 pt  T
  body           54,167 691×297
    24 pt  1 and 2% and 1
  source         54,474 852×16
    12 pt  Sources: The report; The annex.
""")


def test_notes_keep_their_lines_and_add_what_the_chart_shows() -> None:
    made = pages(
        f"title: D\n{HEAD}slides:\n  - title: T\n    indicators: [a]\n    notes: |\n      One\n\n        Two\n"
    )
    assert ["".join(run.text for run in note.runs) for note in made.pages[0].notes] == ["One", "Two", "Chart: A: 1"]


def test_slides_before_the_first_section_are_not_counted_to_what_a_finding_speaks_of() -> None:
    made = pages(
        "title: D\nslides:\n  - layout: cover\n  - title: T\n    section: One\n    numbered: [{text: x, section: One}, y]\n"
    )
    counted = next(frame for frame in made.pages[1].frames if frame.name == "slides 1")
    assert counted.paragraphs[0].lines[0].runs[0].text == "Slide 2"


def test_two_slides_with_one_title_are_a_warning(tmp_path: Path) -> None:
    assert mistakes("title: D\nslides: [{title: T, text: x}, {title: T, text: y}]\n", tmp_path) == snapshot(
        "deck.yaml:2:39: warning: slides 1 and 2 have one title: “T” [A501 duplicate-title]: say on each what it finds\n"
    )
