"""A sentence that says a figure rose where it fell, or the other way round."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.checks._around import Around
from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._of_today import of_today
from deckgen.checks._phrases import bare, either, plain_words
from deckgen.checks._speaking import Subjects
from deckgen.checks._telling import what
from deckgen.checks._verdict import place
from deckgen.checks._ways import wrong_ways
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic
from deckgen.model.deck import Told
from deckgen.source.words import claim_words


class ContradictedDirection(Check):
    """A sentence that says of a figure that it rose, fell or stayed, which it did not.

    What it finds
        A clause that names one indicator, or several in one enumeration, and says in plain words which way they went:
        not the way their figures go, also “fewer than three years ago” or “than in 2022”; and “from {x.after} to
        {x.before}”, or “today there are {x.before}”. Of figures that went both ways, a text of one sentence that names
        no time must say how they ended.
        What is denied, compared or hoped for is left alone.

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
        """Yield each clause that goes the other way."""
        for one in wrong_ways(checked):
            span = place(one.told, one.way.said, one.start)
            phrase = f"{one.way.said}{one.way.ends}"
            message = f"“{phrase}” is said of “{one.of.id}”, which is {what(one.of, checked.deck.facts.words)}"
            first, last = one.of.figures[0].value, one.of.figures[-1].value
            places = ": have they changed places?" if one.way.way and first != last and len(one.of.figures) == 2 else ""
            yield self.found(message, span, f"say what the figures say, or correct them{places}")
        for _, told in checked.told:
            if ".before" in told.text and not told.key.startswith("indicators."):
                for sentence in sentences(told):
                    yield from self._exchanged(checked, told, sentence)
                    yield from self._against(checked, told, sentence)
                    yield from self._after(checked, told, sentence)
                    yield from self._today(checked, told, sentence)

    def _today(self, checked: Checked, told: Told, sentence: Sentence) -> Iterator[Diagnostic]:
        """Yield “Today there are {x.before}”."""
        words = checked.deck.facts.words
        said = of_today(sentence, Subjects.of_deck(checked), words.lists)
        if said:
            found, of = said
            message = f"“{found[0]}” is said of today, and is the earlier figure of “{of.id}”, {what(of, words)}"
            yield self.found(message, place(told, found[0], sentence.start + found.start()), f"write {{{of.id}.after}}")

    def _exchanged(self, checked: Checked, told: Told, sentence: Sentence) -> Iterator[Diagnostic]:
        """Yield where a sentence goes from the later figure to the earlier."""
        for found in _from_to(checked.deck.facts.words.lang).finditer(sentence.text):
            of = checked.deck.indicators.get(found["of"])
            if of and of.before and of.latest:
                message = f"“{found['said']}” goes from the later figure of “{of.id}” to the earlier"
                start = found.end("from")
                span = place(told, found["said"][len(found["from"]) :], sentence.start + start)
                begin, end = f"{found['from']}{{{of.id}.before}}", f"{{{of.id}.after}}"
                yield self.found(message, span, f"write {begin}{found['gap']}{end}")

    def _after(self, checked: Checked, told: Told, sentence: Sentence) -> Iterator[Diagnostic]:
        """Yield “{x.before}, after {x.after}” and “up from {x.after}”: what was earlier is the later figure."""
        for found in _following(checked.deck.facts.words.lang).finditer(sentence.text):
            of = checked.deck.indicators.get(found["of"])
            if of and of.before and of.latest:
                message = f"“{found['said']}” says that the later figure of “{of.id}” was the earlier"
                span = place(told, found["said"], sentence.start + found.start("said"))
                yield self.found(message, span, f"write {{{of.id}.after}} first, and behind it {{{of.id}.before}}")

    def _against(self, checked: Checked, told: Told, sentence: Sentence) -> Iterator[Diagnostic]:
        """Yield “{x.after}, fewer than the {x.before}” where it is more, and the other way round."""
        for found in _than(checked.deck.facts.words.lang).finditer(sentence.text):
            of = checked.deck.indicators.get(found["of"])
            earlier = bool(found["earlier"])
            if not of or not of.before or not of.latest or earlier == (found["field"] == "before"):
                continue
            first, second = (of.before, of.latest) if earlier else (of.latest, of.before)
            between = Around(bare(found[0]), 0, 0, frozenset(), frozenset())
            if between.has(plain_words(checked.deck.facts.words.lang)["negative"]):
                continue
            way = (first.value > second.value) - (first.value < second.value)
            if way != (1 if found["more"] else -1):
                message = f"“{found['said']}” is said of “{of.id}”, which is {what(of, checked.deck.facts.words)}"
                span = place(told, found["said"], sentence.start + found.start("said"))
                yield self.found(message, span, "say what the figures say, or correct them")


@cache
def _than(language: str) -> re.Pattern[str]:
    """Return a pattern of “{x.after} …, fewer than the {x.before}”, with nothing else counted between."""
    plain = claim_words(language)["plain"]
    more, fewer, than = (either(plain[name]) for name in ("more", "fewer", "than"))
    few = r"[^{}.;:!?\d]{0,40}"
    return re.compile(
        rf"\{{\s*(?P<of>[\w-]+)(?:(?P<earlier>\.before)|\.after|\.value)?\s*\}}{few}"
        rf"(?<!\w)(?P<said>(?i:(?P<more>{more})|{fewer})\s+(?i:{than}))(?!\w){few}"
        rf"\{{\s*(?P=of)\.(?P<field>before|after)\s*\}}"
    )


@cache
def _following(language: str) -> re.Pattern[str]:
    """Return a pattern of “{x.before} nights, after {x.after}”, with one word between."""
    after = either(claim_words(language)["plain"]["after-figure"])
    return re.compile(
        rf"(?P<said>\{{\s*(?P<of>[\w-]+)\.before\s*\}}\**(?:\s[^\W\d_]+)?,\s+(?i:{after})\s+\**"
        rf"\{{\s*(?P=of)(?:\.after|\.value)?\s*\}})(?!\**\s[^\W\d_]+\s+(?i:{after}))"
    )


@cache
def _from_to(language: str) -> re.Pattern[str]:
    """Return a pattern of “from {x.after} to {x.before}”, with one date between."""
    begins, ends = (either(claim_words(language)["plain"][name]) for name in ("from", "to"))
    gap = r"\**(?:\s+\w{1,3}\s+\d{4})?,?\s+"
    return re.compile(
        rf"(?<!\w)(?P<said>(?P<from>(?i:{begins})(?:\s+|(?<=[’']))\**)\{{\s*(?P<of>[\w-]+)(?:\.after|\.value)?\s*\}}"
        rf"(?P<gap>{gap}(?i:{ends})(?:\s+|(?<=[’']))\**)\{{\s*(?P=of)\.before\s*\}})"
    )
