"""The annex: the sources of the deck, or what is to be said of method and words."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.typeset.frames import TextFrame
from tests.builders import deck_of, mistakes, pages, slide

HEAD = """
sources:
  count:
    title: Count of schools
    publisher: Example Council
    date: 2026-09-01
    url: https://www.example.org/schools/
  map: {title: Map., date: "2025", url: www.example.org}
  law: {title: Act, publisher: Parliament, url: on request}
  long: {title: Survey, url: https://www.example.org/publications/2026/survey-of-parents-and-teachers}
"""


def test_a_slide_without_a_text_lists_all_sources_of_the_deck() -> None:
    assert slide("layout: sources", HEAD) == snapshot("""\
page 1  sources 1
  title          54,58 852×73
    30 pt  Sources
  body 1         54,160 691×305
    16 pt  **Count of schools.** Example Council, September\xa01,\xa02026. www.example.org/schools
    16 pt  **Map.** 2025. www.example.org
    16 pt  **Act.** Parliament. on request
    16 pt  **Survey.** www.example.org/…
""")


def test_a_source_links_to_its_address_where_it_is_one() -> None:
    made = pages(deck_of("layout: sources", HEAD))
    frames = [frame for frame in made.pages[0].frames if isinstance(frame, TextFrame)]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.source.runs]
    assert [(run.text, run.link) for run in runs if run.link or "request" in run.text] == snapshot(
        [
            ("www.example.org/schools", "https://www.example.org/schools/"),
            ("www.example.org", "https://www.example.org"),
            ("on request", ""),
            ("www.example.org/…", "https://www.example.org/publications/2026/survey-of-parents-and-teachers"),
        ]
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", snapshot("Sources")),
        ("fr", snapshot("Sources")),
        ("de", snapshot("Quellen")),
        ("es", snapshot("Fuentes")),
        ("it", snapshot("Fonti")),
        ("ru", snapshot("Источники")),
    ],
)
def test_the_title_is_the_word_of_the_language_unless_one_is_written(language: str, expected: str) -> None:
    assert pages(deck_of("layout: sources", f"{HEAD}lang: {language}")).pages[0].title == expected
    assert pages(deck_of("layout: sources\ntitle: Annex", f"{HEAD}lang: {language}")).pages[0].title == "Annex"


def test_a_text_stands_in_place_of_the_sources() -> None:
    told = slide("layout: sources\ntext: Three days in September\nbullets: [{text: Safe, bullets: [lit]}]", HEAD)
    assert told.partition("body 1")[2] == snapshot("""\
         54,160 691×305
    16 pt  Three days in September
    16 pt  • Safe
      16 pt  • lit
""")


def test_much_text_is_set_in_two_columns_of_about_one_length() -> None:
    listed = "".join(f"  - {{text: Begriff {n}, bullets: [{'was er bedeutet ' * 3}]}}\n" for n in range(1, 8))
    told = slide(f"layout: sources\nbullets:\n{listed}")
    assert "sources 2" in told
    one, two = told.partition("body 1")[2].split("body 2")
    assert (one.count("Begriff"), two.count("Begriff")) == (4, 3)


def test_a_deck_without_sources_has_none_to_list(tmp_path: Path) -> None:
    assert mistakes(deck_of("layout: sources"), tmp_path) == snapshot(
        "deck.yaml:3:13: error: the deck has no sources to list [R322 slide-refused]: write them under sources:, or text: on this slide\n"
    )
