"""docs/claims.md: what may be claimed in each language, and within what bounds, from deckgen/words/claims."""

from collections.abc import Iterable, Mapping

from deckgen.source.words import claim_kinds, claim_words, languages, phrases
from maker import DOCS

PAGE = DOCS / "claims.md"
TEMPLATE = DOCS / "claims.in.md"
_NOTE = (
    "<!-- Made by `python docs/make.py` from docs/claims.in.md and deckgen/words/claims: change those, not this page."
    " -->\n\n"
)
_LINE = "<!-- {} -->"


def page() -> str:
    """Return the page as the data say it."""
    text = TEMPLATE.read_text(encoding="utf-8")
    parts = {"kinds": _kinds(), "quantities": _quantities(), "degrees": _degrees(), "languages": _languages()}
    for name, made in parts.items():
        text = text.replace(_LINE.format(name), made)
    return _NOTE + text


def problems() -> tuple[str, ...]:
    """Return whether the page is not what the data say."""
    written = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    return () if written == page() else ("docs/claims.md is not what the data say: write it with: python docs/make.py",)


def _kinds() -> str:
    said = claim_words("en")["kinds"]
    rows = (
        (_some(said[name]), f"{key}: {told[key]}", told["why"])
        for name, told in claim_kinds()["kinds"].items()
        for key in ("share", "change")
        if key in told
    )
    return _table(("words", "hold for", "why"), rows)


def _quantities() -> str:
    kinds, shares, changes = claim_kinds(), claim_words("en")["shares"], phrases("en")[1]
    rows = [(_some(shares[name]), told["is"], "of the whole") for name, told in kinds["shares"].items()]
    rows += [(_some(changes[name]), f"×{told['is']}", "of the earlier figure") for name, told in kinds["times"].items()]
    rows += [(_some(changes[name]), f"−{told['is']}", "of the earlier figure") for name, told in kinds["falls"].items()]
    digits = [
        ("`4 in 10`, `four out of ten`", "4/10", "of the whole"),
        ("`40%`, `40 per cent`", "40%, to half of its last digit", "of the whole"),
        ("`×2.5`, `2.5 times as many`", "×2.5", "of the earlier figure"),
        ("`rose by a third`, `50% increase`, `+50%`", "+1/3, +50%", "of the earlier figure"),
        ("`fell by 30%`, `down a quarter`, `-30%`", "−30%, −1/4", "of the earlier figure"),
        ("`rose by 16 percentage points`", "16 points", "between the two figures"),
        ("`more than 30`", "30", "the figure itself"),
    ]
    return _table(("words", "is", "of what"), [*rows, *digits])


def _degrees() -> str:
    def said(name: str) -> str:
        return _some(phrases("en")[1][name]) if name != "plain" else "none: `half`, `doubled`"

    rows = (
        (said(name), f"{told['of']}{'; of multiples ' + told['times'] if 'times' in told else ''}", told["why"])
        for name, told in claim_kinds()["degrees"].items()
    )
    return _table(("word", "of the quantity", "why"), rows)


def _languages() -> str:
    parts = []
    for lang in languages():
        said, lists = claim_words(lang), phrases(lang)[1]
        named: Mapping[str, tuple[str, ...]] = {
            **said["kinds"],
            **said["shares"],
            **{name: lists[name] for group in ("times", "falls") for name in claim_kinds()[group]},
            **{name: lists[name] for name in claim_kinds()["degrees"] if name != "plain"},
        }
        rows = ((name, ", ".join(words)) for name, words in named.items())
        parts.append(f"### {lang}\n\n{_table(('what', 'words'), rows)}")
    return "\n\n".join(parts)


def _some(words: tuple[str, ...]) -> str:
    """Return the first few of several words."""
    return ", ".join(f"`{word}`" for word in words[:4])


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
