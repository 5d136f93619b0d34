"""One file, a deck for each audience: what is kept for whom, and what is told where that leaves too little."""

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.diagnostics import Severity
from deckgen.model.text import plain
from deckgen.plugins import vocabulary
from deckgen.resolve.deck import resolve
from deckgen.source import nodes
from deckgen.source.yaml import read
from deckgen.spec.inference import layout_for
from deckgen.spec.parse import _specs_in, parse_deck
from deckgen.typeset.frames import Page, ShapesFrame, TextFrame
from tests.builders import NAME, told

HEAD = """
title: Safe ways to school
audiences: [press, delegations]
sources: {count: {title: The count}, other: {title: Another count}}
indicators:
  walking: {label: Walk, before: 34%, after: 46%, source: count}
  crossings: {label: Cross, before: 52%, after: 71%, source: count}
  patrols: {label: Patrols, value: 31, source: other}
"""
DECK = f"""{HEAD}
slides:
  - layout: cover
  - title: Three findings
    section: Overview
    numbered:
      - {{text: More children walk, section: Walking}}
      - {{text: Most schools have a crossing, section: Crossings}}
      - {{text: The youngest need company, audience: press}}
    notes:
      - For all of you.
      - {{text: "Call the office: {{patrols}} patrols.", audience: [press, delegations]}}
  - title: How we counted
    section: Walking
    text: In five towns
    audience: delegations
  - title: More children walk
    indicators: [walking, crossings]
  - title: Crossings stand where children cross
    section: Crossings
    audience: press
    bullets:
      - Near the gate
      - {{text: Lit at night, audience: press, bullets: [In all towns, {{text: But one, audience: delegations}}]}}
  - title: The count goes on
    section: Outlook
    source: [count, {{text: other, audience: delegations}}]
    text:
      - Next year
      - {{text: In ten towns, audience: delegations}}
"""


def made(deck: str, audience: str, tmp_path: Path) -> tuple[pipeline.Pages, str]:
    """Return the pages of a deck for an audience, and what is told of it."""
    path = tmp_path / "deck.yaml"
    path.write_text(dedent(deck))
    pages, _, found = pipeline.pages_of(path, pipeline.Wanted(audience=audience))
    assert pages is not None, told(found)
    return pages, told(found)


def outline(page: Page) -> str:
    """Return what a reader meets on a page, in order, notes last; of the tracker how many segments there are."""
    texts = []
    for frame in page.frames:
        if isinstance(frame, TextFrame):
            lines = (" ".join(plain(line.runs) for line in one.lines) for one in frame.paragraphs)
            texts.append(" / ".join(lines))
        elif isinstance(frame, ShapesFrame) and frame.name == "tracker":
            texts.append("-" * len(frame.shapes))
    notes = [f"({plain(note.runs)})" for note in page.notes]
    return " | ".join((*texts, *notes))


def deck_for(audience: str, tmp_path: Path, deck: str = DECK) -> str:
    pages, found = made(deck, audience, tmp_path)
    return "".join(f"{outline(page)}\n" for page in pages.pages) + found


def test_the_deck_for_everyone_has_nothing_that_is_kept_for_some(tmp_path: Path) -> None:
    assert deck_for("", tmp_path) == snapshot("""\
Safe ways to school
Three findings | 1 | More children walk | Slide 3 | 2 | Most schools have a crossing | --- | Overview | 2 | (For all of you.)
More children walk | Cross / Walk | Change | +19\xa0pp / +12\xa0pp | Source: The count. | --- | Walking | 3 | (Chart: Cross rose from 52% to 71%, +19 percentage points; Walk rose from 34% to 46%, +12 percentage points)
The count goes on | Next year | Source: The count. | --- | Outlook | 4
""")


def test_an_audience_sees_what_is_for_everyone_and_what_is_kept_for_it(tmp_path: Path) -> None:
    assert deck_for("press", tmp_path) == snapshot("""\
Safe ways to school
Three findings | 1 | More children walk | Slide 3 | 2 | Most schools have a crossing | Slide 4 | 3 | The youngest need company | ---- | Overview | 2 | (For all of you.) | (Call the office: 31 patrols.)
More children walk | Cross / Walk | Change | +19\xa0pp / +12\xa0pp | Source: The count. | ---- | Walking | 3 | (Chart: Cross rose from 52% to 71%, +19 percentage points; Walk rose from 34% to 46%, +12 percentage points)
Crossings stand where children cross | Near the gate / Lit at night / In all towns | ---- | Crossings | 4
The count goes on | Next year | Source: The count. | ---- | Outlook | 5
""")
    assert deck_for("delegations", tmp_path) == snapshot("""\
Safe ways to school
Three findings | 1 | More children walk | Slides 3–4 | 2 | Most schools have a crossing | --- | Overview | 2 | (For all of you.) | (Call the office: 31 patrols.)
How we counted | In five towns | --- | Walking | 3
More children walk | Cross / Walk | Change | +19\xa0pp / +12\xa0pp | Source: The count. | --- | Walking | 4 | (Chart: Cross rose from 52% to 71%, +19 percentage points; Walk rose from 34% to 46%, +12 percentage points)
The count goes on | Next year / In ten towns | Sources: The count; Another count. | --- | Outlook | 5
""")


def test_a_deck_without_anything_kept_is_the_same_for_all(tmp_path: Path) -> None:
    deck = f"{HEAD}slides: [{{layout: cover}}, {{title: T, text: x, section: One}}]\n"
    assert deck_for("press", tmp_path, deck) == deck_for("", tmp_path, deck)


def test_a_section_that_began_on_a_slide_for_others_begins_on_the_next(tmp_path: Path) -> None:
    deck = f"""{HEAD}
slides:
  - {{title: A, text: x, section: One}}
  - {{title: B, text: x, section: Two, audience: press}}
  - {{title: C, text: x}}
  - {{title: D, text: x, audience: press}}
  - {{title: E, text: x}}
"""
    for audience, sections in (
        ("", [("One", (1,)), ("Two", (2, 3))]),
        ("press", [("One", (1,)), ("Two", (2, 3, 4, 5))]),
    ):
        assert [(of.name, of.slides) for of in made(deck, audience, tmp_path)[0].sections] == sections


def test_an_audience_has_a_theme_of_its_own_unless_another_is_asked_for(tmp_path: Path) -> None:
    """The theme asked for goes before that of the audience, and that before the deck's."""
    for name in ("green", "blue"):
        (tmp_path / "themes" / name).mkdir(parents=True)
        text = (Path(__file__).parent.parent / "themes" / "osce" / "theme.yaml").read_text()
        (tmp_path / "themes" / name / "theme.yaml").write_text(text)
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: D\naudiences: {press: {theme: green, scale: large}, others: {}}\nslides: [{title: T, text: x}]"
    )

    def theme(audience: str, asked: str | None = None) -> str:
        return pipeline.check(deck, pipeline.Wanted(asked, audience=audience)).theme

    assert [theme(""), theme("press"), theme("others"), theme("press", "blue")] == ["osce", "green", "osce", "blue"]


def mistakes(deck: str, audience: str, tmp_path: Path) -> str:
    path = tmp_path / "deck.yaml"
    path.write_text(dedent(deck))
    found = pipeline.check(path, pipeline.Wanted(audience=audience)).diagnostics
    found = tuple(one for one in found if one.severity > Severity.ADVICE)
    return told(found).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    ("head", "slides", "expected"),
    [
        (
            "audiences: [press]",
            "[{title: T, text: x, audience: pres}]",
            snapshot(
                "deck.yaml:3:40: error: no audience is called “pres” [R341 unknown-audience]: did you mean “press”?\n"
            ),
        ),
        (
            "",
            "[{title: T, text: [x, {text: y, audience: press}]}]",
            snapshot(
                "deck.yaml:3:51: error: no audience is called “press” [R341 unknown-audience]: write it under audiences:, before slides:\n"
            ),
        ),
        (
            "audiences: [press]",
            "[{title: T, bullets: [x, {text: y, bullets: [{text: z, audience: [press, al]}]}]}]",
            snapshot(
                "deck.yaml:3:82: error: no audience is called “al” [R341 unknown-audience]: write it under audiences:, before slides:\n"
            ),
        ),
        (
            "audiences: [press]",
            "[{title: T, text: [x, {text: y, audence: press}]}]",
            snapshot(
                "deck.yaml:3:41: error: the key “audence” is not known here [C201 unknown-key]: did you mean “audience”?\n"
            ),
        ),
        (
            "audiences: [all, Press, the press]",
            "[{title: T, text: x}]",
            snapshot("""\
deck.yaml:2:13: error: an audience cannot be called “all” [R340 audience-name]: “all” stands for all audiences
deck.yaml:2:18: error: an audience cannot be called “Press” [R340 audience-name]: use small letters and digits, with hyphens
deck.yaml:2:25: error: an audience cannot be called “the press” [R340 audience-name]: use small letters and digits, with hyphens
"""),
        ),
        (
            "audiences: {press: {theme: osc}}",
            "[{title: T, text: x}]",
            snapshot("deck.yaml:2:28: error: no theme is called “osc” [T410 unknown-theme]: did you mean “osce”?\n"),
        ),
        (
            "audiences: {press: {scale: larg}}",
            "[{title: T, text: x, audience: press}]",
            snapshot("deck.yaml:2:28: error: no scale is called “larg” [C240 unknown-scale]: write normal or large\n"),
        ),
        (
            "audiences: {press: {style: x}}",
            "[{title: T, text: x}]",
            snapshot(
                "deck.yaml:2:21: error: the key “style” is not known here [C201 unknown-key]: did you mean “scale”?\n"
            ),
        ),
        (
            "audiences: {press: plain}",
            "[{title: T, text: x, audience: press}]",
            snapshot(
                "deck.yaml:2:20: error: keys with their values are expected here [C205 not-a-mapping]: write it as “key: value”, one on each line\n"
            ),
        ),
        (
            "audiences: [[press]]",
            "[{title: T, text: x, audience: press}]",
            snapshot(
                "deck.yaml:2:12: error: a text is expected here, found a list [C203 not-a-text]: write one text\n"
            ),
        ),
        (
            "audiences: press",
            "[{title: T, text: x, audience: press}, {title: {text: U, audience: press}, text: y}]",
            snapshot(
                "deck.yaml:3:56: error: a text is expected here, found a mapping [C203 not-a-text]: put the text in quotation marks\n"
            ),
        ),
        (
            "audiences: [press, others]",
            "[{title: T, text: x, audience: others}]",
            snapshot(
                "deck.yaml:2:13: error: no slide is left for the audience “press” [R342 no-slide-left]: write press behind audience: on a slide, or delete it here\n"
            ),
        ),
    ],
)
def test_a_mistake_with_audiences_is_told_at_its_place(head: str, slides: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: D\n{head}\nslides: {slides}\n", "press", tmp_path) == expected


def test_a_deck_with_nothing_for_everyone_is_refused_for_everyone_only(tmp_path: Path) -> None:
    deck = "title: D\naudiences: press\nslides: [{title: T, text: x, audience: press}]\n"
    assert mistakes(deck, "", tmp_path) == snapshot(
        "deck.yaml:3:40: error: no slide is for everyone: each is kept for an audience [R342 no-slide-left]: delete audience: on what all may see, or build with --audience press\n"
    )
    assert mistakes(deck, "press", tmp_path) == ""


@pytest.mark.parametrize(
    ("slide", "everyone", "press"),
    [
        (
            "{title: T, numbered: [one, {text: two, audience: press}, {text: three, audience: others}]}",
            snapshot(
                "deck.yaml:4:31: error: in the deck for everyone, “numbered” keeps 1 of its 3 items, and needs 2 [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title\n"
            ),
            snapshot(""),
        ),
        (
            "{title: T, bullets: [{text: one, audience: press}]}",
            snapshot(
                "deck.yaml:4:30: error: in the deck for everyone, nothing of “bullets” is left to show in the slide [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title\n"
            ),
            snapshot(""),
        ),
        (
            "{title: T, indicators: [a], text: [{text: one, audience: press}]}",
            snapshot(
                "deck.yaml:4:44: error: in the deck for everyone, nothing of “text” is left to show in the slide [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title\n"
            ),
            snapshot(""),
        ),
        ("{layout: closing, title: T, text: [{text: one, audience: press}]}", snapshot(""), snapshot("")),
        (
            "{title: T, lead: L, numbered: [{text: one, audience: press}], layout: bullets}",
            snapshot(
                "deck.yaml:4:40: error: in the deck for everyone, nothing of “numbered” is left to show in the slide [R343 too-little-left]: leave more of it, or leave the whole slide or column out: write audience: beside its title\n"
            ),
            snapshot(""),
        ),
    ],
)
def test_a_slide_that_is_left_with_too_little_is_told(slide: str, everyone: str, press: str, tmp_path: Path) -> None:
    indicators = "indicators: {a: {label: A, value: 1%}}" if "[a]" in slide else "# no figures"
    deck = f"title: D\naudiences: [press, others]\n{indicators}\nslides: [{slide}]\n"
    assert (mistakes(deck, "", tmp_path), mistakes(deck, "press", tmp_path)) == (everyone, press)


def test_a_layout_without_room_for_what_is_left_refuses_it_in_words() -> None:
    node, _ = read(b"title: D\nslides: [{title: T, numbered: [one, two]}]\n", NAME)
    assert node is not None
    spec, _ = parse_deck(node, vocabulary())
    assert spec is not None
    placed = spec.slides[0]
    alone = placed.spec.model_copy(update={"numbered": placed.spec.numbered[:1]})
    _, found = resolve(spec.model_copy(update={"slides": (replace(placed, spec=alone),)}))
    assert told(found) == snapshot(
        "deck.yaml:2:18: error: the layout has no room for as many, or as few, items [R322 slide-refused]: there is room for: 3, 2, 4\n"
    )


@pytest.mark.parametrize("name", vocabulary().layouts)
def test_every_slide_column_and_item_may_be_kept_for_audiences(name: str) -> None:
    layout = vocabulary().layouts[name]
    assert "audience" in layout.model_fields
    for key in {"columns", "bullets", "numbered"} & set(layout.model_fields):
        specs = [*_specs_in(layout.model_fields[key].annotation)]
        assert specs, key
        assert all("audience" in spec.model_fields for spec in specs), key


def test_audience_has_no_part_in_how_a_layout_is_chosen() -> None:
    layouts = vocabulary().layouts
    for keys in ("bullets: [x]", "text: x", "numbered: [x, y]"):
        chosen = []
        for more in ("", "audience: press\n"):
            node, _ = read(f"title: T\n{more}{keys}\n".encode(), NAME)
            assert isinstance(node, nodes.Mapping)
            chosen.append(layout_for(node, layouts, {}))
        assert chosen[0] == chosen[1] != ""
