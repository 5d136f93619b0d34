"""Where themes are, and how one is copied."""

from pathlib import Path

from deckgen.source import nodes
from deckgen.source.files import LARGEST, contents_of
from deckgen.source.image_files import LARGEST as LARGEST_IMAGE
from deckgen.source.notes import is_there
from deckgen.source.yaml import read

_PACKAGE = Path(__file__).parent.parent


def folders(content: Path) -> tuple[Path, ...]:
    """Return where themes are looked for: beside the content, then those that came with deckgen."""
    installed, checkout = _PACKAGE / "_themes", _PACKAGE.parent / "themes"
    return content.parent / "themes", content.parent.parent / "themes", installed, checkout


def find(name: str, content: Path) -> Path | None:
    """Return the folder of the theme ``name``, which may be a path, for the deck at ``content``."""
    candidates = [folder / name for folder in folders(content)]
    if "/" in name or "\\" in name:
        candidates = [Path(name), content.parent / name]
    try:
        return next((folder for folder in candidates if is_there(folder / "theme.yaml")), None)
    except OSError:
        # A name that is too long for the file system is the name of nothing.
        return None


def names(content: Path) -> tuple[str, ...]:
    """Return the names of all themes that ``find`` finds."""
    found = (path.parent.name for folder in folders(content) for path in folder.glob("*/theme.yaml"))
    return tuple(sorted(set(found)))


def copied(folder: Path, name: str) -> dict[str, bytes]:
    """Return the files of the theme in ``folder`` under another name; all but the name stays as it was typed."""
    path = folder / "theme.yaml"
    text = contents_of(path, LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    node, _ = read(text.encode(), path)
    written = node.get("name") if isinstance(node, nodes.Mapping) else None
    if written:
        lines = text.split("\n")
        line, span = lines[written.span.line - 1], written.span
        lines[span.line - 1] = f"{line[: span.column - 1]}{name}{line[span.end_column - 1 :]}"
        text = "\n".join(lines)
    logo = node.get("logo") if isinstance(node, nodes.Mapping) else None
    image = beside(folder, logo.text) if isinstance(logo, nodes.Scalar) else None
    return {
        path.name: text.encode(),
        **({image.relative_to(folder.resolve()).as_posix(): contents_of(image, LARGEST_IMAGE)} if image else {}),
    }


def beside(folder: Path, name: str) -> Path | None:
    """Return the file ``name`` of a theme; None if it stands elsewhere or is not there."""
    try:
        file = (folder / name).resolve()
    except (ValueError, RuntimeError):
        return None
    return file if file.is_relative_to(folder.resolve()) and is_there(folder / name) else None
