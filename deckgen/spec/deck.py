"""What stands at the top of a content file."""

import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.spec.base import Name, OneOf, PlacedSlide, Spec, Text, Texts, mistake
from deckgen.spec.figures import IndicatorSpec, PeriodsSpec, SourceSpec


def _date(value: object) -> datetime.date:
    text = Text.of(value).text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise mistake("not-a-date", f"a date is expected here, found “{text}”", "write it as 2026-07-18") from None


def _scale(value: object) -> str:
    text = Text.of(value).text
    if text not in SCALES:
        raise mistake("unknown-scale", f"no scale is called “{text}”", f"write {' or '.join(SCALES)}")
    return text


SCALES = ("normal", "large")
"""How large type is: normal, or large for a large room."""


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
    allow: Texts = Field((), description="names of checks whose findings in this deck are meant")
    sources: dict[Name, SourceSpec] = Field(default_factory=dict, description="where the figures are from")
    periods: PeriodsSpec = Field(PeriodsSpec(), description="what the times of the figures are called")
    indicators: dict[Name, IndicatorSpec] = Field(default_factory=dict, description="what is measured, and its figures")
    slides: tuple[PlacedSlide, ...] = Field((), exclude=True)
