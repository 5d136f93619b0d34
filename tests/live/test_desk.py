"""A deck that is worked on: only what has changed is made again, and a mistake never takes the slides away."""

import errno
import json
import os
import shutil
from pathlib import Path
from threading import Thread

import pytest

from deckgen.live.gallery import LINGER
from deckgen.live.state import state
from deckgen.output import Unusable
from tests.builders import EXAMPLES, ROOT
from tests.live.desks import DECK, changed, desk, edited, told
from tests.source.images import png


def test_a_changed_text_changes_its_slide_alone(tmp_path: Path) -> None:
    made = desk(tmp_path)
    before = made.seen()
    after = edited(made, "A lower speed", "A much lower speed")
    assert changed(before, after) == [2]
    assert [one is two for one, two in zip(before.made.pages.pages, after.made.pages.pages, strict=True)] == [
        True,
        False,
        True,
    ]


def test_a_changed_figure_changes_what_shows_it(tmp_path: Path) -> None:
    made = desk(tmp_path, DECK.replace("The report of next year", "{crossings.after} of schools have one"))
    before = made.seen()
    after = edited(made, "after: 39%", "after: 41%")
    assert changed(before, after) == [1, 3]


def test_a_page_that_was_kept_is_what_a_build_makes(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.seen()
    for old, new in (
        ("A lower", "A much lower"),
        ("39%", "41%"),
        ("slides:\n", "slides:\n  # more\n"),
        ("A survey", "B"),
    ):
        after = edited(made, old, new)
        fresh = desk(tmp_path, made.content.read_text()).seen()
        assert after.made.pages == fresh.made.pages
        assert after.made.found == fresh.made.found
        assert after.slides == fresh.slides


def test_a_mistake_leaves_the_slides_and_is_told_at_its_slide(tmp_path: Path) -> None:
    made = desk(tmp_path)
    before = made.seen()
    broken = edited(made, "bullets:", "bulets:")
    assert not broken.fresh
    assert broken.slides == before.slides
    assert told(made, broken) == [("unknown-key", 1)]
    mended = edited(made, "bulets:", "bullets:")
    assert mended.fresh
    assert changed(before, mended) == []


def test_slides_keep_their_lines_where_others_are_written_with_a_mistake(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.seen()
    broken = edited(made, "slides:\n", "slides:\n  - titel: A new slide\n")
    assert [(slide.number, slide.item) for slide in broken.slides] == [(1, 1), (2, 2), (3, 3)]
    assert [item for _, item in told(made, broken)] == [0]
    gone = edited(made, "  - title: What comes next\n    text: The report of next year\n", "")
    assert [slide.item for slide in gone.slides] == [1, 2, None]


def test_a_file_that_goes_and_comes_back_is_no_end(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.seen()
    made.content.rename(tmp_path / "away.yaml")
    assert made.refresh()
    assert "no such file" in made.moment.trouble
    assert len(made.seen().slides) == 3
    assert not made.refresh()
    (tmp_path / "away.yaml").rename(made.content)
    assert made.refresh()
    assert made.moment.trouble == ""


def test_nothing_is_made_again_where_nothing_changed(tmp_path: Path) -> None:
    made = desk(tmp_path)
    seen, version = made.seen(), made.version
    made.content.touch()
    assert not made.refresh()
    assert made.version == version
    assert made.seen() is seen


def test_a_theme_is_read_again_when_it_changes_and_only_then(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "themes" / "osce", tmp_path / "themes" / "mine")
    made = desk(tmp_path, f"theme: mine\n{DECK}")
    before = made.seen()
    assert tmp_path / "themes" / "mine" in made.folders()
    theme = tmp_path / "themes" / "mine" / "theme.yaml"
    assert edited(made, "What comes next", "What comes then").made.theme is before.made.theme
    theme.write_text(theme.read_text().replace("#0B5CAD", "#0A4A8C").replace("#0b5cad", "#0a4a8c"))
    assert made.refresh()
    assert made.seen().made.theme is not before.made.theme


def test_an_image_that_was_missing_is_seen_when_it_is_there(tmp_path: Path) -> None:
    picture = "  - title: A picture\n    image: {file: crossing.svg, alt: A crossing with two children}\n"
    made = desk(tmp_path, DECK + picture)
    assert [name for name, _ in told(made, made.seen())] == ["no-image"]
    shutil.copy(EXAMPLES / "crossing.svg", tmp_path)
    assert made.refresh()
    assert made.seen().fresh
    before = made.seen()
    image = tmp_path / "crossing.svg"
    image.write_text(image.read_text().replace("#", "#0", 1) + "\n<!-- changed -->\n")
    assert made.refresh()
    assert edited(made, "What comes next", "What comes then").made.pages != before.made.pages


def test_two_themes_are_seen_of_one_moment(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert [made.seen(name).made.theme.name for name in ("", "osce-dark")] == ["osce", "osce-dark"]
    keys = {slide.picture for name in ("", "osce-dark") for slide in made.seen(name).slides}
    assert len(keys) == 6
    assert all(made.gallery.picture(key).startswith(b"<svg") for key in keys)


def test_a_theme_that_is_saved_as_it_was_is_one_change_and_not_one_every_second(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "themes" / "osce", tmp_path / "themes" / "mine")
    made = desk(tmp_path, f"theme: mine\n{DECK}")
    before = made.seen()
    (tmp_path / "themes" / "mine" / "theme.yaml").touch()
    assert made.refresh()
    assert changed(before, made.seen()) == []
    assert not made.refresh()


def test_a_theme_whose_logo_could_not_be_read_is_read_again_when_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "themes" / "mine"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: Mine\nextends: osce\nlogo: logo.png\n")
    logo = folder / "logo.png"
    logo.write_bytes(png(20, 10))
    opened = os.open

    def refused(name: str, flags: int) -> int:
        if name.endswith("logo.png"):
            raise PermissionError(errno.EACCES, "permission denied")
        return opened(name, flags)

    # A superuser is refused nothing.
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refused)
        made = desk(tmp_path, f"theme: mine\n{DECK}")
        assert [name for name, _ in told(made, made.seen())] == ["unknown-image"]
    logo.chmod(0o600)
    assert made.refresh()
    assert told(made, made.seen()) == []


def test_an_image_that_changes_while_the_deck_is_away_is_read_again(tmp_path: Path) -> None:
    picture = "  - title: A picture\n    image: {file: crossing.svg, alt: A crossing with two children}\n"
    image = Path(shutil.copy(EXAMPLES / "crossing.svg", tmp_path))
    made = desk(tmp_path, DECK + picture)
    before = made.seen()
    made.content.unlink()
    image.write_text(image.read_text().replace("<svg ", "<svg opacity='0.5' ", 1))
    assert made.refresh()
    assert changed(before, made.seen()) == []
    made.content.write_text(DECK + picture)
    assert made.refresh()
    assert changed(before, made.seen()) == [4]


def test_a_theme_that_stands_aside_keeps_its_pictures_while_another_is_made_again(tmp_path: Path) -> None:
    made = desk(tmp_path)
    made.seen(), made.seen("osce-dark")
    edited(made, "A lower speed", "A much lower speed")
    assert all(made.gallery.picture(slide.picture) for slide in made.seen("osce-dark").slides)


def test_the_page_is_told_of_one_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk(tmp_path)

    def themes() -> tuple[str, ...]:
        """Save the file while the page is being told."""
        made.content.write_text(DECK.replace("  - title: What comes next\n    text: The report of next year\n", ""))
        saved = Thread(target=made.refresh, daemon=True)
        saved.start()
        saved.join(0.5)
        return ()

    monkeypatch.setattr(made, "themes", themes)
    told = json.loads(state(made, ("",)))
    assert (told["version"], len(told["items"]), len(told["views"][0]["slides"])) == (1, 3, 3)


def test_a_picture_is_there_for_a_while_after_its_slide_has_changed_and_then_let_go(tmp_path: Path) -> None:
    now = [1000.0]
    made = desk(tmp_path)
    made.gallery.clock = lambda: now[0]
    old = made.seen().slides[1].picture
    now[0] += 3600
    new = edited(made, "A lower speed", "A much lower speed").slides[1].picture
    now[0] += LINGER / 2
    newer = edited(made, "A much lower speed", "A far lower speed").slides[1].picture
    assert made.gallery.picture(old), "a browser that was told of it an hour ago is still on its way"
    now[0] += LINGER + 1
    edited(made, "The report of next year", "The report of this year")
    assert made.gallery.picture(newer)
    assert (made.gallery.picture(old), made.gallery.picture(new)) == (None, None)


def test_a_deck_that_is_not_there_at_first_is_told(tmp_path: Path) -> None:
    from deckgen.live.desk import Desk
    from deckgen.request import Wanted

    with pytest.raises(Unusable, match="no such file"):
        Desk(tmp_path / "none.yaml", Wanted()).refresh()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("organisation: The Office", "organisation: The Bureau"),
        ("title: A deck", "title: A deck\ndate: 2026-07-18\nfooter: Not for circulation"),
        ("  - title: What comes next", "  - section: Then\n    title: What comes next"),
        ("  - title: What comes next", "".join(f"  - {{title: One more {n}, text: T}}\n" for n in range(7)) + "  - title: What comes next"),
        ("title: A deck", "title: A deck\ntheme: plain"),
        ("title: A deck", "title: A deck\nscale: large"),
        ("title: A deck", "title: A deck\nlang: fr"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("scale", ["", "scale: large\n"])
def test_what_frames_all_slides_changes_on_all_of_them(tmp_path: Path, old: str, new: str, scale: str) -> None:
    made = desk(tmp_path, f"{'' if 'scale' in new else scale}{DECK}")
    before = made.seen()
    after = edited(made, old, new)
    fresh = desk(tmp_path, made.content.read_text()).seen()
    assert after.made.pages == fresh.made.pages != before.made.pages
    assert after.slides == fresh.slides
