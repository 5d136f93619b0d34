"""What does not fit is told at the item, the row, the label or the word that has no room."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.builders import mistakes


def told(tmp_path: Path, slide: str, head: str = "") -> str:
    """Return the line, the column and what is written there, in place of the message, of what does not fit."""
    text = f"title: A deck\n{head}slides:\n  - {slide}\n"
    lines, made = text.splitlines(), []
    for found in (line for line in mistakes(text, tmp_path).splitlines() if "-overflow]" in line):
        line, column = map(int, found.split(":")[1:3])
        made.append(f"{line}:{column} [{lines[line - 1][column - 1 :][:24]}] {found.rpartition('[')[2].split(']')[0]}")
    return "\n".join(made)


def test_in_a_list_it_is_the_first_item_without_room(tmp_path: Path) -> None:
    items = "".join(f"\n      - Item {number} with {'many words ' * 12}" for number in range(9))
    assert told(tmp_path, f"title: T\n    bullets:{items}") == snapshot(
        "9:9 [Item 4 with many words m] T401 text-overflow"
    )


def test_in_a_column_it_is_the_item_of_that_column(tmp_path: Path) -> None:
    long = ", ".join(f"Same {'many words ' * 6}" for _ in range(8))
    columns = f"\n      - {{title: A, bullets: [Same]}}\n      - {{title: B, bullets: [{long}]}}"
    assert told(tmp_path, f"title: T\n    columns:{columns}") == snapshot(
        "6:322 [Same many words many wor] T401 text-overflow"
    )


ROWS = "".join(f"\n        - [Row {number}, {number}]" for number in range(20))


def test_a_table_with_rows_too_many_is_told_at_its_key_with_the_first_row_without_room(tmp_path: Path) -> None:
    table = f"title: T\n    table:\n      columns: [A, B]\n      rows:{ROWS}"
    assert told(tmp_path, table) == snapshot("4:5 [table:] T401 text-overflow")
    assert mistakes(f"title: A deck\nslides:\n  - {table}\n", tmp_path, of="text-overflow") == snapshot(
        "deck.yaml:4:5: error: the table of slide 1 “T”, of 20 rows and 2 columns, is 204 points too tall at 14 pt: no room from row 12, “Row 11”, on [T401 text-overflow]: shorten its longest texts, show the rows that carry the finding, or make two slides, or write overflow: continue\n"
    )


def test_indicators_too_many_for_a_table_are_told_at_their_key(tmp_path: Path) -> None:
    head = "indicators:\n" + "".join(f"  i{n}: {{label: Label {n}, value: {n}%}}\n" for n in range(20))
    names = ", ".join(f"i{n}" for n in range(20))
    assert told(tmp_path, f"title: T\n    layout: table\n    indicators: [{names}]", head) == snapshot(
        "26:5 [indicators: [i0, i1, i2,] T401 text-overflow"
    )


def test_where_a_table_goes_on_or_one_cell_makes_it_too_tall_it_is_the_longest_cell(tmp_path: Path) -> None:
    long = "many words " * 200
    rows = f"\n        - [One, some words]\n        - [Two, {long}]\n        - [Three, some words]"
    table = f"title: T\n    overflow: {{}}\n    table:\n      columns: [A, B]\n      rows:{rows}"
    assert told(tmp_path, table.format("continue")) == snapshot("9:17 [many words many words ma] T401 text-overflow")
    assert told(tmp_path, table.format("shrink")) == snapshot("9:17 [many words many words ma] T401 text-overflow")


def test_of_rows_too_many_it_is_the_cell_that_has_more_than_half_of_too_many_words(tmp_path: Path) -> None:
    table = f"title: T\n    table:\n      columns: [A, B]\n      rows:{ROWS}\n        - [Long, {{}}]"
    assert told(tmp_path, table.format("many words " * 60)) == snapshot(
        "27:18 [many words many words ma] T401 text-overflow"
    )
    assert told(tmp_path, table.format("many words " * 10)) == snapshot("4:5 [table:] T401 text-overflow")


def test_where_one_cell_of_few_words_makes_a_table_too_tall_it_is_that_cell(tmp_path: Path) -> None:
    words = "words-that-are-as-long-as-a-line-of-a-cell-can-be " * 40
    rows = f"\n        - [One, some words]\n        - [Two, {words}]\n        - [Three, some words]"
    table = f"title: T\n    table:\n      columns: [A, B]\n      rows:{rows}"
    assert told(tmp_path, table) == snapshot("8:17 [words-that-are-as-long-a] T401 text-overflow")


def test_beside_a_chart_it_is_the_longest_label(tmp_path: Path) -> None:
    head = f"indicators:\n  a: {{label: Short, before: 1%, after: 2%}}\n  b:\n    label: {'long label ' * 40}\n    before: 1%\n    after: 2%\n"
    assert told(tmp_path, "title: T\n    indicators: [a, b]", head) == snapshot(
        "5:12 [long label long label lo] T401 text-overflow"
    )


def test_a_word_too_wide_is_told_where_it_stands(tmp_path: Path) -> None:
    word = "w" * 150
    assert told(tmp_path, f"title: T\n    text: Some text, then {word} and more") == snapshot(
        "4:27 [wwwwwwwwwwwwwwwwwwwwwwww] T401 text-overflow"
    )


def test_a_title_of_three_lines_says_how_much_to_cut(tmp_path: Path) -> None:
    title = "States that answered both surveys report more cases than six years before, " * 2
    text = f"title: A deck\nslides:\n  - title: {title}and more\n    text: x\n"
    assert mistakes(text, tmp_path) == snapshot(
        "deck.yaml:3:12: error: the title of slide 1 “States that answered both surveys report more cases than …” is 1 line (28 points) too tall at 26 pt: about 49 characters too many [T401 text-overflow]: shorten the text, or tell it on two slides\n"
    )


def test_a_label_far_longer_than_the_others_is_told_and_not_the_rows(tmp_path: Path) -> None:
    listed = "".join(f"  i{n}: {{label: Label {n}, before: 1%, after: 2%}}\n" for n in range(5))
    head = f"indicators:\n{listed}  long:\n    label: {'long label ' * 30}\n    before: 1%\n    after: 2%\n"
    assert told(tmp_path, "title: T\n    indicators: [i0, i1, long, i2, i3, i4]", head) == snapshot(
        "9:12 [long label long label lo] T402 chart-overflow"
    )


def test_a_period_that_leaves_its_charts_no_room_is_told_once(tmp_path: Path) -> None:
    head = f"periods:\n  before: {'a very long time ago ' * 12}\n  after: now\nindicators:\n"
    head += "".join(f"  i{n}: {{label: Label {n}, before: 1%, after: 2%}}\n" for n in range(4))
    slides = "title: T\n    indicators: [i0, i1]\n  - title: U\n    indicators: [i2, i3]"
    assert told(tmp_path, slides, head) == snapshot("3:11 [a very long time ago a v] T402 chart-overflow")


def test_a_source_too_long_for_the_foot_is_told_once_at_its_title(tmp_path: Path) -> None:
    head = f"sources:\n  report:\n    title: {'A long title of a report ' * 20}\n"
    slides = "{title: T, text: x, source: report}\n  - {title: U, text: x, source: report}"
    assert told(tmp_path, slides, head) == snapshot("4:12 [A long title of a report] T401 text-overflow")


def test_a_section_is_told_once_wherever_it_stands(tmp_path: Path) -> None:
    slides = (
        f"{{layout: cover}}\n  - title: T\n    text: x\n    section: {'Long name ' * 30}\n  - {{title: U, text: x}}"
    )
    assert told(tmp_path, slides) == snapshot("6:14 [Long name Long name Long] T401 text-overflow")


def test_a_word_that_breaks_is_told_where_it_begins(tmp_path: Path) -> None:
    long = "www.example.org/" + "canteens_" * 12
    assert told(tmp_path, f"title: T\n    bullets: [See (wash/{long}), Other]") == snapshot(
        "4:20 [wash/www.example.org/can] T401 text-overflow"
    )
    assert told(tmp_path, f"title: T\n    bullets: [See it-{'w' * 120}, Other]") == snapshot(
        "4:19 [it-wwwwwwwwwwwwwwwwwwwww] T401 text-overflow"
    )
    assert told(tmp_path, f'title: T\n    bullets: ["**it**/{"w" * 120}", Other]') == snapshot(
        "4:18 [it**/wwwwwwwwwwwwwwwwwww] T401 text-overflow"
    )
    assert told(tmp_path, f'title: T\n    bullets: ["it/{"w" * 120}", Other]') == snapshot(
        "4:16 [it/wwwwwwwwwwwwwwwwwwwww] T401 text-overflow"
    )
