"""How an image is written: its file, what it shows in words, and how it takes its room."""

import re
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo, field_validator, model_validator
from pydantic_core import core_schema

from deckgen.model.images import Fit
from deckgen.source.nodes import Scalar
from deckgen.spec.base import Flag, Spec, Text, mistake
from deckgen.values import frozen

ALT_HINT = "add alt: and what it shows, in a sentence; or decorative: true, if it says nothing"
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp|tiff?|heic)|(?:IMG|DSC|DSCN|PXL|Screenshot)[-_ ]?\d+\S*", re.I)
_ACROSS = {"left": 0.0, "center": 0.5, "centre": 0.5, "right": 1.0}
_DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


@frozen(slots=True)
class Focus:
    """The point of an image that stays in view, as shares of its width and height from the upper left corner."""

    across: float = 0.5
    down: float = 0.5

    @classmethod
    def of(cls, value: object) -> "Focus":
        """Return the focus that words or two shares name; raise the mistake of anything else."""
        found = cls._shares(value) if isinstance(value, list) else cls._words(Text.of(value).text)
        if found is None:
            hint = "write two shares from the upper left, such as [0.5, 0.3], or words, such as top left"
            raise mistake("unknown-choice", "this names no point of an image", hint)
        return found

    @classmethod
    def _words(cls, text: str) -> "Focus | None":
        words = text.lower().replace("-", " ").split()
        across, down = ([known[word] for word in words if word in known] for known in (_ACROSS, _DOWN))
        if not words or len(across) > 1 or len(down) > 1 or len(across) + len(down) < len(words):
            return None
        return cls(*(across or [0.5]), *(down or [0.5]))

    @classmethod
    def _shares(cls, value: list[object]) -> "Focus | None":
        try:
            shares = [Decimal(Text.of(share).text) for share in value]
        except InvalidOperation:
            return None
        if len(shares) != 2 or not all(share.is_finite() and 0 <= share <= 1 for share in shares):
            return None
        return cls(float(shares[0]), float(shares[1]))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema by which pydantic makes a focus."""
        return core_schema.no_info_plain_validator_function(cls.of)


def _fit(value: object) -> Fit:
    text = Text.of(value).text
    if text not in {fit.value for fit in Fit}:
        hint = "write contain for the whole image, or cover to fill its room"
        raise mistake("unknown-choice", f"an image cannot be fitted by “{text}”", hint)
    return Fit(text)


def _image(value: object) -> object:
    if isinstance(value, Scalar) and not value.empty:
        message = f"the image “{value.text}” has no alternative text"
        raise mistake("no-alt-text", message, f"write file: {value.text}, and below it alt: and what it shows")
    return value


class ImageSpec(Spec):
    """An image: a file beside the deck, and what it shows."""

    file: Text = Field(description="a PNG, JPEG or SVG in the folder of the deck, or in one below it")
    alt: Text | None = Field(None, description="what it shows, for those who cannot see it; or else decorative: true")
    decorative: Flag = Field(False, description="true if it says nothing, so that it needs no alternative text")
    fit: Annotated[Fit, BeforeValidator(_fit)] = Field(
        Fit.CONTAIN, description="contain shows all of it, cover fills its room and cuts what is over"
    )
    focus: Focus = Field(Focus(), description="what cover keeps in view: [0.5, 0.3], or words such as top left")
    caption: Text | None = Field(None, description="a line under it")
    credit: Text | None = Field(None, description="who made it, under it")

    @field_validator("alt")
    @classmethod
    def _told_in_words(cls, alt: Text | None, info: ValidationInfo) -> Text | None:
        """Return the alternative text, which is not the name of a file."""
        file = info.data.get("file")
        name = PurePosixPath(file.text) if isinstance(file, Text) else PurePosixPath()
        if alt and (_FILE_NAME.fullmatch(alt.text.strip()) or alt.text.strip().lower() in _names(name)):
            raise mistake("alt-is-file-name", f"“{alt}” is the name of a file", "say what the image shows")
        return alt

    @field_validator("decorative")
    @classmethod
    def _not_both(cls, decorative: bool, info: ValidationInfo) -> bool:
        """Return whether the image is decoration, which has nothing to say."""
        if decorative and info.data.get("alt"):
            hint = "keep alt: if the image says something, decorative: if it does not"
            raise mistake("alt-and-decorative", "an image that is decoration has no alternative text", hint)
        return decorative

    @model_validator(mode="after")
    def _told_at_all(self) -> Self:
        """Return the image, which says what it shows, or that it shows nothing."""
        if not (self.alt or self.decorative):
            raise mistake("no-alt-text", f"the image “{self.file}” has no alternative text", ALT_HINT)
        return self


def _names(file: PurePosixPath) -> set[str]:
    return {file.as_posix().lower(), file.name.lower(), file.stem.lower(), re.sub(r"[-_]+", " ", file.stem.lower())}


WrittenImage = Annotated[ImageSpec, BeforeValidator(_image)]
