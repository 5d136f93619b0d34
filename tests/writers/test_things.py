"""Tables and images as PowerPoint gets them."""

from io import BytesIO
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from lxml import etree
from openxml_audit import validate_pptx  # type: ignore[attr-defined]
from PIL import Image

from deckgen import pipeline
from tests.source.images import jpeg, png, svg
from tests.writers.package import A, P, Package, problems
from tests.writers.parts import image_in_words

DECK = """\
title: A deck
lang: en-GB
slides:
  - title: A table
    highlight: East
    table:
      columns: [Region, Schools]
      rows: [[North, 14], [East, "19 of [all](https://example.org)"], [Sum, 33]]
      total: true
      note: A remark
  - title: A photo
    text: Words
    image: {file: photo.jpg, alt: A street, fit: cover}
  - title: A drawing
    image: {file: plan.svg, decorative: true}
  - title: The photo again
    image: {file: copy.jpg, alt: The same street}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("things")
    for name, data in {
        "photo.jpg": jpeg(2000, 800),
        "copy.jpg": jpeg(2000, 800),
        "plan.svg": svg('<rect width="96" height="48" fill="white"/><text font-family="Comic" y="30">plan</text>'),
        "unused.png": png(9, 9),
    }.items():
        (folder / name).write_bytes(data)
    pages, theme, found = pipeline.pages_of_text(DECK.encode(), folder / "deck.yaml")
    assert pages is not None
    assert theme is not None
    assert not found
    return pipeline.presentation(pages, theme)


@pytest.fixture(scope="module")
def package(made: bytes) -> Package:
    return Package(made)


def element(package: Package, slide: int, tag: str) -> etree._Element:
    return next(package.xml(package.slides[slide - 1]).iter(f"{P}{tag}"))


def test_the_file_is_valid(made: bytes, package: Package, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(made)
    assert validate_pptx(tmp_path / "deck.pptx").errors == []
    assert list(problems(package)) == []


def test_a_table_stands_in_its_placeholder_with_a_marked_header_and_words_for_it(package: Package) -> None:
    frame = element(package, 1, "graphicFrame")
    holder, told = next(frame.iter(f"{P}ph")), next(frame.iter(f"{P}cNvPr"))
    assert (holder.get("type"), told.get("descr")) == snapshot(
        ("tbl", "Table: Region; Schools. Rows: North; East; Sum")
    )
    marks = next(frame.iter(f"{A}tblPr"))
    assert dict(marks.attrib) == snapshot({"firstRow": "1", "lastRow": "1"})
    layout = next(of.target for of in package.relations(package.slides[0]) if of.kind == "slideLayout")
    assert holder.get("idx") in {node.get("idx") for node in package.xml(layout).iter(f"{P}ph")}


def test_a_table_has_the_style_of_the_theme_which_a_new_one_gets_too(package: Package) -> None:
    styles = package.xml("ppt/tableStyles.xml")
    (style,) = styles
    assert (
        styles.get("def") == style.get("styleId") == element(package, 1, "graphicFrame").findtext(f".//{A}tableStyleId")
    )
    assert style.get("styleName") == "OSCE"
    rules = {
        part.tag.removeprefix(A): [
            side.tag.removeprefix(A) for side in part.iter() if side.find(f"{A}ln/{A}solidFill") is not None
        ]
        for part in style
    }
    assert rules == snapshot({"wholeTbl": ["bottom", "insideH"], "lastRow": ["top", "bottom"], "firstRow": ["bottom"]})


def written(run: etree._Element) -> tuple[object, ...]:
    """Return the text of a run, its size, whether it is bold, and its colour."""
    color = next(run.iter(f"{A}schemeClr")).get("val")
    return run.findtext(f"{A}t"), run[0].get("sz"), run[0].get("b"), color


def test_cells_say_their_margins_and_the_finding_has_its_colour(package: Package) -> None:
    rows = [list(row.iter(f"{A}tc")) for row in element(package, 1, "graphicFrame").iter(f"{A}tr")]
    assert all(set(cell[-1].attrib) == {"marL", "marR", "marT", "marB", "anchor"} for row in rows for cell in row)
    texts = [[list(map(written, cell.iter(f"{A}r"))) for cell in row] for row in rows]
    assert texts == snapshot(
        [
            [[("Region", "2000", "1", "tx1")], [("Schools", "2000", "1", "tx1")]],
            [[("North", "2000", "0", "tx1")], [("14", "2000", "0", "tx1")]],
            [
                [("East", "2000", "1", "folHlink")],
                [("19 of ", "2000", "1", "folHlink"), ("all", "2000", "1", "folHlink")],
            ],
            [[("Sum", "2000", "1", "tx1")], [("33", "2000", "1", "tx1")]],
        ]
    )


def test_a_cut_image_keeps_its_file_and_says_what_is_cut(package: Package) -> None:
    image = element(package, 2, "pic")
    (cut,) = image.iter(f"{A}srcRect")
    assert (dict(cut.attrib), next(image.iter(f"{P}cNvPr")).get("descr")) == snapshot(
        ({"l": "27878", "r": "27878"}, "A street")
    )
    assert next(image.iter(f"{P}ph")).get("type") == "pic"


def test_a_drawing_is_an_svg_with_a_png_and_one_that_says_nothing_is_marked(package: Package) -> None:
    image = element(package, 3, "pic")
    assert next(image.iter(f"{P}cNvPr")).get("descr") == ""
    assert len(list(image.iter("{*}decorative"))) == len(list(image.iter("{*}svgBlip"))) == 1


def test_an_image_is_stored_once(package: Package) -> None:
    media = {name: blob for name, blob in package.parts.items() if name.startswith("ppt/media/")}
    assert [f"{name.rpartition('.')[2]}: {image_in_words(blob)}" for name, blob in media.items()] == snapshot(
        ["jpeg: image of 27 bytes", "png: png of 1329×664 pixels", "svg: svg of 96×48: 0 shapes, : plan"]
    )


def test_text_of_a_drawing_is_in_its_picture_whatever_its_font(package: Package) -> None:
    blob = next(blob for name, blob in package.parts.items() if name.endswith(".png"))
    with Image.open(BytesIO(blob)) as image:
        assert image.convert("L").getextrema() == (0, 255)
