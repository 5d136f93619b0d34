"""Whole decks at random, of any structure that the schema allows, their words and figures as officers write them.

What a deck may hold is read from its schema, so that a new layout, chart or key is tried without an edit here.
Each text holds a word that stands nowhere else: ``tok7x``. By it the text is found in the file.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from deckgen import plugins
from deckgen.source.words import languages
from deckgen.spec.base import FigureKind
from deckgen.spec.schema import Schema, deck_schema
from tests.fuzz.workshop import THEMES

TOKEN = re.compile(r"tok\d+x")
Draw = Callable[[st.SearchStrategy[Any]], Any]

GROUPS: Mapping[str, tuple[dict[str, Any], ...]] = {
    "pairs": (
        {"before": "23%", "after": "39%"},
        {"before": "4%", "after": "4%"},
        {"before": "61.5%", "after": "12%", "unconfirmed": "7%"},
        {"before": "0%", "after": "100%"},
        {"value": "56%", "new": True},
    ),
    "money": (
        {"before": "€3.2 bn", "after": "€4 bn"},
        {"before": "€0.5 bn", "after": "€0.4 bn"},
        {"value": "€12.75 bn"},
    ),
    "periods": (
        {"figures": {"2015": "23%", "2018": "30%", "2021": "39%"}},
        {"figures": {"2015": "41%", "2018": "8%", "2021": "41%", "2024": "60%"}},
        {"figures": {"2015": "0%", "2021": "0.5%"}},
    ),
    "counts": (
        {"value": "31", "of": "57"},
        {"value": "2", "of": "states"},
        {"value": "0", "of": "states"},
        {"value": "57", "of": "states"},
    ),
    "changes": ({"change": "almost doubled"}, {"change": "halved"}, {"change": "x2"}, {"change": "50% increase"}),
    "values": (
        {"value": "14"},
        {"value": "1 250 km"},
        {"value": "-3"},
        {"value": "31%", "unconfirmed": "20%"},
        {"value": "0.5 million"},
    ),
}
"""The figures of indicators, by what they have in common: those of one group can stand in one chart."""
_WORDS = (
    "States", "traffickers", "child", "victims", "reported", "more", "than", "the", "of", "in", "labour", "inspectors", "Ж", "№", "“marriage”",
    "previous", "investigation", "cross-border", "e.g.", "&", "<10", "5 % —", "naïve", "Straße", "торговля людьми", "—", "it's", "and/or",
    "#", "a:b", "C:\\x", "1)", "$5", "50%", "{{", "}}", "\\*",
)  # fmt: skip
_OUTSIDE_A_SLIDE = {
    "id",
    "allow",
    "source",
    "layout",
    "audience",
    "section",
    "chart",
    "highlight",
    "indicators",
    "alt",
    "file",
    "focus",
}
"""Keys whose texts need not stand on the slide, or are names of other things."""
_ORDERED = ("bullets", "numbered", "text", "rows", "timeline")
_OFTEN = {
    "indicators": 0.7,
    "bullets": 0.5,
    "chart": 0.4,
    "kicker": 0.5,
    "notes": 0.4,
    "hidden": 0.08,
    "audience": 0.06,
    "alt": 0.95,
    "decorative": 0.1,
    "allow": 0.05,
}


@dataclass(frozen=True)
class Written:
    """A deck as it is written, and the words by which each of its slides is known: those that must be on it."""

    text: str
    slides: tuple[tuple[str, ...], ...]
    runs: tuple[tuple[str, ...], ...]
    """Words that stand in this order on one slide."""
    native: bool = False


@cache
def schema() -> Schema:
    return deck_schema(plugins.vocabulary(), THEMES)


@st.composite
def decks(draw: Draw) -> Written:
    """Draw a deck."""
    return _Author(draw).deck()


@dataclass
class _Author:
    """Writes one deck."""

    draw: Draw
    tokens: int = 0
    names: dict[str, list[str]] = field(default_factory=dict)
    group: str = ""

    def deck(self) -> Written:
        """Return a deck with the figures that its slides speak of."""
        self.names = {group: [f"{group}-{n}" for n in range(len(of))] for group, of in GROUPS.items()}
        whole = schema()["properties"]
        slides = [self.slide() for _ in range(self.one(st.sampled_from((1, 1, 2, 3))))]
        keys = [
            key
            for key in whole
            if key not in ("slides", "title") and (key == "audiences" or self.chance(0.05 if key == "allow" else 0.4))
        ]
        deck: dict[str, Any] = {"title": self.text("title")}
        deck |= {key: self.value(whole[key], key) for key in keys if key != "indicators"}
        deck["audiences"] = ["ministers", "press"]
        deck |= {"sources": {"survey": {"title": self.text("source")}, "report": {"title": self.text("source")}}}
        deck["indicators"] = self.indicators(yaml.safe_load(json.dumps(slides)), deck)
        deck["slides"] = slides
        return Written(
            _yaml(deck),
            tuple(_shown(slide) for slide in slides if "audience" not in slide),
            tuple(_runs(slides)),
            native=self.chance(0.2),
        )

    def one(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.draw(strategy)

    def chance(self, share: float) -> bool:
        return bool(self.draw(st.integers(0, 99)) < share * 100)

    def slide(self) -> dict[str, Any]:
        """Return a slide of a layout, with the keys that it needs and some that it may have."""
        layout = self.one(st.sampled_from(schema()["properties"]["slides"]["items"]["allOf"]))
        own, name = layout["then"], layout["if"]["properties"]["layout"]["const"]
        meant = _meant(name)
        self.group = self.one(st.sampled_from(meant if meant and self.chance(0.9) else list(GROUPS)))
        slide = self.mapping(own)
        slide["layout"] = name
        if self.chance(0.1):
            del slide["layout"]
        named = slide.get("indicators")
        if "highlight" in slide:
            known = named if isinstance(named, list) and named else self.names[self.group]
            slide["highlight"] = self.one(st.sampled_from(known))
        return slide

    def mapping(self, of: Schema) -> dict[str, Any]:
        required = set(of.get("required", ())) - {"layout"}
        return {
            key: self.value(inner, key)
            for key, inner in of["properties"].items()
            if key in required or (key not in ("layout", "allow") and self.chance(_OFTEN.get(key, 0.3)))
        }

    def part(self, of: Schema) -> dict[str, Any]:
        """Return a part of a slide, such as a column, which mostly holds something."""
        made = self.mapping(of)
        return made if made.keys() - {"title", "lead", "audience"} else self.mapping(of)

    def value(self, of: Schema, key: str) -> Any:
        """Return a value that a schema allows, for ``key``."""
        if "$ref" in of:
            of = schema()["$defs"][of["$ref"].rpartition("/")[2]]
        if key in _NAMED:
            return _NAMED[key](self, of)
        if "enum" in of or "const" in of:
            return self.one(st.sampled_from(of.get("enum", [of.get("const")])))
        if "anyOf" in of:
            return self.value(self.one(st.sampled_from(of["anyOf"])), key)
        return self.typed(of, key)

    def typed(self, of: Schema, key: str) -> Any:
        """Return a value of the type that a schema names."""
        if of["type"] == "array":
            least = max(of.get("minItems", 1), 1)
            count = self.one(st.integers(least, min(of.get("maxItems", least + 4), least + 4)))
            return [self.value(of["items"], key) for _ in range(count)]
        if of["type"] == "object":
            return self.part(of) if "properties" in of else {}
        if of["type"] in ("number", "integer"):
            return self.one(st.sampled_from([0, 0.5, 1]))
        if of["type"] == "boolean":
            return self.one(st.booleans())
        return None if of["type"] == "null" else self.text(key)

    def text(self, key: str) -> str:
        """Return a text with a word of its own, as long as such texts are."""
        words = self.one(st.lists(st.sampled_from(_WORDS), min_size=0, max_size=_LENGTH.get(key, 5)))
        self.tokens += 1
        words.insert(self.one(st.integers(0, len(words))), f"tok{self.tokens}x")
        decoration = self.one(st.integers(0, 19))
        if decoration < len(_DECORATED) and key not in _PLAIN:
            name = self.one(st.sampled_from(self.names[self.one(st.sampled_from(list(GROUPS)))]))
            at = self.one(st.integers(0, len(words) - 1))
            words[at] = _DECORATED[decoration].format(word=words[at], name=name)
        return " ".join(words)

    def some_names(self, of: Schema) -> list[str]:
        """Return names of indicators, mostly of one group, and as many as are asked for."""
        known = self.names[self.group if self.chance(0.94) else self.one(st.sampled_from(list(GROUPS)))]
        least, most = min(of.get("minItems", 1), len(known)), min(of.get("maxItems", 4), len(known))
        names: list[str] = self.one(st.lists(st.sampled_from(known), min_size=least, max_size=most, unique=True))
        return names

    def indicators(self, slides: list[dict[str, Any]], deck: dict[str, Any]) -> dict[str, Any]:
        """Return the indicators that are spoken of, and what they are out of."""
        spoken = json.dumps([slides, deck])
        named = {name: GROUPS[group][n] for group, names in self.names.items() for n, name in enumerate(names)}
        made: dict[str, Any] = {"states": {"label": "participating States", "value": "57"}}
        for name, figures in named.items():
            if name in spoken:
                more = {key: self.text(key) for key in ("short", "note") if self.chance(0.15)}
                made[name] = {"label": f"**{name}** " + self.text("label"), **more, **figures}
        for _ in range(3):
            spoken = json.dumps(made)
            made |= {
                name: {"label": name, **figures}
                for name, figures in named.items()
                if name not in made and f"{{{name}" in spoken
            }
        return made


_LENGTH = {
    "title": 8,
    "kicker": 4,
    "notes": 25,
    "text": 12,
    "lead": 8,
    "label": 4,
    "short": 2,
    "columns": 2,
    "rows": 2,
    "section": 3,
}
"""How many words a text has at most, by its key."""
_PLAIN = {"section", "source", "before", "after", "id", "alt", "credit", "date", "columns"}
"""Keys whose texts are shown as they stand."""
_DECORATED = (
    "**{word}**", "*{word}*", "[{word}](https://www.osce.org/cthb)", "{word} {{{name}}}", "{word} {{{name}.label}}",
    "{{{name}.label}} {word}", "[{word}](mailto:a@b.org)",
)  # fmt: skip
_NAMED: Mapping[str, Callable[[_Author, Schema], Any]] = {
    "indicators": _Author.some_names,
    "theme": lambda author, of: author.one(st.sampled_from(THEMES)),
    "lang": lambda author, of: author.one(st.sampled_from(languages())),
    "date": lambda author, of: author.one(st.dates(date(2001, 1, 1), date(2031, 1, 1))).isoformat(),
    "url": lambda author, of: author.one(st.sampled_from(["www.osce.org/cthb", "https://osce.org", "a@osce.org"])),
    "file": lambda author, of: "crossing.svg",
    "focus": lambda author, of: author.one(st.sampled_from(["top left", "center", [0.2, 1]])),
    "audience": lambda author, of: author.one(st.sampled_from(["ministers", ["ministers", "press"]])),
    "allow": lambda author, of: author.one(st.sampled_from([check.name for check in plugins.checks()])),
    "source": lambda author, of: author.one(st.sampled_from(["survey", ["survey", "report"]])),
    "sources": lambda author, of: {},
    "audiences": lambda author, of: {},
    "rows": lambda author, of: [[author.text("rows") for _ in range(3)] for _ in range(author.one(st.integers(1, 4)))],
}


@cache
def _meant(layout: str) -> list[str]:
    """Return the groups of figures that a layout is meant for."""
    needs = {
        str(one.name).lower()
        for needs in plugins.vocabulary().layouts[layout].needs
        for one in needs
        if isinstance(one, FigureKind)
    }
    return [group for group in GROUPS if group in needs or (group == "money" and "pairs" in needs)]


def _shown(slide: dict[str, Any]) -> tuple[str, ...]:
    """Return the words by which the texts of a slide are known; none of what is kept for some."""
    return tuple(_tokens(slide))


def _tokens(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield from TOKEN.findall(part)
    elif isinstance(part, list):
        for one in part:
            yield from _tokens(one)
    elif isinstance(part, dict) and "audience" not in part:
        for key, value in part.items():
            if key not in _OUTSIDE_A_SLIDE:
                yield from _tokens(value)


def _runs(part: Any) -> Iterator[tuple[str, ...]]:
    """Yield the words of each list below ``part`` that is shown in its order."""
    if isinstance(part, list):
        for one in part:
            yield from _runs(one)
    elif isinstance(part, dict) and "audience" not in part:
        for key, value in part.items():
            if key in _ORDERED and isinstance(value, list):
                yield tuple(_tokens(value))
            yield from _runs(value)


class _Dumper(yaml.SafeDumper):
    """Writes no anchors: a deck has none."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(deck: dict[str, Any]) -> str:
    return yaml.dump(deck, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
