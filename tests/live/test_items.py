"""Which slide stands in which lines, and where it was a moment before."""

import pytest

from deckgen.live.items import Items
from deckgen.pipeline import parsed_text
from tests.builders import NAME
from tests.live.desks import DECK


def items(text: str) -> Items:
    return Items.of(parsed_text(text.encode(), NAME).items, text)


def test_a_slide_has_its_lines_without_the_blank_ones_and_comments_after_it() -> None:
    made = items(DECK)
    assert [made.lines(index) for index in range(3)] == [(8, 10), (13, 16), (17, 19)]
    assert [made.at(line, 5) for line in (7, 8, 10, 11, 13, 18)] == [None, 0, 0, None, 1, 2]


def test_slides_on_one_line_are_told_apart_by_their_columns() -> None:
    made = items("title: A\nslides: [{title: One}, {title: Two}]\n")
    assert [made.at(2, column) for column in (5, 12, 30)] == [None, 0, 1]


def test_a_slide_that_is_not_sound_is_one_all_the_same() -> None:
    made = items("title: A\nslides:\n  - titel: One\n  - title: Two\n    bullets: [a\n  - title: Three\n")
    assert [text.strip().splitlines()[0] for text in made.texts] == ["- titel: One", "- title: Two", "- title: Three"]


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("a b c", "a b c", {0: 0, 1: 1, 2: 2}),
        ("a b c", "a x c", {0: 0, 1: 1, 2: 2}),
        ("a b c", "a n b c", {0: 0, 1: 2, 2: 3}),
        ("a b c", "n a b c", {0: 1, 1: 2, 2: 3}),
        ("a b c", "a c", {0: 0, 2: 1}),
        ("a b c", "n a b", {0: 1, 1: 2}),
        ("a b c d", "a d", {0: 0, 3: 1}),
        ("a b c", "a x y z c", {0: 0, 1: 1, 2: 4}),
        ("a b c", "", {}),
        ("a a a", "a a", {0: 0, 1: 1}),
        ("", "a", {}),
    ],
)
def test_a_slide_is_found_again_by_what_stands_above_and_below(before: str, after: str, places: dict[int, int]) -> None:
    def of(names: str) -> Items:
        return Items(tuple((line, 1) for line, _ in enumerate(names.split())), tuple(names.split()))

    assert of(after).places_of(of(before)) == places


def test_a_deck_without_slides_has_none() -> None:
    assert items("title: A\n").texts == ()
