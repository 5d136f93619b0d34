"""Abbreviations that are spelt out nowhere."""

import re
import unicodedata
from collections.abc import Iterator

from deckgen.checks._written import is_alt, is_notes, spoken, spot, words_of
from deckgen.checks.base import Check, Checked
from deckgen.checks.mixed_alphabets import stranger_in
from deckgen.checks.unfinished_text import MARKS
from deckgen.diagnostics import Diagnostic, Severity

_CAPITALS = re.compile(r"(?<![\w.&/’'-])[^\W\d_]{2,6}(?![\w&/-]|\.\w)")
_STANDARD = re.compile(
    r"(?:EN|ISO|IEC|CEN|DIN|BS|NF|UNE|UNI|CEI|IEEE|RFC|ГОСТ|ТУ)(?:[ /](?:EN|ISO|IEC|CEI|IEEE|Р))* ?[–-]? ?\d"
)
"""The number of a standard, which is a name: “EN 17210”, “DIN EN ISO 9241”."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")

_COMPOUND = 8


class UnexplainedAbbreviation(Check):
    """An abbreviation that the deck never spells out.

    What it finds
        A word of two to six capitals on a slide or in its notes that stands nowhere in brackets behind its long
        form, or before it; a long form has a word that begins with one of its letters. Neither well-known ones
        such as EU and PDF are told, nor names of the organisation, nor Roman numerals, nor numbers of
        standards, nor parts of symbols such as PC.DEC/1107. Each is told once.

    Why it matters
        Delegates ask what it stands for, or do not ask.

    Example:
        THB, on each slide

    Instead
        Spell it out once: “trafficking in human beings (THB)”.

    """

    code = "E611"
    name = "unexplained-abbreviation"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the first place of each abbreviation that is not spelt out."""
        facts = checked.deck.facts
        named = re.findall(r"\w+", f"{facts.organisation} {facts.author}")
        known = {*facts.words.lists["known-abbreviations"], *MARKS, *named}
        standing = facts.words.lists["stands-for"]
        titles = (str(source.title) for source in checked.spec.sources.values())
        everything = "\n".join([*(told.plain for _, told in checked.told), *titles])
        words = set(re.findall(r"\w+", everything))
        read = (told for _, told in spoken(checked) if not told.key.startswith("keywords") and not is_alt(told))
        for told in sorted(read, key=lambda told: told.span):
            text = words_of(told)
            if text.upper() == text:
                continue
            for match in _CAPITALS.finditer(text):
                short = match[0]
                emphasis = short.lower() in words or short.capitalize() in words
                if not short.isupper() or short in known or emphasis or _ROMAN.fullmatch(short):
                    continue
                # “NEW: …” begins a note, and is no abbreviation.
                if is_notes(told) and text.startswith(":", match.end()):
                    continue
                if stranger_in(short) or _STANDARD.match(text, match.start()):
                    continue
                known.add(short)
                if not _spelt_out(short, everything, standing, facts.words.lang):
                    message = f"“{short}” is spelt out nowhere in the deck"
                    hint = f"spell it out once, with the short form behind it: … ({short})"
                    yield self.found(message, spot(told, match.start(), match.end()), hint)


def _spelt_out(short: str, text: str, standing: tuple[str, ...], language: str) -> bool:
    """Return whether an abbreviation stands in brackets behind words of its letters, or before its long form."""
    behind = rf"[^\W\d_]{{2,}}[”»*]* [(\[](?:[^()\n]*[,;] )?[“„«]?{short}s?[”“»]?(?:[,;][^()\n]*)?[)\]]"
    said = "|".join(map(re.escape, standing))
    before = rf"\b{short}s?[”“»\"]? (?:[(\[][^\W\d_]{{2,}}[ -]|= |(?:{said}) )"
    if re.search(before, text):
        return True
    return any(_shares_letter(short, _sentence(text, found), language) for found in re.finditer(behind, text))


def _sentence(text: str, found: re.Match[str]) -> str:
    """Return what stands in a sentence up to the end of what was found."""
    before = max(text.rfind(sign, 0, found.start()) for sign in (". ", "! ", "? ", "; ", "\n"))
    return text[before + 1 : found.end()]


def _shares_letter(short: str, text: str, language: str) -> bool:
    """Return whether a word beside an abbreviation begins with one of its letters, or has another alphabet.

    In German, where words are made of words, a long one may have the letter within.
    """
    letters = set(_plain(short))
    words = [_plain(word) for word in re.findall(r"[^\W\d_]+", text) if word != short]
    if not any(word[0].isascii() == short[0].isascii() for word in words):
        return True
    within = language == "de"
    return any(word[0] in letters or (within and len(word) >= _COMPOUND and letters & set(word)) for word in words)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFD", word).casefold()
