"""Structured content and figures in YAML; out comes a native, on-brand, accessible slide deck."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic, Severity, Span
    from deckgen.model.deck import Deck
    from deckgen.pipeline import build, check
    from deckgen.request import Built

_HOMES = {
    "Built": "deckgen.request",
    "Deck": "deckgen.model.deck",
    "Diagnostic": "deckgen.diagnostics",
    "Severity": "deckgen.diagnostics",
    "Span": "deckgen.diagnostics",
    "build": "deckgen.pipeline",
    "check": "deckgen.pipeline",
}

__all__ = ["Built", "Deck", "Diagnostic", "Severity", "Span", "build", "check"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Return a public name, importing its module only now."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module “deckgen” has no attribute “{name}”")
