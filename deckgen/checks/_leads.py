"""The figures of a slide, and what leads to them: “Schools, out of 80, that …”."""

import re

from deckgen.checks._naming import Sentence
from deckgen.checks._written import is_notes
from deckgen.model.deck import Slide

_LEAD = re.compile(r"(?:columns\.\d+\.)?lead")


def leads(slide: Slide | None) -> tuple[str, ...]:
    """Return the leads of a slide."""
    return tuple(one.text for one in slide.told if _LEAD.fullmatch(one.key)) if slide else ()


def figures_on(slide: Slide | None) -> tuple[str, ...]:
    """Return the indicators that a slide shows, or if it shows none, those that its texts refer to."""
    if slide is None or slide.indicators:
        return slide.indicators if slide else ()
    texts = (Sentence(told.text, 0) for told in slide.told if not is_notes(told))
    return tuple(dict.fromkeys(name for text in texts for name, _ in text.references))
