"""Slides that people would read while they should listen."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import CONTENT, mistakes


def told(tmp_path: Path, count: int, *, more: str = "", head: str = "") -> str:
    """Return what is told of a slide of ``count`` words: its title, and two columns without headings."""
    half = (count - 1) // 2
    columns = "".join(f"      - text: {'word ' * words}\n" for words in (half, count - 1 - half))
    return mistakes(
        f"title: A deck\n{head}slides:\n  - title: T\n{more}    columns:\n{columns}", tmp_path, of="too-many-words"
    )


def test_a_slide_of_too_many_words_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, 126) == snapshot(
        "deck.yaml:6:15: warning: slide 1 “T” has 126 words; a slide of this theme holds 125 [T442 too-many-words]: keep the words that carry the finding, and move the others to its notes, or make two slides\n"
    )


@pytest.mark.parametrize(
    ("held", "at"),
    [
        (f"text: {'word ' * 130}", snapshot("word word wo")),
        (f"text: [word, {'word ' * 130}]", snapshot("word, word w")),
        (f"text: word\n    bullets: [{', '.join(['word ' * 30] * 5)}]", snapshot("bullets: [wo")),
        (f"columns:\n      - bullets: [word]\n      - bullets: [{'word ' * 130}]", snapshot("bullets: [wo")),
        (
            f"table:\n      columns: [A, B]\n      rows:\n        - [a, {'word ' * 65}]\n        - [b, {'word ' * 65}]",
            snapshot("table:"),
        ),
        (
            f"table:\n      columns: [A, B]\n      rows:\n        - [a, {'few ' * 5}]\n        - [b, {'word ' * 125}]",
            snapshot("word word wo"),
        ),
    ],
)
def test_it_is_told_at_the_text_with_the_most_words_a_cell_or_the_key_of_a_list(
    held: str, at: str, tmp_path: Path
) -> None:
    deck = f"title: A deck\nslides:\n  - title: T\n    kicker: K\n    {held}\n"
    line, column = map(int, mistakes(deck, tmp_path, of="too-many-words").split(":")[1:3])
    assert deck.splitlines()[line - 1][column - 1 :][:12] == at


def test_as_many_words_as_the_theme_has_are_silent(tmp_path: Path) -> None:
    assert told(tmp_path, 125) == ""


@pytest.mark.parametrize(
    "more",
    [f"    notes: {'words ' * 200}\n", "    kicker: 1 2 3 4 5 6 7 8 9 10\n"],
)
def test_notes_and_figures_do_not_count(tmp_path: Path, more: str) -> None:
    assert told(tmp_path, 120, more=more) == ""


def test_a_slide_whose_texts_do_not_fit_either_is_told_since_it_would_be_once_they_do(tmp_path: Path) -> None:
    assert told(tmp_path, 400) == snapshot(
        "deck.yaml:6:15: warning: slide 1 “T” has 400 words; a slide of this theme holds 125 [T442 too-many-words]: keep the words that carry the finding, and move the others to its notes, or make two slides\n"
    )


def test_a_large_scale_holds_fewer(tmp_path: Path) -> None:
    assert told(tmp_path, 114, head="scale: large\n") == ""
    assert told(tmp_path, 120, head="scale: large\n") == snapshot(
        "deck.yaml:7:15: warning: slide 1 “T” has 120 words; a slide of this theme holds 114 [T442 too-many-words]: keep the words that carry the finding, and move the others to its notes, or make two slides\n"
    )


def test_a_theme_says_how_many(tmp_path: Path) -> None:
    folder = tmp_path / "themes" / "short"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: Short\nextends: osce\nwords: 60\n")
    assert told(tmp_path, 61, head="theme: short\n") == snapshot(
        "deck.yaml:6:15: warning: slide 1 “T” has 61 words; a slide of this theme holds 60 [T442 too-many-words]: keep the words that carry the finding, and move the others to its notes, or make two slides\n"
    )
    assert told(tmp_path, 60, head="theme: short\n") == ""


@pytest.mark.parametrize("scale", ["normal", "large"])
def test_our_longest_deck_in_its_longest_language_is_silent(tmp_path: Path, scale: str) -> None:
    french = CONTENT.parent / "translations" / "osce-survey.fr.yaml"
    assert mistakes(f"scale: {scale}\n{french.read_text()}", tmp_path, of="too-many-words") == ""
