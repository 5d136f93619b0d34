"""Words for a change or a share on a slide of which no figure bears them."""

import re
from collections.abc import Iterator

from deckgen.checks._aims import later, under_aims
from deckgen.checks._evidence import Evidence
from deckgen.checks._naming import sentences
from deckgen.checks._speaking import Subjects
from deckgen.checks._telling import what
from deckgen.checks._unborne import may_claim, unborne
from deckgen.checks._verdict import place
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Slide, Told
from deckgen.model.words import Words
from deckgen.resolve.deck import claims_of

_READ = re.compile(r"(columns\.\d+\.)?(title|lead|callout|text.*|bullets.*|numbered.*)")
_MOST_LISTED = 3


class UnsupportedClaim(Check):
    """A change or a share in plain words, of which no figure of its slide is one.

    What it finds
        A title, lead, callout, text or point that says that something rose or fell, doubled, is longer or twice as
        long, or that it is half or two in three, on a slide that shows or refers to such figures, but to none of which
        that can be said: all of them went the other way, or come to another share, by themselves and together, and so
        does what is left of them. Of which one is spoken need not be clear, as long as a word of theirs is said. Also
        “two years in a row”, “than five years ago”, “the other 14” and “both rose”. What is denied, hoped for, or said
        of another year or place, of other figures of the deck, or under a heading such as “Goals” is left alone, and so
        is a slide of more than forty figures.

    Why it matters
        Readers take what stands over a chart for what it shows. Where they do not find it there, either the words are
        older than the figures, or the figures that they are about are missing.

    Example:
        A title “More people come to the reading room” over visits of 4,200 and then 3,900

    Instead
        Say what the figures say, or show those that are meant: Fewer people come to the reading room

    """

    code = "R388"
    name = "unsupported-claim"
    severity = Severity.ADVICE

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield the words that no figure of their slide bears."""
        subjects = Subjects.of_deck(checked)
        for slide in checked.deck.slides:
            evidence = Evidence.of(slide, subjects)
            for told in slide.told if evidence.figures else ():
                if _READ.fullmatch(told.key) and may_claim(told.text, subjects.language):
                    yield from self._in_text(checked, slide, told, evidence)

    def _in_text(self, checked: Checked, slide: Slide, told: Told, evidence: Evidence) -> Iterator[Diagnostic]:
        words, subjects = checked.deck.facts.words, Subjects.of_deck(checked)
        if under_aims(slide, told, words.lists) or later(slide, told, checked.deck):
            return
        claims = claims_of(checked.spec, words)
        for sentence in sentences(told):
            for start, end in unborne(subjects, claims, evidence, sentence):
                said, begin = sentence.text[start:end], sentence.start + start
                message = f"“{said}” is said, and no figure of the slide bears that: {_told(evidence, words)}"
                hint = "mend the words, or show the figures that they are about"
                yield self.found(message, place(told, said, begin), hint)


def _told(evidence: Evidence, words: Words) -> str:
    listed = ", ".join(f"“{of.id}” is {what(of, words)}" for of in evidence.figures[:_MOST_LISTED])
    return f"{listed}, …" if len(evidence.figures) > _MOST_LISTED else listed
