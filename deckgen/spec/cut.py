"""A text in a flow mapping that its comma cut: what stands behind it was read as a key, ``{text: One, two}``."""

from itertools import takewhile

from deckgen.diagnostics import Span
from deckgen.source import nodes
from deckgen.source.nodes import Node, Scalar
from deckgen.values import frozen


@frozen
class Cut:
    """Where a text begins that was cut, what is wrong with it, and what to do."""

    span: Span
    message: str
    hint: str


def cut_text(node: Node, path: tuple[str | int, ...]) -> Cut | None:
    """Return the text that was cut, if the key at ``path`` below ``node`` is a rest of one; None if it is a key."""
    holder = nodes.closest(node, path[:-1])
    entries = holder.entries if isinstance(holder, nodes.Mapping) else ()
    at = next((number for number, (key, _) in enumerate(entries) if key.text == path[-1]), 0)
    begin = next((number for number in range(at, -1, -1) if not _is_rest(*entries[number])), at)
    text = entries[begin][1] if begin < at else None
    if not isinstance(text, Scalar) or text.empty:
        return None
    rest = [key.text for key, _ in takewhile(lambda entry: _is_rest(*entry), entries[begin + 1 :])]
    whole = ", ".join((text.text, *rest)).replace("\\", "\\\\").replace('"', '\\"')
    message = f"this text ends at its comma: “{rest[0]}” is read as a key"
    return Cut(text.span, message, f'put quotation marks around it: "{whole}"')


def _is_rest(key: Scalar, value: Node) -> bool:
    """Return whether nothing stands behind a key, not even a colon."""
    behind = (value.span.line, value.span.column) == (key.span.end_line, key.span.end_column)
    return isinstance(value, Scalar) and value.empty and behind
