"""What frames every content slide: source line, footer, section and number."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import Pages, TextFrame
from tests.builders import mistakes, pages

LONG = "Survey of children about their ways to school, and about what they think of them"
DECK = """
title: D
sources:
  count: {{title: Yearly count of the ways to school in five towns, short: Count}}
  survey: {{title: "{first}"}}
  other: {{title: "{second}"}}
slides:
  - {{title: T, text: x, source: {named}, section: One}}
"""


def frames(made: Pages, name: str) -> list[TextFrame]:
    found = [frame for page in made.pages for frame in page.frames if frame.name == name]
    assert all(isinstance(frame, TextFrame) for frame in found)
    return [frame for frame in found if isinstance(frame, TextFrame)]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (
            "[count]",
            snapshot("""\
  source         54,474 852×16
    12 pt  Source: Count.
"""),
        ),
        (
            "[count, survey]",
            snapshot("""\
  source         54,474 852×16
    12 pt  Sources: Count; Survey of children about their ways to school, and about what they think of them.
"""),
        ),
        (
            "[survey, other]",
            snapshot("""\
  source         54,466 852×29
    12 pt  Sources: Survey of children about their ways to school, and about what they think of them; Survey of children about their ways to school, and about what they
    12 pt  think of them.
"""),
        ),
    ],
)
def test_a_source_line_takes_short_titles_and_a_second_line(named: str, expected: str) -> None:
    made = pages(DECK.format(first=LONG, second=LONG, named=named))
    text = pages_as_text(made)
    assert text[text.index("  source ") : text.index("  tracker")] == expected


def test_a_source_line_that_needs_three_lines_is_told_where_it_was_asked_for(tmp_path: Path) -> None:
    deck = DECK.format(first=LONG * 3, second=LONG, named="[survey, other]")
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:8:33: error: the source of slide 1 “T” is 1 line (14 points) too tall at 12 pt: about 19 characters too many [T401 text-overflow]: give its sources shorter titles, under short: beside their title:\n"
    )


def test_the_section_ends_before_the_widest_number_of_the_deck() -> None:
    for count in (9, 10, 100):
        slides = "".join(f"  - {{title: T{number}, text: x, section: One}}\n" for number in range(count))
        made = pages(f"title: D\nslides:\n{slides}")
        section, number = frames(made, "section")[-1], frames(made, "number")[-1]
        widest = number.paragraphs[0].lines[0].width
        assert section.rect.right < number.rect.right - widest
        assert len({frame.rect for frame in frames(made, "section")}) == 1


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            f"footer: {LONG} {LONG}",
            snapshot(
                "deck.yaml:2:9: error: the footer of the slides is 1 line (14 points) too tall at 12 pt: about 49 characters too many [T401 text-overflow]: shorten it, or write a shorter one under footer:\n"
            ),
        ),
        (
            f"organisation: Council\nauthor: {LONG} {LONG}",
            snapshot("""\
deck.yaml:3:9: error: the footer of the slides is 1 line (14 points) too tall at 12 pt: about 61 characters too many [T401 text-overflow]: shorten it, or write a shorter one under footer:
deck.yaml:3:9: error: the wordmark-author of the first and the last slide is 1 line (15 points) too tall at 14 pt: about 49 characters too many [T401 text-overflow]: shorten organisation: or author:
"""),
        ),
        (
            f"organisation: {LONG}",
            snapshot(
                "deck.yaml:2:15: error: the wordmark of the first and the last slide is 1 line (36 points) too tall at 30 pt: about 33 characters too many [T401 text-overflow]: shorten organisation: or author:\n"
            ),
        ),
    ],
)
def test_a_footer_or_wordmark_that_is_too_long_is_told_once_at_its_key(
    head: str, expected: str, tmp_path: Path
) -> None:
    slides = "[{title: T, text: x}, {title: U, text: x}]"
    assert mistakes(f"title: D\n{head}\nslides: {slides}\n", tmp_path) == expected


def test_a_section_with_too_long_a_name_is_told_once_where_it_is_named(tmp_path: Path) -> None:
    slides = f"[{{title: T, text: x, section: '{LONG}'}}, {{title: U, text: x}}]"
    assert mistakes(f"title: D\nslides: {slides}\n", tmp_path) == snapshot(
        "deck.yaml:2:39: error: the section at the foot of its slides is 2 lines (29 points) too tall at 12 pt: about 43 characters too many [T401 text-overflow]: give the section a shorter name\n"
    )


@pytest.mark.parametrize(
    ("head", "slide", "expected"),
    [
        (
            f"subtitle: {LONG} {LONG} {LONG}",
            "{layout: cover}",
            snapshot(
                "deck.yaml:2:11: error: the subtitle of slide 1 “D” is 1 line (24 points) too tall at 20 pt: about 80 characters too many [T401 text-overflow]: shorten the text, or tell it on two slides\n"
            ),
        ),
        (
            f"url: www.example.org/{'a' * 90}",
            "{layout: cover}",
            snapshot(
                "deck.yaml:2:6: error: the contact of slide 1 “D” holds a word that is 392 points too wide at 14 pt: “www.example.org/aaaaaaaaaaaaaaaaaaaaaaa…” [T401 text-overflow]: use a shorter word, or write it with a hyphen\n"
            ),
        ),
        (
            "",
            "{layout: closing, title: Thanks}",
            snapshot(
                "deck.yaml:1:8: error: the note of slide 1 “Thanks” is 1 line (17 points) too tall at 14 pt: about 109 characters too many [T401 text-overflow]: shorten the text, or tell it on two slides\n"
            ),
        ),
    ],
)
def test_a_text_of_the_deck_is_told_at_its_own_key(head: str, slide: str, expected: str, tmp_path: Path) -> None:
    title = "D" if head else LONG * 3
    assert mistakes(f"title: {title}\n{head}\nslides: [{slide}]\n", tmp_path) == expected
