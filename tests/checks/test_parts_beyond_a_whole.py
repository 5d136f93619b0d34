"""Counts out of one total that come to more than it, and those that may."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes


def _told(labels: dict[str, int], folder: Path, lead: str = "Things", lang: str = "en") -> str:
    """Return what is told of counts out of 900 on one slide, by their labels."""
    shown = [f"n{at}" for at in range(len(labels))]
    listed = "\n".join(
        f"  {name}: {{label: '{label}', value: {value}, of: all}}"
        for name, (label, value) in zip(shown, labels.items(), strict=True)
    )
    head = f"lang: {lang}\nsources: {{s: {{title: S}}}}\nindicators:\n  all: {{label: things, value: 900}}\n{listed}"
    slide = f"title: T\nlead: {lead}\nlayout: count-bars\nindicators: [{', '.join(shown)}]"
    return mistakes(deck_of(slide, head), folder, of="shares-off-whole")


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        ("en", {"**below** the level": 610, "**above** the level": 299}),
        ("en", {"have a **lift**": 610, "have no **lift**": 299}),
        ("en", {"are **insured**": 610, "are **not** insured": 299}),
        ("de", {"mit **Aufzug**": 610, "ohne **Aufzug**": 299}),
        ("fr", {"**avec** ascenseur": 610, "**sans** ascenseur": 299}),
        ("en", {"Pensions": 400, "Police": 300, "Other matters": 250}),
        ("de", {"Renten": 400, "Polizei": 300, "Sonstiges": 250}),
        ("en", {"were about **late** bags": 500, "were about **damaged** bags": 300, "were about bags **lost**": 150}),
        ("en", {"plots in the **east**": 200, "plots in the **west**": 300, "plots in the **north**": 500}),
        ("en", {"were **renamed**": 400, "kept **their name**": 300, "are **still to be decided**": 250}),
    ],
)
def test_parts_that_exclude_each_other_come_to_no_more_than_their_total(
    lang: str, labels: dict[str, int], tmp_path: Path
) -> None:
    assert "more than their total" in _told(labels, tmp_path, lang=lang)
    less = {label: value - 60 for label, value in labels.items()}
    if sum(less.values()) <= 900:
        assert _told(less, tmp_path, lang=lang) == ""


@pytest.mark.parametrize(
    "labels",
    [
        {"have a **ramp**": 500, "have a **lift**": 300, "have a **bell**": 150},
        {"send **daily**": 500, "send news for **children**": 300, "send **at night**": 150},
        {"above the **level**": 610, "above the **limit**": 299},
        {"were about **late** bags": 700, "were about **damaged** bags": 500, "were about bags **lost**": 300},
    ],
)
def test_what_may_be_true_of_one_thing_at_once_may_come_to_more(labels: dict[str, int], tmp_path: Path) -> None:
    assert _told(labels, tmp_path) == ""


HEAD = """sources: {s: {title: S}}
indicators:
  calls: {label: Call-outs in the year, before: 520, after: 790}
  revoked: {label: licences **revoked** in 2025, value: 6}"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The teams went out 780 times last year", "advice: “780” is in no indicator"),
        ("The register revoked 8 licences in 2025", "error: “8” is said of “revoked”, which is 6"),
        ("The register revoked **6** licences in 2025", "warning: “6” is typed here; it is {revoked}"),
        ("The teams made 400 stops", ""),
        ("The teams have 300 members for {calls} calls", ""),
        ("The register revoked 2 licences of butchers and 3 of barbers in 2025", ""),
    ],
)
def test_a_count_with_all_of_a_label_or_near_to_one_of_its_slide_is_told(text: str, told: str, tmp_path: Path) -> None:
    slide = f"title: T\nlayout: text-and-chart\ntext: '{text}'\nindicators: [calls]\nchart: before-after"
    names = ("unknown-figure", "outdated-figure", "typed-figure")
    found = "".join(mistakes(deck_of(slide, HEAD), tmp_path, of=name) for name in names)
    assert told in found if told else found == ""


PARTS = """\
sources: {works: {title: The register of works}}
indicators:
  villages: {label: villages, value: 1260}
  done: {label: connected, value: 902, of: villages}
  digging: {label: under construction, value: 241, of: villages}
  waiting: {label: waiting for a contract, value: 144, of: villages}
"""


def test_parts_that_a_lead_tells_apart_come_to_no_more_than_their_total(tmp_path: Path) -> None:
    slide = "title: Villages\nlead: Villages, out of {villages}, by state of the works\nindicators: [done, digging, waiting]"
    assert mistakes(deck_of(slide, PARTS), tmp_path) == snapshot(
        "deck.yaml:11:5: warning: the parts come to 1,287, more than their total of 1,260: done 902, digging 241, waiting 144 [R378 shares-off-whole]: correct the figure that is wrong, or show what is left out\n"
    )
    # Several of them may be true of one village.
    assert mistakes(deck_of(slide.replace(", by state of the works", ""), PARTS), tmp_path) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Leavers, 46% of whom are older than thirty, named three things above all others", True),
        ("They named three things above all others, 46% of the other leavers", False),
        ("By next year 46% should leave, above all others", False),
    ],
)
def test_a_share_far_from_a_word_for_others_is_missed_in_the_indicators(text: str, told: bool, tmp_path: Path) -> None:
    found = mistakes(deck_of(f"title: T\ntext: {text}", HEAD), tmp_path, of="unknown-figure")
    assert ("“46%” is in no indicator" in found) is told
