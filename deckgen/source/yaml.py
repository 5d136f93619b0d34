"""YAML text to nodes with spans; keys stand once, nothing is interpreted.

Anchors, aliases, tags and merge keys are refused: a number is written once in a deck, and a text that
begins with their signs was meant as a text.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.source.files import UNPRINTABLE, decoded
from deckgen.source.nodes import Mapping, Node, Scalar, Sequence

DEEPEST = 24
"""How many lists and mappings may stand within each other."""
MOST_NODES = 100_000
"""How many values one file may hold."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTE = "put the text in quotation marks"
_BEGINS = "a text that begins with"
_ENTRY = re.compile(r"(?P<key>\s*(?:- +)*(?:[\w-]+:(?: +|$))?)(?P<text>.*?)\s*$")


def read(raw: bytes, path: Path) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the nodes of a YAML file, None if they are of no use, and all that is wrong."""
    text, found = decoded(raw, path)
    if found:
        return None, found
    builder = _Builder(text, path)
    node = builder.build()
    return node, tuple(builder.found)


class _Builder:
    """Nodes from the parser's events, without recursion, so that no file is too deep for it."""

    def __init__(self, text: str, path: Path) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.path = path
        self.found: list[Diagnostic] = []
        self.count = 0

    def build(self) -> Node | None:
        """Return the root, or None where the file cannot be read to its end."""
        try:
            return self._root(yaml.parse(self.text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except _Refused:
            pass
        return None

    def _root(self, events: Iterator[Any]) -> Node | None:
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
            self._refuse("S106", "too-much-yaml", f"the file goes beyond {limit}", event, "split the file in two")
        sign = "&" if getattr(event, "anchor", None) else "!" if getattr(event, "tag", None) else ""
        if isinstance(event, yaml.AliasEvent):
            sign = "*"
        if sign:
            hint = f"{_QUOTE}: {self._quoted(event.start_mark.line)}"
            self._error("S105", "sign-at-start", f"{_BEGINS} {sign} needs quotation marks", self._span(event), hint)

    def _scalar(self, event: Any) -> Scalar:
        value = getattr(event, "value", "")
        plain = not getattr(event, "style", None)
        span = self._span(event)
        match = UNPRINTABLE.search(value)
        if match:
            message = f"the character U+{ord(match[0]):04X} cannot stand in a deck"
            self._error("S104", "unprintable-character", message, span, "delete it")
        return Scalar(value, span, plain, self.text[event.start_mark.index : event.end_mark.index])

    def _collection(self, start: Any, children: list[Node], end: Any) -> Node:
        span = self._span(start, end)
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(children), span)
        seen: dict[str, Scalar] = {}
        entries = []
        for key, value in zip(children[::2], children[1::2], strict=True):
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
        return Span(self.path, first.line + 1, first.column + 1, last.line + 1, last.column + 1)

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        context, mark = error.context or "", error.problem_mark or error.context_mark
        if mark is None:
            mark = yaml.Mark("", 0, 0, 0, "", 0)
        unclosed = "quoted scalar" in context or ("flow" in context and "block" not in context)
        if unclosed and error.context_mark and mark.line > error.context_mark.line:
            mark = error.context_mark
            message, hint = (
                f"the {self.lines[mark.line][mark.column]} that is opened here is never closed",
                "close it",
            )
        else:
            message, hint = self._explained(error.problem or "", min(mark.line, len(self.lines) - 1), mark.column)
        line, column = mark.line + 1, mark.column + 1
        if message.startswith(_BEGINS):
            column = len((_ENTRY.fullmatch(self.lines[mark.line]) or {"key": ""})["key"]) + 1
        self._error("S101", "not-yaml", message, Span(self.path, line, column, line, column + 1), hint)

    def _explained(self, problem: str, line: int, column: int) -> tuple[str, str]:
        """Return a parser's complaint in the officer's words, and what to do."""
        text = self.lines[line]
        indent = text[: len(text) - len(text.lstrip())]
        quoted = f"{_QUOTE}: {self._quoted(line)}"
        if "\t" in indent:
            return "the line begins with a tab", "use spaces"
        if "mapping values are not allowed" in problem:
            return "a text with a colon and a space needs quotation marks", quoted
        value = (_ENTRY.fullmatch(text) or {"text": ""})["text"]
        if value[:1] and value[0] in "{[@`%|>&*!":
            return _sign(value, quoted)
        if column <= len(indent):
            return "the line does not stand in one column with its neighbours", "align it with the lines around it"
        if "could not find expected ':'" in problem:
            return "the line is neither “key: text” nor an item of a list", "add the key, or indent the line"
        return "the line cannot be read", quoted

    def _quoted(self, line: int) -> str:
        """Return the line with its text in quotation marks."""
        match = _ENTRY.fullmatch(self.lines[line])
        if not match or not match["text"]:
            return self.lines[line].strip()
        text = match["text"].replace("\\", "\\\\").replace('"', '\\"')
        return f'{match["key"].strip()} "{text}"'.strip()

    def _refuse(self, code: str, name: str, message: str, event: Any, hint: str) -> None:
        self._error(code, name, message, self._span(event), hint)
        raise _Refused

    def _error(self, code: str, name: str, message: str, span: Span, hint: str) -> None:
        self.found.append(Diagnostic(code, name, Severity.ERROR, message, span, hint))


def _sign(value: str, quoted: str) -> tuple[str, str]:
    """Return what is wrong with a value that begins with a sign of YAML."""
    if value.startswith("[") and value.endswith("]"):
        hint = "write each item on a line of its own, after “- ”, or put it in quotation marks"
        return "an item of this list cannot be read", hint
    return f"{_BEGINS} {value[0]} needs quotation marks", quoted


class _Refused(Exception):  # noqa: N818
    """The rest of the file is not read."""
