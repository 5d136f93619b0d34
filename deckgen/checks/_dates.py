"""Dates as authors write them, in the language of a deck: in a sentence, and as all that a step is dated by."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from deckgen.checks._numbers import Typed, either
from deckgen.model.words import Words
from deckgen.resolve.locale import Locale
from deckgen.source.words import claim_words
from deckgen.values import frozen

_LONGEST_SHORT = 3
"""Names of months and days that are longer than this are no other words."""


@frozen(slots=True)
class Written:
    """A date in a text: ``weekday`` from 0 for Monday, None where none is named, ``year`` 0 where none is written.

    ``sure`` if nothing else can be meant, whether or not there is such a day.
    """

    text: str
    start: int
    weekday: int | None
    day: int
    month: int
    year: int
    sure: bool

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day, in the year that is written or in some leap year."""
        return _exists(self.year or 2000, self.month, self.day)

    @property
    def falls_on(self) -> int | None:
        """The day of the week it is, where the year tells that."""
        return date(self.year, self.month, self.day).weekday() if self.year and self.exists else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the names of months and days of a language, those of days in Russian in their other case as well."""
    months, days = Locale(language, language).months_and_days()
    if language == "ru":
        days |= {f"{name[:-1]}у": number for name, number in days.items() if name.endswith("а")}
    return months, days


_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ORDINAL = r"(?:\.|st|nd|rd|th|er|º|°)?"
_TO = r" ?[–-] ?"
_OF = r"(?:[.,]?(?: (?:de|del|of))? )"
"""What stands between a month and its year: “September 2026”, “septiembre de 2026”, “Sept. 2026”."""


@cache
def _in_sentences(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the days that a sentence names: with the name of the month, or with points alone."""
    months, days = (either(names) for names in _names(language))
    weekday = rf"(?:(?<!\w)(?P<weekday>{days})\b\.?,? (?:(?:the|den|dem|le|el|il) )?)?(?<![\w.,:/§-])"
    ways = [
        rf"(?P<day>\d{{1,2}}){_ORDINAL}(?: (?:of|de))? (?P<name>{months})\b(?:{_OF}{_YEAR})?",
        rf"(?P<day>\d{{2}})\.(?P<month>\d{{2}})\.{_YEAR}(?!\.\d)",
    ]
    if language == "en":
        ways.append(rf"(?P<name>{months})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?, {_YEAR}")
    return tuple(re.compile(f"{weekday}{way}", re.IGNORECASE) for way in ways)


def dates_in(text: str, language: str) -> Iterator[Written]:
    """Yield the days that a text names, with their month."""
    if not any(map(str.isdecimal, text)):
        return
    months, days = _names(language)
    flat = re.sub(r"\s", " ", text)
    for found in (one for pattern in _in_sentences(language) for one in pattern.finditer(flat)):
        parts = found.groupdict("")
        name, day, year = parts.get("name", ""), int(parts["day"]), int(parts["year"] or 0)
        month = int(parts.get("month") or months[name.casefold()])
        weekday = days[parts["weekday"].casefold()] if parts["weekday"] else None
        sure = bool(year) or (len(name) > _LONGEST_SHORT and day <= 31)
        if 1 <= month <= 12:
            yield Written(text[found.start() : found.end()], found.start(), weekday, day, month, year, sure)


_LAST_DAY = 31
_LAST_MONTH = 12
_NAMES_IN_CAPITALS = ("de", "en")
"""The languages whose months have a capital letter: “12 may apply” is none of them."""


@cache
def _around_days(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands behind a day of a month, and before one that its month comes first of."""
    months, plain = either(_names(language)[0]), claim_words(language)["plain"]
    ordinal = r"(?:\.|°|-\w{1,3})?"
    to = ("по", *plain["to"]) if language == "ru" else plain["to"]
    further = rf"(?:,|\s?[–-]|\s(?:{either((*to, *plain['joins']))}))\s?(?:\w{{2,3}}\s)?\d{{1,2}}\w{{0,2}}{ordinal}"
    behind = rf"{ordinal}(?:{further})*\s(?:(?:de|of)\s)?(?P<name>{months})\b"
    return re.compile(behind, re.IGNORECASE), re.compile(rf"(?<!\w)(?P<name>{months})\.?\s$", re.IGNORECASE)


def is_day(number: Typed, language: str) -> bool:
    """Return whether a number is the day of a date: “on 31 December”, “le 31 décembre”, “from 1 to 15 March”."""
    if not number.bare or not number.text.isdecimal() or not 1 <= number.quantity.value <= _LAST_DAY:
        return False
    if _in_numbers(number, language):
        return True
    behind, before = _around_days(language)
    found = behind.match(number.behind)
    # “In May 12 towns” counts towns.
    if not found and language == "en" and not re.match(r"\s+[^\W\d_]{4,}", number.behind):
        found = before.search(number.follows)
    return found is not None and (found["name"][0].isupper() or language not in _NAMES_IN_CAPITALS)


def _in_numbers(number: Typed, language: str) -> bool:
    """Return whether a number is the day or the month of a date such as “31. 12. 2025”; in German also “31. 12.”."""
    year = r"\s?(?:19|20)\d\d(?!\d)" if language != "de" else ""
    if re.match(rf"\.\s(?:0?[1-9]|1[0-2])\.{year}", number.behind):
        return True
    is_month = number.quantity.value <= _LAST_MONTH and re.match(rf"\.{year}", number.behind)
    return bool(is_month and re.search(r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])\.\s$", number.follows))


Time = tuple[date, date]
"""The first and the last day of a day, a month, a quarter or a year."""


@cache
def _of_steps(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds when a step was, that which says most first."""
    months = either(_names(language)[0])
    quarter = (
        r"(?P<quarter>[QT][1-4]|[1-4](?:st|nd|rd|th|\.)? (?:quarter|Quartal)"
        r"|[1-4](?:er?|º|°|-й)? (?:trimestre|кв\.|квартал\w?))"
    )
    ways = (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}",
        rf"(?P<day>\d\d?){_ORDINAL}(?:{_TO}\d\d?{_ORDINAL})?(?: (?:of|de))? (?P<name>{months})\b{_OF}{_YEAR}",
        rf"(?P<name>{months})\b\.? (?P<day>\d\d?)(?:{_TO}\d\d?)?, {_YEAR}",
        rf"(?P<name>{months})\b(?:\.?{_TO}(?:{months})\b)?{_OF}{_YEAR}",
        rf"(?<!\d)(?P<month>0?[1-9]|1[0-2])[/.]{_YEAR}",
        rf"{quarter}(?:/|{_OF})?{_YEAR}",
        rf"{_YEAR}[-/ ](?P<quarter>[QT][1-4])(?!\d)",
        rf"(?<!\d){_YEAR}",
    )
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)


def time_of(text: str, words: Words) -> Time | None:
    """Return when a step was, where one date, or a range of dates, is all that is written; None where that is in doubt.

    A date behind words such as “until” does not tell where a step belongs.
    """
    flat = " ".join(text.split())
    found = min(filter(None, (way.search(flat) for way in _of_steps(words.lang))), key=re.Match.start, default=None)
    # “a” and “à” stand before much else as well.
    unsure = (word for name in ("until", "earlier-than") for word in words.lists[name] if len(word) > 1)
    if not found or _says(flat, unsure):
        return None
    before, behind = flat[: found.start()], flat[found.end() :]
    if re.search(r"\d", before) or (re.search(r"\d", behind) and not re.match(r" ?[–/-] ?", behind)):
        return None
    time = _time(found.groupdict(""), words.lang)
    return _within(time, before, words) if time and time[0].timetuple().tm_yday == 1 else time


def _says(text: str, phrases: Iterable[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) for phrase in phrases)


def _within(year: Time, before: str, words: Words) -> Time:
    """Return the part of a year that is meant by what stands before it, as far as that is said: “spring”, “late”."""
    first, last = year
    if last.month != 12 or not before:
        return year
    parts = (("early-in-year", 1, 5), ("mid-year", 5, 8), ("late-in-year", 9, 12))
    said = [(begin, end) for name, begin, end in parts if _says(before, words.lists[name])]
    return (first.replace(month=said[0][0]), _last(first.year, said[0][1])) if len(said) == 1 else year


@cache
def _month_alone(language: str) -> re.Pattern[str]:
    months = either(_names(language)[0])
    return re.compile(rf"(?:(\d\d?){_ORDINAL}(?: (?:of|de))? )?({months})\.?(?: (\d\d?))?", re.IGNORECASE)


def month_of(text: str, language: str) -> int | None:
    """Return the month, in hundreds, and the day, if any, that are all a step is dated by: without a year."""
    found = _month_alone(language).fullmatch(text.strip())
    if found is None:
        return None
    return 100 * _names(language)[0][found[2].casefold()] + int(found[1] or found[3] or 0)


def _time(parts: dict[str, str], language: str) -> Time | None:
    """Return the days from first to last that the parts of a date stand for."""
    year = int(parts["year"])
    if parts.get("quarter"):
        last = 3 * next(int(sign) for sign in parts["quarter"] if sign.isdecimal())
        return date(year, last - 2, 1), _last(year, last)
    month = int(parts.get("month") or _names(language)[0].get(parts.get("name", "").casefold(), 0))
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not parts.get("day"):
        return date(year, month, 1), _last(year, month)
    day = int(parts["day"])
    return (date(year, month, day),) * 2 if _exists(year, month, day) else None


def _last(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
