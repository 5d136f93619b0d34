"""A theme that extends another says only what differs."""

from pathlib import Path
from textwrap import dedent

import pytest
from inline_snapshot import snapshot

from deckgen.model.slots import USUAL
from deckgen.plugins import vocabulary
from deckgen.theme.load import load
from deckgen.theme.theme import SWAPPED, SchemeColor, Theme
from deckgen.units import Rect
from tests.builders import ROOT, theme, told
from tests.source.images import png

LOGO = png(10, 10)


def written(folder: Path, **themes: str) -> None:
    """Write themes beside one another."""
    for name, text in themes.items():
        (folder / "themes" / name).mkdir(parents=True, exist_ok=True)
        (folder / "themes" / name / "theme.yaml").write_text(dedent(text))


def made(folder: Path, name: str) -> Theme:
    loaded, found = load(folder / "themes" / name, vocabulary().layouts)
    assert loaded is not None, told(found)
    return loaded


def wrong(folder: Path, name: str) -> str:
    loaded, found = load(folder / "themes" / name, vocabulary().layouts)
    assert loaded is None
    return told(found).replace(f"{folder}/themes/", "").replace(f"{ROOT}/themes/", "INSTALLED/")


def test_a_variant_says_only_what_differs(tmp_path: Path) -> None:
    variant = """
        name: Green
        extends: osce
        palette: {primary: "#1B6E3C", track: {of: rule, lum-off: 9}, before: "#778899", leaf: "#2E8B57"}
        styles: {headline: {color: primary}}
        grid: {gutter: 0.4}
        layouts: {cover: {title: {x: 1, y: 2, width: 8, height: 1.5}}}
        """
    written(tmp_path, green=variant)
    green, osce = made(tmp_path, "green"), theme()
    assert (green.name, green.label) == ("green", "Green")
    assert green.palette["primary"].hex == "1B6E3C"
    assert green.palette["leaf"].hex == "2E8B57"
    assert green.palette["ink"] == osce.palette["ink"]
    # A colour stands in place of the whole of the other: nothing of its tints is left.
    assert green.tints["track"] == SchemeColor("accent5", 100, 9)
    # A style keeps what is not said.
    assert (green.styles["headline"].color, green.styles["headline"].sizes) == ("primary", (30, 28, 26))
    assert (green.grid.content, green.grid.gutter) == (osce.grid.content, 365_760)
    slot = green.layouts["cover", USUAL].slot("title")
    assert slot is not None
    assert slot.rect == Rect.of_inches(1, 2, 8, 1.5)


def test_a_variant_of_a_variant_has_what_both_say_and_the_logo_beside_each(tmp_path: Path) -> None:
    written(
        tmp_path,
        one='{name: One, extends: osce, logo: logo.png, palette: {primary: "#1B6E3C", accent: "#8C2D04"}}',
        two='{name: Two, extends: one, palette: {accent: "#7A0177"}}',
    )
    (tmp_path / "themes" / "one" / "logo.png").write_bytes(LOGO)
    two = made(tmp_path, "two")
    assert (two.palette["primary"].hex, two.palette["accent"].hex, two.logo) == ("1B6E3C", "7A0177", LOGO)


def test_a_theme_beside_the_content_may_extend_the_installed_one_of_its_name(tmp_path: Path) -> None:
    written(tmp_path, osce='{name: Ours, extends: osce, palette: {primary: "#1B6E3C"}}')
    assert made(tmp_path, "osce").palette["primary"].hex == "1B6E3C"


def test_a_variant_does_not_take_over_the_name(tmp_path: Path) -> None:
    written(tmp_path, green="extends: osce\n")
    assert wrong(tmp_path, "green") == snapshot(
        "green/theme.yaml:1:1: error: the key “name” is missing [C202 missing-key]: add name:\n"
    )


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            "{name: One, extends: osec}",
            "",
            snapshot(
                "one/theme.yaml:1:22: error: no theme is called “osec” [T421 unknown-base]: did you mean “osce”?\n"
            ),
        ),
        (
            "{name: One, extends: two}",
            "{name: Two, extends: one}",
            snapshot(
                "two/theme.yaml:1:22: error: the themes extend one another in a circle: “one” → “two” → “one” [T422 circle-of-themes]: let one of them extend no other\n"
            ),
        ),
        (
            "{name: One, extends: one}",
            "",
            snapshot(
                "one/theme.yaml:1:22: error: the themes extend one another in a circle: “one” → “one” [T422 circle-of-themes]: let one of them extend no other\n"
            ),
        ),
        (
            "{name: One, extends: two}",
            '{name: Two, extends: osce, palette: {primary: "blue"}}',
            snapshot(
                'two/theme.yaml:1:47: error: a colour is expected here, found “blue” [C214 not-a-colour]: write it as six hex digits in quotation marks: "#0B5CAD"\n'
            ),
        ),
        (
            "{name: One, extends: osce, styles: {headline: {size: 40}}}",
            "",
            snapshot(
                "one/theme.yaml:1:48: error: the key “size” is not known here [C201 unknown-key]: did you mean “sizes”?\n"
            ),
        ),
        (
            "{name: One, extends: osce, palette: {primary: {of: ink}}}",
            "",
            snapshot(
                "one/theme.yaml:1:38: error: “primary” is a tint, and PowerPoint has none under accent1 [T424 tint-in-scheme]: write primary: as six hex digits\n"
            ),
        ),
        (
            "{name: One, extends: osce, outlines: {before: inc, trak: ink}}",
            "",
            snapshot("""\
one/theme.yaml:1:47: error: the palette has no “inc” [T412 missing-colour]: did you mean “ink”?
one/theme.yaml:1:52: error: the palette has no “trak” [T412 missing-colour]: did you mean “track”?
"""),
        ),
    ],
)
def test_a_mistake_is_told_in_the_file_where_it_stands(tmp_path: Path, one: str, two: str, expected: str) -> None:
    written(tmp_path, one=one, **({"two": two} if two else {}))
    assert wrong(tmp_path, "one") == expected


@pytest.mark.parametrize(
    ("palette", "expected"),
    [
        (
            '{muted: "#7B8FA6"}',
            snapshot("""\
one/theme.yaml:1:38: error: “muted” on “tint” is 2.9:1, text needs 4.5:1 [T423 low-contrast]: take a darker or a lighter one of the two
one/theme.yaml:1:38: error: “muted” on “background” is 3.3:1, text needs 4.5:1 [T423 low-contrast]: take a darker or a lighter one of the two
"""),
        ),
        (
            '{before: "#9FB0C3"}',
            snapshot("""\
one/theme.yaml:1:38: error: “before” on “background” is 2.2:1, a mark that carries a value needs 3:1 [T423 low-contrast]: take a darker or a lighter one of the two
"""),
        ),
        (
            '{accent-tint: "#0A2F5C", tint: "#FFFFFF"}',
            snapshot(
                "one/theme.yaml:1:38: error: “ink” on “accent-tint” is 1.1:1, text needs 4.5:1 [T423 low-contrast]: take a darker or a lighter one of the two\n"
            ),
        ),
    ],
)
def test_colours_that_are_too_alike_are_refused_with_their_ratio(tmp_path: Path, palette: str, expected: str) -> None:
    written(tmp_path, one=f"{{name: One, extends: osce, palette: {palette}}}")
    _, found = load(tmp_path / "themes" / "one", vocabulary().layouts)
    assert told(found).replace(f"{tmp_path}/themes/", "") == expected


def test_a_ground_that_the_theme_changes_is_what_is_told(tmp_path: Path) -> None:
    written(tmp_path, one='{name: One, extends: osce, palette: {cover: "#8899AA"}}')
    assert wrong(tmp_path, "one").splitlines()[0] == snapshot(
        "one/theme.yaml:1:38: error: “cover-ink” on “cover” is 2.9:1, text needs 4.5:1 [T423 low-contrast]: take a darker or a lighter one of the two"
    )


def test_a_mark_may_be_told_from_its_ground_by_its_outline(tmp_path: Path) -> None:
    written(
        tmp_path,
        one='{name: One, extends: osce, palette: {before: "#FFFFFF"}, outlines: {before: {color: ink, width: 1}}}',
    )
    outline = made(tmp_path, "one").outline("before")
    assert outline is not None
    assert (outline.color, outline.width) == ("ink", 1)


def test_a_dark_theme_changes_light_and_dark_in_its_master_and_needs_no_swap_on_its_cover() -> None:
    dark = theme("osce-dark")
    assert dark.color_map == dark.on("cover").color_map == SWAPPED
    assert dark.palette[dark.scheme["lt1"]].luminance() > dark.palette[dark.scheme["dk1"]].luminance()
