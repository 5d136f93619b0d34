"""One sentence that must stay in memory, or a quotation."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, TextFill
from deckgen.model.slots import Anchor, Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import Paragraph, Runs, plain
from deckgen.model.words import Words
from deckgen.spec.base import ContentSlideSpec, Refusal, Text, Texts
from deckgen.units import inches

_MARKS = frozenset("“”„«»‹›‘’‚\"'")
"""Characters that a quotation may begin and end with, if its author has set them."""


class Statement(ContentSlideSpec):
    """One sentence that must stay in memory, or a quotation with the name of who said it.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: statement
            kicker: What children say
            title: A crossing is safe when it feels safe
            quote: I look left, I look right, and then I look whether anybody is looking at me
            attribution: A pupil of eight, as an invented example

    """

    needs = (frozenset({"quote"}),)

    quote: Text | None = Field(None, description="what was said, in quotation marks of the deck's language")
    text: Texts = Field((), max_length=1, description="in place of a quotation, a sentence without quotation marks")
    attribution: Text | None = Field(None, description="who said it, or where it is from")

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order."""
        return (
            *chrome(grid),
            Slot("bar", SlotKind.RULE, replace(grid.band(2.3, 3.8), width=inches(0.09)), ("primary",)),
            Slot(
                "statement",
                SlotKind.TEXT,
                grid.band(2.3, 3.8, left=0.5, right=0.6),
                ("statement", "attribution"),
                lines=8,
                anchor=Anchor.MIDDLE,
                prompt="Statement",
            ),
        )

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why there is not one statement."""
        if content.quote and content.text:
            return Refusal("a slide has one statement, found a quote and a text", "keep one of the two", "text")
        if not (content.quote or content.text):
            return Refusal("the slide has no statement", "write it under quote:, or under text:", "layout")
        return None

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        words = content.facts.words
        said = _quoted(content.quote, words) if content.quote else content.text[0]
        # In one placeholder, so that who said it stands under what was said, however long that is.
        by = (Paragraph(content.attribution, level=1),) if content.attribution else ()
        return {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "statement": TextFill((Paragraph(said), *by), key="quote" if content.quote else "text"),
        }


def _quoted(runs: Runs, words: Words) -> Runs:
    """Return ``runs`` in quotation marks, unless their author has set some around them."""
    text = plain(runs).strip().rstrip(".!?…")
    if text[:1] in _MARKS and text[-1:] in _MARKS:
        return runs
    opening, _, closing = words.say("quotation", text="\n").partition("\n")
    first, last = runs[0], runs[-1]
    marked = (first.saying(opening + first.text), *runs[1:])
    return (*marked[:-1], last.saying(marked[-1].text + closing))
