"""Pages to a native PowerPoint file."""

from deckgen.writers.pptx.package import write

__all__ = ["write"]
