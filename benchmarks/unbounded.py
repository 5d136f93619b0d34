"""deckgen without its bounds on what one file may hold, so that it can be seen how time and memory grow beyond them.

``python -m benchmarks.unbounded build DECK …``: a deck of more than 300 slides is refused otherwise (S125).
"""

from deckgen import pipeline
from deckgen.__main__ import main
from deckgen.source import extent, files, limits, yaml

limits.MOST_SLIDES = limits.MOST_KEYS = 100_000
extent.MOST_NODES = yaml.MOST_NODES = 1_000_000  # type: ignore[attr-defined]
files.LARGEST = pipeline.LARGEST = 100_000_000

if __name__ == "__main__":
    main()
