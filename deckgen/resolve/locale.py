"""How a language writes numbers and days, as CLDR has it; babel is met here and nowhere else.

What babel once said is kept between builds: to import it, and to read a language, takes as long as to write a deck.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from deckgen.store import Answers

if TYPE_CHECKING:
    import babel

_ANSWERS = Answers("locales")
_NUMBER = "#,##0"


class Locale(NamedTuple):
    """A language, such as ``en``, as it is written where its ``tag`` says: ``en-GB``."""

    tag: str
    language: str

    @classmethod
    def of(cls, tag: str) -> "Locale | None":
        """Return the locale of a tag, or None."""
        language = _ANSWERS.to(f"language {tag}", lambda: _language(tag))
        if language and not tag.casefold().startswith(language):
            # Few tags do not begin with their language, and it names a file: what is kept is not trusted so far.
            language = _language(tag)
        return cls(tag, language) if language else None

    def plural(self, amount: Decimal) -> str:
        """Return which plural form a number takes: one of the six that CLDR knows."""
        return self._said(f"plural {amount}", lambda locale: locale.plural_form(amount))

    def decimal(self, value: Decimal, pattern: str) -> str:
        """Return a number in a pattern of UTS 35, part 3."""

        def say(locale: "babel.Locale") -> str:
            from babel.numbers import format_decimal

            return str(format_decimal(value, format=pattern, locale=locale))

        return self._said(f"decimal {value} {pattern}", say)

    def percent(self, share: Decimal, pattern: str) -> str:
        """Return a share of 1 in per cent, its number in ``pattern``."""

        def say(locale: "babel.Locale") -> str:
            from babel.numbers import format_percent

            whole: str = locale.percent_formats[None].pattern
            return str(format_percent(share, format=whole.replace(_NUMBER, pattern), locale=locale))

        return self._said(f"percent {share} {pattern}", say)

    def money(self, value: Decimal, currency: str, pattern: str) -> str:
        """Return an amount of money, its number in ``pattern``; ``currency`` is one of ISO 4217."""

        def say(locale: "babel.Locale") -> str:
            from babel.numbers import format_currency

            whole = locale.currency_formats["standard"].pattern.split(";")[0].replace(f"{_NUMBER}.00", pattern)
            return str(format_currency(value, currency, format=whole, locale=locale, currency_digits=False))

        return self._said(f"money {value} {currency} {pattern}", say)

    def day(self, value: date) -> str:
        """Return a day in words."""

        def say(locale: "babel.Locale") -> str:
            from babel.dates import format_date

            return str(format_date(value, format="long", locale=locale))

        return self._said(f"day {value}", say)

    def months_and_days(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return the names of months, 1 to 12, and of days, 0 for Monday, in small letters."""
        told = self._said("months and days", _months_and_days)
        with suppress(ValueError, TypeError, AttributeError, RecursionError):
            months, days = json.loads(told)
            return {**months}, {**days}
        months, days = json.loads(_months_and_days(_known(self.tag)))
        return months, days

    def _said(self, question: str, say: "Callable[[babel.Locale], str]") -> str:
        return _ANSWERS.to(f"{self.tag} {question}", lambda: say(_known(self.tag)))


def language_called(name: str, known: Iterable[str]) -> str:
    """Return the one of ``known`` languages that English calls ``name``, or an empty text."""
    names = _known("en").languages
    return next((code for code in known if names.get(code, "").lower() == name.lower()), "")


def _known(tag: str) -> "babel.Locale":
    from babel import Locale as Known

    return Known.parse(tag, sep="-")


def _language(tag: str) -> str:
    """Return the language of a tag, an empty text for a tag that is none."""
    from babel import UnknownLocaleError

    try:
        return str(_known(tag).language)
    except (ValueError, UnknownLocaleError):
        return ""


def _months_and_days(locale: "babel.Locale") -> str:
    forms = [(use, width) for use in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    listed = [
        {name.casefold().rstrip("."): number for use, width in forms for number, name in names[use][width].items()}
        for names in (locale.months, locale.days)
    ]
    return json.dumps(listed)
