"""Pages to a native PowerPoint file."""

from deckgen.writers.pptx.package import Pictures, write

__all__ = ["Pictures", "write"]
