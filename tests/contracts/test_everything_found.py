"""What holds for every layout, chart, check and theme there is."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from maker.checks import DECKS

from deckgen import plugins
from deckgen.checks.base import Check
from deckgen.checks.chart_overflow import ChartOverflow
from deckgen.checks.manual import HEADINGS
from deckgen.checks.manual import manual as manual_of
from deckgen.checks.text_overflow import TextOverflow
from deckgen.model.slots import SlotKind, placeholder_index
from deckgen.spec.manual import example_of, manual
from deckgen.theme.contrast import MARK, TEXT, pairs, too_low
from deckgen.theme.reading import described
from deckgen.units import Rect
from tests.builders import ROOT, checked, pages, theme

LAYOUTS = plugins.vocabulary().layouts
CHARTS = plugins.vocabulary().charts
THEMES = sorted(path.name for path in (ROOT / "themes").iterdir())


def test_every_file_of_layouts_charts_and_checks_is_found() -> None:
    for kind, found in (("layouts", LAYOUTS), ("charts", CHARTS)):
        files = {path.stem for path in (ROOT / "deckgen" / kind).glob("*.py") if not path.stem.startswith("_")}
        assert set(found) == {file.replace("_", "-") for file in files}
    files = {path.stem for path in (ROOT / "deckgen" / "checks").glob("*.py") if not path.stem.startswith("_")}
    assert {type(check).__module__.rpartition(".")[2] for check in plugins.checks()} == files - {"base", "manual"}


def test_what_layouts_are_found_by_is_kept_as_they_say_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path))
    made = plugins._signs(LAYOUTS)
    assert plugins._signs({}) == made
    assert {name: (of.needs, of.least, of.most, of.default_chart) for name, of in LAYOUTS.items()} == {
        name: (of.needs, of.least, of.most, of.default_chart) for name, of in made.items()
    }


def test_a_layout_and_a_chart_are_imported_only_where_a_deck_has_need_of_them(tmp_path: Path) -> None:
    text = "title: T\nslides: [{title: Findings, bullets: [one, two]}, {title: End, layout: closing}]\n"
    (tmp_path / "deck.yaml").write_text(text)
    code = (
        "import sys\nfrom pathlib import Path\nfrom deckgen.pipeline import check\ncheck(Path('deck.yaml'))\n"
        "print(*(name[8:] for name in sorted(sys.modules) if name.startswith(('deckgen.layouts.', 'deckgen.charts.'))))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DECKGEN_CACHE": str(tmp_path)}
    run = [sys.executable, "-c", code]
    said = [
        subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    # The first time, what they are found by is not known yet.
    assert len(said[0]) == len(LAYOUTS)
    assert said[1] == ["layouts.bullets", "layouts.closing"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_has_an_example_and_a_sentence(name: str) -> None:
    assert manual(name, LAYOUTS[name]).sentence
    assert pages(example_of(LAYOUTS[name])).pages[0].layout[0] == name


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("scale", ["normal", "large"])
def test_slots_stand_on_the_page_and_text_slots_do_not_overlap(name: str, theme_name: str, scale: str) -> None:
    made = theme(theme_name, scale)
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
    assert {pair.least for pair in pairs(made)} == {TEXT, MARK} == {4.5, 3.0}
    assert [str(pair) for pair in too_low(made)] == []


@pytest.mark.parametrize("name", THEMES)
def test_each_theme_says_in_a_sentence_what_it_is_for(name: str) -> None:
    assert described(ROOT / "themes" / name).endswith(".")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_example_without_overflow_has_none_in_any_theme_at_the_large_scale(name: str, layout: str) -> None:
    text = example_of(LAYOUTS[layout])
    found = [told.message for check in (TextOverflow(), ChartOverflow()) for told in check.find(checked(text))]
    larger = checked(text, theme(name, "large"))
    assert [told.message for check in (TextOverflow(), ChartOverflow()) for told in check.find(larger)] == found


@pytest.mark.parametrize("check", plugins.checks(), ids=lambda check: str(check.name))
def test_the_docstring_of_a_check_is_its_documentation(check: Check) -> None:
    told = manual_of(check)
    assert tuple(told.parts) == HEADINGS
    assert all(told.parts.values())
    assert told.name == type(check).__module__.rpartition(".")[2].replace("_", "-")


def test_a_code_has_one_name_and_every_code_is_tested() -> None:
    coded: dict[str, set[str]] = {}
    for path in sorted((ROOT / "deckgen").rglob("*.py")):
        for code, name in codes_in(path):
            coded.setdefault(code, set()).add(name)
    assert {code for code, names in coded.items() if len(names) > 1} == set()
    files = [*(ROOT / "tests").rglob("test_*.py"), *DECKS.glob("*.yaml")]
    tested = "".join(path.read_text() for path in sorted(files))
    assert sorted(code for code in coded if not re.search(rf"\[{code} ", tested)) == ["C299"]


def codes_in(path: Path) -> list[tuple[str, str]]:
    """Return each code that a file writes with the name that stands beside it."""
    text = path.read_text()
    assert ast.parse(text)
    pairs = re.findall(r'"([SCRTAW]\d{3})",\s*"([a-z0-9-]+)"(?!:)', text)
    pairs += [(code, name) for name, code in re.findall(r'"([a-z0-9-]+)": "([CRS]\d{3})"', text)]
    pairs += re.findall(r'code = "(\w\d{3})"\s+name = "([a-z-]+)"', text)
    return pairs
