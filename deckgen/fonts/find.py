"""The font files deckgen measures with, found by the name of the font that a theme gives."""

from functools import cache
from pathlib import Path

import fontpkg_arimo

TWINS = {"Arial": "Arimo"}
"""Fonts that a theme may name, and the free font of the same widths that stands for each."""

_FILES = {("Arimo", False): "Arimo[wght].ttf", ("Arimo", True): "Arimo-Italic[wght].ttf"}


@cache
def folder() -> Path:
    """Return the folder that holds the font files."""
    return Path(fontpkg_arimo.__file__).parent / "files"


def font_file(family: str, *, italic: bool = False) -> Path:
    """Return the file to measure ``family`` with, one of ``TWINS``."""
    return folder() / _FILES[TWINS[family], italic]
