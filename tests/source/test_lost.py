"""Lines that lost the dash of an item, and those that a merge left behind."""

from pathlib import Path
from textwrap import dedent

import pytest
from inline_snapshot import snapshot

from deckgen.model.text import plain
from deckgen.typeset.frames import TextFrame
from tests.builders import mistakes, pages

HEAD = "title: D\nslides:\n  - title: A\n    bullets:\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "      - One\n      Two\n      - Three\n",
            snapshot(
                "deck.yaml:6:7: error: an item of a list begins with -, and here is none [S141 missing-dash]: write it as an item: - Two\n"
            ),
        ),
        (
            "      - One\n       Two\n      - Three\n",
            snapshot(
                "deck.yaml:6:8: error: an item of a list begins with -, and here is none [S141 missing-dash]: write it as an item: - Two\n"
            ),
        ),
        (
            "      One\n      - Two\n      - Three\n",
            snapshot(
                "deck.yaml:5:7: error: an item of a list begins with -, and here is none [S141 missing-dash]: write it as an item: - One\n"
            ),
        ),
        (
            "       One\n      - Two\n",
            snapshot(
                "deck.yaml:5:8: error: an item of a list begins with -, and here is none [S141 missing-dash]: write it as an item: - One\n"
            ),
        ),
        (
            "        One\n      - Two\n",
            snapshot(
                "deck.yaml:5:9: error: an item of a list begins with -, and here is none [S141 missing-dash]: write it as an item: - One\n"
            ),
        ),
        (
            "      - text: One\n        bullets:\n          - Below\n          Two: three\n",
            snapshot(
                "deck.yaml:8:11: error: a key stands among the items of a list [S101 not-yaml]: put “- ” before it, or indent it\n"
            ),
        ),
        (
            "\t- One\n      - Two\n",
            snapshot(
                "deck.yaml:5:1: error: the line begins with a tab [S113 tab-in-indentation]: put 6 spaces in place of it\n"
            ),
        ),
        (
            "      - One\n\t- Two\n      - Three\n",
            snapshot(
                "deck.yaml:6:1: error: the line begins with a tab [S113 tab-in-indentation]: put 6 spaces in place of it\n"
            ),
        ),
        (
            "      −  One\n      ●\tTwo\n      - Three\n",
            snapshot("""\
deck.yaml:5:7: error: an item of a list begins with -, not with − [S122 other-dash]: write - in place of −: - One
deck.yaml:6:7: error: an item of a list begins with -, not with ● [S122 other-dash]: write - in place of ●: - Two
"""),
        ),
    ],
)
def test_a_line_among_items_is_one_of_them(lines: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(HEAD + lines, tmp_path) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "      - One that goes on\n        in the next line\n      - Two\n",
            ["One that goes on in the next line", "Two"],
        ),
        (
            '      - "One that goes on\n       in the next line"\n      - Two\n',
            ["One that goes on in the next line", "Two"],
        ),
        ("      - text: One\n        bullets:\n        - Below\n      - Two\n", ["One", "Below", "Two"]),
    ],
)
def test_a_text_that_goes_on_is_one_item(lines: str, expected: list[str]) -> None:
    body = next(frame for frame in pages(HEAD + lines).pages[0].frames if frame.name == "body")
    assert isinstance(body, TextFrame)
    assert [plain(paragraph.source.runs) for paragraph in body.paragraphs] == expected


def test_the_marks_of_a_merge_are_named_where_they_stand(tmp_path: Path) -> None:
    deck = """\
        title: D
        slides:
          - title: A
        <<<<<<< HEAD
            text: One
        ||||||| before
        =======
            lead: Two
        >>>>>>> figures of June
          - title: B
            text: ======= is no mark here
        """
    assert mistakes(dedent(deck), tmp_path) == snapshot(
        "deck.yaml:4:1: error: two versions were merged here, and the merge was not finished [S140 merge-conflict]: keep one of the versions between the marks, and delete the marks\n"
    )


@pytest.mark.parametrize(
    ("slides", "expected"),
    [
        (
            "  layout: cover\n",
            snapshot(
                "deck.yaml:3:3: error: the slides are a list, and no dash begins this slide [C212 no-slides]: write - before its first key: - layout:\n"
            ),
        ),
        (
            "  title: A\n  text: B\n",
            snapshot(
                "deck.yaml:3:3: error: the slides are a list, and no dash begins this slide [C212 no-slides]: write - before its first key: - title:\n"
            ),
        ),
        (
            "  − layout: cover\n",
            snapshot(
                "deck.yaml:3:3: error: an item of a list begins with -, not with − [S122 other-dash]: write - in place of −: - layout: cover\n"
            ),
        ),
    ],
)
def test_a_slide_without_a_dash_is_told_at_its_first_key(slides: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(f"title: D\nslides:\n{slides}", tmp_path) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "      - Police\n        Prosecutors\n      - Judges\n",
            snapshot(
                "deck.yaml:6:9: advice: this line goes on with the item above; it is no item of its own [S142 joined-items]: if it is one, write it as one: - Prosecutors\n"
            ),
        ),
        ("      - Police and all those who are trained by the police, as the\n        OSCE asks\n", snapshot("")),
        (
            "      - Police and\n        Prosecutors\n",
            snapshot(
                "deck.yaml:6:9: advice: this line goes on with the item above; it is no item of its own [S142 joined-items]: if it is one, write it as one: - Prosecutors\n"
            ),
        ),
        ("      - Police\n        and prosecutors\n", snapshot("")),
        ("      - Police,\n        Prosecutors\n", snapshot("")),
        ('      - "Police\n        Prosecutors"\n', snapshot("")),
    ],
)
def test_an_item_that_goes_on_as_another_would_begin_is_asked_about(lines: str, expected: str, tmp_path: Path) -> None:
    assert mistakes(HEAD + lines, tmp_path, of="joined-items") == expected


def test_what_follows_from_a_line_that_cannot_be_read_is_not_told(tmp_path: Path) -> None:
    deck = "title: D\nindicators:\n  a:\n    label: A\n    value 5%\nslides:\n  - {title: T, indicators: [a]}\n"
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:5:5: error: the line is neither “key: text” nor an item of a list [S101 not-yaml]: indent the line so that the text above goes on in it, or write its key\n"
    )
