"""What holds for every layout, chart, check and theme there is."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from deckgen import plugins
from deckgen.color import contrast
from deckgen.model.slots import SlotKind, placeholder_index
from deckgen.spec.manual import example_of, manual
from deckgen.units import Rect
from tests.builders import ROOT, pages, theme

LAYOUTS = plugins.vocabulary().layouts
CHARTS = plugins.vocabulary().charts
THEMES = sorted(path.name for path in (ROOT / "themes").iterdir())


def test_every_file_of_layouts_charts_and_checks_is_found() -> None:
    for kind, found in (("layouts", LAYOUTS), ("charts", CHARTS)):
        files = {path.stem for path in (ROOT / "deckgen" / kind).glob("*.py") if not path.stem.startswith("_")}
        assert set(found) == {file.replace("_", "-") for file in files}
    assert len(plugins.checks()) == len(list((ROOT / "deckgen" / "checks").glob("*.py"))) - 2


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_has_an_example_and_a_sentence(name: str) -> None:
    assert manual(name, LAYOUTS[name]).sentence
    assert pages(example_of(LAYOUTS[name])).pages[0].layout[0] == name


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("theme_name", THEMES)
def test_slots_stand_on_the_page_and_text_slots_do_not_overlap(name: str, theme_name: str) -> None:
    made = theme(theme_name)
    for variant in LAYOUTS[name].variants:
        slots = made.layouts[name, variant].slots
        for slot in slots:
            assert slot.rect.x >= 0
            assert slot.rect.right <= made.grid.page.width
            assert slot.rect.y >= 0
            assert slot.rect.bottom <= made.grid.page.height
        held = [slot for slot in slots if slot.kind.placeholder or slot.kind is SlotKind.SOURCE]
        for index, one in enumerate(held):
            for other in held[index + 1 :]:
                assert not _overlap(one.rect, other.rect), (one.name, other.name)


def _overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_a_slot_has_one_index_and_one_kind_in_all_layouts() -> None:
    slots = {slot for layout in theme().layouts.values() for slot in layout.slots if slot.kind.placeholder}
    names = {slot.name for slot in slots}
    assert len({placeholder_index(name) for name in names}) == len(names)
    kinds = {(slot.name, slot.kind) for slot in slots if slot.name != "title"}
    assert len(kinds) == len({name for name, _ in kinds})


@pytest.mark.parametrize("name", THEMES)
def test_text_reads_at_4_5_to_1_and_marks_at_3_to_1(name: str) -> None:
    made = theme(name)
    for key, layout in made.layouts.items():
        for slot in layout.slots:
            if slot.kind in (SlotKind.RULE, SlotKind.DOT, SlotKind.TRACKER, SlotKind.PICTURE, SlotKind.SHAPES):
                continue
            for style in slot.styles:
                ratio = contrast(made.palette[made.styles[style].color], made.palette[layout.background])
                assert ratio >= 4.5, (key, slot.name, ratio)
    for text, ground in (
        ("on-mark", "primary"),
        ("primary-text", "track"),
        ("accent-text", "track"),
        ("ink", "background"),
    ):
        assert contrast(made.palette[text], made.palette[ground]) >= 4.5, (text, ground)
    for mark in ("primary", "accent", "before"):
        assert contrast(made.palette[mark], made.palette["background"]) >= 3, mark


@pytest.mark.parametrize("check", plugins.checks(), ids=lambda check: str(check.name))
def test_the_docstring_of_a_check_is_its_documentation(check: object) -> None:
    documented = inspect.getdoc(type(check)) or ""
    for heading in ("What it finds", "Why it matters", "Example", "Instead"):
        assert heading in documented


def test_a_code_has_one_name_and_every_code_is_tested() -> None:
    coded: dict[str, set[str]] = {}
    for path in sorted((ROOT / "deckgen").rglob("*.py")):
        for code, name in _codes(path):
            coded.setdefault(code, set()).add(name)
    assert {code for code, names in coded.items() if len(names) > 1} == set()
    tested = "".join(path.read_text() for path in sorted((ROOT / "tests").rglob("test_*.py")))
    assert sorted(code for code in coded if not re.search(rf"\[{code} ", tested)) == ["C299"]


def _codes(path: Path) -> list[tuple[str, str]]:
    """Return each code that a file writes with the name that stands beside it."""
    text = path.read_text()
    assert ast.parse(text)
    pairs = re.findall(r'"([SCRTAW]\d{3})",\s*"([a-z0-9-]+)"(?!:)', text)
    pairs += [(code, name) for name, code in re.findall(r'"([a-z0-9-]+)": "([C]\d{3})"', text)]
    pairs += re.findall(r'code = "(\w\d{3})"\s+name = "([a-z-]+)"', text)
    return pairs
