"""A chart is painted once; whatever happens to the cache, the deck is the same."""

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from deckgen import cache, paint, pipeline, prepared, store
from deckgen.color import Color
from deckgen.model.drawing import Bar, Drawing, Picture
from deckgen.request import Wanted
from deckgen.theme.theme import Outline
from deckgen.units import Rect, Size, inches
from deckgen.writers.typst import compile as typst
from tests.builders import ROOT, pages, theme

DECK = """\
title: A deck
indicators:
  all: {label: States, value: 57}
  begging: {label: Forced begging, before: 47%, after: 59%}
  marriage: {label: Sham marriage, before: 23%, after: 39%}
slides:
  - {title: First, indicators: [begging]}
  - {title: Second, indicators: [marriage]}
"""
DRAWING = Drawing(Size(inches(2), inches(1)), (Bar(Rect.of_inches(0, 0, 1, 0.5), "accent"),))
PICTURE = Picture(b"<svg/>", b"PNG")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of charts of a cache that is not there yet."""
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(prepared, "_at_hand", {})
    return tmp_path / "cache" / "charts"


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Drawing]:
    """Return what was painted, as it grows."""
    drawings: list[Drawing] = []
    real = paint.painted

    def noted(drawing: Drawing, *arguments: object) -> bytes:
        drawings.append(drawing)
        return real(drawing, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(paint, "painted", noted)
    return drawings


def built(text: str = DECK) -> bytes:
    return pipeline.presentation(pages(text), theme())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_second_build_paints_nothing_and_gives_the_same_bytes(folder: Path, painted: list[Drawing]) -> None:
    cold = built()
    assert len(painted) == 2
    assert len(names(folder)) == 2
    assert built() == cold
    assert len(painted) == 2


def test_a_changed_figure_paints_one_chart_again_and_gives_the_bytes_of_an_empty_cache(
    folder: Path, painted: list[Drawing]
) -> None:
    built()
    changed = DECK.replace("after: 39%", "after: 41%")
    warm = built(changed)
    assert len(painted) == 3
    shutil.rmtree(folder)
    assert built(changed) == warm


def test_a_changed_word_beside_the_charts_paints_nothing(folder: Path, painted: list[Drawing]) -> None:
    built()
    built(DECK.replace("First", "Another title"))
    assert len(painted) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: b"",
        lambda entry: entry[:-1],
        lambda entry: entry + b"x",
        lambda entry: entry[:100] + bytes([entry[100] ^ 1]) + entry[101:],
        lambda entry: bytes(len(entry)),
    ],
    ids=["empty", "cut off", "longer", "one bit", "zeros"],
)
def test_a_damaged_entry_is_painted_again_and_mended(folder: Path, painted: list[Drawing], damage: object) -> None:
    cold = built()
    path = sorted(folder.iterdir())[0]
    whole = path.read_bytes()
    path.write_bytes(damage(whole))  # type: ignore[operator]
    assert built() == cold
    assert len(painted) == 3
    assert path.read_bytes() == whole


def test_an_entry_under_the_name_of_another_is_not_taken_for_it(folder: Path, painted: list[Drawing]) -> None:
    cold = built()
    one, other = sorted(folder.iterdir())
    shutil.copy(one, other)
    assert built() == cold
    assert len(painted) == 3


def test_a_folder_in_the_place_of_an_entry_does_no_harm(folder: Path) -> None:
    cold = built()
    path = sorted(folder.iterdir())[0]
    path.unlink()
    path.mkdir()
    assert built() == cold
    assert len(names(folder)) == 2


def test_a_cache_that_cannot_be_written_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, painted: list[Drawing]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "file"))
    assert built() == built()
    assert len(painted) == 4
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_full_disk_leaves_no_part_of_an_entry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cold = built()
    assert names(folder) == []
    monkeypatch.undo()
    assert built() == cold


def test_the_cache_may_be_deleted_while_charts_are_painted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = built()
    next(folder.iterdir()).unlink()
    real = typst.rasterized

    def meanwhile(*arguments: object) -> tuple[bytes, ...]:
        shutil.rmtree(folder.parent)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(typst, "rasterized", meanwhile)
    assert built() == cold
    assert len(names(folder)) == 1


def test_the_cache_may_be_deleted_between_a_folder_and_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tempfile.mkstemp

    def gone(**options: object) -> tuple[int, str]:
        shutil.rmtree(folder)
        return real(**options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(tempfile, "mkstemp", gone)
    cold = built()
    monkeypatch.undo()
    assert built() == cold


def test_two_builds_at_once_agree_and_leave_whole_entries(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(DECK)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "deckgen", "build", "deck.yaml", "-o", f"output{number}"],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        for number in range(2)
    ]
    assert [build.wait() for build in builds] == [0, 0]
    decks = {(tmp_path / f"output{number}" / "deck.pptx").read_bytes() for number in range(2)}
    assert decks == {built()}
    assert [Path(name).suffix for name in names(folder)] == [".chart", ".chart"]


def test_a_warm_build_imports_neither_what_paints_nor_python_pptx(folder: Path, tmp_path: Path) -> None:
    built()
    (tmp_path / "deck.yaml").write_text(DECK)
    code = (
        "import sys\nfrom pathlib import Path\nfrom deckgen.pipeline import build\n"
        "assert build(Path('deck.yaml'), Path('output')).outputs\n"
        "print([name for name in ('matplotlib', 'typst', 'numpy', 'pptx', 'lxml') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def imported() -> str:
        command = [sys.executable, "-c", code]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=True, env=environment
        ).stdout.strip()

    assert imported() == "[]"
    shutil.rmtree(folder)
    assert imported() == "['matplotlib', 'typst', 'numpy']"


def kept(folder: Path, drawings: list[Drawing], bound: int) -> cache.Cache:
    """Return a cache in which ``drawings`` were used one after the other."""
    made = cache.Cache(folder, bound)
    for second, drawing in enumerate(drawings):
        cache.Cache(folder).keep({drawing: PICTURE}, theme())
        os.utime(folder / f"{cache.key(drawing, theme())}.chart", (second, second))
    return made


def sized(width: int) -> Drawing:
    return replace(DRAWING, size=Size(inches(width), inches(1)))


def test_what_was_used_longest_ago_goes_when_the_bound_is_reached(tmp_path: Path) -> None:
    drawings = [sized(1), sized(2), sized(3)]
    kept(tmp_path, drawings, 0)
    size = next(tmp_path.iterdir()).stat().st_size
    bounded = cache.Cache(tmp_path, bound=3 * size)
    assert bounded.get(drawings[0], theme()) == PICTURE  # and so it is not the oldest any more
    (tmp_path / "a letter.txt").write_text("x" * 1000)
    bounded.keep({sized(4): PICTURE}, theme())
    there = [drawing.size.width // inches(1) for drawing in (*drawings, sized(4)) if bounded.get(drawing, theme())]
    assert there == [1, 3, 4]
    assert (tmp_path / "a letter.txt").exists()


def test_what_a_killed_build_left_behind_goes_too(tmp_path: Path) -> None:
    (tmp_path / "left.part").write_bytes(bytes(500))
    os.utime(tmp_path / "left.part", (1, 1))
    cache.Cache(tmp_path, bound=400).keep({DRAWING: PICTURE}, theme())
    assert names(tmp_path) == [f"{cache.key(DRAWING, theme())}.chart"]


def test_the_key_follows_marks_size_colours_font_code_and_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    osce = theme()
    palette = {**osce.palette, "background": Color(1, 2, 3)}
    longer = replace(DRAWING, marks=(Bar(Rect.of_inches(0, 0, 1.1, 0.5), "accent"),))
    keys = [
        cache.key(DRAWING, osce),
        cache.key(sized(3), osce),
        cache.key(longer, osce),
        cache.key(DRAWING, replace(osce, palette=palette)),
        cache.key(DRAWING, replace(osce, body_font="Arimo")),
        cache.key(DRAWING, replace(osce, outlines={"accent": Outline("ink", 1)})),
        cache.key(replace(DRAWING, ground="cover"), osce),
    ]
    for name, value in (("PACKAGES", cache.PACKAGES[1:]), ("SOURCES", cache.SOURCES[1:])):
        with monkeypatch.context() as patch:
            patch.setattr(cache, name, value)
            cache._tools.cache_clear()
            keys.append(cache.key(DRAWING, osce))
    cache._tools.cache_clear()
    assert len(set(keys)) == len(keys)
    assert cache.key(replace(DRAWING, separators=(inches(1),)), osce) == keys[0]


def test_painting_depends_on_nothing_but_what_the_key_is_made_of() -> None:
    osce = theme()
    drawing = SimpleNamespace(size=DRAWING.size, marks=DRAWING.marks)
    told = SimpleNamespace(palette=osce.palette, body_font=osce.body_font, outline=osce.outlines.get)
    assert paint.painted(drawing, told) == paint.painted(DRAWING, osce)  # type: ignore[arg-type]


def test_every_module_of_ours_that_paints_is_in_the_key() -> None:
    """The theme is left out: what is taken from it stands in the key itself."""
    package = ROOT / "deckgen"
    found, waiting = set(), ["paint.py", "writers/typst/compile.py"]
    while waiting:
        name = waiting.pop()
        found.add(name)
        for node in ast.walk(ast.parse((package / name).read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("deckgen."):
                path = f"{(node.module or '').removeprefix('deckgen.').replace('.', '/')}.py"
                waiting += [path] if path not in found | {"theme/theme.py"} else []
    assert found | {"color.py"} == set(cache.SOURCES)


def test_a_matplotlibrc_of_the_user_changes_no_chart(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom deckgen import paint\nfrom tests.builders import theme\nfrom tests.test_cache import DRAWING\n"
        "sys.stdout.buffer.write(paint.painted(DRAWING, theme()))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    made = []
    for setting in ("", "path.sketch: 10, 100, 2\nlines.antialiased: False\npatch.antialiased: False\n"):
        (tmp_path / "matplotlibrc").write_text(setting)
        command = [sys.executable, "-c", code]
        made.append(subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, env=environment).stdout)
    assert b"<svg" in made[0]
    assert made[0] == made[1]


HOME = Path.home()


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {}, HOME / ".cache" / "deckgen"),
        ("linux", {"XDG_CACHE_HOME": "/var/tmp/me"}, Path("/var/tmp/me/deckgen")),
        ("linux", {"XDG_CACHE_HOME": "here"}, HOME / ".cache" / "deckgen"),
        ("darwin", {"XDG_CACHE_HOME": "/var/tmp/me"}, HOME / "Library" / "Caches" / "deckgen"),
        ("win32", {"LOCALAPPDATA": str(HOME / "AppData")}, HOME / "AppData" / "deckgen"),
        ("win32", {}, None),
        ("win32", {"DECKGEN_CACHE": "kept"}, Path("kept")),
        ("linux", {"DECKGEN_CACHE": ""}, HOME / ".cache" / "deckgen"),
    ],
)
def test_the_cache_is_where_the_system_keeps_caches(
    system: str, environment: dict[str, str], expected: Path | None
) -> None:
    assert store.folder(environment, system) == expected


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert store.folder({}, "linux") is None


def test_what_a_theme_gives_to_a_deck_is_prepared_once_wherever_the_deck_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, above in (("one", ""), ("two", "# A comment, and all below stands in another line.\n")):
        content = tmp_path / f"{name}.yaml"
        content.write_text(f"{above}organisation: The Office\n{DECK}", "utf-8")
        made = pipeline.made(content, Wanted())
        monkeypatch.setattr(prepared, "_at_hand", {})
        assert made.pages
        assert made.theme
        pipeline.presentation(made.pages, made.theme)
    assert len(list((folder.parent / "prepared").iterdir())) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("footer: A footer", "footer: Another footer"),
        ("lang: en", "lang: fr"),
        ("footer: F\norganisation: A", "footer: F\norganisation: B"),
    ],
)
def test_what_is_prepared_for_one_deck_is_not_taken_for_another(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, second: str
) -> None:
    built(f"{first}\n{DECK}")
    two = f"{second}\n{DECK}"
    after_the_first = built(two)
    monkeypatch.setenv("DECKGEN_CACHE", str(tmp_path / "empty"))
    monkeypatch.setattr(prepared, "_at_hand", {})
    assert after_the_first == built(two)
