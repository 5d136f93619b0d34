"""Pages to a native PowerPoint file."""

from deckgen.writers.pptx.package import Pictures, prepared, write

__all__ = ["Pictures", "prepared", "write"]
