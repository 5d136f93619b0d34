"""Text in the smallest size that it has is told, as advice."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.builders import mistakes

TITLE = "More States than ever before report that they have cases of trafficking in human beings for forced begging and sham marriage"


def deck(title: str, bullets: int, head: str = "") -> str:
    items = ", ".join(["a bullet of some words that takes two lines where so many stand, as this one does"] * bullets)
    return f"title: A deck\n{head}\nslides:\n  - {{title: {title!r}, bullets: [{items.replace(', as', ' as')}]}}\n"


def test_a_headline_or_a_list_that_can_step_down_no_further_is_told(tmp_path: Path) -> None:
    assert mistakes(deck(TITLE, 5), tmp_path, of="smallest-size") == snapshot(
        """\
deck.yaml:4:13: advice: the title of slide 1 “More States than ever before report that they have cases …” stands in 26 pt, the smallest size that it has [T432 smallest-size]: shorten the text, or tell it on two slides
deck.yaml:4:150: advice: the body of slide 1 “More States than ever before report that they have cases …” stands in 20 pt, the smallest size that it has [T432 smallest-size]: shorten the text, or tell it on two slides, or write overflow: continue
"""
    )


def test_one_step_down_or_none_is_not_told(tmp_path: Path) -> None:
    assert mistakes(deck(TITLE[:80], 4), tmp_path, of="smallest-size") == ""
    assert mistakes(deck(TITLE[:80], 4, "scale: large"), tmp_path, of="smallest-size") == ""


def test_a_text_that_does_not_fit_at_all_is_told_as_that_alone(tmp_path: Path) -> None:
    told = mistakes(deck("T", 9), tmp_path)
    assert "T401" in told
    assert "T432" not in told
