"""``deckgen explain`` as a user meets it."""

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen import plugins
from deckgen.cli import main
from deckgen.cli.codes import codes
from tests.builders import ROOT
from tests.contracts.test_everything_found import codes_in


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("asked", ["A501", "a501", "duplicate-title"])
def test_a_check_is_explained_by_its_code_or_its_name(asked: str) -> None:
    assert run(asked).stdout == snapshot("""\
A501 duplicate-title (warning)

Two slides with the same title.

What it finds
  A title that an earlier slide has, letter for letter.

Why it matters
  Titles are how a reader who cannot see the slides finds their way, and how anyone asks for “the slide on …”.

Example
  Two slides called “Legislation”.

Instead
  Say on each slide what it finds.

If it is meant: allow: [duplicate-title] on the slide, or at the top of the deck.
""")


def test_without_a_code_all_checks_are_listed() -> None:
    lines = run().stdout.splitlines()
    assert [line.split()[:2] for line in lines] == sorted([one.code, one.name] for one in plugins.checks())


def test_what_nothing_is_called_is_wrong_usage() -> None:
    result = run("duplicate-titel")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == snapshot(
        "Error: Nothing is called “duplicate-titel”: did you mean “duplicate-title”? If not, run deckgen explain to list the checks"
    )


@pytest.mark.parametrize("asked", ["R316", "section-begun-twice"])
def test_what_no_check_finds_is_explained_as_well(asked: str) -> None:
    assert run(asked).stdout == snapshot("""\
R316 section-begun-twice

A section begins again after another one: a section is one run of slides.

Instead
  Give it another name, or move the slide to the others of its section.
""")


def test_every_code_that_is_told_is_explained() -> None:
    pairs = {pair for path in (ROOT / "deckgen").rglob("*.py") for pair in codes_in(path)}
    checks = {(one.code, one.name) for one in plugins.checks()}
    assert sorted((one.code, one.name) for one in codes()) == sorted(pairs - checks)
    for one in codes():
        assert one.sentence.endswith(".")
        assert one.remedy.endswith(".")
