"""One sentence, or a quotation in the marks of its language."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes, slide


def said(text: str, head: str = "") -> str:
    """Return the lines of the statement."""
    told = slide(f"title: T\n{text}\n", head)
    return told.partition("  statement  ")[2].partition("\n")[2]


def test_a_slide_with_a_quote_is_a_statement_in_quotation_marks() -> None:
    text = "title: T\nquote: I look whether **anybody** is looking at me\nattribution: A pupil of *eight*"
    assert slide(text) == snapshot("""\
page 1  statement
  title          54,58 852×73
    30 pt  T
  statement      90,166 773×274
    40 pt  “I look whether **anybody**
    40 pt  is looking at me”
      18 pt  A pupil of *eight*
""")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", snapshot("40 pt  “Licht **rettet”**")),
        ("fr", snapshot("40 pt  «~Licht **rettet~»**")),
        ("de", snapshot("40 pt  „Licht **rettet“**")),
        ("es", snapshot("40 pt  «Licht **rettet»**")),
        ("it", snapshot("40 pt  «Licht **rettet»**")),
        ("ru", snapshot("40 pt  «Licht **rettet»**")),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, expected: str) -> None:
    assert said("quote: Licht **rettet**", f"lang: {language}").strip().replace("\u00a0", "~") == expected


@pytest.mark.parametrize("written", ["“Licht”", "«Licht»", "„Licht“", "«Licht!».", '"Licht"'])
def test_marks_that_an_author_has_set_are_kept(written: str) -> None:
    quoted = "'" + written.replace("'", "''") + "'"
    assert said(f"quote: {quoted}").strip().partition("pt  ")[2] == written


def test_a_quotation_within_is_none_around() -> None:
    assert said('quote: "“Licht” sagt sie"').strip() == snapshot("40 pt  ““Licht” sagt sie”")


def test_a_text_is_no_quotation() -> None:
    assert said("layout: statement\ntext: Licht rettet Leben") == snapshot("    40 pt  Licht rettet Leben\n")


def test_a_long_quotation_steps_down() -> None:
    long = "Ich schaue nach links und nach rechts, dann schaue ich, ob mich jemand wahrnimmt, "
    assert {line.split()[0] for line in said(f"quote: {long * 3}und gehe los").strip().split("\n")} == {"32"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "quote: A\ntext: B",
            snapshot(
                "deck.yaml:5:11: error: a slide has one statement, found a quote and a text [R322 slide-refused]: keep one of the two\n"
            ),
        ),
        (
            "layout: statement\nattribution: B",
            snapshot(
                "deck.yaml:4:13: error: the slide has no statement [R322 slide-refused]: write it under quote:, or under text:\n"
            ),
        ),
        (
            "layout: statement\ntext: [A, B]",
            snapshot(
                "deck.yaml:5:11: error: at most 1 item is expected here, found 2 [C216 wrong-count]: add or take away items\n"
            ),
        ),
    ],
)
def test_a_slide_has_one_statement(text: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(deck_of(f"title: T\n{text}\n"), tmp_path) == expected
