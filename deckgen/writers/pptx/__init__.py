"""Pages to a native PowerPoint file."""

from deckgen.writers.pptx.package import Picture, write

__all__ = ["Picture", "write"]
