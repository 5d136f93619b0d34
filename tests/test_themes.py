"""The same deck in every theme and at both scales; what a swap of themes changes on slides, and what it does not."""

import re

import pytest
from lxml import etree

from deckgen import pictures, pipeline
from deckgen.model.drawing import Bar, Dots, Drawing, Path, Polygon
from deckgen.model.slots import USUAL
from deckgen.paint import painted
from deckgen.theme.ooxml import serialized
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Box, ShapesFrame, TextFrame
from deckgen.typeset.frames import Dots as DotShapes
from deckgen.units import Emu, Rect, Size, inches
from deckgen.writers.pptx.shapes import ShapeWriter
from tests.builders import CONTENT, ROOT, theme, told
from tests.writers.package import A, P, Package

THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))
CENTERS = ((inches(0.5), inches(0.5)), (inches(1.5), inches(0.5)))
BAR = Rect.of_inches(0, 0, 2, 1)


def test_white_that_is_seen_by_its_outline_alone_is_so_as_a_line_and_around_a_bar() -> None:
    path = Path(((inches(0), inches(1)), (inches(2), inches(1))), Emu(38100), "before")
    around = Bar(BAR, "track", "before")
    in_print = theme("osce-print")
    for mark in (path, around):
        assert "stroke: #000000" in painted(Drawing(Size(inches(2), inches(2)), (mark,)), in_print).decode()


def words(theme_name: str, scale: str) -> list[tuple[str, str]]:
    """Return the name of each text frame of the OSCE deck with its words."""
    pages, _, found = pipeline.pages_of(CONTENT, pipeline.Wanted(theme_name, scale))
    assert pages is not None
    assert found == (), told(found)
    frames = [frame for page in pages.pages for frame in page.frames if isinstance(frame, TextFrame)]
    texts = [run.text for frame in frames for of in frame.paragraphs for run in of.source.runs]
    assert texts
    return [(frame.name, "".join(run.text for of in frame.paragraphs for run in of.source.runs)) for frame in frames]


@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("scale", ["normal", "large"])
def test_the_osce_deck_says_all_in_every_theme_at_both_scales_and_nothing_overflows(
    theme_name: str, scale: str
) -> None:
    assert words(theme_name, scale) == words("osce", "normal")


def slides(theme_name: str) -> list[bytes]:
    """Return the slides of the OSCE deck without tints, pictures' bytes, and how dark layouts swap the scheme."""
    pages, made, _ = pipeline.pages_of(CONTENT, pipeline.Wanted(theme_name))
    assert pages is not None
    assert made is not None
    package = Package(pipeline.presentation(pages, made))
    kept = []
    for name in package.slides:
        root = package.xml(name)
        for node in list(root.iter(f"{A}lumMod", f"{A}lumOff", f"{A}satMod", f"{P}clrMapOvr")):
            parent = node.getparent()
            assert parent is not None
            parent.remove(node)
        kept.append(etree.tostring(root, method="c14n"))
    return kept


def test_a_swap_of_osce_and_osce_dark_changes_no_word_place_or_name_of_a_colour_on_any_slide() -> None:
    """What may differ is how a tint is made of its colour, and that a light theme swaps the scheme on its cover."""
    assert slides("osce-dark") == slides("osce")


@pytest.mark.parametrize("theme_name", THEMES)
def test_slides_take_all_colours_from_the_scheme(theme_name: str) -> None:
    for slide in slides(theme_name):
        assert b"srgbClr" not in slide


def test_slides_name_the_colours_that_the_swapped_master_gives_them() -> None:
    dark, osce = theme("osce-dark"), theme()
    names = {slot: name for name, slot in osce.color_map.items()}
    for color in ("background", "ink", "muted", "rule", "primary", "accent", "before", "unconfirmed", "primary-text"):
        slot = osce.tints[color].slot
        assert dark.palette[dark.scheme[dark.color_map[names[slot]]]] == dark.palette[color], color


def test_notes_of_a_dark_theme_are_dark_on_light() -> None:
    pages, made, _ = pipeline.pages_of(CONTENT, pipeline.Wanted("osce-dark"))
    assert pages is not None
    assert made is not None
    notes = Package(pipeline.presentation(pages, made)).xml("ppt/notesMasters/notesMaster1.xml")
    mapped = next(notes.iter(f"{P}clrMap")).attrib
    ground = next(notes.iter(f"{P}bg")).find(f".//{A}schemeClr")
    assert ground is not None
    assert mapped[str(ground.get("val"))] == "lt1"
    assert (mapped["tx1"], mapped["hlink"]) == ("dk1", "dk2")


def svg(mark: Bar | Dots | Polygon, of: Theme) -> str:
    drawn = painted(Drawing(Size(inches(2), inches(1)), (mark,)), of).decode()
    return " ".join(re.findall(r'<path d="([^"]*)"[^>]*style="([^"]*)"', drawn)[0]).replace("\n", "")


def test_marks_of_a_colour_with_an_outline_are_painted_with_it_inside_their_edge() -> None:
    outlined, plain = theme("osce-print"), theme()
    bar = Bar(BAR, "before")
    assert "stroke: #000000" in svg(bar, outlined)
    assert "stroke-width: 1.25" in svg(bar, outlined)
    assert svg(bar, outlined).startswith("M 0.625 71.375  L 143.375 71.375")
    assert "stroke" not in svg(bar, plain)
    dots = Dots(CENTERS, inches(0.5), "dot-off")
    assert "stroke: #4d4d4d" in svg(dots, outlined)
    assert "stroke" not in svg(dots, plain)
    assert "stroke" not in svg(Dots(CENTERS, inches(0.5), "primary"), outlined)


def test_an_outline_that_a_mark_brings_stands_before_that_of_its_colour() -> None:
    assert "stroke: #666666" in svg(Bar(BAR, "before", "primary"), theme("osce-print"))


def test_a_word_in_black_is_painted_black() -> None:
    pages, made, _ = pipeline.pages_of(CONTENT, pipeline.Wanted("osce-print"))
    assert pages is not None
    assert made is not None
    frame = next(frame for page in pages.pages for frame in page.frames if hasattr(frame, "drawing"))
    assert 'fill="#000000"' in painted(frame.drawing, made).decode()


def shape(drawn: Box | DotShapes, of: Theme) -> str:
    writer = ShapeWriter(of, "en-GB", str, lambda _: ("", ""), lambda _: "", lambda _: "")
    element = writer.element(ShapesFrame("callout", drawn.rect, (drawn,)))
    return serialized(element).decode()


def test_native_shapes_have_the_outline_too() -> None:
    outlined = theme("osce-print")
    box = shape(Box(BAR, "accent-tint"), outlined)
    assert '<a:off x="9525" y="9525"/>' in box
    assert '<a:ln w="19050"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>' in box
    dots = shape(DotShapes.of(CENTERS, inches(0.5), "dot-off"), outlined)
    assert '<a:ln w="9525"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:ln>' in dots
    assert f'wR="{inches(0.25) - 4762}"' in dots
    assert "<a:ln><a:noFill/></a:ln>" in shape(Box(BAR, "accent-tint"), theme())
    thin = shape(Box(Rect(Emu(0), Emu(0), inches(1), Emu(9000)), "accent-tint"), outlined)
    assert 'cy="0"' in thin


def test_without_colour_what_matters_differs_in_lightness_or_outline() -> None:
    made = theme("osce-print")
    assert all(len(set(bytes.fromhex(color.hex))) == 1 for color in made.palette.values())
    assert made.palette["accent"].luminance() < made.palette["primary"].luminance() < 0.2
    assert {"before", "track", "dot-off", "accent-tint"} <= set(made.outlines)


def test_a_chart_on_a_cover_has_the_ground_of_the_cover() -> None:
    bars = (Bar(BAR, "primary"),)
    on = [Drawing(Size(inches(3), inches(1)), bars, ground=ground) for ground in ("background", "cover")]
    made = pictures.painted(on, theme())
    assert made[on[0]].svg == made[on[1]].svg
    assert made[on[0]].png != made[on[1]].png
    assert theme().layouts["cover", USUAL].background == "cover"
