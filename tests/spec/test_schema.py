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
from deckgen.theme.reading import COLORS
from tests.builders import ROOT

KNOWN = plugins.vocabulary()
DECK = Draft202012Validator(deck_schema(KNOWN, ("osce",)))
THEME = Draft202012Validator(theme_schema(KNOWN, ("osce", "plain"), COLORS))
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


SOUND = 'name: T\nextends: osce\npalette: {primary: "#1B6E3C"}\n'


@pytest.mark.parametrize(
    "text",
    [
        "extends: osce",
        "name: T",
        f"{SOUND}palete: {{}}",
        SOUND.replace("#1B6E3C", "green"),
        SOUND.replace('"#1B6E3C"', "{tint-of: ink}"),
        f"{SOUND}scheme: {{accent7: ink}}",
        f"{SOUND}styles: {{body: {{sizes: [4]}}}}",
        f"{SOUND}styles: {{body: {{sizes: []}}}}",
        f"{SOUND}grid: {{left: wide}}",
        f"{SOUND}layouts: {{covre: {{title: {{x: 1, y: 1, width: 1, height: 1}}}}}}",
        f"{SOUND}layouts: {{cover: {{title: {{x: 1, w: 1}}}}}}",
    ],
)
def test_what_no_theme_may_say_an_editor_underlines(text: str) -> None:
    assert list(THEME.iter_errors(as_an_editor_reads(SOUND))) == []
    assert list(THEME.iter_errors(as_an_editor_reads(text))) != []


def unexplained(schema: Any, where: str = "") -> list[str]:
    """Return the keys of a schema, those of its parts as well, that say nothing of what they are."""
    if isinstance(schema, list):
        return [key for one in schema for key in unexplained(one, where)]
    if not isinstance(schema, dict):
        return []
    keys = {} if where.endswith("palette") else schema.get("properties", {})
    bare = [f"{where}.{key}" for key, told in keys.items() if "const" not in told and not told.get("description")]
    return bare + [key for name, part in schema.items() if name != "if" for key in unexplained(part, f"{where}.{name}")]


@pytest.mark.parametrize("schema", [DECK.schema, THEME.schema], ids=["content", "theme"])
def test_every_key_is_explained(schema: Any) -> None:
    """The colours of a palette are called by what they are for."""
    assert unexplained(schema) == []


def test_layouts_charts_and_themes_are_named() -> None:
    slide = DECK.schema["properties"]["slides"]["items"]
    assert DECK.schema["properties"]["theme"]["anyOf"][0] == {"enum": ["osce"]}
    assert THEME.schema["properties"]["extends"]["anyOf"][0] == {"enum": ["osce", "plain"]}
    assert set(THEME.schema["properties"]["layouts"]["properties"]) == set(KNOWN.layouts)
    assert set(THEME.schema["properties"]["palette"]["properties"]) == set(COLORS)
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


def test_the_command_writes_the_schema_of_a_theme() -> None:
    written = json.loads(CliRunner().invoke(main, ["schema", "theme"]).stdout)
    assert written["title"] == "A theme for deckgen"
    assert {"osce", "osce-dark", "osce-print", "plain"} <= set(written["properties"]["extends"]["anyOf"][0]["enum"])
