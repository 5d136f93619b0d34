"""The OSCE deck in other languages: it fits, says the same figures, and says that it is no official translation."""

import re
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.source.nodes import Mapping, Node, Scalar, Sequence
from deckgen.source.yaml import read
from tests.builders import CONTENT, ROOT, theme
from tests.writers.package import Package, problems

UNOFFICIAL = {"fr": "traduction non officielle", "ru": "неофициальный перевод"}
SAME = {"value", "of", "before", "after", "unconfirmed", "new", "source", "figures"}
"""The keys of an indicator that no translation changes."""
PLAIN = {"id", "layout", "chart", "indicators", "highlight", "source"}
"""The keys of a slide that hold names."""


def translation(language: str) -> Path:
    return ROOT / "content" / "translations" / f"osce-survey.{language}.yaml"


def section(path: Path, key: str) -> Node:
    node, found = read(path.read_bytes(), path)
    assert isinstance(node, Mapping)
    assert found == ()
    below = node.get(key)
    assert below is not None
    return below


def held(node: Node) -> object:
    """Return what a node says, without its places."""
    if isinstance(node, Mapping):
        return {key.text: held(value) for key, value in node.entries}
    return [held(item) for item in node.items] if isinstance(node, Sequence) else node.text


def figures(path: Path) -> dict[str, dict[str, object]]:
    indicators = section(path, "indicators")
    assert isinstance(indicators, Mapping)
    return {
        name.text: {key.text: held(value) for key, value in written.entries if key.text in SAME}
        for name, written in indicators.entries
        if isinstance(written, Mapping)
    }


def bones(path: Path) -> list[dict[str, object]]:
    slides = section(path, "slides")
    assert isinstance(slides, Sequence)
    return [
        {key.text: held(value) for key, value in slide.entries if key.text in PLAIN}
        for slide in slides.items
        if isinstance(slide, Mapping)
    ]


def test_each_translation_is_tested() -> None:
    assert {path.name for path in (ROOT / "content" / "translations").iterdir()} == {
        translation(language).name for language in UNOFFICIAL
    }


@pytest.mark.parametrize("language", UNOFFICIAL)
def test_a_translation_builds_without_a_word_of_complaint_into_a_sound_file(language: str) -> None:
    made, _, found = pipeline.pages_of(translation(language))
    assert found == ()
    assert made is not None
    assert len(made.pages) == 11
    assert made.facts.lang == language
    assert list(problems(Package(pipeline.presentation(made, theme())))) == []


@pytest.mark.parametrize("language", UNOFFICIAL)
def test_a_translation_has_the_figures_and_slides_of_the_deck(language: str) -> None:
    assert figures(translation(language)) == figures(CONTENT)
    assert bones(translation(language)) == bones(CONTENT)


@pytest.mark.parametrize("language", UNOFFICIAL)
def test_a_translation_says_that_it_is_unofficial(language: str) -> None:
    made, _, _ = pipeline.pages_of(translation(language))
    assert made is not None
    assert UNOFFICIAL[language] in made.facts.subtitle
    assert UNOFFICIAL[language].casefold() in translation(language).read_text().split("\n", 1)[0].casefold()


@pytest.mark.parametrize("language", UNOFFICIAL)
def test_a_translation_refers_to_what_the_deck_refers_to(language: str) -> None:
    def references(path: Path) -> list[list[str]]:
        slides = section(path, "slides")
        assert isinstance(slides, Sequence)
        return [sorted(_names(slide)) for slide in slides.items]

    assert references(translation(language)) == references(CONTENT)


def _names(node: Node) -> list[str]:
    """Return every reference in braces below a node, as often as it stands there; of a claim, not its words."""
    if isinstance(node, Scalar):
        return [re.sub(r" \|.*", " |", part.partition("}")[0]) for part in node.text.split("{")[1:]]
    below = [value for _, value in node.entries] if isinstance(node, Mapping) else node.items
    return [name for child in below for name in _names(child)]
