"""YAML to nodes: the words of YAML 1.2, places, and what is refused."""

import time
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.source.nodes import Mapping, Node, Scalar, Sequence
from deckgen.source.yaml import read
from tests.builders import told

NAME = Path("deck.yaml")


def shown(node: Node | None, depth: int = 0) -> str:
    """Return nodes as text, each with its place."""
    pad = "  " * depth
    if isinstance(node, Scalar):
        return f"{pad}{node.span.line}:{node.span.column} {node.text!r}{'' if node.plain else ' quoted'}\n"
    if isinstance(node, Sequence):
        return f"{pad}{node.span.line}:{node.span.column} list\n" + "".join(
            shown(item, depth + 1) for item in node.items
        )
    assert isinstance(node, Mapping)
    entries = (shown(key, depth + 1) + shown(value, depth + 2) for key, value in node.entries)
    return f"{pad}{node.span.line}:{node.span.column} mapping\n" + "".join(entries)


def nodes(text: str) -> str:
    node, found = read(text.encode(), NAME)
    assert not found, told(found)
    return shown(node)


def refused(text: str | bytes) -> str:
    raw = text if isinstance(text, bytes) else text.encode()
    return told(read(raw, NAME)[1])


def test_every_node_has_its_line_and_column() -> None:
    assert nodes("a: b\nc:\n  - d\n  - {e: 'f'}\n") == snapshot("""\
1:1 mapping
  1:1 'a'
    1:4 'b'
  2:1 'c'
    3:3 list
      3:5 'd'
      4:5 mapping
        4:6 'e'
          4:9 'f' quoted
""")


def test_words_that_yaml_1_1_would_interpret_stay_as_written() -> None:
    assert nodes("[no, NO, on, 12:30, 010, 1e3, 2026-07-18, 1_000]") == snapshot("""\
1:1 list
  1:2 'no'
  1:6 'NO'
  1:10 'on'
  1:14 '12:30'
  1:21 '010'
  1:26 '1e3'
  1:31 '2026-07-18'
  1:43 '1_000'
""")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title: Foo: bar\n",
            snapshot(
                'deck.yaml:1:11: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: title: "Foo: bar"\n'
            ),
        ),
        (
            "title: {sham-marriage} rose\n",
            snapshot(
                'deck.yaml:1:8: error: a text that begins with { needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "{sham-marriage} rose"\n'
            ),
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            snapshot(
                "deck.yaml:3:1: error: the key “a” stands twice; it is also in line 1 [S109 duplicate-key]: keep one of the two\n"
            ),
        ),
        (
            "a: 'open\nb: 2\n",
            snapshot(
                'deck.yaml:1:4: error: the \' that is opened here is never closed [S115 never-closed]: close it: a: "open"\n'
            ),
        ),
        (
            "a: [1, 2\n",
            snapshot(
                "deck.yaml:1:4: error: the [ that is opened here is never closed [S115 never-closed]: close it: a: [1, 2]\n"
            ),
        ),
        (
            "a: @home\n",
            snapshot(
                'deck.yaml:1:4: error: a text that begins with @ needs quotation marks [S105 sign-at-start]: put the text in quotation marks: a: "@home"\n'
            ),
        ),
        (
            "\ta: 1\n",
            snapshot("deck.yaml:1:1: error: the line begins with a tab [S113 tab-in-indentation]: delete it\n"),
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            snapshot(
                "deck.yaml:3:2: error: the line does not stand in one column with its neighbours [S114 wrong-indentation]: let it begin in column 3, as line 2 does\n"
            ),
        ),
        (
            "a: *bold* text\n",
            snapshot(
                'deck.yaml:1:4: error: a text that begins with * needs quotation marks [S105 sign-at-start]: put the text in quotation marks: a: "*bold* text"\n'
            ),
        ),
        (
            "a: &anchor text\n",
            snapshot(
                'deck.yaml:1:4: error: a text that begins with & needs quotation marks [S105 sign-at-start]: put the text in quotation marks: a: "&anchor text"\n'
            ),
        ),
        (
            "a: !tag text\n",
            snapshot(
                'deck.yaml:1:4: error: a text that begins with ! needs quotation marks [S105 sign-at-start]: put the text in quotation marks: a: "!tag text"\n'
            ),
        ),
        (
            "a: &x [1]\nb: *x\n",
            snapshot("""\
deck.yaml:1:4: error: a text that begins with & needs quotation marks [S105 sign-at-start]: put the text in quotation marks: a: "&x [1]"
deck.yaml:2:4: error: a text that begins with * needs quotation marks [S105 sign-at-start]: put the text in quotation marks: b: "*x"
"""),
        ),
        (
            "<<: {a: 1}\n",
            snapshot("deck.yaml:1:1: error: a key may not be << [S105 sign-at-start]: write the keys out\n"),
        ),
        (
            "? [a, b]\n: c\n",
            snapshot(
                "deck.yaml:1:3: error: a key must be a word [S108 key-not-a-word]: put the text in quotation marks\n"
            ),
        ),
        (
            "a: 1\n---\nb: 2\n",
            snapshot(
                "deck.yaml:2:1: error: a second document begins here [S107 second-document]: delete the line ---\n"
            ),
        ),
        (
            'a: "bell \\a"\n',
            snapshot(
                "deck.yaml:1:4: error: the character U+0007 cannot stand in a deck [S104 unprintable-character]: delete it\n"
            ),
        ),
        (
            "a: bell \x07\n",
            snapshot(
                "deck.yaml:1:9: error: the character U+0007 cannot stand in a deck [S104 unprintable-character]: delete it; it often comes along when text is pasted from a PDF\n"
            ),
        ),
        (
            b"a: caf\xe9\n",
            snapshot(
                "deck.yaml:1:7: error: the byte 0xe9 is no UTF-8, perhaps it is Windows-1252 [S102 not-utf-8]: save the file with the encoding UTF-8\n"
            ),
        ),
        (
            "a: 1\n".encode("utf-16"),
            snapshot(
                "deck.yaml:1:1: error: the file is saved as UTF-16 [S102 not-utf-8]: save the file with the encoding UTF-8\n"
            ),
        ),
        ("foo\n", snapshot("")),
    ],
)
def test_a_mistake_is_named_at_its_place_with_what_to_do(text: str | bytes, expected: str) -> None:
    assert refused(text) == expected


def test_a_file_with_byte_order_mark_and_windows_line_ends_is_read() -> None:
    assert nodes("\ufeffa: b\r\nc: d\r\n") == snapshot("""\
1:1 mapping
  1:1 'a'
    1:4 'b'
  2:1 'c'
    2:4 'd'
""")


def test_a_file_that_nests_without_end_is_refused_at_once() -> None:
    before = time.monotonic()
    assert refused("[" * 100_000) == snapshot(
        "deck.yaml:1:25: error: the file goes beyond 24 levels [S106 too-much-yaml]: delete the brackets or the dashes that are too many\n"
    )
    assert time.monotonic() - before < 10


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refused(b"a: " + b"x" * 2_000_000) == snapshot(
        "deck.yaml:1:1: error: the file has more than 1,500,000 bytes, which is the most that deckgen reads [S103 file-too-large]: split the deck in two files\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"title: {'x' * 10_001}\n",
            snapshot(
                "deck.yaml:1:8: error: a text of 10,001 characters; deckgen takes up to 10,000 [S123 text-too-long]: say it in fewer words, or in several texts\n"
            ),
        ),
        (
            "keywords:\n" + "- x\n" * 501,
            snapshot(
                "deck.yaml:502:3: error: “keywords” has 501 items; deckgen takes up to 500 [S124 too-many-items]: no slide shows as many: make several\n"
            ),
        ),
        (
            "indicators:\n" + "".join(f"  i{number}: x\n" for number in range(2_501)),
            snapshot(
                "deck.yaml:2:3: error: “indicators” has 2,501 keys; deckgen takes up to 2,500 [S124 too-many-items]: make several decks of it\n"
            ),
        ),
        (
            "slides:\n" + "- x\n" * 2_001,
            snapshot(
                "deck.yaml:2002:3: error: the deck has 2,001 slides; deckgen takes up to 2,000 [S125 too-many-slides]: make several decks of it\n"
            ),
        ),
    ],
)
def test_what_is_longer_than_any_deck_needs_is_refused_at_its_place(text: str, expected: str) -> None:
    assert refused(text) == expected


def test_what_is_just_as_long_as_it_may_be_is_read() -> None:
    for text in (f"title: {'x' * 10_000}\n", "keywords:\n" + "- x\n" * 500, "slides:\n" + "- x\n" * 2_000):
        assert read(text.encode(), NAME)[1] == ()


def test_a_file_with_too_many_values_is_refused() -> None:
    assert refused("[" + "1," * 100_001 + "]") == snapshot(
        "deck.yaml:1:120000: error: the file goes beyond 60,000 values [S106 too-much-yaml]: split the file in two\n"
    )
