"""Words in a text that claim something of a figure, read as what they ask to be measured, and its bounds.

``almost doubled`` is the later figure over the earlier, from 1.75 to under 2. The words are those of the deck's
language and of the deck itself (``claims:``); what they mean is written down in ``deckgen/words/claims``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property, lru_cache

from deckgen.model.bounds import Bounds, Extent, Measure
from deckgen.model.wording import opened, signed, spaced
from deckgen.model.words import Words
from deckgen.source.words import claim_kinds, claim_words
from deckgen.values import frozen

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?")
_MOST_READ = 1000
_STEPS = {"increase": 1, "decrease": -1}
"""The lists of phrases that say by what something rises or falls, and the sign of that."""


@frozen(slots=True)
class _Quantity:
    """A number in words or digits; ``half`` is half of its last digit, 0 for words."""

    number: Fraction
    half: Fraction = Fraction(0)

    def bounds(self, degree: str, *, multiple: bool = False) -> Bounds:
        """Return what is this, almost this, about this, and so on."""
        if degree == "plain" and self.half:
            return Bounds(self.number - self.half, self.number + self.half, below=True)
        return _degree(degree, multiple=multiple).of(self.number)


@cache
def _degree(name: str, *, multiple: bool) -> Bounds:
    told = claim_kinds()["degrees"][name]
    return Extent.of("share", told.get("times", told["of"]) if multiple else told["of"]).bounds


@cache
def _kinds() -> dict[str, Extent]:
    kinds = claim_kinds()["kinds"].items()
    return {name: Extent.of(key, told[key]) for name, told in kinds for key in ("share", "change") if key in told}


@cache
def _numbers(group: str) -> dict[str, Fraction]:
    return {name: Fraction(told["is"]) for name, told in claim_kinds()[group].items()}


@frozen
class Claims:
    """What may be claimed in a deck: in the words of its language, or in its ``own``."""

    words: Words
    own: Mapping[str, Extent] = field(default_factory=dict)

    def readings(self, text: str) -> tuple[Extent, ...]:
        """Return what ``text`` may claim, what is likeliest first; nothing if it is not understood."""
        return self._read(text)

    @cached_property
    def _read(self) -> Callable[[str], tuple[Extent, ...]]:
        # Most is asked for more than once.
        return lru_cache(_MOST_READ)(self._readings)

    def _readings(self, text: str) -> tuple[Extent, ...]:
        plain = signed(text, self.words)
        own = self._own.get(plain)
        if own:
            return (own,)
        known = self._wordings.get(plain)
        if known:
            return (_kinds()[known],)
        for degree, rest in (("plain", plain), *opened(plain, self.words)):
            found = tuple(self._quantities(rest, degree))
            if found:
                return found
        return ()

    def known(self) -> tuple[str, ...]:
        """Return the words that may be claimed as they stand, without numbers of one's own."""
        return tuple(dict.fromkeys((*self.own, *self.suggested("share"), *self.suggested("change"), *self._usual)))

    def suggested(self, group: str) -> tuple[str, ...]:
        """Return words for a ``share`` or a ``change``, the most telling first."""
        return self._said["suggested"][group]

    @property
    def _said(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return claim_words(self.words.lang)

    @property
    def _usual(self) -> Iterator[str]:
        """Each word of each kind."""
        return (word for listed in self._said["kinds"].values() for word in listed)

    @cached_property
    def _own(self) -> dict[str, Extent]:
        return {signed(words, self.words): extent for words, extent in self.own.items()}

    @cached_property
    def _wordings(self) -> dict[str, str]:
        return {signed(word, self.words): kind for kind, listed in self._said["kinds"].items() for word in listed}

    @cached_property
    def _shares(self) -> dict[str, Fraction]:
        named = _numbers("shares")
        return {spaced(word): named[name] for name, listed in self._said["shares"].items() for word in listed}

    def _quantities(self, text: str, degree: str) -> Iterator[Extent]:
        """Yield what ``text`` may be of which ``degree`` is said."""
        share = self._share(text)
        if share:
            yield Extent(Measure.SHARE, share.bounds(degree))
        multiple = self._multiple(text)
        if multiple:
            yield Extent(Measure.RATIO, _risen(multiple.bounds(degree, multiple=True), Fraction(1)))
        yield from self._steps(text, degree)
        number = self._number(text)
        if number:
            yield Extent(Measure.VALUE, number.bounds(degree))

    def _share(self, text: str) -> _Quantity | None:
        """Return a share in words, in per cent, or as so many of so many."""
        if text in self._shares:
            return _Quantity(self._shares[text])
        if text.endswith("%"):
            number = self._number(text[:-1].strip())
            return number and _Quantity(number.number / 100, number.half / 100)
        for phrase in self._said["parts"]["of"]:
            pattern = re.escape(spaced(phrase)).replace(r"\{n\}", "(.+)").replace(r"\{m\}", "(.+)")
            match = re.fullmatch(pattern, text)
            part, whole = (self._number(side) for side in match.groups()) if match else (None, None)
            if part and whole and 0 < whole.number >= part.number:
                return _Quantity(part.number / whole.number)
        return None

    def _number(self, text: str) -> _Quantity | None:
        """Return a number, in digits or a word."""
        if _NUMBER.fullmatch(text):
            number = Decimal(re.sub(r"\s", "", text).replace(",", "."))
            exponent = number.as_tuple().exponent
            return _Quantity(Fraction(number), Fraction(10) ** int(exponent) / 2)
        return self._number_words.get(text)

    @cached_property
    def _number_words(self) -> dict[str, _Quantity]:
        said = self._said["numbers"].items()
        return {spaced(word): _Quantity(Fraction(number)) for number, listed in said for word in listed}

    def _multiple(self, text: str) -> _Quantity | None:
        """Return how many times the earlier figure the later one is."""
        for name, number in _numbers("times").items():
            if text in map(spaced, self.words.lists[name]):
                return _Quantity(number)
        for phrase in ("×{n}", "{n}×", "{n} ×", *self.words.lists["times"]):
            inner = _inner(phrase, text)
            number_ = self._number(inner) if inner else None
            if number_ and number_.number:
                # Of ×2, not ×1.5 but 2, to a fiftieth, is meant: as of doubled.
                return _Quantity(number_.number)
        return None

    def _steps(self, text: str, degree: str) -> Iterator[Extent]:
        """Yield what ``text`` may say of a rise or a fall, by a part of the earlier figure or by points."""
        for name, number in _numbers("falls").items():
            if text in map(spaced, self.words.lists[name]):
                yield _step(_Quantity(number).bounds(degree), -1)
        for name, sign in _STEPS.items():
            mark = "+-"[sign < 0]
            for phrase in (f"{mark}{{n}}", f"{mark} {{n}}", *self.words.lists[name]):
                inner = _inner(phrase, text)
                if not inner:
                    continue
                # The degree may also have stood beside the number: rose by almost a third.
                points = self._points(inner)
                share = None if points else self._share(inner)
                if share:
                    yield _step(share.bounds(degree), sign)
                elif points:
                    yield Extent(Measure.DIFFERENCE, _risen(points.bounds(degree), Fraction(0)).of(Fraction(sign)))

    def _points(self, text: str) -> _Quantity | None:
        """Return a number of percentage points."""
        inner = next(filter(None, (_inner(phrase, text) for phrase in self._said["points"]["of"])), "")
        return self._number(inner) if inner else None


def _inner(phrase: str, text: str) -> str:
    """Return what stands in ``text`` where ``phrase`` has {n}; nothing if it is another phrase."""
    before, _, after = spaced(phrase).partition("{n}")
    longer = len(text) > len(before) + len(after)
    if longer and text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)].strip()
    return ""


def _risen(bounds: Bounds, start: Fraction) -> Bounds:
    """Return bounds above ``start`` only: what rose by less than a third rose."""
    return bounds if bounds.low is not None else Bounds(start, bounds.high, above=True, below=bounds.below)


def _step(part: Bounds, sign: int) -> Extent:
    """Return what the later figure is to the earlier, where it rose or fell by a part of that."""
    return Extent(Measure.RATIO, _risen(part, Fraction(0)).of(Fraction(sign), plus=1))
