"""Numbers as they are said: the words of a language for them, and what a word or its digits come to."""

from collections.abc import Mapping
from functools import cache

from deckgen.source.words import claim_words


@cache
def number_words(language: str) -> Mapping[str, int]:
    """Return the words of a language for numbers, in small letters, and what they come to."""
    numbers = claim_words(language)["numbers"]
    return {word.lower(): int(value) for value, listed in numbers.items() for word in listed}


def said_number(said: str, language: str) -> int:
    """Return what a number comes to that one of ``number_words`` says, in any letters, or its digits."""
    return int(said) if said.isdecimal() else number_words(language)[said.lower()]
