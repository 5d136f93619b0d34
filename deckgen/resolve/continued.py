"""What a slide says of itself that goes on on further ones, or is such a one."""

from dataclasses import replace

from deckgen.model.content import Content, Part
from deckgen.model.deck import Told
from deckgen.model.text import Paragraph, Run
from deckgen.model.words import Words
from deckgen.spec.placed import PlacedSlide, Share


def continued(content: Content, placed: PlacedSlide, whole: Part | None) -> Content:
    """Return what stands on one of the slides that a slide goes on on: its number behind the title, as “(1 of 2)”.

    Its numbered items count on; ``whole`` are all figures and the whole table, of which it has a part.
    """
    share = placed.share
    if share is None or whole is None:
        return content
    words = content.facts.words
    number = words.say("of", value=share.number, total=share.count).replace(" ", "\u00a0")
    title = content.title or (Run(placed.spec.untitled(content)),)
    skipped, numbered = share.skipped.get("numbered", 0), len(getattr(share.whole, "numbered", ()))
    begin = share.skipped.get("table.rows", 0)
    table = whole.table.part(begin, begin + share.shown, share.most) if whole.table else None
    return replace(
        content,
        title=(*title, Run(f" ({number})", color="muted")),
        numbers=(skipped + 1, max(1, numbered)),
        among=whole.indicators,
        most=share.most,
        table=table,
    )


def notes_of(share: Share | None, number: int, words: Words) -> tuple[Paragraph, ...]:
    """Return what is said to the speaker of a slide that goes on with an earlier one whose notes they have."""
    if share is None or share.number == 1 or not share.whole.notes:
        return ()
    return (Paragraph.plain(words.say("continued", slide=number - share.number + 1)),)


def told_here(told: tuple[Told, ...], share: Share | None) -> tuple[Told, ...]:
    """Return the texts of a slide without those that an earlier one, with which it goes on, has said already."""
    if share is None or share.number == 1:
        return told
    return tuple(one for one in told if any(one.key.startswith(f"{key}.") for key in share.skipped))
