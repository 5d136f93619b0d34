"""Texts in another language than the deck says."""

import re
from collections.abc import Iterator

from deckgen.checks._written import is_notes
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.content import Facts
from deckgen.model.deck import Slide, Told
from deckgen.model.words import Words
from deckgen.resolve.claims import Claims
from deckgen.resolve.deck import claims_of
from deckgen.source.words import phrases
from deckgen.spec.base import Text

NAMES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "ru": "Russian"}
"""The languages that can be told apart, as a message names them."""

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"\b(?:[^\W\d_][.&])+(?:[^\W\d_]\b)?")
"""Letters that stand for words, as in “i.e.”, “p.m.” and “Q&A”: each would be a small word of some language."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_LEAST_LETTERS, _MOST_OF_ALL = 15, 0.6
"""How many letters of a script tell that a text is in it, and what share of all letters they are at least."""

_LEAST_WORDS, _LEAST_DIFFERENT, _TIMES = 4, 3, 4
"""How many small words tell a language, how many of them differ and have two letters, and how many there are for
each of the deck's own."""
_LEAST_OF_TITLE = 8
"""How many words a title has at least that tells its language alone."""
_LEAST_BESIDE_A_CLAIM = 2
"""How many are enough beside a claim that only this language knows."""


class WrongLanguage(Check):
    """A deck, or a slide of it, that is in another language than lang: says.

    What it finds
        A deck, or a slide, whose letters are of another script, or whose small words (“the”, “les”, “und”) are all
        of another language; or a deck that claims in braces what is no claim but in the language that most of its
        small words are in. Notes and names are not looked at, nor is a text that leaves a doubt.

    Why it matters
        Screen readers and spelling checkers take each word for one of the language that the file names; and what
        deckgen adds itself, such as “Source”, is in that language.

    Example:
        A French deck without lang:, which is English where nothing is said.

    Instead
        Write lang: fr at the top of the deck, or translate the slide that is left.

    """

    code = "A513"
    name = "wrong-language"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the deck, or else each slide, that is in another language."""
        facts, slides = checked.deck.facts, checked.deck.slides
        said = checked.spec.lang
        by_slide = {slide.number: _words_on(slide) for slide in slides}
        every = [word for words in by_slide.values() for word in words]
        language = _other(facts.words, every) or _claimed_in(checked, every)
        if language:
            yield self._of_deck(checked, language)
            return
        foreign = {number: _other(facts.words, words) for number, words in by_slide.items()}
        judged = [number for number, words in by_slide.items() if len(words) >= 2 * _LEAST_WORDS]
        languages = {language for language in foreign.values() if language}
        if len(languages) == 1 and sum(map(bool, foreign.values())) * 2 > max(len(judged), 2):
            yield self._of_deck(checked, languages.pop())
            return
        for slide in slides:
            language = foreign[slide.number] or _of_title(facts.words, slide)
            if language:
                span = _first_foreign(facts.words, slide, language)
                found = (
                    f"slide {slide.number} is in {NAMES[language]}, yet the deck’s language is {_named(facts, said)}"
                )
                yield self.found(found, span, "translate it")

    def _of_deck(self, checked: Checked, language: str) -> Diagnostic:
        said = checked.spec.lang
        named = _named(checked.deck.facts, said)
        found = f"the texts of the deck are in {NAMES[language]}, yet its language is {named}"
        span = said.span if said else checked.spec.title.span
        return self.found(found, span, f"write lang: {language} at the top of the deck")


def _claimed_in(checked: Checked, words: list[str]) -> str:
    """Return the language of a claim that nobody can measure in that of the deck, if most small words are in it.

    Beside “{done | Un tiers}” fewer words than else leave no doubt that a deck is not in German.
    """
    own = checked.deck.facts.words
    measured = claims_of(checked.spec, own)
    claims = {mention.claim for _, told in checked.told for mention in told.mentions if _WORD.search(mention.claim)}
    unknown = [claim for claim in claims if not measured.readings(claim)]
    if not unknown:
        return ""
    spoken, mine = [word.lower() for word in words], frozenset(own.lists["small-words"])
    for language in NAMES:
        known = Claims(Words(language, *phrases(language), own.plural))
        others = frozenset(phrases(language)[1]["small-words"])
        theirs, ours = (sum(word in some for word in spoken) for some in (others - mine, mine - others))
        if theirs >= max(_LEAST_BESIDE_A_CLAIM, 2 * ours + 1) and any(map(known.readings, unknown)):
            return language
    return ""


def _words_on(slide: Slide) -> list[str]:
    """Return the words on a slide, without those of its notes."""
    return [word for told in slide.told if not is_notes(told) for word in _WORD.findall(_LETTERS.sub(" ", told.plain))]


def _first_foreign(own: Words, slide: Slide, language: str) -> Span:
    """Return where a slide that is in ``language`` begins to be."""
    others, mine = (frozenset(phrases(name)[1]["small-words"]) for name in (language, own.lang))

    def foreign(told: Told) -> int:
        # “Was Eltern wünschen” has a word of English, and a letter that English has not.
        if language == "en" and any(letter.isalpha() and not letter.isascii() for letter in told.plain):
            return 0
        spoken = [word.lower() for word in _WORD.findall(told.plain)]
        letters = len(_CYRILLIC.findall(told.plain)) if language == "ru" else 0
        return letters + sum((word in others) - (word in mine) for word in spoken)

    texts = sorted((told for told in slide.told if not is_notes(told)), key=lambda told: told.span)
    # The title is the first that is read, wherever it stands.
    texts.sort(key=lambda told: told.key != "title")
    return next((told.span for told in texts if foreign(told) > 0), slide.span)


def _other(own: Words, words: list[str]) -> str:
    """Return the language, not that of ``own``, that ``words`` are in for certain; else nothing."""
    letters = "".join(words)
    cyrillic = len(_CYRILLIC.findall(letters))
    if own.lang != "ru" and cyrillic >= max(_LEAST_LETTERS, _MOST_OF_ALL * len(letters)):
        return "ru"
    small = frozenset(own.lists["small-words"])
    # An English slide has an “a” as well as an Italian one.
    certain = small.difference(own.lists["of-others-too"])
    spoken = [word.lower() for word in words]
    # Most texts are in their own language; the words of others are read only where that is in doubt.
    if len(words) < 2 * _LEAST_WORDS or sum(word in certain for word in spoken) * 12 > len(words):
        return ""
    for language in NAMES:
        others = frozenset(phrases(language)[1]["small-words"])
        mine = sum(word in certain - others for word in spoken)
        theirs = [word for word in spoken if word in others - small]
        if (
            language != own.lang
            and len(theirs) >= max(_LEAST_WORDS, _TIMES * mine)
            and len({word for word in theirs if len(word) > 1}) >= _LEAST_DIFFERENT
        ):
            return language
    return ""


def _of_title(own: Words, slide: Slide) -> str:
    """Return the language of a title that was not translated, of which no word is of the language of the deck."""
    if any(mark in slide.title for mark in '“”„«»"'):
        return ""
    spoken = [word.lower() for word in _WORD.findall(slide.title)]
    mine = frozenset(own.lists["small-words"])
    if len(spoken) < _LEAST_OF_TITLE or not mine.isdisjoint(spoken):
        return ""
    for language in NAMES:
        others = frozenset(phrases(language)[1]["small-words"]) - mine
        theirs = [word for word in spoken if word in others and len(word) > 1]
        sure = len(set(theirs)) >= _LEAST_DIFFERENT or (len(theirs) >= _LEAST_WORDS and len(set(theirs)) > 1)
        if language != own.lang and sure:
            return language
    return ""


def _named(facts: Facts, said: Text | None) -> str:
    name = NAMES.get(facts.words.lang, facts.lang)
    return f"{name}" if said else f"{name}, as none is said"
