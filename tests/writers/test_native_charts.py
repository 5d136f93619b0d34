"""PowerPoint's own charts: valid, with figures to edit, as the slide says them, the same every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from inline_snapshot import snapshot
from lxml import etree
from openxml_audit import validate_pptx  # type: ignore[attr-defined]
from pptx import Presentation

from deckgen import pipeline
from deckgen.model.chart_data import ChartData
from deckgen.model.text import Run
from deckgen.plot.native import Part, lines, stacked
from deckgen.typeset.frames import NativeChartFrame
from deckgen.typeset.native_chart import native_chart
from deckgen.typeset.style import chart_style
from tests.builders import CONTENT, mistakes, pages, theme
from tests.charts.test_native import _figures
from tests.writers.package import A, C, P, Package, problems

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HEAD = """\
title: A deck
lang: en-GB
periods: {before: previous survey, after: this survey}
indicators:
  activities: {label: "=1+1 **Criminal** _x0041_ & <activities>", before: 47%, after: 63%}
  marriage: {label: Sham marriage, before: 23.5%, after: 39%}
  abuse: {label: Online abuse, value: 56%, new: true}
  disabilities: {label: Disabilities, value: 31%, unconfirmed: 20%}
  all: {label: States, value: 57}
  barriers: {label: Barriers, value: 31, of: all}
  most: {label: Most of them, value: 56, of: all}
slides:
"""
BARS = f"""{HEAD}
  - title: Bars
    chart: {{kind: before-after, native: true}}
    indicators: [activities, marriage, abuse, disabilities]
    highlight: abuse
"""
MORE = f"""{BARS}
  - {{title: Columns, chart: {{direction: vertical, native: true}}, indicators: [activities, abuse]}}
  - {{title: Tracks, text: Some, chart: {{native: true}}, indicators: [barriers, most]}}
"""


def built(text: str) -> Package:
    return Package(pipeline.presentation(pages(text), theme()))


def showing(*tables: ChartData) -> Package:
    """Return a deck of one slide for each table."""
    slide = "  - {title: Slide %d, chart: {direction: vertical, native: true}, indicators: [activities]}\n"
    made = pages(HEAD + "".join(slide % number for number in range(len(tables))))
    style, turned = chart_style(theme()), []
    for page, table in zip(made.pages, tables, strict=True):
        frames = (
            replace(frame, chart=native_chart(table, frame.rect.size, style, ()))
            if isinstance(frame, NativeChartFrame)
            else frame
            for frame in page.frames
        )
        turned.append(replace(page, frames=tuple(frames)))
    return Package(pipeline.presentation(replace(made, pages=tuple(turned)), theme()))


def sheet(package: Package, number: int = 1) -> dict[str, tuple[str, str]]:
    """Return the filled cells of a workbook: the type of each (s for text), and what stands in it."""
    with zipfile.ZipFile(io.BytesIO(package.parts[f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"])) as book:
        texts = [node.findtext(f"{MAIN}t") or "" for node in etree.fromstring(book.read("xl/sharedStrings.xml"))]
        cells = etree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{MAIN}c")
        made = {}
        for cell in cells:
            kind, said = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
            assert cell.find(f"{MAIN}f") is None
            assert cell.get("s") != "0"
            made[cell.get("r", "")] = kind, texts[int(said)] if kind == "s" else said
    return {place: (kind, said) for place, (kind, said) in made.items() if said}


def charts(package: Package) -> list[Any]:
    slides = Presentation(io.BytesIO(package.raw)).slides
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def values(chart: Any) -> Mapping[str, tuple[float | None, ...]]:
    return {series.name: tuple(series.values) for series in chart.plots[0].series}


def labels(package: Package, number: int = 1) -> list[str]:
    """Return the labels that a chart words by itself, what follows the figures in brackets."""
    made = []
    for paragraph in package.xml(f"ppt/charts/chart{number}.xml").iter(f"{A}p"):
        runs = [node for node in paragraph if node.tag in (f"{A}r", f"{A}fld")]
        said = (f"[{run.findtext(f'{A}t')}]" if run.get("type") else run.findtext(f"{A}t") or "" for run in runs)
        made.append("".join(said).replace("\u00a0", " "))
    return [text for text in made if text]


@pytest.fixture(scope="module")
def package() -> Package:
    return built(MORE)


def test_a_native_chart_is_valid(package: Package, tmp_path: Path) -> None:
    assert list(problems(package)) == []
    (tmp_path / "deck.pptx").write_bytes(package.raw)
    result = validate_pptx(tmp_path / "deck.pptx")
    assert result.is_valid, result.errors
    assert not [name for name in package.parts if name.startswith("ppt/media/")]


def test_lines_and_parts_of_a_whole_are_valid(tmp_path: Path) -> None:
    women = Part("women", _figures(["40%", "45%"]), text="on-mark")
    men = Part("men", _figures(["60%", "55%"]), "track", "ink")
    rows = ((Run("2015"),), (Run("2021"),))
    package = showing(
        lines(("2015", "2021"), (women,)),
        lines(("2015", "2021"), (women, men)),
        stacked(rows, (women, men), Decimal(1), said=True),
    )
    assert list(problems(package)) == []
    (tmp_path / "deck.pptx").write_bytes(package.raw)
    result = validate_pptx(tmp_path / "deck.pptx")
    assert result.is_valid, result.errors
    assert [str(chart.chart_type).partition(" ")[0] for chart in charts(package)] == snapshot(
        ["LINE_MARKERS", "LINE_MARKERS", "BAR_STACKED"]
    )
    # PowerPoint repairs a file whose stacked bars have labels behind them (21.2.2.48).
    assert {node.get("val") for node in package.xml("ppt/charts/chart3.xml").iter(f"{C}dLblPos")} == {"ctr"}


def test_python_pptx_reads_the_figures_of_a_chart(package: Package) -> None:
    bars, columns, tracks = charts(package)
    assert [str(name) for name in bars.plots[0].categories] == snapshot(
        ["=1+1 Criminal _x0041_ & <activities>", "Sham marriage", "Online abuse", "Disabilities"]
    )
    assert values(bars) == snapshot(
        {"previous survey": (0.47, 0.235, None, None), "this survey": (0.63, 0.39, 0.56, 0.31)}
    )
    assert [str(name) for name in columns.plots[0].categories] == snapshot(
        [
            """\
=1+1 Criminal _x0041_ & <activities>
+16\xa0pp\
""",
            """\
Online abuse
NEW\
""",
        ]
    )
    assert values(tracks) == snapshot({"out of": (57.0, 57.0), "this survey": (56.0, 31.0)})


def test_the_workbook_has_texts_and_numbers_and_no_formula(package: Package) -> None:
    assert sheet(package) == snapshot(
        {
            "B1": ("s", "previous survey"),
            "C1": ("s", "this survey"),
            "D1": ("s", "unconfirmed"),
            "A2": ("s", "=1+1 Criminal _x005F_x0041_ & <activities>"),
            "B2": ("n", "0.47"),
            "C2": ("n", "0.63"),
            "A3": ("s", "Sham marriage"),
            "B3": ("n", "0.235"),
            "C3": ("n", "0.39"),
            "A4": ("s", "Online abuse"),
            "C4": ("n", "0.56"),
            "A5": ("s", "Disabilities"),
            "C5": ("n", "0.31"),
            "D5": ("n", "0.2"),
        }
    )


def test_the_labels_of_the_first_bars_name_their_periods_and_follow_the_figures(package: Package) -> None:
    assert labels(package) == snapshot(
        ["[47%]  [previous survey]", "[63%]  [this survey]", "[31%]  [+20%]  unconfirmed"]
    )


def test_figures_have_the_format_of_the_slide(package: Package) -> None:
    with zipfile.ZipFile(io.BytesIO(package.parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])) as book:
        styles = etree.fromstring(book.read("xl/styles.xml"))
    assert [node.get("formatCode") for node in styles.iter(f"{MAIN}numFmt")] == ["0%", "0.0%", '"+"0%']


def test_the_same_deck_gives_the_same_bytes_and_workbooks_no_time() -> None:
    one, other = built(BARS), built(BARS)
    assert one.raw == other.raw
    with zipfile.ZipFile(io.BytesIO(one.parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in book.infolist()} == {0}


def test_a_changed_figure_changes_workbook_chart_and_alternative_text() -> None:
    old, new = built(BARS), built(BARS.replace("63%", "64%"))
    assert (sheet(old)["C2"][1], sheet(new)["C2"][1]) == ("0.63", "0.64")
    name = "ppt/charts/chart1.xml"
    assert (b"<c:v>0.63</c:v>" in old.parts[name], b"<c:v>0.64</c:v>" in new.parts[name]) == (True, True)
    assert b"<c:v>0.63</c:v>" not in new.parts[name]
    assert "64%" in alt_texts(new)[0]
    assert "63%" not in alt_texts(new)[0]


def alt_texts(package: Package) -> list[str]:
    frames = (frame for slide in package.slides for frame in package.xml(slide).iter(f"{P}graphicFrame"))
    return [next(frame.iter(f"{P}cNvPr")).get("descr") or "" for frame in frames]


def test_every_chart_has_an_alternative_text_and_no_placeholder(package: Package) -> None:
    assert all(alt_texts(package))
    assert len(alt_texts(package)) == 3
    for slide in package.slides:
        assert not [node for node in package.xml(slide).iter(f"{P}ph") if node.get("type") == "pic"]


def test_charts_refer_to_scheme_colours_and_theme_fonts_and_say_their_language(package: Package) -> None:
    for number in (1, 2, 3):
        xml = package.parts[f"ppt/charts/chart{number}.xml"].decode()
        assert "srgbClr" not in xml
        assert set(re.findall(r'typeface="([^"]*)"', xml)) == {"+mn-lt"}
        runs = package.xml(f"ppt/charts/chart{number}.xml").iter(f"{A}rPr", f"{A}endParaRPr", f"{A}defRPr")
        assert {node.get("lang") for node in runs} == {"en-GB"}


def test_a_label_that_has_no_room_on_its_track_stands_inside(package: Package) -> None:
    (inside,) = (node for node in package.xml("ppt/charts/chart3.xml").iter(f"{C}dLbl"))
    assert next(inside.iter(f"{C}dLblPos")).get("val") == "inEnd"
    assert next(inside.iter(f"{C}idx")).get("val") == "0"


def test_charts_that_are_not_asked_for_stay_painted() -> None:
    painted = built(BARS.replace("native: true", "native: false"))
    assert not [name for name in painted.parts if "chart" in name or "embeddings" in name]


def test_a_chart_that_powerpoint_does_not_have_is_refused(tmp_path: Path) -> None:
    deck = """
        title: A deck
        indicators: {one: {label: One, value: 31%, unconfirmed: 20%}}
        slides:
          - title: Columns
            chart: {direction: vertical, native: true}
            indicators: [one]
    """
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:6:12: error: PowerPoint has no chart of its own that shows this [R310 chart-refused]: leave out native: true; it is painted as a picture\n"
    )


def test_every_chart_of_a_whole_deck_may_be_native(tmp_path: Path) -> None:
    made, found_theme, found = pipeline.pages_of(CONTENT, pipeline.Wanted(native=True))
    assert made is not None
    assert found_theme is not None
    assert not found
    package = Package(pipeline.presentation(made, found_theme))
    assert list(problems(package)) == []
    (tmp_path / "deck.pptx").write_bytes(package.raw)
    assert validate_pptx(tmp_path / "deck.pptx").errors == []
    painted = {page.id for page in made.pages for frame in page.frames if type(frame).__name__ == "ChartFrame"}
    assert painted == {"recruitment"}  # bars that follow words have no figures to edit
