"""What follows from what is on a slide, and that one mistake is not told twice where something follows from it."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.builders import mistakes, pages

HEAD = """\
title: A deck
sources: {{count: {{title: The count}}}}
indicators:
  all: {{label: stations, value: {total}}}
  late: {{label: opened late, value: 37, of: all}}
  open: {{label: could be entered, value: 40, of: all}}
slides:
"""
SLIDE = "  - {title: Stations, lead: Some of them, indicators: [late, open]}\n"


def layout(total: int) -> str:
    """Return the layout that two counts out of a total get."""
    return pages(HEAD.format(total=total) + SLIDE).pages[0].layout[0]


def test_counts_out_of_more_than_dots_can_show_are_bars() -> None:
    assert (layout(100), layout(101)) == ("stat-dots", "count-bars")


def test_a_mistake_elsewhere_does_not_change_the_layout(tmp_path: Path) -> None:
    deck = HEAD.format(total=57).replace("{title: The count}", "{titel: The count}")
    told = mistakes(f"{deck}  - {{title: Stations, indicators: [late, open], callout: Open them}}\n", tmp_path)
    assert told == snapshot("""\
deck.yaml:2:18: error: the key “title” is missing [C202 missing-key]: add title:
deck.yaml:2:19: error: the key “titel” is not known here [C201 unknown-key]: did you mean “title”?
""")


def test_a_missing_indicator_is_not_told_as_a_wrong_number_of_them(tmp_path: Path) -> None:
    assert mistakes(HEAD.format(total=57) + SLIDE.replace("open]", "opn]"), tmp_path) == snapshot(
        "deck.yaml:8:62: error: no indicator is called “opn” [R301 unknown-indicator]: did you mean “open”?\n"
    )
