"""A deck on a desk, for the tests of what is made while it is written."""

from pathlib import Path

from deckgen.live.bench import Seen
from deckgen.live.desk import Desk, found_in
from deckgen.request import Wanted

DECK = """\
title: A deck
organisation: The Office
sources: {survey: {title: A survey, publisher: The Office}}
indicators:
  crossings: {label: Crossings, before: 23%, after: 39%}
  lights: {label: Lights, before: 40%, after: 50%}
slides:
  - title: More schools have a safe crossing
    chart: before-after
    indicators: [crossings, lights]

  # Between two slides.
  - title: What is asked of you
    bullets:
      - A crossing patrol for every school
      - A lower speed where children walk
  - title: What comes next
    text: The report of next year
    notes: It is written in spring
"""


def desk(folder: Path, text: str = DECK) -> Desk:
    """Return a deck that is worked on in ``folder``."""
    content = folder / "deck.yaml"
    content.write_text(text)
    made = Desk(content, Wanted())
    made.refresh()
    return made


def edited(desk: Desk, old: str, new: str) -> Seen:
    """Return what becomes of a deck in whose file ``old`` is replaced."""
    text = desk.content.read_text()
    assert text.count(old) == 1
    desk.content.write_text(text.replace(old, new))
    desk.refresh()
    return desk.seen()


def changed(before: Seen, after: Seen) -> list[int]:
    """Return the numbers of the slides that look otherwise than before."""
    pairs = zip(before.slides, after.slides, strict=True)
    return [two.number for one, two in pairs if one.picture != two.picture]


def told(desk: Desk, seen: Seen) -> list[tuple[str, int | None]]:
    """Return the names of what was found, each with the slide in the file that it is about."""
    return [(one.name, item) for one, item in found_in(seen, desk.moment)]
