"""How long it takes from saving a file to the changed slide on the screen, beside a cold build in the same run.

    python -m benchmarks.preview [RUNS]

A text and a figure of the OSCE deck are changed in turn while ``deckgen preview`` runs and Chromium shows it. The clock
runs from before the file is written until the frame is drawn in which the picture of the slide is another one.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TEXTS = ("Share of States", "Share of all States")
FIGURES = ("after: 39%", "after: 41%")
SLIDE = 3
"""The slide with the text and the figure."""

WAITING = """() => {
  const before = document.querySelector(".slide img").src;
  window.drawn = 0;
  new MutationObserver((_, observer) => {
    const image = document.querySelector(".slide img");
    if (!image || image.src === before) return;
    observer.disconnect();
    image.decode().then(() => requestAnimationFrame(() => setTimeout(() => { window.drawn = Date.now(); })));
  }).observe(document.querySelector("#shown"), { subtree: true, childList: true });
}"""


def until_drawn(page: Page, content: Path, old: str, new: str) -> float:
    """Return how many milliseconds a change takes from the file to the screen."""
    page.evaluate(WAITING)
    text = content.read_text("utf-8")
    assert text.count(old) == 1, old
    began = time.time()
    content.write_text(text.replace(old, new), "utf-8")
    while not (drawn := page.evaluate("window.drawn")):
        time.sleep(0.002)
    return float(drawn) - began * 1000


def cold_build(folder: Path, environment: dict[str, str]) -> float:
    """Return how many milliseconds a build of the deck takes that finds no picture kept."""
    with TemporaryDirectory() as cache:
        began = time.time()
        command = [sys.executable, "-m", "deckgen", "build", "content/osce-survey.yaml"]
        subprocess.run(command, cwd=folder, env=environment | {"DECKGEN_CACHE": cache}, check=True, capture_output=True)
        return (time.time() - began) * 1000


def told(name: str, times: list[float], cold: float) -> str:
    """Return a row: least, median and most, in milliseconds, and the median as a share of a cold build."""
    least, middle, most = min(times), median(times), max(times)
    return f"{name:<12} {least:7.0f} {middle:7.0f} {most:7.0f}   {middle / cold:5.2f}"


def main(runs: int) -> None:
    """Measure, and print what was measured."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        content = folder / "content" / "osce-survey.yaml"
        command = [sys.executable, "-m", "deckgen", "preview", "--no-open", "content/osce-survey.yaml"]
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(server.stdout.readline().strip())
        page.click(f"nav li:nth-child({SLIDE}) button")
        page.wait_for_selector(f"nav li:nth-child({SLIDE}) [aria-current]")
        made: dict[str, list[float]] = {"text": [], "figure": [], "cold build": []}
        for _ in range(runs):
            for kind, pair in (("text", TEXTS), ("figure", FIGURES)):
                made[kind] += [until_drawn(page, content, *pair), until_drawn(page, content, *reversed(pair))]
            made["cold build"].append(cold_build(folder, environment))
        browser.close()
        server.terminate()
        server.wait()
    cold = median(made["cold build"])
    print("ms             least  median    most   of a cold build")
    for kind, times in made.items():
        # The first time what paints charts is loaded.
        print(told(kind, times[1:], cold))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5)
