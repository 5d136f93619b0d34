"""A text that its comma cuts is told at its beginning, once; a key that is misspelt is told where it stands."""

from pathlib import Path

import pytest

from tests.builders import mistakes


def told(slide: str, tmp_path: Path) -> str:
    """Return what is told of the keys of one slide, which begins on the third line."""
    return mistakes(f"title: A deck\nslides:\n  - {slide}\n", tmp_path)


@pytest.mark.parametrize(
    ("slide", "key", "whole"),
    [
        ("{title: A. B., layout: bullets, text: One, two}", "two", '"One, two"'),
        ("{title: A. B., layout: bullets, text: One, two and three, or four}", "two and three", None),
        ('{title: A. B., layout: bullets, text: Say "yes", and go}', "and go", r'"Say \"yes\", and go"'),
    ],
)
def test_the_text_is_told_whole(slide: str, key: str, whole: str | None, tmp_path: Path) -> None:
    whole = whole or '"One, two and three, or four"'
    message = f"this text ends at its comma: “{key}” is read as a key [C201 unknown-key]"
    assert told(slide, tmp_path) == f"deck.yaml:3:43: error: {message}: put quotation marks around it: {whole}\n"


@pytest.mark.parametrize(
    ("slide", "place"),
    [
        ("{title: A. B., layout: bullets, text: One, speaker notes: }", "3:48"),
        ("title: A. B.\n    layout: bullets\n    text: One\n    speaker notes:", "6:5"),
    ],
)
def test_a_key_with_its_colon_is_a_key(slide: str, place: str, tmp_path: Path) -> None:
    found = told(slide, tmp_path)
    assert found.startswith(f"deck.yaml:{place}: error: the key “speaker notes” is not known here [C201 unknown-key]")
