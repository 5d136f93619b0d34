"""Finds layouts, charts, checks and writers by the names of their files, and those of installed packages."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from deckgen import store
from deckgen.checks.base import Check
from deckgen.spec.base import ChartSpec, FigureKind, SlideSpec
from deckgen.spec.inference import Signs, Vocabulary

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

T = TypeVar("T")

BOUND = 2**16
"""How many bytes are kept of what layouts are found by, in a few versions of deckgen."""


@cache
def vocabulary() -> Vocabulary:
    """Return the layouts and charts there are; each of ours is imported when a deck has need of it."""
    layouts = _Classes(_modules("layouts"), SlideSpec)  # type: ignore[type-abstract]
    charts = _Classes(_modules("charts"), ChartSpec)  # type: ignore[type-abstract]
    if are_ours():
        return Vocabulary(layouts, charts, _signs(layouts))
    return Vocabulary(layouts.all, charts.all)


@cache
def checks() -> tuple[Check, ...]:
    """Return the checks, by the names of their files."""
    found = _Classes(_modules("checks"), Check).all  # type: ignore[type-abstract]
    return tuple(check() for check in found.values())


def _modules(kind: str) -> Mapping[str, str]:
    """Return the modules of a kind by their names: each file of its package, and each entry point of its group."""
    package = import_module(f"deckgen.{kind}")
    modules = {
        info.name.replace("_", "-"): f"{package.__name__}.{info.name}"
        for info in iter_modules(package.__path__)
        if not info.name.startswith("_")
    }
    if _is_added():
        modules |= {point.name: point.value for point in _entry_points().select(group=f"deckgen.{kind}")}
    return dict(sorted(modules.items()))


class _Classes(Mapping[str, type[T]]):
    """The one class of each of some modules, which is imported when the class is asked for."""

    def __init__(self, modules: Mapping[str, str], base: type[T]) -> None:
        self._modules = modules
        self._base = base
        self._known: dict[str, type[T] | None] = {}

    def __getitem__(self, name: str) -> type[T]:
        if name not in self._known:
            self._known[name] = _class_of(import_module(self._modules[name]), self._base)
        found = self._known[name]
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._modules

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)

    @property
    def all(self) -> dict[str, type[T]]:
        """All of them; a module that has none is left out."""
        return {name: found for name in self if (found := self.get(name))}


def _signs(layouts: Mapping[str, type[SlideSpec]]) -> dict[str, Signs]:
    """Return what each of our layouts is found by, as it was kept, or from the layouts themselves."""
    kept, version = store.of_user("layouts", ".json", BOUND), store.version().hex()
    entry = kept.get(version)
    if entry:
        return {name: _sign(*told) for name, told in json.loads(entry).items()}
    made = {name: Signs(of.needs, of.least, of.most, of.default_chart) for name, of in layouts.items()}
    told = {name: [_told(of.needs), of.least, of.most, of.default_chart] for name, of in made.items()}
    kept.put({version: json.dumps(told).encode()})
    return made


def _told(needs: tuple[frozenset[str | FigureKind], ...]) -> list[list[str | list[str]]]:
    """Return needs as JSON has them: a key as it is, a kind of figures by its name in a list."""
    return [[[of.name] if isinstance(of, FigureKind) else of for of in sorted(each, key=str)] for each in needs]


def _sign(needs: list[list[str | list[str]]], least: int, most: int, chart: str) -> Signs:
    read = (frozenset(of if isinstance(of, str) else FigureKind[of[0]] for of in each) for each in needs)
    return Signs(tuple(read), least, most, chart)


def are_ours() -> bool:
    """Return whether nothing is added, by an installed package or by a further folder."""
    packages = (import_module(f"deckgen.{kind}") for kind in ("layouts", "charts", "checks"))
    return not _is_added() and all(len(package.__path__) == 1 for package in packages)


@cache
def _is_added() -> bool:
    return store.added_to("deckgen.")


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
