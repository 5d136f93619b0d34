"""PDF, PNG, SVG, handout and contact sheet: the same pages, in other clothes."""

import re
import struct
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.model.slots import SlotKind
from deckgen.model.text import plain
from deckgen.publish import Edition, Publisher
from deckgen.typeset.frames import Page, TableFrame, TextFrame
from tests.builders import ROOT, told

DECKS = {path.stem: path for folder in ("content", "content/translations") for path in (ROOT / folder).glob("*.yaml")}
SMALL = """\
title: Rivers
lang: en-GB
date: 2026-07-18
organisation: River Commission
url: www.example.org/rivers
sources:
  survey: {title: Survey of rivers}
indicators:
  clean: {label: Clean rivers, before: 23%, after: 39%}
slides:
  - layout: cover
  - section: State
    title: More rivers are clean
    indicators: [clean]
    notes: |
      Speak of **{clean}**.
      And of [the survey](https://example.org/survey).
  - title: 'What is "quoted", [a] \\\\ and $marked #here$'
    bullets:
      - text: One
        bullets: [under one]
      - Two $x_1$
  - section: Next steps
    title: What to do
    numbered: [Measure, Mend]
"""


@cache
def publisher(deck: str, theme: str = "osce") -> Publisher:
    """Return what makes the files of a deck."""
    made = pipeline.made(DECKS[deck], pipeline.Wanted(theme))
    assert made.deck, told(made.found)
    assert made.pages
    assert made.theme
    return Publisher(made.deck, made.pages, made.theme)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    path = tmp_path_factory.mktemp("paged") / "rivers.yaml"
    path.write_text(SMALL)
    made = pipeline.made(path, pipeline.Wanted())
    assert made.deck, told(made.found)
    assert made.pages
    assert made.theme
    return Publisher(made.deck, made.pages, made.theme)


def files(of: Publisher, *formats: str, **wanted: object) -> dict[str, bytes]:
    return dict(of.files(Edition(formats, **wanted)))  # type: ignore[arg-type]


def opened(data: bytes, tmp_path: Path) -> pikepdf.Pdf:
    path = tmp_path / "deck.pdf"
    path.write_bytes(data)
    return pikepdf.open(path)


def outline(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as bookmarks:
        return [
            line for item in bookmarks.root for line in (item.title, *(f"  {below.title}" for below in item.children))
        ]


def test_a_pdf_has_title_language_and_bookmarks_of_sections(small: Publisher, tmp_path: Path) -> None:
    pdf = opened(files(small, "pdf")[".pdf"], tmp_path)
    assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"]), len(pdf.pages)) == ("en-GB", "Rivers", 4)
    assert outline(pdf) == [
        "Rivers",
        "State",
        "  More rivers are clean",
        '  What is "quoted", [a] \\ and $marked #here$',
        "Next steps",
        "  What to do",
    ]


def structure(node: pikepdf.Object, depth: int = 0) -> list[str]:
    """Return the tags of a PDF, one on a line, those of the alternative text with it."""
    lines = []
    children = node.get("/K")
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        alt = f" “{node['/Alt']}”" if "/Alt" in node else ""
        lines.append(f"{'  ' * depth}{str(node['/S'])[1:]}{alt}")
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            lines += structure(child, depth + 1)
    return lines


def test_lists_headings_and_charts_are_tagged(small: Publisher, tmp_path: Path) -> None:
    pdf = opened(files(small, "pdf")[".pdf"], tmp_path)
    tags = "\n".join(structure(pdf.Root.StructTreeRoot))
    assert re.findall(r"\bH\d", tags) == ["H1", "H1", "H2", "H2", "H1", "H2"]
    assert tags.count("LI") == 3
    assert "Figure “Clean rivers" in tags
    assert "Link" in tags


@pytest.mark.slow
@pytest.mark.parametrize(("deck", "theme"), [*((deck, "osce") for deck in sorted(DECKS)), ("osce-survey", "osce-dark")])
def test_independent_checkers_find_no_error(deck: str, theme: str, tmp_path: Path) -> None:
    made = files(publisher(deck, theme), "pdf", handout=True)
    for name, data in made.items():
        path = tmp_path / f"deck{name}"
        path.write_bytes(data)
        for command in (["outloud", "--fail-on", "error", "--no-info"], ["pdfua", "check", "--min-severity", "error"]):
            told_of = subprocess.run([str(Path(sys.executable).parent / command[0]), *command[1:], str(path)],
                                     capture_output=True, text=True, check=False)  # fmt: skip
            assert told_of.returncode == 0, told_of.stdout
        assert len(data) < 1_000_000


def lines_of(page: Page) -> list[list[str]]:
    """Return the lines of each frame or cell that is read, as they break on the page."""
    made = []
    for frame in page.frames:
        if isinstance(frame, TextFrame) and frame.slot.kind is not SlotKind.NUMBER:
            made.append(frame.paragraphs)
        if isinstance(frame, TableFrame):
            made += [cell.paragraphs for row in frame.rows for cell in row.cells]
    return [[_spaced(plain(line.runs)) for part in parts for line in part.lines] for parts in made]


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("deck", sorted(DECKS))
def test_a_pdf_has_every_line_as_it_breaks_on_the_page(deck: str, tmp_path: Path) -> None:
    import pymupdf

    made = publisher(deck)
    (tmp_path / "deck.pdf").write_bytes(files(made, "pdf")[".pdf"])
    for page, sheet in zip(made.pages.pages, pymupdf.open(tmp_path / "deck.pdf"), strict=True):
        shown = {_spaced(line) for line in sheet.get_text(sort=False).split("\n")}
        numbered = {line.partition(". ")[2] for line in shown if re.match(r"\d+\. ", line)}
        frames = [lines for lines in lines_of(page) if lines]
        # What stands beside one another in two frames is one line to a reader.
        beside = {
            f"{one} {other}": (one, other) for some in frames for one in some for more in frames for other in more
        }
        joined = {part for line in shown & set(beside) for part in beside[line]}
        lacking = [line for lines in frames for line in lines if line and line not in shown | numbered | joined]
        assert lacking == [], page.number


@pytest.mark.parametrize("deck", sorted(DECKS))
def test_a_pdf_is_read_in_the_order_of_the_deck(deck: str) -> None:
    import pymupdf

    made = publisher(deck)
    for page, sheet in zip(made.pages.pages, pymupdf.open(stream=files(made, "pdf")[".pdf"]), strict=True):
        text, at = _spaced(sheet.get_text(sort=False)), 0
        # The name of a section stands at the foot, and is read first where it opens.
        frames = tuple(frame for frame in page.frames if frame.name != "section")
        for line in (line for lines in lines_of(replace(page, frames=frames)) for line in lines):
            at = text.find(line, at)
            assert at >= 0, (page.number, line, text)
            at += len(line)


def test_a_frame_with_an_edge_has_it_in_a_pdf() -> None:
    import pymupdf

    page = pymupdf.open(stream=files(publisher("osce-survey"), "pdf")[".pdf"])[2]
    (tag,) = page.search_for("NEW")
    edges = [drawing["rect"] for drawing in page.get_drawings() if drawing["type"] == "s"]
    assert [[round(side) for side in edge] for edge in edges if edge.contains(tag)] == snapshot([[844, 367, 906, 393]])


def test_a_pdf_has_the_same_bytes_each_time(small: Publisher) -> None:
    assert files(small, "pdf", "png", "svg", "sheet", handout=True) == files(
        small, "pdf", "png", "svg", "sheet", handout=True
    )


def test_a_pdf_has_the_day_of_the_deck_for_its_time(small: Publisher, tmp_path: Path) -> None:
    pdf = opened(files(small, "pdf")[".pdf"], tmp_path)
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260718")


def test_pictures_of_slides_are_numbered_and_as_large_as_asked_for(small: Publisher) -> None:
    made = files(small, "png", slides=frozenset({2, 4}), ppi=36)
    assert list(made) == [".slides/02.png", ".slides/04.png"]
    assert [struct.unpack(">II", data[16:24]) for data in made.values()] == [(480, 270)] * 2


def test_a_slide_as_svg_can_be_read(small: Publisher) -> None:
    made = files(small, "svg")
    assert list(made) == [f".slides/0{number}.svg" for number in range(1, 5)]
    assert all(ElementTree.fromstring(data).tag.endswith("svg") for data in made.values())


def test_a_handout_has_each_slide_over_its_notes(small: Publisher, tmp_path: Path) -> None:
    import pymupdf

    data = files(small, handout=True)[".handout.pdf"]
    assert len(opened(data, tmp_path).pages) == 4
    text = pymupdf.open(tmp_path / "deck.pdf")[1].get_text()
    assert "Speak of 23% → 39%." in text
    assert text.index("More rivers are clean") < text.index("Speak of")


def test_a_chart_of_powerpoints_own_is_painted_in_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "rivers.yaml"
    path.write_text(SMALL.replace("    indicators: [clean]\n", "    indicators: [clean]\n    chart: {native: true}\n"))
    made = pipeline.made(path, pipeline.Wanted())
    assert made.deck, told(made.found)
    assert made.pages
    assert made.theme
    of = Publisher(made.deck, made.pages, made.theme)
    pdf = opened(files(of, "pdf")[".pdf"], tmp_path)
    assert "Figure “Clean rivers" in "\n".join(structure(pdf.Root.StructTreeRoot))
