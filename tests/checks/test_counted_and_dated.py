"""Steps and dates in their order, and numbers of things beside the list of them; and what looks nearly alike."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes


def steps(*dates: str) -> str:
    """Return a deck of one timeline."""
    listed = "\n".join(f'  - {{date: "{date}", text: Step {at}}}' for at, date in enumerate(dates))
    return deck_of(f"title: Ten years\ntimeline:\n{listed}")


def listed(title: str, *items: str, lang: str = "en", more: str = "") -> str:
    """Return a deck of one list."""
    return deck_of(f"title: {title}\n{more}bullets: [{', '.join(items)}]", f"lang: {lang}")


@pytest.mark.parametrize(
    ("lang", "dates", "late"),
    [
        ("en", ("Q1 2026", "March 2027", "Q4 2026"), "Q4 2026"),
        ("en", ("2026-09-14", "2027-01-04", "2026-11-02"), "2026-11-02"),
        ("en", ("2021–22", "2019–20", "2023"), "2019–20"),
        ("en", ("Spring 2026", "Autumn 2026", "Summer 2026"), "Summer 2026"),
        ("de", ("Anfang 2026", "Ende 2026", "Mitte 2026"), "Mitte 2026"),
        ("en", ("January", "April", "March", "June"), "March"),
        ("fr", ("12 janvier", "3 mai", "1er avril", "juin"), "1er avril"),
        ("fr", ("1er mars 2026", "2e trimestre 2026", "janvier 2026"), "janvier 2026"),
        ("de", ("1. März 2026", "Dez. 2026", "01.04.2026"), "01.04.2026"),
        ("es", ("marzo de 2026", "4 de mayo de 2026", "3 de mayo de 2026"), "3 de mayo de 2026"),
        ("it", ("marzo 2026", "giugno 2026", "aprile 2026"), "aprile 2026"),
        ("ru", ("март 2026 г.", "июнь 2026 г.", "3 апреля 2026 г."), "3 апреля 2026 г."),
    ],
)
def test_a_step_that_was_before_its_neighbour_is_told(tmp_path: Path, lang: str, dates: list[str], late: str) -> None:
    told = mistakes(steps(*dates).replace("slides:", f"lang: {lang}\nslides:"), tmp_path, of="steps-out-of-order")
    assert told.count("\n") == 1
    assert f"“{late}” stands after" in told


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        (("2015", "2024", "2018", "2020"), "“2024” stands before “2018”"),
        (("4 August", "18 September", "12 September", "14 September"), "“18 September” stands before “12 September”"),
        (("4 August", "12 September", "8 September"), "“8 September” stands after “12 September”"),
    ],
)
def test_the_step_is_told_without_which_all_are_in_order(tmp_path: Path, dates: tuple[str, ...], wrong: str) -> None:
    assert wrong in mistakes(steps(*dates), tmp_path, of="steps-out-of-order")


@pytest.mark.parametrize(
    "dates",
    [
        ("October", "December", "March", "November"),
        ("18 September", "1 March", "12 September"),
        ("10 October", "20 November", "5 October"),
        ("2026", "March 2026", "2026"),
        ("2020", "until 2019", "2021"),
        ("October", "November", "January"),
        ("October", "November", "January", "March"),
        ("Winter 2026", "Spring 2026", "Summer 2026"),
        ("End of 2026", "Autumn 2026", "2026"),
        ("Early 2026", "May 2026", "Spring 2026"),
        ("2020", "Phase 2", "2019"),
        ("2019 and 2021", "2020", "2022"),
        ("2024–2026", "2025", "2027"),
    ],
)
def test_steps_whose_order_is_not_certain_are_left_alone(tmp_path: Path, dates: list[str]) -> None:
    assert mistakes(steps(*dates), tmp_path) == ""


def test_times_of_an_agenda_stand_in_their_order(tmp_path: Path) -> None:
    assert mistakes(
        listed("The day", "09:00 Opening", "11:30 Figures", "10:15 Cases", "13:00 End"), tmp_path
    ) == snapshot(
        "deck.yaml:5:45: warning: “10:15” stands after “11:30” [E617 steps-out-of-order]: put it where it belongs, or correct the date\n"
    )


@pytest.mark.parametrize(
    "times",
    [
        ("09:00 Opening", "14:00 Cases", "09:30 Second day", "11:00 End"),
        ("22:00 Watch", "23:30 Call", "00:30 Return", "02:00 End"),
        ("09:00 Opening", "11:00 Cases", "14:00 Figures", "09:00 Second day"),
    ],
)
def test_times_of_several_days_are_left_alone(tmp_path: Path, times: list[str]) -> None:
    assert mistakes(listed("The days", *times), tmp_path) == ""


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        (
            "en",
            "On Friday, April 23, 2026 in Vienna",
            "“Friday, April 23, 2026” is said, and 23 April 2026 is a Thursday",
        ),
        ("en", "From 30 February", "there is no “30 February”: February has no day 30"),
        ("fr", "Le 29 février 2025, à Paris", "there is no “29 février 2025”: February 2025 has no day 29"),
        ("fr", "Le vendredi 23 avril 2026", "“vendredi 23 avril 2026” is said, and 23 April 2026 is a Thursday"),
        (
            "de",
            "Am Freitag, den 23. April 2026",
            "“Freitag, den 23. April 2026” is said, and 23 April 2026 is a Thursday",
        ),
        ("de", "Frist: 31.11.2026", "there is no “31.11.2026”: November has no day 31"),
        ("es", "El 31 de junio", "there is no “31 de junio”: June has no day 31"),
        ("it", "Il 31 aprile", "there is no “31 aprile”: April has no day 31"),
        (
            "ru",
            "Встреча в пятницу, 23 апреля 2026 года",
            "“пятницу, 23 апреля 2026” is said, and 23 April 2026 is a Thursday",
        ),
    ],
)
def test_a_day_that_cannot_be_is_told(tmp_path: Path, lang: str, text: str, wrong: str) -> None:
    told = mistakes(deck_of(f'title: A1\ntext: "{text}"', f"lang: {lang}"), tmp_path, of="impossible-date")
    assert told.partition(": warning: ")[2].partition(" [E618")[0] == wrong


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Of the 31 may be five; 29 February; Thursday 23 April 2026; version 31.11; 12 Sep"),
        ("it", "Con 31 set di dati; giovedì 23 aprile 2026"),
        ("fr", "Le jeudi 23 avril 2026, les 30 et 31 mars"),
    ],
)
def test_a_day_that_may_be_is_left_alone(tmp_path: Path, lang: str, text: str) -> None:
    assert mistakes(deck_of(f"title: A1\ntext: {text}", f"lang: {lang}"), tmp_path, of="impossible-date") == ""


@pytest.mark.parametrize(
    ("lang", "title", "said"),
    [
        ("en", "Three decisions are asked of the Committee", "Three decisions"),
        ("en", "We commit ourselves to 3 points", "3 points"),
        ("fr", "Nous demandons quatre décisions", "quatre décisions"),
        ("de", "Wir bitten um drei Sofortmaßnahmen", "drei Sofortmaßnahmen"),
        ("es", "Tres propuestas a la Junta", "Tres propuestas"),
        ("it", "Le nostre tre richieste", "tre richieste"),
        ("ru", "Четыре рекомендации", "Четыре рекомендации"),
    ],
)
def test_a_number_of_things_is_that_of_the_list(tmp_path: Path, lang: str, title: str, said: str) -> None:
    told = mistakes(listed(title, "A", "B", lang=lang), tmp_path)
    assert told.partition(": warning: ")[2].partition(" [E619")[0] == f"“{said}” is said here, and the list has 2 items"
    counted = "ABCD" if lang in ("fr", "ru") else "ABC"
    assert mistakes(listed(title, *counted, lang=lang), tmp_path) == ""


COLUMNS = """\
title: {}
columns:
  - {{title: State of play, bullets: [More learners come, Results are better]}}
  - {{title: {}, numbered: [Childcare at more sites, Courses in companies, A language café, Books]}}
"""


@pytest.mark.parametrize(
    ("lang", "title", "heading"),
    [("en", "Three decisions for the council", "Decisions"), ("de", "Drei Entscheidungen", "Unsere Entscheidungen")],
)
def test_a_number_of_things_is_that_of_the_column_they_head(
    tmp_path: Path, lang: str, title: str, heading: str
) -> None:
    text = f"layout: text-and-actions\n{COLUMNS.format(title, heading)}"
    told = mistakes(deck_of(text, f"lang: {lang}"), tmp_path, of="count-of-items")
    assert "is said here, and the list has 4 items" in told
    assert (
        mistakes(deck_of(text.replace(heading, "What is next"), f"lang: {lang}"), tmp_path, of="count-of-items") == ""
    )


def test_of_two_columns_headed_by_what_is_counted_none_is_held_to_it(tmp_path: Path) -> None:
    text = COLUMNS.format("Three decisions for the council", "Decisions").replace("State of play", "Decisions of 2025")
    assert mistakes(deck_of(f"layout: text-and-actions\n{text}"), tmp_path, of="count-of-items") == ""


@pytest.mark.parametrize(
    "title",
    [
        "Three of the five recommendations are met",
        "The curriculum asks for three lessons a week",
        "Two measures are ready, one needs a law",
        "Courts took four measures in the spring of that year",
        "Three towns show how it is done",
    ],
)
def test_a_number_that_may_count_something_else_is_left_alone(tmp_path: Path, title: str) -> None:
    assert mistakes(listed(title, "A", "B"), tmp_path) == ""


def test_items_below_items_and_columns_are_counted_too(tmp_path: Path) -> None:
    grouped = "title: Four requests\nbullets:\n  - {text: Now, bullets: [A, B]}\n  - {text: Later, bullets: [C, D]}"
    assert mistakes(deck_of(grouped), tmp_path) == ""
    columns = "title: Three proposals\ncolumns:\n" + "".join(
        f"  - {{title: {one}, text: Some text}}\n" for one in "ABC"
    )
    assert mistakes(deck_of(columns), tmp_path) == ""


def test_what_is_kept_for_others_is_not_missing(tmp_path: Path) -> None:
    kept = "title: Three requests\nbullets: [A, B, {text: C, audience: press}]"
    assert mistakes(deck_of(kept, "audiences: {press: {}}"), tmp_path) == ""
    assert mistakes(deck_of(kept.replace("Three", "Two"), "audiences: {press: {}}"), tmp_path) == ""


WAITING = """\
date: 2026-03-01
sources: {s: {title: S}}
indicators: {w: {label: Waiting, before: 340, after: 290, periods: {before: "2023", after: "2025"}}}
"""


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "After {w.before} 4 years earlier", "4 years earlier"),
        ("en", "Down {w.change} on four years before.", "four years before"),
        ("en", "{w.before} six years ago", "six years ago"),
        ("fr", "{w.after}, contre {w.before} quatre ans plus tôt", "quatre ans plus tôt"),
        ("de", "{w.after}, nach {w.before} vor zehn Jahren", "vor zehn Jahren"),
        ("es", "{w.after}, frente a {w.before} cuatro años antes", "cuatro años antes"),
        ("it", "{w.after}, da {w.before} quattro anni prima", "quattro anni prima"),
        ("ru", "{w.before} пять лет назад", "пять лет назад"),
    ],
)
def test_figures_are_as_many_years_apart_as_is_said(tmp_path: Path, lang: str, text: str, said: str) -> None:
    told = mistakes(deck_of(f'title: T\ntext: "{text}"', f"lang: {lang}\n{WAITING}"), tmp_path, of="years-apart")
    assert f"“{said}” is said, and the figures of this sentence are of 2023, 2025" in told


@pytest.mark.parametrize(
    "text",
    [
        "After {w.before} two years earlier",
        "{w.before} three years ago, {w.after} today",
        "{w.before} patients, four years before the reform",
        "Four years earlier nobody counted. Today {w.after} wait",
    ],
)
def test_years_that_may_be_counted_from_something_else_are_left_alone(tmp_path: Path, text: str) -> None:
    assert mistakes(deck_of(f'title: T\ntext: "{text}"', WAITING), tmp_path, of="years-apart") == ""


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "Five years lie between the tests, from {w.before} to {w.after}", "Five"),
        ("en", "8 years separate {w.before} from {w.after}", "8"),
        ("en", "The two counts are eight years apart: {w.before} and {w.after}", "eight"),
        ("de", "Zwischen beiden Messungen liegen fünf Jahre, von {w.before} bis {w.after}", "fünf"),
        ("fr", "Cinq ans séparent les deux mesures, de {w.before} à {w.after}", "Cinq"),
        ("es", "Cinco años separan ambas mediciones, de {w.before} a {w.after}", "Cinco"),
        ("it", "Cinque anni separano le misure, da {w.before} a {w.after}", "Cinque"),
        ("ru", "Пять лет разделяют эти измерения: {w.before} и {w.after}", "Пять"),
    ],
)
def test_measurements_are_as_many_years_apart_as_is_said(tmp_path: Path, lang: str, text: str, said: str) -> None:
    told = mistakes(deck_of(f'title: T\ntext: "{text}"', f"lang: {lang}\n{WAITING}"), tmp_path, of="years-apart")
    assert f"“{said}” years are said to lie between figures of 2023, 2025" in told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Two years lie between the tests, from {w.before} to {w.after}"),
        ("en", "Five years lie between a claim and its ruling, for {w.before} and {w.after}"),
        ("en", "More than one years lie between the tests, from {w.before} to {w.after}"),
        ("en", "Five years lie between the tests of 2018 and 2023, and {w.before} wait"),
        ("en", "Five years lie between the tests"),
        ("de", "Zwischen beiden Messungen liegen zwei Jahre, von {w.before} bis {w.after}"),
        ("fr", "Cinq ans séparent les deux frères, de {w.before} à {w.after}"),
        ("es", "Dos años separan ambas mediciones, de {w.before} a {w.after}"),
        ("it", "Due anni separano le misure, da {w.before} a {w.after}"),
        ("ru", "Два года разделяют эти измерения: {w.before} и {w.after}"),
    ],
)
def test_years_between_other_things_are_left_alone(tmp_path: Path, lang: str, text: str) -> None:
    assert mistakes(deck_of(f'title: T\ntext: "{text}"', f"lang: {lang}\n{WAITING}"), tmp_path, of="years-apart") == ""


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{w.after} wait, after {w.before} in 2021"),
        ("en", "From {w.before} (2021) to {w.after}"),
        ("fr", "{w.after}, contre {w.before} en 2021"),
        ("de", "{w.after}, nach {w.before} im 2021"),
        ("it", "{w.after}, da {w.before} nel 2021"),
        ("ru", "{w.before} в 2021 году"),
    ],
)
def test_a_year_beside_a_figure_is_its_year(tmp_path: Path, lang: str, text: str) -> None:
    told = mistakes(deck_of(f'title: T\ntext: "{text}"', f"lang: {lang}\n{WAITING}"), tmp_path, of="years-apart")
    assert "“2021” stands beside “w.before”, which is of 2023" in told
    right = deck_of(f'title: T\ntext: "{text.replace("2021", "2023")}"', f"lang: {lang}\n{WAITING}")
    assert mistakes(right, tmp_path, of="years-apart") == ""


@pytest.mark.parametrize(
    "text", ["Halve {w.after} by 2030", "{w.before} 2021–2023", "{w.before} of 2021 beds", "{w} in 2021"]
)
def test_a_year_that_is_not_said_of_the_figure_is_left_alone(tmp_path: Path, text: str) -> None:
    assert mistakes(deck_of(f'title: T\ntext: "{text}"', WAITING), tmp_path, of="years-apart") == ""


def test_the_latest_figure_may_be_that_of_the_year_of_the_deck(tmp_path: Path) -> None:
    slide = 'title: T\ntext: "In {year} it is still {{w.after}}"'
    dated = f"date: 2026-03-01\n{WAITING}"
    assert mistakes(deck_of(slide.format(year=2026), dated), tmp_path, of="years-apart") == ""
    told = mistakes(deck_of(slide.format(year=2024), dated), tmp_path, of="years-apart")
    assert "“2024” stands beside “w.after”, which is of 2025" in told


def test_a_number_is_still_to_come_where_two_small_x_stand(tmp_path: Path) -> None:
    assert "“xx” stands for something" in mistakes(deck_of("title: T\ntext: A scan takes xx minutes"), tmp_path)
    assert mistakes(deck_of("title: T\ntext: The chapter xx"), tmp_path, of="unfinished-text") == ""


def test_a_figure_is_typed_that_the_sentence_refers_to(tmp_path: Path) -> None:
    waiting = WAITING.replace("340", "96 minutes").replace("290", "58 minutes")
    told = mistakes(
        deck_of('title: T\ntext: "A lorry takes 96 minutes, against {w.before} in 2023"', waiting), tmp_path
    )
    assert "“96 minutes” is typed here" in told
