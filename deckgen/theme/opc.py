"""A package of parts (ECMA-376 part 2): their names, types and relationships, and the archive made of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from deckgen.theme.archive import Member, archive, deflated
from deckgen.theme.ooxml import HEAD, Element, el
from deckgen.values import frozen

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the types of relationships begin with (ECMA-376 part 1, 9)."""
PRESENTATION_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_BY_ENDING = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
"""The types that the ending of a name says; the others are said of each part."""
_ALWAYS = ("rels", "xml")
_AS_IT_IS = (".png", ".jpeg", ".xlsx")
"""What is packed already, and gets no smaller."""


@frozen(slots=True)
class Relation:
    """A relationship: its id, its type, and the name of a part or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool = False


class Relations:
    """The relationships of one part as they grow; each is found, and numbered, without going through the others."""

    def __init__(self, listed: Iterable[Relation] = ()) -> None:
        self._by_id = {relation.id: relation for relation in listed}
        self._ids = {(one.kind, one.target, one.outside): one.id for one in self._by_id.values()}

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Return the id of the relationship of a kind to a target, which is added unless it is there."""
        found = self._ids.get((kind, target, outside))
        if found is None:
            number = len(self._by_id) + 1
            while f"rId{number}" in self._by_id:
                number -= 1
            found = self._ids[kind, target, outside] = f"rId{number}"
            self._by_id[found] = Relation(found, kind, target, outside)
        return found

    def without(self, kind: str) -> "Relations":
        """Return all but those of a kind."""
        return Relations(one for one in self._by_id.values() if one.kind != kind)

    def one(self, kind: str) -> str:
        """Return the target of the relationship of a kind."""
        return next(one.target for one in self._by_id.values() if one.kind == kind)

    @property
    def listed(self) -> tuple[Relation, ...]:
        """All of them, by number."""
        return tuple(sorted(self._by_id.values(), key=lambda one: int(one.id.removeprefix("rId"))))


@frozen(slots=True)
class Part:
    """A part: its name from the root of the package, its type, its bytes, and what it is related to.

    ``packed`` are the bytes as an archive holds them, nothing where that is not known yet.
    """

    name: str
    kind: str
    data: bytes
    relations: tuple[Relation, ...] = ()
    packed: bytes = b""

    def ready(self) -> "Part":
        """Return the part with its bytes packed."""
        return self if self.name.endswith(_AS_IT_IS) else replace(self, packed=deflated(self.data))


@frozen(slots=True)
class Package:
    """The parts of a package, and what the package itself is related to."""

    parts: tuple[Part, ...]
    relations: tuple[Relation, ...]

    def archive(self) -> bytes:
        """Return the archive, its members in one order."""
        return archive(sorted(self._members(), key=lambda member: (member.name != "[Content_Types].xml", member.name)))

    def _members(self) -> Iterator[Member]:
        yield _member("[Content_Types].xml", self._types())
        yield _member("_rels/.rels", _written(self.relations, "/"))
        for part in self.parts:
            yield _member(part.name[1:], part.data, part.packed)
            if part.relations:
                # What is packed is of a theme, and comes again.
                yield (_related_again if part.packed else _related)(part.name, part.relations)

    def _types(self) -> bytes:
        """Return what says the type of each part."""
        endings, named = set(_ALWAYS), {}
        for part in self.parts:
            ending = part.name.rpartition(".")[2]
            if _BY_ENDING.get(ending) == part.kind:
                endings.add(ending)
            else:
                named[part.name] = part.kind
        defaults = (
            el("Default", {"Extension": ending, "ContentType": _BY_ENDING[ending]}) for ending in sorted(endings)
        )
        overrides = (el("Override", {"PartName": name, "ContentType": kind}) for name, kind in sorted(named.items()))
        return _encoded(el("Types", {"xmlns": _TYPES}, *defaults, *overrides))


def _member(name: str, data: bytes, packed: bytes = b"") -> Member:
    return Member(name, data, None if name.endswith(_AS_IT_IS) else packed or deflated(data))


def _related(part: str, relations: tuple[Relation, ...]) -> Member:
    """Return what tells the relationships of a part."""
    folder, _, name = part.rpartition("/")
    return Member.of(f"{folder[1:]}/_rels/{name}.rels", _written(relations, folder))


_related_again = lru_cache(256)(_related)


def _written(relations: tuple[Relation, ...], folder: str) -> bytes:
    """Return relationships as a part; parts are named from ``folder``."""
    listed = (
        el(
            "Relationship",
            {
                "Id": one.id,
                "Type": one.kind,
                "Target": one.target if one.outside else _from(folder, one.target),
                **({"TargetMode": "External"} if one.outside else {}),
            },
        )
        for one in relations
    )
    return _encoded(el("Relationships", {"xmlns": _RELATIONS}, *listed))


def _from(folder: str, name: str) -> str:
    """Return the way from a folder to a part."""
    here, there = folder.rstrip("/").split("/"), name.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:])


def _encoded(root: Element) -> bytes:
    return f"{HEAD}{root}".encode()
