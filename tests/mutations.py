"""Breaks deckgen on purpose, one named place at a time, and tells which fast test sees it.

Run by hand: ``python -m tests.mutations``, or with some of the names. Each is done on a copy of the tree.
``--without-decks`` leaves out tests/test_decks.py, which sees any change, but does not say what is wrong.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 600
"""How many seconds the tests may take before a break counts as seen: it made them endless."""


@dataclass(frozen=True)
class Mutation:
    """A break with a telling name: in ``file``, ``old`` stands once and becomes ``new``."""

    name: str
    file: str
    old: str
    new: str


MUTATIONS = (
    Mutation("a list that goes on begins anew at 1", "resolve/continued.py", "(skipped + 1, ", "(1, "),
    Mutation(
        "an item is lost where a slide goes on",
        "spec/split.py",
        "listed[max(0, begin - first) :",
        "listed[max(0, begin - first + 1) :",
    ),
    Mutation(
        "the last item stands alone",
        "spec/split.py",
        "return self.slides, self.alone, self.uneven,",
        "return self.slides,",
    ),
    Mutation(
        "a slide that may not shrink does", "typeset/pages.py", "rigid(theme) if slide.rigid", "theme if slide.rigid"
    ),
    Mutation(
        "columns differ from slide to slide",
        "typeset/tables.py",
        "(*self.table.rows, *self.table.beside)",
        "self.table.rows",
    ),
    Mutation("an image is cut at its middle", "typeset/images.py", "max(across - shown / 2, 0)", "0.5 - shown / 2"),
    Mutation("figures of a table stand left", "model/tables.py", "counted > len(spoken) - counted", "False"),
    Mutation("a table does not say which row is its header", "writers/pptx/tables.py", '"firstRow": 1, ', ""),
    Mutation(
        "a way out of the folder is not seen", "source/image_files.py", "if not path.is_relative_to(root):", "if False:"
    ),
    Mutation(
        "a line takes one word too many",
        "typeset/lines.py",
        "if lines and word.width <= room:",
        "if lines and room > 0:",
    ),
    Mutation(
        "text never steps down",
        "typeset/fit.py",
        "for step in range(steps):",
        "for step in range(1):",
    ),
    Mutation(
        "siblings step down alone",
        "typeset/fit.py",
        "groups.setdefault(job.slot.group or job.slot.name, [])",
        "groups.setdefault(job.slot.name, [])",
    ),
    Mutation(
        "headlines are not balanced",
        "typeset/fit.py",
        "balanced=slot.lines > 1)",
        "balanced=False)",
    ),
    Mutation(
        "bars are not to scale",
        "plot/bars.py",
        "return round(value * self.scale)",
        "return round((value + 5) * self.scale)",
    ),
    Mutation(
        "change in per cent instead of points",
        "resolve/numbers.py",
        "if unit.kind is UnitKind.PERCENT:\n        number",
        "if unit.kind is UnitKind.MONEY:\n        number",
    ),
    Mutation(
        "halves are rounded to even",
        "resolve/numbers.py",
        "Decimal(1).scaleb(-places), ROUND_HALF_UP)",
        'Decimal(1).scaleb(-places), "ROUND_HALF_EVEN")',
    ),
    Mutation(
        "alternative text in the wrong order",
        "plot/telling.py",
        "-abs(change.size) if change",
        "abs(change.size) if change",
    ),
    Mutation(
        "the footer is left out",
        "typeset/chrome.py",
        "if kind is SlotKind.FOOTER and deck.facts.footer:",
        "if kind is SlotKind.FOOTER and False:",
    ),
    Mutation(
        "sources are dropped",
        "resolve/deck.py",
        "(*indicators, *reader.used.values())",
        "indicators",
    ),
    Mutation(
        "the tracker marks no section",
        "typeset/chrome.py",
        'here = name == slide.section != ""',
        "here = False",
    ),
    Mutation(
        "placeholders have another idx than their layout's",
        "writers/pptx/shapes.py",
        '{"idx": placeholder_index(slot.name)}\n',
        '{"idx": placeholder_index(slot.name) + 1}\n',
    ),
    Mutation(
        "notes are dropped",
        "resolve/deck.py",
        "for text in written.notes for line",
        "for text in written.notes[:0] for line",
    ),
    Mutation(
        "links in notes are dropped",
        "writers/pptx/text.py",
        "if run.link else None",
        'if run.link and "b" not in extra and fill is not None else None',
    ),
    Mutation(
        "overflow is not found",
        "checks/text_overflow.py",
        "if not isinstance(frame, TextFrame) or not frame.overflow or (",
        "if not isinstance(frame, TextFrame) or not frame.overflow or frame.slot.kind.placeholder or (",
    ),
    Mutation(
        "everyone sees what is kept for some",
        "spec/audience.py",
        "return not kept_for or audience in",
        "return not (kept_for and audience) or audience in",
    ),
    Mutation(
        "a section that began on a slide for others is lost",
        "spec/audience.py",
        "if section and section != begun:",
        "if section and section != begun and slide.spec.section:",
    ),
    Mutation(
        "a name that no deck declares is no mistake",
        "spec/audience.py",
        "if named.text not in spec.audiences:",
        "if spec.audiences and named.text not in spec.audiences:",
    ),
    Mutation(
        "a key may stand twice",
        "source/yaml.py",
        "elif key.text in seen:",
        "elif key.text in seen and not key.plain:",
    ),
    Mutation(
        "slides have colours of their own",
        "theme/ooxml.py",
        "if scheme and scheme.slot in theme.color_map.values():",
        'if scheme and scheme.slot in theme.color_map.values() and name != "primary":',
    ),
    Mutation(
        "the first slide of a section is in the one before",
        "resolve/deck.py",
        "        name = str(placed.spec.section or name)\n        slides.setdefault(name, []).append(number)",
        "        slides.setdefault(name, []).append(number)\n        name = str(placed.spec.section or name)",
    ),
    Mutation(
        "hidden slides are shown",
        "writers/pptx/package.py",
        '{"show": 0} if hidden else None',
        '{"show": 1} if hidden else None',
    ),
    Mutation(
        "bold is painted regular",
        "paint.py",
        "weight=700 if mark.bold else 400",
        "weight=400",
    ),
    Mutation(
        "widths are of the regular weight",
        "fonts/shape.py",
        '{"wght": BOLD if bold else REGULAR}',
        '{"wght": REGULAR}',
    ),
)


def broken(mutation: Mutation, tree: Path) -> None:
    """Break ``tree``; raise ``LookupError`` where the place is no longer there, or not once."""
    file = tree / "deckgen" / mutation.file
    text = file.read_text()
    if text.count(mutation.old) != 1:
        raise LookupError(f"{mutation.file}: {mutation.old!r} stands {text.count(mutation.old)} times")
    file.write_text(text.replace(mutation.old, mutation.new))


def seen(mutation: Mutation, *options: str) -> str:
    """Return the first fast test that sees a break, or nothing; ``options`` are those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "deckgen"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache"))
        broken(mutation, tree)
        return first_failure(tree, *options)


def first_failure(tree: Path, *options: str) -> str:
    """Return the first fast test that fails in ``tree``, or nothing."""
    quickly = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-m", "not slow"]
    command = [sys.executable, "-m", "pytest", *quickly, *options]
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("UPDATE_GOLDEN", None)
    try:
        run = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return "the tests do not end"
    if run.returncode == 0:
        return ""
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", run.stdout, re.MULTILINE)
    return failed[1] if failed else (run.stdout + run.stderr).strip().splitlines()[-1]


def main(arguments: Sequence[str]) -> int:
    """Try each mutation, or those that are named; return how many no test saw."""
    names = [argument for argument in arguments if argument != "--without-decks"]
    options = ["--ignore=tests/test_decks.py"] if len(names) < len(arguments) else []
    unseen = 0
    for mutation in MUTATIONS:
        if names and mutation.name not in names:
            continue
        try:
            failure = seen(mutation, *options)
        except LookupError as error:
            failure = ""
            sys.stdout.write(f"{error}\n")
        unseen += not failure
        sys.stdout.write(f"{'seen' if failure else 'NOT SEEN'}: {mutation.name}\n      {failure}\n")
        sys.stdout.flush()
    return unseen


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
