"""Whole decks of any structure: sound files with every word of theirs, or diagnostics with a place."""

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings

from deckgen.request import Wanted
from tests.builders import EXAMPLES
from tests.fuzz.decks import Written, decks
from tests.fuzz.trial import tried
from tests.fuzz.workshop import Seed, Workshop, workshop
from tests.writers.package import Package


@settings(max_examples=settings.default.max_examples * 3 // 5)
@given(written=decks())
def test_any_deck_is_a_sound_file_with_all_its_words_or_is_refused_with_a_place(written: Written) -> None:
    with workshop(Seed("deck", written.text, EXAMPLES), Random(0)) as place:
        own = Workshop(place.file, place.content, Wanted(native=written.native))
        trial = tried(written.text.encode(), own)
        assert trial.faults == ()
        if not trial.refused:
            file = place.file.parent / "output" / "deck.pptx"
            first = file.read_bytes()
            assert list(missing(Package(first), written)) == []
            tried(written.text.encode(), own)
            assert file.read_bytes() == first


def missing(package: Package, written: Written) -> Iterator[str]:
    """Yield the words that are not on their slides, and those that stand in another order."""
    held = [_held(package, slide) for slide in package.slides]
    for number, (words, here) in enumerate(zip(written.slides, held, strict=True), start=1):
        yield from (f"slide {number}: {word} is missing" for word in words if word not in here)
    for run in written.runs:
        here = next(text for text in held if run[0] in text)
        if sorted(run, key=here.index) != list(run):
            yield f"{', '.join(run)} stand in another order"


def _held(package: Package, slide: str) -> str:
    """Return a slide as text, and behind it what belongs to it: charts, images, notes."""
    kept = ("notesSlide", "chart", "image")
    below = [relation.target for relation in package.relations(slide) if relation.kind in kept]
    return "".join(package.parts[name].decode("utf-8", "replace") for name in (slide, *below))
