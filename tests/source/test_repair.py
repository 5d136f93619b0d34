"""Texts typed without knowing YAML: each mistake told with the line it should have been, the rest read."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen import pipeline
from deckgen.source.nodes import Mapping, Node, Sequence
from deckgen.source.yaml import read
from tests.builders import CONTENT, NAME, mistakes, told


def written(node: Node | None) -> object:
    """Return nodes without their places."""
    if isinstance(node, Mapping):
        return {key.text: written(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [written(item) for item in node.items]
    return node.text if node else None


def outcome(text: str) -> str:
    node, found = read(text.encode(), NAME)
    return f"{told(found)}{written(node)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "title: {sham-marriage} of 57\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with { needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "{sham-marriage} of 57"
{'title': '{sham-marriage} of 57', 'lead': 'next'}\
"""),
            id="text that begins with a reference",
        ),
        pytest.param(
            "title: [sic] the States\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with [ needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "[sic] the States"
{'title': '[sic] the States', 'lead': 'next'}\
"""),
            id="text that begins with brackets",
        ),
        pytest.param(
            "bullets:\n  - **Bold** text\n  - next\n",
            snapshot("""\
deck.yaml:2:5: error: a text that begins with * needs quotation marks [S105 sign-at-start]: put the text in quotation marks: - "**Bold** text"
{'bullets': ['**Bold** text', 'next']}\
"""),
            id="item in bold",
        ),
        pytest.param(
            "title: & more\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with & needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "& more"
{'title': '& more', 'lead': 'next'}\
"""),
            id="text that begins with &",
        ),
        pytest.param(
            "title: ! Attention\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with ! needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "! Attention"
{'title': '! Attention', 'lead': 'next'}\
"""),
            id="text that begins with !",
        ),
        pytest.param(
            "title: % of States\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with % needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "% of States"
{'title': '% of States', 'lead': 'next'}\
"""),
            id="text that begins with %",
        ),
        pytest.param(
            "title: @osce\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with @ needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "@osce"
{'title': '@osce', 'lead': 'next'}\
"""),
            id="text that begins with @",
        ),
        pytest.param(
            "title: `code` here\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with ` needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "`code` here"
{'title': '`code` here', 'lead': 'next'}\
"""),
            id="text that begins with `",
        ),
        pytest.param(
            "title: > 50 States\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with > needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "> 50 States"
{'title': '> 50 States', 'lead': 'next'}\
"""),
            id="text that begins with >",
        ),
        pytest.param(
            "title: | a bar\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with | needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "| a bar"
{'title': '| a bar', 'lead': 'next'}\
"""),
            id="text that begins with |",
        ),
        pytest.param(
            "title: # of countries\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: nothing but a comment stands here; a text that begins with # needs quotation marks [S118 hash-in-text]: put the text in quotation marks: title: "# of countries"
{'title': '# of countries', 'lead': 'next'}\
"""),
            id="key with # only",
        ),
        pytest.param(
            "bullets:\n  - # of countries\n  - next\n",
            snapshot("""\
deck.yaml:2:5: error: nothing but a comment stands here; a text that begins with # needs quotation marks [S118 hash-in-text]: put the text in quotation marks: - "# of countries"
{'bullets': ['# of countries', 'next']}\
"""),
            id="item with # only",
        ),
        pytest.param(
            'title: "Forced begging" rises\nlead: next\n',
            snapshot("""\
deck.yaml:1:8: error: the text goes on after its quotation marks [S116 text-after-quotes]: put the text in quotation marks as a whole: title: "\\"Forced begging\\" rises"
{'title': '"Forced begging" rises', 'lead': 'next'}\
"""),
            id="text after a quotation",
        ),
        pytest.param(
            "title: Trafficking: what is new\nlead: next\n",
            snapshot("""\
deck.yaml:1:19: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: title: "Trafficking: what is new"
{'title': 'Trafficking: what is new', 'lead': 'next'}\
"""),
            id="colon in a text",
        ),
        pytest.param(
            "title: What is new:\nlead: next\n",
            snapshot("""\
deck.yaml:1:19: error: a text that ends with a colon needs quotation marks [S111 colon-in-text]: put the text in quotation marks: title: "What is new:"
{'title': 'What is new:', 'lead': 'next'}\
"""),
            id="colon at the end",
        ),
        pytest.param(
            "bullets:\n  - Barriers: many: too many\n  - next\n",
            snapshot("""\
deck.yaml:2:19: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: - "Barriers: many: too many"
{'bullets': ['Barriers: many: too many', 'next']}\
"""),
            id="two colons in an item",
        ),
        pytest.param(
            "lead: A text\n  in two lines: both short\ntitle: next\n",
            snapshot("""\
deck.yaml:2:15: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: lead: "A text in two lines: both short"
{'lead': 'A text in two lines: both short', 'title': 'next'}\
"""),
            id="colon in the second line of a text",
        ),
        pytest.param(
            'title: "Open\nlead: next\n',
            snapshot("""\
deck.yaml:1:8: error: the " that is opened here is never closed [S115 never-closed]: close it: title: "Open"
{'title': 'Open', 'lead': 'next'}\
"""),
            id="quotation never closed",
        ),
        pytest.param(
            "title: '90s and after\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: the ' that is opened here is never closed [S115 never-closed]: close it: title: "'90s and after"
{'title': "'90s and after", 'lead': 'next'}\
"""),
            id="apostrophe at the start",
        ),
        pytest.param(
            'image: "C:\\pictures\\map.png"\nlead: next\n',
            snapshot("""\
deck.yaml:1:11: error: a \\ between quotation marks must stand twice [S121 unknown-escape]: write it twice: image: "C:\\\\pictures\\\\map.png"
{'image': 'C:\\\\pictures\\\\map.png', 'lead': 'next'}\
"""),
            id="backslash between quotation marks",
        ),
        pytest.param(
            "lead: A text\n  - an item\ntitle: next\n",
            snapshot("""\
deck.yaml:2:3: error: a line that begins with “- ” goes on with the text above, it is no item [S112 dash-in-text]: put the text in quotation marks: lead: "A text - an item"
{'lead': 'A text - an item', 'title': 'next'}\
"""),
            id="dash in the second line of a text",
        ),
        pytest.param(
            "bullets:\n  - A text\n    - an item\n  - next\n",
            snapshot("""\
deck.yaml:3:5: error: a line that begins with “- ” goes on with the text above, it is no item [S112 dash-in-text]: write “- text:” above and “bullets:” before items below it, or put the text in quotation marks: - "A text - an item"
{'bullets': ['A text - an item', 'next']}\
"""),
            id="dash below an item",
        ),
        pytest.param(
            "slides:\n  - title: A\n\ttext: b\n  - title: next\n",
            snapshot("""\
deck.yaml:3:1: error: the line begins with a tab [S113 tab-in-indentation]: put 4 spaces in place of it
{'slides': [{'title': 'A', 'text': 'b'}, {'title': 'next'}]}\
"""),
            id="tab for spaces",
        ),
        pytest.param(
            "notes: |\n  one\n\ttwo\ntitle: next\n",
            snapshot("""\
deck.yaml:3:1: error: the line begins with a tab [S113 tab-in-indentation]: put 2 spaces in place of it
{'notes': 'one\\ntwo\\n', 'title': 'next'}\
"""),
            id="tab in a block",
        ),
        pytest.param(
            "title:A deck\nlead: next\n",
            snapshot("""\
deck.yaml:1:6: error: a space is missing after the colon of a key [S117 missing-space]: put a space there: title: A deck
{'title': 'A deck', 'lead': 'next'}\
"""),
            id="key without space",
        ),
        pytest.param(
            "slides:\n  - title:A\n    text: b\n  - title: next\n",
            snapshot("""\
deck.yaml:2:10: error: a space is missing after the colon of a key [S117 missing-space]: put a space there: - title: A
{'slides': [{'title': 'A', 'text': 'b'}, {'title': 'next'}]}\
"""),
            id="key of an item without space",
        ),
        pytest.param(
            "a:\n  before:23%\n  after:39%\nlead: next\n",
            snapshot("""\
deck.yaml:2:9: error: a space is missing after the colon of a key [S117 missing-space]: put a space there: before: 23%
deck.yaml:3:8: error: a space is missing after the colon of a key [S117 missing-space]: put a space there: after: 39%
{'a': {'before': '23%', 'after': '39%'}, 'lead': 'next'}\
"""),
            id="figures without space",
        ),
        pytest.param(
            "bullets:\n  -one\n  -two\nlead: next\n",
            snapshot("""\
deck.yaml:2:3: error: a space is missing after the dash of an item [S117 missing-space]: put a space there: - one
deck.yaml:3:3: error: a space is missing after the dash of an item [S117 missing-space]: put a space there: - two
{'bullets': ['one', 'two'], 'lead': 'next'}\
"""),
            id="items without space",
        ),
        pytest.param(
            "bullets:\n  - one\n  -two\nlead: next\n",
            snapshot("""\
deck.yaml:3:3: error: a space is missing after the dash of an item [S117 missing-space]: put a space there: - two
{'bullets': ['one', 'two'], 'lead': 'next'}\
"""),
            id="second item without space",
        ),
        pytest.param(
            "lead: States # of all\n  that answered\ntitle: next\n",
            snapshot("""\
deck.yaml:1:14: error: the text goes on after a comment; a text that holds # needs quotation marks [S118 hash-in-text]: put the text in quotation marks: lead: "States # of all that answered"
{'lead': 'States # of all that answered', 'title': 'next'}\
"""),
            id="text with a comment in its middle",
        ),
        pytest.param(
            "title: “What: now”\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: “ and ” do not hold a text together, as " does [S119 smart-quotes]: put the text in quotation marks: title: "What: now"
{'title': 'What: now', 'lead': 'next'}\
"""),
            id="curved quotation marks around a colon",
        ),
        pytest.param(
            "title: “Number # of”\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: “ and ” do not hold a text together, as " does [S119 smart-quotes]: put the text in quotation marks: title: "Number # of"
{'title': 'Number # of', 'lead': 'next'}\
"""),
            id="curved quotation marks around #",
        ),
        pytest.param(
            "bullets: [“one, two”, three]\nlead: next\n",
            snapshot("""\
deck.yaml:1:11: error: “ and ” do not hold a text together, as " does [S119 smart-quotes]: put the text in quotation marks: bullets: ["“one, two”", three]
{'bullets': ['“one, two”', 'three'], 'lead': 'next'}\
"""),
            id="curved quotation marks in a list",
        ),
        pytest.param(
            "slides:\n  - title: A\n   text: b\n  - title: next\n",
            snapshot("""\
deck.yaml:3:4: error: the line does not stand in one column with its neighbours [S114 wrong-indentation]: let it begin in column 5, as line 2 does
{'slides': [{'title': 'A', 'text': 'b'}, {'title': 'next'}]}\
"""),
            id="line too far left",
        ),
        pytest.param(
            "title: A\n  lead: b\ntext: next\n",
            snapshot("""\
deck.yaml:2:3: error: the line does not stand in one column with its neighbours [S114 wrong-indentation]: let it begin in column 1, as line 1 does
{'title': 'A', 'lead': 'b', 'text': 'next'}\
"""),
            id="line too far right",
        ),
        pytest.param(
            "bullets:\n  - one\n   - two\n  - next\n",
            snapshot("""\
deck.yaml:3:4: error: the line does not stand in one column with its neighbours [S114 wrong-indentation]: let it begin in column 3, as line 2 does
{'bullets': ['one', 'two', 'next']}\
"""),
            id="item too far right",
        ),
        pytest.param(
            "title: A\nand so on\nlead: next\n",
            snapshot("""\
deck.yaml:2:1: error: the line is neither “key: text” nor an item of a list [S101 not-yaml]: indent the line so that the text above goes on in it, or write its key
{'title': 'A', 'lead': 'next'}\
"""),
            id="line without key",
        ),
        pytest.param(
            "bullets: [**one**, two, {x} of 57]\nlead: next\n",
            snapshot("""\
deck.yaml:1:11: error: a text that begins with * needs quotation marks [S105 sign-at-start]: put the text in quotation marks: bullets: ["**one**", two, "{x} of 57"]
deck.yaml:1:25: error: a text that begins with { needs quotation marks [S105 sign-at-start]: put the text in quotation marks: bullets: ["**one**", two, "{x} of 57"]
{'bullets': ['**one**', 'two', '{x} of 57'], 'lead': 'next'}\
"""),
            id="bold in a list",
        ),
        pytest.param(
            "a: {label: One: two, value: 3}\nlead: next\n",
            snapshot("""\
deck.yaml:1:15: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: a: {label: "One: two", value: 3}
{'a': {'label': 'One: two', 'value': '3'}, 'lead': 'next'}\
"""),
            id="colon in a mapping in brackets",
        ),
        pytest.param(
            "indicators: [a, b\nlead: next\n",
            snapshot("""\
deck.yaml:1:13: error: the [ that is opened here is never closed [S115 never-closed]: close it: indicators: [a, b]
{'indicators': ['a', 'b'], 'lead': 'next'}\
"""),
            id="bracket never closed",
        ),
        pytest.param(
            "indicators: [a,\n  b\nlead: next\n",
            snapshot("""\
deck.yaml:1:13: error: the [ that is opened here is never closed [S115 never-closed]: close it: indicators: [a, b]
{'indicators': ['a', 'b'], 'lead': 'next'}\
"""),
            id="brackets over lines never closed",
        ),
        pytest.param(
            "title: A\n---\nlead: next\n",
            snapshot("""\
deck.yaml:2:1: error: a second document begins here [S107 second-document]: delete the line ---
{'title': 'A', 'lead': 'next'}\
"""),
            id="second document",
        ),
        pytest.param(
            "title: A\n- item\nlead: next\n",
            snapshot("""\
deck.yaml:2:1: error: an item stands among keys [S101 not-yaml]: indent it and write its key above it
{'title': 'A', 'lead': 'next'}\
"""),
            id="item among keys",
        ),
        pytest.param(
            "notes: - said\nlead: next\n",
            snapshot("""\
deck.yaml:1:8: error: a text that begins with - needs quotation marks [S105 sign-at-start]: put the text in quotation marks: notes: "- said"
{'notes': '- said', 'lead': 'next'}\
"""),
            id="key with a dash",
        ),
        pytest.param(
            "slides:\n  - title: A\n  text: b\n",
            snapshot("""\
deck.yaml:3:3: error: a key stands among the items of a list [S101 not-yaml]: put “- ” before it, or indent it
{'slides': [{'title': 'A'}]}\
"""),
            id="key among items",
        ),
        pytest.param(
            "a: {label:One, value: 3}\n",
            snapshot("{'a': {'label:One': '', 'value': '3'}}"),
            id="key in brackets without space",
        ),
        pytest.param(
            "slides:\n  - title: A\n   lead: y\n    notes: z\n",
            snapshot("""\
deck.yaml:3:4: error: the line does not stand in one column with its neighbours [S114 wrong-indentation]: let it begin in column 5, as line 2 does
{'slides': [{'title': 'A', 'lead': 'y', 'notes': 'z'}]}\
"""),
            id="line too far left before one that stands well",
        ),
        pytest.param(
            "%YAML 1.1\n---\ntitle: A\n",
            snapshot("""\
deck.yaml:1:1: error: the line is neither “key: text” nor an item of a list [S101 not-yaml]: delete the line, or write its key
{'title': 'A'}\
"""),
            id="directive",
        ),
        pytest.param(
            "```yaml\ntitle: A\n```\n",
            snapshot("""\
deck.yaml:1:1: error: the line is neither “key: text” nor an item of a list [S101 not-yaml]: delete the line, or write its key
deck.yaml:3:1: error: the line is neither “key: text” nor an item of a list [S101 not-yaml]: indent the line so that the text above goes on in it, or write its key
{'title': 'A'}\
"""),
            id="fence",
        ),
        pytest.param(
            "slides:\n  - title = A\n    text: x\n",
            snapshot("""\
deck.yaml:2:5: error: keys go on below this text, but it has none [S101 not-yaml]: write a key before it, such as - text: title = A
{'slides': [{'text': 'x'}]}\
"""),
            id="item without key",
        ),
        pytest.param(
            "bullets:\n  - one\n    bullets: [x: y: z]\n",
            snapshot("""\
deck.yaml:2:5: error: keys go on below this text, but it has none [S101 not-yaml]: write a key before it, such as - text: one
deck.yaml:3:16: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: bullets: ["x: y: z"]
{'bullets': [{'text': 'one', 'bullets': ['x: y: z']}]}\
"""),
            id="item with items below, without key",
        ),
        pytest.param(
            "bullets:\n  – one\n  • two\n  * **three**\n",
            snapshot("""\
deck.yaml:2:3: error: an item of a list begins with -, not with – [S122 other-dash]: write - in place of –: - one
deck.yaml:3:3: error: an item of a list begins with -, not with • [S122 other-dash]: write - in place of •: - two
deck.yaml:4:3: error: an item of a list begins with -, not with * [S122 other-dash]: write - in place of *: - **three**
deck.yaml:4:5: error: a text that begins with * needs quotation marks [S105 sign-at-start]: put the text in quotation marks: - "**three**"
{'bullets': ['one', 'two', '**three**']}\
"""),
            id="other dashes",
        ),
        pytest.param(
            "-\ttitle: A\n",
            snapshot("""\
deck.yaml:1:1: error: a space is missing after the dash of an item [S117 missing-space]: put a space there: - title: A
[{'title': 'A'}]\
"""),
            id="tab after a dash",
        ),
        pytest.param(
            "lead: >\n    one\n   two\ntitle: next\n",
            snapshot("""\
deck.yaml:3:4: error: the line does not stand in one column with its neighbours [S114 wrong-indentation]: let it begin in column 5, as line 2 does
{'lead': 'one two\\n', 'title': 'next'}\
"""),
            id="line of a block too far left",
        ),
        pytest.param(
            'title: He said: "no"\nlead: next\n',
            snapshot("""\
deck.yaml:1:15: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: title: "He said: \\"no\\""
{'title': 'He said: "no"', 'lead': 'next'}\
"""),
            id="quotation in a text with a colon",
        ),
    ],
)
def test_a_mistake_is_told_with_the_corrected_line_and_the_rest_is_read(text: str, expected: str) -> None:
    assert outcome(text) == expected


SOUND = """\
# a comment
title: Rates & shares, 12:30, a-b, c#d, http://osce.org/a:b {x} [y] *z* “q” # a comment
lead: two lines
  of one text - here -and there

  and a third   # a comment
"quoted key": 'it''s'
'key': "with \\"quotes\\" and: colon"
slides: # the slides
- # the cover
  layout: cover
-   layout: bullets
    bullets: # texts
    - one
    -
      two
    - - nested
      - list
    - key: value
      other: "two
        lines: of text"
    - -5%
"""


def test_what_goes_on_below_a_line_that_is_moved_belongs_to_it() -> None:
    text = "title: A\nslides:\n-   - title: B\n    text: C\n  notes: D\n  - title: E\n    ? text: F\n"
    assert "'notes': 'D - title: E ? text: F'" in outcome(text)


def test_a_sound_file_is_read_as_it_stands() -> None:
    assert outcome(SOUND) == snapshot(
        "{'title': 'Rates & shares, 12:30, a-b, c#d, http://osce.org/a:b {x} [y] *z* “q”', 'lead': 'two lines of one text - here -and there\\nand a third', 'quoted key': \"it's\", 'key': 'with \"quotes\" and: colon', 'slides': [{'layout': 'cover'}, {'layout': 'bullets', 'bullets': ['one', 'two', ['nested', 'list'], {'key': 'value', 'other': 'two lines: of text'}, '-5%']}]}"
    )


def test_flows_and_blocks_over_lines_are_read_as_they_stand() -> None:
    text = """\
a: [one, 'two, three',
  "four: five", # six
  {seven: eight},
]
b: {
  c: d, e: [f, g]
}
h: |
  i: j: k
    - *l*
\t
  - m

n: >-
  {o} p
q:
- |2
    r
- s
"""
    assert outcome(text) == snapshot(
        "{'a': ['one', 'two, three', 'four: five', {'seven': 'eight'}], 'b': {'c': 'd', 'e': ['f', 'g']}, 'h': 'i: j: k\\n  - *l*\\n\\n- m\\n', 'n': '{o} p', 'q': ['  r\\n', 's']}"
    )


TEN = """\
title: Trafficking: what States say
auhtor: somebody
indicators:
  begging: {label: **Forced** begging, value: 59%}
  marriage:
    label: Sham marriage
    value: many
slides:
  - layout: bulets
    title: T
  - title: {begging} of States
    bullets:
      - # of countries
      - [a, list]
  - layout: bullets
    title:Quoted
    bullets: [x]
  - layout: findings
    title: Four
    numbered: [one]
"""


def test_five_mistakes_of_yaml_and_five_of_content_are_told_in_order(tmp_path: Path) -> None:
    assert mistakes(TEN, tmp_path) == snapshot("""\
deck.yaml:1:19: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: title: "Trafficking: what States say"
deck.yaml:2:1: error: the key “auhtor” is not known here [C201 unknown-key]: did you mean “author”?
deck.yaml:4:20: error: a text that begins with * needs quotation marks [S105 sign-at-start]: put the text in quotation marks: begging: {label: "**Forced** begging", value: 59%}
deck.yaml:7:12: error: a figure is expected here, found “many” [C207 not-a-figure]: write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn
deck.yaml:9:13: error: no layout is called “bulets” [C210 unknown-layout]: did you mean “bullets”?
deck.yaml:11:12: error: a text that begins with { needs quotation marks [S105 sign-at-start]: put the text in quotation marks: - title: "{begging} of States"
deck.yaml:13:9: error: nothing but a comment stands here; a text that begins with # needs quotation marks [S118 hash-in-text]: put the text in quotation marks: - "# of countries"
deck.yaml:14:9: error: a text is expected here, found a list [C203 not-a-text]: write one text
deck.yaml:16:10: error: a space is missing after the colon of a key [S117 missing-space]: put a space there: title: Quoted
deck.yaml:20:15: error: at least 2 items are expected here, found 1 [C216 wrong-count]: add or take away items
""")


def test_nothing_is_written_where_a_line_was_repaired(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("title: A deck: one\nslides:\n  - layout: cover\n")
    built = pipeline.build(path, tmp_path / "output")
    assert built.outputs == ()
    assert not (tmp_path / "output").exists()
    assert told(built.diagnostics).replace(f"{tmp_path}/", "") == snapshot(
        'deck.yaml:1:14: error: a text with a colon and a space needs quotation marks [S111 colon-in-text]: put the text in quotation marks: title: "A deck: one"\n'
    )


def test_a_reference_in_a_repaired_text_is_told_at_its_own_place(tmp_path: Path) -> None:
    text = "title: A deck\nslides:\n  - layout: bullets\n    title: {a} and {b}\n    text: x\n"
    assert mistakes(text, tmp_path) == snapshot("""\
deck.yaml:4:12: error: no indicator is called “a” [R301 unknown-indicator]: write it under indicators:, or {{ for a brace
deck.yaml:4:12: error: a text that begins with { needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "{a} and {b}"
deck.yaml:4:20: error: no indicator is called “b” [R301 unknown-indicator]: write it under indicators:, or {{ for a brace
""")


def test_after_fifty_mistakes_no_more_are_looked_for() -> None:
    found = read(b"bullets:\n" + b"  - *a\n" * 60, NAME)[1]
    assert len(found) == 51
    assert told(found[-1:]) == snapshot(
        "deck.yaml:52:5: error: more than 50 lines cannot be read; from here on none is looked at [S120 too-many-mistakes]: correct the lines above first\n"
    )


def test_a_key_without_space_is_told_where_nothing_else_shows_that_it_is_one(tmp_path: Path) -> None:
    assert mistakes("title: A deck\nslides:\n  - layout:cover\n", tmp_path) == snapshot(
        "deck.yaml:3:5: error: keys with their values are expected here [C205 not-a-mapping]: put a space after the colon: layout: cover\n"
    )


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "- " * 50_000, "a: " * 50_000, "a: {b\n" * 20_000, '"' * 50_001, "a: '" * 20_001, "\t- \n" * 20_000,
     "a" + " " * 100_000 + "b", "a: 'b\n" * 20_000, "".join(" " * n + "- 'b\n" for n in range(1_000)),
     "a:\n" + "%\n" * 20_000, "- a: b\n" * 2_000 + "}\n" * 2_000],
    ids=range(12),
)  # fmt: skip
def test_no_file_takes_long(text: str) -> None:
    before = time.process_time()
    node, found = read(text.encode(), NAME)
    assert node or found
    assert time.process_time() - before < 2


TEXTS = st.text("ab1 -:#,.[]{}&*!|>'\"%@`“\\?~\n", max_size=12)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "as-of", "Two words", "a: b", "57"]), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), VALUES, min_size=1), st.sampled_from([True, False, None]))
def test_what_a_yaml_writer_writes_is_read_without_complaint(value: dict[str, object], flow: bool | None) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, width=10_000, allow_unicode=True)
    node, found = read(text.encode(), NAME)
    assert not found, f"{text}{told(found)}"
    assert written(node) == value


LINES = CONTENT.read_text().split("\n")
EDITS = st.lists(
    st.tuples(
        st.integers(0, len(LINES) - 1),
        st.integers(0, 60),
        st.integers(0, 3),
        st.text("{}[]*&!%@`>|#\"':- \t\n,?“”\\a1é\x85\u2028\ufeff\x07", max_size=4),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=150, deadline=3_000)
@given(EDITS)
def test_any_edit_of_a_sound_deck_ends_in_nodes_or_in_mistakes_with_a_place(
    edits: list[tuple[int, int, int, str]],
) -> None:
    lines = list(LINES)
    for line, column, length, text in edits:
        lines[line] = lines[line][:column] + text + lines[line][column + length :]
    whole = "\n".join(lines)
    node, found = read(whole.encode(), NAME)
    assert node or found
    given_lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in found:
        span = diagnostic.span
        assert 1 <= span.line <= span.end_line <= len(given_lines)
        assert 1 <= span.column <= len(given_lines[span.line - 1]) + 1
