"""Where a part of a text as it was typed stands in the file."""

import re

from deckgen.diagnostics import Span
from deckgen.model.deck import Told
from deckgen.spec.base import Text

_UNREAD = re.compile(r"(?<!\{)\{[^{}\n]*\}|\]\([^)\s]*\)|(?:\b[a-z]+://|\bwww\.)[^\s()]*")


def words_only(told: Told) -> str:
    """Return a text with spaces in the place of references and addresses, so that all else keeps its place."""
    return _UNREAD.sub(lambda match: " " * len(match[0]), told.text)


def placed(told: Told, match: re.Match[str]) -> Span:
    """Return where what was found in the text ``told`` stands."""
    part = match[0]
    return Text(told.text, told.span, told.raw).place(part, told.text.count(part, 0, match.start()))
