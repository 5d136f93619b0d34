"""Changes in words: how far they go, and the bars that follow them."""

import pytest
from inline_snapshot import snapshot

from deckgen.charts.multiples import Multiples, MultiplesChart
from deckgen.model.charts import Panelled
from deckgen.model.drawing import Bar, Drawing, Label
from deckgen.model.words import Words
from deckgen.paint import painted
from deckgen.plot.worded_changes import Factor, factor
from deckgen.source.words import languages, phrases
from deckgen.spec.base import Refusal
from deckgen.typeset.style import chart_style
from deckgen.units import Size, in_points, inches
from deckgen.writers.typst import rasterized
from tests.builders import indicators, theme

STYLE = chart_style(theme())
PERIODS = "periods: {before: previous survey, after: this survey}"
THREE = """
fees: {label: Recruitment fees, change: almost doubled}
licences: {label: Licences, change: 50% increase}
procurement: {label: Procurement, change: more than doubled, periods: {before: "2015"}}
"""


def words(language: str = "en") -> Words:
    return Words(language, *phrases(language), lambda number: "other")


def shown(found: Factor | None) -> str:
    if found is None:
        return "not understood"
    return f"{found.value.normalize():f}{' or less' * found.less}{' or more' * found.more}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            {
                "doubled": "2",
                "Almost  doubled": "2 or less",
                "more than tripled": "3 or more",
                "quadrupled": "4",
                "halved": "0.5",
                "almost halved": "0.5 or more",
                "more than halved": "0.5 or less",
                "50% increase": "1.5",
                "almost 50% increase": "1.5 or less",
                "increased by more than 50 per cent": "1.5 or more",
                "30% decrease": "0.7",
                "about 20% fewer": "0.8 or less or more",
                "3 times as many": "3",
                "2.5-fold": "2.5",
            },
        ),
        ("fr", {"a presque doublé": "2 or less", "Hausse de plus de 50 %": "1.5 or more", "2,5 fois plus": "2.5"}),
        ("de", {"hat sich fast verdoppelt": "2 or less", "um 50 Prozent gestiegen": "1.5", "2,5-mal so viele": "2.5"}),
        ("es", {"casi el doble": "2 or less", "más del doble": "2 or more", "aumento de casi el 50 %": "1.5 or less"}),
        ("it", {"è quasi raddoppiato": "2 or less", "oltre il doppio": "2 or more", "calo del 30%": "0.7"}),
        ("ru", {"почти удвоилось": "2 or less", "рост более чем на 50 %": "1.5 or more", "х2": "2"}),
    ],
)
def test_changes_are_understood_in_the_language_of_the_deck(language: str, expected: dict[str, str]) -> None:
    assert {text: shown(factor(text, words(language))) for text in expected} == expected


@pytest.mark.parametrize("language", languages())
def test_signs_are_understood_in_every_language(language: str) -> None:
    said = {text: shown(factor(text, words(language))) for text in ("×2.5", "x2", "3 ×", "+50%", "−30 %", "- 30%")}
    assert said == {"×2.5": "2.5", "x2": "2", "3 ×": "3", "+50%": "1.5", "−30 %": "0.7", "- 30%": "0.7"}


@pytest.mark.parametrize("language", languages())
def test_every_word_and_phrase_of_a_language_is_understood_alone_and_with_an_open_end(language: str) -> None:
    lists = phrases(language)[1]
    for name in ("doubled", "tripled", "quadrupled", "halved", "times", "increase", "decrease"):
        for phrase in lists[name]:
            said = phrase.format(n="3" if name == "times" else "50%")
            assert factor(said, words(language)), said
            for kind in ("almost", "more-than", "about"):
                opened = factor(f"{lists[kind][0]} {said}", words(language))
                assert opened is not None, said
                assert opened.fade > 0, said


@pytest.mark.parametrize(
    "text",
    [
        "grew a lot",
        "not doubled",
        "doubled since 2015",
        "increased to 50%",
        "50%",
        "50",
        "+50",
        "+1,500%",
        "−100%",
        "×12",
        "×0",
        "increase of 50 pp",
        "almost more than doubled",
    ],
)
def test_what_is_not_understood_as_a_whole_is_not_guessed_at(text: str) -> None:
    assert factor(text, words()) is None


def made(text: str, highlight: str = "") -> "MultiplesChart | Refusal":
    return Multiples().chart(tuple(indicators(text, PERIODS).values()), highlight, words())


def chart(text: str, highlight: str = "") -> MultiplesChart:
    found = made(text, highlight)
    assert isinstance(found, MultiplesChart)
    return found


def marks(drawing: Drawing) -> str:
    """Return bars and texts, lengths in points."""
    lines = []
    for mark in drawing.marks:
        if isinstance(mark, Bar):
            x, y, wide, tall, fade = (
                round(in_points(side))
                for side in (mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height, mark.fade)
            )
            lines.append(f"{mark.fill} {x},{y} {wide}×{tall}{f' fades over {fade}' if fade else ''}")
        elif isinstance(mark, Label):
            lines.append(f"{in_points(mark.x):.0f},{in_points(mark.y):.0f} {mark.size:g} pt {mark.color} {mark.text}")
    return "\n".join(lines)


PANEL = Size(inches(3.61), inches(2.1))


def test_panels_share_a_scale_and_name_their_periods() -> None:
    panels = chart(THREE, "fees").panels
    assert [marks(panel.draw(PANEL, STYLE, ())) for panel in panels] == snapshot(
        [
            """\
before 0,76 120×50
accent 140,26 120×100 fades over 25
4,146 16 pt muted previous survey
158,146 16 pt accent-text this survey\
""",
            """\
before 0,76 120×50
primary 140,51 120×75
4,146 16 pt muted previous survey
158,146 16 pt primary-text this survey\
""",
            """\
before 0,76 120×50
primary 140,1 120×125 fades over 25
42,146 16 pt muted 2015
158,146 16 pt primary-text this survey\
""",
        ]
    )


def test_a_bar_that_is_not_exact_never_reaches_an_edge_where_it_says_nothing() -> None:
    bars = [
        [mark for mark in panel.draw(PANEL, STYLE, ()).marks if isinstance(mark, Bar)] for panel in chart(THREE).panels
    ]
    (one, almost), _, (_, more) = bars
    twice = 2 * one.rect.height
    assert abs(almost.rect.height - twice) < 3
    assert almost.rect.height - almost.fade < twice
    assert abs(more.rect.height - more.fade - twice) < 3


def test_long_periods_are_broken_under_the_bars_and_stay_within_the_panel() -> None:
    russian = indicators(
        "a: {label: Страны, change: почти удвоилось}",
        "lang: ru\nperiods: {before: предыдущий опрос, after: нынешний опрос}",
    )
    found = Multiples().chart(tuple(russian.values()), "", words("ru"))
    assert isinstance(found, MultiplesChart)
    narrow = found.panels[0].draw(Size(inches(2.58), inches(1.6)), STYLE, ())
    assert narrow.crowding == 0
    assert [mark.text for mark in narrow.marks if isinstance(mark, Label)] == snapshot(
        ["предыдущий", "опрос", "нынешний", "опрос"]
    )


def test_without_periods_the_bars_are_told_apart_in_words() -> None:
    found = Multiples().chart(tuple(indicators("a: {label: A, change: halved}").values()), "", words())
    assert isinstance(found, MultiplesChart)
    assert marks(found.panels[0].draw(PANEL, STYLE, ())) == snapshot("""\
before 0,1 120×125
primary 140,64 120×63
37,146 16 pt muted before
183,146 16 pt primary-text after\
""")


def test_rows_of_lying_bars_have_the_words_behind_them_and_say_what_they_follow() -> None:
    assert marks(chart(THREE, "licences").draw(Size(inches(6), inches(3)), STYLE, ())) == snapshot("""\
before 1,5 64×12
primary 1,20 128×24 fades over 32
72,15 16 pt muted previous survey
136,39 20 pt primary-text almost doubled
291,39 16 pt primary-text this survey
before 1,69 64×12
accent 1,83 96×24
104,103 20 pt accent-text 50% increase
before 1,133 64×12
primary 1,147 160×24 fades over 32
72,143 16 pt muted 2015
168,167 20 pt primary-text more than doubled
356,167 16 pt primary-text this survey
0,195 14 pt muted The bars are drawn to the words, not to counts;
0,212 14 pt muted where one fades out, its end is not known.\
""")


def test_words_too_long_for_their_bars_are_told() -> None:
    assert chart(THREE).draw(Size(inches(2.2), inches(3)), STYLE, ()).crowding > 0


def test_it_says_in_words_what_the_bars_follow() -> None:
    found = chart(THREE)
    assert found.description() == snapshot(
        "Recruitment fees: almost doubled; Licences: 50% increase; Procurement: more than doubled. The bars are drawn to the words, not to counts; where one fades out, its end is not known."
    )
    assert found.panels[1].alt_text() == snapshot(
        "Licences: 50% increase. The bars are drawn to the words, not to counts; where one fades out, its end is not known."
    )
    assert chart("a: {label: A, change: doubled}").remark == snapshot("The bars are drawn to the words, not to counts.")
    assert isinstance(found, Panelled)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: {label: A, change: grew a lot}",
            snapshot(
                "“a” has the change “grew a lot”, which no bar can follow: write it in words such as: doubled, halved, almost doubled, 50% increase, ×2.5, −30%, up to ×10; or say it in a text"
            ),
        ),
        (
            "a: {label: A, value: 39%}",
            snapshot(
                "“a” has figures, and these bars show changes that are known in words only: show it in the chart before-after or count-bars"
            ),
        ),
    ],
)
def test_what_no_bar_can_follow_is_refused(text: str, expected: str) -> None:
    refused = made(text)
    assert isinstance(refused, Refusal)
    assert f"{refused.message}: {refused.hint}" == expected


def test_a_fading_bar_is_painted_as_a_gradient_that_old_programs_see_too() -> None:
    drawing = chart("a: {label: A, change: almost doubled}").panels[0].draw(PANEL, STYLE, ())
    svg = painted(drawing, theme())
    assert svg.count(b"<linearGradient") == 1
    assert b"<use" not in svg
    assert b"fill: url(#fade-standing-250-0b5cad-FFFFFF)" in svg
    plain = svg.replace(b"url(#fade-standing-250-0b5cad-", b"url(#nothing-")
    assert rasterized([svg], "FFFFFF") != rasterized([plain], "FFFFFF")
