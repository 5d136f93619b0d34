"""In what nothing is wrong, by the codes of the checks that looked: it is kept between builds.

Of a deck that is worked on, or of many in a row, most is as it was.
"""

from functools import lru_cache
from hashlib import sha256

from deckgen.checks._written import MOST_TEXTS
from deckgen.checks.base import Check
from deckgen.store import Answers

_SOUND = Answers("sound")
_LENGTH = 24
"""How many digits of a hash stand for what was looked at."""


def is_sound(check: Check, *looked_at: object) -> bool:
    """Return whether a check found nothing in what it ``looked_at``, which is all that it went by."""
    return check.code in (_SOUND.get(_digest(looked_at)) or "")


def note_sound(check: Check, *looked_at: object) -> None:
    """Note that a check found nothing; not one of a package that adds to deckgen, which may be edited unseen."""
    if type(check).__module__.startswith("deckgen."):
        name = _digest(looked_at)
        _SOUND.put(name, (_SOUND.get(name) or "") + check.code)


@lru_cache(MOST_TEXTS)
def _digest(looked_at: tuple[object, ...]) -> str:
    return sha256(repr(looked_at).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
