"""Abbreviations that are spelt out nowhere."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from deckgen.checks._written import MOST_TEXTS, in_order, is_alt, is_notes, spoken, spot, words_of
from deckgen.checks.base import Check, Checked
from deckgen.checks.mixed_alphabets import stranger_in
from deckgen.checks.unfinished_text import MARKS
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told

_CAPITALS = re.compile(
    r"(?:(?<![\w.&/’'-])|(?<=[a-z][’'])|(?<=\b[LD][’'])|(?<=[\s(«“„][’'])|(?<=[^\W\d_A-ZА-Я]{2}-))"
    r"[^\W\d_]{2,6}?(?=s?(?![\w&/-]|\.\w)|-[^\W\d_]?[^\W\d_A-ZА-Я]{2})"
)
"""A word that may be one: in the plural too, behind an article as in “l’ONSB”, or joined to a word by a hyphen."""
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
        for told, short in self._capitals(checked):
            word = short[0]
            # “NEW: …” begins a note, and is no abbreviation.
            if {word, f"{word}s"} & known or (is_notes(told) and told.text.startswith(":", short.end())):
                continue
            if re.search(rf"\b(?:{word.lower()}|{word.capitalize()})\b", everything):
                continue
            known.add(word)
            if not _spelt_out(word, everything, standing, facts.words.lang):
                message = f"“{word}” is spelt out nowhere in the deck"
                hint = f"spell it out once, with the short form behind it: … ({word})"
                yield self.found(message, spot(told, short.start(), short.end()), hint)

    def _capitals(self, checked: Checked) -> Iterator[tuple[Told, re.Match[str]]]:
        """Yield each word in capitals that is read or spoken."""
        for told in in_order(spoken(checked)):
            if not told.key.startswith("keywords") and not is_alt(told):
                yield from ((told, short) for short in _shorts(words_of(told)))


@lru_cache(MOST_TEXTS)
def _shorts(text: str) -> tuple[re.Match[str], ...]:
    """Return the words of a text that may be abbreviations; where all of it is in capitals nothing is known of them."""
    if text.upper() == text:
        return ()
    return tuple(
        short
        for short in _CAPITALS.finditer(text)
        if short[0].isupper()
        and not _ROMAN.fullmatch(short[0])
        and not stranger_in(short[0])
        and not _STANDARD.match(text, short.start())
    )


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
    words = [_plain(word) for word in re.findall(r"[^\W\d_]+", text) if word not in (short, f"{short}s")]
    if not any(word[0].isascii() == short[0].isascii() for word in words):
        return True
    within = language == "de"
    return any(word[0] in letters or (within and len(word) >= _COMPOUND and letters & set(word)) for word in words)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFD", word).casefold()
