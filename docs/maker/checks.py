"""docs/checks: a page for each check, which is its docstring, and a page that lists them."""

from collections.abc import Mapping
from pathlib import Path

from deckgen import plugins
from deckgen.checks.manual import CheckManual, manual
from maker import DOCS

FOLDER = DOCS / "checks"
_NOTE = "<!-- Made by `python docs/make.py` from the docstrings in deckgen/checks: change those, not this page. -->\n\n"
_TOLD = """\
# What is checked

`deckgen check` and `deckgen build` look over each deck for these. An error keeps a deck from being written, a warning
does so with `--strict`, an advice never. What is meant is allowed by its name, on a slide or at the top of the deck:
`allow: [text-overflow]`. `deckgen explain CODE` shows the same in a terminal.

"""


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
    parts = "".join(f"\n## {heading}\n\n{told}\n" for heading, told in one.parts.items())
    return f"{_NOTE}# {one.name} ({one.code}, {one.severity})\n\n{one.sentence}\n{parts}"
