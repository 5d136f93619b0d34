"""The keys of one slide to its content: references resolved, indicators found, charts made."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.model.charts import Chart
from deckgen.model.content import Content, Facts, Item, Part, Step
from deckgen.model.figures import Indicator
from deckgen.model.text import Run, Runs
from deckgen.resolve import numbers
from deckgen.resolve.continued import continued
from deckgen.resolve.images import image
from deckgen.resolve.references import Reader
from deckgen.resolve.tables import row_labels, table
from deckgen.spec.base import ChartSpec, ItemSpec, Refusal, Spec, Text
from deckgen.spec.placed import PlacedSlide
from deckgen.values import frozen

_NOT_NATIVE = Refusal(
    "PowerPoint has no chart of its own that shows this", "leave out native: true; it is painted as a picture", "chart"
)


@frozen
class ContentReader:
    """Reads what stands on one slide, whichever keys its layout knows; what is wrong goes to ``reader``."""

    facts: Facts
    number: int
    section: str
    sections: Mapping[str, tuple[int, ...]]
    placed: PlacedSlide
    reader: Reader

    def content(self) -> Content:
        """Return all that stands on the slide."""
        written = self.placed.spec
        highlight = self._highlight()
        columns = tuple(
            Part(**self._part(column, highlight, f"columns.{number}."))
            for number, column in enumerate(getattr(written, "columns", ()))
        )
        content = Content(
            facts=self.facts,
            number=self.number,
            section=self.section,
            kicker=self._runs(written, "kicker"),
            subtitle=self._runs(written, "subtitle"),
            callout=self._runs(written, "callout"),
            side=str(getattr(written, "side", "")),
            quote=self._runs(written, "quote"),
            attribution=self._runs(written, "attribution"),
            timeline=tuple(self._step(step, highlight) for step in getattr(written, "timeline", ())),
            columns=columns,
            sections=self.sections,
            **self._part(written, highlight, ""),
        )
        return continued(content, self.placed, self._continuing(highlight))

    def _part(self, written: Spec, highlight: str, prefix: str) -> dict[str, Any]:
        """Return what a slide, or a column of it, has alike; ``prefix`` leads to the places of its keys."""
        indicators = tuple(filter(None, (self._named(name) for name in getattr(written, "indicators", ()))))
        return {
            "title": self._runs(written, "title"),
            "lead": self._runs(written, "lead"),
            "text": tuple(self.reader.runs(text) for text in getattr(written, "text", ())),
            "bullets": self._items(written, "bullets"),
            "numbered": self._items(written, "numbered"),
            "indicators": indicators,
            "highlight": highlight if highlight in {of.id for of in indicators} else "",
            "chart": self._chart(written, indicators, highlight, prefix),
            "table": table(getattr(written, "table", None), highlight, self.reader),
            "image": image(getattr(written, "image", None), self.reader),
        }

    def _continuing(self, highlight: str) -> Part | None:
        """Return all figures and the whole table of a slide that goes on on others; None for one that does not."""
        share = self.placed.share
        if share is None:
            return None
        # What stands on the other slides is told there.
        others = replace(self, reader=Reader(self.reader.indicators, self.reader.locale, self.reader.claims))
        named = (others._named(name) for name in getattr(share.whole, "indicators", ()))
        whole = table(getattr(share.whole, "table", None), highlight, others.reader)
        return Part(indicators=tuple(filter(None, named)), table=whole)

    def _runs(self, written: Spec, key: str) -> Runs:
        return self.reader.runs(getattr(written, key, None))

    def _items(self, written: Spec, key: str) -> tuple[Item, ...]:
        return tuple(self._item(item) for item in getattr(written, key, ()))

    def _item(self, item: ItemSpec) -> Item:
        section = getattr(item, "section", None)
        if section and section.text not in self.sections:
            message, none = f"no section is called “{section}”", "" if self.sections else "write section: on a slide"
            hint = did_you_mean(section.text, self.sections, none)
            self._error("R306", "unknown-section", message, section.span, hint)
        below = tuple(self.reader.runs(text) for text in item.bullets)
        return Item(self.reader.runs(item.text), below, str(section or ""))

    def _step(self, step: Spec, highlight: str) -> Step:
        """Return a step; a date written as 2026-07-18 is shown as the language writes it."""
        date = str(getattr(step, "date", ""))
        day = numbers.day_of(date, self.facts.words, self.reader.locale)
        runs = (Run(day),) if day else self._runs(step, "date")
        return Step(runs, self._runs(step, "text"), self._runs(step, "title"), date == highlight)

    def _named(self, name: Text) -> Indicator | None:
        known = self.reader.indicators
        if name.text not in known:
            hint = did_you_mean(name.text, known, "write it under indicators:")
            self._error("R301", "unknown-indicator", f"no indicator is called “{name}”", name.span, hint)
        return known.get(name.text)

    def _highlight(self) -> str:
        """Return the indicator, the row of a table, or the date, in the accent colour: one that the slide shows."""
        written = self.placed.share.whole if self.placed.share else self.placed.spec
        highlight = getattr(written, "highlight", None)
        if not isinstance(highlight, Text):
            return ""
        parts = (written, *getattr(written, "columns", ()))
        named = (name.text for part in parts for name in getattr(part, "indicators", ()))
        shown = [name for name in named if name in self.reader.indicators]
        rows = [label for part in parts if (table := getattr(part, "table", None)) for label in row_labels(table)]
        dates = [str(getattr(step, "date", "")) for step in getattr(written, "timeline", ())]
        if highlight.text not in (*shown, *rows, *dates):
            message = f"“{highlight}” is not among the {'dates' if dates else 'indicators'} of this slide"
            if rows:
                message = f"no row of the table begins with “{highlight}”"
            known = rows or dates or shown
            hint = did_you_mean(highlight.text, known, "" if known else "delete it, or write what it stands for")
            self._error("R309", "unknown-highlight", message, highlight.span, hint)
        return highlight.text

    def _chart(self, written: Spec, indicators: tuple[Indicator, ...], highlight: str, prefix: str) -> Chart | None:
        spec = getattr(written, "chart", None)
        names = [indicator.id for indicator in indicators]
        twice = next((name for name in names if names.count(name) > 1), "")
        if twice:
            message = f"“{twice}” stands twice in one list"
            second = [number for number, name in enumerate(names) if name == twice][1]
            self._error("R323", "indicator-twice", message, self.place(f"{prefix}indicators.{second}"), "keep it once")
        if not isinstance(spec, ChartSpec) or not indicators:
            return None
        chart = spec.chart(indicators, highlight, self.facts.words)
        if spec.native and not isinstance(chart, Refusal):
            chart = chart.natively() if chart.data() else _NOT_NATIVE
        if isinstance(chart, Refusal):
            key = f"{prefix}{chart.key}"
            span = self.placed.keys.get(key) if chart.whole else None
            self._error("R310", "chart-refused", chart.message, span or self.place(key), chart.hint)
            return None
        return chart

    def place(self, key: str) -> Span:
        """Return where a key of the slide stands; where it was left out, what it would stand in."""
        places = self.placed.places
        while key and key not in places:
            key = key.rpartition(".")[0]
        return places.get(key, self.placed.span)

    def _error(self, code: str, name: str, message: str, span: Span, hint: str) -> None:
        self.reader.found.append(Diagnostic(code, name, Severity.ERROR, message, span, hint))
