"""The sound files that are damaged, and the folder in which decks are built of what comes of it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from deckgen import plugins
from deckgen.request import Wanted
from deckgen.spec.manual import example_of
from tests.builders import EXAMPLES, ROOT

DECKS = ("content/*.yaml", "content/translations/*.yaml", "docs/examples/*.yaml", "tests/decks/*/deck.yaml")
THEMES = sorted(path.parent.name for path in ROOT.glob("themes/*/theme.yaml"))
DECK = b"""\
title: A deck
theme: damaged
indicators:
  a: {label: One, before: 10%, after: 20%}
  b: {label: Two, before: 30%, after: 20%}
slides:
  - layout: cover
  - {title: A headline of the deck, section: One, indicators: [a, b]}
  - {title: Another headline, section: Two, bullets: [One, Two], notes: Said}
"""


@dataclass(frozen=True)
class Seed:
    """A sound file; ``folder`` is where its images are."""

    name: str
    text: str
    folder: Path


@dataclass(frozen=True)
class Workshop:
    """Where a trial is made: ``file`` is the damaged one, ``content`` the deck that is built."""

    file: Path
    content: Path
    wanted: Wanted


@cache
def seeds() -> tuple[Seed, ...]:
    """Return the decks of the project, and the example of each layout and chart."""
    files = [path for pattern in DECKS for path in sorted(ROOT.glob(pattern))]
    known = plugins.vocabulary()
    examples = {**known.layouts, **known.charts}
    return (
        *(Seed(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"), path.parent) for path in files),
        *(Seed(f"example of {name}", example_of(of), EXAMPLES) for name, of in examples.items()),
    )


@cache
def themes() -> tuple[Seed, ...]:
    """Return the theme.yaml of each theme of the project."""
    files = [ROOT / "themes" / name / "theme.yaml" for name in THEMES]
    return tuple(Seed(f"theme {path.parent.name}", path.read_text(encoding="utf-8"), path.parent) for path in files)


@contextmanager
def workshop(seed: Seed, rng: Random, *, plain: bool = False) -> Iterator[Workshop]:
    """Give a folder for one trial, with the images that the file names; a theme is chosen, unless it is to be ``plain``."""
    with tempfile.TemporaryDirectory(prefix="deckgen-fuzz-") as name:
        folder = Path(name)
        for image in seed.folder.rglob("*.svg"):
            beside = folder / image.relative_to(seed.folder)
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(image, beside)
        deck = folder / "deck.yaml"
        if seed in themes():
            deck.write_bytes(DECK)
            (folder / "themes" / "damaged").mkdir(parents=True)
            yield Workshop(folder / "themes" / "damaged" / "theme.yaml", deck, Wanted())
        elif plain:
            yield Workshop(deck, deck, Wanted())
        else:
            wanted = Wanted(rng.choice((None, None, *THEMES)), rng.choice((None, "large")), native=rng.random() < 0.2)
            yield Workshop(deck, deck, wanted)
