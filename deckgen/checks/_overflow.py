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
    placed, slide = checked.spec.slides[page.number - 1], checked.deck.slides[page.number - 1]
    asked = placed.spec.overflow or checked.spec.overflow
    if asked == "error":
        return _KEPT
    lists = {key.partition(".")[0] for key in placed.spec.continues}
    goes_on = getattr(slide.fills.get(name), "key", "").partition(".")[0] in lists
    if asked == "continue":
        return _ALONE if goes_on else _WHOLE
    return f"{usual}, or write overflow: continue" if goes_on else usual
