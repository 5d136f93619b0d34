"""A share of what a lead, or another label, calls with a longer word; and “almost all”, which names nothing."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEAD = """
lang: {lang}
sources: {{office: {{title: The office}}}}
indicators:
  counties: {{label: {whole}, value: 45}}
  visits: {{label: {label}, value: 38, of: counties}}
  nights: {{label: {other}, value: 29, of: counties}}
"""


@pytest.mark.parametrize(
    ("lang", "whole", "label", "other", "title"),
    [
        ("es", "comarcas", "ofrecen una **visita en casa**", "tienen **guardia** todas las noches",
         "La visita en casa llega a casi todas las comarcas"),
        ("it", "valli", "offrono una **visita in casa**", "hanno una **guardia** tutte le notti",
         "La visita in casa arriva in quasi tutte le valli"),
        ("en", "beekeepers", "had a **visit at home**", "took a **course**",
         "Nearly all keepers had a visit at home"),
        ("de", "Imker", "hatten einen **Besuch zu Hause**", "sind **alle Nächte** wach",
         "Fast alle Imker hatten einen Besuch zu Hause"),
    ],
)  # fmt: skip
def test_almost_all_is_told_of_84_in_a_hundred(
    lang: str, whole: str, label: str, other: str, title: str, tmp_path: Path
) -> None:
    head = HEAD.format(lang=lang, whole=whole, label=label, other=other)
    slide = f"title: {title}\nindicators: [visits, nights]"
    assert "“visits”, which is 38 of 45" in mistakes(deck_of(slide, head), tmp_path, of="contradicted-claim")


def test_those_who_are_none_are_not_counted_as_those_who_are(tmp_path: Path) -> None:
    head = HEAD.format(lang="en", whole="nonsmokers", label="had a **visit at home**", other="took a **course**")
    slide = "title: Nearly all smokers had a visit at home\nindicators: [visits, nights]"
    assert mistakes(deck_of(slide, head), tmp_path, of="contradicted-claim") == ""
