"""A slide whose lists are too long for one, as the slides it goes on on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from annotated_types import MinLen

from deckgen.diagnostics import Span
from deckgen.spec.base import SlideSpec, Spec, Text
from deckgen.spec.placed import PlacedSlide, Share
from deckgen.values import frozen


def items_of(slide: SlideSpec) -> tuple[object, ...]:
    """Return all items of a slide that may stand on a further one, in the order shown."""
    return tuple(item for key in slide.continues for item in _listed(slide, key))


def least_of(slide: SlideSpec) -> int:
    """Return how many items there must be on each of the slides that a slide goes on on."""
    fields = (slide.__class__.model_fields.get(key) for key in slide.continues)
    return max((note.min_length for of in fields if of for note in of.metadata if isinstance(note, MinLen)), default=1)


def leads_on(item: object) -> bool:
    """Return whether an item announces the next one, so that it would be lost at the end of a slide."""
    text = getattr(item, "text", item)
    below = getattr(item, "bullets", ())
    return not below and str(text).rstrip("*: ") != str(text).rstrip("* ")


@frozen
class Measures:
    """How tall each item of a slide is, how much ``room`` there is on one, and which are ``joined`` to the next."""

    heights: tuple[int, ...]
    room: float
    joined: tuple[bool, ...]


def shared_out(of: Measures, share: float, least: int) -> tuple[int, ...]:
    """Return how many items have stood at the end of each slide: as few slides as there can be, evenly filled.

    ``share`` of a slide is counted on, and each has the ``least`` number of items. None is alone on a slide unless it
    must be, and none is parted from the next that it is joined to. Nothing is returned where there is no such way.
    """
    count, room = len(of.heights), of.room * share
    best: list[_Way | None] = [_Way(), *[None] * count]
    for end in range(1, count + 1):
        if end < count and of.joined[end - 1]:
            continue
        ways = []
        for begin in range(end - 1, -1, -1):
            height, before = sum(of.heights[begin:end]), best[begin]
            if height > room and not all(of.joined[begin : end - 1]):
                break
            if before and end - begin >= least:
                alone = before.alone + (end - begin == 1)
                ways.append(_Way(before.slides + 1, alone, before.uneven + height**2, (*before.ends, end)))
        best[end] = min(ways, key=_Way.cost, default=None)
    found = best[count]
    return found.ends if found else ()


@frozen
class _Way:
    """One way to share out items: how many slides, items alone on one, how unevenly filled, and its ends."""

    slides: int = 0
    alone: int = 0
    uneven: float = 0
    ends: tuple[int, ...] = ()

    def cost(self) -> tuple[object, ...]:
        """Return what is to be least; of two ways as good, the one with more on its first slides."""
        return self.slides, self.alone, self.uneven, tuple(-end for end in self.ends)


def split(placed: PlacedSlide, ends: Sequence[int]) -> tuple[PlacedSlide, ...]:
    """Return the slides that a slide goes on on, the items of the first up to the first of ``ends``, and so on.

    What names the slide, and what frames it, stands on all of them; what is said of it once, on the first alone.
    """
    ways = (*pairwise((0, *ends)),)
    most = max(end - begin for begin, end in ways)
    return tuple(_part(placed, items, (number, len(ends)), most) for number, items in enumerate(ways, start=1))


def _part(placed: PlacedSlide, items: tuple[int, int], numbered: tuple[int, int], most: int) -> PlacedSlide:
    """Return one slide with the items from one number up to another, the first, second, … of so many."""
    whole, number, (begin, end) = placed.spec, numbered[0], items
    kept, skipped, first = whole, {}, 0
    for key in whole.continues:
        listed = _listed(whole, key)
        mine = listed[max(0, begin - first) : max(0, end - first)]
        skipped[key] = min(len(listed), max(0, begin - first))
        kept = _with(kept, key, mine)
        first += len(listed)
    if end < first and getattr(kept, "table", None):
        kept = _with(kept, "table.total", False)
    if number > 1:
        once = {"id": _named(whole.id, number), "section": None, "allow": (), "notes": ()}
        kept = kept.model_copy(update=once)
    share = Share(whole, *numbered, skipped, end - begin, first, most)
    places, keys = dict(_places(placed, kept, skipped)), dict(_keys(placed, kept, skipped))
    return replace(placed, spec=kept, places=places, keys=keys, share=share)


def _named(name: Text | None, number: int) -> Text | None:
    return replace(name, text=f"{name}-{number}") if name else None


def _listed(slide: Spec, key: str) -> tuple[object, ...]:
    """Return the items of a list by its key, none where there is no such."""
    found: object = slide
    for step in key.split("."):
        found = getattr(found, step, ())
    return found if isinstance(found, tuple) else ()


def _with(spec: SlideSpec, key: str, value: object) -> SlideSpec:
    """Return ``spec`` with another value of a key; itself where nothing has it."""
    outer, _, inner = key.partition(".")
    within = getattr(spec, outer, None)
    if inner and within:
        value = within.model_copy(update={inner: value})
    return spec.model_copy(update={outer: value}) if within else spec


def _places(placed: PlacedSlide, kept: SlideSpec, skipped: Mapping[str, int]) -> Iterator[tuple[str, Span]]:
    """Yield the places of what stands on one slide; a list that goes on is placed at the first of its items here."""
    for place, span in _here(placed.places, kept, skipped):
        begun = _begun(place, skipped)
        yield place, placed.places.get(f"{begun}.{skipped[begun]}", span) if begun else span


def _keys(placed: PlacedSlide, kept: SlideSpec, skipped: Mapping[str, int]) -> Iterator[tuple[str, Span]]:
    """Yield the places of the keys on one slide; that of a list that goes on stands on the first."""
    return ((place, span) for place, span in _here(placed.keys, kept, skipped) if not _begun(place, skipped))


def _begun(place: str, skipped: Mapping[str, int]) -> str:
    """Return the list, begun on a slide before, that stands at ``place`` or in what does; empty if none does."""
    return next((key for key in skipped if skipped[key] and f"{key}.".startswith(f"{place}.")), "")


def _here(spans: Mapping[str, Span], kept: SlideSpec, skipped: Mapping[str, int]) -> Iterator[tuple[str, Span]]:
    """Yield those of ``spans`` that stand on one slide, those in lists by their numbers there."""
    for place, span in spans.items():
        key = next((key for key in skipped if place.startswith(f"{key}.")), None)
        if key is None:
            yield place, span
            continue
        count = len(_listed(kept, key))
        number, *below = place.removeprefix(f"{key}.").split(".")
        if skipped[key] <= int(number) < skipped[key] + count:
            yield ".".join((key, str(int(number) - skipped[key]), *below)), span
