"""How much is drawn of an SVG, once all that it repeats is counted as often as it stands on the slide."""

import re
import struct
from base64 import b64decode
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from deckgen.source import png
from deckgen.source.images import PNG, image_size
from deckgen.source.jpeg import has_image
from deckgen.units import EMU_PER_INCH

MOST_DRAWN = 50_000
"""How many shapes and letters an SVG may draw, each as often as it is repeated."""

MOST_POINTS = 500_000
"""How many numbers the outlines of an SVG may have, each as often as it is repeated."""

_URL = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_NUMBER = re.compile(r"[-+]?[\d.]+")
_GRADIENTS = ("linearGradient", "radialGradient")


def excess(root: Element) -> str:
    """Return what a drawing has too much of, as it goes on after the name of the file; nothing for a sound one."""
    known = {name: element for element in root.iter() if (name := element.get("id"))}
    weights: dict[Element, int] = {}
    for element in _deepest_first(root, known):
        if element is None:
            return "repeats a part of it within itself, without end"
        weights[element] = min(_weight(element, weights, known), MOST_DRAWN + 1)
    styled = [
        name for element in root.iter() if element.tag.endswith("}style") for name in _URL.findall(element.text or "")
    ]
    # What a style sheet names may be drawn with every element.
    by_styles = sum(weights[known[name]] for name in styled if name in known) * len(weights)
    if weights[root] + by_styles > MOST_DRAWN:
        return f"draws more than {MOST_DRAWN:,} shapes and letters, what it repeats counted each time"
    points = sum(len(_NUMBER.findall(text)) for element in root.iter() for text in _outlines(element))
    return f"has outlines of more than {MOST_POINTS:,} numbers" if points > MOST_POINTS else ""


def _outlines(element: Element) -> Iterator[str]:
    yield element.get("d", "")
    yield element.get("points", "")


def _deepest_first(root: Element, known: Mapping[str, Element]) -> Iterator[Element | None]:
    """Yield each element after all that it draws; None where something draws itself."""
    done: set[Element] = set()
    open_: set[Element] = set()
    stack = [root]
    while stack:
        element = stack[-1]
        if element in done:
            stack.pop()
        elif element in open_:
            stack.pop()
            open_.discard(element)
            done.add(element)
            yield element
        else:
            open_.add(element)
            below = [*element, *(known[name] for name, _ in _named(element) if name in known)]
            if any(one in open_ for one in below):
                yield None
                return
            stack += [one for one in below if one not in done]


def _weight(element: Element, weights: Mapping[Element, int], known: Mapping[str, Element]) -> int:
    if element.tag.rpartition("}")[2] in _GRADIENTS:
        return 0
    total = 1 + sum(weights[below] for below in element)
    # An image takes as long as many shapes, a letter as long as one or two.
    total += sum(pixels(value) // 1_000 for key, value in element.attrib.items() if key.endswith("href"))
    total += (len(element.text or "") + sum(len(below.tail or "") for below in element)) * _is_text(element)
    for name, times in _named(element):
        total += weights[known[name]] * times if name in known else 0
    return total


def pixels(address: str) -> int:
    """Return how many pixels an image has that stands in a drawing itself, 0 where there is none.

    Raises ``ValueError`` for one that is damaged.
    """
    kind, _, encoded = address.partition(";base64,")
    if not kind.strip().startswith("data:"):
        return 0
    data = b64decode(encoded)
    try:
        size = image_size(data)
    except (struct.error, IndexError):
        raise ValueError("not an image") from None
    if not (png.is_whole(data) if data.startswith(PNG) else has_image(data)):
        raise ValueError("not a whole image")
    per_pixel = EMU_PER_INCH // 96
    return (size.width // per_pixel) * (size.height // per_pixel)


def _is_text(element: Element) -> bool:
    return element.tag.rpartition("}")[2] in ("text", "tspan", "textPath", "a")


def _named(element: Element) -> Iterator[tuple[str, int]]:
    """Yield each part that an element draws beside what stands in it, and how often."""
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2]
        if attribute == "href" and value.strip().startswith("#"):
            yield value.strip()[1:], 1
        elif "url(" in value:
            # A marker is drawn at each point of an outline.
            points = sum(len(_NUMBER.findall(text)) for text in _outlines(element))
            for name in _URL.findall(value):
                yield name, max(1, points) if "marker" in attribute + value else 1
