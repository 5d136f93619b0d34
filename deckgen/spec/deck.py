"""What stands at the top of a content file."""

import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.spec.base import Name, PlacedSlide, Spec, Text, Texts, mistake
from deckgen.spec.figures import IndicatorSpec, PeriodsSpec, SourceSpec


def _date(value: object) -> datetime.date:
    text = Text.of(value).text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise mistake("not-a-date", f"a date is expected here, found “{text}”", "write it as 2026-07-18") from None


class DeckSpec(Spec):
    """A whole deck, without its slides, which are validated by their layouts."""

    title: Text = Field(description="the title of the deck, on its cover and in its properties")
    subtitle: Text | None = Field(None, description="the line under the title")
    organisation: Text | None = Field(None, description="who speaks: in the wordmark and the footer")
    author: Text | None = Field(None, description="the office or person: in the wordmark and the footer")
    url: Text | None = Field(None, description="where more can be read")
    date: Annotated[datetime.date | None, BeforeValidator(_date)] = Field(None, description="the day of the briefing")
    lang: Text | None = Field(None, description="the language of the deck, such as en-GB; en if left out")
    theme: Text | None = Field(None, description="the name of the theme, or a path to its folder")
    footer: Text | None = Field(None, description="the footer, in place of organisation and author")
    keywords: Texts = Field((), description="keywords for the properties of the file")
    sources: dict[Name, SourceSpec] = Field(default_factory=dict, description="where figures are from, by name")
    periods: PeriodsSpec = Field(PeriodsSpec(), description="how the times of figures are called")
    indicators: dict[Name, IndicatorSpec] = Field(default_factory=dict, description="what is measured, by name")
    slides: tuple[PlacedSlide, ...] = Field((), exclude=True)
