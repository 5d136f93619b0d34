"""Files that once made deckgen fail, or say what does not help: each is built or refused, with a place and a remedy."""

from pathlib import Path
from random import Random

from inline_snapshot import snapshot

from deckgen.diagnostics import Diagnostic, Severity
from tests.builders import EXAMPLES, told
from tests.fuzz.trial import Trial, tried
from tests.fuzz.workshop import Seed, workshop

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.yaml"))


def test_what_failed_once_is_built_or_refused_with_a_place() -> None:
    trials = {path.stem: _tried(path) for path in CORPUS}
    assert {name: trial.faults for name, trial in trials.items() if trial.faults} == {}
    assert [name for name, trial in trials.items() if trial.seconds > 5] == []
    assert {name: told(_mistakes(trial)[:1]).rpartition("/")[2] for name, trial in trials.items()} == snapshot(
        {
            "carriage-return-before-a-wrong-byte": "deck.yaml:4:1: error: the byte 0xfa is no UTF-8, perhaps it is Windows-1252 [S102 not-utf-8]: save the file with the encoding UTF-8\n",
            "dash-lost-between-two-items": "deck.yaml:6:8: error: an item of a list begins with -, and here is none [S141 missing-dash]: write it as an item: - Prosecutors\n",
            "half-a-character": "deck.yaml:3:5: error: no layout is named, and none follows from what the slide holds [C211 no-layout-fits]: name one of: agenda, bullets, closing, columns, compare-arrows, compare-bars, count-bars, cover, findings, image-and-text, multiples, section, sources, stat-and-bars, stat-dots, statement, table, text-and-actions, text-and-chart, timeline, trend, two-panels\n",
            "highlight-where-no-indicator-is-known": "deck.yaml:1:1: error: the key “title” is missing [C202 missing-key]: add title:\n",
            "hundreds-of-sections": "",
            "hundreds-of-unknown-references": "deck.yaml:304:29: error: no indicator is called “indicators-numbr-0” [R301 unknown-indicator]: did you mean “indicator-number-0”?\n",
            "key-with-a-cyrillic-letter": "deck.yaml:3:42: error: the key “vаlue” is not known here [C201 unknown-key]: did you mean “value”? the “а” in it is a Cyrillic letter\n",
            "merge-left-undone": "deck.yaml:4:1: error: two versions were merged here, and the merge was not finished [S140 merge-conflict]: keep one of the versions between the marks, and delete the marks\n",
            "section-of-a-finding-in-a-deck-without-sections": "deck.yaml:4:41: error: no section is called “Trends” [R306 unknown-section]: write section: on a slide\n",
            "slide-without-a-dash": "deck.yaml:3:3: error: the slides are a list, and no dash begins this slide [C212 no-slides]: write - before its first key: - title:\n",
            "space-that-is-the-end-of-a-line": "",
            "tab-before-the-first-item": "deck.yaml:5:1: error: the line begins with a tab [S113 tab-in-indentation]: put 6 spaces in place of it\n",
        }
    )


def _mistakes(trial: Trial) -> tuple[Diagnostic, ...]:
    """Return what keeps a deck from being built."""
    return tuple(one for one in trial.found if one.severity is Severity.ERROR)


def _tried(path: Path) -> Trial:
    with workshop(Seed(path.name, "", EXAMPLES), Random(0), plain=True) as place:
        return tried(path.read_bytes(), place)
