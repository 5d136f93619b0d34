"""Pages to PDF, PNG and SVG by Typst, and SVG to PNG."""

from deckgen.writers.typst.compile import rasterized
from deckgen.writers.typst.document import Sheets, pdf, pngs, svgs

__all__ = ["Sheets", "pdf", "pngs", "rasterized", "svgs"]
