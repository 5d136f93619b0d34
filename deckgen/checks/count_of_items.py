"""Titles that say how many things follow, above a list of another number."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from deckgen.checks._lists import WrittenList, lists
from deckgen.checks._naming import one_word
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._numbers import either
from deckgen.checks._written import spot, words_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.source.words import claim_words, phrases
from deckgen.spec.base import SlideSpec

_HEADING = re.compile(r"columns\.\d+\.title")

_MOST_BEFORE = 1
"""How many words may stand before a number that a title begins with, as in “Our three requests”."""

_MOST_BEHIND = 2
"""How many words may stand behind one that a title ends with, as in “Mayors can do three things this year”."""


class CountOfItems(Check):
    """A title that says three, above a list of four.

    What it finds
        “Three recommendations”, “Wir bitten um drei Entscheidungen” or “in four steps”, where a title, a lead or the
        heading of a column begins or ends so, and the only list, or timeline, under it has another number of items; or
        the list of the column that is headed by the thing, such as “Decisions”.

    Why it matters
        The audience counts along, and waits for the one that is missing.

    Example:
        Three decisions are asked of the Committee, above four items

    Instead
        Correct the number, or the list.

    """

    code = "E619"
    name = "count-of-items"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each number of things that is not the number of items."""
        language = checked.deck.facts.words.lang
        by_slide: dict[int, list[WrittenList]] = {}
        for of in lists(checked):
            by_slide.setdefault(of.slide.number, []).append(of)
        for slide, placed in zip(checked.deck.slides, checked.spec.slides, strict=True):
            listed = by_slide.get(slide.number, [])
            steps = len(getattr(placed.spec, "timeline", ()))
            if placed.share is None and (listed or steps):
                found = [*self._of_slide(slide, placed.spec, listed, language)]
                # A title counts what is there for everyone, or all there is, where an item is kept for some.
                whole = next((one.spec for one in checked.whole.slides if one.span == placed.span), placed.spec)
                if found and not _keeps(whole):
                    yield from found

    def _of_slide(
        self, slide: Slide, written: SlideSpec, listed: list[WrittenList], language: str
    ) -> Iterator[Diagnostic]:
        for told in slide.told:
            column, _, key = told.key.rpartition(".")
            if key not in ("title", "lead") or (column and not re.fullmatch(r"columns\.\d+", column)):
                continue
            counted = _counted(told, language)
            if counted is None:
                continue
            count, start, said, more = counted
            below = [of for of in listed if of.key.startswith(column)]
            items = _items(below, written if not column else None)
            if items is None and not column:
                below = _under_its_heading(said, slide, listed)
                items = _items(below, None)
            if items is None or items == count + more or count in (items, *_other_counts(slide, below, written)):
                continue
            message = f"“{said}” is said here, and the list has {items} items"
            yield self.found(message, spot(told, start, start + len(said)), "correct the number, or the list")


def _keeps(part: object) -> bool:
    """Return whether an item or a column of a slide is kept for some audiences."""
    below = [one for name in ("columns", "bullets", "numbered") for one in getattr(part, name, ())]
    return any(getattr(one, "audience", ()) or _keeps(one) for one in below)


def _under_its_heading(said: str, slide: Slide, listed: list[WrittenList]) -> list[WrittenList]:
    """Return the lists of the only column that is headed by what is counted: “Decisions”, of “Three decisions”."""
    thing = said.rsplit(maxsplit=1)[-1].casefold()
    headed = [
        told.key.removesuffix("title")
        for told in slide.told
        if _HEADING.fullmatch(told.key) and any(one_word(thing, word.casefold()) for word in told.plain.split())
    ]
    return [of for of in listed if of.key.startswith(headed[0])] if len(headed) == 1 else []


def _items(below: list[WrittenList], written: SlideSpec | None) -> int | None:
    """Return how many items the only list, or timeline, has; None where there are several, or none."""
    outermost = [len(of.items) for of in below if of.outermost]
    steps = len(getattr(written, "timeline", ()))
    counts = [*outermost, *([steps] if steps else [])]
    return counts[0] if len(counts) == 1 and counts[0] > 1 else None


def _other_counts(slide: Slide, below: list[WrittenList], written: SlideSpec) -> Iterator[int]:
    """Yield what else on a slide may be counted: items of all levels together, columns, figures, paragraphs."""
    inner = [of for of in below if not of.outermost]
    every = sum(len(of.items) for of in below)
    yield every
    yield every - len(inner)
    yield sum(len(of.items) for of in inner)
    columns = getattr(written, "columns", ())
    yield len(columns)
    yield len(slide.indicators)
    yield sum(bool(re.fullmatch(r"(?:columns\.\d+\.)?text(?:\.\d+)?", told.key)) for told in slide.told)


def _counted(told: Told, language: str) -> tuple[int, int, str, int] | None:
    """Return how many things a text says there are, where it says so, and in which words; None where it may mean less.

    The number begins or ends the text, and is the only one in it. The last is how many may come on top: one where the
    text goes on with “and an offer”.
    """
    text = words_of(told).replace("*", " ").replace("_", " ")
    found = _pattern(language).search(text)
    if found is None or re.search(r"[\d{]", told.text.replace(found[0], "", 1)):
        return None
    if len(_any_number(language).findall(text)) != 1:
        return None
    before, behind = text[: found.start()].split(), text[found.end() :].split()
    small = phrases(language)[1]["small-words"]
    # “Three lessons a week” counts what there is in each week.
    spans = claim_words(language)["plain"]["spans"]
    if any(word.strip(".,:;!?") in spans for word in behind):
        return None
    said = next(word for word in found[0].split() if word)
    if any(word.casefold() in small for word in found["between"].split()) or (
        len(before) > _MOST_BEFORE and len(behind) > _MOST_BEHIND
    ):
        return None
    plain = claim_words(language)["plain"]
    joined = behind[:1] and behind[0] in plain["joins"] and behind[1:2] and behind[1] in plain["articles"]
    return said_number(said, language), found.start(), found[0], int(bool(joined))


@cache
def _values(language: str) -> Mapping[str, int]:
    """Return the number words of a language with what they are worth, without the one that is an article as well."""
    return {word: value for word, value in number_words(language).items() if value != 1}


@cache
def _any_number(language: str) -> re.Pattern[str]:
    """Return what finds every number of a text, one as well: “Two are ready, one needs a law”."""
    words = number_words(language)
    articles = {"fr": ("un", "une"), "it": ("un", "uno", "una"), "es": ("un", "uno", "una")}.get(language, ())
    if language == "de":
        articles = ("ein", "eine", "einer", "eines", "einem", "einen")
    counted = [word for word in words if word not in articles]
    return re.compile(rf"(?<!\w)(?:{either(counted)}|\d+)(?!\w)", re.IGNORECASE)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds a number of listed things, with up to one word between: “three concrete proposals”.

    In German, the last part of a word says what it is: “Sofortmaßnahmen”.
    """
    things = either(phrases(language)[1]["listed-things"])
    part = r"\w*" if language == "de" else ""
    values = either(_values(language))
    return re.compile(
        rf"(?<![\w.,/-])(?:{values}|[2-9]|1[0-2]) (?P<between>(?:[^\W\d_]+ )?){part}(?:{things})(?!\w)", re.IGNORECASE
    )
