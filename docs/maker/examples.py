"""The examples of the page: a deck for each layout and each chart, which its first slide shows."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen import pipeline, plugins
from deckgen.cli.report import concise
from deckgen.theme.theme import Theme
from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import Pages
from maker import DOCS, Missing

FOLDER = DOCS / "examples"


@dataclass(frozen=True)
class Example:
    """An example of a layout or a chart: ``kind`` says which, ``name`` is the one that authors write.

    ``more`` is empty for the one example that each must have, and else says what a further one shows.
    """

    kind: str
    name: str
    folder: Path = FOLDER
    more: str = ""

    @property
    def path(self) -> Path:
        """The content file of the example."""
        return self.folder / f"{self.kind}-{self.name}{'.' if self.more else ''}{self.more}.yaml"

    @property
    def picture(self) -> str:
        """The file name of its picture."""
        return f"{self.path.stem}.png"

    def text(self) -> str:
        """Return what stands in the content file."""
        if not self.path.is_file():
            raise Missing(
                f"the {self.kind} “{self.name}” has no example: write a small deck whose first slide shows it, as"
                f" docs/examples/{self.path.name}, then run: python docs/make.py --pictures"
            )
        return self.path.read_text(encoding="utf-8")

    def pages(self) -> tuple[Pages, Theme]:
        """Return the typeset deck with its theme; raise what is wrong with it."""
        self.text()
        pages, theme, found = pipeline.pages_of(self.path)
        if pages is None or theme is None or found:
            told = "\n".join(concise(diagnostic) for diagnostic in found)
            raise Missing(f"the example docs/examples/{self.path.name} does not build:\n{told}")
        shown = pages.pages[0].layout[0]
        if self.kind == "layout" and shown != self.name:
            raise Missing(f"the first slide of docs/examples/{self.path.name} shows “{shown}”, not “{self.name}”")
        return pages, theme

    def fingerprint(self) -> str:
        """Return what changes when anything that the picture shows moves or reads otherwise."""
        return hashlib.sha256(pages_as_text(self.pages()[0]).encode()).hexdigest()[:16]


def examples(folder: Path = FOLDER) -> Iterator[Example]:
    """Yield the examples of each layout and each chart there is, a further one in ``chart-dots.small.yaml``."""
    known = plugins.vocabulary()
    for kind, names in (("layout", known.layouts), ("chart", known.charts)):
        for name in sorted(names):
            first = Example(kind, name, folder)
            yield first
            for path in sorted(folder.glob(f"{first.path.stem}.*.yaml")):
                yield Example(kind, name, folder, path.stem.partition(".")[2])
