"""Texts that speak of a thing by its colour."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._written import is_alt, is_notes, spoken, spot, words_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.source.words import claim_words

_LISTS = (
    "colours",
    "coloured-things",
    "shown",
    "in-colour",
    "after-colour",
    "small-words",
    "coloured-lines",
    "telling",
    "what-is",
)
_OF_A_LINE = ("colours", "coloured-lines", "is-those")
_OF_THOSE = ("colours", "those-in-colour", "in-colour", "after-colour", "after-those-in-colour", "small-words")


class MeaningByColour(Check):
    """A text that names a colour where it means a thing.

    What it finds
        Words such as “shown in red”, “the blue bars”, “States in green are …” or “(red)”, on a slide or in its notes;
        where a slide shows figures, also “those in orange passed” and “the red line is where help is needed”.
        An alternative text may say of what colour things are: it is read instead of seeing them.

    Why it matters
        One man in twelve does not tell red from green, a printer shows both in grey, and the colour changes with
        the theme.

    Example:
        The red bars did not answer

    Instead
        Name the thing: “The States that did not answer”; what is highlighted has its own label.

    """

    code = "A516"
    name = "meaning-by-colour"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each place where a colour carries the meaning."""
        words = checked.deck.facts.words
        named = _any(words.lists["colours"])
        for slide, told in spoken(checked):
            if is_alt(told) or not named.search(told.text):
                continue
            text = words_of(told).replace("*", " ").replace("_", " ")
            ways = [_of(*(words.lists[name] for name in _LISTS))]
            # Where nothing is drawn, those in green may well wear it.
            if slide and slide.indicators:
                ways.append(_of_those(words.lang, *(words.lists[name] for name in _OF_THOSE)))
                if not is_notes(told):
                    ways.append(_of_line(*(words.lists[name] for name in _OF_A_LINE)))
            found = sorted((match for way in ways for match in way.finditer(text)), key=lambda match: match.start())
            behind = 0
            for match in found:
                if match.start() < behind:
                    continue
                behind = match.end()
                said = told.text[match.start() : match.end()].strip("() ")
                start = told.text.index(said, match.start())
                message = f"“{said}” says by a colour what is meant"
                hint = "name the thing itself: colours differ by theme and print, and not everyone tells them apart"
                colour = named.search(told.text, start)
                at = colour.start() if colour and colour.end() <= start + len(said) else start
                yield self.found(message, spot(told, at, start + len(said)), hint)


@cache
def _any(colours: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, colours))})\b", re.IGNORECASE)


@cache
def _of(*lists: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a colour that carries a meaning.

    “The Red Cross”, “the green economy” and “a red line” are none: a colour must belong to a part of a chart, be what
    something is shown in, or stand alone in brackets.
    """
    colour, thing, verb, led, after, small, line, telling, what = (
        f"(?:{'|'.join(map(re.escape, words))})" for words in lists
    )
    ended = rf"(?= *(?:[^\w\s]|$)| +(?:{after}|{small})\b)"
    ways = (
        rf"{colour} +{thing}",
        rf"{thing} +(?:{led} +)?{colour}",
        rf"{verb} +(?:{led} +)?(?:\w+ +)?{colour}{ended}",
        rf"{what} +{verb} +{led} +{colour}",
        rf"{colour} +{verb}",
        rf"{colour} +{line}(?= +{telling}\b)",
        rf"{line} +{colour}(?= +{telling}\b)",
        rf"{led} +{colour}(?= +{after}\b)",
        rf"(?<=\() *(?:{led} +)?{colour} *(?=\))",
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)


@cache
def _of_line(*lists: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a line that a text beside figures says to be something: “the red line is where …”.

    Where nothing is drawn, and in notes, a red line may be one that nobody crosses.
    """
    colour, line, is_those = (f"(?:{'|'.join(map(re.escape, words))})" for words in lists)
    return re.compile(rf"(?<!\w)(?:{colour} +{line}|{line} +{colour})(?= +{is_those}(?!\w))", re.IGNORECASE)


@cache
def _of_those(language: str, *lists: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds those that are meant by a colour: “those in orange passed”.

    “Those in green jobs”, “those in Orange County” and “those in blue and white shirts” are not: a verb must follow, or
    nothing. Only in German has a colour a capital letter.
    """
    colour, those, led, after, _, small = (f"(?:{'|'.join(map(re.escape, words))})" for words in lists)
    ended = rf" *(?:[^\w\s]|$)| +(?:{small})\b"
    any_ = rf"(?!(?:{'|'.join(map(re.escape, claim_words(language)['plain']['of']))})\b)(?-i:[a-zà-ÿ])\w*"
    ends = {"…": any_} | {word: rf"\w+{word[1:]}(?={ended})" for word in lists[4] if word.startswith("…") and word[1:]}
    # “Those in red carry the name” has a verb, for an article follows.
    ends |= {word: rf"(?-i:[a-zà-ÿ])\w*{re.escape(word[1:])}" for word in lists[4] if word.startswith("… ")}
    verbs = [ends.get(word, re.escape(word)) for word in lists[4]]
    next_ = rf" *(?:[.;:!?)]|,(?! *{colour}\b)|$)| +(?:{'|'.join((after, *verbs))})\b"
    begin = r"(?-i:\w)" if language == "de" else r"(?-i:[^\W\dA-ZА-Я])"
    named = rf"{led} +(?={begin}){colour}"
    # “In orange those who passed” leaves nothing open; “the cases in red need help” has one of the verbs.
    sure = "|".join(re.escape(word) for word in lists[4] if not word.startswith("…")) or "(?!)"
    ways = (rf"{those} +{named}(?={next_})", rf"{named} +{those}(?!\w)", rf"{named}(?= +(?:{sure})\b)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})", re.IGNORECASE)
