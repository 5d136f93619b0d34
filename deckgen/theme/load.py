"""Themes, read once for all decks of a run and, as long as nothing of them has changed, for those of the next."""

from collections.abc import Mapping
from pathlib import Path

from deckgen.diagnostics import Diagnostic
from deckgen.source.notes import Notes, note_again, noting
from deckgen.spec.base import SlideSpec
from deckgen.theme.kept import keep, kept
from deckgen.theme.scale import NORMAL
from deckgen.theme.theme import Theme

Loaded = tuple[Theme | None, tuple[Diagnostic, ...]]
"""A theme, None for one that is not whole, and what is wrong with it."""


def load(
    folder: Path, layouts: Mapping[str, type[SlideSpec]], scale: str = NORMAL, *, ours: bool = False
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """Return the theme in ``folder`` at a scale, its slots those of ``layouts`` unless it places them itself.

    One that was returned before is returned again as long as none of its files has changed; if ``layouts`` are all
    ``ours``, also in another run.
    """
    key = folder.absolute(), scale
    if key in _at_hand:
        known, before, made = _at_hand[key]
        again = before.renewed() if known is layouts else None
        if again is not None:
            note_again(again)
            return made
    found = kept(folder, scale) if ours else None
    if found:
        made, read = (found[0], ()), found[1]
        note_again(read)
    else:
        read = Notes()
        with noting(read):
            made = _loaded(folder, layouts, scale)
        if ours and made[0] and not made[1]:
            keep(folder, scale, made[0], read)
    _at_hand[key] = layouts, read, made
    return made


_at_hand: dict[tuple[Path, str], tuple[Mapping[str, type[SlideSpec]], Notes, Loaded]] = {}


def _loaded(folder: Path, layouts: Mapping[str, type[SlideSpec]], scale: str) -> Loaded:
    # The keys of a theme, and what is looked for in it, are not needed where it is kept.
    from deckgen.theme.reading import read_theme

    return read_theme(folder, layouts, scale)
