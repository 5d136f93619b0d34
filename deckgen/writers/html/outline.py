"""Which frames are headings, and the names by which slides are addressed."""

import re
from collections.abc import Iterator, Mapping

from deckgen.model.slots import SlotKind
from deckgen.typeset.frames import Frame, Page, Pages, TextFrame
from deckgen.values import frozen

_DIVIDER = "section"
"""The layout whose title is the name of the section that it opens."""


@frozen(slots=True)
class Place:
    """Where a slide stands in the document: its id, the level of its title, and whether its section is named first."""

    anchor: str
    level: int
    opens: bool = False


def outline(pages: Pages) -> Mapping[int, Place]:
    """Return the place of each page by its number: no level of heading is left out, and there is one of level 1."""
    anchors, opened = _anchors(pages), set[str]()
    section_of = {number: section.name for section in pages.sections for number in section.slides}
    made = {}
    for page in pages.pages:
        section = section_of.get(page.number, "")
        level, opens = 3 if section in opened else 2, False
        if page is title_page(pages):
            level = 1
        elif section not in opened and page.layout[0] == _DIVIDER:
            opened.add(section)
        elif section not in opened and any(map(names_section, page.frames)):
            opened.add(section)
            level, opens = 3, True
        made[page.number] = Place(anchors[page.number], level, opens)
    return made


def title_page(pages: Pages) -> Page | None:
    """Return the first page, if its title is that of the whole deck."""
    first = next(iter(pages.pages), None)
    covers = first and any(
        isinstance(frame, TextFrame) and frame.slot.kind is SlotKind.COVER_TITLE for frame in first.frames
    )
    return first if covers else None


def names_section(frame: Frame) -> bool:
    """Return whether a frame names the section of its slide."""
    return isinstance(frame, TextFrame) and frame.slot.kind is SlotKind.SECTION


def heading_id(page: Page) -> str:
    """Return the id of the heading that names a page."""
    return f"title-{page.number}"


def _anchors(pages: Pages) -> dict[int, str]:
    """Return an id for each page: the one its author gave it, as far as it is one and no other page has it."""
    taken, made = {heading_id(page) for page in pages.pages}, {}
    for page in pages.pages:
        made[page.number] = next(name for name in _names(page) if name not in taken)
        taken.add(made[page.number])
    return made


def _names(page: Page) -> Iterator[str]:
    yield re.sub(r"\s+", "-", page.id.strip())
    name = f"slide-{page.number}"
    while True:
        yield name
        name += "-"
