"""What sentences claim in plain words, in six languages: what the figures bear, or nobody claims, is left alone.

The sentences stand in ``sentences``, in files for each language, each with figures of its own: ``sound`` are those of
which nothing may be told, ``told`` those of which something is. In a file with some that are ``typed``, these have a
figure that is typed, and those that are sound have none. What a ``slide`` shows may come first: there they are notes.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from deckgen import pipeline
from deckgen.source.words import languages
from tests.builders import told

SENTENCES = Path(__file__).parent / "sentences"
FILES = sorted(path.stem for path in SENTENCES.glob("*.yaml"))
NAMES = (
    "contradicted-claim",
    "contradicted-direction",
    "meaning-by-colour",
    "outdated-figure",
    "stray-figure",
    "wrong-whole",
    "years-apart",
)
HEAD = """title: A deck
lang: {lang}
sources: {{office: {{title: Office}}}}
periods: {{before: "2019", after: "2025"}}
indicators:
{indicators}slides:
"""


def _sentences(file: str) -> dict[str, list[str]]:
    text = (SENTENCES / f"{file}.yaml").read_text(encoding="utf-8")
    return {name: listed for name, listed in yaml.safe_load(text).items() if name not in ("indicators", "slide")}


@cache
def found(file: str) -> dict[str, str]:
    """Return what is told of each sentence of a file, which is named for its language."""
    text = (SENTENCES / f"{file}.yaml").read_text(encoding="utf-8")
    indicators = text.partition("sound:")[0].partition("indicators:\n")[2]
    listed = [sentence for group in _sentences(file).values() for sentence in group]
    deck = HEAD.format(lang=file[:2], indicators=indicators)
    first = deck.count("\n") + 1
    slide = text.partition("indicators:\n")[0].removeprefix("slide: ").strip()
    said = f"{slide.strip('{}')}, notes" if slide else "text"
    deck += "".join(f"  - {{title: A {at}, {said}: '{one}'}}\n" for at, one in enumerate(listed))
    _, _, diagnostics = pipeline.pages_of_text(deck.encode(), Path("deck.yaml"))
    names = (*NAMES, "typed-figure") if "typed" in _sentences(file) else NAMES
    return {
        sentence: told(tuple(one for one in diagnostics if one.span.line == first + at and one.name in names))
        for at, sentence in enumerate(listed)
    }


@pytest.mark.parametrize("file", FILES)
def test_of_what_figures_bear_or_nobody_claims_nothing_is_told(file: str) -> None:
    assert [(sentence, found(file)[sentence]) for sentence in _sentences(file)["sound"] if found(file)[sentence]] == []


@pytest.mark.parametrize("file", FILES)
def test_of_what_figures_do_not_bear_something_is_told(file: str) -> None:
    assert [sentence for sentence in _sentences(file)["told"] if not found(file)[sentence]] == []
    typed = _sentences(file).get("typed", [])
    assert [sentence for sentence in typed if "typed-figure" not in found(file)[sentence]] == []


@pytest.mark.parametrize("lang", languages())
def test_there_are_sentences_enough_of_each_kind(lang: str) -> None:
    sentences = _sentences(lang)
    assert (len(sentences["sound"]) >= 25, len(sentences["told"]) >= 10) == (True, True)
