"""The pictures of slides, each under the hash of what it is compiled from, and compiled when it is first asked for."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from hashlib import sha256
from threading import Lock
from time import monotonic

from deckgen.values import mutable
from deckgen.writers.typst import svg_of

Markup = Mapping[str, bytes]

LINGER = 60.0
"""For how many seconds a picture is there after it is shown no more: a browser may be on its way to ask for it."""


@mutable
class Gallery:
    """Pictures by their keys; safe to be asked by several threads at once. ``clock`` tells seconds."""

    clock: Callable[[], float] = monotonic
    _markups: dict[str, Markup] = field(default_factory=dict)
    _pictures: dict[str, bytes] = field(default_factory=dict)
    _left: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def add(self, markup: Markup) -> str:
        """Return the key of the picture that ``markup`` describes: 64 hex digits."""
        told = sha256()
        for name, data in sorted(markup.items()):
            told.update(f"{name} {len(data)} ".encode() + data)
        key = told.hexdigest()
        with self._lock:
            self._markups.setdefault(key, markup)
        return key

    def picture(self, key: str) -> bytes | None:
        """Return an SVG; None for a key that is not, or no longer, known.

        Raises ``Undrawable`` where none can be made.
        """
        with self._lock:
            markup = self._markups.get(key)
            if markup is not None and key not in self._pictures:
                self._pictures[key] = svg_of(markup)
            return self._pictures.get(key)

    def keep(self, keys: Collection[str]) -> None:
        """Let go of all others, once they have not been kept for ``LINGER`` seconds."""
        now = self.clock()
        with self._lock:
            self._left = {key: self._left.get(key, now) for key in self._markups.keys() - set(keys)}
            for gone in [key for key, left in self._left.items() if now - left > LINGER]:
                del self._markups[gone], self._left[gone]
                self._pictures.pop(gone, None)
