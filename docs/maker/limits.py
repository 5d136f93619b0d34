"""docs/limits.md: what deckgen takes at most, each number from the constant that holds it."""

import re
from importlib import import_module

from maker import DOCS, Missing

PAGE = DOCS / "limits.md"
TEMPLATE = DOCS / "limits.in.md"
NUMBER = re.compile(r"<!-- ([a-z_.]+)\.([A-Z_]+) -->")
_NOTE = (
    "<!-- Made by `python docs/make.py` from docs/limits.in.md and the constants: change those, not this page. -->\n\n"
)


def page() -> str:
    """Return the page with the numbers that hold today; raise what it asks for in vain."""
    return _NOTE + NUMBER.sub(lambda match: _number(match[1], match[2]), TEMPLATE.read_text(encoding="utf-8"))


def problems() -> tuple[str, ...]:
    """Return whether the page is not what the constants say."""
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    told = "docs/limits.md is not what the constants say: write it with: python docs/make.py"
    return () if written == page() else (told,)


def _number(module: str, name: str) -> str:
    try:
        number = getattr(import_module(f"deckgen.{module}"), name)
    except (ImportError, AttributeError):
        raise Missing(f"docs/limits.in.md asks for {name} of deckgen/{module}, which is not there") from None
    return f"{number:,}"
