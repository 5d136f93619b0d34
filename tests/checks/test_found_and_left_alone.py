"""What checks find in a deck, beside what looks nearly alike and is fine."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes

TWO_SOURCES = """\
title: A deck
sources: {survey: {title: The survey}, register: {title: The register}}
indicators:
  work: {label: Women in work, value: 66%, source: survey}
  time: {label: Women who work part time, value: 39%}
slides:
  - title: Women work
    indicators: [work, time]
"""


def test_the_source_of_a_neighbour_is_not_its_own(tmp_path: Path) -> None:
    assert mistakes(TWO_SOURCES, tmp_path) == snapshot(
        "deck.yaml:5:3: warning: slide 1 shows “time”, which names no source [R366 no-source]: write source: and one of: register, survey\n"
    )


def test_a_source_of_the_slide_is_that_of_all_its_figures(tmp_path: Path) -> None:
    assert mistakes(f"{TWO_SOURCES}    source: register\n", tmp_path) == ""


def test_a_quotation_is_spoken_of_too(tmp_path: Path) -> None:
    told = "".join(f"  - {{title: Finding {letter}, text: Some text, notes: Some words}}\n" for letter in "ABC")
    deck = f"title: A deck\nslides:\n{told}  - {{title: Said in the room, quote: Nobody told me}}\n"
    assert mistakes(deck, tmp_path, of="missing-notes") == snapshot(
        "deck.yaml:6:5: advice: slide 4 has no notes; 3 others of 4 have some [D702 missing-notes]: write under notes: what is said there\n"
    )


def test_a_list_too_long_is_told_at_its_key(tmp_path: Path) -> None:
    long = "[a1, b2, c3, d4, e5, f6, g7]"
    slides = f"""\
  - {{title: T, bullets: {long}}}
  - {{title: U, columns: [{{title: V, text: x}}, {{title: W, numbered: {long}}}]}}
  - {{title: X, bullets: [{{text: y, bullets: {long}}}, z]}}
"""
    found = mistakes(f"title: A deck\nslides:\n{slides}", tmp_path, of="long-list").splitlines()
    places = [line.split(":")[1:3] for line in found]
    lines = ["", "", *slides.splitlines()]
    assert [lines[int(line) - 1][int(column) - 1 :][:13] for line, column in places] == snapshot(
        ["bullets: [a1,", "numbered: [a1", "bullets: [a1,"]
    )


def test_a_deck_of_five_slides_without_any_notes_is_told_once(tmp_path: Path) -> None:
    slides = [f"  - {{title: Finding {letter}, text: Some text}}\n" for letter in "ABCDE"]
    assert mistakes(f"title: A deck\nslides:\n{''.join(slides)}", tmp_path, of="missing-notes") == snapshot(
        "deck.yaml:2:1: advice: no slide of the deck has notes [D702 missing-notes]: write under notes: of each slide what is said there\n"
    )
    assert mistakes(f"title: A deck\nslides:\n{''.join(slides[1:])}", tmp_path, of="missing-notes") == ""


def test_a_deck_that_says_who_speaks_needs_notes_from_three_slides_on(tmp_path: Path) -> None:
    slides = [f"  - {{title: Finding {letter}, text: Some text}}\n" for letter in "ABC"]
    head = "title: A deck\nauthor: Survey Unit\nslides:\n  - layout: cover\n"
    assert mistakes(f"{head}{''.join(slides)}", tmp_path, of="missing-notes") == snapshot(
        "deck.yaml:3:1: advice: no slide of the deck has notes [D702 missing-notes]: write under notes: of each slide what is said there\n"
    )
    assert mistakes(f"{head}{''.join(slides[1:])}", tmp_path, of="missing-notes") == ""


PLACES = """\
title: A deck
sources: {survey: {title: The survey}}
indicators:
  young: {label: Children **under three** with a place, before: 33%, after: 47%}
  old: {label: Children **over three** with a place, before: 94%, after: 98%}
  near: {label: The way to a place, value: 12 km}
  part: {label: Children with a place for **half a day**, before: 21%, after: 25%}
  free: {label: Children with a place that is **free**, before: 21%, after: 30%}
slides:
  - title: More children have a place
    indicators: [young, old]
  - title: What is asked
    text: TEXT
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33% of the youngest have a place", "“33%” is typed here; it is {young.before}"),
        ("33% of the boats have a motor", ""),
        ("By law 33% of the seats are for women", ""),
        ("12 km of the youngest have a place", ""),
        ("21% of the youngest have a place", ""),
    ],
)
def test_the_only_share_of_its_size_is_told_where_a_word_of_its_label_is_said(
    tmp_path: Path, text: str, expected: str
) -> None:
    told = mistakes(PLACES.replace("TEXT", text), tmp_path, of="typed-figure")
    assert told.partition(": warning: ")[2].partition(" [R361")[0] == expected


ALIKE = """\
title: A deck
indicators:
  towns: {label: Pharmacies, value: 400}
  villages: {label: Villages, value: 300}
  first: {label: have a pharmacy, FIRST}
  again: {label: Have a pharmacy, AGAIN}
slides:
  - title: Many have one
    indicators: [first, again]
"""


@pytest.mark.parametrize(
    ("first", "again", "wrong"),
    [
        ("before: 34, after: 27", "before: 34, after: 26", "26"),
        ("figures: {2015: 34, 2020: 27}", "figures: {2015: 34, 2020: 26}", "26"),
        ("before: 34, after: 27", "before: 34, after: 27", ""),
        ("before: 34, after: 27", "before: 31, after: 26", ""),
        ("before: 34, after: 27, of: towns", "before: 34, after: 26, of: villages", ""),
        ("figures: {2015: 34, 2020: 27}", "figures: {2015: 34, 2021: 26}", ""),
    ],
)
def test_one_label_has_one_figure_for_one_time(tmp_path: Path, first: str, again: str, wrong: str) -> None:
    deck = ALIKE.replace("FIRST", first).replace("AGAIN", again)
    told = mistakes(deck, tmp_path, of="one-label-two-figures")
    place = f"deck.yaml:6:{deck.splitlines()[5].rfind(wrong) + 1}: warning: "
    assert told.startswith(place) if wrong else not told


@pytest.mark.parametrize(
    ("first", "again", "shown", "wrong"),
    [
        ("value: 82%", "value: 79%", "first", "79%"),
        ("before: 27%, after: 38%", "value: 36%", "first", "36%"),
        ("value: 36%", "before: 27%, after: 38%", "again", "38%"),
        ("before: 27%, after: 38%", "value: 38%", "first", ""),
        ("value: 82%", "value: 79%", "first, again", ""),
        ("value: 82%", "value: 79", "first", ""),
        ("value: 82%, source: one", "value: 79%, source: other", "first", ""),
        ("value: 34, of: towns", "value: 26, of: villages", "first", ""),
    ],
)
def test_one_label_has_one_figure_of_today(tmp_path: Path, first: str, again: str, shown: str, wrong: str) -> None:
    deck = ALIKE.replace("FIRST", first).replace("AGAIN", again).replace("first, again", shown)
    deck = deck.replace("slides:", "sources: {one: {title: One}, other: {title: Other}}\nslides:")
    told = mistakes(deck, tmp_path, of="one-label-two-figures")
    place = f"deck.yaml:6:{deck.splitlines()[5].rfind(wrong) + 1}: warning: "
    assert told.startswith(place) if wrong else not told


CLOCKS = """title: A deck
indicators:
  clocks: {label: public clocks in the city, value: 84}
  right: {label: show the **right time**, value: 59, of: clocks}
  lit: {label: Clocks that are **lit at night**, before: 48%, after: 61%, periods: {before: "2019", after: "2025"}}
  visits: {label: Visits to the **tower**, figures: {2019: 380, 2022: 520, 2025: 710}}
  looked: {label: Owners who **looked** up, value: 145%}
slides:
  - title: Clocks are still read
    text: TEXT
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The city looks after 84 clocks, on towers and façades", "typed-figure"),
        ("The city looks after 84 towers", ""),
        ("The city should look after 84 clocks", ""),
        ("About 40% of small boats carry no receiver", "unknown-figure"),
        ("About 60% of small boats carry a receiver", ""),
        ("About 40% of small boats should carry a receiver", ""),
        ("In 2019, {lit.before} were; in 2025 it was 61%", "typed-figure"),
        ("In 2019, {lit.before} were; in Rome it was 61%", ""),
        ("In 2025 it was 61%", ""),
        ("In 2025 the tower had 520 visits", "outdated-figure"),
        ("In 2022 the tower had 520 visits", ""),
        ("From 2022 to 2025 the tower had at most 520 visits", ""),
        ("{looked | More than four in ten} owners look up", "impossible-share"),
        ("Owners {looked | rose}", ""),
    ],
)
def test_a_figure_is_known_by_its_noun_its_time_and_what_is_near_it(tmp_path: Path, text: str, name: str) -> None:
    told = mistakes(CLOCKS.replace("TEXT", text), tmp_path, advice=True)
    asked = ("typed-figure", "outdated-figure", "unknown-figure", "impossible-share")
    names = {one for one in asked if one in told}
    assert names == ({name} if name else set())


def test_over_the_names_of_rows_a_heading_is_advice(tmp_path: Path) -> None:
    deck = deck_of('title: Cases\ntable: {columns: ["", Cases], rows: [[North, 12], [South, 9]]}')
    assert mistakes(deck, tmp_path, of="missing-heading") == snapshot(
        "deck.yaml:4:23: advice: column 1 of the table has no heading [A507 missing-heading]: say over the column what stands in it\n"
    )


def test_an_apostrophe_behind_an_s_is_one(tmp_path: Path) -> None:
    deck = deck_of("title: The State’s report\ntext: The States' answers")
    assert mistakes(deck, tmp_path, advice=True) == snapshot(
        "deck.yaml:4:21: advice: apostrophes are straight here, and typographic elsewhere: ' and ’ [E608 mixed-quotation-marks]: write all of them in one form, better the typographic one\n"
    )


def test_a_quotation_mark_behind_an_s_is_none(tmp_path: Path) -> None:
    deck = deck_of("title: The State’s report\ntext: What they call 'closed borders' is none")
    assert mistakes(deck, tmp_path, advice=True) == ""


def test_an_alternative_text_may_name_colours(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
    (tmp_path / "map.svg").write_text(picture)
    image = "image: {file: map.svg, alt: Seven islands in a row with a blue dot on the five that have a plant}"
    assert mistakes(deck_of(f"title: Islands\n{image}\ntext: Five have a plant"), tmp_path, advice=True) == ""
    assert mistakes(deck_of(f"title: Islands\n{image}\ntext: The blue dots have a plant"), tmp_path) == snapshot(
        "deck.yaml:5:15: warning: “blue dots” says by a colour what is meant [A516 meaning-by-colour]: name the thing itself: colours differ by theme and print, and not everyone tells them apart\n"
    )


def test_parts_of_a_symbol_are_no_abbreviations(tmp_path: Path) -> None:
    assert mistakes(deck_of("title: A decision\ntext: See PC.DEC/1107 and OPRT/2"), tmp_path, advice=True) == ""


def test_the_title_of_a_source_spells_out(tmp_path: Path) -> None:
    head = "sources: {report: {title: Report on small arms and light weapons (SALW)}}"
    assert mistakes(deck_of("title: Where SALW are stored\ntext: In depots", head), tmp_path, advice=True) == ""


def test_a_source_that_is_not_known_is_told_once(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("39%}", "39%, source: regster}")
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:5:63: error: no source is called “regster” [R307 unknown-source]: did you mean “register”?\n"
    )


def test_an_indicator_that_stands_twice_is_told_where_it_stands_again(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("[work, time]", "[work, time, work]\n    source: survey")
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:8:30: error: “work” stands twice in one list [R323 indicator-twice]: keep it once\n"
    )


def test_the_rest_of_a_text_behind_a_comma_is_no_key(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("label: Women in work,", "label: Women, men in work,").replace(
        "39%}", "39%, source: survey}"
    )
    assert mistakes(deck, tmp_path) == snapshot(
        'deck.yaml:4:17: error: this text ends at its comma: “men in work” is read as a key [C201 unknown-key]: put quotation marks around it: "Women, men in work"\n'
    )


def test_a_figure_that_only_notes_speak_of_needs_a_source_too(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("[work, time]", '[work]\n    notes: "Of them, {time} work part time"')
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:5:3: warning: slide 1 speaks of “time”, which names no source [R366 no-source]: write source: and one of: register, survey\n"
    )


def test_a_claim_is_no_unknown_name_behind_which_an_unused_one_hides(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("[work, time]", '[work]\n    notes: "{work | Two thirds} of women work"')
    assert mistakes(deck, tmp_path, of="unused-indicator") == snapshot(
        "deck.yaml:5:3: warning: no slide shows “time” [R365 unused-indicator]: show it on a slide, refer to it, or delete it\n"
    )


def test_a_question_in_spanish_has_two_marks(tmp_path: Path) -> None:
    text = "title: '¿Qué pedimos? ¡Todo!'\ntext: Un ejemplo (?) y otro\nnotes: 'Pedimos tres cosas. Cuáles son?'"
    assert mistakes(deck_of(text, "lang: es"), tmp_path) == snapshot(
        "deck.yaml:6:43: warning: the sentence that ends in ? does not begin with ¿ [E609 unpaired-mark]: write both marks, or delete this one\n"
    )


def test_what_is_to_be_written_and_the_number_of_a_standard_are_no_abbreviations(tmp_path: Path) -> None:
    text = "title: A door\ntext: Doors of EN 17210 and DIN EN ISO 9241, see NAA\nnotes: NAA stands for the office"
    assert mistakes(deck_of(text), tmp_path, advice=True) == ""
    assert mistakes(deck_of("title: A door\ntext: TODO write this"), tmp_path, advice=True) == snapshot(
        "deck.yaml:4:11: warning: “TODO” stands for something that is still to come [E614 unfinished-text]: write what belongs here; or keep the slide back with hidden: true\n"
    )


def test_a_count_like_a_year_is_one_beside_others(tmp_path: Path) -> None:
    table = "table: {columns: [Cause, Cases], rows: [[Staff, 1960], [Trains, 1020], [All, 2890]], total: true}"
    assert mistakes(deck_of(f"title: Causes\n{table}"), tmp_path) == snapshot(
        "deck.yaml:4:82: error: the column comes to 2,980, and “2890” stands under it [R370 wrong-total]: correct the total, or the row that is wrong\n"
    )
    assert mistakes(deck_of(f"title: Causes\n{table.replace('2890', '2980')}"), tmp_path) == ""


def test_a_total_behind_a_reference_is_its_own(tmp_path: Path) -> None:
    head = """\
        sources: {survey: {title: The survey}}
        lang: de
        indicators: {asked: {label: Befragte, value: 1250}, others: {label: Andere, value: 1300}, no: {label: Nein, value: 388, of: asked}}
        """
    slide = "title: Wer nein sagt\nlead: Von {asked} Befragten\nindicators: ['no']\nnotes: '{no} von TOTAL'"
    assert mistakes(deck_of(slide.replace("TOTAL", "{others}"), head), tmp_path) == snapshot(
        "deck.yaml:9:22: warning: “no” is out of 1.250, and “{others}” is said to be its total [R377 wrong-whole]: write {no.of}, or correct of: under no:\n"
    )
    for total in ("{asked}", "{no.of}", "2025", "10 %"):
        assert mistakes(deck_of(slide.replace("TOTAL", total), head), tmp_path, of="wrong-whole") == ""


def test_a_total_that_a_text_calls_as_another_figure_is_that_figure(tmp_path: Path) -> None:
    head = """\
        sources: {police: {title: The police}}
        indicators: {injured: {label: Cyclists seriously injured, value: FIGURE}, electric: {label: Injured on an electric bicycle, value: 684, of: 1710}}
        """
    slide = "title: Two in five\ntext: '{electric} of the {electric.of} seriously injured'\nindicators: [electric]"
    assert mistakes(deck_of(slide, head.replace("FIGURE", "1725")), tmp_path, of="wrong-whole") == snapshot(
        "deck.yaml:3:139: warning: “electric” is out of 1,710; a text calls these “seriously injured”, which “injured” says are 1,725 [R377 wrong-whole]: correct one of the two, or write of: injured\n"
    )
    # The same figure, and one that is surely of something else.
    for figure in ("1710", "5200"):
        assert mistakes(deck_of(slide, head.replace("FIGURE", figure)), tmp_path, of="wrong-whole") == ""
    other = slide.replace("seriously injured", "injured cyclists")
    assert (
        mistakes(
            deck_of(other, head.replace("FIGURE", "1725").replace("Injured on", "Cyclists injured on")),
            tmp_path,
            of="wrong-whole",
        )
        == ""
    )


def test_a_share_is_told_where_other_rows_bear_out_what_it_is_of(tmp_path: Path) -> None:
    rows = "[A, 200, 50, 25%], [B, 300, 60, 20%], [C, 400, 200, 50%], [D, 500, 100, 30%]"
    deck = deck_of(f"title: Courts\ntable: {{columns: [Court, All, Old, Share], rows: [{rows}]}}")
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:4:127: error: “30%” stands here, and the figures of this row come to 20% [R376 wrong-share]: correct the share, or the figures that it is of\n"
    )
    assert mistakes(deck.replace("30%", "20%"), tmp_path) == ""
    assert mistakes(deck.replace("50%", "55%"), tmp_path) == ""


def test_a_chart_is_not_refused_for_a_figure_that_is_told_of(tmp_path: Path) -> None:
    head = "sources: {s: {title: S}}\nindicators: {homes: {label: Share of homes, value: 106%}, huts: {label: Huts, value: 4, of: 5}}"
    slide = (
        "layout: stat-and-bars\ntitle: Homes\ncolumns: [{indicators: [homes], text: T}, {lead: L, indicators: [huts]}]"
    )
    assert mistakes(deck_of(slide, head), tmp_path) == snapshot(
        "deck.yaml:3:52: error: “homes” is a share, and comes to 106% [R368 impossible-share]: correct the figure; if it is no share, say so in the label and the lead\n"
    )


@pytest.mark.parametrize(
    "slide",
    [
        "layout: two-panels\ncolumns: [{title: A, indicators: [chips]}, {title: B, indicators: [belts]}]",
        "layout: stat-and-bars\ncolumns: [{indicators: [chips], text: T}, {lead: L, indicators: [belts]}]",
        "chart: share-bar\nindicators: [chips, belts]",
        "chart: stacked-shares\nindicators: [chips, belts]",
        "layout: columns\ncolumns: [{title: A, chart: share-bar, indicators: [chips]}, {title: B, text: T}]",
    ],
)
def test_a_figure_that_is_shown_as_a_share_is_one(tmp_path: Path, slide: str) -> None:
    head = "indicators: {chips: {label: Cards with **chips**, value: 164%}, belts: {label: Belts, value: 40%}}"
    slide = f"title: Cards\n{slide}"
    assert mistakes(deck_of(slide, head), tmp_path).splitlines() == [
        "deck.yaml:2:58: error: “chips” is a share, and comes to 164% [R368 impossible-share]: correct the figure; if it is no share, say so in the label and the lead"
    ]
    # What says itself that it is none is not wrong, but not for this slide.
    grown = mistakes(deck_of(slide, head.replace("Cards with", "Growth of")), tmp_path)
    assert "-refused]" in grown
    assert "impossible-share" not in grown
