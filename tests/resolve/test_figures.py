"""Indicators as written to figures, changes and sentences."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import indicators, mistakes

PERIODS = "periods: {before: previous survey, after: this survey}"


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (
            "before: 23%\n  after: 39%",
            "Cases rose from 23% in the previous survey to 39% in this survey, +16 percentage points",
        ),
        (
            "before: 39%\n  after: 23%",
            "Cases fell from 39% in the previous survey to 23% in this survey, −16 percentage points",
        ),
        ("before: 39%\n  after: 39%", "Cases stayed at 39%"),
        ("before: 8\n  after: 16", "Cases rose from 8 in the previous survey to 16 in this survey, ×2"),
        ("before: 0\n  after: 6", "Cases rose from 0 in the previous survey to 6 in this survey, +6"),
        (
            "figures: {2015: 23%, 2018: 30%, 2021: 39%}",
            "Cases rose from 23% in 2015 to 39% in 2021, +16 percentage points",
        ),
        ("figures: {2021: 39%}", "Cases: 39%"),
        (
            "figures: {2015: 23%, 2019: 41%, 2021: 39%}",
            "Cases rose from 23% in 2015 to 39% in 2021, +16 percentage points, highest in 2019 at 41%",
        ),
        (
            "figures: {2015: 23%, 2017: 8%, 2019: 41%, 2021: 20%}",
            "Cases fell from 23% in 2015 to 20% in 2021, −3 percentage points, lowest in 2017 at 8%, highest in 2019 at 41%",
        ),
        (
            "figures: {2015: 39%, 2019: 12%, 2021: 39%}",
            "Cases stood at 39% in 2015 and again at 39% in 2021, lowest in 2019 at 12%",
        ),
        ("figures: {2015: 39%, 2019: 39%, 2021: 39%}", "Cases stayed at 39%"),
        (
            "before: 1\n  after: 2\n  periods: {before: March 2020, after: last year}",
            "Cases rose from 1 in March 2020 to 2 in last year, ×2",
        ),
        ("value: 56%\n  new: true", "Cases: 56%, new"),
        ("value: 31\n  of: 57", "Cases: 31 of 57"),
        ("value: 31%\n  unconfirmed: 20%", "Cases: 31%, plus 20% unconfirmed"),
        ("change: almost doubled", "Cases: almost doubled"),
        ("value: €3.2 bn", "Cases: €3.2\u00a0bn"),
        ("value: 39\n  unit: '%'", "Cases: 39%"),
    ],
)
def test_an_indicator_says_itself_in_a_sentence(figures: str, sentence: str) -> None:
    assert indicators(f"cases:\n  label: Cases\n  {figures}", PERIODS)["cases"].sentence == sentence


def test_without_periods_a_sentence_names_none() -> None:
    made = indicators("cases: {label: '**Cases**', before: 1%, after: 2%}")
    assert made["cases"].sentence == "Cases rose from 1% to 2%, +1 percentage point"


def test_a_total_may_be_another_indicator() -> None:
    made = indicators("all: {label: All, value: 57}\nsome: {label: Some, value: 31, of: all}")
    assert made["some"].of == made["all"].latest


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "{label: A}",
            snapshot(
                "deck.yaml:6:3: error: “a” has neither a figure nor a change in words [R311 no-figure]: add value: or before: and after: or change:\n"
            ),
        ),
        (
            "{label: A, value: 1, before: 1, after: 2}",
            snapshot(
                "deck.yaml:6:3: error: “a” says its figure more than once: value, before/after [R312 figure-said-twice]: keep one; a change is computed from figures\n"
            ),
        ),
        (
            "{label: A, value: 1, change: doubled}",
            snapshot(
                "deck.yaml:6:3: error: “a” says its figure more than once: value, change [R312 figure-said-twice]: keep one; a change is computed from figures\n"
            ),
        ),
        (
            "{label: A, before: 1, after: 2, new: true}",
            snapshot(
                "deck.yaml:6:3: error: “a” is new, yet has an earlier figure [R317 new-with-past]: delete new:, or the earlier figure\n"
            ),
        ),
        (
            "{label: A, value: 60, of: 57}",
            snapshot("deck.yaml:6:24: error: “a” is 60 out of 57 [R318 over-total]: one of the two figures is wrong\n"),
        ),
        (
            "{label: A, value: -5, of: 57}",
            snapshot(
                "deck.yaml:6:24: error: “a” is −5, and so cannot be out of 57 [R372 negative-part]: write it without the sign, or leave out of:\n"
            ),
        ),
        (
            "{label: A, before: 1, after: 2, periods: {before: Survey, after: survey}}",
            snapshot(
                "deck.yaml:6:71: error: the periods of “a” are both called “survey” [R360 periods-alike]: say when the earlier and when the later figure is from\n"
            ),
        ),
        (
            "{label: A, value: 5, of: 57%}",
            snapshot(
                "deck.yaml:6:31: error: 57% cannot be the total here [R314 no-total]: a total has the unit of what is out of it\n"
            ),
        ),
        (
            "{label: A, value: 5, of: a}",
            snapshot("deck.yaml:6:31: error: “a” is its own total [R314 no-total]: name another indicator\n"),
        ),
        (
            "{label: A, figures: {2021: 3, 2015: 2}}",
            snapshot(
                "deck.yaml:6:36: error: the periods of “a” are out of order: 2021 stands before 2015 [R319 periods-out-of-order]: write the earliest first\n"
            ),
        ),
        (
            "{label: A, figures: {2015: 1%, 2018: 2, 2021: 3%}}",
            snapshot(
                "deck.yaml:6:43: error: the figures of one indicator have different units [R315 units-differ]: write both figures in one unit\n"
            ),
        ),
        (
            "{label: A, value: 5%, unit: km}",
            snapshot(
                "deck.yaml:6:24: error: a figure of “a” has a unit of its own beside unit: km [R320 unit-said-twice]: keep one of the two\n"
            ),
        ),
        (
            "{label: A, change: '{total} more'}",
            snapshot(
                "deck.yaml:6:26: error: { has no meaning here: this text is shown as it stands [R321 sign-without-meaning]: write it without {\n"
            ),
        ),
        (
            "{label: A, value: 1, periods: {after: '**now**'}}",
            snapshot(
                "deck.yaml:6:45: error: ** has no meaning here: this text is shown as it stands [R321 sign-without-meaning]: write it without **\n"
            ),
        ),
        (
            "{label: A, value: 31 of 57}",
            snapshot(
                "deck.yaml:6:24: error: a figure is expected here, found “31 of 57” [C207 not-a-figure]: write value: 31 and of: 57\n"
            ),
        ),
        (
            "{label: A, value: €5 per person}",
            snapshot(
                "deck.yaml:6:24: error: a figure is expected here, found “€5 per person” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "{label: A, value: 1e3}",
            snapshot(
                "deck.yaml:6:24: error: a figure is expected here, found “1e3” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "{label: A, value: 5 k%}",
            snapshot(
                "deck.yaml:6:24: error: a figure is expected here, found “5 k%” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "{label: A, value: +5%}",
            snapshot(
                "deck.yaml:6:24: error: a figure is expected here, found “+5%” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn\n"
            ),
        ),
        (
            "{label: '{b.label} x', value: 1}\n          b: {label: 'B {total}', value: 2}",
            snapshot("deck.yaml:6:15: error: “b” has no “label” to show [R303 missing-figure]: it has: value, after\n"),
        ),
        (
            "{label: A, before: 1}",
            snapshot(
                "deck.yaml:6:25: error: “a” has only an earlier figure [R313 no-later-figure]: add after:, or call it value:\n"
            ),
        ),
        (
            "{label: A, before: 1%, after: 2}",
            snapshot(
                "deck.yaml:6:25: error: the figures of one indicator have different units [R315 units-differ]: write both figures in one unit\n"
            ),
        ),
        (
            "{label: A, value: 1%, unconfirmed: 2}",
            snapshot(
                "deck.yaml:6:41: error: the figures of one indicator have different units [R315 units-differ]: write both figures in one unit\n"
            ),
        ),
        (
            "{label: A, value: 1, of: totl}",
            snapshot(
                "deck.yaml:6:31: error: no indicator is called “totl” [R301 unknown-indicator]: did you mean “total”?\n"
            ),
        ),
        (
            "{label: A, value: 1, of: share}",
            snapshot(
                "deck.yaml:6:31: error: “share” cannot be the total here [R314 no-total]: a total has one figure, in the unit of what is out of it\n"
            ),
        ),
        (
            "{label: A, value: 1, source: reprt}",
            snapshot(
                "deck.yaml:6:35: error: no source is called “reprt” [R307 unknown-source]: did you mean “report”?\n"
            ),
        ),
    ],
)
def test_figures_that_do_not_go_together_are_refused(written: str, expected: str, tmp_path: Path) -> None:
    deck = f"""\
        title: A deck
        sources: {{report: {{title: The report}}}}
        indicators:
          total: {{label: Total, value: 57}}
          share: {{label: Share, value: 57%}}
          a: {written}
        slides: [{{layout: cover}}]
    """
    assert mistakes(deck, tmp_path) == expected


def test_an_indicator_keeps_all_its_figures_earliest_first() -> None:
    made = indicators(
        "a: {label: A, figures: {2015: 1, 2018: 5, 2021: 3}}\nb: {label: B, before: 1, after: 2}\nc: {label: C, value: 4}"
    )
    told = {name: [(figure.period, figure.text) for figure in of.figures] for name, of in made.items()}
    assert told == {
        "a": [("2015", "1"), ("2018", "5"), ("2021", "3")],
        "b": [("", "1"), ("", "2")],
        "c": [("", "4")],
    }
