"""docs/format.md is what the specs say, and its pictures are of its examples."""

import json
import struct
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path
from typing import Literal

import make
import pytest
from inline_snapshot import snapshot
from maker import Missing, pictures
from maker.examples import FOLDER, Example, examples
from maker.keys import table
from maker.page import PAGE, choices, page
from pydantic import Field

from deckgen import plugins
from deckgen.resolve.references import _FIELDS
from deckgen.source.nodes import Mapping
from deckgen.source.yaml import read
from deckgen.spec.base import FigureKind, Items, SlideSpec, Spec, Text, Texts
from deckgen.spec.figures import IndicatorSpec
from deckgen.spec.inference import Vocabulary, kinds_of, layout_for
from deckgen.spec.parse import parse

EXAMPLES = tuple(examples())


def test_the_page_and_its_pictures_are_what_the_specs_and_examples_make(capsys: pytest.CaptureFixture[str]) -> None:
    assert make.main(["--check"]) == 0, capsys.readouterr().err


def test_a_page_that_differs_is_told_with_the_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "format.md").write_text(PAGE.read_text().replace("# What you can write", "# What you may write"))
    monkeypatch.setattr(make, "PAGE", tmp_path / "format.md")
    assert make.main(["--check"]) == 1
    assert [line.rstrip() for line in capsys.readouterr().err.splitlines()] == snapshot(
        [
            "docs/format.md is not what the specs say: write it with: python docs/make.py",
            "--- written",
            "",
            "+++ made",
            "",
            "@@ -3 +3 @@",
            "",
            "-# What you may write",
            "+# What you can write",
        ]
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.stem))
def test_every_layout_and_chart_has_an_example_that_builds(example: Example) -> None:
    made, _ = example.pages()
    written = example.text
    if example.kind == "layout":
        assert made.pages[0].layout[0] == example.name
    else:
        assert f"chart: {example.name}" in written or f"kind: {example.name}" in written


def test_every_further_example_is_of_a_layout_or_chart_there_is() -> None:
    shown = {example.stem for example in EXAMPLES}
    assert {path.stem for glob in ("layout-*", "chart-*") for path in FOLDER.glob(glob)} <= shown


def test_a_chart_may_have_further_examples(tmp_path: Path) -> None:
    for name in ("layout-bullets.long", "layout-bullets-and-more.long"):
        (tmp_path / f"{name}.yaml").write_text("")
    found = [example.picture for example in examples(tmp_path) if example.more]
    assert found == ["layout-bullets.long.png"]


def test_a_missing_example_says_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare(SlideSpec):
        """A title alone."""

    known = plugins.vocabulary()
    more = Vocabulary({**known.layouts, "bare": Bare}, known.charts)  # type: ignore[dict-item]
    monkeypatch.setattr(plugins, "vocabulary", lambda: more)
    with pytest.raises(Missing) as told:
        list(examples())
    assert str(told.value) == snapshot(
        "the layout “bare” has no example: write a small deck whose first slide shows it in its docstring, under “Example:”, then run: python docs/make.py --pictures"
    )


def test_an_example_that_does_not_build_says_where() -> None:
    with pytest.raises(Missing) as told:
        Example("layout", "bullets", "title: T\nslides: [{title: T, bulets: [a], layout: bullets}]\n").pages()
    assert str(told.value) == snapshot("""\
the example of the layout bullets does not build:
layout-bullets.yaml:2:21: error: the key “bulets” is not known here [C201 unknown-key]: did you mean “bullets”?\
""")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.stem))
def test_pictures_are_800_pixels_wide_and_small(example: Example) -> None:
    picture = (pictures.FOLDER / example.picture).read_bytes()
    width, _, _, colors = struct.unpack(">IIBB", picture[16:26])
    assert (width, colors) == (800, 3)  # PNG, 11.2.2: colour type 3 is a palette
    assert len(picture) < 40_000


def test_a_picture_of_an_example_that_has_changed_is_told(tmp_path: Path) -> None:
    one = EXAMPLES[0]
    (tmp_path / one.picture).write_bytes((pictures.FOLDER / one.picture).read_bytes())
    (tmp_path / "examples.json").write_text(json.dumps({one.picture: one.fingerprint()}))
    assert list(pictures.problems([one], tmp_path)) == []
    now = replace(one, text=one.text.replace("title: ", "title: Now "))
    assert list(pictures.problems([now], tmp_path)) == snapshot(
        [
            "docs/pictures/layout-agenda.png is not of the layout agenda as it is now: draw it with: python docs/make.py --pictures"
        ]
    )
    (tmp_path / one.picture).unlink()
    assert list(pictures.problems([now], tmp_path)) == snapshot(
        ["docs/pictures/layout-agenda.png is missing: draw it with: python docs/make.py --pictures"]
    )


KEYS = sorted({key for needs, _ in choices() for key in needs if isinstance(key, str)} - {"indicators"})
FIGURES = {
    FigureKind.PAIRS: "before: 1, after: 2",
    FigureKind.PERIODS: "figures: {2015: 1, 2018: 2, 2021: 3}",
    FigureKind.MANY: "value: 1, of: 101",
    FigureKind.COUNTS: "value: 1, of: 100",
    FigureKind.CHANGES: "change: doubled",
    FigureKind.VALUES: "value: 1",
}


@pytest.mark.parametrize("kind", [None, *FigureKind])
@pytest.mark.parametrize("count", [1, 12])
def test_the_table_of_choices_names_the_layout_that_is_chosen(kind: FigureKind | None, count: int) -> None:
    layouts = plugins.vocabulary().layouts
    kinds = {str(number): kind for number in range(count)} if kind else {}
    for held in chain.from_iterable(combinations(KEYS, size) for size in range(4)):
        has = {*held, *({kind, "indicators"} if kind else ())}
        fitting = (name for needs, name in choices() if needs <= has)
        suited = (name for name in fitting if layouts[name].least <= len(kinds) <= (layouts[name].most or len(kinds)))
        first = next(suited, "")
        text = "".join(f"{key}: x\n" for key in held) + (f"indicators: [{', '.join(kinds)}]\n" if kind else "id: x\n")
        node, _ = read(text.encode(), Path("x.yaml"))
        assert isinstance(node, Mapping)
        assert layout_for(node, layouts, kinds) == first, held


@pytest.mark.parametrize("kind", FigureKind)
def test_what_figures_are_is_read_off_the_indicator(kind: FigureKind) -> None:
    node, _ = read(f"indicators: {{a: {{label: L, {FIGURES[kind]}}}}}".encode(), Path("x.yaml"))
    assert isinstance(node, Mapping)
    listed = node.get("indicators")
    assert isinstance(listed, Mapping)
    indicator, found = parse(listed.entries[0][1], IndicatorSpec)
    assert indicator is not None, found
    assert kinds_of(node) == {"a": kind}


def test_the_total_of_a_count_is_read_off_the_indicator_it_names() -> None:
    text = "indicators: {all: {label: L, value: 412}, late: {label: L, value: 37, of: all}, no: {label: L, value: x, of: y}}"
    node, _ = read(text.encode(), Path("x.yaml"))
    assert isinstance(node, Mapping)
    assert kinds_of(node) == {"all": FigureKind.VALUES, "late": FigureKind.MANY, "no": FigureKind.COUNTS}


def test_every_field_of_a_reference_is_in_the_page() -> None:
    text = page()
    for field in filter(None, _FIELDS):
        assert f".{field}}}` |" in text, field


class OfASpec(Spec):
    """Keys of all sorts."""

    title: Text = Field(description="a headline")
    lead_in: Text | None = Field(None, description="yes | no")
    text: Texts = Field((), description="paragraphs")
    items: Items = Field((), max_length=3, description="what is listed")
    direction: Literal["horizontal", "vertical"] = Field("horizontal", description="how bars lie")


def test_keys_are_told_in_words() -> None:
    assert table(OfASpec) == snapshot("""\
| key | takes | | what it is |
| --- | --- | --- | --- |
| `title` | a text | **must be there** | a headline |
| `lead-in` | a text |  | yes \\| no |
| `text` | a text, or a list of texts |  | paragraphs |
| `items` | a list of [items](#an-item-of-a-list), at most 3 |  | what is listed |
| `direction` | `horizontal` or `vertical` |  | how bars lie |\
""")


def test_a_key_without_a_description_says_where_to_write_it() -> None:
    class Bare(Spec):
        title: Text

    with pytest.raises(Missing) as told:
        table(Bare)
    assert str(told.value) == snapshot(
        "the key “title” of Bare has no description: write it in its Field(description=…)"
    )
