"""Each check has a deck that sets it off, and one that is mended: docs/examples/checks/<name>.yaml, which its page shows.

What is told of the first stands under it in comments; ``UPDATE_GOLDEN=1 pytest -n 0`` of this file writes them anew.
"""

import os
from dataclasses import replace

import pytest
from maker.checks import DECKS, WITHOUT_DECK, Decks

from deckgen import pipeline, plugins
from tests.builders import told

CHECKS = [check.name for check in plugins.checks() if check.name not in WITHOUT_DECK]


def told_of(deck: str) -> str:
    """Return all that ``deckgen check`` says of a deck, advice too."""
    file = DECKS / "deck.yaml"
    _, _, found = pipeline.pages_of_text(deck.encode(), file)
    return told(found).replace(str(file), file.name)


def test_each_check_has_its_decks_and_no_deck_is_left_over() -> None:
    assert sorted(path.stem for path in DECKS.glob("*.yaml")) == sorted(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_its_deck_sets_off_the_check_and_no_other(name: str) -> None:
    decks = Decks.of(name)
    made = told_of(decks.wrong)
    if os.environ.get("UPDATE_GOLDEN"):
        decks = replace(decks, told=made)
        decks.write(name)
    assert made == decks.told
    assert {line.partition(" [")[2].split("]")[0].split()[-1] for line in made.splitlines()} == {name}


@pytest.mark.parametrize("name", CHECKS)
def test_of_the_deck_that_is_mended_there_is_nothing_to_tell(name: str) -> None:
    assert told_of(Decks.of(name).mended) == ""
