"""What formats without charts of their own are written from."""

from collections.abc import Mapping

from deckgen.model.drawing import Drawing, Picture
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Pages
from deckgen.values import frozen


@frozen
class Sheets:
    """Pages in their theme, with what is painted."""

    pages: Pages
    theme: Theme
    charts: Mapping[Drawing, Picture]
