"""Lines typed without knowing YAML: each is reported with the line it should have been, and read as that.

What is lawful YAML and means what it says is left alone. Texts are repaired in ``quoting``.
"""

import re

from deckgen.source.draft import Draft, Kind, TooManyRepairs
from deckgen.source.extent import BLOCK, MOST_NODES
from deckgen.source.head import Head, idle, indent
from deckgen.source.levels import Level, Levels
from deckgen.source.lost import dashed, dashless, joined, merged, put
from deckgen.source.quoting import HASH, Quoting

TAB: Kind = ("S113", "tab-in-indentation")
INDENT: Kind = ("S114", "wrong-indentation")
DASH: Kind = ("S122", "other-dash")
SPACE: Kind = ("S117", "missing-space")
NOT_YAML: Kind = ("S101", "not-yaml")
DOCUMENT: Kind = ("S107", "second-document")

_NO_SPACE = re.compile(r"\s*(?P<dashes>(?:- +)*)[a-z][a-z0-9-]*:(?=[^\s/:])")
_NO_SPACE_ITEM = re.compile(r" *-(?=[^ \n-])")
_OTHER_DASH = re.compile(r" *[*•·–—−‐‑‒―▪◦●○■►‣⁃][ \t\u00a0]+(?=\S)")
_LONG_KEY = re.compile(r"\s*[?] ")
_ITS_VALUE = re.compile(r"\s*: ")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
_SOUND = re.compile(r" *(?:- )*[a-z][a-z0-9-]*: [\w(][^:#\t\"'\u201c\u201d\u201e]*")
"""A key with a text that nothing in YAML could take for anything else."""


def repaired(draft: Draft) -> bool:
    """Repair the lines of ``draft``; return whether it is worth parsing."""
    repairer = _Repairer(draft)
    try:
        at = 0
        while at < len(draft.lines) and repairer.entries <= MOST_NODES:
            at = repairer.line(at)
    except TooManyRepairs:
        return False
    return True


def left_out(draft: Draft, line: int, *, last: bool) -> bool:
    """Quote the value of a line that cannot be read, or leave the line out; return whether to go on."""
    at = min(line, len(draft.lines) - 1)
    while at > 0 and idle(draft.lines[at].text):
        at -= 1
    text = draft.lines[at].text
    if idle(text):
        return False
    value = Head.of(text).value
    quoted = text[value : value + 1] in ("", '"')
    span = draft.span(at, min(value, indent(text)) if quoted else value, at, len(text))
    if quoted:
        draft.lines[at] = draft.lines[at].replaced(0, len(text), "")
    else:
        Quoting(draft).quote(at, value, at, len(text.rstrip()))
    if not any(found.span.line == at + 1 for found in draft.found):
        hint = (
            "compare it with the lines around it"
            if quoted
            else f"put the text in quotation marks: {draft.shown(at, at)}"
        )
        try:
            draft.report(NOT_YAML, "the line cannot be read", span, hint)
        except TooManyRepairs:
            return False
    return not last


class _Repairer:
    """One walk down the lines; ``line`` returns the next one to look at."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.levels = Levels()
        self.entries = 0
        self.asked = False
        self.quoting = Quoting(draft)

    def line(self, at: int) -> int:
        """Repair what begins in a line, and return the line after it."""
        if self._sound(at) or idle(self.text(at)) or self._long_key(at) or merged(self.draft, at):
            return at + 1
        if _DOCUMENT.match(self.text(at)):
            return self._document(at)
        self._tab(at)
        self._dash(at)
        self._space(at)
        dashed(self.draft, at, self.levels)
        head = self._placed(at)
        if head is None:
            return at + 1
        self.levels.enter(head, at)
        self.entries += 1
        value = self.text(at)[head.value :]
        self.levels.awaiting = not value or value.startswith("#")
        if value.startswith("#"):
            self._hash(at, head)
        if self.levels.awaiting:
            return at + 1
        if BLOCK.fullmatch(value):
            return self._block(at, head)
        return self._text(at, head)

    def _sound(self, at: int) -> bool:
        """Take a line that needs no repair, as most; return whether it was one."""
        if not _SOUND.fullmatch(self.text(at)) or not self._ends_here(at):
            return False
        # Behind one that is moved another may go on than behind it now.
        if self.levels.misplaced(Head.of(self.text(at))) is not None:
            return False
        head = self._placed(at)
        if head is not None:
            self.levels.enter(head, at)
            self.entries += 1
            self.levels.awaiting = False
        return True

    def _ends_here(self, at: int) -> bool:
        """Return whether the text of a key ends in its line, as the next one shows."""
        if at + 1 == len(self.draft.lines):
            return True
        below = self.text(at + 1)
        blank = len(below) - len(below.lstrip())
        return blank < len(below) and blank <= Head.of(self.text(at)).parent

    def text(self, at: int) -> str:
        """Return a line as it stands now."""
        return self.draft.lines[at].text

    def _long_key(self, at: int) -> bool:
        """Return whether a line is a key after a question mark, or its value."""
        text = self.text(at)
        self.asked = self.asked or bool(_LONG_KEY.match(text))
        return bool(_LONG_KEY.match(text) or (self.asked and _ITS_VALUE.match(text)))

    def _document(self, at: int) -> int:
        if self.levels.open:
            span = self.draft.span(at, 0, at, 3)
            self.draft.report(DOCUMENT, "a second document begins here", span, f"delete the line {self.text(at)[:3]}")
            self.draft.lines[at] = self.draft.lines[at].replaced(0, len(self.text(at)), "")
        return at + 1

    def _tab(self, at: int) -> None:
        """Put spaces for tabs before a line, as many as bring it into a column that is open."""
        text = self.text(at)
        blank = text[: len(text) - len(text.lstrip())]
        if "\t" not in blank:
            return
        width = self._width(at, blank)
        span = self.draft.span(at, 0, at, len(blank))
        self.draft.lines[at] = self.draft.lines[at].replaced(0, len(blank), " " * width)
        hint = f"put {width} spaces in place of it" if width else "delete it"
        self.draft.report(TAB, "the line begins with a tab", span, hint)

    def _width(self, at: int, blank: str) -> int:
        """Return how many spaces bring a line that begins with tabs into a column that is open, or that opens."""
        item = self.text(at).lstrip().startswith("- ")
        columns = [level.column for level in self.levels.open]
        fitting = [level.column for level in self.levels.open if level.item == item]
        below = self._below(at)
        alike = below is not None and self.text(below).lstrip().startswith("- ") == item
        beside = (indent(self.text(below)),) if below is not None and alike else ()
        widths = [len(blank.expandtabs(size)) for size in (2, 4, 8)]
        deeper: list[int] = [
            width for width in (*beside, *widths) if self.levels.awaiting and width > max(columns, default=-1)
        ]
        exact = [width for width in (*beside, *widths) if width in fitting]
        if beside and deeper[:1] == [*beside]:
            return deeper[0]
        known = [*exact, *deeper, *fitting[::-1], *widths]
        return known[0] if columns else 0

    def _dash(self, at: int) -> None:
        """Put the dash of an item in place of another sign."""
        text, column = self.text(at), indent(self.text(at))
        items = any(level.item and level.column == column for level in self.levels.open)
        if _OTHER_DASH.match(text) and (items or self.levels.awaiting) and self.levels.open:
            blank = len(text[column + 1 :]) - len(text[column + 1 :].lstrip())
            self.draft.lines[at] = self.draft.lines[at].replaced(column, column + 1 + blank, "- ")
            span = self.draft.span(at, column, at, column + 1)
            hint = f"write - in place of {text[column]}: {self.draft.shown(at, at)}"
            self.draft.report(DASH, f"an item of a list begins with -, not with {text[column]}", span, hint)

    def _space(self, at: int) -> None:
        """Put the space after the colon of a key, or after the dash of an item, that was left out."""
        line, text = self.draft.lines[at], self.text(at)
        dash, key = _NO_SPACE_ITEM.match(text), _NO_SPACE.match(text)
        if dash and (not text[dash.end()].isdigit() or Level(dash.end() - 1, True, at - 1) in self.levels.open):
            column, sign = dash.end(), "dash of an item"
        elif key and self._key_expected(at, key):
            column, sign = key.end(), "colon of a key"
        else:
            return
        tabs = len(text[column:]) - len(text[column:].lstrip("\t"))
        self.draft.lines[at] = line.replaced(column, column + tabs, " ")
        span = self.draft.span(at, column - 1, at, column)
        hint = f"put a space there: {self.draft.shown(at, at)}"
        self.draft.report(SPACE, f"a space is missing after the {sign}", span, hint)

    def _key_expected(self, at: int, key: re.Match[str]) -> bool:
        if not key["dashes"]:
            return True
        below = self._below(at)
        return below is not None and indent(self.text(below)) == key.end("dashes")

    def _below(self, at: int) -> int | None:
        """Return the next line that holds something."""
        return next((line for line in range(at + 1, len(self.draft.lines)) if not idle(self.text(line))), None)

    def _placed(self, at: int) -> Head | None:
        """Return the head of a line, moved to its column; None where the line had to be left out."""
        head = Head.of(self.text(at))
        if self.levels.stray(head) or self._before_keys(at, head):
            message = "the line is neither “key: text” nor an item of a list"
            above = "indent the line so that the text above goes on in it, or write its key"
            self._left_out(at, message, above if self.levels.open else "delete the line, or write its key")
            return None
        level = self.levels.misplaced(head)
        if level is not None:
            self.moved(at, level)
            head = Head.of(self.text(at))
        if self.levels.mixed(head):
            item = "an item stands among keys" if head.dashes else "a key stands among the items of a list"
            hint = "indent it and write its key above it" if head.dashes else "put “- ” before it, or indent it"
            self._left_out(at, item, hint)
            return None
        return head

    def _before_keys(self, at: int, head: Head) -> bool:
        """Return whether a line is a text at the top of a file, before its first key."""
        below = self._below(at) if head.bare and not self.levels.open else None
        if below is None or self.text(at)[head.value] in "[{\"'":
            return False
        after = Head.of(self.text(below))
        if self.text(at).startswith("%"):
            return True
        return not after.bare and after.indent <= head.indent

    def _left_out(self, at: int, message: str, hint: str) -> None:
        text = self.text(at)
        self.draft.report(NOT_YAML, message, self.draft.span(at, indent(text), at, len(text)), hint)
        self.draft.lines[at] = self.draft.lines[at].replaced(0, len(text), "")

    def moved(self, at: int, level: Level) -> None:
        """Move a line and what stands below it to the column of ``level``."""
        column = indent(self.text(at))
        message = "the line does not stand in one column with its neighbours"
        hint = f"let it begin in column {level.column + 1}, as line {level.line + 1} does"
        self.draft.report(INDENT, message, self.draft.span(at, column, at, len(self.text(at))), hint)
        line, deeper = at, max(column, level.column)
        while line < len(self.draft.lines) and (
            line == at or idle(self.text(line)) or indent(self.text(line)) > deeper
        ):
            if not idle(self.text(line)):
                now = indent(self.text(line))
                width = max(0, now + level.column - column)
                self.draft.lines[line] = self.draft.lines[line].replaced(0, now, " " * width)
            line += 1

    def _hash(self, at: int, head: Head) -> None:
        """Quote the comment of a key or item that holds nothing else."""
        below = self._below(at)
        if below is not None:
            next_head = Head.of(self.text(below))
            listed = bool(head.key and next_head.dashes) and next_head.indent == head.parent
            if next_head.indent > head.parent or listed:
                return
        start = head.value
        self.quoting.quote(at, start, at, len(self.text(at).rstrip()))
        self.levels.awaiting = False
        hint = f"put the text in quotation marks: {self.draft.shown(at, at)}"
        message = "nothing but a comment stands here; a text that begins with # needs quotation marks"
        self.draft.report(HASH, message, self.draft.span(at, start, at, len(self.text(at))), hint)

    def _block(self, at: int, head: Head) -> int:
        """Return the line after a block text; tabs do not indent it."""
        line, first = at + 1, -1
        while line < len(self.draft.lines):
            text = self.text(line)
            if text.strip() and first < 0 and not any(sign.isdigit() for sign in self.text(at)[head.value :][:3]):
                first = indent(text)
            if text.strip() and head.parent < indent(text) < first:
                self.moved(line, Level(first, False, at + 1))
            elif text.strip() and indent(text) <= head.parent:
                if not text.startswith((" " * indent(text)) + "\t"):
                    break
                self._tab_in_block(line, head)
            line += 1
        return line

    def _tab_in_block(self, at: int, head: Head) -> None:
        text = self.text(at)
        blank = len(text) - len(text.lstrip())
        above = self.text(at - 1)
        width = max(head.parent + 2 if idle(above) or BLOCK.search(above) else indent(above), head.parent + 1)
        span = self.draft.span(at, 0, at, blank)
        self.draft.lines[at] = self.draft.lines[at].replaced(0, blank, " " * width)
        self.draft.report(TAB, "the line begins with a tab", span, f"put {width} spaces in place of it")

    def _text(self, at: int, head: Head) -> int:
        """Repair a value that is no block, and return the line after it."""
        start = head.value
        if self.text(at)[start] in "[{\"'":
            last = self.quoting.enclosed(at, head)
            if last >= at:
                return last + 1
        last = at
        if self._keyless(at, head):
            return at + 1
        lost = dashless(self.draft, self.quoting.continued(at, head.parent), head)
        for line in self.quoting.continued(at, head.parent):
            if line == lost:
                put(self.draft, line, head.dashes[-1])
                break
            self._tab(line)
            level = self._own_line(line, head)
            if level:
                self.moved(line, level)
                break
            last = line
        joined(self.draft, at, last, head)
        self.quoting.text(at, last, head)
        return last + 1

    def _keyless(self, at: int, head: Head) -> bool:
        """Leave out the text of an item that keys go on below; return whether it was one."""
        below = self._below(at)
        after = Head.of(self.text(below)) if below else None
        if head.key or not head.dashes or not after or not after.key or after.dashes or after.indent != head.content:
            return False
        text = self.text(at)
        span = self.draft.span(at, head.value, at, len(text))
        hint = f"write a key before it, such as {text[: head.value].strip()} text: {text[head.value :].strip()}"
        if after.key == "bullets":
            self.draft.lines[at] = self.draft.lines[at].replaced(head.value, head.value, "text: ")
        else:
            self.draft.lines[at] = self.draft.lines[at].replaced(head.value, len(text), "")
        self.draft.report(NOT_YAML, "keys go on below this text, but it has none", span, hint)
        self.levels.enter(Head(head.indent, head.dashes, head.content, "text", head.value), at)
        return True

    def _own_line(self, at: int, head: Head) -> Level | None:
        """Return where a line that only seems to go on with the text above should stand."""
        below = Head.of(self.text(at))
        dash = head.dashes[-1] if head.dashes else -9
        if below.dashes and abs(below.indent - dash) == 1:
            return next(level for level in self.levels.open if level.item and level.column == dash)
        if head.key and re.fullmatch("[a-z][a-z0-9-]*", below.key) and not below.dashes:
            return self.levels.open[-1]
        return None
