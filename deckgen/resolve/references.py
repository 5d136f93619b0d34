"""References in braces to the figures they name."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.model.deck import Mention, Told
from deckgen.model.figures import Figure, Indicator
from deckgen.model.text import Runs
from deckgen.resolve import inline, numbers
from deckgen.resolve.bearing import CLAIMED, Claimed
from deckgen.resolve.claims import Claims
from deckgen.resolve.locale import Locale
from deckgen.source.image_files import ImagesRead
from deckgen.spec.base import Spec, Text
from deckgen.spec.walk import texts_of
from deckgen.values import mutable

MOST_LIKENESSES = 100
"""For how many wrong names of a slide a like one is looked for."""

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}\n]*)\}|\{")


def _text(figure: Figure | None) -> str:
    return figure.text if figure else ""


def _whole(indicator: Indicator) -> str:
    """Return what ``{id}`` shows: both figures, the only one, or the change in words."""
    if indicator.before and indicator.latest:
        return f"{indicator.before.text} → {indicator.latest.text}"
    return _text(indicator.latest) or (indicator.change.text if indicator.change else "")


def _ratio(indicator: Indicator, locale: Locale) -> str:
    known = indicator.change and indicator.change.ratio
    return numbers.ratio(known, locale) if known else ""


def _share(indicator: Indicator, locale: Locale) -> str:
    if not (indicator.latest and indicator.of and indicator.of.value):
        return ""
    return numbers.share(indicator.latest.value, indicator.of.value, locale)


_FIELDS: dict[str, Callable[[Indicator, Locale], str]] = {
    "": lambda indicator, locale: _whole(indicator),
    "value": lambda indicator, locale: _text(indicator.latest),
    "before": lambda indicator, locale: _text(indicator.before),
    "after": lambda indicator, locale: _text(indicator.latest),
    "of": lambda indicator, locale: _text(indicator.of),
    "change": lambda indicator, locale: indicator.change.text if indicator.change else "",
    "ratio": _ratio,
    "share": _share,
    "unconfirmed": lambda indicator, locale: _text(indicator.unconfirmed),
    "label": lambda indicator, locale: indicator.name,
}


@mutable
class Reader:
    """Reads texts for one slide or one indicator, and keeps what it found and which indicators were named."""

    indicators: Mapping[str, Indicator]
    locale: Locale
    claims: Claims
    found: list[Diagnostic] = field(default_factory=list)
    used: dict[str, Indicator] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    images: ImagesRead = field(default_factory=ImagesRead)

    def told_by(self, part: Spec, at: str = "") -> tuple[Told, ...]:
        """Return the texts that were read, each under the key by which ``part``, which stands ``at`` one, has it."""
        keys = {text.span: key for key, text in texts_of(part, at)}
        return tuple(replace(told, key=keys[told.span]) for told in self.told if told.span in keys)

    def runs(self, text: Text | None) -> Runs:
        """Return ``text`` as runs, its references resolved; nothing for no text."""
        if text is None:
            return ()
        filled, mentions = self._filled(text)
        runs = self._inline(filled, text.span)
        self.told.append(Told("", text.text, text.raw, text.span, (runs,), mentions))
        return runs

    def lines(self, text: Text | None) -> tuple[Runs, ...]:
        """Return each line of ``text`` that is not empty as runs."""
        if text is None:
            return ()
        filled, mentions = self._filled(text)
        lines = (line.strip() for line in filled.split("\n"))
        made = tuple(self._inline(line, text.span) for line in lines if line)
        self.told.append(Told("", text.text, text.raw, text.span, made, mentions))
        return made

    def _filled(self, text: Text) -> tuple[str, tuple[Mention, ...]]:
        """Return ``text`` with figures in the place of its references, and these."""
        seen: dict[str, int] = {}
        mentions: list[Mention] = []

        def put(match: re.Match[str]) -> str:
            token = match[0]
            if token in ("{{", "}}"):
                return token[0]
            nth = seen.get(token, 0)
            seen[token] = nth + 1
            if match["name"] is None:
                message, hint = "a brace is opened, but not closed", "close it, or write {{ for a brace"
                self._error("R304", "open-brace", message, text.place(token, nth), hint)
                return token
            names, bar, words = match["name"].partition("|")
            place = text.place(token, nth)
            made = self._claim(names, words.strip(), place) if bar else (self._mention(names.strip(), place),)
            mentions.extend(made)
            return inline.escaped(made[0].shown)

        return _TOKEN.sub(put, text.text), tuple(mentions)

    def _mention(self, reference: str, span: Span) -> Mention:
        name, _, wanted = reference.partition(".")
        return Mention(name, wanted, self._value(reference, span), span)

    def _claim(self, names: str, words: str, span: Span) -> tuple[Mention, ...]:
        """Return what is claimed of each of one or more indicators, whose figures must bear it."""
        parts = [name.strip().partition(".") for name in names.split(",")]
        known = [(self._indicator(name, wanted, ("", *CLAIMED), span), wanted) for name, _, wanted in parts]
        claimed = [Claimed(indicator, wanted) for indicator, wanted in known if indicator]
        wrong = [one.wrong(words, self.claims, claimed) for one in claimed if len(claimed) == len(parts)]
        for told in dict.fromkeys(filter(None, wrong)):
            self._error(told.code, told.name, told.message, span, told.hint)
            if told.name == "unknown-claim":
                break
        return tuple(Mention(name, wanted, words, span, words) for name, _, wanted in parts)

    def _indicator(self, name: str, wanted: str, fields: Iterable[str], span: Span) -> Indicator | None:
        """Return an indicator that is used with one of ``fields``; None, and why, where there is none."""
        indicator = self.indicators.get(name)
        if indicator is None:
            told = "write it under indicators:, or {{ for a brace"
            # Where nothing fits, a likeness for each of a thousand names would take longer than it helps.
            hint = told if len(self.found) > MOST_LIKENESSES else did_you_mean(name, self.indicators, told)
            self._error("R301", "unknown-indicator", f"no indicator is called “{name}”", span, hint)
        elif wanted not in fields:
            message = (
                f"nothing can be claimed of “{wanted}”" if wanted in _FIELDS else f"an indicator has no “{wanted}”"
            )
            self._error("R302", "unknown-field", message, span, did_you_mean(wanted, filter(None, fields)))
            return None
        else:
            self.used[name] = indicator
        return indicator

    def _value(self, reference: str, span: Span) -> str:
        name, _, wanted = reference.partition(".")
        indicator = self._indicator(name, wanted, _FIELDS, span)
        if indicator is None:
            return ""
        value = _FIELDS[wanted](indicator, self.locale)
        if not value:
            message = f"“{name}” has no “{wanted}” to show"
            known = ", ".join(other for other in _FIELDS if other and _FIELDS[other](indicator, self.locale))
            self._error("R303", "missing-figure", message, span, f"it has: {known}")
        return value

    def _inline(self, text: str, span: Span) -> Runs:
        runs, found = inline.runs(text, span)
        self.found += found
        return runs

    def _error(self, code: str, name: str, message: str, span: Span, hint: str) -> None:
        self.found.append(Diagnostic(code, name, Severity.ERROR, message, span, hint))
