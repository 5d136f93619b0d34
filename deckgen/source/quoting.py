"""Texts that need quotation marks, or whose quotation marks or brackets go wrong."""

import re
from collections.abc import Iterator

from deckgen.source.draft import Draft, Kind, TooManyRepairs
from deckgen.source.extent import DEEPEST, TOO_DEEP_HINT, TOO_MUCH, bracket_end, closed, comment_at, quoted_end
from deckgen.source.flow import COLON, COLON_MESSAGE, SIGN, SIGNS, SMART, SMART_MESSAGE, Unquoted, begins, unquoted
from deckgen.source.head import Head, idle, indent

UNCLOSED: Kind = ("S115", "never-closed")
AFTER: Kind = ("S116", "text-after-quotes")
DASH: Kind = ("S112", "dash-in-text")
HASH: Kind = ("S118", "hash-in-text")
ESCAPE: Kind = ("S121", "unknown-escape")

COLON_AT_END = "a text that ends with a colon needs quotation marks"

_COLON = re.compile(r":(?:\s|$)")
_DASH = re.compile(r"\s*- ")
_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_ESCAPE = re.compile(r'\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5}|[0abt\tnvfre "/\\N_LP]|$)|(\\.)')
_QUOTE = "put the text in quotation marks"


class Quoting:
    """Puts quotation marks around texts of a draft, and says why."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def quote(self, first: int, start: int, last: int, end: int) -> None:
        """Put quotation marks around the text from ``start`` of line ``first`` to ``end`` of line ``last``."""
        lines = self.draft.lines
        for at in range(first, last + 1):
            left = start if at == first else 0
            right = end if at == last else len(lines[at].text)
            line = lines[at].replaced(right, right, '"') if at == last else lines[at]
            line = line.escaped(left, right)
            lines[at] = line.replaced(left, left, '"') if at == first else line

    def continued(self, at: int, parent: int) -> Iterator[int]:
        """Yield the lines in which a text goes on: those further right than ``parent``, up to a comment."""
        for line in range(at + 1, len(self.draft.lines)):
            text = self.draft.lines[line].text
            if text.strip() and (idle(text) or len(text) - len(text.lstrip()) <= parent):
                return
            if text.strip():
                yield line

    def enclosed(self, at: int, head: Head) -> int:
        """Return the last line of a value in brackets or quotation marks, repaired; -1 if it is a text after all."""
        start, line = head.value, self.draft.lines[at].text
        region = [at, *self._within(at, head.parent, line[start])]
        text = "\n".join(self.draft.lines[number].text for number in range(at, region[-1] + 1))
        quoted = line[start] in "\"'"
        extent = None if quoted else bracket_end(text, start, DEEPEST)
        end = extent.end if extent else quoted_end(text, start)
        if extent and extent.too_deep >= 0:
            self._too_deep(at, text, extent.too_deep)
        if extent and extent.depth > DEEPEST:
            return len(self.draft.lines)
        if end < 0:
            return self._never_closed(at, start, region, extent.missing if extent else "")
        last = at + text.count("\n", 0, end)
        rest = text[end:].split("\n", 1)[0]
        if not closed(rest):
            return self._goes_on(at, start, last)
        self._inside(at, start, last, quoted=quoted)
        return last

    def _too_deep(self, at: int, text: str, place: int) -> None:
        """Refuse brackets that nest without end; the parser would only say that it cannot read them."""
        line, column = at + text.count("\n", 0, place), place - text.rfind("\n", 0, place) - 1
        span = self.draft.span(line, column, line, column + 1)
        self.draft.report(TOO_MUCH, f"the file goes beyond {DEEPEST} levels", span, TOO_DEEP_HINT)
        raise TooManyRepairs

    def _within(self, at: int, parent: int, sign: str) -> Iterator[int]:
        for line in range(at + 1, len(self.draft.lines)):
            text = self.draft.lines[line].text
            closes = sign in "[{" and text.lstrip()[:1] in tuple("]}")
            if text.strip() and indent(text) <= parent and not closes and not text.startswith("\t"):
                return
            if text.strip():
                yield line

    def _never_closed(self, at: int, start: int, region: list[int], missing: str) -> int:
        """Close what was opened at ``start``, at the end of its line or of those that belong to it."""
        text = self.draft.lines[at].text
        last = at
        for line in region[1:]:
            if not missing and not Head.of(self.draft.lines[line].text).bare:
                break
            last = line
        span = self.draft.span(at, start, at, start + 1)
        sign, end = text[start], len(self.draft.lines[last].text.rstrip())
        if missing and not (text[start + 1 :].strip() and re.search("[,:]|^$", text[start + 1 :])) and last == at:
            return -1
        if missing:
            end = comment_at(self.draft.lines[last].text)
            self.draft.lines[last] = self.draft.lines[last].replaced(end, end, missing)
        elif sign == "'" and re.match(r"'(?:\d|[a-z]\b)", text[start:]):
            self.quote(at, start, last, end)
        else:
            self.quote(at, start + 1, last, end)
            self.draft.lines[at] = self.draft.lines[at].replaced(start, start + 1, "")
        hint = f"close it: {self.draft.shown(at, last)}"
        self.draft.report(UNCLOSED, f"the {sign} that is opened here is never closed", span, hint)
        if missing and last == at:
            self._inside(at, start, last, quoted=False)
        return last

    def _goes_on(self, at: int, start: int, last: int) -> int:
        """Quote a text that goes on after its quotation marks; a text after brackets is left to ``text``."""
        sign = self.draft.lines[at].text[start]
        if sign in "[{":
            return -1
        end = comment_at(self.draft.lines[last].text, start if last == at else 0)
        self.quote(at, start, last, end)
        hint = f"{_QUOTE} as a whole: {self.draft.shown(at, last)}"
        message = "the text goes on after its quotation marks"
        self.draft.report(AFTER, message, self.draft.span(at, start, last, end), hint)
        return last

    def _inside(self, at: int, start: int, last: int, *, quoted: bool) -> None:
        text = self.draft.lines[at].text
        if last != at or text[start] == "'":
            return
        if not quoted:
            self._unquoted(at, list(unquoted(text, start, DEEPEST)))
            return
        wrong = [match.start() for match in _ESCAPE.finditer(text, start) if match[1]]
        if wrong:
            self.draft.lines[at] = self.draft.lines[at].slashed(wrong)
            hint = f"write it twice: {self.draft.shown(at, at)}"
            span = self.draft.span(at, wrong[0], at, wrong[0] + 1)
            self.draft.report(ESCAPE, "a \\ between quotation marks must stand twice", span, hint)

    def _unquoted(self, at: int, texts: list[Unquoted]) -> None:
        spans = [self.draft.span(at, text.at, at, text.end) for text in texts]
        for text in reversed(texts):
            self.quote(at, text.start, at, text.end)
        for text, span in zip(texts, spans, strict=True):
            self.draft.report(text.kind, text.message, span, f"{_QUOTE}: {self.draft.shown(at, at)}")

    def text(self, at: int, last: int, head: Head) -> None:
        """Quote a text without quotation marks, if it needs them."""
        wrong = self._wrong(at, last, head)
        if wrong is None:
            return
        line, column, kind, message = wrong
        start = self._start(at, head, kind)
        end = comment_at(self.draft.lines[last].text, head.value if last == at else 0)
        if kind in (HASH, SMART):
            end = len(self.draft.lines[last].text.rstrip())
        span = self.draft.span(line, column, line, len(self.draft.lines[line].text))
        if kind == SMART and last == at and self.draft.lines[at].text[end - 1] in "“”":
            inner = self.draft.lines[at].replaced(end - 1, end, '"').escaped(start + 1, end - 1)
            self.draft.lines[at] = inner.replaced(start, start + 1, '"')
        else:
            self.quote(at, start, last, end)
        hint = f"{_QUOTE}: {self.draft.shown(at, last)}"
        if kind == DASH and head.dashes and not head.key:
            hint = f"write “- text:” above and “bullets:” before items below it, or {hint}"
        self.draft.report(kind, message, span, hint)

    def _start(self, at: int, head: Head, kind: Kind) -> int:
        """Return where the text begins: at the key, where that was no key but the first words of an item."""
        below = next(self.continued(at, head.dashes[-1]), None) if head.dashes else None
        sibling = below is not None and indent(self.draft.lines[below].text) == head.content
        words = head.key and not _KEY.fullmatch(head.key)
        return head.content if kind == COLON and words and head.dashes and not sibling else head.value

    def _wrong(self, at: int, last: int, head: Head) -> tuple[int, int, Kind, str] | None:
        """Return the first thing in a text that YAML would take for something else."""
        first = self.draft.lines[at].text
        sign = first[head.value]
        if sign in SIGNS or sign in "[{" or first.startswith("- ", head.value):
            return at, head.value, SIGN, begins(sign)
        for line in range(at, last + 1):
            text = self.draft.lines[line].text
            start = head.value if line == at else 0
            end = comment_at(text, start)
            colon = _COLON.search(text[:end], start)
            smart = sign in "“„" and (colon or text[start:end].count("”") < text[start:].count("”"))
            if smart and line == at:
                return at, head.value, SMART, SMART_MESSAGE
            if line > at and _DASH.match(text):
                message = "a line that begins with “- ” goes on with the text above, it is no item"
                return line, indent(text), DASH, message
            if colon:
                return line, colon.start(), COLON, COLON_MESSAGE if colon.end() < end else COLON_AT_END
            if line < last and end < len(text.rstrip()):
                return (
                    line,
                    end + 1,
                    HASH,
                    "the text goes on after a comment; a text that holds # needs quotation marks",
                )
        return None
