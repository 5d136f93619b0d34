"""What it means on one side, an image of it on the other."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from deckgen.model.content import Content
from deckgen.model.fills import Fill, ImageFill, TextFill
from deckgen.model.images import Fit
from deckgen.model.slots import Grid, Slot, SlotKind, Variant, chrome
from deckgen.model.text import ListKind, Paragraph, Run
from deckgen.spec.base import ContentSlideSpec, Items, OneOf, Text, Texts, mistake
from deckgen.spec.images import WrittenImage
from deckgen.units import Emu, Rect, inches

RIGHT, LEFT, ALONE = Variant(), Variant(side="left"), Variant(side="alone")
IMAGE_WIDTH = inches(4.9)
CAPTION_HEIGHT, GAP = inches(0.66), inches(0.12)


def _side(value: object) -> str:
    text = Text.of(value).text
    if text not in ("left", "right"):
        raise mistake("unknown-choice", f"an image cannot stand “{text}”", "write left or right")
    return text


class ImageAndText(ContentSlideSpec):
    """Text or bullets beside an image, with a caption; or the image alone, if there is no text.

    Example:
        title: Safe ways to school
        organisation: Example Road Safety Council

        slides:
          - layout: image-and-text
            kicker: Schools
            title: The new crossing stands where children really cross
            text: "An illustration: an invented street, drawn for this page"
            bullets:
              - The crossing moved **to the gate** of the school
              - An island in the middle **halves the way** across
            image:
              file: crossing.svg
              alt: Plan of a street with a crossing and an island in its middle, in front of the gate of a school
              caption: The crossing at the gate
              credit: Example Road Safety Council

    """

    needs = (frozenset({"image"}), frozenset({"image", "text"}), frozenset({"image", "bullets"}))
    variants = (RIGHT, LEFT, ALONE)

    text: Texts = Field((), description="paragraphs beside the image")
    bullets: Items = Field((), description="bullets under the paragraphs")
    image: WrittenImage = Field(description="the image: its file, and what it shows")
    side: Annotated[str, BeforeValidator(_side), OneOf(("left", "right"))] = Field(
        "right", description="left or right: where the image stands; right if left out"
    )

    @classmethod
    def slots(cls, grid: Grid, variant: Variant) -> tuple[Slot, ...]:
        """Return the slots in reading order: the text first, on whichever side it stands."""
        content = grid.content
        width = content.width if variant == ALONE else IMAGE_WIDTH
        left = content.x if variant != RIGHT else Emu(content.right - width)
        below = Emu(content.bottom - CAPTION_HEIGHT)
        image = Rect(left, content.y, width, Emu(below - GAP - content.y))
        caption = Rect(left, below, width, CAPTION_HEIGHT)
        rest = Emu(content.width - width - grid.gutter)
        text = Rect(Emu(content.right - rest) if variant == LEFT else content.x, content.y, rest, content.height)
        body = Rect(text.x, Emu(text.y + inches(0.2)), text.width, Emu(text.height - inches(0.2)))
        beside = (
            Slot("rule", SlotKind.RULE, Rect(text.x, text.y, text.width, inches(0.03)), ("primary",)),
            Slot("body", SlotKind.TEXT, body, ("aside", "body"), prompt="Text"),
        )
        return (
            *chrome(grid),
            *(() if variant == ALONE else beside),
            Slot("image", SlotKind.PICTURE, image, prompt="Image"),
            Slot("caption", SlotKind.TEXT, caption, ("caption",), prompt="Caption"),
        )

    @classmethod
    def variant(cls, content: Content) -> Variant:
        """Return the layout with the image on the side that was asked for, or alone."""
        if not (content.text or content.bullets):
            return ALONE
        return LEFT if content.side == "left" else RIGHT

    @classmethod
    def compose(cls, content: Content) -> Mapping[str, Fill]:
        """Return what fills each slot."""
        paragraphs = [Paragraph(runs) for runs in content.text]
        for item in content.bullets:
            paragraphs.append(Paragraph(item.text, kind=ListKind.BULLET))
            paragraphs += [Paragraph(runs, level=1, kind=ListKind.BULLET) for runs in item.items]
        fills: dict[str, Fill] = {
            "title": TextFill((Paragraph(content.title),)),
            "kicker": TextFill((Paragraph(content.kicker),), key="kicker"),
            "body": TextFill(tuple(paragraphs), key="bullets" if content.bullets else "text"),
        }
        image = content.image
        if image is None:
            return fills
        told = [Paragraph(image.caption)] if image.caption else []
        if image.credit:
            told.append(Paragraph((Run(content.facts.words.say("credit", credit=image.credit)),)))
        # A narrow image stands over the beginning of its caption, which is wider; any other at the edge of the grid.
        narrow = bool(told) and image.fit is Fit.CONTAIN and image.size.width * 3 < image.size.height * 2
        right = cls.variant(content) == RIGHT and not narrow
        fills["image"] = ImageFill(image, over=("caption",), right=right)
        fills["caption"] = TextFill(tuple(told), key="image", under="image")
        return fills
