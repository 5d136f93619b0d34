"""The JSON Schema of content and themes: what editors accept, refuse and explain."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from deckgen import plugins
from deckgen.cli import main
from deckgen.source.nodes import Mapping, Node, Sequence
from deckgen.source.yaml import read
from deckgen.spec.manual import example_of
from deckgen.spec.schema import deck_schema, theme_schema
from tests.builders import ROOT

KNOWN = plugins.vocabulary()
DECK = Draft202012Validator(deck_schema(KNOWN, ("osce",)))
THEME = Draft202012Validator(theme_schema(KNOWN))
DECKS = sorted(
    path for folder in ("content", "tests/decks", "docs/examples") for path in (ROOT / folder).rglob("*.yaml")
)
EXAMPLES = {**KNOWN.layouts, **KNOWN.charts}


def as_an_editor_reads(text: str | bytes) -> Any:
    """Return what stands in a YAML file by the core schema of YAML 1.2 (10.3.2)."""
    node, found = read(text.encode() if isinstance(text, str) else text, Path("deck.yaml"))
    assert node is not None, found
    return _plain(node)


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    known = {"true": True, "false": False}
    if node.empty:
        return None
    if not node.plain:
        return node.text
    try:
        return known[node.text] if node.text in known else float(node.text)
    except ValueError:
        return node.text


def refused(text: str) -> list[str]:
    return [error.message for error in DECK.iter_errors(as_an_editor_reads(text))]


@pytest.mark.parametrize("schema", [DECK.schema, THEME.schema], ids=["content", "theme"])
def test_the_schemas_are_sound(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", DECKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_deck_is_accepted(path: Path) -> None:
    if path.name != "mistakes.yaml":
        assert refused(path.read_text()) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_of_every_layout_and_chart_is_accepted(name: str) -> None:
    assert refused(example_of(EXAMPLES[name])) == []


@pytest.mark.parametrize("path", sorted((ROOT / "themes").glob("*/theme.yaml")), ids=lambda path: path.parent.name)
def test_every_theme_is_accepted(path: Path) -> None:
    assert [error.message for error in THEME.iter_errors(as_an_editor_reads(path.read_bytes()))] == []


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nslides: [{layout: cover}]\ntitel: T",
        "title: T",
        "slides: [{layout: cover}]",
        "title: T\nslides: []",
        "title: T\nslides: [{layout: covre}]",
        "title: T\nslides: [{layout: cover, bullets: [a]}]",
        "title: T\nslides: [{layout: bullets, bullets: [a]}]",
        "title: T\nslides: [{title: T, texts: a}]",
        "title: T\nslides: [{title: T, hidden: yes}]",
        "title: T\nindicators: {a: {labl: A, value: 1}}\nslides: [{layout: cover}]",
        "title: T\nslides: [{layout: findings, title: T, numbered: [a]}]",
        "title: T\nslides: [{title: T, indicators: [a], chart: befor-after}]",
        "title: T\nslides: [{title: T, indicators: [a], chart: {direction: upwards}}]",
    ],
)
def test_what_deckgen_refuses_an_editor_underlines(text: str) -> None:
    assert refused(text) != []


def test_every_key_is_explained_and_layouts_and_charts_are_named() -> None:
    slide = DECK.schema["properties"]["slides"]["items"]
    assert [key for key, told in slide["properties"].items() if not told.get("description")] == []
    assert {one["const"] for one in slide["properties"]["layout"]["anyOf"]} == set(KNOWN.layouts)
    assert {one["const"] for one in DECK.schema["$defs"]["chart"]["anyOf"][0]["anyOf"]} == set(KNOWN.charts)


def test_a_new_deck_names_the_schema_that_stands_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new", "deck", "first"]).exit_code == 0
    line = (tmp_path / "content" / "first.yaml").read_text().splitlines()[0]
    name = line.removeprefix("# yaml-language-server: $schema=")
    written = (tmp_path / "content" / name).read_text()
    assert json.loads(written)["title"] == "A deck for deckgen"
    assert CliRunner().invoke(main, ["schema"]).stdout == written
