"""Independent eyes: LibreOffice, a reader of PDF and Chromium see every word of every deck at the same place."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf
import pytest

from deckgen.model.text import plain
from deckgen.typeset.frames import ChartFrame, ImageFrame, Page, TextFrame
from deckgen.units import in_points
from deckgen.writers.html.text import DESCENT
from tests.browser.conftest import Opened
from tests.writers.test_paged import DECKS, files, publisher

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]

THEMES = ("osce", "osce-dark", "osce-print", "plain")
ACROSS, DOWN = 3, 1.25
"""How far apart two programs may set a word, in points: one kerns more, one sets letters on whole pixels (0.78 points)."""
LOWER = 2
"""The same down a page for LibreOffice, which sets a baseline a 25th of an em lower than PowerPoint does."""
ASIDE = 0.5
"""How far apart they may set a frame, in points."""


class Word(NamedTuple):
    """A word or a line, where it begins, and where its letters stand, in points of the slide."""

    text: str
    x: float
    y: float

    def near(self, other: "Word", down: float) -> bool:
        """Return whether both are the same in one place."""
        return self.text == other.text and abs(self.x - other.x) < ACROSS and abs(self.y - other.y) < down


Place = Sequence[float]
"""The left, upper, right and lower edge of a frame, in points of the slide."""


class Seen(NamedTuple):
    """What is seen of a slide: its lines, the words of its texts and of its charts, and where its pictures are."""

    lines: Sequence[Word]
    words: Sequence[Word]
    charts: Sequence[Word]
    pictures: Sequence[Place]


@pytest.mark.parametrize("deck", sorted(DECKS))
def test_every_word_is_at_one_place_in_pptx_pdf_and_html(opened: Opened, deck: str, tmp_path: Path) -> None:
    made = {theme: files(publisher(deck, theme), "pptx", "pdf", "html") for theme in THEMES}
    drawn = by_libreoffice({theme: of[".pptx"] for theme, of in made.items()}, tmp_path)
    for theme in THEMES:
        sheets = publisher(deck, theme).pages.pages
        web = in_chromium(opened, made[theme][".html"].decode())
        printed, presented = in_pdf(made[theme][".pdf"]), in_pdf(drawn[theme])
        for sheet, shown, paper, slide in zip(sheets, web, printed, presented, strict=True):
            where = f"slide {sheet.number} in {theme}"
            assert lacking(lines_of(sheet), shown.lines) == [], f"{where}: not as it was typeset"
            assert lacking([*shown.words, *shown.charts], paper.words) == [], f"{where}: not in the PDF"
            # A picture that is drawn has letters of its own in a PDF.
            if not any(isinstance(frame, ImageFrame) for frame in sheet.frames):
                assert lacking(paper.words, [*shown.words, *shown.charts]) == [], f"{where}: only in the PDF"
            # In a presentation charts are pictures, and bullets are letters.
            assert lacking(shown.words, slide.words, LOWER) == [], f"{where}: not in the presentation"
            own = [word for word in slide.words if word.text != "•"]
            assert lacking(own, shown.words, LOWER) == [], f"{where}: only in the presentation"
            for places in (shown.pictures, slide.pictures):
                assert apart(pictures_of(sheet), places) == [], f"{where}: a picture stands elsewhere"


def lacking(words: Sequence[Word], others: Sequence[Word], down: float = DOWN) -> list[Word]:
    """Return the words that are not near one of the others."""
    return [word for word in words if not any(word.near(other, down) for other in others)]


def apart(places: Sequence[Place], others: Sequence[Place]) -> list[Place]:
    """Return the places at which nothing else is."""
    return [
        place for place in places
        if not any(all(abs(a - b) < ASIDE for a, b in zip(place, other, strict=True)) for other in others)
    ]  # fmt: skip


def lines_of(page: Page) -> list[Word]:
    """Return the lines of a page as they were typeset."""
    lines = []
    for frame in page.frames:
        y = frame.rect.y + frame.start if isinstance(frame, TextFrame) else 0
        for paragraph in frame.paragraphs if isinstance(frame, TextFrame) else ():
            y += paragraph.before
            for line in paragraph.lines:
                y += paragraph.pitch
                lines.append(Word(plain(line.runs), 0, in_points(y) - DESCENT * paragraph.size))
    return lines


def pictures_of(page: Page) -> list[Place]:
    """Return where a page has charts and images."""
    rects = [frame.rect for frame in page.frames if isinstance(frame, ChartFrame | ImageFrame)]
    return [tuple(map(in_points, (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height))) for rect in rects]


def by_libreoffice(decks: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the PDF that LibreOffice makes of each presentation, all of them in one run."""
    for name, data in decks.items():
        (folder / f"{name}.pptx").write_bytes(data)
    paths = [str(folder / f"{name}.pptx") for name in decks]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *paths]
    subprocess.run(convert, check=True, capture_output=True, timeout=150)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in decks}


def in_pdf(data: bytes) -> list[Seen]:
    """Return what a reader of PDF sees of each page."""
    made = []
    for page in pymupdf.open(stream=data):
        lines = [line for block in page.get_text("rawdict")["blocks"] for line in block.get("lines", ())]
        words = [
            word for line in lines for word in words_of([char for span in line["spans"] for char in span["chars"]])
        ]
        made.append(Seen([], words, [], [image["bbox"] for image in page.get_image_info()]))
    return made


def words_of(letters: Sequence[dict[str, Any]]) -> Iterator[Word]:
    """Yield the words of a line in a PDF."""
    for blank, some in groupby(letters, lambda letter: letter["c"].isspace()):
        first, *more = some
        if not blank:
            yield Word("".join(letter["c"] for letter in (first, *more)), *first["origin"])


def in_chromium(opened: Opened, document: str) -> list[Seen]:
    """Return what Chromium sees of each slide of a page of slides."""
    seen = opened(document, java_script_enabled=False).evaluate(_LOOK)
    return [Seen(*([Word(*word) for word in some] for some in parts), places) for *parts, places in seen]


_LOOK = """() => [...document.querySelectorAll(".slide")].map((slide) => {
    const whole = slide.getBoundingClientRect();
    const points = 960 / whole.width;
    const corner = (box) => [(box.left - whole.left) * points, (box.top - whole.top) * points];
    const end = (box) => [(box.right - whole.left) * points, (box.bottom - whole.top) * points];
    const all = (selector) => [...slide.querySelectorAll(selector)];
    const words = (line) => {
        const size = parseFloat(getComputedStyle(line).fontSize) * (line.ownerSVGElement ? line.getScreenCTM().d : 1);
        const letters = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) for (let n = 0; n < walker.currentNode.length; n++) letters.push([walker.currentNode, n]);
        return [...line.textContent.matchAll(/\\S+/gu)].map((word) => {
            const range = document.createRange();
            range.setStart(...letters[word.index]);
            const [node, n] = letters[word.index + word[0].length - 1];
            range.setEnd(node, n + 1);
            const box = range.getBoundingClientRect();
            return [word[0], corner(box)[0], end(box)[1] - 0.212 * size * points];
        });
    };
    return [
        all(".line").map((line) => [line.textContent, 0, words(line)[0]?.[2] ?? 0]),
        all(".line, .number").flatMap(words),
        all("svg text").flatMap(words),
        all("figure, .cut").map((frame) => frame.getBoundingClientRect()).map((box) => [...corner(box), ...end(box)]),
    ];
})"""
