"""Words that stand twice in a row."""

import re
from collections.abc import Iterator

from deckgen.checks._text import TextCheck
from deckgen.checks._written import spot, words_of
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.words import Words

_TWICE = re.compile(r"\b([^\W\d_]{2,})([*_]*[ \u00a0]+[*_]*)(\1)\b(?![-’'])", re.IGNORECASE)
_LETTER_TWICE = re.compile(
    r"(?<![\w’'.,/-])([^\W\d_])([*_]*[ \u00a0]+[*_]*)(\1)(?=[*_]*[ \u00a0]+[*_“«„]*(?:\d|[^\W_]{2}))", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:^|[.!?:;…]\s|,\s(?:\S+\s){0,2})[*_“„]*$")
"""Behind what an article may be a relative pronoun, with another behind it: “das Haus, in dem dem Kind”."""
_LATIN = re.compile(r"\s+(?:[a-z]*priori|posteriori|fortiori|contrario|cappella|capella)\b", re.IGNORECASE)


class DoubledWord(TextCheck):
    """A word that is written twice.

    What it finds
        A word behind which it stands again, in any case of its letters. Names such as “Baden Baden” are left alone,
        as are words that a language may double, but for “shops that that let people in”. Of one letter it is a word
        that never stands twice, such as “a a shop”; “A A”, “a a b” and initials are none.

    Why it matters
        It is read aloud by everyone in the room.

    Example:
        Most of the the States

    Instead
        Delete one of the two.

    """

    code = "E606"
    name = "doubled-word"
    severity = Severity.WARNING

    def look(self, told: Told, words: Words) -> Iterator[Diagnostic]:
        """Yield each second of two words that are one."""
        may = words.lists["may-double"]
        text = words_of(told)
        yield from self._letters(told, text, words)
        for match in _TWICE.finditer(text):
            first, second = match[1], match[3]
            is_name = second[0].isupper() and not second.isupper()
            behind = re.match(r"[\s*_]+([^\W\d_]+(?:[’'][^\W\d_]+)?)", text[match.end() :])
            never = words.lists["never-behind-doubled"]
            slip = behind is not None and behind[1].casefold().replace("'", "’") in never
            if first in words.lists["may-double-behind-comma"]:
                slip = not _RELATIVE.search(text[: match.start()])
            if (first.casefold() not in may or slip) and not is_name:
                message = f"“{first} {second}”: the word stands twice"
                yield self.found(message, spot(told, match.start(3), match.end(3)), "delete one of the two")

    def _letters(self, told: Told, text: str, words: Words) -> Iterator[Diagnostic]:
        """Yield each second of two words of one letter, which must be written small, but where a sentence begins."""
        for match in _LETTER_TWICE.finditer(text):
            first, second = match[1], match[3]
            before = text[: match.start()].rstrip(" \u00a0*_“«„")
            begins = not before or before[-1] in ".!?:…\n"
            if second not in words.lists["never-double"] or not (first == second or begins):
                continue
            # “The letters b a a and c”, and “what it is is clear”.
            last = re.search(r"[^\W\d_]+(?:[’'][^\W\d_]+)?$", before)
            said = re.split(r"[.!?:;…]", before)[-1].casefold().replace("'", "’")
            ending = words.lists["may-end-with-letter"]
            if (last and len(last[0]) == 1) or not set(re.findall(r"[\w’]+", said)).isdisjoint(ending):
                continue
            if not _LATIN.match(text[match.end() :]):
                message = f"“{first} {second}”: the word stands twice"
                yield self.found(message, spot(told, match.start(3), match.end(3)), "delete one of the two")
