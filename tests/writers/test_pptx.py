"""The file itself: valid, native, accessible, the same every time."""

import re
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from openxml_audit import validate_pptx  # type: ignore[attr-defined]
from pptx import Presentation

from deckgen import pipeline
from deckgen.theme.master import FIRST_ID
from tests.builders import pages, theme
from tests.writers.package import A, P, Package, problems

HEAD = """\
title: Deck & more
subtitle: A “subtitle”
organisation: OSCE
author: The Office
url: www.example.org
lang: en-GB
keywords: [one, two]
date: 2026-07-18
sources: {report: {title: The report}}
indicators:
  all: {label: States, value: 57}
  marriage: {label: Sham marriage, before: 23%, after: 39%}
  abuse: {label: Abuse, value: 56%, new: true}
slides:
"""
EVERYTHING = f"""{HEAD}
  - {{layout: cover, indicators: [all], text: A note, notes: Welcome}}
  - layout: findings
    section: One
    title: Two findings
    numbered: [A **bold** one, "A [link](https://www.osce.org) one"]
  - title: Bars
    indicators: [marriage, abuse]
    highlight: abuse
    notes: |
      Speak *slowly*
      [Read](https://www.osce.org) more
  - {{title: Text and bars, text: Left, lead: Lead, indicators: [abuse]}}
  - layout: bullets
    section: Two
    title: A title of so many words that it has to step down in size, since it would take as many as three whole lines if it were set in the usual one
    text: Before
    bullets: [{{text: One, bullets: [Two]}}, Three]
    numbered: [First]
    hidden: true
  - {{layout: closing, title: Thanks}}
"""
DECKS = {
    "everything": EVERYTHING,
    "no sections, notes or sources": "title: D\nslides: [{title: T, text: x}]\n",
    "only a cover": "title: D\nslides: [{layout: cover}]\n",
    "findings of each number": "title: D\nslides: [{title: A, numbered: [a, b, c, d]}, {title: B, numbered: [a, b, c]}]\n",
}


def built(text: str) -> Package:
    return Package(pipeline.presentation(pages(text), theme()))


@pytest.fixture(scope="module")
def package() -> Package:
    return built(EVERYTHING)


@pytest.mark.parametrize("deck", DECKS)
def test_the_file_is_valid(deck: str, tmp_path: Path) -> None:
    package = built(DECKS[deck])
    assert list(problems(package)) == []
    file = tmp_path / "deck.pptx"
    file.write_bytes(package.raw)
    result = validate_pptx(file)
    assert result.is_valid, result.errors
    assert len(Presentation(str(file)).slides) == len(package.slides)


def test_the_outline_tells_the_story_without_footers_and_sources(package: Package) -> None:
    assert package.outline() == snapshot("""\
Deck & more
  A “subtitle”
  A note
  18 July 2026 | www.example.org
Two findings
  1
  A bold one
  2
  A link one
Bars
  Sham marriage
  Abuse
  Change
  +16\xa0pp
Text and bars
  Left
  Lead
  Abuse
A title of so many words that it has to step down in size, since it would take as many as three whole lines if it were set in the usual one
  Before
  One
  Two
  Three
  First
Thanks
  www.example.org
  Deck & more
""")


def test_every_placeholder_of_a_slide_is_one_of_its_layout(package: Package) -> None:
    def holders(name: str) -> set[tuple[str | None, str | None]]:
        return {(node.get("type"), node.get("idx")) for node in package.xml(name).iter(f"{P}ph")}

    for slide in package.slides:
        layout = next(relation.target for relation in package.relations(slide) if relation.kind == "slideLayout")
        assert holders(slide) <= holders(layout)


def test_slides_refer_to_scheme_colours_and_theme_fonts_only(package: Package) -> None:
    for slide in package.slides:
        xml = package.parts[slide].decode()
        assert "srgbClr" not in xml
        assert set(re.findall(r'typeface="([^"]*)"', xml)) <= {"+mn-lt", "+mj-lt"}


def test_a_run_carries_its_size_only_where_it_was_stepped_down(package: Package) -> None:
    sized = [
        shape
        for slide in package.slides
        for shape in package.xml(slide).iter(f"{P}sp")
        if any(node.get("type") in ("title", "body") for node in shape.iter(f"{P}ph"))
        and any(node.get("sz") for node in shape.iter(f"{A}rPr"))
    ]
    (title,) = sized
    assert {node.get("sz") for node in title.iter(f"{A}rPr")} == {"2600"}


def test_every_run_says_its_language(package: Package) -> None:
    for slide in package.slides:
        runs = list(package.xml(slide).iter(f"{A}rPr", f"{A}endParaRPr"))
        assert runs
        assert {node.get("lang") for node in runs} == {"en-GB"}


def test_pictures_groups_and_shapes_without_text_have_an_alternative_text_or_are_decoration(package: Package) -> None:
    for slide in package.slides:
        for tag in (f"{P}pic", f"{P}grpSp", f"{P}sp"):
            for shape in package.xml(slide).iter(tag):
                properties = next(shape.iter(f"{P}cNvPr"))
                decorative = "decorative" in "".join(str(node.tag) for node in properties.iter())
                if tag == f"{P}sp" and shape.find(f"{P}txBody") is not None:
                    continue
                assert properties.get("descr") or decorative


def test_a_chart_is_an_svg_with_a_png_for_old_programs(package: Package) -> None:
    slide = package.slides[2]
    kinds = {relation.target.rpartition(".")[2] for relation in package.relations(slide) if relation.kind == "image"}
    assert kinds == {"svg", "png"}
    (picture,) = package.xml(slide).iter(f"{P}pic")
    assert "svgBlip" in "".join(str(node.tag) for node in picture.iter())
    svg = next(blob for name, blob in package.parts.items() if name.endswith(".svg")).decode()
    assert ">39%</text>" in svg
    assert 'font-family="Arial, Arimo"' in svg
    assert re.search(r'font-weight="700"[^>]*>39%</text>', svg)
    assert re.search(r'font-weight="400"[^>]*>23%</text>', svg)
    assert "DOCTYPE" not in svg
    assert "metadata" not in svg


def test_title_comes_first_and_the_frame_of_the_page_last(package: Package) -> None:
    names = [node.get("name") for node in package.xml(package.slides[2]).iter(f"{P}cNvPr")][1:]
    assert [re.sub(r" \d+$", "", name or "") for name in names] == snapshot(
        [
            "Title",
            "Labels",
            "Chart",
            "Chart rule",
            "Chart rule",
            "Change-title",
            "Change",
            "Tags 2",
            "Source",
            "Tracker",
            "Tracker",
            "Tracker",
            "Footer",
            "Section",
            "Number",
        ]
    )


def test_footers_and_numbers_are_really_on_the_slides(package: Package) -> None:
    for number, slide in enumerate(package.slides[1:-1], start=2):
        holders = {node.get("type"): node for node in package.xml(slide).iter(f"{P}ph")}
        assert {"ftr", "sldNum"} <= set(holders)
        (field,) = package.xml(slide).iter(f"{A}fld")
        assert field.get("type") == "slidenum"
        assert "".join(node.text or "" for node in field.iter(f"{A}t")) == str(number)


def test_notes_have_a_master_and_keep_their_lines_and_links(package: Package) -> None:
    assert package.text_of("ppt/notesSlides/notesSlide3.xml") == snapshot("""\
Speak slowly
Read more
Chart: Sham marriage rose from 23% to 39%, +16 percentage points; Abuse: 56%, new\
""")
    assert b"notesMasterIdLst" in package.parts["ppt/presentation.xml"]
    assert any(relation.external for relation in package.relations("ppt/notesSlides/notesSlide3.xml"))


def test_sections_hold_every_slide_once_in_order(package: Package) -> None:
    root = package.xml("ppt/presentation.xml")
    sections = [node for node in root.iter() if str(node.tag).endswith("}section")]
    assert [node.get("name") for node in sections] == ["One", "Two"]
    held = [node.get("id") for section in sections for node in section.iter() if str(node.tag).endswith("}sldId")]
    assert held == [node.get("id") for node in root.iter(f"{P}sldId")]


def test_the_properties_are_those_of_the_deck(package: Package) -> None:
    assert package.parts["docProps/core.xml"].decode() == snapshot("""\
<?xml version='1.0' encoding='UTF-8' standalone='yes'?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Deck &amp; more</dc:title><dc:subject>A “subtitle”</dc:subject><dc:creator>The Office</dc:creator><cp:keywords>one, two</cp:keywords><cp:lastModifiedBy>The Office</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2026-07-18T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-07-18T00:00:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>\
""")
    assert b"<Application>deckgen</Application>" in package.parts["docProps/app.xml"]
    assert not [name for name in package.parts if "thumbnail" in name or "printerSettings" in name]


def test_the_time_is_that_of_the_environment_if_it_gives_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert b"1970-01-01T00:00:00Z" in built(EVERYTHING).parts["docProps/core.xml"]


def test_a_hidden_slide_is_kept_but_not_shown(package: Package) -> None:
    assert [package.xml(slide).get("show") for slide in package.slides] == [None, None, None, None, "0", None]


def test_the_master_has_the_theme(package: Package) -> None:
    part = package.parts["ppt/theme/theme1.xml"].decode()
    assert part.count("srgbClr") == 12
    assert "0B5CAD" in part
    assert part.count('typeface="Arial"') == 2
    assert f'id="{FIRST_ID + 1}"' in package.parts["ppt/slideMasters/slideMaster1.xml"].decode()


def test_entries_have_one_order_one_date_and_no_machine(package: Package) -> None:
    names = [entry.filename for entry in package.entries]
    assert names == ["[Content_Types].xml", *sorted(set(names) - {"[Content_Types].xml"})]
    assert {entry.date_time for entry in package.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in package.entries} == {0}
