"""References in braces, wherever a text stands."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes, pages

HEAD = """\
periods: {before: previous survey, after: this survey}
indicators:
  all: {label: participating States, value: 57}
  barriers: {label: report **barriers**, value: 31, of: all}
  marriage: {label: Sham marriage, before: 23%, after: 39%}
  disabilities: {label: Disabilities, value: 31%, unconfirmed: 20%}
  fees: {label: Recruitment fees, change: almost doubled}
"""


def text(written: str) -> str:
    made = pages(f"title: D\n{HEAD}slides:\n  - {{layout: bullets, title: T, text: '{written}', notes: '{written}'}}\n")
    (notes,) = made.pages[0].notes
    return "".join(run.text for run in notes.runs)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{barriers} of {barriers.of}", "31 of 57"),
        ("{marriage}", "23% → 39%"),
        ("{marriage.before}, {marriage.after}, {marriage.value}", "23%, 39%, 39%"),
        ("{marriage.change} is {marriage.ratio} times", "+16\u00a0pp is 1.7 times"),
        ("{barriers.share} report {barriers.label}", "54% report report barriers"),
        ("{disabilities} and {disabilities.unconfirmed} more", "31% and 20% more"),
        ("{fees}, {fees.change}", "almost doubled, almost doubled"),
        ("{{not a reference}}", "{not a reference}"),
    ],
)
def test_a_reference_shows_the_figure_it_names(written: str, shown: str) -> None:
    assert text(written) == shown


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "Only {barrier} States",
            snapshot(
                "deck.yaml:12:17: error: no indicator is called “barrier” [R301 unknown-indicator]: did you mean “barriers”?\n"
            ),
        ),
        (
            "Only {barriers.valu} States",
            snapshot(
                "deck.yaml:12:17: error: an indicator has no “valu” [R302 unknown-field]: did you mean “value”?\n"
            ),
        ),
        (
            "{barriers.before} once",
            snapshot(
                "deck.yaml:12:12: error: “barriers” has no “before” to show [R303 missing-figure]: it has: value, after, of, share, label\n"
            ),
        ),
        (
            "{fees.share} once",
            snapshot(
                "deck.yaml:12:12: error: “fees” has no “share” to show [R303 missing-figure]: it has: change, label\n"
            ),
        ),
        (
            "a {barriers",
            snapshot(
                "deck.yaml:12:14: error: a brace is opened, but not closed [R304 open-brace]: close it, or write {{ for a brace\n"
            ),
        ),
        (
            "{barriers} then {barrier}, again {barrier}",
            snapshot("""\
deck.yaml:12:28: error: no indicator is called “barrier” [R301 unknown-indicator]: did you mean “barriers”?
deck.yaml:12:45: error: no indicator is called “barrier” [R301 unknown-indicator]: did you mean “barriers”?
"""),
        ),
    ],
)
def test_a_reference_in_vain_is_named_at_its_place(written: str, expected: str, tmp_path: Path) -> None:
    deck = f'title: D\n{HEAD}slides:\n  - layout: bullets\n    title: T\n    text: "{written}"\n'
    assert mistakes(deck, tmp_path) == expected


def test_a_reference_in_a_block_of_notes_is_named_at_its_line(tmp_path: Path) -> None:
    deck = (
        f"title: D\n{HEAD}slides:\n  - layout: cover\n    notes: |\n      {{all}} States\n      of them {{mariage}}\n"
    )
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:13:15: error: no indicator is called “mariage” [R301 unknown-indicator]: did you mean “marriage”?\n"
    )


def test_a_label_may_speak_of_another_figure() -> None:
    made = pages(
        "title: D\nindicators:\n  all: {label: All, value: 57}\n  some: {label: 'Some of {all}', value: 3}\n"
        "slides: [{title: T, indicators: [some]}]\n"
    )
    labels = next(frame for frame in made.pages[0].frames if frame.name == "labels")
    assert [line.runs[0].text for paragraph in labels.paragraphs for line in paragraph.lines] == ["Some of 57"]
