"""Pages to PDF, PNG and SVG by Typst, and SVG to PNG."""

from deckgen.writers.typst.compile import rasterized
from deckgen.writers.typst.document import contact_sheet, handout, markup, pdf, pngs, svg_of, svgs

__all__ = ["contact_sheet", "handout", "markup", "pdf", "pngs", "rasterized", "svg_of", "svgs"]
