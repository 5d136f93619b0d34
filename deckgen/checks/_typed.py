"""What to make of each number that is typed in a text where a reference could stand."""

import re
from collections.abc import Iterator
from itertools import islice

from deckgen.checks._aims import later, under_aims
from deckgen.checks._counts import of_count, of_pair
from deckgen.checks._measures import approximate, of_approximate, of_measure
from deckgen.checks._naming import sentences
from deckgen.checks._numbers import masked
from deckgen.checks._of_range import of_range
from deckgen.checks._of_year import of_year
from deckgen.checks._other_period import of_other_period
from deckgen.checks._sight import Figures, Sight
from deckgen.checks._spelt import spelt
from deckgen.checks._verdict import Finding, Verdict
from deckgen.checks.base import Checked
from deckgen.model.deck import Slide, Told

_NAMES_ITSELF = re.compile(r"indicators\..*\.(label|short)|keywords.*|url|author|organisation|footer|(.*\.)?date")
_CELL = re.compile(r"(columns\.\d+\.)?table\.(rows|columns)\..*")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\W*(?:[A-Z]{3}\s)?\d")
_MOST = 50
"""How many findings in one text are told: beyond, they say nothing new."""
_NOTE = re.compile(r"indicators\.(.+)\.note")


def verdicts(checked: Checked, wanted: Finding) -> Iterator[Verdict]:
    """Yield the typed numbers of a deck that are what is ``wanted``; those of table cells are not among them."""
    if _typed not in checked.known:
        checked.known[_typed] = _typed(checked)
    for found in checked.known[_typed]:
        yield from islice((one for one in found if one.finding is wanted), _MOST)


def _typed(checked: Checked) -> tuple[tuple[Verdict, ...], ...]:
    """Return what is found in each text: several checks ask for it, each for another finding."""
    figures = Figures(checked)
    in_words = (tuple(spelt(figures, slide, told)) for slide, told in checked.told)
    in_digits = (
        tuple(_of_text(figures, slide, told))
        for slide, told in checked.told
        if not _NAMES_ITSELF.fullmatch(told.key)
        and not (_CELL.fullmatch(told.key) and _FIGURE.match(told.plain))
        and _DIGIT.search(masked(told.text))
    )
    return (*in_digits, *in_words)


def _of_text(figures: Figures, slide: Slide | None, told: Told) -> Iterator[Verdict]:
    shown = tuple(figures.indicators[name] for name in (slide.indicators if slide else ()))
    note = _NOTE.fullmatch(told.key)
    for sentence in sentences(told):
        typed = [number for number in figures.numbers(sentence.text) if not number.year]
        if not typed:
            continue
        named = figures.names.named(sentence, {of.id for of in shown})
        about = tuple(figures.indicators[name] for name in named if name not in figures.names.totals)
        touched = figures.names.touched(sentence)
        wanted = under_aims(slide, told, figures.lists) or later(slide, told, figures.checked.deck)
        for number in typed:
            at = Sight(figures, number, sentence, told, shown, about, touched, wanted, slide)
            found = _of_note(at, note[1]) if note else _of_number(at)
            if found:
                yield found


def _of_note(at: Sight, name: str) -> Verdict | None:
    """Return that the note of an indicator types its figure; it may say much else."""
    return None if at.number.bare else at.typed(at.showing(at.of([name])))


def _of_number(at: Sight) -> Verdict | None:
    said = approximate(at)
    if said:
        return of_approximate(at, said)
    if at.number.total is not None or at.number.named_total:
        return of_pair(at)
    return of_range(at) or of_other_period(at) or of_year(at) or (of_count(at) if at.number.bare else of_measure(at))
