"""What of a deck is kept for whom."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from operator import is_not
from typing import TypeVar

from annotated_types import MinLen

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.spec.base import FigureKind, SlideSpec, Spec, Text
from deckgen.spec.deck import DeckSpec
from deckgen.spec.placed import PlacedSlide
from deckgen.values import frozen, mutable

EVERYONE = ""
"""In the place of an audience: the deck without anything that is kept for one."""

ALL = "all"
"""Stands for all audiences of a deck, and so can be the name of none."""

_NAME = re.compile(r"[^\W_]+(-[^\W_]+)*")
_HEADS = frozenset({"title", "lead", "audience"})
"""The keys that say nothing where nothing stands below them."""

AnySpec = TypeVar("AnySpec", bound=Spec)
Place = Callable[[str], Span]
"""Where a key of a slide, or of a part of it, stands."""


@frozen
class Kept:
    """A deck for one audience: how many ``slides`` it lacks that others have, and how many ``parts`` of its slides."""

    spec: DeckSpec
    slides: int = 0
    parts: int = 0


def misnamed(spec: DeckSpec) -> Iterator[Diagnostic]:
    """Yield each audience that is named in vain, and each declared one that no file can be called by."""
    for name in spec.audiences:
        if not _NAME.fullmatch(name) or name != name.lower() or name == ALL:
            message = f"an audience cannot be called “{name}”"
            hint = f"“{ALL}” stands for all audiences" if name == ALL else "use small letters and digits, with hyphens"
            yield _error("R340", "audience-name", message, name.span, hint)
    for placed in spec.slides:
        for named in _named(placed.spec):
            if named.text not in spec.audiences:
                hint = did_you_mean(named.text, spec.audiences, "write it under audiences:, before slides:")
                yield _error("R341", "unknown-audience", f"no audience is called “{named}”", named.span, hint)


def _named(part: object) -> Iterator[Text]:
    """Yield the audiences that a slide, or a part of one, and all below it are kept for."""
    yield from getattr(part, "audience", ())
    if isinstance(part, Spec):
        for _, value in part:
            for below in value if isinstance(value, tuple) else (value,):
                yield from _named(below)


def kept(spec: DeckSpec, audience: str = EVERYONE) -> tuple[Kept, tuple[Diagnostic, ...]]:
    """Return what of a deck is for everyone and for ``audience``, in its theme, and what cannot be shown so."""
    whole, fewer = _sections(spec, None), _sections(spec, audience)
    keeper = _Keeper(audience, frozenset(whole.values()) - frozenset(fewer.values()))
    slides, begun = [], EVERYONE
    for number, section in fewer.items():
        slide = keeper.slide(spec.slides[number])
        if section and section != begun:
            slide = replace(slide, spec=slide.spec.model_copy(update={"section": _section(spec, number)}))
        begun = section or begun
        slides.append(slide)
    if not slides:
        keeper.found.append(_nothing(spec, audience))
    own = next((of for name, of in spec.audiences.items() if name == audience), None)
    style = {key: value for key, value in own or () if value is not None}
    made = keeper.without(spec).model_copy(update={**style, "slides": tuple(slides)})
    return Kept(made, len(spec.slides) - len(slides), keeper.parts), tuple(keeper.found)


def _sections(spec: DeckSpec, audience: str | None) -> Mapping[int, str]:
    """Return the section of each slide that is for ``audience``, of every slide for None; empty before the first."""
    section, made = "", {}
    for number, placed in enumerate(spec.slides):
        section = str(placed.spec.section or section)
        if audience is None or _is_for(audience, placed.spec):
            made[number] = section
    return made


def _section(spec: DeckSpec, number: int) -> Text | None:
    """Return the section that a slide stands in, as it was named there or on a slide before."""
    named = (placed.spec.section for placed in reversed(spec.slides[: number + 1]))
    return next((section for section in named if section), None)


def _is_for(audience: str, part: object) -> bool:
    kept_for: tuple[Text, ...] = getattr(part, "audience", ())
    return not kept_for or audience in {name.text for name in kept_for}


def _nothing(spec: DeckSpec, audience: str) -> Diagnostic:
    span = next((name.span for name in spec.audiences if name == audience), None)
    if span is None:
        kept_for = [*_named(spec.slides[0].spec)]
        hint = f"delete audience: on what all may see, or build with --audience {kept_for[0]}"
        message = "no slide is for everyone: each is kept for an audience"
        return _error("R342", "no-slide-left", message, kept_for[0].span, hint)
    hint = f"write {audience} behind audience: on a slide, or delete it here"
    return _error("R342", "no-slide-left", f"no slide is left for the audience “{audience}”", span, hint)


@mutable
class _Keeper:
    """Takes away what is kept for others; counts it, and finds where too little is left."""

    audience: str
    gone: frozenset[str]
    parts: int = 0
    found: list[Diagnostic] = field(default_factory=list)

    def slide(self, placed: PlacedSlide) -> PlacedSlide:
        """Return a slide without what on it is kept for others."""
        before = placed.spec
        after = self.without(before)
        if after is before:
            return placed
        self.found += self._lacking(before, after, placed)
        highlight = getattr(after, "highlight", None)
        if highlight and highlight.text in {*_indicators(before)} - {*_indicators(after)}:
            after = after.model_copy(update={"highlight": None})
        places, keys = (dict(self._places(spans, before)) for spans in (placed.places, placed.keys))
        return PlacedSlide(after, placed.span, places, keys)

    def without(self, part: AnySpec) -> AnySpec:
        """Return ``part`` without what is kept for others, and without the name of a section that is."""
        changed = {name: below for name, value in part if (below := self._below(value)) is not value}
        section = getattr(part, "section", None)
        if section and section.text in self.gone:
            changed["section"] = None
        return part.model_copy(update=changed) if changed else part

    def _below(self, value: object) -> object:
        """Return what is left of the value of a key; itself if that is all."""
        if isinstance(value, Spec):
            return self.without(value)
        if not isinstance(value, tuple):
            return value
        mine = tuple(one for one in value if _is_for(self.audience, one))
        self.parts += len(value) - len(mine)
        left = tuple(self._below(one) for one in mine)
        return left if len(left) < len(value) or any(map(is_not, left, value)) else value

    def _places(self, spans: Mapping[str, Span], before: SlideSpec) -> Iterator[tuple[str, Span]]:
        """Yield the places of a slide, those in lists by the numbers that are left."""
        for key, span in spans.items():
            steps = self._renumbered(key.split("."), before)
            if steps:
                yield ".".join(steps), span

    def _renumbered(self, steps: list[str], within: object) -> list[str]:
        """Return the ``steps`` to a place, their numbers without what is kept for others; none to what is."""
        first, *rest = steps
        number = int(first) if first.isdigit() else -1
        inner: object = None
        if isinstance(within, tuple) and 0 <= number < len(within):
            inner = within[number]
            first = str(sum(_is_for(self.audience, one) for one in within[:number]))
        elif isinstance(within, Spec):
            inner = getattr(within, first.replace("-", "_"), None)
        if not _is_for(self.audience, inner):
            return []
        below = self._renumbered(rest, inner) if rest else []
        return [first, *below] if bool(below) == bool(rest) else []

    def _lacking(self, before: SlideSpec, after: SlideSpec, placed: PlacedSlide) -> Iterator[Diagnostic]:
        """Yield what of a slide and its columns is too little to be shown."""

        def place(key: str) -> Span:
            return placed.places.get(key, placed.span)

        few = [*self._few(before, after, place)]
        yield from few
        met = [keys for keys in map(_keys, before.needs) if keys <= _written(before)]
        if not few and met and not any(keys <= _written(after) for keys in map(_keys, before.needs)):
            yield self._empty(before, after, "the slide", place)
        listed = getattr(before, "columns", ())
        mine = [number for number, column in enumerate(listed) if _is_for(self.audience, column)]
        for number, column in zip(mine, getattr(after, "columns", ()), strict=True):

            def inside(key: str, number: int = number) -> Span:
                return place(f"columns.{number}.{key}")

            yield from self._few(listed[number], column, inside)
            if column is not listed[number] and _written(column) <= _HEADS < _written(listed[number]) | _HEADS:
                yield self._empty(listed[number], column, "the column", inside)

    def _few(self, before: Spec, after: Spec, place: Place) -> Iterator[Diagnostic]:
        """Yield each list that is left with fewer items than must be there."""
        for name, field_ in type(before).model_fields.items():
            was, left = getattr(before, name), getattr(after, name)
            least = next((limit.min_length for limit in field_.metadata if isinstance(limit, MinLen)), 0)
            if isinstance(was, tuple) and len(left) < min(least, len(was)):
                message = (
                    f"{self._whom()}, “{field_.alias}” keeps {len(left)} of its {len(was)} items, and needs {least}"
                )
                yield _error("R343", "too-little-left", message, place(str(field_.alias)), _LEAVE_OUT)

    def _empty(self, before: Spec, after: Spec, what: str, place: Place) -> Diagnostic:
        """Return that nothing is left to show of a slide or a column."""
        key = min(_written(before) - _written(after))
        message = f"{self._whom()}, nothing of “{key}” is left to show in {what}"
        return _error("R343", "too-little-left", message, place(key), _LEAVE_OUT)

    def _whom(self) -> str:
        return f"for the audience “{self.audience}”" if self.audience else "in the deck for everyone"


_LEAVE_OUT = "leave more of it, or leave the whole slide or column out: write audience: beside its title"


def _keys(needs: frozenset[str | FigureKind]) -> frozenset[str]:
    return frozenset(need for need in needs if isinstance(need, str))


def _written(part: Spec) -> frozenset[str]:
    """Return the keys of a slide or column that hold something."""
    return frozenset(str(field_.alias) for name, field_ in type(part).model_fields.items() if getattr(part, name))


def _indicators(slide: SlideSpec) -> Iterator[str]:
    """Yield the names of the indicators that a slide and its columns show."""
    for part in (slide, *getattr(slide, "columns", ())):
        yield from (name.text for name in getattr(part, "indicators", ()))


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
