"""Inline text: bold, italic, links, nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.diagnostics import Span
from deckgen.model.text import plain
from deckgen.resolve.inline import _by_grammar, _simple, escaped, runs
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


@given(
    st.lists(
        st.sampled_from(["**", "*", "a", "é1", " ", "\u00a0", "(", ")", ".", ",", "%", "–", "“", "”", "!", "\u2009"]),
        max_size=14,
    )
)
def test_a_simple_text_reads_as_the_grammar_has_it(signs: list[str]) -> None:
    text = "".join(signs)
    simple = _simple(text)
    assert simple is None or (simple, ()) == _by_grammar(text)


@pytest.mark.parametrize(
    ("text", "is_simple"),
    [
        ("Share of States", True),
        ("", True),
        ("**Forced** begging (**new**), and **more**.", True),
        ("**a**b", False),
        ("** a **", False),
        ("a *b* c", False),
        ("[here](https://example.org)", False),
        ("snake_case", False),
    ],
)
def test_a_text_is_simple_without_emphasis_or_with_words_in_bold(text: str, is_simple: bool) -> None:
    assert (_simple(text) is not None) == is_simple
