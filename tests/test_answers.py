"""What is known for good is asked once, and kept between builds; whatever becomes of it, the answer is the same."""

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from deckgen import store
from deckgen.resolve import locale
from deckgen.resolve.locale import Locale
from deckgen.source import words
from deckgen.store import Answers

DECK = """\
title: Ferries of the islands
date: 2026-11-26
indicators:
  late: {label: Late sailings, before: 1200, after: 2400}
slides:
  - title: Late sailings rose to {late.after}
    indicators: [late]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a cache that is not there yet."""
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def told(answers: Answers, question: str, answer: str) -> str:
    return answers.to(question, lambda: answer)


def test_an_answer_is_kept_for_the_next_build(folder: Path) -> None:
    first = Answers("ferries")
    assert told(first, "When?", "at noon") == "at noon"
    first._keep()
    assert told(Answers("ferries"), "When?", "never asked") == "at noon"
    assert told(Answers("trains"), "When?", "at one") == "at one"


@pytest.mark.parametrize("damaged", [b"", b"{}", b"no JSON"])
def test_what_is_damaged_is_asked_again(folder: Path, damaged: bytes) -> None:
    first = Answers("ferries")
    told(first, "When?", "at noon")
    first._keep()
    (kept,) = (folder / "ferries").iterdir()
    kept.write_bytes(damaged)
    assert told(Answers("ferries"), "When?", "at two") == "at two"


@pytest.mark.parametrize("told", ["[]", "{", '{"When?": 5}', '{"When?": ["at noon"]}', "[" * 100_000])
def test_what_others_wrote_there_is_asked_again(folder: Path, told: str) -> None:
    answers = Answers("ferries")
    answers._store.put({answers._name: told.encode()})
    assert answers.to("When?", lambda: "at two") == "at two"


@pytest.mark.parametrize("kind", ["sound", "locales", "widths", "words"])
@pytest.mark.parametrize("told", ["[]", "{", "5", "x", "nan", "../x"])
def test_whatever_stands_in_the_cache_a_deck_is_checked(folder: Path, tmp_path: Path, kind: str, told: str) -> None:
    deck = tmp_path / "ferries.yaml"
    deck.write_text(DECK)
    command = [sys.executable, "-m", "deckgen", "check", "--format", "concise", str(deck)]

    def checked() -> str:
        environment = os.environ | {"DECKGEN_CACHE": str(folder)}
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return f"{ran.returncode} {ran.stdout} {ran.stderr}"

    first = checked()
    for path in (folder / kind).iterdir():
        body = path.read_bytes()[32:]
        entry = told.encode()
        if told not in ("[]", "{") and isinstance(json.loads(body), dict):
            entry = json.dumps(dict.fromkeys(json.loads(body), json.loads(told) if told == "5" else told)).encode()
        path.write_bytes(sha256(path.stem.encode() + entry).digest() + entry)
    assert checked() == first


def test_of_too_many_answers_the_last_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_ANSWERS", 3)
    first = Answers("ferries")
    for number in range(3):
        told(first, f"old {number}", "then")
    first._keep()
    second = Answers("ferries")
    assert told(second, "old 0", "lost") == "then"
    told(second, "new", "now")
    second._keep()
    (kept,) = (folder / "ferries").iterdir()
    assert set(json.loads(kept.read_bytes()[32:])) == {"old 2", "old 0", "new"}


def test_without_a_folder_nothing_is_kept_and_all_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("DECKGEN_CACHE", str(blocked))
    first = Answers("ferries")
    told(first, "When?", "at noon")
    first._keep()
    assert told(Answers("ferries"), "When?", "at two") == "at two"


@pytest.mark.parametrize("tag", ["en-GB", "de-CH", "ru"])
def test_a_language_says_the_same_from_what_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch, tag: str) -> None:
    def said() -> list[object]:
        known = Locale.of(tag)
        assert known is not None
        return [
            known,
            known.decimal(Decimal("12345.60"), "#,##0.00"),
            known.percent(Decimal("0.385"), "#,##0.0"),
            known.money(Decimal("3.2"), "EUR", "#,##0.0"),
            known.day(date(2026, 7, 1)),
            known.plural(Decimal(2)),
            known.months_and_days(),
        ]

    monkeypatch.setattr(locale, "_ANSWERS", Answers("locales"))
    first = said()
    locale._ANSWERS._keep()
    monkeypatch.setattr(locale, "_ANSWERS", Answers("locales"))
    monkeypatch.setattr(locale, "_known", lambda tag: pytest.fail(f"{tag} was read again"))
    assert said() == first


def test_the_words_of_a_language_are_the_same_from_what_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = words._read("claims/fr.yaml")
    monkeypatch.setattr(words, "_parsed", lambda path: pytest.fail(f"{path} was read again"))
    assert words._read("claims/fr.yaml") == first


def test_a_second_build_reads_no_language_again(folder: Path, tmp_path: Path) -> None:
    deck, out = tmp_path / "ferries.yaml", tmp_path / "out"
    tell = (
        "import atexit, sys\nfrom pathlib import Path\nfrom deckgen import pipeline\n"
        "pipeline.build(Path(sys.argv[1]), Path(sys.argv[2]))\natexit._run_exitfuncs()\n"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'babel', 'pptx', 'matplotlib', 'typst'})"
    )

    def imported(text: str) -> set[str]:
        deck.write_text(text)
        ran = subprocess.run(
            [sys.executable, "-c", tell, str(deck), str(out)],
            env=os.environ | {"DECKGEN_CACHE": str(folder)},
            capture_output=True,
            text=True,
            check=True,
        )
        return set(ran.stdout.split())

    assert imported(DECK) >= {"babel", "matplotlib"}
    assert imported(DECK.replace("Ferries of", "The ferries of")) == set()
