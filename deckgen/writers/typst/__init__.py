"""Pages to PDF, PNG and SVG by Typst, and SVG to PNG."""

from deckgen.writers.sheets import Sheets
from deckgen.writers.typst.compile import rasterized
from deckgen.writers.typst.document import pdf, pngs, svgs

__all__ = ["Sheets", "pdf", "pngs", "rasterized", "svgs"]
