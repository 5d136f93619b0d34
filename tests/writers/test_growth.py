"""What is done for each slide does not grow with the deck: counted, not timed."""

import cProfile
import pstats
from pathlib import Path

import pytest

from deckgen import pipeline
from deckgen.theme.opc import Package, Relations
from tests.builders import pages, theme

WALKS = {
    "next_partname",
    "next_image_partname",
    "_find_by_sha1",
    "_get_matching",
    "_next_id",
    "iter_parts",
    "iter_rels",
}
"""The calls of python-pptx that go through all that is there."""


def deck(slides: int) -> str:
    """Return a deck with notes, links and charts."""
    lines = ["title: D", "indicators:"]
    lines += [
        f"  f{n}: {{label: Thing {n} of many, before: {n % 40}%, after: {41 + n % 50}%}}" for n in range(0, slides, 5)
    ]
    lines.append("slides:")
    for number in range(slides):
        body = (
            f"indicators: [f{number}]"
            if number % 5 == 0
            else f"text: 'See [page {number}](https://example.org/{number})'"
        )
        lines.append(f"  - {{title: Slide {number}, {body}, notes: Say {number}}}")
    return "\n".join(lines) + "\n"


def calls(slides: int) -> dict[str, int]:
    """Return how often each function is called to write a deck of so many slides, the theme being prepared."""
    typeset = pages(deck(slides))
    pipeline.presentation(typeset, theme())
    profile = cProfile.Profile()
    profile.runcall(pipeline.presentation, typeset, theme())
    counted: dict[str, int] = {}
    for (file, _, name), (count, *_) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        counted[f"{Path(file).name}:{name}"] = counted.get(f"{Path(file).name}:{name}", 0) + count
    return counted


def test_a_build_of_200_slides_makes_no_call_for_a_slide_that_walks_the_package() -> None:
    made = calls(200)
    assert not WALKS & {name.rpartition(":")[2] for name in made}
    # Once for the presentation, and once to write each .rels.
    assert made["opc.py:archive"] == 1
    assert made["opc.py:_types"] == 1


def test_calls_grow_with_the_slides_and_no_faster() -> None:
    few, many = calls(50), calls(200)
    # Four times as many slides; half as much again for what is logarithmic, such as sorting.
    grown = {name: (few.get(name, 0), count) for name, count in many.items() if count > 6 * max(few.get(name, 0), 200)}
    assert grown == {}


def test_an_id_is_found_without_going_through_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    related = Relations()
    ids = [related.to("slide", f"/slide{number}.xml") for number in range(1000)]
    assert ids == [f"rId{number}" for number in range(1, 1001)]
    assert related.to("slide", "/slide7.xml") == "rId8"
    assert related.without("slide").to("slide", "/slide7.xml") == "rId1"
    assert Package((), related.listed).archive() == Package((), related.listed).archive()


def test_a_prepared_theme_is_the_same_as_one_that_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from deckgen import prepared

    typeset = pages(deck(10))
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path))
    made = []
    for _ in range(3):
        monkeypatch.setattr(prepared, "_at_hand", {})
        made.append(pipeline.presentation(typeset, theme()))
    assert made[0] == made[1] == made[2]
    kept = next((tmp_path / "prepared").iterdir())
    kept.write_bytes(kept.read_bytes()[:-1])
    monkeypatch.setattr(prepared, "_at_hand", {})
    assert pipeline.presentation(typeset, theme()) == made[0]
