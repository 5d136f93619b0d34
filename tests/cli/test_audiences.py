"""`--audience` of `deckgen build` and `deckgen check` as a person meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from deckgen.cli import main

PLAIN = "title: A deck\nslides: [{title: T, text: x}]\n"
DECK = """\
title: Schools
audiences: {press: {}, delegations: {}}
slides:
  - {title: For all, text: x}
  - {title: For the press, text: [x, {text: y, audience: delegations}], audience: [press, delegations]}
  - {title: For delegations, text: x, audience: delegations}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "schools.yaml").write_text(DECK)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def test_without_audience_the_deck_for_everyone_is_built_and_says_what_it_lacks(folder: Path) -> None:
    result = run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot("output/schools.pptx  1 slide, theme osce; 2 slides kept for others\n")


def test_each_audience_asked_for_has_a_file_and_a_line(folder: Path) -> None:
    expected = snapshot("""\
output/schools.press.pptx  2 slides, theme osce; 1 slide and 1 part kept for others
output/schools.delegations.pptx  3 slides, theme osce
""")
    for asked in (["all"], ["press,delegations"], ["press", "--audience", "delegations", "--audience", "press"]):
        result = run("build", "--audience", *asked)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == expected
    assert sorted(path.name for path in (folder / "output").iterdir()) == snapshot(
        ["schools.delegations.pptx", "schools.press.pptx"]
    )


def test_an_audience_that_no_deck_has_is_wrong_usage_and_nothing_is_written(folder: Path) -> None:
    for verb in ("build", "check"):
        result = run(verb, "--audience", "press", "--audience", "delegation")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines()[-1] == snapshot(
            "Error: No audience is called “delegation”: did you mean “delegations”?"
        )
    assert not (folder / "output").exists()


def test_audiences_of_a_deck_that_has_none_are_wrong_usage(folder: Path) -> None:
    (folder / "content" / "schools.yaml").write_text(PLAIN)
    for asked in ("all", "press"):
        result = run("build", "--audience", asked)
        assert (result.exit_code, result.stderr.splitlines()[-1]) == snapshot(
            (2, "Error: No deck has audiences: write them in a deck, under audiences:.")
        )


def test_of_several_decks_those_without_the_audience_are_left_out_with_a_word(folder: Path) -> None:
    (folder / "content" / "plain.yaml").write_text(PLAIN)
    (folder / "content" / "staff.yaml").write_text(f"audiences: staff\n{PLAIN}")
    result = run("build", "--audience", "press")
    assert result.exit_code == 0
    assert result.stdout == snapshot(
        "output/schools.press.pptx  2 slides, theme osce; 1 slide and 1 part kept for others\n"
    )
    assert result.stderr == snapshot("""\
content/plain.yaml: has no audiences, so nothing is made of it
content/staff.yaml: has no audience “press”, so nothing is made for it
""")


def test_two_decks_for_one_file_are_wrong_usage(folder: Path) -> None:
    (folder / "content" / "schools.press.yaml").write_text(PLAIN)
    assert run("build").exit_code == 0
    (folder / "content" / "schools.press.yaml").write_text(f"audiences: press\n{PLAIN}")
    assert run("build", "--audience", "press").exit_code == 0
    (folder / "other").mkdir()
    (folder / "other" / "schools.yaml").write_text(DECK)
    result = run("build", "content/schools.yaml", "other/schools.yaml", "--audience", "press")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == snapshot(
        (2, "Error: Two decks are called “schools.press”; one would overwrite the other.")
    )


def test_check_looks_at_the_deck_for_everyone_and_at_that_of_each_audience(folder: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot("""\
content/schools.yaml  1 slide, nothing to mend
content/schools.yaml for press  2 slides, nothing to mend
content/schools.yaml for delegations  3 slides, nothing to mend
""")
    assert run("check", "--audience", "press").stdout == snapshot(
        "content/schools.yaml for press  2 slides, nothing to mend\n"
    )
    (folder / "content" / "schools.yaml").write_text(
        "title: D\naudiences: x\nslides: [{title: T, text: x, audience: x}]"
    )
    assert run("check").stdout == snapshot("content/schools.yaml for x  1 slide, nothing to mend\n")


MISTAKEN = """\
title: Schools
audiences: {press: {}, delegations: {}}
slides:
  - {title: First, text: x, audience: press}
  - {title: "{nothing} counted", text: x}
  - {title: Alike, text: x}
  - {title: Alike, text: x}
  - {title: Third, text: "{never}", audience: delegations}
"""


def test_a_mistake_is_told_once_and_one_of_an_audience_alone_says_whose_it_is(folder: Path) -> None:
    (folder / "content" / "schools.yaml").write_text(MISTAKEN)
    result = run("check", "--format", "concise")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == snapshot("""\
content/schools.yaml:5:14: error: no indicator is called “nothing” [R301 unknown-indicator]: write it under indicators:, or {{ for a brace
content/schools.yaml:7:13: warning: slides 2 and 3 have one title: “Alike” [A501 duplicate-title]: say on each what it finds
content/schools.yaml: 1 error, 1 warning
content/schools.yaml for press: 1 error, 1 warning
content/schools.yaml:8:27: error: for delegations: no indicator is called “never” [R301 unknown-indicator]: write it under indicators:, or {{ for a brace
content/schools.yaml for delegations: 2 errors, 1 warning
""")
    told = json.loads(run("check", "--format", "json").stdout)["diagnostics"]
    assert [found["message"] for found in told] == snapshot(
        [
            "no indicator is called “nothing”",
            "slides 2 and 3 have one title: “Alike”",
            "for delegations: no indicator is called “never”",
        ]
    )


def test_a_deck_that_cannot_be_understood_is_told_once(folder: Path) -> None:
    (folder / "content" / "schools.yaml").write_text(DECK.replace("title: For all", "titel: For all"))
    expected = snapshot("""\
content/schools.yaml:4:5: error: the key “title” is missing [C202 missing-key]: add title:
content/schools.yaml:4:6: error: the key “titel” is not known here [C201 unknown-key]: did you mean “title”?
content/schools.yaml: 2 errors, nothing written
""")
    for asked in ("press", "all", "nobody"):
        if asked != "nobody":
            assert run("build", "--audience", asked, "--format", "concise").stderr == expected
        else:
            assert run("build", "--audience", asked).exit_code == 2


def test_one_audience_that_is_refused_does_not_keep_the_others(folder: Path) -> None:
    (folder / "content" / "schools.yaml").write_text(DECK.replace("press: {}", "press: {}, staff: {theme: nowhere}"))
    result = run("build", "--audience", "all", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout == snapshot("""\
output/schools.press.pptx  2 slides, theme osce; 1 slide and 1 part kept for others
output/schools.delegations.pptx  3 slides, theme osce
""")
    assert result.stderr == snapshot("""\
content/schools.yaml:2:39: error: for staff: no theme is called “nowhere” [T410 unknown-theme]: there is: osce, osce-dark, osce-print, plain
content/schools.yaml for staff: 1 error, nothing written
""")
