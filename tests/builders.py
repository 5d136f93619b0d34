"""YAML in, readable text out: what the tests are written with."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from deckgen import pipeline
from deckgen.checks.base import Checked
from deckgen.cli.report import concise
from deckgen.continuation import laid_out
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.figures import Indicator
from deckgen.plugins import vocabulary
from deckgen.resolve.deck import resolve
from deckgen.source.yaml import read
from deckgen.spec.parse import parse_deck
from deckgen.theme.load import load
from deckgen.theme.theme import Theme
from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import Pages

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content" / "osce-survey.yaml"
NAME = Path("deck.yaml")
EXAMPLES = ROOT / "docs" / "examples"
"""Where the images of examples are."""


@cache
def theme(name: str = "osce", scale: str = "normal") -> Theme:
    """Return a theme of the project; it never changes."""
    made, found = load(ROOT / "themes" / name, vocabulary().layouts, scale)
    assert made is not None, found
    return made


def pages(text: str, in_theme: Theme | None = None) -> Pages:
    """Return the typeset pages of a deck without mistakes."""
    return checked(text, in_theme).pages


def checked(text: str, in_theme: Theme | None = None) -> Checked:
    """Return a deck as checks look over it; it has no mistakes but those that checks find."""
    node, found = read(dedent(text).encode(), EXAMPLES / NAME)
    assert node is not None, told(found)
    spec, found = parse_deck(node, vocabulary())
    assert spec is not None, told(found)
    deck, found = resolve(spec)
    assert deck is not None
    assert not found, told(found)
    made = in_theme or theme()
    laid = laid_out(spec, deck, found, made)
    return Checked(laid.spec, laid.deck, laid.pages, made, spec)


def slide(text: str, head: str = "") -> str:
    """Return the frames of one slide, without what frames every slide."""
    made = pages(deck_of(text, head))
    kept = tuple(frame for frame in made.pages[0].frames if frame.name not in ("tracker", "footer", "number"))
    return pages_as_text(replace(made, pages=(replace(made.pages[0], frames=kept),)))


def deck_of(text: str, head: str = "") -> str:
    """Return a deck of one slide; ``head`` is what stands before its slides."""
    first, *rest = dedent(text).strip().split("\n")
    body = indent("\n".join(rest), "    ")
    return f"title: A deck\n{dedent(head).strip()}\nslides:\n  - {first}\n{body}\n".replace("\n\n", "\n")


def indicators(text: str, more: str = "") -> dict[str, Indicator]:
    """Return the indicators of a deck, by name."""
    listed = indent(dedent(text).strip(), "  ")
    return _walked(f"title: A deck\n{dedent(more)}\nindicators:\n{listed}\nslides: [{{layout: cover}}]\n")


def _walked(text: str) -> dict[str, Indicator]:
    from deckgen.resolve import deck as walk

    node, _ = read(text.encode(), NAME)
    assert node is not None
    spec, found = parse_deck(node, vocabulary())
    assert spec is not None, told(found)
    locale, words, found = walk._language(spec.lang)
    assert locale is not None
    assert words is not None
    made, _, found = walk._indicators(spec, words, locale)
    assert not found, told(found)
    return dict(made)


def mistakes(text: str | bytes, tmp_path: Path, *, advice: bool = False, of: str = "") -> str:
    """Return what is wrong with a file, one on a line, with hints.

    With ``advice`` that is all that ``deckgen check`` says, with ``of`` what it says under one name. Else it is what is
    more than advice, without indicators that are used nowhere: a deck of one slide rarely shows all it has.
    """
    path = tmp_path / "deck.yaml"
    path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    _, _, found = pipeline.pages_of(path)
    if of:
        found = tuple(one for one in found if one.name == of)
    elif not advice:
        weighty = (one for one in found if one.severity > Severity.ADVICE)
        found = tuple(one for one in weighty if one.name != "unused-indicator")
    return told(found).replace(f"{tmp_path}/", "")


def told(found: tuple[Diagnostic, ...]) -> str:
    """Return diagnostics, one on a line."""
    return "".join(f"{concise(diagnostic)}\n" for diagnostic in found)
