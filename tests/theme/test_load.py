"""A theme folder to a theme, or to what is wrong with it."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from deckgen.model.slots import USUAL
from deckgen.plugins import vocabulary
from deckgen.theme.find import find, names
from deckgen.theme.load import load
from deckgen.units import Rect
from tests.builders import CONTENT, ROOT, theme, told
from tests.source.images import png

SOUND = (ROOT / "themes" / "osce" / "theme.yaml").read_text()


def loaded(tmp_path: Path, old: str, new: str) -> str:
    assert old in SOUND
    (tmp_path / "theme.yaml").write_text(SOUND.replace(old, new))
    made, found = load(tmp_path, vocabulary().layouts)
    assert (made is None) == bool(found)
    return told(found).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (SOUND, "", snapshot("theme.yaml:1:1: error: the theme is empty [T411 empty-theme]: see the theme osce\n")),
        (
            "width: 13.333333",
            "width: wide",
            snapshot(
                "theme.yaml:5:15: error: a number is expected here, found “wide” [C213 not-a-number]: write it with a decimal point: 0.75\n"
            ),
        ),
        (
            'ink: "#12263F"',
            "ink: navy",
            snapshot(
                'theme.yaml:16:8: error: a colour is expected here, found “navy” [C214 not-a-colour]: write it as six hex digits in quotation marks: "#0B5CAD"\n'
            ),
        ),
        (
            '  muted: "#55657A"',
            '  mutde: "#55657A"',
            snapshot("""\
theme.yaml:47:12: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:1:1: error: the palette has no “muted” [T412 missing-colour]: add muted:
theme.yaml:58:29: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:66:30: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:72:32: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:73:36: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:78:41: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:84:37: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:87:43: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:88:32: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
theme.yaml:89:32: error: the palette has no “muted” [T412 missing-colour]: did you mean “mutde”?
"""),
        ),
        (
            "dk2: cover",
            "dk2: covr",
            snapshot(
                "theme.yaml:42:8: error: the palette has no “covr” [T412 missing-colour]: did you mean “cover”?\n"
            ),
        ),
        (
            "  lt2: tint\n",
            "",
            snapshot("""\
theme.yaml:33:21: error: “cover-muted” is a tint of “tint”, which is none of the colours under scheme: [T413 tint-of-nothing]: there is: accent, accent-text, background, before, body, cover, cover-ink, dot-off, ink, muted, on-mark, primary, primary-text, rule, track, unconfirmed
theme.yaml:1:1: error: the scheme has no “lt2” [T412 missing-colour]: add lt2:
theme.yaml:91:44: error: the palette has no “cover-muted” [T412 missing-colour]: did you mean “cover-rule”?
theme.yaml:92:36: error: the palette has no “cover-muted” [T412 missing-colour]: did you mean “cover-rule”?
theme.yaml:96:42: error: the palette has no “cover-muted” [T412 missing-colour]: did you mean “cover-rule”?
theme.yaml:97:52: error: the palette has no “cover-muted” [T412 missing-colour]: did you mean “cover-rule”?
theme.yaml:99:42: error: the palette has no “cover-muted” [T412 missing-colour]: did you mean “cover-rule”?
theme.yaml:101:45: error: the palette has no “cover-muted” [T412 missing-colour]: did you mean “cover-rule”?
"""),
        ),
        (
            "{of: primary, lum-mod: 82",
            "{of: accent-tint, lum-mod: 82",
            snapshot(
                "theme.yaml:35:24: error: “cover-dot-from” is a tint of “accent-tint”, which is none of the colours under scheme: [T413 tint-of-nothing]: did you mean “accent-text”?\n"
            ),
        ),
        (
            "sizes: [16], bold: true, color: primary-text",
            "sizes: [16], bold: true, color: primry",
            snapshot(
                "theme.yaml:57:44: error: the palette has no “primry” [T412 missing-colour]: did you mean “primary”?\n"
            ),
        ),
        (
            "  kicker:",
            "  kickr:",
            snapshot(
                "theme.yaml:1:1: error: there is no style “kicker”, which the layout “agenda” sets text in [T414 missing-style]: add kicker: under styles:\n"
            ),
        ),
        (
            "body: Arial",
            "body: Comic Sans MS",
            snapshot(
                "theme.yaml:9:31: error: the font “Comic Sans MS” cannot be measured [T415 unknown-font]: deckgen can measure: Arial\n"
            ),
        ),
        (
            "page:",
            "logo: logo.png\npage:",
            snapshot(
                "theme.yaml:5:7: error: there is no file “logo.png” in the theme [T417 no-logo]: put the file beside theme.yaml\n"
            ),
        ),
        (
            "page:",
            "logo: ../../../../etc/hostname\npage:",
            snapshot(
                "theme.yaml:5:7: error: there is no file “../../../../etc/hostname” in the theme [T417 no-logo]: put the file beside theme.yaml\n"
            ),
        ),
        (
            "page:",
            "logo: theme.yaml\npage:",
            snapshot(
                "theme.yaml:5:7: error: “theme.yaml” is no whole PNG or JPEG [T418 unknown-image]: save it as PNG\n"
            ),
        ),
        (
            "gutter: 0.5",
            "gutter: 9",
            snapshot(
                "theme.yaml:1:1: error: margins and gutters leave no room on the page [T420 no-room]: keep an inch for the content; a page has up to 56 inches\n"
            ),
        ),
        (
            "width: 13.333333",
            "width: 900",
            snapshot(
                "theme.yaml:1:1: error: margins and gutters leave no room on the page [T420 no-room]: keep an inch for the content; a page has up to 56 inches\n"
            ),
        ),
        (
            "sizes: [14], color: cover-muted",
            "sizes: [0.3], color: cover-muted",
            snapshot(
                "theme.yaml:93:24: error: 0.3 points is too small a size [C213 not-a-number]: write 6 or more; smaller text cannot be read in a room\n"
            ),
        ),
        (
            "page:",
            "layouts: {covr: {title: {x: 1, y: 1, width: 1, height: 1}}}\npage:",
            snapshot(
                "theme.yaml:5:11: error: no layout is called “covr” [T416 unknown-layout-placed]: did you mean “cover”?\n"
            ),
        ),
        (
            "page:",
            "layouts: {cover: {titel: {x: 1, y: 1, width: 1, height: 1}}}\npage:",
            snapshot(
                "theme.yaml:5:19: error: the layout “cover” has no “titel” [T419 unknown-slot]: did you mean “title”?\n"
            ),
        ),
    ],
)
def test_a_mistake_in_a_theme_is_named_at_its_place(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert loaded(tmp_path, old, new) == expected


def test_a_logo_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(8_000, 7_000))
    assert loaded(tmp_path, "page:", "logo: logo.png\npage:") == snapshot(
        "theme.yaml:5:7: error: “logo.png” has 8,000 × 7,000 pixels; deckgen takes up to 50,000,000 in all [T461 logo-too-large]: save it smaller: 3,000 pixels fill the widest slide\n"
    )


def test_themes_extend_one_another_over_ten_steps_at_most(tmp_path: Path) -> None:
    for step in range(11):
        folder = tmp_path / "themes" / f"step-{step}"
        folder.mkdir(parents=True)
        (folder / "theme.yaml").write_text(
            f"name: Step {step}\nextends: {f'step-{step + 1}' if step < 10 else 'osce'}\n"
        )
    made, found = load(tmp_path / "themes" / "step-0", vocabulary().layouts)
    assert made is None
    assert told(found).replace(f"{tmp_path}/themes/", "") == snapshot(
        "step-10/theme.yaml:2:10: error: themes extend one another over more than 10 steps [T460 too-many-bases]: let one of them extend a theme further back\n"
    )
    assert load(tmp_path / "themes" / "step-1", vocabulary().layouts)[0]


def test_a_theme_may_place_a_slot_itself(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "page:", "layouts: {cover: {title: {x: 1, y: 2, width: 8, height: 1.5}}}\npage:")
    made, _ = load(tmp_path, vocabulary().layouts)
    assert made is not None
    slot = made.layouts["cover", USUAL].slot("title")
    assert slot is not None
    assert slot.rect == Rect.of_inches(1, 2, 8, 1.5)


def test_a_theme_is_found_beside_the_content_and_then_among_those_installed(tmp_path: Path) -> None:
    assert find("osce", CONTENT) == CONTENT.parent.parent / "themes" / "osce"
    assert find("osce", tmp_path / "content" / "deck.yaml") == ROOT / "themes" / "osce"
    assert find("nowhere", CONTENT) is None
    assert "osce" in names(tmp_path / "deck.yaml")


def test_the_twelve_scheme_colours_are_those_of_the_palette() -> None:
    made = theme()
    assert made.palette[made.scheme["accent1"]].hex == "0B5CAD"
    assert made.scheme_color("cover-dot-from") is not None
    assert made.scheme_color("accent-tint") is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "headline: {sizes: [30, 28, 26]",
            "headline: {sizes: [30, 28, 22]",
            snapshot(
                "theme.yaml:56:30: error: the style “headline” sets text in 22 pt, under the 26 pt in which it can be read [T443 type-too-small]: write 26 or more\n"
            ),
        ),
        (
            "body: {sizes: [20, 18]",
            "body: {sizes: [20, 16]",
            snapshot(
                "theme.yaml:59:22: error: the style “body” sets text in 16 pt, under the 18 pt in which it can be read [T443 type-too-small]: write 18 or more\n"
            ),
        ),
        (
            "footer: {sizes: [12]",
            "footer: {sizes: [10]",
            snapshot(
                "theme.yaml:89:20: error: the style “footer” sets text in 10 pt, under the 12 pt in which it can be read [T443 type-too-small]: write 12 or more\n"
            ),
        ),
    ],
)
def test_type_too_small_for_the_last_row_is_told_at_its_size(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert loaded(tmp_path, old, new) == expected
