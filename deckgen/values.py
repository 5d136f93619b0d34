"""Classes of values, and of what works on them: Python's dataclasses, at a fraction of what they cost to import.

Python writes and compiles six functions for each dataclass, used or not: for some 200 classes a seventh of a build.
Here two are compiled, each when it is first called, and the other functions are the same for all classes. What
works with dataclasses works with these: ``fields``, ``replace``, ``match``, a dataclass that inherits from one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import partial
from operator import attrgetter, eq, ge, gt, le, lt
from types import MemberDescriptorType
from typing import Any, ClassVar, TypeVar, dataclass_transform, get_origin, overload

T = TypeVar("T")
Method = Callable[..., Any]


@dataclass(frozen=True)
class _Frozen:
    """What Python makes of a class: ``fields`` and others look for the marks that stand here."""

    field: int


@dataclass
class _Open:
    """The same, where fields may be assigned."""


_OF_CLASS: Any = ClassVar
_MARK = fields(_Frozen)[0]._field_type  # type: ignore[attr-defined]


@overload
def frozen(cls: type[T], /) -> type[T]: ...


@overload
def frozen(*, slots: bool = False, order: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: type[T] | None = None, /, *, slots: bool = False, order: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make of ``cls`` what ``dataclass(frozen=True)`` makes of it, with the same ``repr``: what is kept is named by it.

    That nothing is assigned to a field is for mypy to see, and is not refused while deckgen runs: a guard is two more
    functions for each class, and an ``__init__`` that goes round it takes three times as long for each of the
    thousands of runs and words of a deck.
    """
    if cls is None:
        return lambda cls: _made(cls, _Frozen, slots=slots, order=order)
    return _made(cls, _Frozen)


@overload
def mutable(cls: type[T], /) -> type[T]: ...


@overload
def mutable(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(field_specifiers=(field,))
def mutable(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make of ``cls`` what ``dataclass`` makes of it: its objects change while they work, and have no hash."""
    if cls is None:
        return lambda cls: _made(cls, _Open, kw_only=kw_only)
    return _made(cls, _Open)


def _made(cls: type[T], like: type, *, slots: bool = False, order: bool = False, kw_only: bool = False) -> type[T]:
    known: dict[str, Field[Any]] = {}
    for base in cls.__mro__[:0:-1]:
        known |= vars(base).get("__dataclass_fields__", {})
    known |= {of.name: of for of in _own(cls, kw_only)}
    if slots:
        cls = _with_slots(cls, known)
    compared = _together(name for name, of in known.items() if of.compare)
    hashed = _together(name for name, of in known.items() if (of.compare if of.hash is None else of.hash))
    given: dict[str, object] = {
        "__dataclass_fields__": known,
        "__dataclass_params__": vars(like)["__dataclass_params__"],
        "__match_args__": tuple(name for name, of in known.items() if of.init and not of.kw_only),
        "__init__": _when_called(cls, "__init__", partial(_init, cls, slots)),
        "__repr__": _when_called(cls, "__repr__", partial(_repr, cls)),
        "__eq__": _comparison(eq, compared),
        "__hash__": (lambda self: hash(hashed(self))) if like is _Frozen else None,
    }
    if order:
        given |= {f"__{by.__name__}__": _comparison(by, compared) for by in (lt, le, gt, ge)}
    for name, what in given.items():
        # Python itself puts None for the hash of a class that says when it is equal.
        if vars(cls).get(name) is None:
            setattr(cls, name, what)
    return cls


def _own(cls: type, kw_only: bool) -> Iterator["Field[Any]"]:
    """Yield the fields that a class itself declares; in the class stays the default of each, or nothing."""
    for name, kind in cls.__annotations__.items():
        if kind is _OF_CLASS or get_origin(kind) is _OF_CLASS:
            continue
        if isinstance(kind, str) and kind.startswith("ClassVar"):
            raise TypeError(f"{cls.__qualname__}.{name}: ClassVar has to stand outside the quotation marks")
        of: Any = getattr(cls, name, MISSING)
        if not isinstance(of, Field):
            of = field(default=MISSING if isinstance(of, MemberDescriptorType) else of)
        elif of.default is MISSING:
            delattr(cls, name)
        else:
            setattr(cls, name, of.default)
        if type(of.default).__hash__ is None:
            raise ValueError(f"{cls.__qualname__}.{name}: all objects would share one {type(of.default).__name__}")
        of.name, of.type, of._field_type = name, kind, _MARK
        of.kw_only = kw_only if of.kw_only is MISSING else of.kw_only
        yield of


def _with_slots(cls: type[T], names: Iterable[str]) -> type[T]:
    """Return the class again, with a place for each field and for nothing else."""
    held = {name for base in cls.__mro__[1:] for name in vars(base).get("__slots__", ())}
    body = {name: of for name, of in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    body |= {"__slots__": tuple(name for name in names if name not in held), "__qualname__": cls.__qualname__}
    kind: Any = type(cls)
    made: type[T] = kind(cls.__name__, cls.__bases__, body)
    return made


def _when_called(cls: type, name: str, make: Callable[[], Method]) -> Method:
    """Return a method that makes the class's own when it is first called, and lets it take its place."""

    def method(self: object, *given: object, **named: object) -> object:
        made = make()
        setattr(cls, name, made)
        return made(self, *given, **named)

    return method


def _init(cls: type, slots: bool) -> Method:
    known: dict[str, object] = {"__name__": cls.__module__, "__missing": MISSING}
    taken: list[str] = []
    only: list[str] = []
    lines: list[str] = []
    for name, of in vars(cls)["__dataclass_fields__"].items():
        default, what = "", name
        if of.default_factory is not MISSING:
            known[f"__{name}"] = of.default_factory
            default, what = "=__missing", f"__{name}() if {name} is __missing else {name}" if of.init else f"__{name}()"
        elif of.default is not MISSING:
            known[f"__{name}"] = of.default
            default, what = f"=__{name}", name if of.init else f"__{name}"
        if of.init:
            (only if of.kw_only else taken).append(f"{name}{default}")
        # Without slots, what stands in the class is the default.
        if of.init or of.default_factory is not MISSING or (slots and default):
            lines.append(f"self.{name} = {what}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    head = ", ".join(("self", *taken, *(("*", *only) if only else ())))
    return _compiled(f"def __init__({head}):\n " + "\n ".join(lines or ["pass"]), known, cls)


def _repr(cls: type) -> Method:
    told = [name for name, of in vars(cls)["__dataclass_fields__"].items() if of.repr]
    values = ", ".join(f"{name}={{self.{name}!r}}" for name in told)
    return _compiled(f"def __repr__(self):\n return f'{{self.__class__.__qualname__}}({values})'", {}, cls)


def _compiled(source: str, known: dict[str, object], cls: type) -> Method:
    """Return the one function that is defined in ``source``, as a method of ``cls``."""
    exec(source, known)
    made: Method = list(known.values())[-1]  # type: ignore[assignment]
    made.__qualname__ = f"{cls.__qualname__}.{made.__name__}"
    return made


def _together(names: Iterable[str]) -> Callable[[object], tuple[object, ...]]:
    """Return what takes so many fields of an object, as a tuple."""
    names = tuple(names)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _comparison(by: Callable[[Any, Any], bool], compared: Callable[[object], tuple[object, ...]]) -> Method:
    def compare(self: object, other: object) -> bool:
        return by(compared(self), compared(other)) if other.__class__ is self.__class__ else NotImplemented

    return compare
