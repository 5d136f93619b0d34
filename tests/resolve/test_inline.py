"""Inline text: bold, italic, links, nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.diagnostics import Span
from deckgen.model.text import plain
from deckgen.resolve.inline import escaped, runs
from tests.builders import told

SPAN = Span(Path("deck.yaml"), 1, 1, 1, 1)


def shown(text: str) -> str:
    made, found = runs(text, SPAN)
    assert not found
    styles = (
        ("b" if run.bold else "") + ("i" if run.italic else "") + (f" {run.link}" if run.link else "") for run in made
    )
    return "|".join(
        f"{run.text}<{style.strip()}>" if style else run.text for run, style in zip(made, styles, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** c", "a |b<b>| c"),
        ("*a* and ***b***", "a<i>| and |b<bi>"),
        ("[words](https://www.osce.org/cthb)", "words<https://www.osce.org/cthb>"),
        ("snake_case and _no_ emphasis", "snake_case and _no_ emphasis"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        (r"a \*star\*", "a *star*"),
        ("<b>&amp;</b> `code` # heading", "<b>&amp;</b> `code` # heading"),
        ("two\nlines", "two lines"),
    ],
)
def test_only_bold_italic_and_links_are_signs(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_an_address_that_a_slide_cannot_link_to_is_refused() -> None:
    assert told(runs("[click](javascript:alert)", SPAN)[1]) == snapshot(
        "deck.yaml:1:1: error: “javascript:alert” is no address that a slide can link to [R305 bad-link]: a link begins with https://, http:// or mailto:\n"
    )


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    line = " ".join(text.split())
    assert plain(runs(escaped(line), SPAN)[0]) == line
