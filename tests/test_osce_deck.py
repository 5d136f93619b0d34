"""Our first deck: every sentence and figure of the briefing, once, and the same bytes every time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from deckgen import pipeline
from tests.builders import CONTENT, ROOT, pages, theme
from tests.writers.package import Package, problems

SENTENCES = (ROOT / "tests" / "decks" / "osce-survey" / "sentences.txt").read_text().strip().split("\n")


def built(text: str) -> Package:
    return Package(pipeline.presentation(pages(text), theme()))


@pytest.fixture(scope="module")
def package() -> Package:
    return built(CONTENT.read_text())


def words_of(package: Package) -> str:
    names = [name for name in package.parts if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name)]
    return "\n".join(package.text_of(name) for name in names)


def test_the_deck_has_nothing_to_tell_and_eleven_slides() -> None:
    made, _, found = pipeline.pages_of(CONTENT)
    assert found == ()
    assert made is not None
    assert len(made.pages) == 11


def test_the_file_is_sound(package: Package, tmp_path: Path) -> None:
    assert list(problems(package)) == []
    file = tmp_path / "deck.pptx"
    file.write_bytes(package.raw)
    assert validate_pptx(file).errors == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_of_the_briefing_stands_on_a_slide_or_in_its_notes(package: Package, sentence: str) -> None:
    assert sentence in words_of(package)


def test_every_figure_is_written_once() -> None:
    text = CONTENT.read_text()
    figures, slides = text.split("\nslides:\n")
    assert not re.findall(r"\d+\s?%", slides)
    numbers = re.findall(r"(?:value|before|after|unconfirmed): (\d+%?)", figures)
    counts = {number for number in numbers if not number.endswith("%")}
    for number in sorted(counts - {"2", "8", "9", "7"}):
        assert not re.search(rf"\b{number}\b", slides), number


def test_a_changed_figure_changes_every_text_chart_note_and_alternative_text(package: Package) -> None:
    text = CONTENT.read_text()
    changed = built(text.replace("    after: 39%\n", "    after: 41%\n"))
    old, new = _all_text(package), _all_text(changed)
    assert "39%" in old
    assert "39%" not in new
    for said in ("rose from 23% in the previous survey to 41% in this survey, +18 percentage points", "23% → 41%"):
        assert said in new
    assert "+18\u00a0pp" in new
    assert ">41%</text>" in new
    differing = {name for name in package.parts if package.parts[name] != changed.parts.get(name)}
    assert {name for name in differing if name.startswith("ppt/slides/")} == {"ppt/slides/slide3.xml"}


def _all_text(package: Package) -> str:
    return "\n".join(blob.decode() for name, blob in package.parts.items() if name.endswith((".xml", ".svg")))


def test_the_same_content_gives_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    made = []
    for seed, zone, folder in (("1", "UTC", "a"), ("77", "Asia/Tokyo", "b")):
        here = tmp_path / folder
        here.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        environment |= {"DECKGEN_CACHE": str(here / "cache")}
        environment.pop("SOURCE_DATE_EPOCH", None)
        command = [sys.executable, "-m", "deckgen", "build", str(CONTENT)]
        subprocess.run(command, cwd=here, env=environment, check=True, capture_output=True)
        made.append((here / "output" / "osce-survey.pptx").read_bytes())
    assert made[0] == made[1]
