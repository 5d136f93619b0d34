"""Signs of markup that are shown as they stand."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import is_notes, spot_of
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.deck import Told
from deckgen.model.words import Words

_SIGNS = re.compile(
    r"\*\*+|(?<!\w)__+(?=\w)|(?<=\w)__+(?!\w)|`+[^`\n]+`+|~~"
    r"|</?(?:b|i|u|em|strong|br|p|span|div|sup|sub|a|ul|ol|li|font|h[1-6])(?: [^<>]*)?/?>"
    r"|&(?:nbsp|amp|lt|gt|quot|apos|[mn]dash|hellip|[lr]?[sd]?quo|#x?[0-9a-fA-F]+);|\]\("
)
_HEADED = re.compile(r"#{2,6} |# (?=[^\W\d_])|[-*•·] (?=\S)")
_NUMBER_OF = re.compile(r"# (?=[^\W\d_])")
"""What begins a heading in Markdown before a capital, and else stands for “number of”."""
_NUMBERED = re.compile(r"\(?\d{1,2}[.)] ")


class UnreadMarkup(TextCheck):
    """Markdown or HTML that has no meaning here, and so is shown.

    What it finds
        ** or __ left over, backticks, <b> and the like, &nbsp;, ](, a dash at the start of a text, or a # before
        a capital, and an item that has its own bullet or number.

    Why it matters
        The signs stand on the slide as they were typed.

    Example:
        bullets: [“- Training”, “<b>Police</b>”]

    Instead
        Bold is **words**, italic *words*, a link [words](https://…); lists are items of bullets: or numbered:.

    """

    code = "E616"
    name = "unread-markup"
    severity = Severity.WARNING
    figures = True

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each sign that is shown and says nothing."""
        read = told.plain
        seen: list[str] = []
        for match in _SIGNS.finditer(read):
            # What ends a pair is told with what begins it.
            if not match[0].startswith("</") or f"<{match[0][2:]}" not in seen:
                yield self._of(match[0], spot_of(told, match[0], seen.count(match[0])))
            seen.append(match[0])
        # In notes a line may begin as its speaker likes.
        if not is_notes(told):
            begun = _HEADED.match(read) or (_NUMBERED.match(read) if ".numbered." in f".{told.key}" else None)
            if begun and not (_NUMBER_OF.match(read) and read[2].islower()):
                yield self._of(begun[0].strip(), spot_of(told, begun[0].strip()), at_start=True)

    def _of(self, sign: str, span: Span, *, at_start: bool = False) -> Diagnostic:
        message = f"“{sign}” is shown as it stands"
        hint = "bold is **words**, italic *words*, a link [words](https://…), and nothing else; else delete it"
        if at_start:
            message, hint = f"the text begins with “{sign}”, which is shown as it stands", "delete it"
        return self.found(message, span, hint)
