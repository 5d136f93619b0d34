"""What to do about what does not fit, as ``overflow`` says."""

from deckgen.checks.base import Checked
from deckgen.typeset.frames import Page

_KEPT = "overflow: error keeps it in its first size; shorten it, or write overflow: shrink or continue"
_ALONE = "an item is not parted: shorten it, or make two of it"
_WHOLE = "this does not go on on a further slide: shorten it, or make two slides"


def loosened(checked: Checked, page: Page, hint: str) -> str:
    """Return a hint, and that there are smaller sizes where the slide is kept from them."""
    return f"{hint}, or write overflow: shrink" if checked.deck.slides[page.number - 1].rigid else hint


def remedy(checked: Checked, page: Page, name: str, usual: str) -> str:
    """Return what to do about the frame ``name`` of a page; ``usual`` where overflow says nothing of it."""
    asked, goes_on = _asked(checked, page), _may_go_on(checked, page, name)
    if asked == "error":
        return _KEPT
    if asked == "continue":
        return _ALONE if goes_on else _WHOLE
    return f"{usual}, or write overflow: continue" if goes_on else usual


def is_parted(checked: Checked, page: Page, name: str) -> bool:
    """Return whether the frame ``name`` goes on on further slides, so that what has no room is one item alone."""
    return _asked(checked, page) == "continue" and _may_go_on(checked, page, name)


def _asked(checked: Checked, page: Page) -> str | None:
    return checked.spec.slides[page.number - 1].spec.overflow or checked.spec.overflow


def _may_go_on(checked: Checked, page: Page, name: str) -> bool:
    placed, slide = checked.spec.slides[page.number - 1], checked.deck.slides[page.number - 1]
    lists = {key.partition(".")[0] for key in placed.spec.continues}
    return getattr(slide.fills.get(name), "key", "").partition(".")[0] in lists
