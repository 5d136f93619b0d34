"""What holds for the words of every language there are words for."""

import re
from pathlib import Path

import pytest
from babel import Locale

import deckgen.source.words
from deckgen.source.words import languages, phrases
from deckgen.source.yaml import read

WORDS = Path(deckgen.source.words.__file__).parent.parent / "words"

LANGUAGES = languages()
OTHERS = [language for language in LANGUAGES if language != "en"]
COUNTED = {"points", "points-in-words", "and-more"}
"""The phrases that are said with a number, and so may have plural forms."""


def places(text: str | dict[str, str]) -> set[frozenset[str]]:
    """Return the places of a phrase, or of each of its plural forms."""
    forms = [text] if isinstance(text, str) else text.values()
    return {frozenset(re.findall(r"\{([a-z_]+)\}", form)) for form in forms}


def test_there_are_words_in_six_languages() -> None:
    assert LANGUAGES == ("de", "en", "es", "fr", "it", "ru")


@pytest.mark.parametrize("path", sorted(WORDS.rglob("*.yaml")), ids=lambda path: path.relative_to(WORDS).as_posix())
def test_words_stand_in_a_sound_file(path: Path) -> None:
    """They are read as they are, without the care that a deck is read with: no key stands twice, for one."""
    assert read(path.read_bytes(), path)[1] == ()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_phrases_and_lists_of_english_with_the_same_places(language: str) -> None:
    own, english = phrases(language), phrases("en")
    assert list(own[0]) == list(english[0])
    assert list(own[1]) == list(english[1])
    for name, text in own[0].items():
        assert places(text) == places(english[0][name]), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_empty_or_has_a_space_at_its_ends(language: str) -> None:
    for name, text in phrases(language)[0].items():
        for form in [text] if isinstance(text, str) else text.values():
            assert form, name
            assert name == "separator" or form == form.strip(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_with_plural_forms_has_exactly_those_its_language_needs(language: str) -> None:
    needed = {*Locale(language).plural_form.tags, "other"}
    forms = {name: set(text) for name, text in phrases(language)[0].items() if not isinstance(text, str)}
    assert forms == dict.fromkeys(forms, needed)
    assert {"points-in-words"} <= set(forms) <= COUNTED
