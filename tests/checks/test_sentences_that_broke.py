"""Sentences over which a check once fell, or took long: nothing may break, and none takes more than a moment."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes


@pytest.mark.parametrize(
    ("lang", "figures", "title"),
    [
        ("de", "label: Störche im Dorf, before: 60, after: 52", "Weniger Störche im Dorf als vor dreißig Jahren"),
        ("en", "label: Fires in forests, before: 0, after: 5, of: 20", "Fires in forests fell to a third"),
        ("en", "label: Fires in forests, before: 0, after: 5, of: 20", "Fires in forests {k | fell} to a third"),
        ("en", "label: lights, value: 5, of: 20", "{k} of {k.of} lights are lit, the other 14 are dark " + "1" * 5000),
        ("en", "label: Trout, before: 5%, after: 8%", "Trout" + " " * 9000 + "x overtook perch"),
        ("en", "label: Trout, before: 5%, after: 8%", "* " * 3000 + "overtook"),
        ("de", "label: Forellen, before: 5%, after: 8%", "Forellen: es wird " + "ge" * 4800),
    ],
)
@pytest.mark.timeout(20)
def test_a_sentence_breaks_nothing(lang: str, figures: str, title: str, tmp_path: Path) -> None:
    head = f"lang: {lang}\nperiods: {{before: '1992', after: '2022'}}\nsources: {{s: {{title: S}}}}\nindicators: {{k: {{{figures}}}}}"
    slide = f"title: T\nlayout: text-and-chart\ntext: '{title}'\nindicators: [k]"
    assert isinstance(mistakes(deck_of(slide, head), tmp_path, of="contradicted-claim"), str)
