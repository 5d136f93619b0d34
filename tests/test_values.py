"""Our own classes of values do what Python's dataclasses do."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import pytest
from inline_snapshot import snapshot

from deckgen.values import frozen, mutable

Maker = Callable[[type], type]
FROZEN = pytest.mark.parametrize(
    "make",
    [frozen, frozen(slots=True), dataclass(frozen=True), dataclass(frozen=True, slots=True)],
    ids=["ours", "ours with slots", "Python's", "Python's with slots"],
)


@frozen(slots=True)
class Place:
    """Lets itself be kept in a file, which only a class of a module does."""

    line: int
    column: int = 1


def run(make: Maker) -> Any:
    class Run:
        kinds: ClassVar[tuple[str, ...]] = ("plain", "bold")
        text: str
        bold: bool = False
        marks: list[str] = field(default_factory=list)
        seen: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
        weight: int = field(default=4, init=False)
        link: str = field(default="", kw_only=True)
        note: str = field(default="", hash=False)

    return make(Run)


@FROZEN
def test_a_value_says_all_of_its_fields(make: Maker) -> None:
    made = run(make)("Ten", True, link="x")
    assert repr(made) == "run.<locals>.Run(text='Ten', bold=True, marks=[], weight=4, link='x', note='')"


@FROZEN
def test_values_are_equal_by_what_is_compared(make: Maker) -> None:
    kind = run(make)
    assert kind("Ten", seen={"a": 1}) == kind("Ten", seen={})
    assert kind("Ten") != kind("Ten", link="x")
    assert kind("Ten") != run(make)("Ten")
    assert kind("Ten") != "Ten"


@FROZEN
def test_values_hash_by_what_is_compared_and_hashed(make: Maker) -> None:
    class Word:
        text: str
        seen: dict[str, int] = field(default_factory=dict, compare=False)
        note: str = field(default="", hash=False)

    kind = make(Word)
    assert hash(kind("Ten", {"a": 1}, "x")) == hash(kind("Ten")) == hash(("Ten",))
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(run(make)("Ten"))


@FROZEN
def test_a_default_is_made_for_each_value(make: Maker) -> None:
    kind = run(make)
    assert kind("Ten").marks is not kind("Ten").marks
    assert kind("Ten", marks=["x"]).marks == ["x"]


@FROZEN
def test_what_is_not_asked_for_is_refused(make: Maker) -> None:
    kind = run(make)
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'text'"):
        kind()
    with pytest.raises(TypeError, match=r"Run.__init__\(\) got an unexpected keyword argument 'weight'"):
        kind("Ten", weight=3)
    with pytest.raises(TypeError, match="positional argument"):
        kind("Ten", True, [], {}, "note", "link")


@FROZEN
def test_what_works_with_dataclasses_works_with_values(make: Maker) -> None:
    made = run(make)("Ten", marks=["x"])
    assert [one.name for one in fields(made)] == ["text", "bold", "marks", "seen", "weight", "link", "note"]
    assert replace(made, text="Two", link="y") == type(made)("Two", marks=["x"], link="y")
    assert dataclasses.asdict(made)["marks"] == ["x"]
    assert copy.copy(made) == copy.deepcopy(made) == made
    assert type(made).__match_args__ == ("text", "bold", "marks", "seen", "note")
    match made:
        case type(text=text, bold=False):
            raise AssertionError(text)
    assert type(made).kinds == ("plain", "bold")


def test_a_value_is_matched_by_the_order_of_its_fields() -> None:
    match Place(3, 7):
        case Place(line, column):
            assert (line, column) == (3, 7)


def test_a_value_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(Place(3))) == Place(3)


@FROZEN
def test_a_class_inherits_the_fields_of_its_bases(make: Maker) -> None:
    @make
    class Mark:
        left: int
        color: str = "primary"

        def __post_init__(self) -> None:
            if self.left < 0:
                raise ValueError("left of the slide")

    class Bar(Mark):  # type: ignore[misc, valid-type]
        color: str = "accent"
        width: int = 2

    kind = make(Bar)
    assert repr(kind(1)).endswith("Bar(left=1, color='accent', width=2)")
    assert Mark(1) != kind(1)
    assert Mark(1).color == "primary"
    with pytest.raises(ValueError, match="left of the slide"):
        kind(-1)


@FROZEN
def test_what_a_class_says_itself_stays(make: Maker) -> None:
    @make
    class Named:  # noqa: PLW1641  # its hash is made
        name: str

        def __repr__(self) -> str:
            return f"“{self.name}”"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, str) and other == self.name

    assert repr(Named("x")) == "“x”"
    assert Named("x") == "x"
    assert hash(Named("x")) == hash(("x",))


@pytest.mark.parametrize("make", [frozen, dataclass(frozen=True)])
def test_a_property_is_kept_and_set_after_all_fields(make: Maker) -> None:
    @make
    class Named:
        name: str

        def __post_init__(self) -> None:
            object.__setattr__(self, "name", self.name.strip())

        @cached_property
        def parts(self) -> list[str]:
            return self.name.split()

    named = Named(" a b ")
    assert named.parts is named.parts == ["a", "b"]
    assert repr(named).endswith("Named(name='a b')")


def test_with_slots_there_is_room_for_the_fields_alone() -> None:
    assert not hasattr(Place(1), "__dict__")
    with pytest.raises(AttributeError):
        Place(1).row = 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [frozen(order=True), dataclass(frozen=True, order=True)])
def test_values_stand_in_order_where_that_is_asked_for(make: Maker) -> None:
    @make
    class Span:
        line: int
        path: str = field(default="", compare=False)

    assert sorted([Span(3), Span(1, "b"), Span(2, "a")]) == [Span(1), Span(2), Span(3)]
    assert Span(1) <= Span(1) < Span(2) > Span(1) >= Span(1)
    with pytest.raises(TypeError, match="not supported between"):
        assert Span(1) < 2


def test_a_dataclass_may_inherit_from_a_value() -> None:
    """As the charts of installed packages do."""

    @dataclass(frozen=True)
    class Word(Place):
        text: str = ""

    word = Word(1, 2, "x")
    assert repr(word).endswith("Word(line=1, column=2, text='x')")
    assert word == replace(word, text="x")
    assert hash(word) == hash((1, 2, "x"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        word.text = "y"  # type: ignore[misc]


@pytest.mark.parametrize("make", [mutable(kw_only=True), dataclass(kw_only=True)])
def test_what_works_on_values_may_change_and_has_no_hash(make: Maker) -> None:
    @make
    class Reader:
        name: str
        found: list[str] = field(default_factory=list)

    reader = Reader(name="x")
    reader.name = "y"
    reader.found.append("z")
    assert repr(reader).endswith("Reader(name='y', found=['z'])")
    assert reader == Reader(name="y", found=["z"])
    with pytest.raises(TypeError, match="unhashable"):
        hash(reader)
    with pytest.raises(TypeError):
        Reader("x")


@pytest.mark.parametrize("make", [frozen, mutable, dataclass])
def test_no_two_objects_share_a_list(make: Maker) -> None:
    class Reader:
        found: list[str] = []  # noqa: RUF012

    with pytest.raises(ValueError, match="list"):
        make(Reader)


def test_mypy_sees_what_is_assigned_to_a_value_and_what_a_class_lacks() -> None:
    code = (
        "from dataclasses import replace\n"
        "from deckgen.units import Emu, Rect\n"
        "rect = Rect(Emu(0), Emu(0), Emu(1), Emu(1))\n"
        "rect.x = Emu(2)\n"
        "replace(rect, colour=1)\n"
        "Rect(Emu(0))\n"
    )
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--follow-imports=silent", "-c", code]
    run = subprocess.run(mypy, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent)
    assert run.stdout == snapshot("""\
<string>:4: error: Property "x" defined in "Rect" is read-only  [misc]
<string>:5: error: Unexpected keyword argument "colour" for "replace" of "Rect"  [call-arg]
<string>:5: note: "replace" defined in "deckgen.units"
<string>:6: error: Missing positional arguments "y", "width", "height" in call to "Rect"  [call-arg]
Found 3 errors in 1 file (checked 1 source file)
""")
