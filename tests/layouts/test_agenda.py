"""The sections of a deck, which list themselves."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.frames import TextFrame
from tests.builders import mistakes, pages


def deck(*slides: str, head: str = "") -> str:
    return f"title: D\n{head}\nslides:\n" + "".join(f"  - {{{written}}}\n" for written in slides)


def rows(text: str, page: int = 0) -> list[str]:
    """Return the texts of an agenda, row by row."""
    texts: dict[str, list[str]] = {}
    for frame in pages(text).pages[page].frames:
        _, _, number = frame.name.rpartition(" ")
        if isinstance(frame, TextFrame) and number.isdigit():
            runs = [run for paragraph in frame.paragraphs for run in paragraph.source.runs]
            texts.setdefault(number, []).extend(f"{run.text}{f' [{run.color}]' if run.color else ''}" for run in runs)
    return [" | ".join(row) for row in texts.values()]


SECTIONS = ("section: 1 Trends, title: A, text: A", "title: B, text: B", "section: 2a) Legislation, title: C, text: C")


def test_each_section_is_listed_with_its_slides() -> None:
    text = deck("layout: agenda", *SECTIONS)
    assert rows(text) == snapshot(["1 | Trends | Slides 2–3", "2a | Legislation | Slide 4"])
    assert pages(text).pages[0].title == "Agenda"


def test_a_section_that_begins_with_the_agenda_is_marked_and_titles_it() -> None:
    text = deck("layout: agenda", SECTIONS[0], "layout: agenda, section: 2 More", "title: C, text: C")
    assert rows(text, 2) == snapshot(
        ["1 [muted] | Trends [muted] | Slide 2 [muted]", "2 [accent-text] | More [ink] | Slides 3–4 [ink]"]
    )
    assert [page.title for page in pages(text).pages] == ["Agenda", "A", "2 More", "C"]


def test_a_section_of_the_agenda_alone_is_not_listed() -> None:
    text = deck("layout: cover", "layout: agenda, section: Introduction", *SECTIONS)
    assert rows(text, 1) == snapshot(["1 | Trends | Slides 3–4", "2a | Legislation | Slide 5"])


def test_sections_without_numbers_are_counted() -> None:
    text = deck("layout: agenda", "section: Trends, title: A, text: A", "section: Legislation, title: C, text: C")
    assert rows(text) == snapshot(["1 | Trends | Slide 2", "2 | Legislation | Slide 3"])


@pytest.mark.parametrize("count", range(1, 9))
def test_there_is_a_layout_for_one_to_eight_sections(count: int) -> None:
    name = "Konsequenzen für die Arbeit der Verkehrssicherheitsbeauftragten"
    text = deck(
        "layout: agenda, title: T", *(f"section: {n} {name}, title: A{n}, text: A" for n in range(1, count + 1))
    )
    made = pages(text)
    assert made.pages[0].layout[1].items == count + count % 2
    rows = [
        frame for frame in made.pages[0].frames if isinstance(frame, TextFrame) and frame.name.startswith("finding")
    ]
    assert len(rows) == count
    assert [frame.name for frame in rows if frame.overflow] == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", snapshot(["Sommaire", "1 | Trends | Diapositives\xa02–3", "2a | Legislation | Diapositive\xa04"])),
        ("de", snapshot(["Inhalt", "1 | Trends | Folien\xa02–3", "2a | Legislation | Folie\xa04"])),
        ("es", snapshot(["Índice", "1 | Trends | Diapositivas\xa02–3", "2a | Legislation | Diapositiva\xa04"])),
        ("it", snapshot(["Sommario", "1 | Trends | Diapositive\xa02–3", "2a | Legislation | Diapositiva\xa04"])),
        ("ru", snapshot(["Содержание", "1 | Trends | Слайды\xa02–3", "2a | Legislation | Слайд\xa04"])),
    ],
)
def test_the_agenda_is_called_and_numbered_in_the_language(language: str, expected: list[str]) -> None:
    text = deck("layout: agenda", *SECTIONS, head=f"lang: {language}")
    assert [pages(text).pages[0].title, *rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            deck("layout: agenda", "title: A, text: A"),
            snapshot(
                "deck.yaml:4:14: error: the deck has no sections to list [R322 slide-refused]: write section: on the slide that begins each\n"
            ),
        ),
        (
            deck("layout: agenda", *(f"section: {n}, title: A{n}, text: A" for n in range(1, 10))),
            snapshot(
                "deck.yaml:4:14: error: an agenda has room for 8 sections, found 9 [R322 slide-refused]: join some of them\n"
            ),
        ),
    ],
)
def test_a_deck_without_sections_or_with_too_many_has_no_agenda(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(text, tmp_path) == expected
