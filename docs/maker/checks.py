"""docs/checks: a page for each check, which is its docstring, and a page that lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deckgen import plugins
from deckgen.checks.manual import CheckManual, manual
from maker import DOCS

FOLDER = DOCS / "checks"
DECKS = DOCS / "examples" / "checks"
"""A file for each check: a deck that sets it off, with what is told of it, and that deck once it is mended."""

WITHOUT_DECK = ("file-too-large",)
"""What only a deck of many megabytes sets off."""

_COMMENT = "# deck.yaml:"

_NOTE = "<!-- Made by `python docs/make.py` from the docstrings in deckgen/checks: change those, not this page. -->\n\n"
_TOLD = """\
# What is checked

`deckgen check` and `deckgen build` look over each deck for these. An error keeps a deck from being written, a warning
does so with `--strict`, an advice never. What is meant is allowed by its name, on a slide or at the top of the deck:
`allow: [text-overflow]`. `deckgen explain CODE` shows the same in a terminal.

"""


@dataclass(frozen=True)
class Decks:
    """The two decks of a check: ``wrong`` sets it off, ``told`` is what is told of it, ``mended`` does not."""

    wrong: str
    told: str
    mended: str

    @classmethod
    def of(cls, name: str) -> "Decks":
        """Return those of a check: what is told stands in comments under the first, as it is told of ``deck.yaml``."""
        first, _, mended = (DECKS / f"{name}.yaml").read_text(encoding="utf-8").partition("---\n")
        lines = first.splitlines(keepends=True)
        told = [line.removeprefix("# ") for line in lines if line.startswith(_COMMENT)]
        return cls("".join(line for line in lines if not line.startswith(_COMMENT)), "".join(told), mended)

    def write(self, name: str) -> None:
        """Write them into their file."""
        told = "".join(f"# {line}" for line in self.told.splitlines(keepends=True))
        (DECKS / f"{name}.yaml").write_text(f"{self.wrong}{told}---\n{self.mended}", encoding="utf-8")


def manuals() -> tuple[CheckManual, ...]:
    """Return what there is to know of each check, by code."""
    return tuple(sorted((manual(check) for check in plugins.checks()), key=lambda one: one.code))


def pages() -> Mapping[str, str]:
    """Return the pages by their file names."""
    made = {f"{one.name}.md": _page(one) for one in manuals()}
    rows = [f"| {one.code} | [{one.name}]({one.name}.md) | {one.severity} | {one.sentence} |" for one in manuals()]
    table = "\n".join(["| code | name | is | what is found |", "| --- | --- | --- | --- |", *rows])
    return {"README.md": f"{_NOTE}{_TOLD}{table}\n", **made}


def problems(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return which pages are not what the docstrings say."""
    made = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    wrong = [name for name in sorted({*made, *there}) if made.get(name) != there.get(name)]
    return tuple(f"docs/checks/{name} is not what the checks say: write it with: python docs/make.py" for name in wrong)


def write(folder: Path = FOLDER) -> None:
    """Write the pages, and delete those of checks that are no more."""
    folder.mkdir(exist_ok=True)
    made = pages()
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


def _page(one: CheckManual) -> str:
    shown = {} if one.name in WITHOUT_DECK else _shown(Decks.of(one.name))
    parts = "".join(f"\n## {heading}\n\n{told}\n{shown.get(heading, '')}" for heading, told in one.parts.items())
    return f"{_NOTE}# {one.name} ({one.code}, {one.severity})\n\n{one.sentence}\n{parts}"


def _shown(decks: Decks) -> Mapping[str, str]:
    """Return what is shown of the decks of a check, by the heading under which it stands."""
    told = f"\nOf this is told:\n\n```text\n{decks.told}```\n"
    return {
        "Example": f"\n```yaml\n{decks.wrong}```\n{told}",
        "Instead": f"\nOf this nothing is told:\n\n```yaml\n{decks.mended}```\n",
    }
