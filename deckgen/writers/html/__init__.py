"""Pages to one HTML file that is a document, and is shown as slides."""

from deckgen.writers.html.document import html

__all__ = ["html"]
