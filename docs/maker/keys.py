"""Tables of keys: what each takes, whether it must be there, and what it is."""

import datetime
import types
from collections.abc import Iterable
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from deckgen.model.bounds import Extent
from deckgen.spec.base import ChartSpec, ItemSpec, OneOf, Spec, Text, Texts
from deckgen.spec.claims import ClaimSpec
from deckgen.spec.deck import AudienceSpec
from deckgen.spec.figures import Amount, IndicatorSpec, PeriodsSpec, SourceSpec
from deckgen.spec.images import Focus, ImageSpec
from deckgen.spec.tables import TableSpec
from maker import Missing

_ONE = {
    Text: "a text",
    str: "a word",
    bool: "`true` or `false`",
    int: "a whole number",
    datetime.date: "a date",
    Amount: "a figure",
    Extent: "bounds",
    ItemSpec: "an [item](#an-item-of-a-list)",
    ChartSpec: "the name of a [chart](#charts), or its keys",
    PeriodsSpec: "the keys of [periods](#periods)",
    TableSpec: "the keys of a [table](#a-table)",
    ImageSpec: "the keys of an [image](#an-image)",
    Focus: "two shares, or words",
}
_MANY = {Text: "texts", ItemSpec: "[items](#an-item-of-a-list)"}
_NAMED = {
    AudienceSpec: "names, and under each perhaps the keys of an [audience](#audiences)",
    SourceSpec: "names, and under each the keys of a [source](#sources)",
    IndicatorSpec: "names, and under each the keys of an [indicator](#indicators)",
    ClaimSpec: "words, and under each the keys of a [claim](#claims)",
    Amount: "periods, each with its figure",
}
_ONE_OR_MORE = next(part for part in get_args(Texts) if isinstance(part, BeforeValidator))


def table(spec: type[Spec], besides: type[Spec] | None = None) -> str:
    """Return the keys of ``spec`` as a table, without those that are the same in ``besides``."""
    known = besides.model_fields if besides else {}
    fields = [field for name, field in spec.model_fields.items() if not field.exclude and not _same(field, known, name)]
    if not fields:
        return ""
    rows = [_row(spec, field) for field in fields]
    return "\n".join(["| key | takes | | what it is |", "| --- | --- | --- | --- |", *rows])


def _same(field: FieldInfo, known: dict[str, FieldInfo], name: str) -> bool:
    return name in known and known[name].description == field.description


def _row(spec: type[Spec], field: FieldInfo) -> str:
    where = f"the key “{field.alias}” of {spec.__name__}"
    if not field.description:
        raise Missing(f"{where} has no description: write it in its Field(description=…)")
    must = "**must be there**" if field.is_required() else ""
    cells = (f"`{field.alias}`", takes(field, where), must, field.description)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def takes(field: FieldInfo, where: str) -> str:
    """Return in words what may be written as the value of a key."""
    if _ONE_OR_MORE in field.metadata:
        return "a text, or a list of texts"
    return _words(field.annotation, where, field.metadata)


def _words(kind: Any, where: str, limits: Iterable[object] = ()) -> str:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _words(inner[0], where, inner[1:])
    choice = next((note for note in limits if isinstance(note, OneOf)), None)
    if choice:
        return _choice(choice.values)
    if origin in (Union, types.UnionType):
        ways = [_words(one, where, limits) for one in inner if one is not type(None)]
        return ", or ".join(ways).replace("a figure, or a text", "a figure, or the name of an indicator")
    if origin is Literal:
        return _choice(inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(member.value for member in kind)
    found = _listed(inner[0], limits) if origin is tuple else _NAMED.get(inner[-1]) if origin is dict else _one(kind)
    if found is None:
        raise Missing(f"{where} takes a {kind}, for which docs/maker/keys.py has no words: add them to its tables")
    return found


def _choice(values: Iterable[str]) -> str:
    *others, last = (f"`{value}`" for value in values)
    return f"{', '.join(others)} or {last}" if others else last


def _one(kind: Any) -> str | None:
    return next((words for base, words in _ONE.items() if isinstance(kind, type) and issubclass(kind, base)), None)


def _listed(kind: Any, limits: Iterable[object]) -> str | None:
    """Return in words how many of what a list holds."""
    kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    least = next((limit.min_length for limit in limits if isinstance(limit, MinLen)), None)
    most = next((limit.max_length for limit in limits if isinstance(limit, MaxLen)), None)
    if get_origin(kind) is tuple:
        return f"a list of rows, each {_listed(get_args(kind)[0], ())}"
    many = next((words for base, words in _MANY.items() if isinstance(kind, type) and issubclass(kind, base)), None)
    if many is None and isinstance(kind, type) and issubclass(kind, Spec):
        many = f"{kind.__name__.removesuffix('Spec').lower()}s"
    if many is None:
        return None
    if least is not None and most is not None:
        return f"a list of {least} {many}" if least == most else f"a list of {least} to {most} {many}"
    if most is not None:
        return f"a list of {many}, at most {most}"
    return f"a list of {many}, at least {least}" if least is not None else f"a list of {many}"
