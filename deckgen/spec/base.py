"""The bases of all specs: texts with their places, slides, charts."""

import datetime
import re
from abc import abstractmethod
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from deckgen.diagnostics import Span
from deckgen.model.charts import Chart
from deckgen.model.content import Content
from deckgen.model.dots import MOST, undotted
from deckgen.model.figures import Indicator
from deckgen.model.fills import DotsFill, Fill
from deckgen.model.slots import USUAL, Grid, Slot, Variant
from deckgen.model.words import Words
from deckgen.source.nodes import Scalar
from deckgen.values import frozen

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def mistake(name: str, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error of a value: the name of its diagnostic, what is wrong, what to do."""
    return PydanticCustomError(name, "{message}", {"message": message, "hint": hint})


@frozen(slots=True)
class Text:
    """A text as the author wrote it, references and emphasis unread, with its place."""

    text: str
    span: Span
    raw: str = ""

    def __str__(self) -> str:
        return self.text

    def place(self, part: str, skipped: int = 0) -> Span:
        """Return the span of ``part`` in the file, after ``skipped`` others of the same characters."""
        start = -1
        for _ in range(skipped + 1):
            start = self.raw.find(part, start + 1)
            if start < 0:
                return self.span
        line = self.span.line + self.raw.count("\n", 0, start)
        column = start - self.raw.rfind("\n", 0, start)
        if line == self.span.line:
            column += self.span.column - 1
        return Span(self.span.path, line, column, line, column + len(part))

    @classmethod
    def of(cls, value: object) -> "Text":
        """Return the text of a scalar; raise the mistake of anything else."""
        if isinstance(value, Scalar):
            if value.empty or not value.text.strip():
                hint = "write a text, or delete the key; a text that begins with # needs quotation marks"
                raise mistake("empty-text", "nothing is written here", hint)
            # A line may also end as Windows has it, where quotation marks hold an escaped carriage return.
            lines = value.text.replace("\r\n", "\n").replace("\r", "\n")
            return cls(lines.strip("\n"), value.span, value.raw)
        if isinstance(value, dict):
            raise mistake("not-a-text", "a text is expected here, found a mapping", _as_text(value))
        raise mistake("not-a-text", "a text is expected here, found a list", "write one text")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema by which pydantic makes a text."""
        return core_schema.no_info_plain_validator_function(cls.of)


def _as_text(value: Mapping[object, object]) -> str:
    """Return how a text that YAML took for a mapping is written."""
    parts = [(str(key), inner) for key, inner in value.items()]
    if len(parts) == 1 and isinstance(parts[0][1], Scalar):
        key, inner = parts[0][0], parts[0][1]
        written = "{" + key + "}" if inner.empty else f"{key}: {inner.text}"
        return f'put the text in quotation marks: "{written}"'
    return "put the text in quotation marks"


def _flag(value: object) -> bool:
    text = Text.of(value).text
    if text.lower() not in ("true", "false"):
        hint = "write true or false"
        raise mistake("not-true-or-false", f"true or false is expected here, found “{text}”", hint)
    return text.lower() == "true"


def _dated(value: object) -> object:
    text = Text.of(value).text
    try:
        if _DAY.fullmatch(text):
            datetime.date.fromisoformat(text)
    except ValueError:
        raise mistake("not-a-date", f"there is no day {text}", "write it as 2026-07-18, or in words") from None
    return value


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


def as_item(value: object) -> object:
    """Return an item of a list as a mapping, be it written as a text or as one."""
    if isinstance(value, dict) and "text" not in value:
        Text.of(value)
    return value if isinstance(value, dict) else {"text": value}


@frozen
class OneOrMore:
    """Noted on a list that may be written as its only item."""


@frozen
class Shorthand:
    """Noted on a mapping, or a value, in whose place a text may be written."""


@frozen
class NamesInPlace:
    """Noted on a mapping of names to keys that may be left out, in whose place names alone may be written."""


@frozen
class OneOf:
    """Noted on a text that is one of ``values``."""

    values: tuple[str, ...]


def _overflow(value: object) -> str:
    text = Text.of(value).text
    if text not in ("shrink", "continue", "error"):
        raise mistake("unknown-choice", f"overflow cannot be “{text}”", "write shrink, continue or error")
    return text


Overflowing = Annotated[str, BeforeValidator(_overflow), OneOf(("shrink", "continue", "error"))]
"""What becomes of what does not fit, on a slide or in a deck."""


Dated = Annotated[Text, BeforeValidator(_dated)]
"""A text that says when something was; a day may be written as 2026-07-18."""
Flag = Annotated[bool, BeforeValidator(_flag)]
Names = Annotated[tuple[Text, ...], BeforeValidator(_listed), OneOrMore()]
"""One name, or a list of names."""


class Name(str):
    """A key that an author chose, with its place."""

    __slots__ = ("span",)
    span: Span

    @classmethod
    def of(cls, key: object) -> "Name":
        """Return the key of a mapping."""
        if not isinstance(key, Name):
            raise TypeError(f"a key without a place: {key!r}")
        return key

    @classmethod
    def at(cls, text: str, span: Span) -> "Name":
        """Return the name ``text`` that stands at ``span``."""
        name = cls(text)
        name.span = span
        return name

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema by which pydantic takes a name."""
        return core_schema.no_info_plain_validator_function(cls.of)


class Spec(BaseModel):
    """A mapping of known keys; names with underscores stand for keys with hyphens."""

    model_config = ConfigDict(
        # A deck has few of the layouts and charts that there are; the others need not be ready.
        defer_build=True,
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        arbitrary_types_allowed=True,
    )


FOR_WHOM = "the audiences it is kept for; for everyone if left out"
"""What ``audience`` says wherever it may stand: on slides, their columns and items, and parts of a text."""


class PassageSpec(Spec):
    """A text of a list that is kept for some audiences."""

    text: Text = Field(description="the text itself")
    audience: Names = Field((), description=FOR_WHOM)


@frozen(slots=True)
class Passage(Text):
    """A text of a list, written as a text or with the audiences it is kept for."""

    audience: tuple[Text, ...] = ()

    @classmethod
    def kept_for(cls, written: PassageSpec) -> "Passage":
        """Return the text that the keys of a passage describe."""
        text = written.text
        return cls(text.text, text.span, text.raw, written.audience)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema by which pydantic makes a passage."""
        keys = core_schema.no_info_after_validator_function(cls.kept_for, handler.generate_schema(PassageSpec))
        return core_schema.no_info_before_validator_function(as_item, keys)


Texts = Annotated[tuple[Passage, ...], BeforeValidator(_listed), OneOrMore()]
"""One text, or a list of texts, each of which may be kept for some audiences."""


class ItemSpec(Spec):
    """One item of a list: a text, or a text with items below it."""

    text: Text = Field(description="the item itself")
    bullets: tuple[Passage, ...] = Field((), description="items of the second level, under it")
    audience: Names = Field((), description=FOR_WHOM)


Item = Annotated[ItemSpec, BeforeValidator(as_item), Shorthand()]
Items = tuple[Item, ...]


MOST_DOTS = 100
"""The largest total that is shown as dots: more are no longer seen as single ones."""


class FigureKind(Enum):
    """What the figures of a slide are alike in; the value is how an author would say it."""

    PAIRS = "figures before and after"
    PERIODS = "figures of three or more periods"
    MANY = f"counts out of a total of more than {MOST_DOTS}"
    COUNTS = "counts out of a total"
    CHANGES = "changes in words"
    VALUES = "single figures"


class ChartSpec(Spec):
    """What an author may say of a chart; a kind of chart is a class in a file of that name.

    ``usual_for`` are the kinds of figures that it is drawn of where no chart is named; ``of_whole`` says whether it
    shows each figure as a share of a whole.
    """

    usual_for: ClassVar[frozenset[FigureKind]] = frozenset()
    of_whole: ClassVar[bool] = False

    kind: Text | None = Field(None, description="the name of the chart; the layout's usual one if left out")
    native: Flag = Field(False, description="true makes it a chart of PowerPoint's own, with its figures to edit")

    @abstractmethod
    def chart(self, indicators: tuple[Indicator, ...], highlight: str, words: Words) -> "Chart | Refusal":
        """Return the chart of ``indicators``, or why there can be none."""


@frozen(slots=True)
class Refusal:
    """Why a chart or a slide cannot be made, and what to do; ``key`` is what it is about, ``whole`` if all of it."""

    message: str
    hint: str
    key: str = "indicators"
    whole: bool = False


class SlideSpec(Spec):
    """The keys of every slide; a layout is a class in a file of its name, and adds its own.

    ``needs`` are the keys, and the kind of figures, by which a slide that names no layout is known to be of this
    one; ``least`` and ``most`` are the numbers of indicators for which that holds. ``background`` is a colour of the
    palette. ``continues`` are the lists, such as ``bullets`` or ``table.rows``, that may go on on a further slide, in
    the order shown.
    ``default_chart`` is drawn where no chart is named: the name of one, ``USUAL_CHART`` for the usual one of its
    figures, empty where the slide itself takes no chart; ``column_chart`` is that of each of its columns.
    ``columns_of_whole`` are the numbers of the columns that show figures as shares of a whole, without a chart.
    """

    needs: ClassVar[tuple[frozenset[str | FigureKind], ...]] = ()
    least: ClassVar[int] = 0
    most: ClassVar[int] = 0
    variants: ClassVar[tuple[Variant, ...]] = (USUAL,)
    background: ClassVar[str] = "background"
    columns_of_whole: ClassVar[tuple[int, ...]] = ()
    default_chart: ClassVar[str] = ""
    column_chart: ClassVar[str] = ""
    continues: ClassVar[tuple[str, ...]] = ()

    id: Text | None = Field(None, description="a name for the slide, for yourself; it is not shown")
    layout: Text | None = Field(None, description="the name of its layout; it may be left out")
    section: Text | None = Field(None, description="the section that begins here, and holds until the next")
    title: Text = Field(description="the headline: the finding in one sentence")
    notes: Texts = Field((), description="what the speaker sees; each line is a paragraph")
    allow: Names = Field((), description="names of checks whose findings on this slide are meant")
    hidden: Flag = Field(False, description="true keeps the slide in the file, but does not show it")
    audience: Names = Field((), description=FOR_WHOM)
    overflow: Overflowing | None = Field(
        None, description="what becomes of what does not fit: shrink, continue or error; as the deck says if left out"
    )

    @classmethod
    @abstractmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots of the layout in reading order."""

    @classmethod
    @abstractmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""

    @classmethod
    def takes_charts(cls) -> bool:
        """Return whether a slide, or a column of it, may have a chart."""
        return bool(cls.default_chart or cls.column_chart)

    @classmethod
    def untitled(cls, content: Content) -> str:
        """Return the title of a slide for which none is written: that of the deck."""
        return content.facts.title

    @classmethod
    def refusal(cls, content: Content) -> "Refusal | None":
        """Return why the layout cannot show what stands on the slide, or None."""
        del content
        return None

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return which of ``variants`` the slide needs."""
        del content
        return USUAL


USUAL_CHART = "*"
"""In the place of a chart's name: the usual one of the figures."""


class ContentSlideSpec(SlideSpec):
    """The keys of every slide that is framed by kicker, source line, tracker and footer."""

    kicker: Text | None = Field(None, description="a short heading over the headline, such as the part of the deck")
    source: Texts = Field((), description="names of sources, besides those of the figures on the slide")


class FramingSlideSpec(SlideSpec):
    """The keys of the first and the last slide, which show a count as dots."""

    background = "cover"

    indicators: tuple[Text, ...] = Field((), max_length=1, description="an indicator whose count is shown as dots")

    @classmethod
    def refusal(cls, content: Content) -> Refusal | None:
        """Return why the figure cannot be shown as that many dots."""
        wrong = undotted(content.indicators)
        if wrong is None:
            return None
        return Refusal(f"“{wrong.id}” cannot be shown as dots", f"name a whole count from 1 to {MOST}")

    @staticmethod
    def dots(content: Content) -> dict[str, Fill]:
        """Return the fill of the slot ``dots``; nothing where no figure is named."""
        counted = next(iter(content.indicators), None)
        return {"dots": DotsFill(counted.latest, counted.sentence)} if counted and counted.latest else {}
