"""What stands at the top of a content file."""

import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator

from deckgen.diagnostics import Span
from deckgen.source.nodes import Scalar
from deckgen.spec.base import Name, Names, NamesInPlace, OneOf, Overflowing, Spec, Text, Texts, mistake
from deckgen.spec.claims import ClaimSpec
from deckgen.spec.figures import IndicatorSpec, PeriodsSpec, SourceSpec
from deckgen.spec.placed import PlacedSlide


def _date(value: object) -> datetime.date:
    text = Text.of(value).text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise mistake("not-a-date", f"a date is expected here, found “{text}”", "write it as 2026-07-18") from None


SCALES = ("normal", "large")
"""How large the type of a deck may be."""


def _scale(value: object) -> str:
    text = Text.of(value).text
    if text not in SCALES:
        raise mistake("unknown-scale", f"no scale is called “{text}”", f"write {' or '.join(SCALES)}")
    return text


class AudienceSpec(Spec):
    """How the deck is made for one audience, where that differs from the deck for everyone."""

    theme: Text | None = Field(None, description="the name of its theme, or the path to its folder")
    scale: Annotated[str | None, PlainValidator(_scale), OneOf(SCALES)] = Field(
        None, description="how large its type is: normal, or large for a large room"
    )


def _by_name(value: object) -> object:
    """Return audiences by name, be they written as names alone, as one, or with keys that may be left out."""
    if isinstance(value, dict):
        return {name: {} if isinstance(keys, Scalar) and keys.empty else keys for name, keys in value.items()}
    texts = [Text.of(name) for name in (value if isinstance(value, list) else [value])]
    return {Name.at(text.text, text.span): {} for text in texts}


class DeckSpec(Spec):
    """A whole deck, without its slides, which are validated by their layouts."""

    title: Text = Field(description="the title of the deck: on its cover, and in the properties of the file")
    subtitle: Text | None = Field(None, description="the line under the title, on the cover")
    organisation: Text | None = Field(None, description="who speaks: on the cover and in the footer")
    author: Text | None = Field(None, description="the office or person: on the cover and in the footer")
    url: Text | None = Field(None, description="where more can be read: on the first and last slide")
    date: Annotated[datetime.date | None, BeforeValidator(_date)] = Field(
        None, description="its day, such as 2026-07-18"
    )
    lang: Text | None = Field(None, description="the language of the deck, such as en-GB; English if left out")
    theme: Text | None = Field(None, description="the name of the theme, or the path to its folder; osce if left out")
    scale: Annotated[str, BeforeValidator(_scale), OneOf(SCALES)] = Field(
        "normal", description="normal, or large: type a fifth larger where there is room, for a large room"
    )
    footer: Text | None = Field(None, description="the footer of every slide, in place of organisation and author")
    keywords: Texts = Field((), description="keywords for the properties of the file")
    allow: Names = Field((), description="names of checks whose findings in this deck are meant")
    overflow: Overflowing = Field(
        "shrink",
        description="what becomes of what does not fit its place. shrink: smaller type, down to the theme's smallest. "
        "continue: a list, a text or a table keeps its first size, or takes the next, and what then does not fit goes "
        "on on a further slide, with the same title and its number; anything else shrinks. error: the first size only. "
        "What still does not fit is an error",
    )
    sources: dict[Name, SourceSpec] = Field(default_factory=dict, description="where the figures are from")
    periods: PeriodsSpec = Field(PeriodsSpec(), description="what the times of the figures are called")
    indicators: dict[Name, IndicatorSpec] = Field(default_factory=dict, description="what is measured, and its figures")
    claims: dict[Name, ClaimSpec] = Field(
        default_factory=dict, description="words that texts of this deck claim of figures, and what they must measure"
    )
    audiences: Annotated[dict[Name, AudienceSpec], BeforeValidator(_by_name), NamesInPlace()] = Field(
        default_factory=dict, description="whom there are decks of their own for"
    )
    slides: tuple[PlacedSlide, ...] = Field((), exclude=True)
    slides_key: Span | None = Field(None, exclude=True)
