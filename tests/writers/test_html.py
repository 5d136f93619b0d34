"""Pages as an HTML file: what is read of it, and what it may do."""

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.model.text import plain
from deckgen.source.words import languages, phrases
from deckgen.typeset.frames import TextFrame
from tests.builders import CONTENT, ROOT, pages, theme
from tests.source.images import jpeg
from tests.writers.web import of_file, outline, read, slides, tree, web, written

DECKS = [*sorted((ROOT / "content").glob("*.yaml")), *sorted((ROOT / "tests" / "decks").glob("*/deck.yaml"))]
# A chart that is to be one of PowerPoint's own is typeset as a picture before it comes here.
DECKS.remove(ROOT / "tests" / "decks" / "native-charts" / "deck.yaml")

DECK = """\
title: A deck
lang: en-GB
periods: {before: 2015, after: 2025}
indicators:
  schools: {label: Schools, before: 23%, after: 39%, unconfirmed: 4%}
  roads: {label: "**Roads**", before: 50%, after: 40%}
slides:
  - {layout: cover, subtitle: All of it}
  - id: lists
    section: 1 What there is
    kicker: A list
    title: Things of two levels
    bullets: [{text: First, bullets: [Below, Below too]}, "Second, see [here](https://example.org/a?b=1&c=2)"]
    notes: ["Say *this* slowly", And that]
  - id: figures
    title: Schools are more, roads are fewer
    chart: before-after
    indicators: [schools, roads]
    hidden: true
  - id: rows
    section: 2 What is said
    title: A table
    table: {columns: [Region, Schools], rows: [[North, 14], [Sum, 33]], total: true}
"""


def test_a_document_is_read_as_its_slides_are() -> None:
    assert "".join(map(outline, slides(web(DECK)))) == snapshot("""\
section
  h1: A deck
  p: All of it
section
  h2: 1 What there is
  h3: Things of two levels
  p: A list
  ul
    li
      p: First
      ul
        li
          p: Below
        li
          p: Below too
    li
      p: Second, see here
  p: Slide 2
section
  h3: Schools are more, roads are fewer
  p: Roads
  p: Schools
  figure
    picture: Schools rose from 23% in 2015 to 39% in 2025, +16 percentage points, plus 4% unconfirmed; Roads from 50% to 40%, −10 percentage points
    caption: The figures of the chart
    th: Indicator
    th: 2015
    th: 2025
    th: unconfirmed
    th: Roads
    td: 50%
    td: 40%
    td: –
    th: Schools
    td: 23%
    td: 39%
    td: +4%
  p: Change
  p: −10\xa0pp
  p: +16\xa0pp
  p: 1 What there is
  p: Slide 3
section
  h2: 2 What is said
  h3: A table
  caption: A table
  th: Region
  th: Schools
  th: North
  td: 14
  th: Sum
  td: 33
  p: Slide 4
""")


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem if path.stem != "deck" else path.parent.name)
def test_no_deck_leaves_out_a_level_of_heading_or_names_two_things_alike(path: Path) -> None:
    page = tree(of_file(path))
    levels = [
        int(heading.tag[1])
        for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")
        if not heading.xpath("ancestor::dialog|ancestor::template")
    ]  # type: ignore[index]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for slide in page.find_class("slide"):
        assert read(page.get_element_by_id(slide.get("aria-labelledby")))


def test_a_deck_without_a_cover_begins_with_its_title_all_the_same() -> None:
    page = tree(web("title: A deck\nslides: [{title: One, bullets: [A]}, {title: Two, bullets: [B]}]"))
    assert [(heading.tag, read(heading)) for heading in page.iter("h1", "h2", "h3")][:3] == [
        ("h1", "A deck"),
        ("h2", "One"),
        ("h2", "Two"),
    ]


def test_slides_of_one_name_or_of_a_name_with_spaces_have_ids_of_their_own() -> None:
    named = ["the same", "the same", "title-1", "slide-2"]
    deck = "title: A deck\nslides:\n" + "".join(
        f"  - {{id: {name}, title: T{n}, bullets: [A]}}\n" for n, name in enumerate(named)
    )
    assert [slide.get("id") for slide in slides(web(deck))] == snapshot(["the-same", "slide-2", "slide-3", "slide-4"])


def test_a_paragraph_is_read_with_the_spaces_at_which_it_breaks_and_no_others() -> None:
    words = "Fifty-seven participating States have well-known and co-ordinated anti-trafficking policies " * 3
    deck = f"title: A deck\nslides:\n  - {{title: One, bullets: ['{words.strip()}']}}\n"
    (item,) = tree(web(deck)).iter("li")
    assert read(item) == words.strip()
    assert any(read(line).endswith("-") for line in item.find_class("line"))


def test_every_text_of_the_pages_is_in_the_document_as_it_was_written() -> None:
    made = pages(CONTENT.read_text())
    shown = slides(written(made))
    for page, slide in zip(made.pages, shown, strict=True):
        for frame in page.frames:
            for paragraph in frame.paragraphs if isinstance(frame, TextFrame) else ():
                assert re.sub(r"[ \n]+", " ", plain(paragraph.source.runs)) in read(slide)


def test_nothing_an_author_writes_is_read_as_markup() -> None:
    attack = "</script><script>alert(1)</script>\"' onload=x"
    deck = f"""
title: '{attack.replace("'", "''")}'
indicators: {{a: {{label: '<b>A</b>', before: 2%, after: 3%}}}}
slides:
  - id: 'x" onclick="y'
    title: '<img src=x onerror=alert(1)>'
    chart: before-after
    indicators: [a]
    notes: </aside><script>alert(2)</script>
"""
    document = web(deck)
    page = tree(document)
    assert page.findtext(".//title") == attack
    assert len(page.findall(".//script")) == 1
    assert not page.xpath("//img|//b|//@onload|//@onclick|//@onerror")
    assert "<script>alert" not in document


@pytest.mark.parametrize("deck", [CONTENT, ROOT / "content" / "river-basin.yaml"], ids=lambda path: path.stem)
def test_a_document_loads_nothing_and_styles_and_runs_only_what_is_its_own(deck: Path) -> None:
    page = tree(of_file(deck))
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    (style,), (script,) = page.findall(".//style"), page.findall(".//script")
    own = {
        kind: base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        for kind, element in {"style": style, "script": script}.items()
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{own['style']}'; script-src 'sha256-{own['script']}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    assert not page.xpath(
        "//@style|//link|//iframe|//object|//embed|//base|//*[local-name()='use' or local-name()='image']"
    )
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert all(source.startswith("data:image/") for source in page.xpath("//@src"))
    assert set(re.findall(r"url\((.{5})", style.text)) == {"data:"}


def test_links_lead_where_the_author_says_in_a_window_of_their_own() -> None:
    (link,) = tree(web(DECK)).iter("a")
    assert dict(link.attrib) | {"class": ""} == {
        "href": "https://example.org/a?b=1&c=2", "class": "", "target": "_blank", "rel": "noopener noreferrer",
    }  # fmt: skip


def test_notes_are_hidden_and_hidden_slides_are_marked() -> None:
    page = tree(web(DECK))
    notes = page.find_class("notes")
    assert [aside.get("hidden") for aside in notes] == ["", ""]
    assert [read(paragraph) for paragraph in notes[0]] == ["Say this slowly", "And that"]
    assert [sheet.get("data-hidden") for sheet in page.find_class("sheet")] == [None, None, "", None]
    assert [read(button) for button in page.find_class("goto")] == snapshot(
        ["1 A deck", "2 Things of two levels", "3 Schools are more, roads are fewer hidden", "4 A table"]
    )


def test_charts_with_bars_that_fade_out_keep_their_ids_apart() -> None:
    document = of_file(CONTENT)
    assert len(set(re.findall(r'<linearGradient id="(.+?)"', document))) == document.count("<linearGradient") > 0
    for reference in re.findall(r"url\(#(.+?)\)", document):
        assert f'id="{reference}"' in document


def test_an_image_stands_in_the_file_and_one_that_is_decoration_has_an_empty_text(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(jpeg(1000, 400))
    deck = tmp_path / "deck.yaml"
    image = "image: {file: photo.jpg, fit: cover, "
    deck.write_text(
        f"title: D\nslides:\n- {{title: A, text: W, {image} alt: 'A “street”'}}}}\n- {{title: B, text: W, {image} decorative: true}}}}"
    )
    images = tree(of_file(deck)).findall(".//img")
    assert [image.get("alt") for image in images] == ["A “street”", ""]
    assert base64.b64decode(images[0].get("src").removeprefix("data:image/jpeg;base64,")) == jpeg(1000, 400)


def test_italics_are_carried_only_where_there_are_any() -> None:
    faces = [document.count("@font-face") for document in (web("title: A deck\nslides: [{layout: cover}]"), web(DECK))]
    assert faces == [2, 4]


def test_what_stands_around_the_slides_is_in_the_language_of_the_deck() -> None:
    around = {}
    for language in languages():
        page = tree(web(f"title: Q\nlang: {language}\nslides: [{{layout: cover}}]"))
        around[language] = " ".join(
            read(element) for tag in ("nav", "dialog", "template") for element in page.iter(tag)
        )
        assert page.get("lang") == language
        assert phrases(language)[0]["html-next"] in around[language]
    assert len(set(around.values())) == len(around)


def test_a_dark_slide_has_the_colours_of_its_theme() -> None:
    document = web("title: A deck\nslides: [{layout: cover}]", theme("plain"))
    cover = slides(document)[0].get("class").split()[1]
    assert f".set .{cover}{{background:#{theme('plain').palette['cover'].hex}}}" in document


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert web(DECK) == web(DECK)
