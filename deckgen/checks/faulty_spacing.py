"""Spaces that are missing, or too many."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import spot, words_of
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_LETTER = r"[^\W\d_]"
_EVERYWHERE = (
    (r"(?<=\S)[ \u00a0]{2,}(?=\S)", "spaces stand in a row"),
    (rf"(?<=\S) +(?=[,.](?:\s|$|[)\]”»])|,{_LETTER})", "a space stands before a {next}"),
    (r"(?<=[(\[]) +(?=[^\s)\]])", "a space stands behind the opening bracket"),
    (r"(?<=[^\s(\[]) +(?=[)\]])", "a space stands before the closing bracket"),
    (rf"(?<={_LETTER}{_LETTER})[,;](?={_LETTER}{{2}})", "no space stands behind this {sign}"),
    (r"(?<=[^\W\d_A-ZА-Я]{2})\.(?=[A-ZА-Я][^\W\d_A-ZА-Я])", "no space stands behind this {sign}"),
)
_BEFORE_SIGN = (r"(?<=[^\s\d]) +(?=[:;!?](?:\s|$))", "a space stands before a {next}")
"""What is a mistake in every language but French."""

_SIGNS = {
    ",": "comma", ".": "full stop", ":": "colon", ";": "semicolon", "!": "exclamation mark", "?": "question mark",
}  # fmt: skip
_FILE = re.compile(r"[\w./-]+\.(?:com|org|net|int|eu|gov|info|docx?|xlsx?|pptx?|pdf|ya?ml)\b", re.IGNORECASE)


class FaultySpacing(TextCheck):
    """Two spaces between words, a space before a comma, or none behind it.

    What it finds
        Two spaces in a row; a space before a comma, a full stop or a closing bracket, or behind an opening one; a
        word right behind a comma, a semicolon or a full stop. In French a space before : ; ! ? is as it should be.

    Why it matters
        On a wall it is a hole in the line, and the first thing that is seen.

    Example:
        The  survey ,as said

    Instead
        “The survey, as said”.

    """

    code = "E605"
    name = "faulty-spacing"
    severity = Severity.WARNING

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each place where a space is missing, or is one too many."""
        ways = _EVERYWHERE if words.lang == "fr" else (*_EVERYWHERE, _BEFORE_SIGN)
        text = words_of(told)
        if "." in text:
            text = _FILE.sub(lambda match: "0" * len(match[0]), text)
        for pattern, says in ways:
            for match in re.finditer(pattern, text):
                yield self._of(told, match, says)

    def _of(self, told: Told, match: re.Match[str], says: str) -> Diagnostic:
        text, start, end = told.text, match.start(), match.end()
        before, after = text[:start].split()[-1:] or [""], text[end:].split()[:1] or [""]
        message = says.format(next=_SIGNS.get(text[end : end + 1], ""), sign=_SIGNS.get(match[0], ""))
        if len(match[0]) > 1 and match[0].isspace() and "row" in says:
            message = f"{len(match[0])} {message}"
        near = f"{before[0]}{match[0]}{after[0]}"
        hint = "add a space" if match[0] in _SIGNS else "keep one" if "row" in says else "delete it"
        return self.found(f"{message}: “{near}”", spot(told, start, end), hint)
