"""The pictures of the examples: drawn by LibreOffice, and told when they are of an example that has changed since."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image

from deckgen import pipeline
from maker import DOCS, Missing
from maker.examples import Example, examples

FOLDER = DOCS / "pictures"
WIDTH = 800
LARGEST = 40_000
"""The most bytes of a picture."""
_KEPT = "examples.json"
_AGAIN = "draw it with: python docs/make.py --pictures"


def problems(of: Iterable[Example], folder: Path = FOLDER) -> Iterator[str]:
    """Yield what is wrong with the pictures of some examples."""
    kept = _kept(folder)
    for example in of:
        file = folder / example.picture
        if not file.is_file():
            yield f"docs/pictures/{example.picture} is missing: {_AGAIN}"
        elif kept.get(example.picture) != example.fingerprint():
            yield f"docs/pictures/{example.picture} is not of the {example.kind} {example.name} as it is now: {_AGAIN}"
        elif file.stat().st_size > LARGEST:
            yield f"docs/pictures/{example.picture} has more than {LARGEST:,} bytes: {_AGAIN}"


def draw(folder: Path = FOLDER) -> tuple[str, ...]:
    """Draw the pictures that are missing or not of their examples any more, and return their names."""
    stale = [example for example in examples() if any(problems([example], folder))]
    if stale:
        _drawn(stale, folder)
    kept = _kept(folder) | {example.picture: example.fingerprint() for example in stale}
    wanted = {example.picture for example in examples()}
    lines = json.dumps({name: kept[name] for name in sorted(wanted)}, indent=2)
    (folder / _KEPT).write_text(f"{lines}\n", encoding="utf-8")
    return tuple(example.picture for example in stale)


def _kept(folder: Path) -> dict[str, str]:
    file = folder / _KEPT
    known: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return known


def _drawn(stale: Iterable[Example], folder: Path) -> None:
    """Draw the first slide of each example, in one run of LibreOffice."""
    for tool in ("soffice", "pdftoppm"):
        if not shutil.which(tool):
            raise Missing(f"pictures are drawn with {tool}, which is not installed: install LibreOffice and poppler")
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary)
        decks = []
        for example in stale:
            decks.append(made / f"{example.stem}.pptx")
            decks[-1].write_bytes(pipeline.presentation(*example.pages()))
        profile = f"-env:UserInstallation=file://{made}/profile"
        convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", temporary]
        subprocess.run([*convert, *map(str, decks)], check=True, capture_output=True, timeout=300)
        for deck in decks:
            _reduced(deck.with_suffix(".pdf"), folder / f"{deck.stem}.png")


def _reduced(pdf: Path, picture: Path) -> None:
    """Draw a PDF's first page as a PNG of few colours."""
    drawn = pdf.with_suffix("")
    draw_page = ["pdftoppm", "-png", "-singlefile", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run([*draw_page, str(pdf), str(drawn)], check=True, timeout=60)
    with Image.open(pdf.with_suffix(".png")) as page:
        page.convert("RGB").quantize(48, dither=Image.Dither.NONE).save(picture, optimize=True)
