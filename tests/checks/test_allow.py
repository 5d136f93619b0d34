"""What an author means to be as it is, and says so."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import mistakes

TWICE = """\
title: A deck
{deck}
slides:
  - {{title: Legislation, text: one}}
  - {{title: Legislation, text: two{slide}}}
"""


def told(tmp_path: Path, *, deck: str = "", slide: str = "") -> str:
    return mistakes(TWICE.format(deck=deck, slide=slide), tmp_path)


def test_what_is_found_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == snapshot(
        "deck.yaml:5:13: warning: slides 1 and 2 have one title: “Legislation” [A501 duplicate-title]: say on each what it finds\n"
    )


@pytest.mark.parametrize(
    ("deck", "slide"),
    [("", ", allow: duplicate-title"), ("", ", allow: [duplicate-title]"), ("allow: [duplicate-title]", "")],
)
def test_what_is_allowed_on_the_slide_or_in_the_deck_is_not(tmp_path: Path, deck: str, slide: str) -> None:
    assert told(tmp_path, deck=deck, slide=slide) == ""


def test_an_allow_holds_for_its_own_slide_only(tmp_path: Path) -> None:
    text = TWICE.format(deck="", slide="").replace("text: one", "text: one, allow: duplicate-title")
    assert mistakes(text, tmp_path) == snapshot("""\
deck.yaml:4:44: warning: “duplicate-title” is allowed, but is not found on this slide [C219 unused-allow]: delete it
deck.yaml:5:13: warning: slides 1 and 2 have one title: “Legislation” [A501 duplicate-title]: say on each what it finds
""")


def test_an_allow_that_allows_nothing_or_that_no_check_has_is_told(tmp_path: Path) -> None:
    assert told(
        tmp_path, deck="allow: [text-overflow]", slide=", allow: [duplicate-titel, duplicate-title]"
    ) == snapshot("""\
deck.yaml:2:9: warning: “text-overflow” is allowed, but is not found in this deck [C219 unused-allow]: delete it
deck.yaml:5:45: error: no check is called “duplicate-titel” [C218 unknown-check]: did you mean “duplicate-title”?
""")
