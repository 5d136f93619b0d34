"""How a deck says what its own claims mean: words, and the bounds within which they hold."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from deckgen.model.bounds import BadBounds, Extent
from deckgen.spec.base import Spec, Text, mistake

_KEYS = "write one of share:, change: and value: below it, such as change: at least x1.5"


def _extent(key: str) -> BeforeValidator:
    def read(value: object) -> Extent:
        try:
            return Extent.of(key, Text.of(value).text.strip())
        except BadBounds as error:
            message, hint = error.args
            raise mistake("not-bounds", message, hint) from None

    return BeforeValidator(read)


class ClaimSpec(Spec):
    """What words of this deck claim: one of three measures, and its bounds."""

    share: Annotated[Extent | None, _extent("share")] = Field(
        None, description="what part of the whole the figure must be: more than 50%, at least 2/3, 45% to under 55%"
    )
    change: Annotated[Extent | None, _extent("change")] = Field(
        None, description="how the later figure must stand to the earlier: at least x1.5, +40% to +60%, less than 0"
    )
    value: Annotated[Extent | None, _extent("value")] = Field(
        None, description="what the figure itself must be: 1 to 9, at least 20"
    )

    @property
    def extent(self) -> Extent:
        """What must be measured, and its bounds."""
        return next(extent for extent in (self.share, self.change, self.value) if extent)

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        """Return the claim, which has one measure."""
        if len([extent for extent in (self.share, self.change, self.value) if extent]) != 1:
            raise mistake("not-bounds", "a claim has one measure", _KEYS)
        return self
