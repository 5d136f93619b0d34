"""docs/format.md is what the specs say, and its pictures are of its examples."""

import json
import struct
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
from deckgen.spec.base import Items, Spec, Text, Texts
from deckgen.spec.parse import _inferred

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


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.path.stem))
def test_every_layout_and_chart_has_an_example_that_builds(example: Example) -> None:
    made, _ = example.pages()
    written = example.text()
    if example.kind == "layout":
        assert made.pages[0].layout[0] == example.name
    else:
        assert f"chart: {example.name}" in written or f"kind: {example.name}" in written


def test_every_example_is_of_a_layout_or_chart_there_is() -> None:
    shown = {example.path for example in EXAMPLES}
    assert {*FOLDER.glob("layout-*"), *FOLDER.glob("chart-*")} == shown


def test_a_chart_may_have_further_examples(tmp_path: Path) -> None:
    for name in ("layout-bullets", "layout-bullets.long", "layout-bullets-and-more", "layout-cover"):
        (tmp_path / f"{name}.yaml").write_text("")
    found = [example.picture for example in examples(tmp_path) if example.path.exists()]
    assert found == ["layout-bullets.png", "layout-bullets.long.png", "layout-cover.png"]


def test_a_missing_example_says_what_to_write() -> None:
    with pytest.raises(Missing) as told:
        Example("layout", "timeline").text()
    assert str(told.value) == snapshot(
        "the layout “timeline” has no example: write a small deck whose first slide shows it, as docs/examples/layout-timeline.yaml, then run: python docs/make.py --pictures"
    )


def test_an_example_that_does_not_build_says_where(tmp_path: Path) -> None:
    (tmp_path / "layout-bullets.yaml").write_text("title: T\nslides: [{title: T, bulets: [a], layout: bullets}]\n")
    with pytest.raises(Missing) as told:
        Example("layout", "bullets", tmp_path).pages()
    assert str(told.value).replace(str(tmp_path), "docs/examples") == snapshot("""\
the example docs/examples/layout-bullets.yaml does not build:
docs/examples/layout-bullets.yaml:2:21: error: the key “bulets” is not known here [C201 unknown-key]: did you mean “bullets”?\
""")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.path.stem))
def test_pictures_are_800_pixels_wide_and_small(example: Example) -> None:
    picture = (pictures.FOLDER / example.picture).read_bytes()
    width, _, _, colors = struct.unpack(">IIBB", picture[16:26])
    assert (width, colors) == (800, 3)  # PNG, 11.2.2: colour type 3 is a palette
    assert len(picture) < 40_000


def test_a_picture_of_an_example_that_has_changed_is_told(tmp_path: Path) -> None:
    one = EXAMPLES[0]
    (tmp_path / one.picture).write_bytes((pictures.FOLDER / one.picture).read_bytes())
    changed = tmp_path / one.path.name
    changed.write_text(one.text())
    (tmp_path / "examples.json").write_text(json.dumps({one.picture: one.fingerprint()}))
    now = Example(one.kind, one.name, tmp_path)
    assert list(pictures.problems([now], tmp_path)) == []
    changed.write_text(
        one.text().replace("Safe ways to school", "Safe ways to work").replace("title: ", "title: Now ", 2)
    )
    assert list(pictures.problems([now], tmp_path)) == snapshot(
        [
            "docs/pictures/layout-bullets.png is not of docs/examples/layout-bullets.yaml as it is now: draw it with: python docs/make.py --pictures"
        ]
    )
    (tmp_path / one.picture).unlink()
    assert list(pictures.problems([now], tmp_path)) == snapshot(
        ["docs/pictures/layout-bullets.png is missing: draw it with: python docs/make.py --pictures"]
    )


def test_the_table_of_choices_names_the_layout_that_is_chosen() -> None:
    layouts = plugins.vocabulary().layouts
    keys = sorted(set().union(*(needs for needs, _ in choices())))
    for held in chain.from_iterable(combinations(keys, count) for count in range(len(keys) + 1)):
        first = next((name for needs, name in choices() if needs <= set(held)), None)
        assert _inferred(set(held), layouts) is (layouts[first] if first else None), held


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
