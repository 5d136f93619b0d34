"""Texts as authors write them: where a part of one stands, and what of it are words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from deckgen.checks.base import Checked
from deckgen.diagnostics import Span
from deckgen.model.deck import Slide, Told

_NO_WORDS = re.compile(
    r"\]\((?:[^()\s]|\([^()\s]*\))*\)"  # where a link leads
    r"|&#?\w+;"  # a sign as HTML has it
    r"|(?:\b[a-z]+://|\bwww\.|\b[\w.+-]+@)[^\s()]*"  # an address
    r"|(?<!\{)\{[^{}\n]*\}"  # a reference
)
_HELD_BACK = "0"
"""What a part without words is taken for: no letter, no sign, no space."""

MOST_TEXTS = 4096
"""Of how many texts is remembered what was found in them."""


Texts = Sequence[tuple[Slide | None, Told]]
"""Texts of a deck, each with its slide; None for those of the deck itself and of its indicators."""


def everywhere(checked: Checked) -> Texts:
    """Return each text of a deck: several checks ask for them."""
    if everywhere not in checked.known:
        checked.known[everywhere] = tuple(checked.told)
    told: Texts = checked.known[everywhere]
    return told


def shown(checked: Checked) -> Texts:
    """Return each text that stands on a slide, without notes, alternative texts, keywords and the deck's address."""
    if shown not in checked.known:
        hidden = ("notes", "keywords", "url")
        checked.known[shown] = tuple(
            (slide, told)
            for slide, told in everywhere(checked)
            if told.key.split(".", 1)[0] not in hidden and not is_alt(told)
        )
    told: Texts = checked.known[shown]
    return told


def spoken(checked: Checked) -> Texts:
    """Return each text that is read: on slides, in notes and in the place of images."""
    return [(slide, told) for slide, told in everywhere(checked) if told.key != "url"]


def in_order(texts: Texts) -> list[Told]:
    """Return texts as they follow each other in the file."""
    return sorted((told for _, told in texts), key=lambda told: (told.span.line, told.span.column))


def is_notes(told: Told) -> bool:
    """Return whether only the speaker sees a text."""
    return told.key.startswith("notes")


def is_alt(told: Told) -> bool:
    """Return whether a text stands in the place of an image."""
    return told.key.rpartition(".")[2] == "alt"


def words_of(told: Told) -> str:
    """Return a text with addresses and references made unreadable, each character at its place.

    Lines are kept in notes, where each is a paragraph.
    """
    return _words_of(told.text if is_notes(told) else told.text.replace("\n", " "))


@lru_cache(MOST_TEXTS)
def _words_of(text: str) -> str:
    if not any(sign in text for sign in ("{", "](", "&", "://", "www.", "@")):
        return text
    return _NO_WORDS.sub(lambda match: _HELD_BACK * len(match[0]), text)


def spot(told: Told, start: int, end: int) -> Span:
    """Return where the characters of a text from ``start`` to ``end`` stand in the file, or else all of it."""
    places = _places(told.text, told.raw)
    if not 0 <= start < end <= len(places):
        return told.span
    first = places[start]
    if told.raw[first] == "\n":
        # A space that is the end of a line is seen where the text goes on.
        first += len(told.raw[first:]) - len(told.raw[first:].lstrip())
    last = max(first, places[end - 1])
    (line, column), (end_line, end_column) = (_at(told, index) for index in (first, last))
    return Span(told.span.path, line, column, end_line, end_column + 1)


def spot_of(told: Told, part: str, skipped: int = 0) -> Span:
    """Return where ``part`` of a text stands in the file, after ``skipped`` others alike; or else all of it."""
    start = -1
    for _ in range(skipped + 1):
        start = told.text.find(part, start + 1)
        if start < 0:
            return told.span
    return spot(told, start, start + len(part))


def _at(told: Told, index: int) -> tuple[int, int]:
    line, column = told.raw.count("\n", 0, index), index - told.raw.rfind("\n", 0, index)
    return told.span.line + line, column if line else column + told.span.column - 1


@lru_cache(64)
def _places(text: str, raw: str) -> Sequence[int]:
    """Return where each character of ``text`` stands in ``raw``, its form in YAML; as far as that is certain.

    One text may be told of often: by each of its links, or each sign in it.
    """
    at = raw.find("\n") + 1 if raw[:1] in ("|", ">") else 0
    found: list[int] = []
    for character in text:
        blank = character.isspace()
        while at < len(raw) and not (raw[at].isspace() if blank else raw[at] == character):
            # Indentation, line ends, quotation marks and what escapes them stand in the file alone.
            if not (raw[at].isspace() or raw[at] in "\"'\\"):
                return found
            at += 1
        if at == len(raw):
            return found
        found.append(at)
        at += 1
    return found
