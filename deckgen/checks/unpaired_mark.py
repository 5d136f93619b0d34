"""Brackets and quotation marks that stand alone."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import spot, words_of
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_CLOSING = {")": "(", "]": "[", "»": "«"}
_NUMBERING = re.compile(r"(?:^|[\s,;/–-])(?:\d{1,2}[^\W\d_]?|[^\W\d_]|[ivx]{1,4})$", re.IGNORECASE)
_FACE = re.compile(r"[:;]-?$")
_MARK = re.compile(r"[()\[\]«»„“”\"]")
_ASKED = re.compile("[?!]")
_INVERTED = {"?": "¿", "!": "¡"}
_SENTENCE = re.compile(r"[^?!\n]*([?!])[?!]*")
_CURLY = re.compile("[„“”]")
_STRAIGHT = re.compile('"')


class UnpairedMark(TextCheck):
    """A bracket or a quotation mark without its other half.

    What it finds
        A bracket that is opened and not closed, or closed and not opened, and quotation marks that do not come in
        pairs. The bracket of “a)” or “1)” is none. In Spanish, a question or an exclamation without its first mark.

    Why it matters
        The reader cannot tell where the aside or the quotation ends.

    Example:
        The report (see page 4 was adopted

    Instead
        Write the other half, or delete this one.

    """

    code = "E609"
    name = "unpaired-mark"
    severity = Severity.WARNING

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each mark that has no other half."""
        german = words.lang == "de"
        if words.lang == "es" and _ASKED.search(told.text):
            for at in _begun_without_mark(words_of(told)):
                sign = told.text[at]
                message = f"the sentence that ends in {sign} does not begin with {_INVERTED[sign]}"
                yield self.found(message, spot(told, at, at + 1), "write both marks, or delete this one")
        if not _MARK.search(told.text):
            return
        text = _read(told)
        for at in (*_unpaired(text, german=german), *_odd(text)):
            opened = text[at] in _CLOSING.values()
            what = "bracket" if text[at] in "()[]" else "quotation mark"
            half = "closed" if opened else "opened"
            message = f"the {what} {text[at]} is not {half}"
            if text[at] in '„“”"':
                message = f"the quotation mark {text[at]} has no other half"
            yield self.found(message, spot(told, at, at + 1), "write the other half, or delete this one")


def _read(told: Told) -> str:
    """Return a text without the brackets of its links, each character at its place."""
    text = words_of(told)
    for link in re.finditer(r"\[[^\[\]\n]*(?=\]\()", told.text):
        text = f"{text[: link.start()]}0{text[link.start() + 1 :]}"
    return text


def _unpaired(text: str, *, german: bool) -> Iterator[int]:
    """Yield where brackets, and quotation marks that open and close by their form, have no other half."""
    open_at: list[int] = []
    for at, character in enumerate(text):
        # German sets »these« in books, and «these» in Switzerland.
        if german and character in "«»":
            continue
        if character in _CLOSING.values():
            open_at.append(at)
        elif character in _CLOSING:
            if open_at and text[open_at[-1]] == _CLOSING[character]:
                open_at.pop()
            elif not (character == ")" and (_NUMBERING.search(text[:at]) or _FACE.search(text[:at]))):
                yield at
    yield from open_at


def _begun_without_mark(text: str) -> Iterator[int]:
    """Yield the mark at the end of each Spanish question or exclamation that has none at its beginning."""
    for sentence in _SENTENCE.finditer(text):
        at = sentence.start(1)
        # “(!)” is a remark on a word; “¿Qué?!” has one mark for both.
        alone = text[at - 1 : at] in ("", "(", "[", " ")
        if not alone and not any(mark in sentence[0] for mark in _INVERTED.values()):
            yield at


def _odd(text: str) -> Iterator[int]:
    """Yield the last of quotation marks that do not come in pairs; where one may be an inch, nothing is certain."""
    for marks in (_CURLY, _STRAIGHT):
        found = [match.start() for match in marks.finditer(text)]
        if len(found) % 2 and not any(text[at - 1 : at].isdigit() for at in found):
            yield found[-1]
