"""A theme that extends another: what it says, over what that one says."""

from pathlib import Path

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.source.files import LARGEST, contents_of
from deckgen.source.nodes import Mapping, Node, Scalar
from deckgen.source.notes import is_there
from deckgen.source.yaml import read
from deckgen.theme.find import find, names

MOST_BASES = 10
"""Over how many steps a theme may extend another."""

OWN = ("name", "description", "extends")
"""What a theme says for itself alone."""

DEPTHS = {"page": 1, "grid": 1, "fonts": 1, "palette": 1, "scheme": 1, "outlines": 1, "styles": 2, "layouts": 3}
"""How many levels of keys are taken over one by one; below, and elsewhere, a value stands in place of the other."""


def inherited(folder: Path) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return what the theme in ``folder`` says together with those it extends, each value with its own place."""
    return _inherited(folder, ())


def _inherited(folder: Path, chain: tuple[Path, ...]) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    path = folder / "theme.yaml"
    node, found = read(contents_of(path, LARGEST), path)
    named = node.get("extends") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(named, Scalar) or named.empty:
        return node, found
    chain = (*chain, folder)
    if len(chain) > MOST_BASES:
        message = f"themes extend one another over more than {MOST_BASES} steps"
        hint = "let one of them extend a theme further back"
        return None, (*found, _error("T460", "too-many-bases", message, named.span, hint))
    base = _base(named.text, folder)
    if base is None:
        hint = did_you_mean(named.text, names(_content(folder)))
        return None, (*found, _error("T421", "unknown-base", f"no theme is called “{named.text}”", named.span, hint))
    if base.resolve() in [other.resolve() for other in chain]:
        told = " → ".join(f"“{other.name}”" for other in (*chain, base))
        message = f"the themes extend one another in a circle: {told}"
        circle = _error("T422", "circle-of-themes", message, named.span, "let one of them extend no other")
        return None, (*found, circle)
    below, more = _inherited(base, chain)
    if not isinstance(below, Mapping):
        return None, (*found, *more)
    shared = Mapping(tuple(entry for entry in below.entries if entry[0].text not in OWN), below.span)
    return _over(node, shared, DEPTHS), (*found, *more)


def _base(name: str, folder: Path) -> Path | None:
    """Return the folder of the theme ``name``, looked for beside ``folder`` first; not ``folder``, if there is another.

    So a theme beside the content may extend the installed one of the same name.
    """
    candidates = [folder.parent / name, find(name, _content(folder)), find(name, Path("deck.yaml"))]
    there = [one for one in candidates if one and is_there(one / "theme.yaml")]
    others = [one for one in there if one.resolve() != folder.resolve()]
    return next(iter((*others, *there)), None)


def _content(folder: Path) -> Path:
    """Return where a deck would stand that has the theme in ``folder`` beside it."""
    return folder.parent.parent / "deck.yaml"


def _over(node: Mapping, below: Mapping, depths: dict[str, int], depth: int = 0) -> Mapping:
    """Return ``node`` over ``below``: keys that only one has, and of those that both have, that of ``node``.

    Where both have keys in turn, and the key has a depth, these are taken over one by one.
    """
    entries = []
    for key, value in below.entries:
        own, over = node.key(key.text), node.get(key.text)
        levels = depths.get(key.text, depth)
        if own is None or over is None:
            entries.append((key, value))
        elif levels and isinstance(over, Mapping) and isinstance(value, Mapping):
            entries.append((own, _over(over, value, {}, levels - 1)))
        else:
            entries.append((own, over))
    known = {key.text for key, _ in below.entries}
    entries += [(key, value) for key, value in node.entries if key.text not in known]
    return Mapping(tuple(entries), node.span)


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
