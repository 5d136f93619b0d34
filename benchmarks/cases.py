"""The cases: each times deckgen and its peers side by side."""

import os
import shutil
import sys
from collections.abc import Callable
from math import log
from pathlib import Path

from benchmarks import decks
from benchmarks.measure import MIB, ROOT, Contender, compared

COUNTRIES = 57
LENGTHS = (11, 100, 500, 1000, 2000)
_PLAIN = ROOT / "benchmarks" / "plain.py"
_PEERS = ROOT / "benchmarks" / "peers"

Case = Callable[[Path, int], None]
"""Times something in a folder of its own, so many rounds."""


def deckgen(folder: Path, *words: str, before: Callable[[], object] = lambda: None, name: str = "deckgen") -> Contender:
    """Return deckgen with these arguments; its cache is the one in ``folder``."""
    return Contender(name, [sys.executable, "-m", "deckgen", *words], before, {"DECKGEN_CACHE": f"{folder}/cache"})


def plain(name: str, *words: str) -> Contender:
    """Return the plain script with these arguments."""
    return Contender(name, [sys.executable, str(_PLAIN), *words])


def others(folder: Path) -> list[Contender]:
    """Return pandoc and PptxGenJS, each only where it is installed, with the text of the OSCE deck and no chart."""
    found = []
    if pandoc := shutil.which("pandoc"):
        found.append(Contender("pandoc", [pandoc, str(_PEERS / "osce.md"), "-o", f"{folder}/pandoc.pptx"]))
    else:
        print("pandoc is not installed here, and left out")
    node, modules = shutil.which("node"), os.environ.get("NODE_PATH", "")
    if node and any(Path(place, "pptxgenjs").is_dir() for place in modules.split(os.pathsep) if place):
        found.append(Contender("PptxGenJS", [node, str(_PEERS / "osce.js"), f"{folder}/pptxgenjs.pptx"]))
    else:
        print("PptxGenJS is not installed here (NODE_PATH names the folder that it is in), and left out")
    return found


def _against_plain(folder: Path) -> list[Contender]:
    one = plain("plain script, one chart", f"{folder}/plain.pptx", "1")
    return [one, plain("plain script, six charts", f"{folder}/plain.pptx", "6")]


def cold(folder: Path, rounds: int) -> None:
    """Time the OSCE deck with an empty cache."""
    ours = deckgen(folder, "build", str(decks.OSCE), "-o", str(folder), before=lambda: _without_cache(folder))
    compared("The OSCE deck, cold", ours, [*_against_plain(folder), *others(folder)], rounds)


def figure(folder: Path, rounds: int) -> None:
    """Time it after one figure changed."""
    content = folder / "osce.yaml"
    ours = deckgen(folder, "build", str(content), "-o", str(folder), before=lambda: decks.with_another_figure(content))
    compared("The OSCE deck, one figure changed", ours, _against_plain(folder), rounds)


def text(folder: Path, rounds: int) -> None:
    """Time it after a text changed."""
    content = folder / "osce.yaml"
    ours = deckgen(folder, "build", str(content), "-o", str(folder), before=lambda: decks.with_another_text(content))
    compared("The OSCE deck, a text changed", ours, _against_plain(folder), rounds)


def unchanged(folder: Path, rounds: int) -> None:
    """Time it where nothing changed."""
    ours = deckgen(folder, "build", str(decks.OSCE), "-o", str(folder))
    compared("The OSCE deck, unchanged", ours, _against_plain(folder), rounds)


def long(folder: Path, rounds: int) -> None:
    """Time decks of more and more slides, each with an empty cache, and tell the power by which the time grows."""
    taken = {}
    for slides in LENGTHS:
        content = folder / f"long-{slides}.yaml"
        content.write_text(decks.long_deck(slides), encoding="utf-8")
        ours = deckgen(folder, "build", str(content), "-o", str(folder), before=lambda: _without_cache(folder))
        peer = plain("plain script", "long", f"{folder}/plain.pptx", str(slides))
        turns = rounds if slides < 500 else max(1, rounds // 3)
        runs = compared(f"{slides} slides, a chart on every fifth, cold", ours, [peer], turns)
        taken[slides] = min(run.cpu for run in runs)
        print(f"  memory of deckgen at most {max(run.peak for run in runs) / MIB:.0f} MiB")
    least, most = 100, LENGTHS[-1]
    power = log(taken[most] / taken[least]) / log(most / least)
    print(f"\nFrom {least} to {most} slides the CPU time grows with the power {power:.2f}")


def many(folder: Path, rounds: int) -> None:
    """Time decks with different figures in one run: the cores there are, and one process alone."""
    contents = folder / "countries"
    contents.mkdir()
    for number in range(COUNTRIES):
        (contents / f"country-{number:02}.yaml").write_text(decks.of_country(number), encoding="utf-8")
    names = sorted(map(str, contents.iterdir()))
    peers = [
        deckgen(folder, "build", *names, "-o", str(folder), "--jobs", "1", before=lambda: _without_cache(folder),
                name="deckgen, one process"),
        plain("plain script's loop, one chart", "many", str(folder), str(COUNTRIES), "1"),
        plain("plain script's loop, six charts", "many", str(folder), str(COUNTRIES), "6"),
    ]  # fmt: skip
    ours = deckgen(folder, "build", *names, "-o", str(folder), before=lambda: _without_cache(folder))
    title = f"{COUNTRIES} decks with different figures, cold, {os.cpu_count()} cores"
    compared(title, ours, peers, max(1, rounds // 3), wall=True)


def formats(folder: Path, rounds: int) -> None:
    """Time all formats at once, beside a .pptx alone."""
    content = folder / "osce.yaml"
    every = deckgen(
        folder, "build", str(content), "-o", str(folder), "--to", "all", "--handout",
        before=lambda: decks.with_another_text(content), name="deckgen, all formats",
    )  # fmt: skip
    alone = deckgen(folder, "build", str(content), "-o", str(folder), before=lambda: decks.with_another_text(content))
    compared("All formats at once, a text changed", every, [alone], rounds)


def check(folder: Path, rounds: int) -> None:
    """Time a check beside a cold build."""
    ours = deckgen(folder, "check", str(decks.OSCE), name="deckgen check")
    built = deckgen(
        folder, "build", str(decks.OSCE), "-o", str(folder), before=lambda: _without_cache(folder), name="a cold build"
    )
    compared("A check", ours, [built, *_against_plain(folder)], rounds)


def help(folder: Path, rounds: int) -> None:
    """Time ``--help`` beside Python itself."""
    ours = deckgen(folder, "--help", name="deckgen --help")
    compared("--help", ours, [Contender("python -c pass", [sys.executable, "-c", "pass"])], rounds)


def _without_cache(folder: Path) -> None:
    shutil.rmtree(folder / "cache", ignore_errors=True)


CASES: dict[str, Case] = {
    "cold": cold,
    "figure": figure,
    "text": text,
    "unchanged": unchanged,
    "long": long,
    "many": many,
    "formats": formats,
    "check": check,
    "help": help,
}
"""Each case by its name."""
