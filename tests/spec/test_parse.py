"""What an author may write, and what is said of the rest."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", snapshot("deck.yaml:1:1: error: the file is empty [S110 empty-file]: begin with title: and slides:\n")),
        (
            "just a text\n",
            snapshot(
                "deck.yaml:1:1: error: keys with their values are expected here [C205 not-a-mapping]: write it as “key: value”, one on each line\n"
            ),
        ),
        (
            "title: A deck\n",
            snapshot(
                "deck.yaml:1:1: error: the deck has no slides [C212 no-slides]: write slides: and below it an item, such as - layout: cover\n"
            ),
        ),
        (
            "title: A deck\nslides: []\n",
            snapshot(
                "deck.yaml:2:1: error: the deck has no slides [C212 no-slides]: write slides: and below it an item, such as - layout: cover\n"
            ),
        ),
        (
            "title: A deck\nsubtitel: x\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:1: error: the key “subtitel” is not known here [C201 unknown-key]: did you mean “subtitle”?\n"
            ),
        ),
        (
            "subtitle: x\nslides: [{layout: cover}]\n",
            snapshot("deck.yaml:1:1: error: the key “title” is missing [C202 missing-key]: add title:\n"),
        ),
        (
            "title: [a, b]\nslides: [{layout: cover}]\n",
            snapshot("deck.yaml:1:8: error: a text is expected here, found a list [C203 not-a-text]: write one text\n"),
        ),
        (
            "title: {sham-marriage}\nslides: [{layout: cover}]\n",
            snapshot(
                'deck.yaml:1:8: error: a text is expected here, found a mapping [C203 not-a-text]: put the text in quotation marks: "{sham-marriage}"\n'
            ),
        ),
        (
            "title: A deck\nsubtitle:\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:10: error: nothing is written here [C204 empty-text]: write a text, or delete the key; a text that begins with # needs quotation marks\n"
            ),
        ),
        (
            "title: A deck\ndate: tomorrow\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:7: error: a date is expected here, found “tomorrow” [C209 not-a-date]: write it as 2026-07-18\n"
            ),
        ),
        (
            "title: A deck\nindicators: [a]\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:13: error: keys with their values are expected here [C205 not-a-mapping]: write it as “key: value”, one on each line\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {label: A, value: many}}\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:35: error: a figure is expected here, found “many” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {label: A, value: .nan}}\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:35: error: a figure is expected here, found “.nan” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {label: A, value: 1234567890123456789012345}}\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:35: error: a figure of 25 digits; deckgen takes up to 15 digits before the decimal point and 6 behind it [S126 figure-too-long]: round it, or write it with a word, such as 3.2 bn\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {label: A, value: '1,234'}}\nslides: [{layout: cover}]\n",
            snapshot(
                "deck.yaml:2:35: error: a figure is expected here, found “1,234” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {lable: A, value: 1}}\nslides: [{layout: cover}]\n",
            snapshot("""\
deck.yaml:2:17: error: the key “label” is missing [C202 missing-key]: add label:
deck.yaml:2:18: error: the key “lable” is not known here [C201 unknown-key]: did you mean “label”?
"""),
        ),
        (
            "title: A deck\nslides: [{layout: bulets, title: T}]\n",
            snapshot(
                "deck.yaml:2:19: error: no layout is called “bulets” [C210 unknown-layout]: did you mean “bullets”?\n"
            ),
        ),
        (
            "title: A deck\nslides: [{layout: [bullets], title: T}]\n",
            snapshot(
                "deck.yaml:2:19: error: the name of a layout is expected here [C210 unknown-layout]: there is: agenda, bullets, closing, columns, compare-arrows, compare-bars, count-bars, cover, findings, image-and-text, multiples, section, sources, stat-and-bars, stat-dots, statement, table, text-and-actions, text-and-chart, timeline, trend, two-panels\n"
            ),
        ),
        (
            "title: A deck\nslides: [{title: T}]\n",
            snapshot(
                "deck.yaml:2:10: error: no layout is named, and none follows from what the slide holds [C211 no-layout-fits]: name one of: agenda, bullets, closing, columns, compare-arrows, compare-bars, count-bars, cover, findings, image-and-text, multiples, section, sources, stat-and-bars, stat-dots, statement, table, text-and-actions, text-and-chart, timeline, trend, two-panels\n"
            ),
        ),
        (
            "title: A deck\nslides: [{title: T, bulets: [a]}]\n",
            snapshot(
                "deck.yaml:2:21: error: the key “bulets” is not known here [C201 unknown-key]: did you mean “bullets”?\n"
            ),
        ),
        (
            "title: A deck\nslides: [bullets]\n",
            snapshot(
                "deck.yaml:2:10: error: keys with their values are expected here [C205 not-a-mapping]: write it as “key: value”, one on each line\n"
            ),
        ),
        (
            "title: A deck\nslides: [{layout: bullets, title: T, bullets: a}]\n",
            snapshot(
                "deck.yaml:2:47: error: a list is expected here [C206 not-a-list]: write each item on a line of its own, after “- ”\n"
            ),
        ),
        ("title: A deck\nslides: [{layout: bullets, title: T, bullets: [a, ]}]\n", ""),
        (
            "title: A deck\nslides:\n  - layout: bullets\n    title: T\n    bullets:\n      - # of countries\n",
            snapshot(
                'deck.yaml:6:9: error: nothing but a comment stands here; a text that begins with # needs quotation marks [S118 hash-in-text]: put the text in quotation marks: - "# of countries"\n'
            ),
        ),
        (
            "title: A deck\nslides:\n  - title: T\n    bullets:\n      - Barriers: many\n",
            snapshot(
                'deck.yaml:5:9: error: a text is expected here, found a mapping [C203 not-a-text]: put the text in quotation marks: "Barriers: many"\n'
            ),
        ),
        (
            "title: A deck\nslides: [{title: T, text: x, hidden: maybe}]\n",
            snapshot(
                "deck.yaml:2:38: error: true or false is expected here, found “maybe” [C208 not-true-or-false]: write true or false\n"
            ),
        ),
        (
            "title: A deck\nslides: [{title: T, text: x, chart: before-after}]\n",
            snapshot(
                "deck.yaml:2:30: error: the key “chart” is not known here [C201 unknown-key]: the keys here are: allow, audience, bullets, hidden, id, kicker, layout, lead, notes, numbered, overflow, section, source, text, title\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {label: A, value: 1}}\nslides: [{title: T, indicators: [a], chart: befor-after}]\n",
            snapshot(
                "deck.yaml:3:45: error: no chart is called “befor-after” [C215 unknown-chart]: did you mean “before-after”?\n"
            ),
        ),
        (
            "title: A deck\nindicators: {a: {label: A, value: 1}}\nslides: [{title: T, indicators: [a], chart: {kind: before-after, colour: red}}]\n",
            snapshot(
                "deck.yaml:3:66: error: the key “colour” is not known here [C201 unknown-key]: the keys here are: direction, kind, native\n"
            ),
        ),
        (
            "title: A deck\nslides: [{title: T, numbered: [a]}]\n",
            snapshot(
                "deck.yaml:2:31: error: at least 2 items are expected here, found 1 [C216 wrong-count]: add or take away items\n"
            ),
        ),
    ],
)
def test_a_mistake_is_named_at_its_place_with_what_to_do(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(text, tmp_path) == expected


def test_all_mistakes_of_a_file_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    deck = """\
        title: A deck
        auhtor: somebody
        indicators:
          a: {label: A, value: many}
          b: {value: 1}
        slides:
          - layout: bulets
            title: T
          - layout: bullets
            bullets: [x]
            lead: [y]
          - layout: findings
            title: T
            numbered: [one, two]
            sorce: s
    """
    assert mistakes(deck, tmp_path) == snapshot("""\
deck.yaml:2:1: error: the key “auhtor” is not known here [C201 unknown-key]: did you mean “author”?
deck.yaml:4:24: error: a figure is expected here, found “many” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn
deck.yaml:5:6: error: the key “label” is missing [C202 missing-key]: add label:
deck.yaml:7:13: error: no layout is called “bulets” [C210 unknown-layout]: did you mean “bullets”?
deck.yaml:9:5: error: the key “title” is missing [C202 missing-key]: add title:
deck.yaml:11:11: error: a text is expected here, found a list [C203 not-a-text]: write one text
deck.yaml:15:5: error: the key “sorce” is not known here [C201 unknown-key]: did you mean “source”?
""")


@pytest.mark.parametrize(
    ("keys", "layout"),
    [
        ("numbered: [a, b]", "findings"),
        ("bullets: [a]", "bullets"),
        ("text: a", "bullets"),
        ("indicators: [a]", "compare-bars"),
        ("indicators: [a]\nchart: before-after", "compare-bars"),
        ("indicators: [a]\ntext: x", "text-and-chart"),
        ("indicators: [a]\nbullets: [x]", "text-and-chart"),
    ],
)
def test_a_layout_left_out_follows_from_what_the_slide_holds(keys: str, layout: str) -> None:
    from tests.builders import pages

    lines = "".join(f"    {line}\n" for line in keys.split("\n"))
    made = pages(f"title: D\nindicators: {{a: {{label: A, value: 1}}}}\nslides:\n  - title: T\n{lines}")
    assert made.pages[0].layout[0] == layout


def test_mistakes_of_every_stage_are_told_in_one_run(tmp_path: Path) -> None:
    deck = """\
        title: A deck
        theme: osc
        date: tomorrow
        indicators:
          sound: {label: S, value: 1}
          wrong: {label: W, value: many}
          over: {label: O, value: 60, of: 57}
        slides:
          - layout: bulets
            title: T
          - layout: bullets
            title: Only {sund} and {wrong}
            bullets: [x]
            sorce: s
          - title: U
            text: "{sound.valu}"
            indicators: [sound, wrong, gone]
            highlight: none
    """
    assert mistakes(deck, tmp_path) == snapshot("""\
deck.yaml:2:8: error: no theme is called “osc” [T410 unknown-theme]: did you mean “osce”?
deck.yaml:3:7: error: a date is expected here, found “tomorrow” [C209 not-a-date]: write it as 2026-07-18
deck.yaml:6:28: error: a figure is expected here, found “many” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn
deck.yaml:7:27: error: “over” is 60 out of 57 [R318 over-total]: one of the two figures is wrong
deck.yaml:9:13: error: no layout is called “bulets” [C210 unknown-layout]: did you mean “bullets”?
deck.yaml:12:17: error: no indicator is called “sund” [R301 unknown-indicator]: did you mean “sound”?
deck.yaml:14:5: error: the key “sorce” is not known here [C201 unknown-key]: did you mean “source”?
deck.yaml:16:12: error: an indicator has no “valu” [R302 unknown-field]: did you mean “value”?
deck.yaml:17:32: error: no indicator is called “gone” [R301 unknown-indicator]: write it under indicators:
deck.yaml:18:16: error: “none” is not among the indicators of this slide [R309 unknown-highlight]: there is: sound, wrong
""")
