"""The HTML of a deck, and what is in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
from lxml import etree

from deckgen import pictures, pipeline
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import Pages
from deckgen.writers.html import html
from deckgen.writers.sheets import Sheets
from tests.builders import pages, theme

_OUTLINED = frozenset(
    ("h1", "h2", "h3", "p", "li", "ol", "ul", "caption", "th", "td", "section", "figure", "img", "svg")
)


def written(made: Pages, in_theme: Theme | None = None) -> str:
    """Return the HTML of pages."""
    chosen = in_theme or theme()
    return html(Sheets(made, chosen, pictures.pictures(made, chosen, lambda _: None))).decode()


def web(text: str, in_theme: Theme | None = None) -> str:
    """Return the HTML of a deck without mistakes."""
    return written(pages(text, in_theme), in_theme)


def of_file(path: Path, theme_name: str | None = None) -> str:
    """Return the HTML of a content file without errors."""
    return written(*pages_of(path, theme_name))


def pages_of(path: Path, theme_name: str | None = None) -> tuple[Pages, Theme]:
    """Return the pages of a content file without errors, and their theme."""
    made, chosen, found = pipeline.pages_of(path, pipeline.Wanted(theme_name))
    assert made is not None, found
    assert chosen is not None, found
    return made, chosen


def tree(document: str) -> lxml.html.HtmlElement:
    """Return the elements of a document."""
    return lxml.html.document_fromstring(document)


def read(element: etree._Element) -> str:
    """Return what is read of an element, with single spaces."""
    return re.sub(r"[ \n]+", " ", "".join(element.itertext())).strip()  # type: ignore[arg-type]


def slides(document: str) -> list[etree._Element]:
    """Return the slides of a document."""
    return tree(document).find_class("slide")


def outline(element: etree._Element, depth: int = 0) -> str:
    """Return what a reader who cannot see an element is told of it, a line for each part."""
    return "".join(_lines(element, depth))


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    if element.get("aria-hidden") == "true" or not isinstance(element.tag, str):
        return
    name, label = element.tag, element.get("aria-label") or element.get("alt") or ""
    if name in ("h1", "h2", "h3", "p", "caption", "th", "td"):
        yield f"{'  ' * depth}{name}: {read(element)}\n"
    elif element.get("role") == "img" or name == "img":
        yield f"{'  ' * depth}picture: {label}\n"
    else:
        if name in _OUTLINED:
            yield f"{'  ' * depth}{name}\n"
        for child in element:
            yield from _lines(child, depth + (name in _OUTLINED))
