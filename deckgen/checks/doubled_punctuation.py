"""Signs that stand twice in a row."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import spot, words_of
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Mention, Told
from deckgen.model.words import Words

_TWICE = re.compile(
    r"(?<!\.)\.\.(?![./])|(?<!,),,+|(?<!:)::(?!:)|;;+|!!+|(?<!\?)\?\?(?!\?)"
    r"|,\.(?!\.|\d)|;\.|, ,|\. \.(?!\.| \.)"
)
_SHOWN = re.compile(r"(?<!\{)\{[^{}\n]*\}[*_]*[ \u00a0]?(?P<sign>%)")


class DoubledPunctuation(TextCheck):
    """Two full stops, commas or the like in a row.

    What it finds
        Two full stops, commas, colons, semicolons, question or exclamation marks in a row, a comma beside a full
        stop, and a second % behind a figure that has its own.

    Why it matters
        It is a slip of the hand that everybody sees.

    Example:
        as of 2024.. ; “{share}%” where the figure is shown as 39%

    Instead
        Keep one of the two; three full stops, as “…”, may stay.

    """

    code = "E607"
    name = "doubled-punctuation"
    severity = Severity.WARNING
    figures = True

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each sign that stands beside itself."""
        for match in _TWICE.finditer(words_of(told)):
            where = spot(told, match.start(), match.end())
            yield self.found(f"two signs stand together: “{match[0]}”", where, "keep one of the two")
        for match in _SHOWN.finditer(told.text):
            shown = next((of.shown for of in told.mentions if match[0].startswith(_written(of))), "")
            if shown.endswith("%"):
                message = f"the figure has its own %: this is shown as “{shown}%”"
                yield self.found(message, spot(told, match.start("sign"), match.end()), "delete this %")


def _written(of: Mention) -> str:
    return f"{{{of.indicator}.{of.field}}}" if of.field else f"{{{of.indicator}}}"
