"""Which slides hold no content of their own."""

_LAYOUTS = frozenset(("cover", "agenda", "section", "sources", "closing", "statement"))


def frames_others(layout: str) -> bool:
    """Return whether slides of a layout open, divide or close a deck, and may hold a title alone."""
    return layout in _LAYOUTS
