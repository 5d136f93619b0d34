"""Type for large rooms: a fifth larger where there is room, and never too large."""

from pathlib import Path

from deckgen import pipeline
from deckgen.model.slots import USUAL
from deckgen.theme.theme import Theme
from deckgen.typeset.frames import TextFrame
from tests.builders import deck_of, mistakes, pages, theme

LONG = "A headline so long that it has room on two lines in its usual size, but not in the largest of the larger ones"


def size(text: str, frame: str, of: Theme) -> tuple[float, bool]:
    """Return the size of a text on the first slide of a deck, and whether the slide says it itself."""
    found = next(found for found in pages(text, of).pages[0].frames if found.name == frame)
    assert isinstance(found, TextFrame)
    return found.paragraphs[0].size, found.paragraphs[0].stepped


def test_each_style_has_two_larger_sizes_before_its_usual_ones() -> None:
    large = theme(scale="large").styles
    assert large["headline"].sizes == (36, 33, 30, 28, 26)
    assert large["bullets"].sizes == (29, 26.5, 24, 22, 20)
    assert large["bullets-2"].sizes == (24, 22, 20, 18, 18)
    assert large["source"].sizes == (14.5, 13, 12)


def test_a_text_is_larger_where_it_has_room_and_steps_down_where_not() -> None:
    short, long = (deck_of(f"title: {title}\nlayout: bullets\ntext: One") for title in ("Short", LONG))
    large = theme(scale="large")
    assert size(short, "title", large) == (36, False)
    assert size(long, "title", theme()) == (30, False)
    assert size(long, "title", large) == (33, True)


def test_a_slot_of_one_line_grows_into_the_free_space_below_it() -> None:
    normal, large = (theme(scale=scale).layouts["bullets", USUAL].slot("lead") for scale in ("normal", "large"))
    assert normal is not None
    assert large is not None
    assert large.rect.height > normal.rect.height
    assert large.rect.y == normal.rect.y


def test_the_footer_has_one_size_on_all_slides() -> None:
    deck = f"""\
        title: A deck
        footer: {"A footer as long as the room that it has at its usual size, and longer " * 2}
        slides:
          - {{section: One, layout: bullets, title: First, text: One}}
          - {{section: A section with a much longer name than the other one, layout: bullets, title: Second, text: Two}}
        """
    made = pages(deck, theme(scale="large"))
    sizes = {
        frame.paragraphs[0].size
        for page in made.pages
        for frame in page.frames
        if isinstance(frame, TextFrame) and frame.name in ("footer", "section", "number")
    }
    assert len(sizes) == 1


def test_a_deck_and_the_command_line_name_the_scale(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("title: A deck\nscale: large\nslides:\n  - {title: One, text: Two}\n")
    assert [pipeline.pages_of(path, pipeline.Wanted(scale=scale))[1].scale for scale in (None, "normal")] == [
        "large",
        "normal",
    ]  # type: ignore[union-attr]


def test_an_unknown_scale_is_told(tmp_path: Path) -> None:
    assert mistakes("title: A deck\nscale: huge\nslides:\n  - {title: One, text: Two}\n", tmp_path) == (
        "deck.yaml:2:8: error: no scale is called “huge” [C240 unknown-scale]: write normal or large\n"
    )
