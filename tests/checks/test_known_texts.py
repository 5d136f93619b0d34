"""Texts that a check found sound are not looked at again, as long as all that the check goes by is the same."""

from pathlib import Path

import pytest

from deckgen.checks.doubled_word import DoubledWord
from tests.builders import checked, deck_of, mistakes


def told(lang: str, text: str, value: str, tmp_path: Path) -> str:
    deck = deck_of(f'title: T\ntext: "{text}"', f"lang: {lang}\nindicators: {{a: {{label: A, value: {value}}}}}")
    return mistakes(deck, tmp_path)


def test_a_figure_that_gets_a_unit_is_seen_in_a_text_that_was_sound(tmp_path: Path) -> None:
    text = "It is {a}% of them"
    assert "doubled-punctuation" not in told("en", text, "14", tmp_path)
    assert "this is shown as “14%%”" in told("en", text, "14%", tmp_path)


def test_a_text_is_sound_in_one_language_and_not_in_another(tmp_path: Path) -> None:
    text = "Les mesures : {a} ici"
    assert "faulty-spacing" not in told("fr", text, "14", tmp_path)
    assert "faulty-spacing" in told("en", text, "14", tmp_path)


def test_a_text_that_is_not_sound_is_told_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        assert "“is is”" in told("en", "It is is {a}", "14", tmp_path)


def test_a_sound_text_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real = DoubledWord.look
    monkeypatch.setattr(
        DoubledWord, "look", lambda self, told, words: seen.append(told.text) or real(self, told, words)
    )
    deck = checked(deck_of("title: T\ntext: A text that nobody else has written"))
    for _ in range(2):
        list(DoubledWord().find(deck))
    assert seen.count("A text that nobody else has written") == 1


MEALS = """\
title: A deck
lang: LANG
date: DAY
CLAIMS
indicators:
  meals: {label: Schools that serve a **warm meal**, value: VALUE}
  ramps: {label: Schools with a **ramp**, value: 40%}
slides:
  - title: More than half of the schools serve a warm meal
    lead: LEAD
    indicators: [SHOWN]
"""


def claimed(tmp_path: Path, **changed: str) -> bool:
    usual = {
        "LANG": "en",
        "DAY": "2026-11-26",
        "CLAIMS": "",
        "VALUE": "55%",
        "LEAD": "Share of the schools",
        "SHOWN": "meals",
    }
    text = MEALS
    for name, value in (usual | changed).items():
        text = text.replace(name, value)
    return "contradicted-claim" in mistakes(text, tmp_path, of="contradicted-claim")


def test_a_slide_that_was_sound_is_held_to_a_figure_that_changes(tmp_path: Path) -> None:
    assert not claimed(tmp_path)
    assert claimed(tmp_path, VALUE="45%")
    assert not claimed(tmp_path)


def test_a_slide_that_was_left_alone_under_an_aim_is_told_where_there_is_none(tmp_path: Path) -> None:
    assert not claimed(tmp_path, VALUE="44%", LEAD="Our goals")
    assert claimed(tmp_path, VALUE="44%")


def test_a_check_that_others_add_looks_for_itself() -> None:
    class Stricter(DoubledWord):
        """One that is added, with the code of ours."""

    deck = checked(deck_of("title: T\ntext: Another text that nobody else has written"))
    assert not list(DoubledWord().find(deck))
    seen: list[str] = []
    Stricter.look = lambda self, told, words: iter(seen.append(told.text) or ())  # type: ignore[method-assign, func-returns-value]
    for _ in range(2):
        list(Stricter().find(deck))
    assert seen.count("Another text that nobody else has written") == 2
