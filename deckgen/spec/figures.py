"""How figures, indicators, sources and periods are written."""

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, PlainValidator
from pydantic_core import core_schema

from deckgen.diagnostics import Span
from deckgen.model.figures import Unit, UnitKind
from deckgen.source.nodes import Scalar
from deckgen.spec.base import Dated, Flag, Name, Spec, Text, mistake
from deckgen.values import frozen

_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "₽": "RUB"}
_SCALES = {
    "k": "thousand", "thousand": "thousand", "m": "million", "mn": "million", "million": "million",
    "bn": "billion", "billion": "billion",
}  # fmt: skip
MOST_DIGITS, MOST_DECIMALS = 15, 6
"""How many digits a figure may have before the decimal point and behind it: as many as Excel and the eye keep."""

_TOO_LONG = re.compile(r"\s*[^\s\d]{0,4}\s*(\d[\d \u00a0_,]*)(?:\.(\d*))?")
_AMOUNT = re.compile(
    r"(?P<sign>[\-−]?)\s?(?P<money>[€$£₽]|[A-Z]{3}(?=[\s\d]))?\s?"
    rf"(?P<number>\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d{{1,{MOST_DIGITS}}})(?P<decimals>\.\d{{1,{MOST_DECIMALS}}})?"
    r"(?:\s?(?P<scale>k|thousand|mn?|million|bn|billion)\b)?"
    r"(?:\s?(?P<sign_after>[%€$£₽])|\s(?P<unit>(?!of\b)[^\W\d_][^\d%€$£₽]{0,19}))?"
)
_HINT = "write the figure as it is shown, with its unit, a decimal point and no commas: 39%, 14, €3.2 bn"


@frozen(slots=True)
class Amount:
    """A figure as written: ``value`` in its unit, with as many decimal places as the author gave."""

    value: Decimal
    unit: Unit
    span: Span

    @classmethod
    def of(cls, value: object) -> "Amount":
        """Return the figure that a scalar holds; raise the mistake of anything else."""
        text = Text.of(value)
        _short_enough(text.text)
        match = _AMOUNT.fullmatch(text.text.strip())
        unit = _unit(match) if match else None
        if not match or not unit:
            out_of = re.fullmatch(r"(\S+) of (\S+)", text.text)
            hint = f"write value: {out_of[1]} and of: {out_of[2]}" if out_of else _HINT
            raise mistake("not-a-figure", f"a figure is expected here, found “{text.text}”", hint)
        digits = re.sub(r"\s", "", match["number"]) + (match["decimals"] or "")
        sign = "-" if match["sign"] in ("-", "−") else ""
        return cls(Decimal(sign + digits) + 0, unit, text.span)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema by which pydantic makes a figure."""
        return core_schema.no_info_plain_validator_function(cls.of)


def _short_enough(text: str) -> None:
    """Raise the mistake of a figure that has more digits than a figure may have."""
    match = _TOO_LONG.match(text)
    before, after = (len(re.sub(r"\D", "", part or "")) for part in match.groups()) if match else (0, 0)
    if before > MOST_DIGITS or after > MOST_DECIMALS:
        most = f"{MOST_DIGITS} digits before the decimal point and {MOST_DECIMALS} behind it"
        message = f"a figure of {before + after:,} digits; deckgen takes up to {most}"
        raise mistake("figure-too-long", message, "round it, or write it with a word, such as 3.2 bn")


def _unit(match: re.Match[str]) -> Unit | None:
    """Return the unit of a figure, or None where it has two: money per cent, or money of something."""
    scale, sign, word = _SCALES.get(match["scale"] or "", ""), match["sign_after"] or "", match["unit"] or ""
    money = match["money"] or (sign if sign in _CURRENCIES else "")
    if (match["money"] and (sign or word)) or (sign == "%" and scale):
        return None
    if money:
        return Unit(UnitKind.MONEY, _CURRENCIES.get(money, money), scale)
    if sign:
        return Unit(UnitKind.PERCENT)
    return Unit(UnitKind.OTHER, word, scale) if word else Unit(UnitKind.COUNT, "", scale)


def unit_of(word: str, scale: str) -> Unit:
    """Return the unit that an indicator names for all its figures: per cent, money by its sign, or a word."""
    if word == "%":
        return Unit(UnitKind.PERCENT, "", scale)
    if word in _CURRENCIES:
        return Unit(UnitKind.MONEY, _CURRENCIES[word], scale)
    return Unit(UnitKind.OTHER, word, scale)


def _amount_or_name(value: object) -> object:
    if isinstance(value, Scalar) and _AMOUNT.fullmatch(value.text.strip()):
        return Amount.of(value)
    return Text.of(value)


class SourceSpec(Spec):
    """Where figures are from."""

    title: Text = Field(description="its title, as it stands at the foot of a slide")
    short: Text | None = Field(None, description="a shorter title, which the foot of a slide takes instead")
    publisher: Text | None = Field(None, description="who published it; the slide sources shows it")
    date: Dated | None = Field(None, description="when it was published, such as 2026-07-18; shown likewise")
    url: Text | None = Field(None, description="where it can be read; the slide sources links to it")


class PeriodsSpec(Spec):
    """How the times of figures are called on a slide."""

    before: Text | None = Field(None, description="the time of the earlier figure, such as previous survey")
    after: Text | None = Field(None, description="the time of the later figure, such as this survey")


class IndicatorSpec(Spec):
    """What is measured, and its figures, each written once."""

    label: Text = Field(description="what is measured, in the words that stand beside its bar")
    short: Text | None = Field(None, description="a shorter label, which charts take instead")
    unit: Text | None = Field(None, description="the unit of figures written without one, such as % or km")
    value: Amount | None = Field(None, description="the figure, where there is only one")
    of: Annotated[Amount | Text | None, PlainValidator(_amount_or_name)] = Field(
        None, description="the total that a count is out of"
    )
    before: Amount | None = Field(None, description="the earlier figure")
    after: Amount | None = Field(None, description="the later figure")
    figures: dict[Name, Amount] | None = Field(None, description="figures by period, earliest first")
    change: Text | None = Field(None, description="the change in words, such as doubled, if no figures are known")
    unconfirmed: Amount | None = Field(None, description="what was reported beyond the figure, but not confirmed")
    new: Flag = Field(False, description="true if it was not measured before: it is marked as new")
    note: Text | None = Field(None, description="a remark in smaller type, under the label in a chart")
    periods: PeriodsSpec | None = Field(None, description="its own periods, where they differ from the deck's")
    source: Text | None = Field(None, description="the name of its source; the only one of the deck if left out")
