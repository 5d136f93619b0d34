"""Characters that the font of the slides does not have."""

import unicodedata
from collections.abc import Iterator

from deckgen.checks._seen import seen, without_addresses
from deckgen.checks.base import Check, Checked
from deckgen.checks.right_to_left import is_right_to_left
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.fonts import shape
from deckgen.spec.base import Text

_INSTEAD = {
    "✓": "write “yes”", "✔": "write “yes”", "☑": "write “yes”", "✅": "write “yes”",
    "✗": "write “no”, or ×", "✘": "write “no”, or ×", "❌": "write “no”, or ×", "☒": "write “no”, or ×",
    "⇒": "write →", "➔": "write →", "➜": "write →", "⟶": "write →", "➡": "write →", "🡒": "write →",
    "⬆": "write ↑", "⬇": "write ↓", "⬅": "write ←", "★": "write *, or say it in words",
    "⚠": "write “Note:”, or “Warning:”",
}  # fmt: skip
_PICTURED = range(0x1F000, 0x20000)
"""Where Unicode has its emoji, and other little pictures."""


class MissingGlyph(Check):
    """A character that the font of the slides does not have.

    What it finds
        A character in a text of a slide for which the theme's font has no glyph: a tick, an emoji, a script other
        than Latin, Greek and Cyrillic. Alternative text and notes may hold any.

    Why it matters
        Each program takes it from another font, of another weight and width, or shows an empty box.

    Example:
        A cell of a table that says ✓.

    Instead
        Say it in words, or with a character that the font has, such as → or ×.

    """

    code = "T440"
    name = "missing-glyph"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first such character of each text."""
        family = checked.theme.body_font
        for text in seen(checked):
            drawn = without_addresses(text.text)
            lacking = [place for place in shape.missing(drawn, family) if not is_right_to_left(drawn[place])]
            if lacking:
                yield self._diagnostic(text, drawn, lacking, family)

    def _diagnostic(self, text: Text, drawn: str, lacking: list[int], family: str) -> Diagnostic:
        first = drawn[lacking[0]]
        others = len({drawn[place] for place in lacking} - {first})
        more = f", nor for {others} other{'s' * (others > 1)} of this text" if others else ""
        name = unicodedata.name(first, "").lower() or f"U+{ord(first):04X}"
        message = f"the font {family} has no glyph for “{first}” ({name}){more}"
        span = text.place(first, text.text[: lacking[0]].count(first))
        return self.found(message, span, _hint(first))


def _hint(character: str) -> str:
    """Return what to write instead."""
    if instead := _INSTEAD.get(character):
        return instead
    if ord(character) in _PICTURED:
        return "leave it out, or say it in words"
    if unicodedata.category(character).startswith("L"):
        return "deckgen sets Latin, Greek and Cyrillic letters; write the name in one of these"
    return "say it in words, or with a character of the font, such as → or ×"
