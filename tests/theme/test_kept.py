"""A theme is read once, and kept as long as none of its files has changed."""

from pathlib import Path

import pytest

from deckgen import plugins, store
from deckgen.source.notes import Notes, noting
from deckgen.theme import kept, load
from deckgen.theme.find import names
from deckgen.theme.theme import Theme
from tests.builders import NAME, theme
from tests.source.images import png


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a theme that extends another beside it, nothing being kept of it yet."""
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "cache"))
    for name, text in (
        ("ours", "{name: Ours, extends: base, logo: logo.png}"),
        ("base", "{name: Base, extends: osce}"),
    ):
        (tmp_path / "themes" / name).mkdir(parents=True)
        (tmp_path / "themes" / name / "theme.yaml").write_text(text)
    (tmp_path / "themes" / "ours" / "logo.png").write_bytes(png(10, 10))
    return tmp_path / "themes" / "ours"


def read(folder: Path, *, ours: bool = True) -> tuple[Theme | None, Notes]:
    """Return the theme as a new process has it, and what is noted as it reads it."""
    load._at_hand.clear()
    notes = Notes()
    with noting(notes):
        made, _ = load.load(folder, plugins.vocabulary().layouts, ours=ours)
    return made, notes


@pytest.mark.parametrize("scale", ["normal", "large"])
@pytest.mark.parametrize("name", names(NAME))
def test_a_theme_that_was_kept_is_what_it_was_to_the_letter(name: str, scale: str) -> None:
    made = theme(name, scale)
    again = kept.from_json(kept.as_json(made))
    assert again == made
    assert repr(again) == repr(made)


def test_a_theme_is_taken_from_what_is_kept_and_all_that_it_was_read_from_is_noted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, noted = read(folder)
    monkeypatch.delattr(load, "_loaded")
    assert read(folder) == (made, noted)
    assert {str(folder / "logo.png"), str(folder.parent / "base" / "theme.yaml")} < set(noted.contents)


@pytest.mark.parametrize("name", ["ours/theme.yaml", "base/theme.yaml"])
def test_a_theme_is_read_again_where_it_or_what_it_extends_has_changed(folder: Path, name: str) -> None:
    before, _ = read(folder)
    path = folder.parent / name
    path.write_text(path.read_text().replace("}", ', palette: {accent: "#7A1F4B"}}'))
    now, _ = read(folder)
    assert before is not None
    assert now is not None
    assert before.palette["accent"].hex != now.palette["accent"].hex == "7A1F4B"


def test_a_theme_is_read_again_where_a_nearer_one_has_come_to_be(folder: Path) -> None:
    before, _ = read(folder)
    (folder.parent / "osce").mkdir()
    path = folder.parent / "osce" / "theme.yaml"
    path.write_text("{name: Ours too, extends: osce, grid: {gutter: 0.1}}")
    now, _ = read(folder)
    assert before is not None
    assert now is not None
    assert before.grid.gutter != now.grid.gutter


def test_a_theme_in_which_something_is_wrong_is_not_kept(folder: Path) -> None:
    path = folder / "theme.yaml"
    path.write_text(path.read_text().replace("}", ', palette: {accent: "#FFFFFE"}}'))
    assert read(folder)[0] is None
    assert store.of_user("themes", ".json", kept.BOUND).get(kept._name(folder, "normal")) is None


def test_a_theme_is_not_kept_where_layouts_are_added(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(folder, ours=False)
    monkeypatch.setattr(load, "_loaded", lambda *_: (None, ()))
    assert read(folder)[0] is None
