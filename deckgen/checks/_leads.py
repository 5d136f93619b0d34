"""What leads to the figures of a slide: “Schools, out of 80, that …”."""

import re

from deckgen.model.deck import Slide

_LEAD = re.compile(r"(?:columns\.\d+\.)?lead")


def leads(slide: Slide | None) -> tuple[str, ...]:
    """Return the leads of a slide."""
    return tuple(one.text for one in slide.told if _LEAD.fullmatch(one.key)) if slide else ()
