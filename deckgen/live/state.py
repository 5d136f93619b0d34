"""What the page in the browser is told of a deck, as JSON; places count from 1 as in editors."""

import json
from collections.abc import Sequence

from deckgen.diagnostics import Diagnostic
from deckgen.live.bench import Seen, Shown
from deckgen.live.desk import Desk, Moment, found_in
from deckgen.output import Unusable

MOST_FOUND = 200
"""How many of the things that were found are told."""


def state(desk: Desk, themes: Sequence[str], *, at_once: bool = False) -> str:
    """Return how a deck is now: its file, and what becomes of it in each of ``themes``, "" for its own.

    It is told ``at_once`` without what the checks find where they have not been asked yet: it is not ``checked`` then.
    """
    with desk.held() as moment:
        told = {
            "version": desk.version,
            "content": str(desk.content),
            "themes": desk.themes(),
            "trouble": moment.trouble,
            "lines": moment.text.split("\n"),
            "items": [moment.items.lines(index) for index in range(len(moment.items.starts))],
            "views": [_view(desk, moment, theme, at_once=at_once) for theme in themes],
        }
    return json.dumps(told, ensure_ascii=False)


def _view(desk: Desk, moment: Moment, theme: str, *, at_once: bool) -> dict[str, object]:
    try:
        seen = desk.shown(theme) if at_once else desk.seen(theme)
    except Unusable as error:
        return {
            "theme": theme,
            "trouble": str(error),
            "slides": [],
            "found": [],
            "fresh": False,
            "checked": True,
            "title": "",
        }
    made = seen.made
    return {
        "theme": made.theme.name if made.theme else theme,
        "trouble": "",
        "title": made.deck.facts.title if made.deck else "",
        "fresh": seen.fresh,
        "checked": made.unchecked is None,
        "slides": [_slide(slide) for slide in _with_unseen(seen, moment)],
        "found": [_found(one, item) for one, item in list(found_in(seen, moment))[:MOST_FOUND]],
    }


def _with_unseen(seen: Seen, moment: Moment) -> list[Shown]:
    """Return the slides, and where the deck cannot be made those, too, that were written since, without pictures."""
    slides = list(seen.slides)
    if seen.fresh:
        return slides
    shown = {slide.item for slide in slides}
    for index in range(len(moment.items.starts)):
        if index not in shown:
            before = [place for place, slide in enumerate(slides) if slide.item is not None and slide.item < index]
            slides.insert(before[-1] + 1 if before else 0, Shown(0, "", index, ""))
    return slides


def _slide(slide: Shown) -> dict[str, object]:
    return {
        "number": slide.number,
        "title": slide.title,
        "item": slide.item,
        "picture": slide.picture,
        "hidden": slide.hidden,
    }


def _found(one: Diagnostic, item: int | None) -> dict[str, object]:
    return {
        "severity": one.severity.name.lower(),
        "code": one.code,
        "name": one.name,
        "message": one.message,
        "hint": one.hint,
        "place": str(one.span),
        "line": one.span.line,
        "item": item,
    }
