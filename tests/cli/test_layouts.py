"""`deckgen layouts` as a person meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen import plugins
from deckgen.cli import main
from deckgen.spec.base import SlideSpec
from deckgen.spec.manual import common_keys, manual
from tests.builders import EXAMPLES, mistakes, pages

LAYOUTS = plugins.vocabulary().layouts


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["layouts", *arguments])


def test_each_layout_is_listed_with_its_sentence_and_keys() -> None:
    told = run().stdout
    assert [line for line in told.splitlines() if line in LAYOUTS] == list(LAYOUTS)
    start = told.index("findings\n")
    assert told[start : told.index("\n\n", start) + 2] == snapshot("""\
findings
  Two to four findings or parts of the deck, numbered, side by side.
  title*  kicker  source  numbered*

""")
    assert told[told.index("Every slide") :] == snapshot("""\
Every slide also takes: id  layout  section  notes  allow  hidden  audience  overflow
A key with * must be there. More: deckgen layouts NAME
""")


def test_one_layout_is_told_in_full_with_an_example() -> None:
    assert run("findings").stdout == snapshot("""\
findings

Two to four findings or parts of the deck, numbered, side by side.

layout: may be left out where a slide has numbered.

Keys (* must be there)
  title*     the headline: the finding in one sentence
  kicker     a short heading over the headline, such as the part of the deck
  source     names of sources, besides those of the figures on the slide
  numbered*  the findings, in order; 2 to 4 of them

Keys of every slide
  id        a name for the slide, for yourself; it is not shown
  layout    the name of its layout; it may be left out
  section   the section that begins here, and holds until the next
  notes     what the speaker sees; each line is a paragraph
  allow     names of checks whose findings on this slide are meant
  hidden    true keeps the slide in the file, but does not show it
  audience  the audiences it is kept for; for everyone if left out
  overflow  what becomes of what does not fit: shrink, continue or error; as the deck says if left out

A whole deck with such a slide
  title: Safe ways to school
  organisation: Example Road Safety Council

  slides:
    - layout: findings
      kicker: Overview
      title: The count has three findings
      numbered:
        - More children **walk** than three years ago
        - text: Most schools now have a **safe crossing**
          section: Crossings
        - The **youngest** still need company

    - section: Crossings
      title: Crossings stand where children cross
      text: An illustration, with invented findings
""")


def test_a_layout_with_a_chart_says_what_charts_take() -> None:
    told = run("compare-bars").stdout
    assert told[told.index("chart is before-after") : told.index("Keys of every slide")] == snapshot("""\
chart is before-after, or takes
  kind       the name of the chart; the layout's usual one if left out
  native     true makes it a chart of PowerPoint's own, with its figures to edit
  direction  horizontal, or vertical: columns side by side, for up to 6 indicators

chart is count-bars, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

chart is dots, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

chart is dumbbell, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

chart is multiples, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

chart is share-bar, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

chart is stacked-shares, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

chart is trend, or takes
  kind    the name of the chart; the layout's usual one if left out
  native  true makes it a chart of PowerPoint's own, with its figures to edit

""")


def test_an_unknown_layout_is_wrong_usage_and_the_closest_is_named() -> None:
    result = run("finding")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == snapshot("Error: No layout is called “finding”: did you mean “findings”?")


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_example_of_each_layout_builds_and_shows_it(name: str, tmp_path: Path) -> None:
    example = manual(name, LAYOUTS[name]).example
    for image in EXAMPLES.glob("*.svg"):
        (tmp_path / image.name).write_bytes(image.read_bytes())
    assert f"layout: {name}" in example
    assert mistakes(example, tmp_path) == ""
    assert name in [page.layout[0] for page in pages(example).pages]


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_key_of_a_layout_is_described(name: str) -> None:
    told = manual(name, LAYOUTS[name])
    keys = [*told.keys, *common_keys(), *(key for _, below in told.below for key in below)]
    assert [key.name for key in keys if not key.description] == []
    assert {key.name for key in (*told.keys, *common_keys())} == {
        str(field.alias) for field in LAYOUTS[name].model_fields.values()
    }


def test_a_layout_without_an_example_is_told_without_one() -> None:
    class Bare(SlideSpec):
        """A title alone."""

    told = manual("bare", Bare)
    assert (told.sentence, told.example, [key.name for key in told.keys]) == ("A title alone.", "", ["title"])
