"""The edits that an author, an editor or a bad copy makes to a YAML file, at random, each by its name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Edit = Callable[[Random, list[str]], int]
"""Changes lines in place and returns the index of the first that is not as it was."""

EDITS: dict[str, Edit] = {}
BYTES: dict[str, Callable[[Random, bytes], bytes]] = {}
"""Edits of the file as bytes, after all others."""

LONGEST = 400_000
"""How many characters an edit may make of a file; more would only try the patience of who waits."""


class Nothing(Exception):  # noqa: N818
    """There is nothing in the file that this edit could change."""


@dataclass(frozen=True)
class Mutated:
    """A file after ``edits``, each by its name; ``line`` is where the only one of them was made, 0 for several."""

    raw: bytes
    edits: tuple[str, ...]
    line: int = 0


def mutated(text: str, rng: Random, edits: int, *, bytewise: bool = False) -> Mutated:
    """Return ``text`` after random edits, of its bytes too if ``bytewise``."""
    lines, done, line = text.split("\n"), [], 0
    while len(done) < edits:
        name = rng.choice(list(EDITS))
        before = list(lines)
        try:
            line = EDITS[name](rng, lines) + 1
        except Nothing:
            continue
        if lines == before:
            continue
        if sum(map(len, lines)) > LONGEST:
            lines[:] = before
            continue
        done.append(name)
    raw = "\n".join(lines).encode("utf-8", "surrogatepass")
    if bytewise:
        name = rng.choice(list(BYTES))
        raw = BYTES[name](rng, raw)
        done.append(name)
    return Mutated(raw, tuple(done), line if len(done) == 1 and not bytewise else 0)


def edit(function: Edit) -> Edit:
    """Take an edit into the list, under its name in words."""
    EDITS[function.__name__.replace("_", " ")] = function
    return function


def _some(rng: Random, lines: list[str], pattern: str = r"\S") -> int:
    """Return the index of a line in which ``pattern`` stands."""
    found = [at for at, line in enumerate(lines) if re.search(pattern, line)]
    if not found:
        raise Nothing
    return rng.choice(found)


def _replaced(rng: Random, lines: list[str], pattern: str, by: Callable[[re.Match[str]], str]) -> int:
    """Put something in the place of one part of a line that ``pattern`` finds."""
    at = _some(rng, lines, pattern)
    match = rng.choice(list(re.finditer(pattern, lines[at])))
    lines[at] = lines[at][: match.start()] + by(match) + lines[at][match.end() :]
    return at


# Lines


@edit
def a_line_is_deleted(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    del lines[at]
    return min(at, len(lines) - 1)


@edit
def a_line_is_doubled(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    lines.insert(at, lines[at])
    return at + 1


@edit
def two_lines_are_swapped(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    if at + 1 >= len(lines):
        raise Nothing
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return at


@edit
def a_line_is_moved(rng: Random, lines: list[str]) -> int:
    line = lines.pop(_some(rng, lines))
    to = rng.randrange(len(lines) + 1)
    lines.insert(to, line)
    return to


@edit
def a_line_of_words_is_put_in(rng: Random, lines: list[str]) -> int:
    at = rng.randrange(len(lines) + 1)
    words = rng.choice(WORDS)
    lines.insert(at, " " * rng.choice((0, 2, 4, 6)) + words)
    return at


@edit
def a_run_of_lines_is_deleted(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    del lines[at : at + rng.randint(2, 9)]
    return max(0, min(at, len(lines) - 1))


@edit
def a_run_of_lines_is_doubled(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    run = lines[at : at + rng.randint(2, 12)]
    lines[at:at] = run
    return at + len(run)


@edit
def a_line_is_joined_to_the_one_above(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    if not at:
        raise Nothing
    lines[at - 1] += rng.choice((" ", "")) + lines.pop(at).lstrip()
    return at - 1


@edit
def a_line_is_broken(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines, r"\S \S")
    spaces = [match.start() for match in re.finditer(r"(?<=\S) ", lines[at])]
    column = rng.choice(spaces or [len(lines[at]) // 2])
    lines[at : at + 1] = [lines[at][:column], " " * rng.choice((0, 2, 4, 6, 8)) + lines[at][column + 1 :]]
    return at


# Indentation


@edit
def a_line_is_indented_wrongly(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    now = len(lines[at]) - len(lines[at].lstrip())
    width = max(0, now + rng.choice((-4, -2, -1, 1, 2, 3, 4)))
    lines[at] = " " * width + lines[at].lstrip()
    return at


@edit
def a_run_of_lines_is_indented_wrongly(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    by = rng.choice((-2, -1, 1, 2, 4))
    for line in range(at, min(len(lines), at + rng.randint(2, 8))):
        now = len(lines[line]) - len(lines[line].lstrip())
        lines[line] = " " * max(0, now + by) + lines[line].lstrip()
    return at


@edit
def spaces_become_tabs(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines, "^ +")
    width = len(lines[at]) - len(lines[at].lstrip(" "))
    lines[at] = "\t" * rng.choice((1, max(1, width // 2))) + " " * rng.choice((0, 1)) + lines[at].lstrip()
    return at


# Signs


def _sign_deleted(pattern: str) -> Edit:
    return lambda rng, lines: _replaced(rng, lines, pattern, lambda match: "")


EDITS |= {
    "a quotation mark is deleted": _sign_deleted("[\"']"),
    "a colon is deleted": _sign_deleted(":"),
    "the space after a colon is deleted": _sign_deleted("(?<=:) "),
    "a dash is deleted": _sign_deleted(r"(?<=^)(?<! )-|(?<= )- "),
    "the space after a dash is deleted": _sign_deleted(r"(?<=- )|(?<=-) (?=\S)"),
    "a brace is deleted": _sign_deleted(r"[{}]"),
    "a bracket is deleted": _sign_deleted(r"[\[\]]"),
    "a comma is deleted": _sign_deleted(","),
    "a star is deleted": _sign_deleted(r"\*"),
    "a hash is put before a line": lambda rng, lines: _replaced(rng, lines, r"^(?= *\S)", lambda match: "#"),
    "a hash is put into a text": lambda rng, lines: _replaced(rng, lines, r"(?<=\S) (?=\S)", lambda match: " # "),
    "a colon is put into a text": lambda rng, lines: _replaced(rng, lines, r"(?<=\w) (?=\w)", lambda match: ": "),
    "a character is deleted": lambda rng, lines: _replaced(rng, lines, r"\S", lambda match: ""),
    "a character is doubled": lambda rng, lines: _replaced(rng, lines, r"\S", lambda match: 2 * match[0]),
    "a sign of YAML is put in": lambda rng, lines: _replaced(
        rng, lines, r"(?<=\S)|(?<= )", lambda match: rng.choice("&*!|>%@`{}[],:#?-'\"~<=\\")
    ),
    "a value begins with a sign": lambda rng, lines: _replaced(
        rng, lines, r"(?<=: )(?=\S)|(?<=- )(?=\S)", lambda match: rng.choice("&*!|>%@`{[,#?-'\"~\\")
    ),
}


# What Word, a PDF or a web page gives


EDITS |= {
    "quotation marks become typographic": lambda rng, lines: _replaced(
        rng, lines, "[\"']", lambda match: rng.choice("“”„‘’«»")
    ),
    "a space becomes another": lambda rng, lines: _replaced(
        rng, lines, " +", lambda match: rng.choice("\u00a0\u2009\u202f\u3000\u2003\u200b\u00ad\t")
    ),
    "a dash becomes another": lambda rng, lines: _replaced(rng, lines, "-", lambda match: rng.choice("–—−‑•·*▪")),
    "dots become one": lambda rng, lines: _replaced(rng, lines, r"\w(?= )", lambda match: match[0] + "…"),
    "a letter becomes its twin": lambda rng, lines: _replaced(
        rng, lines, "[aceopxAB]", lambda match: match[0].translate(str.maketrans("aceopxAB", "асеорхАВ"))
    ),
    "a sign of unicode is put in": lambda rng, lines: _replaced(
        rng, lines, r"(?<=\S)|(?<= )", lambda match: rng.choice(STRANGE)
    ),
}


@edit
def a_list_is_pasted_from_word(rng: Random, lines: list[str]) -> int:
    at = rng.randrange(len(lines) + 1)
    pad = " " * rng.choice((0, 2, 4, 6))
    lines[at:at] = [f"{pad}•\t{rng.choice(WORDS)}" for _ in range(rng.randint(1, 4))]
    return at


@edit
def windows_ends_its_lines(rng: Random, lines: list[str]) -> int:
    several = rng.random() < 0.5
    at = _some(rng, lines)
    for line in range(len(lines)) if several else [at]:
        lines[line] += "\r"
    return 0 if several else at


@edit
def a_mark_of_byte_order_is_put_in(rng: Random, lines: list[str]) -> int:
    at = rng.choice((0, rng.randrange(len(lines))))
    lines[at] = "\ufeff" + lines[at]
    return at


# What is said


EDITS |= {
    "a figure is changed": lambda rng, lines: _replaced(rng, lines, r"\d+(?:\.\d+)?", lambda match: rng.choice(FIGURES)),
    "a unit is changed": lambda rng, lines: _replaced(
        rng, lines, r"(?<=\d)(?:%| ?€|(?= )|(?=[,}\n])|$)", lambda match: rng.choice(("%", " km", " bn", "€", "", " pp", "‰"))
    ),
    "a name is changed": lambda rng, lines: _replaced(
        rng, lines, r"[a-z]+(?:-[a-z]+)+", lambda match: rng.choice((match[0][:-1], match[0] + "s", match[0].upper()))
    ),
    "a key is renamed": lambda rng, lines: _replaced(
        rng, lines, r"[a-z-]+(?=:(?: |$))", lambda match: rng.choice((match[0][:-1], match[0].title(), rng.choice(KEYS)))
    ),
    "a value is of another type": lambda rng, lines: _replaced(
        rng, lines, r"(?<=: )\S.*$", lambda match: rng.choice(VALUES)
    ),
    "a value is lost": lambda rng, lines: _replaced(rng, lines, r"(?<=:) \S.*$", lambda match: ""),
    "a reference is put in": lambda rng, lines: _replaced(
        rng, lines, r"(?<=\w) (?=\w)", lambda match: f" {{{rng.choice(FIELDS)}}} "
    ),
    "a word is very long": lambda rng, lines: _replaced(
        rng, lines, r"\w+", lambda match: match[0] * rng.choice((30, 300))
    ),
    "a text is very long": lambda rng, lines: _replaced(
        rng, lines, r"\w+ ", lambda match: match[0] * rng.choice((30, 300))
    ),
}  # fmt: skip


@edit
def an_indicator_in_use_is_deleted(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines, r"^  [a-z-]+:(?: \{|$)")
    end = at + 1
    while end < len(lines) and lines[end].startswith("   "):
        end += 1
    del lines[at:end]
    return max(0, min(at, len(lines) - 1))


# Accidents


@edit
def the_file_is_cut_off(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    del lines[at + 1 :]
    lines[at] = lines[at][: rng.randrange(len(lines[at]) + 1)]
    return at


@edit
def a_merge_was_left_undone(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    theirs = [line.replace("e", "a") for line in lines[at : at + 3]]
    lines[at : at + 3] = ["<<<<<<< HEAD", *lines[at : at + 3], "=======", *theirs, ">>>>>>> figures-of-june"]
    return at


@edit
def two_decks_are_in_one_file(rng: Random, lines: list[str]) -> int:
    at = len(lines)
    lines += [*rng.choice(([], ["---"], ["..."])), *lines]
    return at


@edit
def a_line_is_repeated_many_times(rng: Random, lines: list[str]) -> int:
    at = _some(rng, lines)
    lines[at:at] = [lines[at]] * rng.choice((20, 200, 2000))
    return at + 1


@edit
def brackets_are_opened_many_times(rng: Random, lines: list[str]) -> int:
    return _replaced(rng, lines, r"(?<=: )(?=\S)", lambda match: rng.choice("[{(\"'&*") * rng.choice((5, 50, 5000)))


WORDS = (
    "Barriers to come forward", "Sham marriage: 39%", "“Who may identify”", "- one more", "- text: one more", "# a remark",
    "notes: see above", "title: A second title", "layout: bullets", "---", "...", "bullets:", "- [a, b", "key: {a: b",
    "1. First", "• Second", "| a | b |", "<b>bold</b>", "&nbsp;", "*", "-", ":", "? a", "%YAML 1.2", "!!python/object:os",
    "{{", "}}", "{", "[", "\\", "~", "null", "allow: [text-overflow]", "audience: ministers", "hidden: yes",
)  # fmt: skip
FIGURES = (
    "0", "1", "-5", "100", "101", "39.5", "12:30", "1,000", "1 000", "0x1F", "1e3", "999999999999999", "9" * 40, "½", "٣",
    "2026-02-31", "08", "NaN", "3.2 bn", "39 %", "€3.2 bn", ".5", "5.", "1/3", "about 5", "",
)  # fmt: skip
KEYS = (
    "title", "text", "bullets", "layout", "chart", "indicators", "value", "before", "after", "of", "label", "note", "notes",
    "figures", "columns", "table", "image", "audience", "allow", "slides", "sources", "periods", "highlight", "constructor",
)  # fmt: skip
VALUES = (
    "39", "yes", "null", "~", "[]", "{}", "[a, b]", "{a: b}", "|", ">", "''", '""', "[[a]]", "{a: {b: c}}", "2026-07-18", "!!int 3",
    "- a", "a: b", "bullets", "before-after", "true", "osce", "fr", "ar", "../../etc", "https://[::1", "{one}", "*a", "&a b",
)  # fmt: skip
FIELDS = (
    "sham-marriage",
    "sham-marriage.change",
    "nobody",
    "",
    ".",
    "a.b.c",
    "sham-marriage.",
    "sham-marriage.unconfirmed",
)
STRANGE = (
    "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\ufeff", "\ufffe", "\ufffd", "\ud800", "\U0001f1e6", "\u0301",
    "ﬁ", "ﷺ", "𝔘", "אב", "漢", "\U0010ffff", "\u0600", "\r", "\x0b", "\x0c", "Å", "ẞ",
)  # fmt: skip


def _one_byte(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) or 1)
    return raw[:at] + bytes([rng.randrange(256)]) + raw[at + 1 :]


def _bytes_cut(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) or 1)
    return raw[:at] + raw[at + rng.randint(1, 40) :]


def _bytes_put_in(rng: Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) or 1)
    return raw[:at] + rng.randbytes(rng.randint(1, 8)) + raw[at:]


BYTES |= {
    "one byte is another": _one_byte,
    "bytes are lost": _bytes_cut,
    "bytes are put in": _bytes_put_in,
    "the file is saved in another encoding": lambda rng, raw: raw.decode("utf-8", "replace").encode(
        rng.choice(("utf-16", "cp1252", "latin-1", "utf-8-sig", "utf-32")), "replace"
    ),
    "the file ends in zeros": lambda rng, raw: raw + bytes(rng.randint(1, 600)),
    "half of the file is there": lambda rng, raw: raw[: rng.randrange(len(raw) or 1)],
}
