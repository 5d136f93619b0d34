"""A deck in another language: what it says of its figures, and that no English word of ours is in it."""

import re

import pytest
from inline_snapshot import snapshot

from deckgen import pipeline, plugins
from deckgen.model.drawing import Label
from deckgen.source.words import languages, phrases
from deckgen.spec.manual import example_of
from deckgen.typeset.frames import ChartFrame, Pages
from tests.builders import indicators, pages, theme
from tests.writers.package import Package

OTHERS = [language for language in languages() if language != "en"]

# Every text of its author is of letters that no language makes a word of.
DECK = """\
title: Qwx
subtitle: Qwxa
organisation: Qwxb
author: Qwxc
url: qwxd.org
date: 2026-07-01
lang: LANG
sources: {s: {title: Qwxe}, t: {title: Qwxf}}
periods: {before: qwxg, after: qwxh}
indicators:
  risen: {label: Qwxi, before: 23%, after: 39%, source: s}
  fallen: {label: Qwxj, before: 39%, after: 38%, source: t}
  equal: {label: Qwxk, before: 12%, after: 12%}
  fresh: {label: Qwxl, value: 56%, new: true}
  doubtful: {label: Qwxm, value: 31%, unconfirmed: 20%}
  yearly: {label: Qwxn, figures: {2015: 2%, 2021: 3.5%}}
  counted: {label: Qwxo, value: 4, of: 57}
  money: {label: Qwxp, before: €1.2 bn, after: €3.6 bn}
  smaller: {label: Qwxq, value: €3.2 million}
  smallest: {label: Qwxr, value: €3.2 k}
  said: {label: Qwxs, change: ×2}
slides:
  - {layout: cover, indicators: [counted], text: "{money} {smaller} {smallest}"}
  - layout: findings
    section: Qwxt
    title: Qwxu
    numbered: [{text: Qwxv, section: Qwxt}, {text: Qwxw, section: Qwxy}, {text: Qwxae, section: Qwxaf}]
  - {layout: compare-bars, title: Qwxz, indicators: [risen, fallen, equal, fresh, doubtful, yearly], highlight: fresh}
  - {layout: compare-bars, section: Qwxy, title: Qwxaa, indicators: [money], notes: "{money.change} {risen.change}"}
  - {layout: text-and-chart, title: Qwxab, text: "{said} {risen}", indicators: [counted], source: s}
  - {layout: bullets, title: Qwxac, bullets: ["{said.change}", "{counted.share}", "{money.ratio}"], notes: "{fallen}"}
  - {layout: section, title: Qwxag}
  - {layout: table, title: Qwxah, indicators: [risen, fresh, doubtful, counted]}
  - {layout: closing, section: Qwxaf, title: Qwxad}
"""


def texts(package: Package) -> str:
    """Return all that is read on slides and in notes, and all alternative text."""
    found = []
    for name in package.parts:
        if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
            found.append(package.text_of(name))
            found += [node.get("descr") or "" for node in package.xml(name).iter("{*}cNvPr")]
        if name.endswith(".svg"):
            found += ["".join(map(str, node.itertext())) for node in package.xml(name).iter("{*}text")]
    return "\n".join(found)


def spoken(pages: Pages) -> str:
    """Return all that is read on slides and in notes, and all alternative text."""
    found = []
    for page in pages.pages:
        runs = [run for paragraph in page.notes for run in paragraph.runs]
        for frame in page.frames:
            found.append(getattr(frame, "alt_text", ""))
            runs += [run for paragraph in getattr(frame, "paragraphs", ()) for run in paragraph.source.runs]
            marks = frame.drawing.marks if isinstance(frame, ChartFrame) else ()
            found += [mark.text for mark in marks if isinstance(mark, Label)]
        found += [run.text for run in runs]
    return "\n".join(found)


def words_in(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]+", text)}


def words_of(language: str, around: bool = False) -> set[str]:
    """Return the words that deckgen adds to a deck in a language, or to the reader around it; no names of places."""
    texts = [text for name, text in phrases(language)[0].items() if name.startswith("html-") == around]
    forms = [form for text in texts for form in ([text] if isinstance(text, str) else text.values())]
    return words_in(re.sub(r"\{.*?\}", " ", " ".join(forms)))


@pytest.mark.parametrize("language", OTHERS)
def test_a_deck_has_no_english_word_of_ours(language: str) -> None:
    said = texts(Package(pipeline.presentation(pages(DECK.replace("LANG", language)), theme())))
    assert words_in(said) & (words_of("en") - words_of(language)) == set()
    spoken = words_in(said) - {word for word in words_in(said) if word.startswith("qwx")}
    assert len(spoken & words_of(language)) > 20


KNOWN = plugins.vocabulary()
EXAMPLES = {
    **{f"layout {name}": example_of(spec) for name, spec in KNOWN.layouts.items()},
    **{f"chart {name}": example_of(spec) for name, spec in KNOWN.charts.items()},
}


def almost_doubled(language: str) -> str:
    """Return a change in words of the language, which is the author's and must be understood."""
    lists = phrases(language)[1]
    return f"{lists['almost'][0]} {lists['doubled'][0]}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_layout_or_chart_says_an_english_word_of_ours(name: str) -> None:
    for language in OTHERS:
        example = EXAMPLES[name].replace("almost doubled", almost_doubled(language))
        said = words_in(spoken(pages(f"lang: {language}\n{example}"))) - words_in(example)
        assert said & (words_of("en") - words_of(language)) == set(), language


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", snapshot(["image", "k", "m", "plus", "point", "points", "source", "sources"])),
        ("de", snapshot(["pp"])),
        ("es", snapshot(["m", "no", "pp"])),
        ("it", snapshot(["in"])),
        ("ru", snapshot([])),
    ],
)
def test_a_language_shares_few_words_with_english(language: str, expected: list[str]) -> None:
    assert sorted(words_of("en") & words_of(language)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", snapshot(["a", "o", "page"])),
        ("de", snapshot(["browser", "esc", "o", "pop", "ups"])),
        ("es", snapshot(["a", "esc", "no", "o"])),
        ("it", snapshot(["a", "browser", "esc", "file", "home", "o", "pop", "up"])),
        ("ru", snapshot(["down", "end", "enter", "esc", "home", "o", "page", "up"])),
    ],
)
def test_around_a_deck_a_language_shares_names_of_keys_and_words_that_are_its_own(
    language: str, expected: list[str]
) -> None:
    assert sorted(words_of("en", around=True) & words_of(language, around=True)) == expected


def test_the_same_deck_in_english_has_them() -> None:
    said = texts(Package(pipeline.presentation(pages(DECK.replace("LANG", "en")), theme())))
    assert {"source", "sources", "change", "new", "slides", "slide", "chart", "rose", "fell", "stayed"} <= words_in(
        said
    )


LABELS = {
    "fr": ("Mariages fictifs", "enquête précédente", "présente enquête", "presque doublé"),
    "de": ("Scheinehen", "vorherige Erhebung", "diese Erhebung", "fast verdoppelt"),
    "es": ("Matrimonios ficticios", "encuesta anterior", "encuesta actual", "casi el doble"),
    "it": ("Matrimoni fittizi", "indagine precedente", "indagine attuale", "quasi raddoppiato"),
    "ru": ("Фиктивные браки", "предыдущий опрос", "нынешний опрос", "почти удвоилось"),
}
FIGURES = """
risen: {label: LABEL, before: 23%, after: 39%}
fallen: {label: LABEL, before: 12, after: 9}
equal: {label: LABEL, before: 39%, after: 39%}
yearly: {label: LABEL, figures: {2015: 2.5%, 2021: 3.5%}}
fresh: {label: LABEL, value: 56%, new: true}
counted: {label: LABEL, value: 31, of: 57}
doubtful: {label: LABEL, value: 31%, unconfirmed: 20%}
money: {label: LABEL, before: €1.2 bn, after: €3.6 bn}
said: {label: LABEL, change: CHANGE}
turned: {label: LABEL, figures: {2015: 20%, 2018: 8%, 2019: 41%, 2021: 39%}}
returned: {label: LABEL, figures: {2015: 39%, 2019: 12%, 2021: 39%}}
"""


def sentences(language: str) -> list[str]:
    label, before, after, change = LABELS[language]
    head = f"lang: {language}\nperiods: {{before: {before}, after: {after}}}"
    made = indicators(FIGURES.replace("LABEL", label).replace("CHANGE", change), head)
    return [of.sentence.replace("\u00a0", "~") for of in made.values()]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            snapshot(
                [
                    "Mariages fictifs~: en hausse, de 23~% (enquête précédente) à 39~% (présente enquête), +16 points de pourcentage",
                    "Mariages fictifs~: en baisse, de 12 (enquête précédente) à 9 (présente enquête), −25~%",
                    "Mariages fictifs~: stable à 39~%",
                    "Mariages fictifs~: en hausse, de 2,5~% (2015) à 3,5~% (2021), +1,0 point de pourcentage",
                    "Mariages fictifs~: 56~%, nouvel indicateur",
                    "Mariages fictifs~: 31 sur 57",
                    "Mariages fictifs~: 31~%, plus 20~% sans confirmation",
                    "Mariages fictifs~: en hausse, de 1,2~Md~€ (enquête précédente) à 3,6~Md~€ (présente enquête), ×3",
                    "Mariages fictifs~: presque doublé",
                    "Mariages fictifs~: en hausse, de 20~% (2015) à 39~% (2021), +19 points de pourcentage, avec un minimum de 8~% (2018), avec un maximum de 41~% (2019)",
                    "Mariages fictifs~: 39~% (2015) et de nouveau 39~% (2021), avec un minimum de 12~% (2019)",
                ]
            ),
        ),
        (
            "de",
            snapshot(
                [
                    "Scheinehen: Anstieg von 23~% (vorherige Erhebung) auf 39~% (diese Erhebung), +16 Prozentpunkte",
                    "Scheinehen: Rückgang von 12 (vorherige Erhebung) auf 9 (diese Erhebung), −25~%",
                    "Scheinehen: unverändert bei 39~%",
                    "Scheinehen: Anstieg von 2,5~% (2015) auf 3,5~% (2021), +1,0 Prozentpunkte",
                    "Scheinehen: 56~%, neuer Indikator",
                    "Scheinehen: 31 von 57",
                    "Scheinehen: 31~%, weitere 20~% unbestätigt",
                    "Scheinehen: Anstieg von 1,2~Mrd.~€ (vorherige Erhebung) auf 3,6~Mrd.~€ (diese Erhebung), ×3",
                    "Scheinehen: fast verdoppelt",
                    "Scheinehen: Anstieg von 20~% (2015) auf 39~% (2021), +19 Prozentpunkte, Tiefstwert 8~% (2018), Höchstwert 41~% (2019)",
                    "Scheinehen: 39~% (2015) und wieder 39~% (2021), Tiefstwert 12~% (2019)",
                ]
            ),
        ),
        (
            "es",
            snapshot(
                [
                    "Matrimonios ficticios: al alza, de 23~% (encuesta anterior) a 39~% (encuesta actual), +16 puntos porcentuales",
                    "Matrimonios ficticios: a la baja, de 12 (encuesta anterior) a 9 (encuesta actual), −25~%",
                    "Matrimonios ficticios: sin variación, 39~%",
                    "Matrimonios ficticios: al alza, de 2,5~% (2015) a 3,5~% (2021), +1,0 punto porcentual",
                    "Matrimonios ficticios: 56~%, indicador nuevo",
                    "Matrimonios ficticios: 31 de 57",
                    "Matrimonios ficticios: 31~%, más 20~% sin confirmar",
                    "Matrimonios ficticios: al alza, de 1,2~mil~M~€ (encuesta anterior) a 3,6~mil~M~€ (encuesta actual), ×3",
                    "Matrimonios ficticios: casi el doble",
                    "Matrimonios ficticios: al alza, de 20~% (2015) a 39~% (2021), +19 puntos porcentuales, con un mínimo de 8~% (2018), con un máximo de 41~% (2019)",
                    "Matrimonios ficticios: 39~% (2015) y de nuevo 39~% (2021), con un mínimo de 12~% (2019)",
                ]
            ),
        ),
        (
            "it",
            snapshot(
                [
                    "Matrimoni fittizi: in aumento, da 23% (indagine precedente) a 39% (indagine attuale), +16 punti percentuali",
                    "Matrimoni fittizi: in calo, da 12 (indagine precedente) a 9 (indagine attuale), −25%",
                    "Matrimoni fittizi: nessuna variazione, 39%",
                    "Matrimoni fittizi: in aumento, da 2,5% (2015) a 3,5% (2021), +1,0 punti percentuali",
                    "Matrimoni fittizi: 56%, nuovo indicatore",
                    "Matrimoni fittizi: 31 su 57",
                    "Matrimoni fittizi: 31%, più 20% senza conferma",
                    "Matrimoni fittizi: in aumento, da 1,2~mld~€ (indagine precedente) a 3,6~mld~€ (indagine attuale), ×3",
                    "Matrimoni fittizi: quasi raddoppiato",
                    "Matrimoni fittizi: in aumento, da 20% (2015) a 39% (2021), +19 punti percentuali, con un minimo di 8% (2018), con un massimo di 41% (2019)",
                    "Matrimoni fittizi: 39% (2015) e di nuovo 39% (2021), con un minimo di 12% (2019)",
                ]
            ),
        ),
        (
            "ru",
            snapshot(
                [
                    "Фиктивные браки: рост с 23~% (предыдущий опрос) до 39~% (нынешний опрос), +16 процентных пунктов",
                    "Фиктивные браки: снижение с 12 (предыдущий опрос) до 9 (нынешний опрос), −25~%",
                    "Фиктивные браки: без изменений, 39~%",
                    "Фиктивные браки: рост с 2,5~% (2015) до 3,5~% (2021), +1,0 процентного пункта",
                    "Фиктивные браки: 56~%, новый показатель",
                    "Фиктивные браки: 31 из 57",
                    "Фиктивные браки: 31~%, ещё 20~% не подтверждено",
                    "Фиктивные браки: рост с 1,2~млрд~€ (предыдущий опрос) до 3,6~млрд~€ (нынешний опрос), ×3",
                    "Фиктивные браки: почти удвоилось",
                    "Фиктивные браки: рост с 20~% (2015) до 39~% (2021), +19 процентных пунктов, минимум~— 8~% (2018), максимум~— 41~% (2019)",
                    "Фиктивные браки: 39~% (2015) и снова 39~% (2021), минимум~— 12~% (2019)",
                ]
            ),
        ),
    ],
)
def test_figures_are_said_in_sentences_of_the_language(language: str, expected: list[str]) -> None:
    assert sentences(language) == expected


LONG = "B" * 220
CHARTED = f"""
title: T
lang: LANG
indicators:
  a: {{label: A, before: 1%, after: 9%}}
  b: {{label: {LONG}, value: 3%}}
  c: {{label: {LONG}, value: 2%}}
slides:
  - {{layout: compare-bars, title: U, indicators: [a, b]}}
  - {{layout: compare-bars, title: V, indicators: [a, b, c]}}
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", snapshot([" and 1 more", " and 2 more"])),
        ("fr", snapshot([" et 1 autre", " et 2 autres"])),
        ("de", snapshot([" und 1 weiterer Wert", " und 2 weitere Werte"])),
        ("es", snapshot([" y 1 más", " y 2 más"])),
        ("it", snapshot([" e 1 altro", " e altri 2"])),
        ("ru", snapshot([" и ещё 1", " и ещё 2"])),
    ],
)
def test_what_alternative_text_leaves_out_is_counted(language: str, expected: list[str]) -> None:
    made = pages(CHARTED.replace("LANG", language))
    charts = [frame for page in made.pages for frame in page.frames if isinstance(frame, ChartFrame)]
    assert [chart.alt_text.rpartition(";")[2] for chart in charts] == expected


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("change", ["doubled", "almost doubled", "halved", "tripled", "50% increase", "x2", "+50%"])
def test_a_change_in_words_is_the_authors_own_text(change: str, language: str) -> None:
    made = indicators(f"a: {{label: A, change: {change}}}", f"lang: {language}")["a"]
    assert made.change is not None
    assert (made.change.text, made.change.words) == (change, change)
    assert made.sentence.endswith(change)
