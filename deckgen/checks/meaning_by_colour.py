"""Texts that speak of a thing by its colour."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from deckgen.checks._written import is_alt, is_notes, spoken, spot, words_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.model.words import Words
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
_OF_ONES = ("colours", "coloured-ones", "the-coloured", "the-coloured-do")


class MeaningByColour(Check):
    """A text that names a colour where it means a thing.

    What it finds
        Words such as “shown in red”, “the blue bars”, “States in green are …” or “(red)”, on a slide or in its notes;
        where a slide shows figures, also “those in orange passed”, “the red line is where help is needed”, and “the
        red ones need a visit” in a deck that speaks of no other colour: “green bins” may be called “the green ones”.
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
        ones = _of_ones(*(words.lists[name] for name in _OF_ONES))
        one_colour = _is_of_one_colour([told for _, told in spoken(checked) if not is_alt(told)], named, ones)
        for slide, told in spoken(checked):
            if is_alt(told) or not named.search(told.text):
                continue
            text = words_of(told).replace("*", " ").replace("_", " ")
            ways = [*_ways(words, slide, told), *([ones] if one_colour and slide and slide.indicators else [])]
            found = sorted((match for way in ways for match in way.finditer(text)), key=lambda match: match.start())
            behind = 0
            for match in found:
                if match.start() < behind:
                    continue
                behind = match.end()
                said = told.text[match.start() : match.end()].strip("();: ")
                start = told.text.index(said, match.start())
                message = f"“{said}” says by a colour what is meant"
                hint = "name the thing itself: colours differ by theme and print, and not everyone tells them apart"
                colour = named.search(told.text, start)
                at = colour.start() if colour and colour.end() <= start + len(said) else start
                yield self.found(message, spot(told, at, start + len(said)), hint)


def _ways(words: Words, slide: Slide | None, told: Told) -> Iterator[re.Pattern[str]]:
    """Yield what finds the colours by which a text may mean things."""
    yield _of(*(words.lists[name] for name in _LISTS))
    # Where nothing is drawn, those in green may well wear it.
    if slide and slide.indicators:
        yield _of_those(words.lang, *(words.lists[name] for name in _OF_THOSE))
        if not is_notes(told):
            yield _of_line(*(words.lists[name] for name in _OF_A_LINE))


def _is_of_one_colour(texts: Iterable[Told], named: re.Pattern[str], ones: re.Pattern[str]) -> bool:
    """Return whether a deck names one colour alone, and nothing by it but “ones”: what is red is no kind of thing."""
    said = set[str]()
    for told in texts:
        colours = [match[0].casefold() for match in named.finditer(told.text)]
        if colours and len(colours) != len(ones.findall(words_of(told))):
            return False
        said.update(colours)
    return len(said) == 1


@cache
def _of_ones(*lists: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds those that are called by a colour alone: “the red ones”."""
    colours, ones, others, verbs = lists
    colour = f"(?:{'|'.join(re.escape(word) for word in colours if word.islower())})"
    sure, open_ = ("|".join(_small_behind(phrase, colour) for phrase in phrases) for phrases in (ones, others))
    behind = "|".join(map(re.escape, verbs))
    begin = r"(?:(?<!\w)|(?=[;:]))"
    return re.compile(rf"{begin}(?:(?:{sure})(?!\w)|(?:{open_})(?= +(?:{behind})(?!\w)))", re.IGNORECASE)


def _small_behind(phrase: str, colour: str) -> str:
    """Return a pattern of a phrase of which only the first word may be written large: “die Roten” are a party."""
    first, space, rest = phrase.partition(" ")
    first, rest = (re.escape(part).replace(r"\{colour\}", colour) for part in (first, rest))
    return f"{first}(?-i:{space}{rest})"


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
