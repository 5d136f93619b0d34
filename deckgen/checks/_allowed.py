"""What an author means to be as it is: ``allow: [text-overflow]`` on a slide or at the top of a deck."""

from collections.abc import Iterable, Iterator

from deckgen.checks._guarded import has_broken
from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.spec.base import Text
from deckgen.spec.deck import DeckSpec
from deckgen.values import frozen


@frozen
class _Allowed:
    """A name that may be found within ``span``, or anywhere."""

    name: Text
    span: Span | None

    def covers(self, found: Diagnostic) -> bool:
        """Return whether ``found`` is meant."""
        return found.name == self.name.text and (self.span is None or _within(found.span, self.span))


def without_allowed(found: Iterable[Diagnostic], spec: DeckSpec, names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield what is found and not allowed, names that no check has, and what is allowed in vain.

    ``names`` are those of all checks.
    """
    known = sorted(names)
    allowed = [_Allowed(name, None) for name in spec.allow]
    allowed += [_Allowed(name, placed.span) for placed in spec.slides for name in placed.spec.allow]
    told = tuple(found)
    yield from (one for one in told if not any(allow.covers(one) for allow in allowed))
    for allow in allowed:
        name = allow.name
        if name.text not in known:
            message, hint = f"no check is called “{name}”", did_you_mean(name.text, known)
            yield Diagnostic("C218", "unknown-check", Severity.ERROR, message, name.span, hint)
        elif not any(allow.covers(one) or has_broken(name.text, one) for one in told):
            where = "on this slide" if allow.span else "in this deck"
            message = f"“{name}” is allowed, but is not found {where}"
            yield Diagnostic("C219", "unused-allow", Severity.WARNING, message, name.span, "delete it")


def _within(span: Span, outer: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return span.path == outer.path and start <= (span.line, span.column) < end
