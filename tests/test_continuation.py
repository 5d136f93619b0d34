"""Slides that are too long for one: shrunk, gone on on a further slide, or told."""

import re
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.model.text import plain
from deckgen.spec.split import Measures, shared_out
from deckgen.typeset.frames import Page, Pages, TableFrame, TextFrame
from tests.builders import checked, mistakes, pages, theme
from tests.test_properties import escaped
from tests.writers.package import Package
from tests.writers.web import web

TALL = "a text of so many words that it takes two lines of the slide and not only one of them"


def deck(slide: str, *, head: str = "overflow: continue") -> str:
    first, *rest = slide.strip().split("\n")
    return f"title: A deck\n{head}\nslides:\n  - {first}\n" + indent("\n".join(rest), "    ") + "\n"


def listed(count: int, key: str = "bullets", text: str = TALL) -> str:
    return f"layout: bullets\ntitle: A list\n{key}:\n" + "".join(
        f"  - item {number} is {text}\n" for number in range(1, count + 1)
    )


def shown(made: Pages) -> list[str]:
    """Return the title of each slide, and in how many points which items stand on it."""
    return [f"{page.title}: {_sizes(page)} {' '.join(_items(page))}" for page in made.pages]


def _texts(page: Page) -> list[TextFrame]:
    return [frame for frame in page.frames if isinstance(frame, TextFrame) and frame.name.startswith("body")]


def _items(page: Page) -> list[str]:
    tables = [frame for frame in page.frames if isinstance(frame, TableFrame)]
    cells = [plain(row.cells[0].paragraphs[0].source.runs) for table in tables for row in table.rows[1:]]
    texts = (plain(paragraph.source.runs) for frame in _texts(page) for paragraph in frame.paragraphs)
    return [text.split(" is ")[0].removeprefix("item ") for text in (*texts, *cells)]


def _sizes(page: Page) -> str:
    sizes = {paragraph.size for frame in _texts(page) for paragraph in frame.paragraphs}
    tables = [frame for frame in page.frames if isinstance(frame, TableFrame)]
    sizes |= {cell.paragraphs[0].size for table in tables for row in table.rows for cell in row.cells}
    return "/".join(f"{size:g}" for size in sorted(sizes, reverse=True))


def test_a_list_steps_down_one_size_and_then_goes_on_in_its_first() -> None:
    made = {count: shown(pages(deck(listed(count)))) for count in (4, 5, 9)}
    assert made == snapshot(
        {
            4: ["A list: 24 1 2 3 4"],
            5: ["A list (1\xa0of\xa02): 24 1 2 3", "A list (2\xa0of\xa02): 24 4 5"],
            9: [
                "A list (1\xa0of\xa03): 24 1 2 3",
                "A list (2\xa0of\xa03): 24 4 5 6",
                "A list (3\xa0of\xa03): 24 7 8 9",
            ],
        }
    )
    long = " ".join([*[TALL] * 4, "and some words more that fill another line"])
    assert shown(pages(deck(listed(2, text=long)))) == snapshot(["A list: 22 1 2"])


def test_an_item_too_long_for_a_slide_in_the_first_size_stands_alone_in_a_smaller_one() -> None:
    text = deck(listed(3) + f"  - item 4 is {' '.join(['word'] * 160)}\n  - item 5 is short\n  - item 6 is short\n")
    assert shown(pages(text)) == snapshot(
        ["A list (1\xa0of\xa03): 24 1 2 3", "A list (2\xa0of\xa03): 22 4", "A list (3\xa0of\xa03): 24 5 6"]
    )


def test_no_item_is_alone_at_the_end_if_it_can_be_helped() -> None:
    counts = {count: [len(_items(page)) for page in pages(deck(listed(count))).pages] for count in (5, 6, 7)}
    assert counts == snapshot({5: [3, 2], 6: [3, 3], 7: [4, 3]})


def test_a_slide_says_otherwise_than_its_deck() -> None:
    slide = f"{listed(6)}overflow: shrink\n"
    assert len(pages(deck(slide)).pages) == 1
    assert len(pages(deck(slide.replace("shrink", "continue"), head="")).pages) == 2


def test_what_stands_below_an_item_stays_with_it() -> None:
    items = "".join(
        f"  - text: item {n} is {TALL}\n    bullets: [below {n} is a, below {n} is b]\n" for n in range(1, 5)
    )
    assert shown(pages(deck(f"title: A list\nbullets:\n{items}"))) == snapshot(
        [
            "A list (1\xa0of\xa02): 24/20 1 below 1 below 1 2 below 2 below 2",
            "A list (2\xa0of\xa02): 24/20 3 below 3 below 3 4 below 4 below 4",
        ]
    )


def test_a_text_that_announces_the_next_is_not_parted_from_it() -> None:
    made = listed(8, "text").replace(f"item 4 is {TALL}", f'"item 4 is {TALL}, for example:"')
    before = listed(8, "text")
    assert [len(_items(page)) for page in pages(deck(before)).pages] == snapshot([4, 4])
    assert [len(_items(page)) for page in pages(deck(made)).pages] == snapshot([3, 3, 2])


def test_numbers_count_on_in_the_browser_too() -> None:
    told = re.findall(r'class="number[^>]*>(\d+)\.', web(deck(listed(11, "numbered"))))
    assert [int(number) for number in told] == [*range(1, 12)]


def test_numbers_count_on_and_all_stand_in_as_far_as_the_longest(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(deck(listed(11, "numbered")))
    made, themed, _ = pipeline.pages_of(file)
    assert made
    assert themed
    package = Package(pipeline.presentation(made, themed))
    slides = [package.xml(f"ppt/slides/slide{number}.xml") for number in range(1, len(made.pages) + 1)]
    numbered = [node for slide in slides for node in slide.iter("{*}pPr") if node.find("{*}buAutoNum") is not None]
    starts = [node.find("{*}buAutoNum").get("startAt") for node in numbered]
    assert starts == snapshot([None, None, None, None, "5", "5", "5", "5", "9", "9", "9"])
    assert {(node.get("marL"), node.get("indent")) for node in numbered} == snapshot({("499872", "-499872")})


TABLE = """\
title: A table
notes: Say this.
id: regions
source: count
table:
  columns: [Region, Schools, Lit]
  rows:
{rows}
  total: true
  note: A remark
highlight: R9
"""
SOURCES = "overflow: continue\nsources: {count: {title: A count}}"


def table(count: int) -> str:
    rows = "".join(f"    - [R{number}, {number}, –]\n" for number in range(1, count))
    wide = "    - [A region of a longer name than the others, 1000000, 5]"
    return TABLE.format(rows=f"{rows}{wide}")


def test_a_table_goes_on_with_its_headings_columns_remark_and_source() -> None:
    made = pages(deck(table(12), head=SOURCES))
    assert shown(made) == snapshot(
        [
            "A table (1\xa0of\xa02): 16 R1 R2 R3 R4 R5 R6",
            "A table (2\xa0of\xa02): 16 R7 R8 R9 R10 R11 A region of a longer name than the others",
        ]
    )
    tables = [frame for page in made.pages for frame in page.frames if isinstance(frame, TableFrame)]
    assert len({frame.columns for frame in tables}) == 1
    assert len({row.height for frame in tables for row in frame.rows}) == 1
    assert [frame.total for frame in tables] == [False, True]
    for page in made.pages:
        assert {"caption", "source"} <= {frame.name for frame in page.frames}
    assert [page.id for page in made.pages] == ["regions", "regions-2"]
    assert [[plain(note.runs) for note in page.notes] for page in made.pages] == snapshot(
        [["Say this."], ["Continued from slide 1"]]
    )


def test_a_table_of_indicators_goes_on_too() -> None:
    indicators = "".join(f"  i{n}: {{label: item {n} is one, value: {n}%}}\n" for n in range(1, 13))
    indicators = indicators.replace("value: 3%", "before: 2%, after: 3%")
    names = ", ".join(f"i{n}" for n in range(1, 13))
    slide = f"layout: table\ntitle: T\nindicators: [{names}]\nhighlight: i12\n"
    made = pages(deck(slide, head=f"overflow: continue\nindicators:\n{indicators}"))
    assert shown(made) == snapshot(["T (1\xa0of\xa02): 16 1 2 3 4 5 6", "T (2\xa0of\xa02): 16 7 8 9 10 11 12"])
    columns = [frame.columns for page in made.pages for frame in page.frames if isinstance(frame, TableFrame)]
    assert len(set(columns)) == 1


def test_an_annex_goes_on_in_two_columns() -> None:
    made = pages(deck("layout: sources\n" + listed(30, "text").partition("title: A list\n")[2]))
    assert [page.title for page in made.pages] == snapshot(
        ["Sources (1\xa0of\xa03)", "Sources (2\xa0of\xa03)", "Sources (3\xa0of\xa03)"]
    )
    assert [item for page in made.pages for item in _items(page)] == [str(number) for number in range(1, 31)]
    assert {_sizes(page) for page in made.pages} == {"16"}


def test_six_steps_that_have_no_room_become_three_and_three() -> None:
    steps = "".join(f'  - {{date: "201{n}", text: {TALL} {TALL}}}\n' for n in range(6))
    made = pages(deck(f"title: T\ntimeline:\n{steps}"))
    assert [(page.title, page.layout[1].items) for page in made.pages] == snapshot(
        [("T (1\xa0of\xa02)", 3), ("T (2\xa0of\xa02)", 3)]
    )


def test_slides_after_it_sections_and_agenda_know_of_all() -> None:
    made = checked(f"""\
title: A deck
overflow: continue
slides:
  - layout: agenda
  - section: One
{indent(listed(9), "    ")}
  - {{section: Two, title: Last, text: a}}
""")
    assert [section.slides for section in made.deck.sections] == snapshot([(1, 2, 3, 4), (5,)])
    said = [frame for frame in made.pages.pages[0].frames if frame.name.startswith("slides")]
    assert [plain(frame.paragraphs[0].source.runs) for frame in said] == snapshot(["Slides 2–4", "Slide 5"])
    assert [[told.key for told in slide.told] for slide in made.deck.slides[1:3]] == snapshot(
        [
            ["title", "bullets.0.text", "bullets.1.text", "bullets.2.text"],
            ["bullets.0.text", "bullets.1.text", "bullets.2.text"],
        ]
    )


@pytest.mark.parametrize(("lang", "title"), [("fr", "(1 sur 2)"), ("de", "(1 von 2)"), ("ru", "(1 из 2)")])
def test_the_number_is_said_in_the_language_of_the_deck(lang: str, title: str) -> None:
    made = pages(deck(listed(6), head=f"overflow: continue\nlang: {lang}"))
    assert made.pages[0].title.replace("\u00a0", " ") == f"A list {title}"


def test_what_is_wrong_on_a_later_slide_is_told_at_its_line(tmp_path: Path) -> None:
    long = " ".join(["word"] * 300)
    text = deck(listed(5) + f"  - {long}\n")
    assert mistakes(text, tmp_path, of="text-overflow") == snapshot(
        "deck.yaml:12:9: error: the body of slide 3 “A list (3 of 3)” is 5 lines (112 points) too tall at 20 pt: about 390 characters too many [T401 text-overflow]: an item is not parted: shorten it, or make two of it\n"
    )


def test_a_word_too_wide_is_no_reason_to_go_on(tmp_path: Path) -> None:
    assert mistakes(deck(f"title: T\nbullets: [one, {'w' * 90}]\n"), tmp_path) == snapshot(
        "deck.yaml:5:20: error: the body of slide 1 “T” holds a word that is 633 points too wide at 20 pt: “wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…” [T401 text-overflow]: use a shorter word, or write it with a hyphen\n"
    )


def test_what_cannot_go_on_says_so(tmp_path: Path) -> None:
    long = " ".join(["word"] * 60)
    text = deck(f"title: {long}\nbullets: [one, two]\n")
    assert mistakes(text, tmp_path, of="text-overflow") == snapshot(
        "deck.yaml:4:12: error: the title of slide 1 “word word word word word word word word word word word …” is 3 lines (84 points) too tall at 26 pt: about 177 characters too many [T401 text-overflow]: this does not go on on a further slide: shorten it, or make two slides\n"
    )


def test_error_keeps_the_first_size(tmp_path: Path) -> None:
    text = deck(listed(5), head="overflow: error")
    assert mistakes(text, tmp_path) == snapshot(
        "deck.yaml:11:9: error: the body of slide 1 “A list” is 2 lines (38 points) too tall at 24 pt: about 94 characters too many [T401 text-overflow]: overflow: error keeps it in its first size; shorten it, or write overflow: shrink or continue\n"
    )
    assert "T401" not in mistakes(text.replace("error", "shrink"), tmp_path)
    assert mistakes(deck(f"{listed(5)}overflow: error\n", head=""), tmp_path).count("T401") == 1


def test_another_word_is_no_way_to_overflow(tmp_path: Path) -> None:
    assert mistakes(deck("title: T\ntext: a\noverflow: continued\n", head=""), tmp_path) == snapshot(
        "deck.yaml:6:15: error: overflow cannot be “continued” [C244 unknown-choice]: write shrink, continue or error\n"
    )


def test_a_slide_with_a_mistake_is_told_once(tmp_path: Path) -> None:
    text = deck(listed(9) + "kicker: '{nobody}'\n")
    assert mistakes(text, tmp_path).count("nobody") == 1


def test_items_are_shared_out_evenly_among_as_few_slides_as_can_be() -> None:
    assert shared_out(Measures((1,) * 7, 6, (False,) * 7), 1, 1) == (4, 7)
    assert shared_out(Measures((1, 1, 1, 9, 1, 1), 4, (False,) * 6), 1, 1) == (3, 4, 6)
    assert shared_out(Measures((3, 1, 1), 4, (False,) * 3), 1, 1) == (1, 3)
    assert shared_out(Measures((1,) * 5, 2.5, (False,) * 5), 1, 3) == ()
    assert shared_out(Measures((1, 1, 1, 1), 2, (False, True, False, False)), 1, 1) == (1, 3, 4)


WORD = st.text("abcdefgABCжшщ", min_size=1, max_size=12)
ITEM = st.tuples(st.lists(WORD, min_size=1, max_size=30), st.lists(st.lists(WORD, min_size=1, max_size=9), max_size=3))


@settings(max_examples=25, deadline=None)
@given(items=st.lists(ITEM, min_size=1, max_size=24), key=st.sampled_from(["bullets", "numbered"]), large=st.booleans())
@example(items=[(["a"] * 30, [])] * 24, key="numbered", large=True)
def test_every_item_stands_once_in_order_and_has_room(
    items: list[tuple[list[str], list[list[str]]]], key: str, large: bool
) -> None:
    written = [[" ".join(text), *map(" ".join, below)] for text, below in items]
    lines = "".join(
        f"  - text: {escaped(head)}\n    bullets: [{', '.join(map(escaped, rest))}]\n" for head, *rest in written
    )
    made = pages(deck(f"layout: bullets\ntitle: T\n{key}:\n{lines}"), theme(scale="large" if large else "normal"))
    frames = [frame for page in made.pages for frame in _texts(page)]
    said = [plain(paragraph.source.runs) for frame in frames for paragraph in frame.paragraphs]
    assert said == [text for item in written for text in item]
    assert all(frame.overflow is None for frame in frames)
    assert len({page.title for page in made.pages}) == len(made.pages)
    whole = [paragraph for frame in frames for paragraph in frame.paragraphs if paragraph.source.level == 0]
    assert sum(frame.paragraphs[0].source.level == 0 for frame in frames) == len(made.pages)
    assert len(whole) == len(items)
