"""Tables typeset, as a person can check them."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.checks.text_overflow import TextOverflow
from deckgen.model.tables import is_figure
from deckgen.typeset.column_widths import Demand, widths
from deckgen.typeset.frames import TableFrame
from deckgen.units import Emu
from tests.builders import checked, deck_of, mistakes, pages, slide, told

INDICATORS = """\
periods: {before: previous survey, after: this survey}
indicators:
  all: {label: All, value: 57}
  marriage: {label: "**Sham marriage**", before: 23%, after: 39%}
  abuse: {label: Live remote abuse, value: 56%, new: true}
  disabilities: {label: People with disabilities, value: 31%, unconfirmed: 20%}
  training: {label: train staff, note: not everywhere, value: 18, of: all}
  fees: {label: recruitment fees, change: almost doubled}
  old: {label: Old count, before: 3, after: 4, periods: {before: "2009"}}
"""


def table(text: str) -> TableFrame:
    return next(frame for frame in pages(deck_of(text)).pages[0].frames if isinstance(frame, TableFrame))


def test_a_table_has_headings_rows_and_figures_to_the_right() -> None:
    assert slide(
        """
        title: The east lacks most
        lead: Schools, by region
        highlight: East
        table:
          columns: [Region, Schools, "Share of **all**"]
          rows: [[North, 14, 86%], [East, 19, "{all} of them"], [Sum, 33, –]]
          total: true
          note: A dash stands for no figure.
        """,
        INDICATORS,
    ) == snapshot("""\
page 1  table
  title          54,58 852×73
    30 pt  The east lacks most
  lead           54,138 852×22
    16 pt  Schools, by region
  table          54,170 568×221  “Table: Region; Schools; Share of all. Rows: North; East; Sum”
    columns 175 123> 270
    20 pt  55 high  Region | Schools | Share of **all**
    20 pt  55 high  North | 14 | 86%
    20 pt  55 high  **East** | **19** | **57 of them**
    20 pt  55 high  **Sum** | **33** | **–**
  caption        54,400 568×65
    14 pt  A dash stands for no figure.
""")


def test_a_table_of_indicators_has_a_column_for_each_period_and_the_change() -> None:
    assert slide(
        """
        layout: table
        title: What moved
        indicators: [marriage, abuse, disabilities, training, fees]
        highlight: abuse
        """,
        INDICATORS,
    ) == snapshot("""\
page 1  table
  title          54,58 852×73
    30 pt  What moved
  table          54,138 852×327  “Table: Indicator; Previous survey; This survey; Change. Rows: Sham marriage; Live remote abuse; People with disabilities; train staff; recruitment fees”
    columns 314 184> 184> 171>
    20 pt  47 high  Indicator | Previous survey | This survey | Change
    20 pt  47 high  **Sham marriage** | 23% | 39% | +16\xa0pp
    20 pt  47 high  **Live remote abuse** | **–** | **56%** | **NEW**
    20 pt  69 high  People with disabilities | – | 31% / +20% unconfirmed | –
    20 pt  69 high  train staff / not everywhere | – | 18 of 57 | –
    20 pt  47 high  recruitment fees | – | – | almost doubled
""")


def test_a_column_that_no_indicator_has_a_figure_for_is_left_out() -> None:
    head = INDICATORS.replace("periods: {before: previous survey, after: this survey}\n", "lang: fr\n")
    assert slide("layout: table\ntitle: One\nindicators: [training, all]", head) == snapshot("""\
page 1  table
  title          54,58 852×73
    30 pt  One
  table          54,138 568×188  “Tableau\xa0: Indicateur\xa0; Valeur. Lignes\xa0: train staff\xa0; All”
    columns 458 110>
    20 pt  55 high  Indicateur | Valeur
    20 pt  77 high  train staff / not everywhere | 18 sur 57
    20 pt  55 high  All | 57
""")
    assert slide("layout: table\ntitle: One\nindicators: [fees]", head) == snapshot("""\
page 1  table
  title          54,58 852×73
    30 pt  One
  table          54,138 568×111  “Tableau\xa0: Indicateur\xa0; Évolution. Lignes\xa0: recruitment fees”
    columns 416 152>
    20 pt  55 high  Indicateur | Évolution
    20 pt  55 high  recruitment fees | almost doubled
""")


def test_long_texts_break_so_that_the_table_is_lowest_and_figures_never_do() -> None:
    long = "Cross-sectoral teams identify victims, also where no criminal proceedings have begun, in most States"
    assert slide(f"""
        title: Long texts
        table:
          columns: [Obligation, What States report, Who decides, "Since, in the answers that came"]
          rows:
            - [Identification, "{long}", Ministry of the interior, 2018]
            - [Support, Practice differs, "Social services, and organisations that are none of a government", 1 200 000]
    """) == snapshot("""\
page 1  table
  title          54,58 852×73
    30 pt  Long texts
  table          54,138 852×226  “Table: Obligation; What States report; Who decides; Since, in the answers that came. Rows: Identification; Support”
    columns 105 294 294 159>
    16 pt  69 high  Obligation | What States report | Who decides | Since, in the / answers that came
    16 pt  88 high  Identification | Cross-sectoral teams identify victims, / also where no criminal proceedings / have begun, in most States | Ministry of the interior | 2018
    16 pt  69 high  Support | Practice differs | Social services, and organisations / that are none of a government | 1 200 000
""")


def test_a_word_of_cyrillic_keeps_its_column_and_headings_take_two_lines() -> None:
    assert slide("""
        title: По-русски
        table:
          columns: [Область, Расследования в 2021 году, Расследования в 2024 году, Осуждённые, Пострадавшие, Изменение, Доля]
          rows:
            - [Северная область с очень длинным названием, 120, 140, 12, 1 200, +16 п.п., 45%]
            - [Приморье, 20, 40, 2, 200, −6 п.п., 5%]
    """) == snapshot("""\
page 1  table
  title          54,58 852×73
    30 pt  По-русски
  table          54,138 852×194  “Table: Область; Расследования в 2021 году; Расследования в 2024 году; Осуждённые; Пострадавшие; Изменение; Доля. Rows: Северная область с очень длинным названием; Приморье”
    columns 174 137> 137> 118> 131> 104> 50>
    14 pt  65 high  Область | Расследования / в 2021 году | Расследования / в 2024 году | Осуждённые | Пострадавшие | Изменение | Доля
    14 pt  81 high  Северная область с / очень длинным / названием | 120 | 140 | 12 | 1 200 | +16 п.п. | 45%
    14 pt  48 high  Приморье | 20 | 40 | 2 | 200 | −6 п.п. | 5%
""")


def test_many_rows_step_down_in_size_and_too_many_are_told() -> None:
    rows = "\n".join(f"    - [Row {number}, {number}]" for number in range(1, 11))
    made = table(f"title: T\ntable:\n  columns: [A, B]\n  rows:\n{rows}\n  note: A remark")
    assert {paragraph.size for row in made.rows for cell in row.cells for paragraph in cell.paragraphs} == {14}
    assert made.overflow is None
    rows += "".join(f"\n    - [Row {number}, {number}]" for number in range(11, 21))
    deck = checked(deck_of(f"title: T\ntable:\n  columns: [A, B]\n  rows:\n{rows}\n  note: A remark"))
    assert told(tuple(TextOverflow().find(deck))).partition("deck.yaml:")[2] == snapshot(
        "4:5: error: the table of slide 1 “T”, of 20 rows and 2 columns, is 243 points too tall at 14 pt: no room from row 11, “Row 11”, on [T401 text-overflow]: shorten its longest texts, show the rows that carry the finding, or make two slides, or write overflow: continue\n"
    )


def test_a_table_that_leaves_much_room_is_set_larger_but_for_its_lines() -> None:
    def sizes(rows: int, cell: str) -> float:
        lines = "".join(f"      - [{cell}, {number}]\n" for number in range(rows))
        made = table(f"title: A table\ntable:\n  columns: [Region, Count]\n  rows:\n{lines}")
        return made.rows[0].cells[0].paragraphs[0].size

    long = "A text of so many words that it stands on one line of a slide in the usual size and on two of it in larger ones"
    assert [sizes(3, "North"), sizes(6, "North"), sizes(7, "North"), sizes(3, long)] == snapshot(
        [20.0, 20.0, 16.0, 16.0]
    )


def test_columns_of_words_too_wide_are_told() -> None:
    cells = ", ".join(["Zusammenarbeitsvereinbarungen"] * 6)
    deck = checked(deck_of(f"title: T\ntable:\n  columns: [{cells}]\n  rows: [[{cells}]]"))
    assert told(tuple(TextOverflow().find(deck))).partition("deck.yaml:")[2] == snapshot(
        "5:17: error: the table of slide 1 “T”, of 1 row and 6 columns, is 653 points too wide at 14 pt [T401 text-overflow]: use shorter words, leave out a column, or make two slides\n"
    )


def test_columns_fill_the_table_to_the_unit() -> None:
    for columns in (2, 3, 5, 7):
        cells = ", ".join(f"Text {number} of some length" for number in range(columns))
        made = table(f"title: T\ntable:\n  columns: [{cells}]\n  rows: [[{cells}], [{cells}]]")
        assert sum(made.columns) == made.rect.width
        assert sum(row.height for row in made.rows) == made.rect.height


def test_the_widest_column_gives_way_first() -> None:
    demands = [Demand(Emu(100), Emu(100), Emu(50)), Demand(Emu(1000), Emu(1000), Emu(80)), Demand(*[Emu(60)] * 3)]
    assert widths(demands, [False, False, True], Emu(400), 1) == [100, 240, 60]
    assert widths(demands, [False, False, True], Emu(150), 1) == [50, 80, 60]


def test_of_two_long_columns_the_longer_gets_more() -> None:
    demands = [Demand(Emu(900), Emu(900), Emu(50)), Demand(Emu(400), Emu(400), Emu(80))]
    assert [widths(demands, [False, False], Emu(500), evenness) for evenness in (0, 0.5, 1)] == [
        [346, 154],
        [300, 200],
        [250, 250],
    ]


FIGURES = ["12", "−3", "+16 pp", "+6 п.п.", "39%", "39 %", "€3.2 bn", "1,2 Md €", "EUR 40", "1 204", "31 of 57", "×3"]


@pytest.mark.parametrize(
    "text", [*FIGURES, "≈ 40", "2019–2021", "3:1", "12.5", "14 States", "3,2 млрд ₽", "26 mg/l", "8 кг/м²"]
)
def test_figures_are_known_by_their_looks(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "text", ["", "–", "North", "Article 3", "1 Emerging trends in all States", "B2B", "12 July 2026"]
)
def test_other_texts_are_not_taken_for_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "table: [[A, B], [1, 2]]",
            snapshot(
                "deck.yaml:14:12: error: a table has columns: and rows: [C250 not-a-row]: write columns: [Country, 2021, 2024], and rows: with a list of cells for each\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [A, 1]}",
            snapshot("""\
deck.yaml:14:37: error: a row is a list of cells [C250 not-a-row]: write its cells in brackets, with commas between them: [Northland, 12, 18]
deck.yaml:14:40: error: a row is a list of cells [C250 not-a-row]: write its cells in brackets, with commas between them: [Northland, 12, 18]
"""),
        ),
        (
            "table: {columns: [A, B], rows: [[A, 1,200], [B, 2]]}",
            snapshot(
                'deck.yaml:14:41: error: a comma ends the cell within a number: this row has 3 cells, the table has 2 columns [R350 uneven-row]: put it in quotation marks: "1,200"\n'
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[A]]}",
            snapshot(
                "deck.yaml:14:38: error: this row has 1 cell, the table has 2 columns [R350 uneven-row]: write – where there is no figure\n"
            ),
        ),
        (
            "table: {columns: [A], rows: [[A]]}",
            snapshot(
                "deck.yaml:14:22: error: a table has two columns or more [C250 not-a-row]: write their headings in brackets: [Country, 2021, 2024]\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: []}",
            snapshot(
                "deck.yaml:14:36: error: the table has no rows [C250 not-a-row]: write a list of cells for each: - [Northland, 12, 18]\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[]]}",
            snapshot(
                "deck.yaml:14:37: error: a row is a list of cells [C250 not-a-row]: write its cells in brackets, with commas between them: [Northland, 12, 18]\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[A, ~]]}",
            snapshot(
                "deck.yaml:14:41: error: nothing is written here [C204 empty-text]: write a text, or delete the key; a text that begins with # needs quotation marks\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[A, {marriage}]]}",
            snapshot(
                'deck.yaml:14:41: error: a text is expected here, found a mapping [C203 not-a-text]: put the text in quotation marks: "{marriage}"\n'
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[A, 1]], totals: true}",
            snapshot(
                "deck.yaml:14:46: error: the key “totals” is not known here [C201 unknown-key]: did you mean “total”?\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[North, 1], [East, 2]]}\n    highlight: Est",
            snapshot(
                "deck.yaml:15:16: error: no row of the table begins with “Est” [R309 unknown-highlight]: there is: East, North\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[North, '{marrige}']]}",
            snapshot(
                "deck.yaml:14:46: error: no indicator is called “marrige” [R301 unknown-indicator]: did you mean “marriage”?\n"
            ),
        ),
        (
            "table: {columns: [A, B], rows: [[A, 1]]}\n    indicators: [marriage]",
            snapshot(
                "deck.yaml:15:17: error: the slide has both a table and indicators [R322 slide-refused]: keep one of the two, or make two slides\n"
            ),
        ),
        (
            "lead: Nothing",
            snapshot(
                "deck.yaml:12:13: error: the slide has nothing for a table [R322 slide-refused]: add table: or indicators:\n"
            ),
        ),
        (
            "indicators: [marriage, old]",
            snapshot(
                "deck.yaml:14:17: error: figures of different periods cannot stand in one column [R322 slide-refused]: make a table for each, or leave out their own periods\n"
            ),
        ),
    ],
)
def test_a_mistake_in_a_table_is_named_at_its_place(written: str, expected: str, tmp_path: Path) -> None:
    deck = f"title: A deck\n{INDICATORS}slides:\n  - layout: table\n    title: T\n    {written}\n"
    assert mistakes(deck, tmp_path) == expected


def test_a_cell_may_be_empty_if_it_says_so() -> None:
    made = table('title: T\ntable: {columns: ["", B], rows: [[A, ""]]}')
    texts = [[cell.paragraphs[0].source.runs for cell in row.cells] for row in made.rows]
    assert (texts[0][0], texts[1][1]) == ((), ())


def test_the_alternative_text_names_columns_and_rows_and_stays_short() -> None:
    rows = "\n".join(f"    - [A label of some length {number}, {number}]" for number in range(1, 11))
    made = table(f"title: T\ntable:\n  columns: [A, B]\n  rows:\n{rows}")
    assert made.alt_text == snapshot(
        "Table: A; B. Rows: A label of some length 1; A label of some length 2; A label of some length 3; A label of some length 4; A label of some length 5; A label of some length 6; A label of some length 7; A label of some length 8; …"
    )
    assert len(made.alt_text) < 250
