"""A new layout, a new chart and a new theme are each one new file or folder, and nothing else is edited."""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from maker.examples import Example, examples

from deckgen import pipeline, plugins
from deckgen.cli import main
from deckgen.cli.report import concise
from tests.builders import ROOT
from tests.writers.package import Package, problems

LAYOUT = '''"""One word, as large as a slide has room for."""

from collections.abc import Mapping

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import BoxFill, Fill, TextFill
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph
from deckgen.spec.base import ContentSlideSpec, Texts


class OneWord(ContentSlideSpec):
    """One word under the headline, over a rule in accent colour.

    Example:
        title: Safe ways to school

        slides:
          - layout: one-word
            title: What every child needs
            text: Light

    """

    text: Texts = Field(description="the word")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        return (
            *chrome(grid),
            Slot("word", SlotKind.TEXT, grid.band(2.4, 1.6), ("statistic",), lines=1, prompt="Word"),
            Slot("underline", SlotKind.SHAPES, grid.band(4.2, 0.06)),
        )

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        return {
            "title": TextFill((Paragraph(content.title),)),
            "word": TextFill((Paragraph(content.text[0]),), key="text"),
            "underline": BoxFill("accent"),
        }
'''

CHART = '''"""A bar for each indicator, without any text."""

from dataclasses import dataclass

from deckgen.model.charts import ChartStyle
from deckgen.model.drawing import Bar, Drawing, Row
from deckgen.model.figures import Indicator
from deckgen.model.words import Words
from deckgen.plot.telling import IndicatorChart
from deckgen.spec.base import ChartSpec
from deckgen.units import Emu, Rect, Size


class BareBars(ChartSpec):
    """A bar for each indicator, as long as all others.

    Example:
        title: Safe ways to school
        sources: {count: {title: Count of crossings}}
        indicators:
          lit: {label: Crossings lit at night, value: 38%}

        slides:
          - layout: compare-bars
            title: Few crossings are lit
            indicators: [lit]
            chart: bare-bars

    """

    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "BareBarsChart":
        """Return the chart of ``indicators``."""
        return BareBarsChart(indicators, highlight, words)


@dataclass(frozen=True)
class BareBarsChart(IndicatorChart):
    """The chart of some indicators."""

    def draw(self, size: Size, style: ChartStyle, beside: tuple[Emu, ...]) -> Drawing:
        """Return the marks that fill ``size``."""
        height = Emu(size.height // len(self.rows))
        tops = [Emu(index * height) for index in range(len(self.rows))]
        bars = [Bar(Rect(Emu(0), top, size.width, Emu(height // 2)), self.color(of)) for top, of in zip(tops, self.rows)]
        rows = [Row(top, Emu(top + height // 2), Emu(top + height // 4)) for top in tops]
        return Drawing(size, tuple(bars), tuple(rows))
'''

Added = Callable[[str, str, str], None]


@pytest.fixture
def added(tmp_path: Path) -> Iterator[Added]:
    """Return what adds one file to a folder that ``deckgen.layouts`` or ``deckgen.charts`` is also made of."""
    modules: list[str] = []
    with pytest.MonkeyPatch.context() as patch:

        def add(kind: str, name: str, text: str) -> None:
            folder = tmp_path / kind
            folder.mkdir()
            (folder / f"{name}.py").write_text(text, encoding="utf-8")
            package = importlib.import_module(f"deckgen.{kind}")
            patch.setattr(package, "__path__", [*package.__path__, str(folder)])
            modules.append(f"{package.__name__}.{name}")
            plugins.vocabulary.cache_clear()

        yield add
    for module in modules:
        package, _, name = module.rpartition(".")
        sys.modules.pop(module, None)
        vars(sys.modules[package]).pop(name, None)
    plugins.vocabulary.cache_clear()


def built(text: str, folder: Path) -> Package:
    """Return the deck of a content file in ``folder``, built without a word of complaint."""
    content = folder / "deck.yaml"
    content.write_text(text, encoding="utf-8")
    made = pipeline.build(content, folder / "output")
    assert [concise(diagnostic) for diagnostic in made.diagnostics] == []
    (output,) = made.outputs
    package = Package(output.read_bytes())
    assert list(problems(package)) == []
    return package


def example(kind: str, name: str) -> Example:
    """Return the example that the page of the format would show."""
    return next(one for one in examples() if (one.kind, one.name) == (kind, name))


def layout_of(package: Package, number: int) -> str:
    """Return the name that PowerPoint shows for the layout of a slide."""
    relations = package.relations(package.slides[number - 1])
    layout = next(relation.target for relation in relations if relation.kind == "slideLayout")
    return next(package.xml(layout).iter("{*}cSld")).get("name") or ""


def test_a_layout_is_one_file(added: Added, tmp_path: Path) -> None:
    added("layouts", "one_word", LAYOUT)
    one = example("layout", "one-word")
    package = built(one.text, tmp_path)
    assert layout_of(package, 1) == "One word"
    assert "Light" in package.text_of(package.slides[0])
    assert one.pages()[0].pages[0].layout[0] == "one-word"
    listed, told = (CliRunner().invoke(main, ["layouts", *name]).stdout for name in ([], ["one-word"]))
    assert "one-word\n  One word under the headline, over a rule in accent colour.\n  title*  kicker" in listed
    assert "  text*   the word\n" in told
    assert "    - layout: one-word\n" in told


def test_a_chart_is_one_file(added: Added, tmp_path: Path) -> None:
    added("charts", "bare_bars", CHART)
    one = example("chart", "bare-bars")
    package = built(one.text, tmp_path)
    slide = package.slides[0]
    pictures = [relation.target for relation in package.relations(slide) if relation.kind == "image"]
    assert sorted(name.rpartition(".")[2] for name in pictures) == ["png", "svg"]
    assert "Crossings lit at night: 38%" in [node.get("descr") for node in package.xml(slide).iter("{*}cNvPr")]
    assert "chart is bare-bars, or takes" in CliRunner().invoke(main, ["layouts", "compare-bars"]).stdout


def test_a_theme_is_one_folder(tmp_path: Path) -> None:
    theme = (ROOT / "themes" / "osce" / "theme.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "themes" / "meadow"
    folder.mkdir(parents=True)
    green = re.sub(r"(?m)^name: OSCE$", "name: Meadow", theme.replace("#0B5CAD", "#1B6B3A"))
    (folder / "theme.yaml").write_text(green, encoding="utf-8")
    package = built("title: A deck\ntheme: meadow\nslides: [{title: T, text: A}]\n", tmp_path)
    part = next(name for name in package.parts if re.fullmatch(r"ppt/theme/theme\d\.xml", name))
    root = package.xml(part)
    accent = next(root.iter("{*}accent1"))
    assert (root.get("name"), [color.get("val") for color in accent]) == ("Meadow", ["1B6B3A"])
    assert "meadow" in CliRunner().invoke(main, ["build", str(tmp_path / "deck.yaml"), "-o", str(tmp_path)]).stdout


def test_what_a_test_adds_is_gone_after_it() -> None:
    known = plugins.vocabulary()
    assert "one-word" not in known.layouts
    assert "bare-bars" not in known.charts
