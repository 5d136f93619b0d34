"""A few damaged files of the thousands that ``python -m tests.fuzz 5000`` tries: the same ones every time."""

from random import Random

import pytest

from tests.fuzz.mutate import BYTES, EDITS, Nothing, mutated
from tests.fuzz.smaller import smaller
from tests.fuzz.trial import tried
from tests.fuzz.workshop import seeds, themes, workshop

SMALL = [seed for seed in seeds() if len(seed.text) < 1_500]


@pytest.mark.parametrize("batch", range(6))
def test_a_damaged_deck_is_built_or_refused_with_a_place(batch: int) -> None:
    for number in range(8):
        rng = Random(f"deck {batch} {number}")
        seed = rng.choice(SMALL)
        made = mutated(seed.text, rng, rng.choice((1, 2, 4)), bytewise=rng.random() < 0.2)
        with workshop(seed, rng, plain=True) as place:
            assert tried(made.raw, place).faults == (), (seed.name, made.edits)


@pytest.mark.parametrize("batch", range(2))
def test_a_damaged_theme_is_used_or_refused_with_a_place(batch: int) -> None:
    for number in range(6):
        rng = Random(f"theme {batch} {number}")
        seed = rng.choice(themes())
        made = mutated(seed.text, rng, 1)
        with workshop(seed, rng) as place:
            assert tried(made.raw, place).faults == (), (seed.name, made.edits)


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_changes_a_deck_in_the_line_that_it_names(name: str) -> None:
    changed = 0
    for seed in seeds()[:3]:
        lines = seed.text.split("\n")
        try:
            at = EDITS[name](Random(name), lines)
        except Nothing:
            continue
        assert lines[:at] == seed.text.split("\n")[:at] or name == "a line is moved"
        changed += lines != seed.text.split("\n")
    assert changed


@pytest.mark.parametrize("name", BYTES)
def test_each_edit_of_bytes_changes_a_file(name: str) -> None:
    raw = seeds()[0].text.encode()
    assert any(BYTES[name](Random(number), raw) != raw for number in range(3))


def test_a_file_that_fails_is_made_as_small_as_it_can_be() -> None:
    raw = b"one\ntwo\nthree\nfour\nfive\n"
    assert smaller(raw, lambda left: b"two" in left and b"five" in left) == b"two\nfive\n"
