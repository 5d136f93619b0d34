"""The examples of the page: a deck for each layout and each chart, which its first slide shows.

The one that each must have stands in its docstring; further ones are files, ``docs/examples/chart-dots.small.yaml``.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen import pipeline, plugins
from deckgen.cli.report import concise
from deckgen.diagnostics import has_warnings
from deckgen.spec.manual import example_of
from deckgen.theme.theme import Theme
from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import Pages
from maker import DOCS, Missing

FOLDER = DOCS / "examples"


@dataclass(frozen=True)
class Example:
    """An example of a layout or a chart: ``kind`` says which, ``name`` is the one that authors write.

    ``text`` is what stands in its content file. ``more`` is empty for the one example that each must have, and else
    says what a further one shows.
    """

    kind: str
    name: str
    text: str
    more: str = ""

    @property
    def stem(self) -> str:
        """The name of its files, without what stands after the last dot."""
        return f"{self.kind}-{self.name}{'.' if self.more else ''}{self.more}"

    @property
    def picture(self) -> str:
        """The file name of its picture."""
        return f"{self.stem}.png"

    def pages(self) -> tuple[Pages, Theme]:
        """Return the typeset deck with its theme; raise what is wrong with it, advice apart."""
        pages, theme, found = pipeline.pages_of_text(self.text.encode(), FOLDER / f"{self.stem}.yaml")
        if pages is None or theme is None or has_warnings(found):
            told = "\n".join(concise(diagnostic) for diagnostic in found).replace(f"{FOLDER}/", "")
            raise Missing(f"the example of the {self.kind} {self.name} does not build:\n{told}")
        shown = pages.pages[0].layout[0]
        if self.kind == "layout" and shown != self.name:
            raise Missing(f"the first slide of the example of “{self.name}” shows “{shown}”")
        return pages, theme

    def fingerprint(self) -> str:
        """Return what changes when anything that the picture shows moves or reads otherwise."""
        return hashlib.sha256(pages_as_text(self.pages()[0]).encode()).hexdigest()[:16]


def examples(folder: Path = FOLDER) -> Iterator[Example]:
    """Yield the examples of each layout and each chart there is."""
    known = plugins.vocabulary()
    for kind, specs in (("layout", known.layouts), ("chart", known.charts)):
        for name, spec in sorted(specs.items()):
            text = example_of(spec)
            if not text:
                raise Missing(
                    f"the {kind} “{name}” has no example: write a small deck whose first slide shows it in its"
                    " docstring, under “Example:”, then run: python docs/make.py --pictures"
                )
            yield Example(kind, name, text)
            for path in sorted(folder.glob(f"{kind}-{name}.*.yaml")):
                yield Example(kind, name, path.read_text(encoding="utf-8"), path.stem.partition(".")[2])
