"""YAML text to nodes with spans; keys stand once, nothing is interpreted.

Anchors, aliases, tags and merge keys are refused: a number is written once in a deck, and a text that
begins with their signs was meant as a text.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from deckgen.diagnostics import Diagnostic, Severity, Span, ordered
from deckgen.source.commas import joined
from deckgen.source.draft import Draft
from deckgen.source.extent import DEEPEST, MOST_NODES, TOO_DEEP_HINT, TOO_MUCH
from deckgen.source.files import UNPRINTABLE, decoded
from deckgen.source.flow import begins
from deckgen.source.limits import beyond
from deckgen.source.nodes import Mapping, Node, Scalar, Sequence
from deckgen.source.repair import left_out, repaired

MOST_READ_AGAIN = 1_000_000
"""How many characters are read again, in all, to find further mistakes."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTE = "put the text in quotation marks"


def read(raw: bytes, path: Path) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the nodes of a YAML file, None if they are of no use, and all that is wrong."""
    text, found = decoded(raw, path)
    draft = Draft(UNPRINTABLE.sub("\ufffd", text), path)
    node = _nodes(draft) if repaired(draft) else None
    excess = tuple(beyond(node)) if node else ()
    return None if excess else node, ordered((*found, *draft.found, *excess))


def _nodes(draft: Draft) -> Node | None:
    """Return the root, lines left out that cannot be read; None where that would be too many."""
    looked_at = 0
    while True:
        builder = _Builder(draft)
        try:
            root = builder.root(yaml.parse(str(draft), Loader=_LOADER))
        except _Refused:
            root = None
        except yaml.YAMLError as error:
            mark = _mark(error)
            looked_at += mark.index
            if left_out(draft, mark.line, last=looked_at > MOST_READ_AGAIN):
                continue
            return None
        draft.found += builder.found
        return root


def _mark(error: yaml.YAMLError) -> Any:
    """Return where the parser gave up: where the brackets or quotation marks that it was in begin."""
    context = str(getattr(error, "context", ""))
    begun = getattr(error, "context_mark", None)
    if begun and ("quoted" in context or "flow" in context):
        return begun
    return getattr(error, "problem_mark", None) or begun or yaml.Mark("", 0, 0, 0, "", 0)


class _Builder:
    """Nodes from the parser's events, without recursion, so that no file is too deep for it."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.found: list[Diagnostic] = []
        self.count = 0

    def root(self, events: Iterator[Any]) -> Node | None:
        """Return the root, None of an empty file; raise what the parser raises."""
        root: Node | None = None
        stack: list[tuple[Any, list[Node]]] = []
        for event in events:
            node: Node | None = None
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._refuse("S107", "second-document", "a second document begins here", event, "delete the line ---")
            if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self._admit(event, len(stack))
                stack.append((event, []))
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                self._admit(event, len(stack))
                node = self._scalar(event)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                start, children = stack.pop()
                node = self._collection(start, children, event)
            if node is not None and stack:
                stack[-1][1].append(node)
            elif node is not None:
                root = node
        return root

    def _admit(self, event: Any, depth: int) -> None:
        """Refuse what a deck has no use for, and what would take too long."""
        self.count += 1
        if depth > DEEPEST or self.count > MOST_NODES:
            limit = f"{DEEPEST} levels" if depth > DEEPEST else f"{MOST_NODES:,} values"
            hint = TOO_DEEP_HINT if depth > DEEPEST else "split the file in two"
            self._refuse(*TOO_MUCH, f"the file goes beyond {limit}", event, hint)
        sign = "&" if getattr(event, "anchor", None) else "!" if getattr(event, "tag", None) else ""
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        if sign:
            self._error("S105", "sign-at-start", begins(sign), self._span(event), _QUOTE)

    def _scalar(self, event: Any) -> Scalar:
        value = getattr(event, "value", "")
        style = getattr(event, "style", None)
        plain = not style
        span = self._span(event)
        # The file itself has none left: only between double quotation marks may one be escaped.
        match = UNPRINTABLE.search(value) if style == '"' else None
        if match:
            message = f"the character U+{ord(match[0]):04X} cannot stand in a deck"
            self._error("S104", "unprintable-character", message, span, "delete it")
        return Scalar(value, span, plain, self.draft.raw(span))

    def _collection(self, start: Any, children: list[Node], end: Any) -> Node:
        span = self._span(start, end)
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(children), span)
        seen: dict[str, Scalar] = {}
        entries = []
        pairs, parted = joined([*zip(children[::2], children[1::2], strict=True)])
        for one in parted:
            self._error("S127", "comma-in-number", one.message, one.span, one.hint)
        for key, value in pairs:
            if not isinstance(key, Scalar):
                self._error("S108", "key-not-a-word", "a key must be a word", key.span, _QUOTE)
            elif key.plain and key.text == "<<":
                self._error("S105", "sign-at-start", "a key may not be <<", key.span, "write the keys out")
            elif key.text in seen:
                first = seen[key.text].span
                message = f"the key “{key.text}” stands twice; it is also in line {first.line}"
                hint = "keep one of the two"
                self._error("S109", "duplicate-key", message, key.span, hint)
            else:
                seen[key.text] = key
                entries.append((key, value))
        return Mapping(tuple(entries), span)

    def _span(self, start: Any, end: Any = None) -> Span:
        first, last = start.start_mark, (end or start).end_mark
        return self.draft.span(first.line, first.column, last.line, last.column)

    def _refuse(self, code: str, name: str, message: str, event: Any, hint: str) -> None:
        self._error(code, name, message, self._span(event), hint)
        raise _Refused

    def _error(self, code: str, name: str, message: str, span: Span, hint: str) -> None:
        self.found.append(Diagnostic(code, name, Severity.ERROR, message, span, hint))


class _Refused(Exception):  # noqa: N818
    """The rest of the file is not read."""
