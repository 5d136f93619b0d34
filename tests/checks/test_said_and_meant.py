"""What a sentence says beside what its figures are: today, of some of all, with an offer on top; and what is no fault."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEAD = """
lang: {lang}
sources: {{desk: {{title: The desk}}}}
indicators:
  donors: {{label: "{donors}", before: 3200, after: 4000}}
  letters: {{label: letters in the year, value: 1500}}
  settled: {{label: were **settled** with the authority, value: 600, of: letters}}
  weak: {{label: were **too weak**, value: 64, of: letters}}
  closed: {{label: are **closed**, value: 8, of: letters}}
  ploughed: {{label: Paths **ploughed over**, before: 20%, after: 10%}}
  lifts: {{label: Lifts **inspected in time**, before: 64%, after: 81%}}
"""


def told(slide: str, tmp_path: Path, of: str, lang: str = "en", donors: str = "Donors") -> str:
    """Return the first words that one check tells of a slide."""
    found = mistakes(deck_of(slide, HEAD.format(lang=lang, donors=donors)), tmp_path, of=of)
    return found.partition("“")[2].partition("”")[0]


TODAY = [
    ("en", "Today there are {donors.before} donors"),
    ("de", "Heute gibt es {donors.before} Spender"),
    ("fr", "Il y a aujourd’hui {donors.before} donneurs"),
    ("es", "Hoy hay {donors.before} donantes"),
    ("it", "Oggi ci sono {donors.before} donatori"),
    ("ru", "Сегодня {donors.before} доноров"),
]


@pytest.mark.parametrize(("lang", "text"), TODAY)
def test_an_earlier_figure_is_none_of_today(lang: str, text: str, tmp_path: Path) -> None:
    slide, donors = f'title: A. B.\ntext: C.\nnotes: "{text}"', text.rpartition(" ")[2]
    assert told(slide, tmp_path, "contradicted-direction", lang, donors) == "{donors.before}"
    assert told(slide.replace("before", "after"), tmp_path, "contradicted-direction", lang, donors) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Once there were {donors.before} donors, and more come today",
        "It was {donors.before}, and today nobody counts",
        "Today there are more than {donors.before} donors",
        "From {donors.before} we have come to today",
        "Today, two years after we began with 20 and {donors.before}, we rest",
        "Are there {donors.before} today?",
    ],
)
def test_an_earlier_figure_beside_today_is_left_alone(text: str, tmp_path: Path) -> None:
    slide = f'title: A. B.\ntext: C.\nnotes: "{text}"'
    assert told(slide, tmp_path, "contradicted-direction") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("More than half were settled with the authority", "More than half"),
        # Said of some of all.
        ("Of the closed letters, more than half were settled with the authority", ""),
        # 81% are no nine in ten, and four in five.
        ("Nine in ten lifts are inspected in time", "Nine in ten"),
        ("Four in five lifts are inspected in time", ""),
        # The “over” is that of the paths.
        ("Paths ploughed over {ploughed | halved}", ""),
        ("Paths ploughed have more than {ploughed | halved}", "more than halved"),
    ],
)
def test_of_what_a_share_is_said(text: str, said: str, tmp_path: Path) -> None:
    slide = f"title: A. B.\ntext: '{text}'\nlayout: text-and-chart\nindicators: [settled]"
    assert (
        told(slide.replace("[settled]", "[lifts]" if "lifts" in text else "[settled]"), tmp_path, "contradicted-claim")
        == said
    )


def test_what_a_charter_asks_is_no_figure_of_today(tmp_path: Path) -> None:
    columns = "columns:\n  - title: HEAD\n    bullets: [Half of all letters settled, A yearly report]\n  - title: B.\n    text: '{settled}'"
    slide = f"title: A. B.\nlayout: columns\n{columns}"
    assert told(slide.replace("HEAD", "Where we are"), tmp_path, "contradicted-claim") == "Half"
    for head in ("What the charter asks", "What the board can do"):
        assert told(slide.replace("HEAD", head), tmp_path, "contradicted-claim") == ""


def test_a_part_of_a_part_is_out_of_no_other_total(tmp_path: Path) -> None:
    slide = "title: A. B.\ntext: 'That is {PART} of {WHOLE}, in all.'"
    assert told(slide.replace("PART", "weak").replace("WHOLE", "settled"), tmp_path, "wrong-whole") == ""
    assert told(slide.replace("PART", "settled").replace("WHOLE", "weak"), tmp_path, "wrong-whole") == "settled"


def test_two_requests_and_an_offer_are_three(tmp_path: Path) -> None:
    slide = "title: A. B.\nlead: LEAD\nbullets: [A room, An exemption, A visit]"
    assert told(slide.replace("LEAD", "Two requests"), tmp_path, "count-of-items") == "Two requests"
    assert told(slide.replace("LEAD", "Two requests and an offer"), tmp_path, "count-of-items") == ""
    assert told(slide.replace("LEAD", "Two requests and goals"), tmp_path, "count-of-items") == "Two requests"


def test_a_cell_is_no_paragraph(tmp_path: Path) -> None:
    slide = f"title: A. B.\ntable:\n  columns: [A, B]\n  rows: [[One, {'word ' * 31}]]\nsource: desk"
    found = mistakes(deck_of(slide, HEAD.format(lang="en", donors="Donors")), tmp_path, of="long-item")
    assert "this cell has 31 words" in found


@pytest.mark.parametrize(("last", "said"), [("Other cases", True), ("Visits", False)])
def test_shares_with_all_others_come_to_no_more_than_a_hundred(last: str, said: bool, tmp_path: Path) -> None:
    labels = ("Lost passports", "Illness", "Arrests", last)
    lines = zip("abcd", labels, ("58%", "27%", "15%", "10%"), strict=True)
    head = "sources: {desk: {title: The desk}}\nindicators:\n" + "".join(
        f"  {name}1: {{label: {label}, value: {value}}}\n" for name, label, value in lines
    )
    found = mistakes(deck_of("title: A. B.\nindicators: [a1, b1, c1, d1]", head), tmp_path, of="shares-off-whole")
    assert ("the shares come to 110%, more than the whole" in found) is said


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "We are now back below {donors.before} donors"),
        ("en", "The {donors.before} donors are now history"),
        ("en", "Today nobody misses the crowds of {donors.before}"),
        ("de", "Heute sind {donors.before} Donors ein Traum"),
        ("fr", "Les {donors.before} donors sont aujourd’hui loin"),
        ("es", "Los {donors.before} donors quedan hoy lejos"),
        ("it", "I {donors.before} donors sono oggi lontani"),
        ("ru", "До {donors.before} доноров сегодня далеко"),
    ],
)
def test_who_speaks_of_an_earlier_figure_today_need_not_mean_today(lang: str, text: str, tmp_path: Path) -> None:
    assert told(f'title: A. B.\ntext: C.\nnotes: "{text}"', tmp_path, "contradicted-direction", lang) == ""


@pytest.mark.parametrize(
    ("labels", "lead"),
    [
        (("By bus", "On foot", "By bicycle", "Other"), "Several answers were possible"),
        (("Resting", "Other towns with a bus", "Towns with a bus", "Ships"), "Share"),
    ],
)
def test_answers_of_which_one_may_give_two_come_to_anything(labels: tuple[str, ...], lead: str, tmp_path: Path) -> None:
    lines = zip("abcd", labels, ("45%", "40%", "15%", "8%"), strict=True)
    head = "sources: {desk: {title: The desk}}\nindicators:\n" + "".join(
        f"  {name}1: {{label: {label}, value: {value}}}\n" for name, label, value in lines
    )
    slide = f"title: A. B.\nlead: {lead}\nindicators: [a1, b1, c1, d1]"
    assert mistakes(deck_of(slide, head), tmp_path, of="shares-off-whole") == ""


def test_both_figures_of_an_indicator_are_surely_meant(tmp_path: Path) -> None:
    head = HEAD.format(lang="en", donors="Donors without a card")
    for verb, told_ in (("rose", "rose"), ("fell", "")):
        slide = f"title: A. B.\ntext: C.\nnotes: 'Donors {verb} from {{donors.after}} to {{donors.before}}'"
        slide = slide.replace("after", "X").replace("before", "after").replace("X", "before")
        found = mistakes(deck_of(slide, head.replace("4000", "3000")), tmp_path, of="contradicted-direction")
        assert found.partition("“")[2].partition("”")[0] == told_


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only 14 letters are closed", "14"),
        ("Only 14 letters are read", ""),
        ("At least 14 letters should be closed", ""),
    ],
)
def test_so_many_of_a_total_are_what_the_label_says(text: str, said: str, tmp_path: Path) -> None:
    slide = f"title: A. B.\ntext: C.\nnotes: {text}."
    found = mistakes(deck_of(slide, HEAD.format(lang="en", donors="Donors")), tmp_path, advice=True)
    lines = [line for line in found.splitlines() if "outdated-figure" in line or "typed-figure" in line]
    assert "".join(line.partition("“")[2].partition("”")[0] for line in lines) == said


def test_a_section_that_begins_a_second_time_is_told(tmp_path: Path) -> None:
    slide = "  - {{section: {section}title: {title}, layout: bullets, text: C.}}\n"
    names = ("One, ", "", "{again}", "Two, ")
    slides = "".join(
        slide.format(section=name or "null, ", title=f"T{at}").replace("section: null, ", "")
        for at, name in enumerate(names)
    )
    deck = "title: A deck\nslides:\n" + slides
    told_ = mistakes(deck.replace("section: {again}", "section: One, "), tmp_path, of="section-begun-twice")
    assert "the section “One” begins here a second time" in told_
    assert mistakes(deck.replace("section: {again}", ""), tmp_path, of="section-begun-twice") == ""


def test_a_title_that_was_not_translated_and_a_deck_of_which_most_was_not(tmp_path: Path) -> None:
    french = "  - {title: TITLE, layout: bullets, text: Les interprètes sont passés de trente à quarante en deux ans}\n"
    deck = "title: Les interprètes\nlang: fr\nslides:\n" + french
    english = "The number of interpreters is growing year by year"
    found = mistakes(deck.replace("TITLE", english), tmp_path, of="wrong-language")
    assert found.startswith("deck.yaml:4:13: warning: slide 1 is in English")
    assert mistakes(deck.replace("TITLE", "Le nombre des interprètes croît"), tmp_path, of="wrong-language") == ""
    slide = (
        "  - {title: TITLE, layout: bullets, text: 'There are more of them in all the towns, and they work by day'}\n"
    )
    deck = "title: Les interprètes\nlang: fr\nslides:\n" + "".join(slide.replace("TITLE", f"A {at}") for at in "123")
    assert mistakes(deck, tmp_path, of="wrong-language").startswith("deck.yaml:2:7: warning: the texts of the deck are")


def test_all_of_something_is_the_sum_of_its_row(tmp_path: Path) -> None:
    rows = "[[A, 52, 18, 75], [B, 47, 33, 80], [C, 27, 23, 50]]"
    slide = f"title: A. B.\nsource: desk\ntable:\n  columns: [County, Up to ten, More, All leases]\n  rows: {rows}"
    assert told(slide, tmp_path, "wrong-difference") == "75"
    assert told(slide.replace("75", "70"), tmp_path, "wrong-difference") == ""
