"""Slides that go on on further ones are told where they are parted."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.builders import mistakes

TEXT = "a text of so many words that it takes two lines of the slide and not only one of them"


def deck(count: int, more: str = "") -> str:
    items = "".join(f"      - item {number} is {TEXT}\n" for number in range(count))
    return f"title: A deck\noverflow: continue\nslides:\n  - title: A list{more}\n    bullets:\n{items}"


def test_where_a_slide_is_parted_is_told(tmp_path: Path) -> None:
    assert mistakes(deck(5), tmp_path, of="slide-continued") == snapshot(
        "deck.yaml:9:9: advice: slide 1 “A list (1 of 2)” goes on on slide 2: 2 of its 5 items stand there [T431 slide-continued]: see that it is parted well, or shorten it\n"
    )
    assert mistakes(deck(9), tmp_path, of="slide-continued") == snapshot(
        "deck.yaml:9:9: advice: slide 1 “A list (1 of 3)” goes on on slides 2 and 3: 6 of its 9 items stand there [T431 slide-continued]: see that it is parted well, or shorten it\n"
    )
    assert mistakes(deck(16), tmp_path, of="slide-continued") == snapshot(
        "deck.yaml:10:9: advice: slide 1 “A list (1 of 4)” goes on on slides 2 to 4: 12 of its 16 items stand there [T431 slide-continued]: see that it is parted well, or shorten it\n"
    )


def test_the_rows_of_a_table_are_called_rows(tmp_path: Path) -> None:
    rows = "".join(f"        - [R{number}, 1]\n" for number in range(20))
    table = f"    table:\n      columns: [Region, Schools]\n      rows:\n{rows}"
    text = f"title: A deck\nslides:\n  - title: A table\n    overflow: continue\n{table}"
    assert mistakes(text, tmp_path, of="slide-continued") == snapshot(
        "deck.yaml:18:11: advice: slide 1 “A table (1 of 2)” goes on on slide 2: 10 of its 20 rows stand there [T431 slide-continued]: see that it is parted well, or shorten it\n"
    )


def test_a_slide_that_fits_is_not_told(tmp_path: Path) -> None:
    assert mistakes(deck(4), tmp_path, of="slide-continued") == ""


def test_it_may_be_allowed_on_the_slide_once(tmp_path: Path) -> None:
    assert mistakes(deck(9, "\n    allow: slide-continued"), tmp_path, of="slide-continued") == ""
    assert mistakes(deck(4, "\n    allow: slide-continued"), tmp_path).count("C219") == 1
