"""Lines that lost the dash of an item, and those that a merge left behind."""

import re
from collections.abc import Iterable

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.source.draft import Draft, Kind
from deckgen.source.head import Head, idle, indent
from deckgen.source.levels import Levels

LOST_DASH: Kind = ("S141", "missing-dash")
CONFLICT: Kind = ("S140", "merge-conflict")
JOINED: Kind = ("S142", "joined-items")

MESSAGE = "an item of a list begins with -, and here is none"
_NARROWEST = 60
"""In what column no author breaks a line yet."""
_LONGEST = 2_000
"""How many lines a merge that was not finished is looked at."""
_MARK = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s.*)?")


def merged(draft: Draft, at: int) -> bool:
    """Leave out what a merge that was not finished left in a line; return whether it left something.

    Of the versions between its marks the first is kept, so that what is wrong elsewhere can be told.
    """
    text = draft.lines[at].text
    mark = _MARK.fullmatch(text)
    if not mark:
        return False
    span = draft.span(at, 0, at, len(text.rstrip()))
    hint = "keep one of the versions between the marks, and delete the marks"
    draft.report(CONFLICT, "two versions were merged here, and the merge was not finished", span, hint)
    kept = text[0] == "<"
    for line in range(at, _end(draft, at) + 1):
        mark = _MARK.fullmatch(draft.lines[line].text)
        kept = kept and (not mark or line == at)
        if mark or not kept:
            draft.lines[line] = draft.lines[line].replaced(0, len(draft.lines[line].text), "")
    return True


def _end(draft: Draft, at: int) -> int:
    """Return the line of the last mark of a merge; its first where there is no other."""
    below = range(at + 1, min(at + _LONGEST, len(draft.lines)))
    begun = next((line for line in below if draft.lines[line].text.startswith("<<<<<<<")), below.stop)
    return next((line for line in below if line < begun and draft.lines[line].text.startswith(">>>>>>>")), at)


def dashed(draft: Draft, at: int, levels: Levels) -> bool:
    """Put the dash before a line without key or dash that stands among items; return whether there was one to put."""
    head = Head.of(draft.lines[at].text)
    column = _column(draft, at, head, levels) if head.bare and levels.open else -1
    if column < 0:
        return False
    put(draft, at, column)
    return True


def put(draft: Draft, at: int, column: int) -> None:
    """Put a dash into ``column`` before the text of a line."""
    now = indent(draft.lines[at].text)
    span = draft.span(at, now, at, len(draft.lines[at].text.rstrip()))
    draft.lines[at] = draft.lines[at].replaced(0, now, " " * column + "- ")
    draft.report(LOST_DASH, MESSAGE, span, f"write it as an item: {draft.shown(at, at)}")


def dashless(draft: Draft, lines: Iterable[int], head: Head) -> int | None:
    """Return the line that only seems to go on with an item: it stands between its dash and its text.

    One that has a dash is an item already, and stands in the wrong column.
    """
    if head.key or not head.dashes:
        return None
    between = range(head.dashes[-1] + 1, head.content)
    found = next((line for line in lines if indent(draft.lines[line].text) in between), None)
    return None if found is None or Head.of(draft.lines[found].text).dashes else found


def joined(draft: Draft, at: int, last: int, head: Head) -> None:
    """Advise where an item goes on in a line that looks like one of its own: the line before it had room for more."""
    first, second = draft.lines[at].text.rstrip(), draft.lines[last].text.strip()
    word = second.split(" ", maxsplit=1)[0]
    wrapped = len(first) + len(word) > _NARROWEST or not re.search(r"[^\W_]$|\*$|[.!?]$", first)
    if head.key or not head.dashes or last != at + 1 or wrapped or not word[:1].isupper():
        return
    span = draft.span(last, indent(draft.lines[last].text), last, len(draft.lines[last].text.rstrip()))
    message = "this line goes on with the item above; it is no item of its own"
    hint = f"if it is one, write it as one: - {second}"
    draft.found.append(Diagnostic(*JOINED, Severity.ADVICE, message, span, hint))


def _column(draft: Draft, at: int, head: Head, levels: Levels) -> int:
    """Return the column of the dash that a line should have, -1 for a line that is no item."""
    here = levels.open[-1]
    if here.item and here.column == head.indent and not levels.awaiting:
        return head.indent
    below = next((line for line in range(at + 1, len(draft.lines)) if not idle(draft.lines[line].text)), None)
    after = Head.of(draft.lines[below].text) if below is not None else None
    first = levels.awaiting and after and after.dashes and here.column < after.indent <= head.indent
    return after.indent if first and after and head.indent - after.indent <= 2 else -1
