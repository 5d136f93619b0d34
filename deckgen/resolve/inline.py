"""Inline text to runs: ``**bold**``, ``*italic*``, ``[words](https://…)``, nothing else."""

import re
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.text import Run, Runs

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_TEXTS = 4096
"""Of how many texts is kept what they read as: of several decks, or one that is worked on, most are alike."""
_MEANT = "*_[\\"
"""A text without any of these signs reads as it stands."""
_BOLD = re.compile(r"(?<![^ \u00a0(])\*\*(?=\w)([^*]*\w)\*\*(?![^ \u00a0.,;:!?)])")
"""Words between two stars on either side, which are bold in whatever way the rest is read (CommonMark 0.31, 6.2)."""
_SIGNS = re.compile(r"([\\*_\[\]()!])")
_LINK = re.compile(r"(https?://[^\s/$.?#][^\s]*|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)

_OWN = re.compile(r"\s*(?:(?:j\s*a\s*v\s*a|vb)\s*script:|(?:file|data|smb):|//|\\\\|[a-z]:[\\/])", re.IGNORECASE)
"""What runs a program, or leads to a file that only the computer of the author has."""


def escaped(text: str) -> str:
    """Return ``text`` so that no character of it is read as a sign of emphasis."""
    return _SIGNS.sub(r"\\\1", text)


def runs(text: str, span: Span) -> tuple[Runs, tuple[Diagnostic, ...]]:
    """Return the runs of one paragraph; line ends in it count as spaces."""
    made, links = _read(" ".join(text.split("\n")))
    hint = "a link begins with https://, http:// or mailto:"
    bad = (f"“{link}” is no address that a slide can link to" for link in links if not _is_address(link))
    return made, tuple(Diagnostic("R305", "bad-link", Severity.ERROR, message, span, hint) for message in bad)


@lru_cache(MOST_TEXTS)
def _read(text: str) -> tuple[Runs, tuple[str, ...]]:
    """Return the runs of a line, and where its links lead."""
    simple = _simple(text)
    return (simple, ()) if simple is not None else _by_grammar(text)


def _by_grammar(text: str) -> tuple[Runs, tuple[str, ...]]:
    """Return what ``_read`` does, of any text."""
    (block,) = _parser().parseInline(text)
    made: list[Run] = []
    links: list[str] = []
    style = Run("")
    for token in block.children or ():
        style = _styled(style, token)
        if token.type == "link_open":
            links.append(style.link)
        characters = token.content or (token.markup if _is_underscore(token) else "")
        if characters:
            made.append(replace(style, text=characters))
    return _joined(made), tuple(links)


def _simple(text: str) -> Runs | None:
    """Return the runs of a text without emphasis, or with none but whole words in bold; None for any other.

    As nearly all texts of decks are: to import what reads all others takes as long as resolving the rest.
    """
    parts = _BOLD.split(text)
    if any(sign in part for part in parts for sign in _MEANT):
        return None
    # What is in bold is every second part.
    return tuple(Run(part, bold=place % 2 == 1) for place, part in enumerate(parts) if part)


def address(text: str) -> str:
    """Return what a slide links to where ``text`` is an address, be it without https://; else nothing."""
    link = f"https://{text}" if text.startswith("www.") else text
    return link if _is_address(link) else ""


def of_own_computer(text: str) -> bool:
    """Return whether ``text`` is an address that nobody else can open, or that runs a program."""
    return bool(_OWN.match(text))


def _is_address(link: str) -> bool:
    """Return whether a slide can link to ``link``: an address of the web or of a mailbox, its port a port."""
    try:
        return bool(_LINK.fullmatch(link)) and urlsplit(link).port != 0
    except ValueError:
        return False


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # so that it is reported, not dropped
    return parser


def _is_underscore(token: "Token") -> bool:
    return token.markup.startswith("_")


def _styled(style: Run, token: "Token") -> Run:
    if _is_underscore(token):
        return style
    if token.type in ("strong_open", "strong_close"):
        return replace(style, bold=token.type == "strong_open")
    if token.type in ("em_open", "em_close"):
        return replace(style, italic=token.type == "em_open")
    if token.type == "link_open":
        return replace(style, link=str(token.attrGet("href") or ""))
    return replace(style, link="") if token.type == "link_close" else style


def _joined(made: list[Run]) -> Runs:
    """Return runs with neighbours of one style made one."""
    joined: list[Run] = []
    for run in made:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)
