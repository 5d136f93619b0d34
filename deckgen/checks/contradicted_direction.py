"""A sentence that says a figure rose where it fell, or the other way round."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from deckgen.checks._naming import Names, Sentence, sentences
from deckgen.checks._numbers import either, masked
from deckgen.checks._sight import phrases, said, says, totals_of
from deckgen.checks._telling import what
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Slide, Told
from deckgen.model.figures import Indicator
from deckgen.values import frozen

_WAYS = {"rose": 1, "fell": -1, "is unchanged": 0}


@frozen
class _Direction:
    """Which way a sentence says that a figure went, in what words and where, and what in it leaves that open.

    ``ends`` is what of the words stands apart, at the end.
    """

    said: str
    start: int
    way: int
    open: frozenset[str]
    ends: str = ""


class ContradictedDirection(Check):
    """A sentence that says of a figure that it rose, fell or stayed, which it did not.

    What it finds
        A sentence that names one indicator, or several in one enumeration, and says in plain words which way they
        went: not the way their figures go. What is denied, compared or hoped for is left alone.

    Why it matters
        The headline says the opposite of the chart under it.

    Example:
        Sham marriage fell to {sham-marriage.after}, with before: 23% and after: 39%

    Instead
        Write what the figures say, or correct them: before and after may have changed places.

    """

    code = "R369"
    name = "contradicted-direction"

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each sentence that goes the other way."""
        names = Names.of(checked.deck, set(totals_of(checked).values()))
        lists = checked.deck.facts.words.lists
        for slide, told in checked.told:
            if told.key.startswith("indicators."):
                continue
            for sentence in sentences(told):
                direction = _direction(sentence, lists)
                if direction:
                    wrong = _against(direction, self._about(checked, names, sentence, slide), lists)
                    if wrong:
                        yield self._told(checked, told, sentence, direction, wrong)

    def _about(self, checked: Checked, names: Names, sentence: Sentence, slide: Slide | None) -> tuple[Indicator, ...]:
        """Return the indicators that a sentence speaks of: one, or those of one enumeration."""
        indicators = checked.deck.indicators
        shown = slide.indicators if slide else ()
        called = [name for name, _ in sentence.references if name in indicators]
        called += names.named(sentence, shown)
        about = tuple(indicators[name] for name in dict.fromkeys(called) if name not in names.totals)
        return about if len(about) == 1 or _enumerated(sentence, about) else ()

    def _told(
        self, checked: Checked, told: Told, sentence: Sentence, direction: _Direction, wrong: Indicator
    ) -> Diagnostic:
        span = place(told, direction.said, sentence.start + direction.start)
        phrase = f"{direction.said}{direction.ends}"
        message = f"“{phrase}” is said of “{wrong.id}”, which is {what(wrong, checked.deck.facts.words)}"
        return self.found(message, span, "say what the figures say, or correct them: have they changed places?")


def _direction(sentence: Sentence, lists: Mapping[str, tuple[str, ...]]) -> _Direction | None:
    """Return which way a sentence says that a figure went; None where it says both."""
    text = masked(sentence.text)
    first = re.match(r"\W*", text)
    begin = first.end() if first else 0
    found = [(phrase, way) for name, way in _SAID for phrase in phrases(lists[name]).finditer(text)]
    found += [(phrase, way) for name, way in _SAID for one in _apart(lists[name]) for phrase in one.finditer(text)]
    found += [(phrase, way) for name, way in _BEGINS if (phrase := phrases(lists[name]).match(text, begin))]
    if not found or len({way for _, way in found}) != 1:
        return None
    rest = text
    for phrase, _ in found:
        # What stands between two words that stand apart is read.
        if "ends" not in phrase.re.groupindex:
            rest = rest[: phrase.start()] + " " * len(phrase[0]) + rest[phrase.end() :]
    # “Rose until 2018” tells nothing of today; “rose up to {x}” does.
    rest = re.sub(rf"(?<!\w)(?i:{either(lists['until'])})\s+(?=_)", " ", rest)
    phrase, way = found[0]
    ends = phrase["ends"] if "ends" in phrase.re.groupindex else ""
    whole = phrase["begins"] if ends else phrase[0]
    return _Direction(whole, phrase.start(), _WAYS[way], said(rest, lists["left-open"]), f" … {ends}" if ends else "")


@cache
def _apart(listed: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return patterns of the phrases ``listed`` whose end stands apart: “ging von 39 auf 31 zurück”."""
    pairs = [map(re.escape, phrase.split(" … ")) for phrase in listed if " … " in phrase]
    ends = r"(?=\W*$|[,.;:])"
    return tuple(re.compile(rf"(?<!\w)(?P<begins>(?i:{a}))\s[^.,;:]*?\s(?P<ends>{b}){ends}") for a, b in pairs)


_SAID = (("said-risen", "rose"), ("said-fallen", "fell"), ("said-unchanged", "is unchanged"))
_BEGINS = (("begins-risen", "rose"), ("begins-fallen", "fell"))


def _against(
    direction: _Direction, about: tuple[Indicator, ...], lists: Mapping[str, tuple[str, ...]]
) -> Indicator | None:
    """Return the first indicator whose figures all go another way.

    A label that speaks of change tells nothing. What leaves the sentence open does not where the label says it too:
    “costs” in the sentence are those that were measured.
    """
    for of in about:
        values = [figure.value for figure in of.figures]
        steps = {(later > earlier) - (later < earlier) for earlier, later in pairwise(values)}
        turns = any(says(of.name, lists[name]) for name in ("said-risen", "said-fallen"))
        alike = direction.open == said(of.name, lists["left-open"])
        if len(steps) == 1 and direction.way not in steps and alike and not turns:
            return of
    return None


def _enumerated(sentence: Sentence, about: tuple[Indicator, ...]) -> bool:
    """Return whether indicators stand in one list: a comma or one word, not a verb, between their labels."""
    places = sorted(found for of in about for found in _places(sentence.text, of))
    gaps = [sentence.text[end:start] for (_, end), (start, _) in pairwise(places)]
    return len(places) == len(about) > 1 and all(re.fullmatch(r"\W*(?:[^\W\d_]{1,3}\W+)?", gap) for gap in gaps)


def _places(text: str, of: Indicator) -> Iterator[tuple[int, int]]:
    """Yield where a reference to an indicator, or what is bold in its label, stands word for word."""
    bold = "".join(run.text for run in of.label if run.bold) or of.name
    for part in (re.escape(bold), rf"\{{{re.escape(of.id)}[^}}]*\}}"):
        yield from (found.span() for found in re.finditer(part, text, re.IGNORECASE))
