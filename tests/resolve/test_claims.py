"""Words in a text that claim something of a figure: they stand as long as the figures bear them."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from deckgen.plugins import vocabulary
from deckgen.resolve.deck import resolve
from deckgen.source.words import claim_kinds, claim_words, languages
from deckgen.source.yaml import read as read_yaml
from deckgen.spec.parse import parse_deck
from tests.builders import CONTENT, NAME, checked, mistakes, pages
from tests.builders import told as all_told

HEAD = """\
title: D
lang: {lang}
claims:
  surged: {{change: at least x1.5}}
  a handful: {{value: 1 to 9}}
  most: {{share: at least 60%}}
indicators:
  all: {{label: States, value: 57}}
  counted: {{label: Counted, value: 31, of: all}}
  changed: {{label: Changed, before: 23%, after: 39%}}
  new: {{label: New, value: 31%, unconfirmed: 20%}}
  said: {{label: Said, change: almost doubled}}
  from-none: {{label: From none, before: 0, after: 4}}
slides:
  - layout: bullets
    title: T
    text: "{text}"
"""


def deck(text: str, lang: str = "en") -> str:
    return HEAD.format(text=text, lang=lang)


def found(text: str) -> str:
    """Return what is wrong with a deck before it is typeset."""
    node, _ = read_yaml(text.encode(), NAME)
    assert node is not None
    spec, wrong = parse_deck(node, vocabulary())
    assert spec is not None, wrong
    return all_told(resolve(spec)[1])


def told(text: str, lang: str = "en") -> str:
    """Return what is found in a deck whose one text is this."""
    return found(deck(text, lang))


def of_figures(figures: str, claim: str, lang: str = "en") -> str:
    """Return what is found of a claim about an indicator with these keys."""
    text = f"title: D\nlang: {lang}\nindicators:\n  x: {{label: L, {figures}}}\nslides:\n  - layout: bullets\n    title: T\n"
    return found(f'{text}    text: "{{x | {claim}}}"\n')


def holds(figures: str, claim: str, lang: str = "en") -> bool:
    wrong = of_figures(figures, claim, lang)
    assert not wrong or "claim-not-held" in wrong, wrong
    return not wrong


def read(text: str) -> str:
    (paragraph,) = next(frame for frame in pages(deck(text)).pages[0].frames if frame.name == "body").paragraphs
    return "".join(run.text for line in paragraph.lines for run in line.runs)


def test_a_claim_shows_its_words_as_they_are_written() -> None:
    shown = read("**{changed | Rose}** by {changed|  SURGED}")
    assert shown == "Rose by SURGED"


def test_the_words_of_a_claim_are_told_to_checks_with_each_of_its_indicators() -> None:
    (mentions,) = [
        told.mentions for slide, told in checked(deck("{counted, new | up to 60%}")).told if slide and told.mentions
    ]
    assert [(one.indicator, one.field, one.shown, one.claim) for one in mentions] == [
        ("counted", "", "up to 60%", "up to 60%"),
        ("new", "", "up to 60%", "up to 60%"),
    ]


@pytest.mark.parametrize(
    ("claim", "inside", "outside"),
    [
        ("rose", [(1, 2), (0, 1)], [(2, 2), (2, 1)]),
        ("fell", [(2, 1), (1, 0)], [(2, 2), (1, 2)]),
        ("unchanged", [(2, 2), (0, 0)], [("2.0", "2.1")]),
        ("stable", [(100, 95), (100, 105)], [(100, "94.9"), (100, "105.1")]),
        ("doubled", [(100, 200), (100, 196), (100, 204)], [(100, "195.9"), (100, "204.1")]),
        ("tripled", [(100, 300), (100, 294)], [(100, 293), (100, 307)]),
        ("halved", [(100, 50), (100, 51), (100, 49)], [(100, "51.1"), (100, "48.9")]),
        ("almost doubled", [(100, 175), (100, "199.9")], [(100, "174.9"), (100, 200)]),
        ("nearly tripled", [(8, 21)], [(1000, 2624), (1, 3)]),
        ("more than doubled", [(100, "200.1")], [(100, 200)]),
        ("at least tripled", [(1, 3)], [(100, "299.9")]),
        ("almost halved", [(100, 55), (100, "50.1")], [(100, "55.1"), (100, 50)]),
        ("more than halved", [(100, "49.9"), (100, 0)], [(100, 50)]),
        ("rose by a third", [(3, 4), (100, 133)], [(100, 132), (100, 135)]),
        ("rose by almost a third", [(100, 130), (100, 133)], [(100, "129.9"), (3, 4)]),
        ("rose by less than a third", [(100, 133), (100, "100.1")], [(3, 4), (100, 100), (100, 99)]),
        ("50% increase", [(200, 299), (100, "150.4")], [(100, "149.4"), (100, "150.5")]),
        ("fell by 30%", [(100, 70), (100, "70.5")], [(100, "70.6"), (100, "69.5")]),
        ("fell by at least a quarter", [(100, 75), (100, 1)], [(100, "75.1")]),
        ("rose by 16 percentage points", [("23%", "39%")], [("23%", "40%"), ("39%", "23%")]),
        ("fell by more than 2 points", [("17%", "14%")], [("17%", "15%"), ("15%", "18%")]),
        ("×2.5", [(2, 5), (100, 245)], [(100, 244)]),
        ("three times as many", [(1, 3)], [(1, 4)]),
        ("3 times as high", [(1, 3)], [(1, 4)]),
    ],
)
def test_a_change_holds_within_its_bounds(
    claim: str, inside: list[tuple[object, ...]], outside: list[tuple[object, ...]]
) -> None:
    assert [pair for pair in inside if not holds("before: {}, after: {}".format(*pair), claim)] == []
    assert [pair for pair in outside if holds("before: {}, after: {}".format(*pair), claim)] == []


@pytest.mark.parametrize(
    ("claim", "inside", "outside"),
    [
        ("majority", ["50.1%"], ["50%"]),
        ("most", ["50.1%"], ["50%"]),
        ("a large majority", ["75%"], ["74.9%"]),
        ("a minority", ["49.9%"], ["50%"]),
        ("all", ["100%"], ["99.9%"]),
        ("almost all", ["90%", "99.9%"], ["89.9%", "100%"]),
        ("none", ["0%"], ["0.1%"]),
        ("half", ["49%", "51%"], ["48.9%", "51.1%"]),
        ("about half", ["45%", "55%"], ["44.9%", "55.1%"]),
        ("almost half", ["45%", "49.9%"], ["44.9%", "50%"]),
        ("just over half", ["50.1%", "55%"], ["50%", "55.1%"]),
        ("well over half", ["55%"], ["54.9%"]),
        ("more than half", ["50.1%", "100%"], ["50%"]),
        ("fewer than half", ["49.9%", "0%"], ["50%"]),
        ("at least half", ["50%"], ["49.9%"]),
        ("up to half", ["50%"], ["50.1%"]),
        ("a third", ["33%", "34%"], ["32%", "35%"]),
        ("at least a third", ["34%"], ["33%"]),
        ("two thirds", ["66%", "67%", "68%"], ["65%", "69%"]),
        ("nearly one in five", ["18%", "19.9%"], ["17.9%", "20%"]),
        ("4 in 10", ["40%"], ["39%", "41%"]),
        ("four out of ten", ["40%"], ["39%"]),
        ("40%", ["39.5%", "40.4%"], ["39.4%", "40.5%"]),
        ("40.0 per cent", ["40.04%"], ["40.05%"]),
        ("almost 40%", ["36%", "39.9%"], ["40%"]),
        ("more than 40", ["41%"], ["40%"]),
    ],
)
def test_a_share_holds_within_its_bounds(claim: str, inside: list[str], outside: list[str]) -> None:
    assert [figure for figure in inside if not holds(f"value: {figure}", claim)] == []
    assert [figure for figure in outside if holds(f"value: {figure}", claim)] == []


def test_a_share_of_a_total_is_compared_exactly() -> None:
    assert holds("value: 19, of: 57", "at least a third")
    assert not holds("value: 19, of: 57", "more than a third")
    assert holds("value: 28, of: 57", "less than half")
    assert holds("value: 38, of: 57", "at least two thirds")


LANGUAGES = {
    "de": ["mehr als die Hälfte", "knapp zwei Drittel", "fast verdoppelt", "hat sich fast verdoppelt", "um ein Drittel gestiegen", "die meisten", "gesunken", "mindestens drei Viertel", "4 von 10", "weniger als ein Fünftel"],
    "en": ["more than half", "just under two thirds", "almost doubled", "has nearly doubled", "rose by a third", "most", "fell", "at least three quarters", "4 in 10", "fewer than one in five"],
    "es": ["más de la mitad", "casi dos tercios", "casi se ha duplicado", "se ha casi duplicado", "aumentó un tercio", "la mayoría", "disminuyó", "al menos tres cuartos", "4 de cada 10", "menos de un quinto"],
    "fr": ["plus de la moitié", "près de deux tiers", "a presque doublé", "ont presque doublé", "augmenté d’un tiers", "la plupart", "a diminué", "au moins trois quarts", "4 sur 10", "moins d’un cinquième"],
    "it": ["più della metà", "quasi due terzi", "quasi raddoppiato", "è quasi raddoppiato", "aumentato di un terzo", "la maggior parte", "diminuito", "almeno tre quarti", "4 su 10", "meno di un quinto"],
    "ru": ["более половины", "почти две трети", "почти удвоилось", "почти удвоились", "выросло на треть", "большинство", "снизилось", "не менее трёх четвертей", "4 из 10", "менее одной пятой"],
}  # fmt: skip
INSIDE = ["value: 51%", "value: 65%", "before: 10, after: 19", "before: 10, after: 19", "before: 3, after: 4", "value: 51%", "before: 3, after: 2", "value: 75%", "value: 40%", "value: 19%"]  # fmt: skip
OUTSIDE = ["value: 50%", "value: 67%", "before: 10, after: 20", "before: 10, after: 17", "before: 3, after: 5", "value: 50%", "before: 2, after: 3", "value: 74%", "value: 44%", "value: 20%"]  # fmt: skip


@pytest.mark.parametrize("lang", languages())
def test_the_same_may_be_claimed_in_each_language(lang: str) -> None:
    said = LANGUAGES[lang]
    assert [claim for claim, figures in zip(said, INSIDE, strict=True) if not holds(figures, claim, lang)] == []
    assert [claim for claim, figures in zip(said, OUTSIDE, strict=True) if holds(figures, claim, lang)] == []


@pytest.mark.parametrize("lang", languages())
def test_the_words_of_a_language_are_those_of_english_and_each_has_one_meaning(lang: str) -> None:
    own, english = claim_words(lang), claim_words("en")
    assert {part: list(below) for part, below in own.items()} == {part: list(below) for part, below in english.items()}
    assert list(own["kinds"]) == list(claim_kinds()["kinds"])
    assert list(own["shares"]) == list(claim_kinds()["shares"])
    for part in ("kinds", "shares", "numbers"):
        listed = [word.casefold() for words in own[part].values() for word in words]
        assert [word for word in listed if listed.count(word) > 1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {changed | almost doubled}", snapshot('deck.yaml:17:14: error: “changed” is 23% → 39%, ×1.7: “almost doubled” needs ×1.75 to under ×2 [R380 claim-not-held]: “rose by about two thirds” would hold\n')),
        ("a {counted | Less than half}", snapshot('deck.yaml:17:14: error: “counted” is 31 of 57, 54.4%: “Less than half” needs less than 50% [R380 claim-not-held]: “about half” would hold\n')),
        ("a {counted | more than 40}", snapshot('deck.yaml:17:14: error: “counted” is 31: “more than 40” needs more than 40 [R380 claim-not-held]: mend the words or the figures; {counted} shows the figure itself\n')),
        ("a {changed | fell}", snapshot('deck.yaml:17:14: error: “changed” is 23% → 39%: “fell” needs a later figure that is lower [R380 claim-not-held]: “rose by about two thirds” would hold\n')),
        ("a {changed.before | a quarter}", snapshot('deck.yaml:17:14: error: “changed.before” is 23%: “a quarter” needs 24.5% to 25.5% [R380 claim-not-held]: “about a quarter” would hold\n')),
        ("a {new.unconfirmed | a quarter}", snapshot('deck.yaml:17:14: error: “new.unconfirmed” is 20%: “a quarter” needs 24.5% to 25.5% [R380 claim-not-held]: “one in five” would hold\n')),
        ("a {said | doubled}", snapshot('deck.yaml:17:14: error: of “said” no more is known than “almost doubled”, which does not say “doubled” [R380 claim-not-held]: say “almost doubled”, or write before: and after: with its figures in place of change:\n')),
        ("a {said | half}", snapshot('deck.yaml:17:14: error: of “said” no more is known than “almost doubled”, which does not say “half” [R380 claim-not-held]: say “almost doubled”, or write before: and after: with its figures in place of change:\n')),
        ("a {changed, counted | more than half}", snapshot('deck.yaml:17:14: error: “changed” is 39%: “more than half” needs more than 50% [R380 claim-not-held]: “more than a third” would hold\n')),
        ("a {changed | allmost doubled}", snapshot('deck.yaml:17:14: error: “allmost doubled” is no claim that deckgen can measure [R381 unknown-claim]: did you mean “almost doubled”? these would hold: “rose by about two thirds”, “rose by more than half”, “rose by more than a quarter”, “rose”; or say under claims: what it means\n')),
        ("a {counted | purple}", snapshot('deck.yaml:17:14: error: “purple” is no claim that deckgen can measure [R381 unknown-claim]: these would hold: “about half”, “more than half”, “more than a third”, “more than a quarter”; or say under claims: what it means\n')),
        ("a {counted | }", snapshot('deck.yaml:17:14: error: nothing is claimed after the | [R381 unknown-claim]: write the words that the figures must bear: {counted | more than half}\n')),
        ("a {counted | **half**}", snapshot('deck.yaml:17:14: error: “**half**” is no claim that deckgen can measure [R381 unknown-claim]: write the signs of emphasis around the braces, not within; these would hold: “about half”, “more than half”, “more than a third”, “more than a quarter”; or say under claims: what it means\n')),
        ("a {counted | rose}", snapshot('deck.yaml:17:14: error: “counted” has no earlier figure, so “rose” cannot be measured [R382 claim-without-figure]: add before:, or write the words without braces\n')),
        ("a {all | majority}", snapshot('deck.yaml:17:14: error: “all” has no share, so “majority” cannot be measured [R382 claim-without-figure]: write its figure in per cent, or its total under of:\n')),
        ("a {changed.before | rose}", snapshot('deck.yaml:17:14: error: “changed” has no change in “before”, so “rose” cannot be measured [R382 claim-without-figure]: write {changed | rose}\n')),
        ("a {from-none | doubled}", snapshot('deck.yaml:17:14: error: “from-none” goes from 0 to 4, so “doubled” cannot be measured [R382 claim-without-figure]: no figure is a multiple of such: say that it rose or fell, or leave the claim out\n')),
        ("a {counted.label | half}", snapshot('deck.yaml:17:14: error: nothing can be claimed of “label” [R302 unknown-field]: there is: after, before, change, ratio, share, unconfirmed, value\n')),
        ("a {counted.labl | half}", snapshot('deck.yaml:17:14: error: an indicator has no “labl” [R302 unknown-field]: there is: after, before, change, ratio, share, unconfirmed, value\n')),
        ("a {counted, chnged | half}", snapshot('deck.yaml:17:14: error: no indicator is called “chnged” [R301 unknown-indicator]: did you mean “changed”?\n')),
    ],
)  # fmt: skip
def test_a_claim_that_cannot_stand_is_told_at_its_place(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{said | almost doubled}, {said | nearly doubled}, {said.change | rose}",
        "{from-none | rose}",
        "{changed | surged} and {from-none | A handful}",
        "{new.unconfirmed | one in five}",
        "{changed.ratio | ×1.7}",
    ],
)
def test_a_claim_that_the_figures_bear_is_not_spoken_of(text: str) -> None:
    assert told(text) == ""


def test_a_deck_may_say_otherwise_what_its_words_mean() -> None:
    assert told("{counted | the majority}") == ""
    assert told("{counted | most}") == snapshot(
        "deck.yaml:17:12: error: “counted” is 31 of 57, 54.4%: “most” needs at least 60% [R380 claim-not-held]: “about half” would hold\n"
    )


def test_data_that_move_take_their_claims_with_them(tmp_path: Path) -> None:
    written = CONTENT.read_text()
    assert mistakes(written, tmp_path) == ""
    moved = re.sub(r"(training-financial:\n.*\n.*\n    value:) 18", r"\1 31", written)
    assert mistakes(moved, tmp_path) == snapshot(
        "deck.yaml:200:49: error: “training-financial” is 31 of 57, 54.4%: “fewer than half” needs less than 50% [R380 claim-not-held]: “more than a third” would hold\n"
    )


def test_a_text_that_begins_with_a_claim_is_told_to_need_quotation_marks(tmp_path: Path) -> None:
    start = deck("x").replace("title: T", "title: {changed | rose}")
    assert mistakes(start, tmp_path) == snapshot(
        'deck.yaml:16:12: error: a text is expected here, found a mapping [C203 not-a-text]: put the text in quotation marks: "{changed | rose}"\n'
    )
    going_on = deck("x").replace("title: T", "title: {changed, new | More} States")
    assert mistakes(going_on, tmp_path) == snapshot("""\
deck.yaml:16:12: error: “new” has no earlier figure, so “More” cannot be measured [R382 claim-without-figure]: add before:, or write the words without braces
deck.yaml:16:12: error: a text that begins with { needs quotation marks [S105 sign-at-start]: put the text in quotation marks: title: "{changed, new | More} States"
""")


def test_bounds_that_are_none_are_told_at_their_place(tmp_path: Path) -> None:
    text = """\
    title: D
    claims:
      surged: {change: atleast x1.5}
      many: {share: 40}
      few: {value: 9 to 1}
      both: {value: 9, share: 50%}
      nothing: {}
      half again: {change: 50%}
      other: {chnge: x2}
    slides: [{layout: cover}]
    """
    assert mistakes(text, tmp_path) == snapshot("""\
deck.yaml:3:20: error: “atleast x1.5” says no bounds [R383 not-bounds]: write at least, more than, at most, less than, exactly, or two numbers with to between them: at least x1.5, 1 to 9
deck.yaml:4:17: error: “40” is no share [R383 not-bounds]: write per cent, or a fraction: more than 50%, at least 2/3, 45% to 55%
deck.yaml:5:16: error: nothing lies within “9 to 1” [R383 not-bounds]: write the lower number first
deck.yaml:6:9: error: a claim has one measure [R383 not-bounds]: write one of share:, change: and value: below it, such as change: at least x1.5
deck.yaml:7:12: error: a claim has one measure [R383 not-bounds]: write one of share:, change: and value: below it, such as change: at least x1.5
deck.yaml:8:24: error: “50%” is no change [R383 not-bounds]: write at least x1.5, +40% to +60%, at most -30%, or a difference: more than 0, at least 10
deck.yaml:9:11: error: the key “chnge” is not known here [C201 unknown-key]: did you mean “change”?
""")


@pytest.mark.parametrize(
    ("bounds", "inside", "outside"),
    [
        ("share: more than 2/3", "value: 67%", "value: 66%"),
        ("share: 45% to under 55%", "value: 45%", "value: 55%"),
        ("change: +40% to +60%", "before: 10, after: 14", "before: 10, after: 17"),
        ("change: at most −30%", "before: 10, after: 7", "before: 10, after: 8"),
        ("change: at least 10", "before: 10, after: 20", "before: 10, after: 19"),
        ("change: over ×2", "before: 10, after: 21", "before: 10, after: 20"),
        ("value: exactly 3", "value: 3", "value: 4"),
        ("value: 3", "value: 3", "value: 4"),
    ],
)
def test_bounds_may_be_written_in_these_ways(bounds: str, inside: str, outside: str, tmp_path: Path) -> None:
    def of(figures: str) -> str:
        head = f"title: D\nclaims: {{it is so: {{{bounds}}}}}\nindicators:\n  x: {{label: L, {figures}}}\n"
        return mistakes(f'{head}slides: [{{title: T, text: "{{x | it is so}}"}}]\n', tmp_path)

    assert of(inside) == ""
    assert "claim-not-held" in of(outside)


FIGURES = st.decimals(min_value=0, max_value=100, places=1)


@given(FIGURES, FIGURES, st.sampled_from(languages()), st.integers(0, 200))
def test_what_is_suggested_holds_when_it_is_put_in(before: Decimal, after: Decimal, lang: str, which: int) -> None:
    figures = f"before: {before}%, after: {after}%"
    said = claim_words(lang)["suggested"]
    every = [*said["share"], *said["change"]]
    wrong = of_figures(figures, every[which % len(every)], lang)
    suggested = re.search("“([^”]+)” would hold", wrong)
    if suggested:
        assert of_figures(figures, suggested[1], lang) == ""
    unknown = of_figures(figures, "qwxyz", lang).partition("these would hold: ")[2]
    for claim in re.findall("“([^”]+)”", unknown):
        assert of_figures(figures, claim, lang) == ""


@pytest.mark.parametrize("lang", languages())
def test_all_that_may_be_suggested_is_understood(lang: str) -> None:
    for group, figures in (("share", "value: 43.3%"), ("change", "before: 10, after: 7.77")):
        for claim in claim_words(lang)["suggested"][group]:
            assert re.search("claim-not-held|^$", of_figures(figures, claim, lang)), claim
