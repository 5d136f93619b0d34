"""Decks on many subjects, as officers write them: a sound one is left alone, and of one with a fault that is told.

They were written by people who had not seen the checks, with one fault at a time as it happens to officers: a figure
brought up to date in one place, a copied line, a key misspelt. ``faults.yaml`` says what is replaced in which deck,
and what is told of it where.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen import pipeline
from deckgen.request import Wanted
from tests.builders import told
from tests.source.images import jpeg, png

HERE = Path(__file__).parent
DECKS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "decks").glob("*.yaml"))}
FAULTS: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8"))

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="90" height="200"/></svg>'
SMALL = (
    "clinic-web.png", "images/jetty-thumb.jpg", "images/lock-web.png", "images/pass-small.jpg", "img/hall-web.png",
    "images/reading-room-small.png", "img/map-small.png", "img/small.png", "img/thumb.jpg", "img/tiny.png",
    "library-thumb.jpg",
)  # fmt: skip
"""Pictures that are no good on a wall."""

NAMED = {name for text in DECKS.values() for name in re.findall(r"\bfile: *([\w/-]+\.(?:png|jpg|svg))", text)}
PICTURES = {
    name: SVG if name.endswith(".svg") else (jpeg if name.endswith(".jpg") else png)(*size)
    for size, names in (((2400, 1600), NAMED), ((300, 200), SMALL))
    for name in names
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the pictures that the decks show."""
    for name, data in PICTURES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def faulty() -> list[Any]:
    """Return each deck with a fault, and what is to be told of it."""
    made = []
    for name, faults in FAULTS.items():
        for fault in faults:
            text = DECKS[name]
            for edit in fault["edits"]:
                assert text.count(edit["old"]) == 1, f"{name}: {fault['fault']}"
                text = text.replace(edit["old"], edit["new"])
            made.append(pytest.param(text, fault["told"], id=f"{name}: {fault['fault']}"))
    return made


def found(text: str, folder: Path) -> list[str]:
    """Return what ``deckgen check`` tells of a deck, for everyone and for each of its audiences."""
    path = folder / "deck.yaml"
    path.write_bytes(text.encode())
    parsed = pipeline.parsed(path)
    made = (pipeline.made(parsed, Wanted(audience=audience)) for audience in ("", *parsed.audiences))
    return [line.replace(f"{folder}/", "") for one in made for line in told(one.found).splitlines()]


@pytest.mark.parametrize("name", DECKS)
def test_of_a_sound_deck_nothing_is_told_but_advice(name: str, folder: Path) -> None:
    assert [line for line in found(DECKS[name], folder) if ": advice: " not in line] == []


@pytest.mark.parametrize(("text", "expected"), faulty())
def test_of_a_deck_with_a_fault_that_is_told_at_its_place(text: str, expected: str, folder: Path) -> None:
    name, place = expected.split()
    lines = found(text, folder)
    assert any(line.startswith(f"deck.yaml:{place}: ") and f" {name}]" in line for line in lines), lines
