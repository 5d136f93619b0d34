"""What a YAML file holds, each with its place; no value is interpreted yet."""

from deckgen.diagnostics import Span
from deckgen.values import frozen


@frozen(slots=True)
class Scalar:
    """A text; ``plain`` if it had no quotation marks and was no block, ``raw`` as it stands in the file."""

    text: str
    span: Span
    plain: bool = True
    raw: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written, in the words of the YAML 1.2 core schema (10.2.1.1)."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@frozen(slots=True)
class Sequence:
    """A list, in the order written."""

    items: tuple["Node", ...]
    span: Span


@frozen(slots=True)
class Mapping:
    """Keys with their values, in the order written; no key stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value of ``key``, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key as written, or None."""
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def place(node: Node, path: tuple[str | int, ...]) -> Span:
    """Return the span of what stands at ``path`` below ``node``, or of its closest ancestor."""
    return closest(node, path).span


def closest(node: Node, path: tuple[str | int, ...]) -> Node:
    """Return what stands at ``path`` below ``node``, or its closest ancestor."""
    for step in path:
        below: Node | None = None
        if isinstance(node, Mapping):
            below = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            break
        node = below
    return node


def place_of_key(node: Node, path: tuple[str | int, ...]) -> Span:
    """Return the span of the key that ``path`` ends with, or of what holds it."""
    *above, last = path
    for step in above:
        if isinstance(node, Mapping):
            node = node.get(str(step)) or node
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    key = node.key(str(last)) if isinstance(node, Mapping) else None
    return key.span if key else node.span
