"""Numbers of goals, of law, fines, fees and deadlines are no figures of today; a measured share is one."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEAD = """
date: 2026-05-05
periods: {before: "2022", after: "2025"}
sources: {office: {title: The office}}
indicators:
  doses: {label: Daily doses per 1000 people, before: 18.4, after: 15.7}
  clinics: {label: clinics visited, value: 60}
  ramp: {label: have a **ramp**, value: 16, of: clinics}
"""


def told(slide: str, tmp_path: Path, name: str) -> str:
    """Return what a check of one name tells of a slide."""
    return mistakes(deck_of(slide, HEAD), tmp_path, of=name)


@pytest.mark.parametrize(
    "slide",
    [
        "title: A title\ntext: Sell fewer than 15 daily doses per 1000 people by 2028",
        "title: Four goals\nbullets: [Daily doses per 1000 people down to 12, Tests before treatment]",
        "title: A title\ntext: More schools serve a warm meal, and daily doses per 1000 people fell",
        "title: A title\ntext: Daily doses per 1000 people must come to 12",
        "title: A title\ntimeline: [{date: '2024', text: Start}, {date: '2031', text: Two thirds of clinics have a ramp}]",
    ],
)
def test_an_aim_is_not_held_to_the_figure_of_today(slide: str, tmp_path: Path) -> None:
    for name in ("outdated-figure", "contradicted-direction", "contradicted-claim"):
        assert told(slide, tmp_path, name) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The act asks for an answer within 30 days",
        "Under Article 15 a clinic pays €3,750",
        "The grant covers up to 80%",
        "Grants cover 40 to 70 per cent of the cost",
        "The convention obliges members to reach 80% by 2030",
        "The statute permits 10% more",
        "Value added tax on doses is 5%",
        "The milestone for 2026 was 55% of dikes",
        "The fine is €120",
        "Who pays the return postage, now €0.95 a letter",
    ],
)
def test_what_a_rule_lays_down_belongs_in_no_indicator(text: str, tmp_path: Path) -> None:
    assert told(f"title: A title\ntext: {text}", tmp_path, "unknown-figure") == ""


# 27% is also what 16 of 60 come to, which nobody speaks of here.
@pytest.mark.parametrize("text", ["No bus reaches 27% of the villages", "Exports rose up to 41%"])
def test_a_measured_share_does(text: str, tmp_path: Path) -> None:
    assert "unknown-figure" in told(f"title: A title\ntext: {text}", tmp_path, "unknown-figure")
