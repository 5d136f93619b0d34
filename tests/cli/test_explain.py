"""``deckgen explain`` as a user meets it."""

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen import plugins
from deckgen.cli import main


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


def test_what_no_check_is_called_is_wrong_usage() -> None:
    result = run("duplicate-titel")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == snapshot(
        "Error: No check is called “duplicate-titel”: did you mean “duplicate-title”? If not, run deckgen explain to list "
        "the checks; other codes say all there is in their message"
    )
    # What is told of a content file has a name as well, and is no check.
    assert "say all there is in their message" in run("unknown-key").stderr
