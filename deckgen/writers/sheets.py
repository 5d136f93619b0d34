"""What writers of finished pages are given."""

from collections.abc import Mapping
from dataclasses import dataclass

from deckgen.model.drawing import Drawing, Picture
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Pages


@dataclass(frozen=True)
class Sheets:
    """Pages in their theme, with what is painted."""

    pages: Pages
    theme: Theme
    charts: Mapping[Drawing, Picture]
