"""Where lines break, beside an independent reading of the same standard."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from deckgen.fonts import shape
from deckgen.model.text import Run, plain
from deckgen.typeset.lines import Measured, as_line, fill, line_width, opportunities, settled, words
from deckgen.units import Emu, inches

WORDS = st.lists(st.text("abcdefgABC", min_size=1, max_size=12), min_size=1, max_size=40).map(" ".join)


def measured(run: Run) -> Emu:
    return shape.width(run.text, 20, bold=run.bold)


def broken(text: str, width: float, *, balanced: bool = False) -> list[str]:
    setting = settled([Measured(words((Run(text),), measured))], inches(width), balanced=balanced)
    return [plain(as_line(line).runs) for line in setting.paragraphs[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Trafficking for forced begging",
        "anti-trafficking, technology-facilitated",
        "39\u00a0% of States",
        "a well-known co-ordinator",
        "Торговля людьми в странах",
        "(THB) “quoted” text; and more: this",
    ],
)
def test_breaks_are_where_the_standard_has_them(text: str) -> None:
    assert list(opportunities(text)) == [end for end in line_break_boundaries(text) if 0 < end < len(text)]


def test_a_line_does_not_end_in_a_no_break_space() -> None:
    assert opportunities("16\u00a0pp more") == (6,)


def test_a_headline_is_broken_at_sense_before_it_is_even() -> None:
    text = "More States now report trafficking for criminal activities, forced begging and sham marriage"
    assert broken(text, 8, balanced=True) == [
        "More States now report trafficking for criminal activities,",
        "forced begging and sham marriage",
    ]


def test_a_headline_of_two_lines_is_even() -> None:
    one, other = broken(
        "Each kind of training is reported by fewer than half of participating States", 6.5, balanced=True
    )
    assert abs(len(one) - len(other)) < 10


def test_balancing_takes_no_more_lines() -> None:
    assert len(broken("one two three four five six seven", 2, balanced=True)) == len(
        broken("one two three four five six seven", 2)
    )


@given(WORDS, st.floats(0.5, 10))
@example("anti-trafficking commitments", 0.5)
def test_no_line_is_wider_than_its_frame_unless_it_is_one_word(text: str, width: float) -> None:
    for line in fill(words((Run(text),), measured), inches(width)):
        assert len(line) == 1 or line_width(line) <= inches(width)


@given(WORDS, st.floats(1, 10), st.booleans())
def test_settling_keeps_every_word_and_the_number_of_lines(text: str, width: float, balanced: bool) -> None:
    setting = settled([Measured(words((Run(text),), measured))], inches(width), balanced=balanced)
    lines = setting.paragraphs[0]
    assert " ".join(plain(as_line(line).runs) for line in lines) == text
    assert len(lines) == len(fill(words((Run(text),), measured), inches(width)))


@given(WORDS, st.floats(1, 10), st.booleans())
@example(
    "A A A A AAAA AAAAAAAA aaaa AAAaaff AAaaaaaaaaaa a AAAAAAAAAA aaaaaaaaaccc aaa Aaaaf aaaaf a a c aaaacf Aaaaaaaacc",
    3.9375,
    False,
)
def test_a_program_that_fills_the_chosen_width_breaks_where_we_do(text: str, width: float, balanced: bool) -> None:
    measured_words = words((Run(text),), measured)
    setting = settled([Measured(measured_words)], inches(width), balanced=balanced)
    assert fill(measured_words, setting.width_within(inches(width))) == setting.paragraphs[0]


def test_widths_are_those_of_liberation_sans(tmp_path: Path) -> None:
    # 1,000 units of "n" in Liberation Sans and Arial are 556 of 1,000 to the em.
    assert shape.width("n" * 1000, 10) == pytest.approx(556 * 10 * 12_700, rel=1e-3)
    assert shape.width("n" * 1000, 10, bold=True) == pytest.approx(611 * 10 * 12_700, rel=1e-3)


def test_the_wider_of_kerned_and_unkerned_counts() -> None:
    assert shape.width("AVAVAV", 10) == pytest.approx(6 * 667 * 10 * 12.7, rel=1e-3)
