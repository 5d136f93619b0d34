"""An independent eye: LibreOffice draws the deck, and its lines break where ours do."""

import re
import shutil
import subprocess

import pytest

from deckgen import pipeline
from deckgen.typeset.frames import TextFrame
from tests.builders import CONTENT, pages, theme

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice or poppler-utils is not installed",
    ),
]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page that LibreOffice makes, in its layout."""
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "deck.pptx").write_bytes(pipeline.presentation(pages(CONTENT.read_text()), theme()))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "deck.pptx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=150)
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "deck.pdf"), "-"], check=True, capture_output=True, text=True
    )
    return text.stdout.split("\f")[:-1]


def test_every_slide_is_drawn(drawn: list[str]) -> None:
    assert len(drawn) == 11


@pytest.mark.parametrize("number", range(1, 12))
def test_every_line_breaks_where_we_break_it(drawn: list[str], number: int) -> None:
    page = pages(CONTENT.read_text()).pages[number - 1]
    shown = [re.sub(r"\s+", " ", line) for line in drawn[number - 1].splitlines()]
    for frame in page.frames:
        if not isinstance(frame, TextFrame) or frame.name == "number":
            continue
        for paragraph in frame.paragraphs:
            for line in paragraph.lines:
                text = re.sub(r"\s+", " ", "".join(run.text for run in line.runs)).strip()
                assert any(text in other for other in shown), (frame.name, text)
