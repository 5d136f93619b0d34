"""The columns in which keys and items stand, from the top of the file to the line in hand."""

from deckgen.source.head import Head
from deckgen.values import frozen


@frozen(slots=True)
class Level:
    """A column of keys or of items, and the last line that stands in it."""

    column: int
    item: bool
    line: int


class Levels:
    """Which columns are open; ``awaiting`` says that the line before has no value yet."""

    def __init__(self) -> None:
        self.open: list[Level] = []
        self.awaiting = True

    def misplaced(self, head: Head) -> Level | None:
        """Return the level that a line should have stood in, None where it stands well."""
        kept = [level for level in self.open if level.column <= head.indent]
        if not self.open or (kept and kept[-1].column == head.indent):
            return None
        if self.awaiting and kept == self.open:
            return None
        item = bool(head.dashes)
        return min(self.open, key=lambda level: (level.item != item, abs(level.column - head.indent), -level.column))

    def enter(self, head: Head, line: int) -> None:
        """Take a line that stands well into account."""
        self.open = [level for level in self.open if level.column <= head.indent]
        keys_below = any(level.column == head.indent and not level.item for level in self.open)
        if not head.dashes and keys_below and self.open[-1].item:
            self.open.pop()
        for column in head.dashes:
            self._stand(Level(column, True, line))
        if head.key:
            self._stand(Level(head.content, False, line))

    def stray(self, head: Head) -> bool:
        """Return whether a line without key or dash has no place here."""
        return head.bare and bool(self.open) and not (self.awaiting and head.indent > self.open[-1].column)

    def mixed(self, head: Head) -> bool:
        """Return whether a line is an item where keys stand, or a key where items stand."""
        here = [level for level in self.open if level.column == head.indent]
        if not here:
            return False
        if head.dashes:
            return not here[-1].item and not (self.awaiting and here[-1] is self.open[-1])
        return all(level.item for level in here)

    def _stand(self, level: Level) -> None:
        if self.open and (self.open[-1].column, self.open[-1].item) == (level.column, level.item):
            self.open.pop()
        self.open.append(level)
