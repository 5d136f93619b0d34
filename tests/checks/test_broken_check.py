"""A check that breaks is told as one that did, and keeps neither the other checks nor the deck from anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.checks import _guarded
from deckgen.checks.base import Checked
from deckgen.checks.doubled_word import DoubledWord
from deckgen.cli import main
from deckgen.diagnostics import Diagnostic
from tests.builders import deck_of

DECK = deck_of("title: The the deck\ntext: Two  spaces")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a deck, of which one of the checks finds a thing and then breaks."""

    def find(check: DoubledWord, checked: Checked) -> Iterator[Diagnostic]:
        yield from check.look_over(checked)
        raise KeyError("no\nsuch word")

    monkeypatch.setattr(pipeline, "found_by", _guarded.found_by)
    monkeypatch.setattr(DoubledWord, "look_over", DoubledWord.find, raising=False)
    monkeypatch.setattr(DoubledWord, "find", find)
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK)
    return deck


def test_what_it_found_and_what_others_find_is_told_and_the_deck_is_built(broken: Path) -> None:
    result = CliRunner().invoke(main, ["build", str(broken), "--output", str(broken.parent), "--format", "concise"])
    told = result.stderr.replace(str(broken), broken.name)
    assert (result.exit_code, told.replace(_line(told), "where")) == snapshot(
        (
            0,
            """\
deck.yaml:1:1: warning: the check “doubled-word” broke, and did not look at all of the deck (KeyError 'no\\nsuch word', where) [C220 broken-check]: look yourself for what “deckgen explain E606” says, and report this line with the deck
deck.yaml:3:16: warning: “The the”: the word stands twice [E606 doubled-word]: delete one of the two
deck.yaml:4:14: warning: 2 spaces stand in a row: “Two  spaces” [E605 faulty-spacing]: keep one
""",
        )
    )
    assert (broken.parent / "deck.pptx").exists()


def test_a_build_that_bears_no_warning_writes_nothing(broken: Path) -> None:
    result = CliRunner().invoke(main, ["build", str(broken), "--output", str(broken.parent), "--strict"])
    assert result.exit_code == 1
    assert not (broken.parent / "deck.pptx").exists()


def _line(told: str) -> str:
    """Return the file and line in which the check broke, which are those of this test."""
    return next(part for part in told.split() if part.startswith("test_broken_check.py:")).rstrip(")")
