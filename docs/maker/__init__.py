"""Makes docs/format.md, the page of the content format, from the specs; a developer's tool."""

from pathlib import Path

DOCS = Path(__file__).parent.parent


class Missing(Exception):  # noqa: N818
    """Something that the page needs is not there; the text says what to write, and where."""
