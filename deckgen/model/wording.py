"""How words that an author writes are compared with those that deckgen knows, in ``deckgen/words``."""

import re
from collections.abc import Iterator

from deckgen.model.words import Words

DEGREES = ("almost", "just-over", "more-than", "well-over", "at-least", "about", "less-than", "at-most")
"""The lists of words that leave an end of a quantity open."""
_TIMES = re.compile(r"[×xх]\s?(?=\d)|(?<=\d)\s?[×xх](?!\w)")
"""The sign, or the letter x, Latin or Cyrillic, beside a number."""


def spaced(text: str) -> str:
    """Return a text in small letters with single spaces."""
    return " ".join(text.casefold().replace("’", "'").split())


def signed(text: str, words: Words) -> str:
    """Return a text in small letters, its signs those of tables: %, ×, - and a straight apostrophe."""
    made = re.sub("[−–]", "-", spaced(text))
    for word in sorted(map(spaced, words.lists["percent"]), key=len, reverse=True):
        if word in made:
            made = re.sub(rf"(?<=\d)\s?{re.escape(word)}(?!\w)", "%", made)
    return _TIMES.sub("×", made)


def opened(text: str, words: Words, degrees: tuple[str, ...] = DEGREES) -> Iterator[tuple[str, str]]:
    """Yield what a ``signed`` text may mean with an end left open: the degree, and the rest of the text.

    The longest words come first.
    """
    listed = [(degree, spaced(phrase)) for degree in degrees for phrase in words.lists[degree]]
    for degree, phrase in sorted(listed, key=lambda one: -len(one[1])):
        if phrase not in text:
            continue
        # An article or preposition may have lost its vowel: près d’un tiers.
        end = "" if phrase.endswith("'") else r"(?!\w)"
        rest = re.sub(rf"(?<!\w){re.escape(phrase)}{end}", " ", text, count=1)
        if rest != text:
            yield degree, spaced(rest)
