"""Whole decks beside what they were, under every theme: a folder for each case, with a telling name.

``UPDATE_GOLDEN=1 pytest -n 0 tests/test_decks.py`` writes what is expected anew, and deletes what is left over.
"""

import os
import re
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.diagnostics import has_errors
from deckgen.theme.theme import Theme
from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import Pages
from tests.builders import ROOT, told
from tests.writers.package import Package, problems
from tests.writers.parts import deck_as_text, theme_as_text

DECKS = ROOT / "tests" / "decks"
MASTERS = ROOT / "tests" / "masters"
CONTENTS = {path.stem: path for path in (ROOT / "content").glob("*.yaml")}
CASES = sorted({path.parent.name for path in DECKS.glob("*/deck.yaml")} | set(CONTENTS))
THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))
WRITTEN = ["osce"]
"""The themes whose pages and slides are kept; what differs in the others stands in their masters."""
OTHERS = [name for name in THEMES if name not in WRITTEN]
BESIDE = {"deck.yaml", "plan.svg", "sentences.txt"}
"""The files of a case that are written by hand."""


def deck_file(case: str) -> Path:
    """Return the deck of a case: its own, else the one of that name under content/."""
    own = DECKS / case / "deck.yaml"
    return own if own.exists() else CONTENTS[case]


@cache
def audiences(case: str) -> dict[str, str]:
    """Return whom there is a deck for, everyone first, each with the file of its pages."""
    named = {audience: f"pages.{audience}.txt" for audience in pipeline.parsed(deck_file(case)).audiences}
    return {"": "pages.txt"} | named


@cache
def typeset(case: str, theme_name: str, audience: str = "") -> tuple[Pages, Theme, str]:
    """Return the pages of a case in a theme, and both as text, with what was found."""
    file = deck_file(case)
    pages, theme, found = pipeline.pages_of(file, pipeline.Wanted(theme_name, audience=audience))
    assert pages is not None, told(found)
    assert theme is not None
    assert not has_errors(found), told(found)
    return pages, theme, pages_as_text(pages) + told(found).replace(str(file), file.name)


@cache
def made(case: str, theme_name: str) -> Package:
    """Return the file of a case in a theme."""
    pages, theme, _ = typeset(case, theme_name)
    return Package(pipeline.presentation(pages, theme))


def difference(file: Path, text: str) -> str:
    """Return how ``text`` differs from what ``file`` expects; nothing once the file is written anew."""
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    if not file.exists():
        return f"{file} is missing"
    # Lines end at line feeds alone, since the other separators of Unicode may stand in a text.
    lines = (file.read_text().split("\n"), text.split("\n"))
    return "\n".join(unified_diff(*lines, "expected", "made", lineterm=""))


def left_over() -> list[Path]:
    """Return the files that no test compares with anything."""
    names = {case: (*audiences(case).values(), "pptx.txt") for case in CASES}
    expected = {DECKS / case / theme / name for case in CASES for theme in WRITTEN for name in names[case]}
    expected |= {MASTERS / f"{theme}.txt" for theme in THEMES}
    there = (path for folder in (DECKS, MASTERS) for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in there if path not in expected and path.name not in BESIDE)


@pytest.mark.parametrize("theme_name", WRITTEN)
@pytest.mark.parametrize("case", CASES)
def test_the_pages_of_a_deck_are_as_they_were(case: str, theme_name: str) -> None:
    for audience, name in audiences(case).items():
        changed = difference(DECKS / case / theme_name / name, typeset(case, theme_name, audience)[2])
        assert not changed, f"\n{changed}"


@pytest.mark.parametrize("theme_name", WRITTEN)
@pytest.mark.parametrize("case", CASES)
def test_the_slides_and_notes_of_a_deck_are_as_they_were_and_sound(case: str, theme_name: str) -> None:
    package = made(case, theme_name)
    changed = difference(DECKS / case / theme_name / "pptx.txt", deck_as_text(package))
    assert not changed, f"\n{changed}"
    assert list(problems(package)) == []


@pytest.mark.parametrize("theme_name", OTHERS)
@pytest.mark.parametrize("case", CASES)
def test_a_deck_has_the_same_pages_in_every_theme(case: str, theme_name: str) -> None:
    # A theme may place a slot elsewhere.
    assert without_places(typeset(case, theme_name)[2]) == without_places(typeset(case, "osce")[2])


@pytest.mark.parametrize("theme_name", OTHERS)
@pytest.mark.parametrize("case", CONTENTS)
def test_the_file_of_a_deck_is_sound_in_every_theme(case: str, theme_name: str) -> None:
    assert list(problems(made(case, theme_name))) == []


def without_places(pages: str) -> str:
    """Return pages as text without the places of their frames."""
    return re.sub(r" -?\d+,-?\d+ \d+×\d+", "", pages)


@pytest.mark.parametrize("theme_name", THEMES)
def test_the_master_and_layouts_of_a_theme_are_as_they_were(theme_name: str) -> None:
    package = made("notes-with-links-and-emphasis", theme_name)
    changed = difference(MASTERS / f"{theme_name}.txt", theme_as_text(package))
    assert not changed, f"\n{changed}"


def test_no_expected_text_is_left_over() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        for path in left_over():
            path.unlink()
    assert left_over() == []


def test_a_missing_or_different_text_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    file = tmp_path / "pages.txt"
    assert difference(file, "one\n") == f"{file} is missing"
    file.write_text("one\ntwo\n")
    assert difference(file, "one\ntwo\n") == ""
    assert difference(file, "one\n2\n").splitlines()[-3:] == ["-two", "+2", " "]
