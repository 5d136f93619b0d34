"""Indicators as written to indicators: figures with their units, changes computed, sentences made."""

import re
from collections.abc import Mapping
from dataclasses import field, replace

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.model.figures import Change, Figure, Indicator, Source, UnitKind
from deckgen.model.text import Runs, plain
from deckgen.model.words import Words
from deckgen.resolve import inline, numbers
from deckgen.resolve.locale import Locale
from deckgen.spec.base import Name, Text
from deckgen.spec.deck import DeckSpec
from deckgen.spec.figures import Amount, IndicatorSpec, unit_of
from deckgen.values import mutable


def joined(spec: DeckSpec, words: Words, locale: Locale) -> tuple[dict[str, Indicator], tuple[Diagnostic, ...]]:
    """Return the indicators of a deck by name, without their labels, and what is wrong with them."""
    joiner = _Joiner(spec, words, locale)
    indicators = {str(name): joiner.indicator(name, written) for name, written in spec.indicators.items()}
    return indicators, tuple(joiner.found)


def sources_of(spec: DeckSpec) -> dict[str, Source]:
    """Return the sources of a deck by name."""
    return {
        str(name): Source(str(name), str(of.title), str(of.publisher or ""), str(of.short or ""))
        for name, of in spec.sources.items()
    }


def with_sentences(indicator: Indicator, words: Words) -> Indicator:
    """Return ``indicator``, its label known, with what it says in words."""
    parts = {"label": plain(indicator.row_label)}
    latest, before, change = indicator.latest, indicator.before, indicator.change
    if latest and before and change:
        parts |= {
            "before": before.text,
            "after": latest.text,
            "change": change.words,
            "before_period": _in_period(before.period, words),
            "after_period": _in_period(latest.period, words),
        }
        turning = _turning(indicator.figures)
        still = "returned" if turning else "stayed"
        kind = "rose" if change.size > 0 else "fell" if change.size < 0 else still
        sentence, brief = _tidy(words.say(kind, **parts)), words.say(f"{kind}-briefly", **parts)
        for phrase, figure in turning:
            told = {"value": figure.text, "period": _in_period(figure.period, words)}
            sentence = words.say(phrase, sentence=sentence, **told)
    else:
        value = _valued(indicator, words)
        sentence = brief = words.say("stands-new" if indicator.new else "stands", value=value, **parts)
    if indicator.unconfirmed:
        sentence, brief = (
            words.say("with-unconfirmed", sentence=text, unconfirmed=indicator.unconfirmed.text)
            for text in (sentence, brief)
        )
    return replace(indicator, sentence=sentence, brief=brief)


def _turning(figures: tuple[Figure, ...]) -> tuple[tuple[str, Figure], ...]:
    """Return the highest and the lowest figure where they are beyond both the first and the last, in their order."""
    if len({figure.unit for figure in figures}) != 1:
        return ()
    ends = figures[0].value, figures[-1].value
    highest = max(figures, key=lambda figure: figure.value)
    lowest = min(figures, key=lambda figure: figure.value)
    found = [("with-highest", highest)] if highest.value > max(ends) else []
    found += [("with-lowest", lowest)] if lowest.value < min(ends) else []
    return tuple(sorted(found, key=lambda told: figures.index(told[1])))


def _bare_label(label: Text) -> Runs:
    """Return the label as other labels may name it: as it stands, or nothing if it names figures itself."""
    return () if "{" in label.text else inline.runs(label.text, label.span)[0]


def _tidy(sentence: str) -> str:
    """Return ``sentence`` without the gaps that empty places leave."""
    return re.sub(" +", " ", sentence).replace(" ,", ",")


def _valued(indicator: Indicator, words: Words) -> str:
    if indicator.latest is None:
        return indicator.change.words if indicator.change else ""
    if indicator.of and indicator.latest.unit.kind is not UnitKind.PERCENT:
        return words.say("of", value=indicator.latest.text, total=indicator.of.text)
    return indicator.latest.text


def _in_period(period: str, words: Words) -> str:
    """Return a period as it stands in a sentence, with the article that the language wants."""
    if not period:
        return ""
    first = period.split(" ", maxsplit=1)[0]
    bare = not first[:1].islower() or first in words.lists.get("bare-periods", ())
    return words.say("in-bare-period" if bare else "in-period", period=period)


@mutable
class _Joiner:
    spec: DeckSpec
    words: Words
    locale: Locale
    found: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._named = {str(name): written for name, written in self.spec.indicators.items()}
        self._sources = sources_of(self.spec)

    def indicator(self, name: Name, written: IndicatorSpec) -> Indicator:
        """Return one indicator, its label left out."""
        before, latest = self._pair(name, written)
        change = Change(written.change.text, written.change.text) if written.change else None
        if before and latest:
            change = numbers.change(before.value, latest.value, latest.unit, self.words, self.locale)
        if not (latest or change or written.before):
            message = f"“{name}” has neither a figure nor a change in words"
            self._error("R311", "no-figure", message, name.span, "add value: or before: and after: or change:")
        unconfirmed = self._figure(written.unconfirmed, written, "")
        if unconfirmed and latest and unconfirmed.unit != latest.unit and written.unconfirmed:
            self._unlike(written.unconfirmed.span)
        return Indicator(
            id=str(name),
            label=_bare_label(written.label),
            latest=latest,
            before=before,
            of=self._total(written, latest),
            change=change,
            unconfirmed=unconfirmed,
            new=written.new,
            source=self._source(written),
            figures=self._all(written, before, latest),
            periods=(self._period(written, "before"), self._period(written, "after")),
        )

    def _all(self, written: IndicatorSpec, before: Figure | None, latest: Figure | None) -> tuple[Figure, ...]:
        """Return all figures, earliest first."""
        middle = [*(written.figures or {}).items()][1:-1]
        made = (self._figure(amount, written, str(period)) for period, amount in middle)
        return tuple(filter(None, (before, *made, latest)))

    def _pair(self, name: Name, written: IndicatorSpec) -> tuple[Figure | None, Figure | None]:
        """Return the earlier and the later figure, as far as they are known."""
        given = [key for key in ("value", "figures") if getattr(written, key)]
        given += ["before/after"] if written.before or written.after else []
        if len(given) > 1 or (given and written.change):
            message = (
                f"“{name}” says its figure more than once: {', '.join([*given, *['change'] * bool(written.change)])}"
            )
            self._error("R312", "figure-said-twice", message, name.span, "keep one; a change is computed from figures")
        if written.before and not written.after:
            hint = "add after:, or call it value:"
            self._error("R313", "no-later-figure", f"“{name}” has only an earlier figure", written.before.span, hint)
        first, last = written.before, written.after or written.value
        first_period, last_period = self._period(written, "before"), self._period(written, "after")
        if written.figures:
            dated = [(str(period), amount) for period, amount in written.figures.items()]
            last_period, last = dated[-1]
            first_period, first = dated[0] if len(dated) > 1 else ("", None)
        before, latest = self._figure(first, written, first_period), self._figure(last, written, last_period)
        if before and latest and before.unit != latest.unit and first:
            self._unlike(first.span)
        return before, latest

    def _period(self, written: IndicatorSpec, which: str) -> str:
        for periods in (written.periods, self.spec.periods):
            text = getattr(periods, which) if periods else None
            if isinstance(text, Text):
                return text.text
        return ""

    def _figure(self, amount: Amount | None, written: IndicatorSpec, period: str) -> Figure | None:
        if amount is None:
            return None
        unit = amount.unit
        if written.unit and unit.kind is UnitKind.COUNT:
            unit = unit_of(written.unit.text, unit.scale)
        return Figure(amount.value, unit, numbers.shown(amount.value, unit, self.words, self.locale), period)

    def _total(self, written: IndicatorSpec, latest: Figure | None) -> Figure | None:
        """Return what a count is out of: a figure of its own, or that of another indicator."""
        if not isinstance(written.of, Text):
            return self._figure(written.of, written, "")
        named = self._named.get(written.of.text)
        if named is None:
            hint = did_you_mean(written.of.text, map(str, self.spec.indicators))
            self._error("R301", "unknown-indicator", f"no indicator is called “{written.of}”", written.of.span, hint)
            return None
        amount = named.after or named.value
        if amount is None or (latest and self._figure(amount, named, "").unit != latest.unit):  # type: ignore[union-attr]
            hint = "a total has one figure, in the unit of what is out of it"
            self._error("R314", "no-total", f"“{written.of}” cannot be the total here", written.of.span, hint)
            return None
        return self._figure(amount, named, "")

    def _source(self, written: IndicatorSpec) -> Source | None:
        """Return the source that an indicator names, or the only one of the deck."""
        known = self._sources
        if written.source is None:
            return next(iter(known.values())) if len(known) == 1 else None
        if written.source.text not in known:
            self.found.append(unknown_source(written.source, known))
        return known.get(written.source.text)

    def _unlike(self, span: Span) -> None:
        hint = "write both figures in one unit"
        self._error("R315", "units-differ", "the figures of one indicator have different units", span, hint)

    def _error(self, code: str, name: str, message: str, span: Span, hint: str) -> None:
        self.found.append(Diagnostic(code, name, Severity.ERROR, message, span, hint))


def unknown_source(name: Text, known: Mapping[str, object]) -> Diagnostic:
    """Return the diagnostic of a source that nobody wrote down."""
    listed = f"write it under sources:; there is: {', '.join(sorted(known))}" if known else "write it under sources:"
    hint = did_you_mean(name.text, known, listed)
    return Diagnostic("R307", "unknown-source", Severity.ERROR, f"no source is called “{name}”", name.span, hint)
