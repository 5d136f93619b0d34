"""The page itself: docs/format.in.md, with what the specs say in the place of its ``<!-- … -->`` lines."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from deckgen import pipeline, plugins
from deckgen.cli import report
from deckgen.model.text import plain
from deckgen.resolve.deck import resolve
from deckgen.source.words import languages
from deckgen.source.yaml import read
from deckgen.spec.base import ChartSpec, FigureKind, ItemSpec, SlideSpec, Spec
from deckgen.spec.claims import ClaimSpec
from deckgen.spec.deck import AudienceSpec, DeckSpec
from deckgen.spec.figures import IndicatorSpec, PeriodsSpec, SourceSpec
from deckgen.spec.images import ImageSpec
from deckgen.spec.inference import precedence
from deckgen.spec.manual import example_of, needed, specs_below
from deckgen.spec.parse import parse_deck
from deckgen.spec.tables import TableSpec
from maker import DOCS, Missing
from maker.checks import manuals
from maker.examples import FOLDER, Example, examples
from maker.keys import table

TEMPLATE = DOCS / "format.in.md"
PAGE = DOCS / "format.md"
_NOTE = "<!-- Made by `python docs/make.py` from docs/format.in.md and the specs: change those, not this page. -->\n\n"
_LINE = re.compile(r"^<!-- (?P<part>[\w-]+)(?: (?P<of>[\w.-]+))? -->$", re.MULTILINE)
_SPECS: Mapping[str, type[Spec]] = {
    "deck": DeckSpec,
    "indicator": IndicatorSpec,
    "source": SourceSpec,
    "periods": PeriodsSpec,
    "slide": SlideSpec,
    "item": ItemSpec,
    "audience": AudienceSpec,
    "table": TableSpec,
    "image": ImageSpec,
    "claim": ClaimSpec,
}


def page() -> str:
    """Return docs/format.md as it ought to be; raise what it lacks."""

    def filled(match: re.Match[str]) -> str:
        part = _PARTS.get(match["part"])
        if part is None:
            raise Missing(f"docs/format.in.md asks for “{match['part']}”; there is: {', '.join(_PARTS)}")
        return part(match["of"] or "")

    return _NOTE + _LINE.sub(filled, TEMPLATE.read_text(encoding="utf-8"))


def choices() -> tuple[tuple[frozenset[str | FigureKind], str], ...]:
    """Return what a layout is chosen by, each with the layout: of those that fit, the first is taken."""
    layouts = plugins.vocabulary().layouts
    ranked = [(precedence(needs, layouts[name].most), name, needs) for name in layouts for needs in layouts[name].needs]
    ranked.sort(key=lambda one: (one[0], one[1], needed(one[2])), reverse=True)
    return tuple((needs, name) for _, name, needs in ranked)


def _choices(_: str) -> str:
    layouts = plugins.vocabulary().layouts
    rows = [f"| {_keys(needs)}{_most(layouts[name])} | [{name}](#{name}) |" for needs, name in choices()]
    return "\n".join(["| the slide has | its layout |", "| --- | --- |", *rows])


def _keys(needs: frozenset[str | FigureKind]) -> str:
    keys = [key for key in needs if isinstance(key, str)]
    return " and ".join(f"`{key}`" if key in keys else key for key in needed(needs))


def _most(layout: type[SlideSpec]) -> str:
    if layout.least and layout.most:
        return f", {layout.least} to {layout.most} indicators"
    return f", up to {layout.most} indicators" if layout.most else ""


def _layouts(_: str) -> str:
    return "\n\n".join(_layout(example) for example in examples() if example.kind == "layout" and not example.more)


def _layout(example: Example) -> str:
    spec = plugins.vocabulary().layouts[example.name]
    keys = table(spec, SlideSpec)
    needs = [_keys(needs) for needs, name in choices() if name == example.name]
    chosen = "Without `layout:`, a slide may get it that has " + ", or ".join(reversed(needs)) + "."
    named = f"A slide has it only if it says so: `layout: {example.name}`."
    own = f"Besides the [keys of every slide](#slides):\n\n{keys}" if keys else "It has no keys of its own."
    below = (f"Each of `{key}` has these keys:\n\n{table(inner)}" for key, inner in specs_below(spec))
    return _shown(example, _sentence(spec), chosen if needs else named, own, *below)


def _charts(_: str) -> str:
    return "\n\n".join(_chart(example) for example in examples() if example.kind == "chart" and not example.more)


def _chart(example: Example) -> str:
    known = plugins.vocabulary()
    spec = known.charts[example.name]
    usual = [f"[{name}](#{name})" for name, layout in known.layouts.items() if layout.default_chart == example.name]
    usual += [kind.value for kind in FigureKind if kind in spec.usual_for]
    also = f"It is the usual chart of {', '.join(usual)}." if usual else ""
    keys = table(spec, ChartSpec)
    own = f"Its own keys, besides `kind`:\n\n{keys}" if keys else "It has no keys besides `kind`."
    return _shown(example, _sentence(spec), also, own)


def _shown(first: Example, *told: str) -> str:
    """Return a heading with what is told under it, then each example with its picture."""
    title = first.name if first.kind == "layout" else f"The chart {first.name}"
    parts = [f"### {title}", *filter(None, told)]
    for example in examples():
        if (example.kind, example.name) == (first.kind, first.name):
            shown = f"The {example.kind} {' '.join(filter(None, (example.name, example.more)))}, as this file makes it"
            parts += [f"```yaml\n{example.text.rstrip()}\n```", f"![{shown}](pictures/{example.picture})"]
    return "\n\n".join(parts)


def _sentence(of: type) -> str:
    """Return the first sentence of a docstring, which must be the class's own."""
    if not of.__doc__:
        raise Missing(f"{of.__name__} has no docstring: say in one sentence what it shows")
    return inspect.cleandoc(of.__doc__).split("\n\n", maxsplit=1)[0].replace("\n", " ")


def _references(name: str) -> str:
    """Return what each reference of a file's first slide reads as."""
    path = FOLDER / name
    node, found = read(path.read_bytes(), path)
    spec, more = parse_deck(node, plugins.vocabulary()) if node else (None, ())
    deck, wrong = resolve(spec) if spec else (None, ())
    if spec is None or deck is None or found or more or wrong:
        raise Missing(f"docs/examples/{name} does not build: {[one.message for one in (*found, *more, *wrong)]}")
    written = getattr(spec.slides[0].spec, "text", ())
    read_as = getattr(deck.slides[0].fills["body"], "paragraphs", ())
    pairs = zip(written, read_as, strict=True)
    rows = [f"| `{text}` | {plain(paragraph.runs)} |" for text, paragraph in pairs]
    return "\n".join(["| write | read on the slide |", "| --- | --- |", *rows])


def _first(name: str) -> str:
    """Return the example of a layout."""
    return f"```yaml\n{example_of(plugins.vocabulary().layouts[name]).rstrip()}\n```"


def _example(name: str) -> str:
    return f"```yaml\n{(FOLDER / name).read_text(encoding='utf-8').rstrip()}\n```"


def _indicators(name: str) -> str:
    """Return the indicators of an example as they stand in its file."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return f"```yaml\nindicators:{text.partition('indicators:')[2].partition(chr(10) * 2)[0]}\n```"


def _told(name: str) -> str:
    """Return what ``deckgen build`` says of an example with mistakes."""
    found = pipeline.pages_of(FOLDER / name)[2]
    if not found:
        raise Missing(f"docs/examples/{name} is there to be wrong, but nothing is found in it")
    told = "\n".join(click.unstyle(report.text(one)) for one in found).replace(str(FOLDER), "content")
    return f"```text\n{told}\ncontent/{name}: {report.summary(found)}, nothing written\n```"


def _built(name: str) -> str:
    """Return what ``deckgen build`` says of an example, for everyone and for all its audiences."""
    deck = pipeline.parsed(FOLDER / name)
    made = [pipeline.check(deck, pipeline.Wanted(audience=audience)) for audience in ("", *deck.audiences)]
    if any(one.refused for one in made):
        raise Missing(f"docs/examples/{name} does not build")
    outputs = (Path("output", f"{pipeline.name_of(one.content, one.audience)}.pptx") for one in made)
    lines = "\n".join(
        report.written(replace(one, outputs=(output,))) for one, output in zip(made, outputs, strict=True)
    )
    return f"```text\n{lines}\n```"


def _checks(_: str) -> str:
    rows = [
        f"| `{one.code}` [{one.name}](checks/{one.name}.md) | {one.sentence} | {one.parts['Instead']} |"
        for one in manuals()
    ]
    return "\n".join(["| | what is found | what to do |", "| --- | --- | --- |", *rows])


_PARTS: Mapping[str, Callable[[str], str]] = {
    "keys": lambda of: table(_SPECS[of]),
    "choices": _choices,
    "layouts": _layouts,
    "charts": _charts,
    "references": _references,
    "example": _example,
    "first": _first,
    "indicators": _indicators,
    "told": _told,
    "built": _built,
    "checks": _checks,
    "languages": lambda _: f"There are: {', '.join(f'`{lang}`' for lang in languages())}.",
}
