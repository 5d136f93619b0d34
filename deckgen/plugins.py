"""Finds layouts, charts, checks and writers by the names of their files, and those of installed packages."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from deckgen import store
from deckgen.checks.base import Check
from deckgen.spec.base import ChartSpec, SlideSpec
from deckgen.spec.inference import Vocabulary

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

T = TypeVar("T")


@cache
def vocabulary() -> Vocabulary:
    """Return the layouts and charts there are."""
    layouts = dict(_classes("layouts", SlideSpec))  # type: ignore[type-abstract]
    charts = dict(_classes("charts", ChartSpec))  # type: ignore[type-abstract]
    return Vocabulary(layouts, charts)


@cache
def checks() -> tuple[Check, ...]:
    """Return the checks, by the names of their files."""
    return tuple(check() for _, check in _classes("checks", Check))  # type: ignore[type-abstract]


def _classes(kind: str, base: type[T]) -> Iterator[tuple[str, type[T]]]:
    """Yield the name and the class of each file of a package, and of each entry point of its group."""
    package = import_module(f"deckgen.{kind}")
    modules = {
        info.name.replace("_", "-"): f"{package.__name__}.{info.name}"
        for info in iter_modules(package.__path__)
        if not info.name.startswith("_")
    }
    if not are_ours():
        modules |= {point.name: point.value for point in _entry_points().select(group=f"deckgen.{kind}")}
    for name, module in sorted(modules.items()):
        found = _class_of(import_module(module), base)
        if found:
            yield name, found


@cache
def are_ours() -> bool:
    """Return whether no installed package adds anything."""
    return not store.added_to("deckgen.")


@cache
def _entry_points() -> "EntryPoints":
    """Return those of all installed packages: each look reads a file of every one of them."""
    from importlib.metadata import entry_points

    # Python 3.11 gives the older class, which selects alike.
    return entry_points()  # type: ignore[return-value, unused-ignore]


def _class_of(module: ModuleType, base: type[T]) -> type[T] | None:
    """Return the one class of ``module`` that is a ``base``."""
    own = (value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__)
    return next((value for value in own if issubclass(value, base) and value is not base), None)
