"""Numbers of years between two figures that are not so far apart, and years beside a figure of another one."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from deckgen.checks._naming import Sentence, sentences
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._numbers import YEAR, either
from deckgen.checks._since import since
from deckgen.checks._written import spot
from deckgen.checks._years_beside import dated
from deckgen.checks._years_between import between
from deckgen.checks._years_in import lasted, spans, years_of
from deckgen.checks.base import Check, Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Told
from deckgen.model.figures import Indicator
from deckgen.source.words import claim_words

_SAME_CLAUSE = re.compile(r"[^,;:()]*\{")


class YearsApart(Check):
    """“Four years earlier” in a sentence that refers to figures two years apart, or a year beside a figure of another.

    What it finds
        “{waiting.before} four years earlier”, “three years later” or “ten years ago”, where the indicators that the
        sentence refers to have no two figures so many years apart, nor one that is so much older than the deck’s date;
        and “{waiting.before} in 2020”, or “in 2020 it was {waiting.before}”, where that figure is of another year. Also
        “halved in ten years” of an indicator that was halved in five, and “since 2017” of one whose figures begin
        later, and “five years lie between the tests” in a sentence that refers to figures eight years apart.

    Why it matters
        A change in two years is another thing than the same change in four.

    Example:
        {waiting.after}, after {waiting.before} four years earlier, with figures of 2023 and 2025

    Instead
        Correct the number of years, or the periods of the indicator.

    """

    code = "R379"
    name = "years-apart"
    severity = Severity.WARNING

    def find(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each number of years that no two figures of the sentence are apart."""
        found = YEAR.search(str(checked.deck.facts.date or ""))
        today = int(found[0]) if found else None
        yield from self._of_changes(checked, today)
        yield from self._since(checked)
        for _, told in checked.told:
            yield from self._of_others(checked, told)
            yield from self._of_measurements(checked, told)
            if "{" in told.text:
                yield from self._of_figures(checked, told, today)

    def _since(self, checked: Checked) -> Iterator[Diagnostic]:
        """Yield each year since which figures are said to have changed that begin later."""
        for one in since(checked):
            message = f"“{one.of.id}” is said to have changed since {one.year}, and its figures begin in {one.first}"
            span = spot(one.told, one.start, one.start + len(one.year))
            yield self.found(message, span, "correct the year, or add the figure of it to the indicator")

    def _of_figures(self, checked: Checked, told: Told, today: int | None) -> Iterator[Diagnostic]:
        """Yield each number of years, “four years earlier”, that no two figures of its sentence are apart."""
        words = checked.deck.facts.words
        apart, ago = (_pattern(words.lang, words.lists[name]) for name in ("years-apart", "years-ago"))
        begun = _pattern(words.lang, words.lists["years-earlier"], within=True)
        for sentence in sentences(told) if any(one.search(told.text) for one in (apart, ago, begun)) else ():
            years = _years_of(sentence, checked.deck.indicators)
            # “Six years earlier the rule was passed, and it was {x.before}” is said of the rule.
            first = begun.match(sentence.text)
            first = first if first and _SAME_CLAUSE.match(sentence.text, first.end()) else None
            said, until = apart.search(sentence.text) or first, ago.search(sentence.text)
            found = said or until
            if not years or not found or (said and until) or (until and not today):
                continue
            # What was ten years ago may be counted from the day the deck is shown.
            if _number(found, words.lang) not in spans(years, today if until else None):
                between = ", ".join(map(str, sorted(years)))
                message = f"“{found[0]}” is said, and the figures of this sentence are of {between}"
                start = sentence.start + found.start()
                span = spot(told, start, start + len(found[0]))
                yield self.found(message, span, "correct the number of years, or the periods of the indicator")

    def _of_measurements(self, checked: Checked, told: Told) -> Iterator[Diagnostic]:
        """Yield each number of years that is said to lie between measurements, and does not."""
        words, known = checked.deck.facts.words, checked.deck.indicators
        for sentence in sentences(told) if "{" in told.text else ():
            found = between(sentence, words.lang, words.lists)
            figures = _years_of(sentence, known) if found else frozenset[int]()
            number = found.lastindex or 0 if found else 0
            if not found or not figures:
                continue
            said, apart = _number(found, words.lang), spans(figures, None)
            # From November 2017 to March 2025 there are seven years.
            if said not in apart and not (said + 1 in apart and not _are_whole(sentence, known)):
                message = (
                    f"“{found[number]}” years are said to lie between figures of {', '.join(map(str, sorted(figures)))}"
                )
                start = sentence.start + found.start(number)
                span = spot(told, start, start + len(found[number]))
                yield self.found(message, span, "correct the number of years, or the periods of the indicator")

    def _of_changes(self, checked: Checked, today: int | None) -> Iterator[Diagnostic]:
        """Yield each number of years in which something changed whose figures are not so many years apart."""
        words = checked.deck.facts.words
        for one in lasted(checked, _pattern(words.lang, words.lists["years-in"], within=True)):
            figures = years_of(one.of)
            # “From {x.before} to {x.after} in six years” is said of the first and the last.
            figures = frozenset((min(figures), max(figures))) if figures and one.of_ends else figures
            if figures and _number(one.found, words.lang) not in spans(figures, today):
                between = ", ".join(map(str, sorted(figures)))
                message = f"“{one.found[0]}” is said of “{one.of.id}”, the figures of which are of {between}"
                group = one.found.lastindex or 0
                start = one.start + one.found.start(group) - one.found.start()
                span = spot(one.told, start, start + len(one.found[group]))
                yield self.found(message, span, "correct the number of years, or the periods of the indicator")

    def _of_others(self, checked: Checked, told: Told) -> Iterator[Diagnostic]:
        """Yield each year that is given to a figure of another one."""
        for one in dated(checked, told):
            if one.said != one.year:
                message = f"“{one.said}” stands beside “{one.of.id}.{one.field}”, which is of {one.period}"
                span = spot(told, one.start, one.start + len(one.said))
                yield self.found(message, span, "correct the year, or refer to the figure that is of it")


def _years_of(sentence: Sentence, known: Mapping[str, Indicator]) -> frozenset[int]:
    """Return the years of all figures a sentence refers to; none where one of its indicators is of a single time."""
    names = [name for reference, _ in sentence.references for name in reference.split(",")]
    spoken = [known.get(name.partition(".")[0].strip()) for name in names]
    dated = [years_of(of) if of else frozenset[int]() for of in spoken]
    return frozenset[int]().union(*dated) if all(len(years) > 1 for years in dated) else frozenset()


def _are_whole(sentence: Sentence, known: Mapping[str, Indicator]) -> bool:
    """Return whether all figures of the indicators of a sentence are of whole years."""
    spoken = [known[name] for name, _ in sentence.references if name in known]
    return all(YEAR.fullmatch(figure.period) for of in spoken for figure in of.figures)


def _number(found: re.Match[str], language: str) -> int:
    """Return how many years are said: each way to say it has one group, of the number."""
    said = found[found.lastindex or 0]
    return said_number(said, language)


@cache
def _pattern(language: str, phrases: tuple[str, ...], *, within: bool = False) -> re.Pattern[str]:
    """Return what finds a number of years that ends what is said: “four years before the reform” is of the reform.

    Those ``within`` which something happened may stand anywhere, but are not “ten years of work”.
    """
    number = rf"({either(number_words(language))}|\d{{1,2}})"
    ways = [f"(?:{before}){number}(?:{after})" for before, after in _around_number(phrases)]
    plain = claim_words(language)["plain"]
    # “Ten years earlier it was {x.before}” says no more of the time.
    figure = rf"(?:\s(?:{either(plain['to-figure'])})(?!\w)){{1,3}}\s\**\{{"
    ends = (
        rf"(?!\w|\s(?:{either((*plain['of'], *plain['from']))})\s)"
        if within
        else rf"(?=[*_]*\s*(?:[^\w\s]|$)|{figure})"
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)}){ends}", re.IGNORECASE)


def _around_number(phrases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield patterns of what stands before and behind a number, which is long, and so written as seldom as may be."""
    pairs = [re.escape(phrase).replace(r"\ ", r"\s").split(r"\{n\}") for phrase in phrases]
    alike = min((0, 1), key=lambda side: len({pair[side] for pair in pairs}))
    for same in dict.fromkeys(pair[alike] for pair in pairs):
        others = "|".join(pair[1 - alike] for pair in pairs if pair[alike] == same)
        yield (same, others) if alike == 0 else (others, same)
