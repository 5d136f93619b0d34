"""A number that stands by itself, what it is out of, and its label: slots and fills that layouts have in common."""

from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.fills import TextFill
from deckgen.model.slots import Anchor, Slot, SlotKind
from deckgen.model.text import Paragraph, Run
from deckgen.model.words import Words
from deckgen.units import Emu, Rect, inches, points

DESCENT = 0.215
"""How far Arial reaches below its baseline, as a share of its size."""
LINE, TIGHT = 1.2, 1.13
"""How tall a line is, as a share of its size: single, and as large numbers are set."""
LARGE = 36


def standing(name: str, rect: tuple[Emu, float, Emu], size: float, *styles: str, prompt: str) -> Slot:
    """Return the slot of one line that stands on a baseline, so that texts of several sizes stand on one.

    ``rect`` is its x, the y of the baseline in inches, and its width; ``size`` is the largest of its styles, in points.
    """
    x, baseline, width = rect
    tall, bottom = points(size * (TIGHT if size >= LARGE else LINE)), inches(baseline) + points(size * DESCENT)
    place = Rect(x, Emu(bottom - tall), width, tall)
    return Slot(name, SlotKind.TEXT, place, styles, lines=1, anchor=Anchor.BOTTOM, prompt=prompt)


def number_of(of: Indicator, highlight: str, key: str, level: int = 0) -> TextFill:
    """Return the figure of an indicator, in the accent colour where it is the ``highlight``."""
    text = of.latest.text if of.latest else ""
    color = "accent-text" if of.id == highlight else ""
    return TextFill((Paragraph((Run(text, color=color),), level),), key)


def total_of(of: Indicator, words: Words) -> str:
    """Return what a count is out of, as it stands behind the number; nothing for other figures."""
    counted = of.of and of.latest and of.latest.unit.kind is not UnitKind.PERCENT
    return words.say("out-of", total=of.of.text) if of.of and counted else ""


def label_of(of: Indicator, words: Words, highlight: str, *, total: bool = False) -> Paragraph:
    """Return the label of an indicator, with what it is out of if asked for, and whether it is new."""
    color = "accent-text" if of.id == highlight else "primary-text"
    new = (Run(f"{words.say('new')} ", bold=True, color=color),) if of.new else ()
    out_of = total_of(of, words) if total else ""
    before = (Run(f"{out_of} ", color="muted"),) if out_of else ()
    return Paragraph((*before, *new, *of.label))
