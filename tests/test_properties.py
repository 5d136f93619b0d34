"""What holds of every deck, whatever its texts and figures are."""

import re
from collections.abc import Callable, Sequence
from textwrap import indent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.text import ListKind, plain
from deckgen.typeset.dump import pages_as_text
from deckgen.typeset.frames import Pages, TextFrame
from deckgen.typeset.lines import opportunities
from tests.builders import pages, theme, told
from tests.writers.package import Package, problems
from tests.writers.parts import deck_parts

PLACES = ("title", "kicker", "lead", "bullet", "below", "note", "label")
ANY = st.text(st.characters(), max_size=30)
PLAIN = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"], exclude_characters="\\*[]{}"), max_size=30
)
"""Texts without signs of our own: they stand in the file letter for letter."""
WORD = st.text("abcdefgABCжшщ-", min_size=1, max_size=14)
SENTENCE = st.lists(WORD, min_size=1, max_size=18).map(" ".join)
LISTED = ("bullets", "numbered", "indicators")


def escaped(text: str) -> str:
    """Return ``text`` in double quotation marks, signs that cannot stand there by their number."""
    signs = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(signs.get(c) or (c if c.isprintable() else f"\\U{ord(c):08X}") for c in text) + '"'


def deck(place: str, text: str) -> str:
    """Return a deck that has ``text`` at one place."""
    said = {name: escaped(text) if name == place else name for name in PLACES}
    return f"""\
title: A deck
indicators:
  one: {{label: {said["label"]}, value: 39%}}
slides:
  - layout: bullets
    kicker: {said["kicker"]}
    title: {said["title"]}
    lead: {said["lead"]}
    bullets:
      - text: {said["bullet"]}
        bullets: [{said["below"]}]
      - "{{one.label}}"
    notes: {said["note"]}
"""


Build = Callable[[str], tuple[Package | None, tuple[Diagnostic, ...]]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return what builds a text as an author's file is built, with the errors that keep it from being built."""
    file = tmp_path_factory.mktemp("properties") / "deck.yaml"

    def build(text: str) -> tuple[Package | None, tuple[Diagnostic, ...]]:
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        made, themed, found = pipeline.pages_of(file)
        errors = tuple(one for one in found if one.severity is Severity.ERROR)
        # Whatever else is found must have a place too, but does not stop a deck.
        assert all(is_placed(one, text) for one in found), told(found)
        if made is None or themed is None or errors:
            return None, errors
        return Package(pipeline.presentation(made, themed)), ()

    return build


def is_placed(diagnostic: Diagnostic, text: str) -> bool:
    """Return whether a diagnostic names a line of the file and says something."""
    lines = re.split("\r\n|\r|\n", text)
    return 1 <= diagnostic.span.line <= len(lines) and diagnostic.span.column >= 1 and bool(diagnostic.message)


def words_in(package: Package) -> set[str]:
    """Return the paragraphs of all slides and notes."""
    names = [name for name in package.parts if re.match(r"ppt/(slides|notesSlides)/[^/]+\.xml", name)]
    return {line for name in names for line in package.text_of(name).split("\n")}


@given(place=st.sampled_from(PLACES), text=ANY)
@example(place="note", text="a\ud800b")
@example(place="title", text="\ufffe")
@example(place="bullet", text="\x00")
@example(place="title", text="[a](http://[::1)")
@example(place="label", text="{one}")
@example(place="label", text="\u202e\u2028")
def test_any_text_builds_a_sound_file_or_is_refused_with_a_place(built: Build, place: str, text: str) -> None:
    written = deck(place, text)
    package, errors = built(written)
    assert (package is None) == bool(errors)
    if package:
        assert list(problems(package)) == []
        assert all(package.xml(name) is not None for name in package.parts if name.endswith((".xml", ".rels")))


@given(text=ANY)
@example(text="\ud800")
@example(text="\x850")
@example(text="a\u2028\u2028\u2028\n    b: &c d")
@example(text="\ufeff")
def test_any_text_without_quotation_marks_is_read_or_refused_with_a_place(built: Build, text: str) -> None:
    written = f"title: A deck\nslides:\n  - title: T\n    text: {text}\n"
    package, errors = built(written)
    assert (package is None) == bool(errors)
    assert package is None or list(problems(package)) == []


@given(place=st.sampled_from(PLACES), text=PLAIN)
@example(place="bullet", text="# of countries: 39% & <more>")
@example(place="note", text="a  b")
@example(place="title", text="«Ёлка» 𝔘 🇦🇹")
@example(place="kicker", text="_a_ __b__ !(c)")
@example(place="title", text="a tab\there")
@example(place="bullet", text="&amp; &#38; <br> `code` ~~x~~ https://a.org")
def test_a_text_is_in_the_file_as_it_was_written(built: Build, place: str, text: str) -> None:
    package, errors = built(deck(place, text))
    if package is None:
        assert {error.name for error in errors} <= {"empty-text", "text-overflow", "right-to-left"}, told(errors)
    else:
        assert text.strip() in {line.strip() for line in words_in(package)}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_end_is_a_space_in_a_text_and_a_new_line_in_notes(built: Build, end: str) -> None:
    title, note = (built(deck(place, f"one{end}two"))[0] for place in ("title", "note"))
    assert title
    assert note
    assert "one two" in words_in(title)
    assert {"one", "two"} <= words_in(note)


@given(title=SENTENCE, texts=st.lists(SENTENCE, min_size=2, max_size=4), key=st.sampled_from(LISTED))
def test_no_line_is_wider_than_its_frame_unless_it_is_one_word(title: str, texts: list[str], key: str) -> None:
    values = "".join(f"  i{number}: {{label: {escaped(text)}, value: 39%}}\n" for number, text in enumerate(texts))
    listed = [f"i{number}" for number in range(len(texts))] if key == "indicators" else map(escaped, texts)
    slide = f"  - title: {escaped(title)}\n    {key}: [{', '.join(listed)}]\n"
    for frame in _texts(pages(f"title: D\nindicators:\n{values}slides:\n{slide}")):
        room = frame.rect.width - frame.insets.left - frame.insets.right
        for paragraph in frame.paragraphs:
            listed_at = (
                0 if paragraph.kind is ListKind.NONE else theme().level_margin(paragraph.source.level, frame.slot)
            )
            left = listed_at + paragraph.margin
            for line in paragraph.lines:
                assert left + line.width <= room or not opportunities(plain(line.runs))


def _texts(made: Pages) -> Sequence[TextFrame]:
    return [frame for page in made.pages for frame in page.frames if isinstance(frame, TextFrame)]


SPOKEN = st.lists(st.sets(st.sampled_from("abc"), min_size=1), min_size=2, max_size=4)


@settings(max_examples=12)
@given(slides=SPOKEN, changed=st.sampled_from("abc"), figure=st.integers(50, 99), notes=st.booleans())
def test_a_changed_figure_changes_only_what_speaks_of_it(
    slides: list[set[str]], changed: str, figure: int, notes: bool
) -> None:
    figures = {"a": 10, "b": 20, "c": 30}
    old, new = (_parts(_deck_of(slides, those, notes)) for those in (figures, figures | {changed: figure}))
    numbers = {number for number, spoken in enumerate(slides, start=1) if changed in spoken}
    differing = {name for name in old if old[name] != new[name]}
    assert old.keys() == new.keys()
    assert differing == {name for name in old if name.partition(" ")[2] in map(str, numbers)}


def _deck_of(slides: list[set[str]], figures: dict[str, int], notes: bool) -> str:
    """Return a deck whose slides speak of some indicators, in a chart, or in a text and in notes."""
    listed = "".join(f"  {name}: {{label: Label {name}, value: {value}%}}\n" for name, value in figures.items())
    text = f"title: D\nindicators:\n{listed}slides:\n"
    for number, spoken in enumerate(slides, start=1):
        if notes:
            said = " ".join(f"{{{name}}}" for name in sorted(spoken))
            text += f'  - {{title: T{number}, text: "{said}", notes: "{said}"}}\n'
        else:
            text += f"  - {{title: T{number}, indicators: [{', '.join(sorted(spoken))}]}}\n"
    return text


def _parts(text: str) -> dict[str, str]:
    return deck_parts(Package(pipeline.presentation(pages(text), theme())))


TYPED = st.sampled_from(
    ["Sham marriage", "39% of States", "it's said", "a: b", "# of countries", "yes", "no", "null", "2026-07-18", "1.0",
     "“quoted” text", "**bold** text", "{one}", "- dash", "0x1F", "~", "1e3", "back\\slash", "@all", "Ж & Ш", "a # b"]
)  # fmt: skip
SAFE = re.compile(r"[^\W\d]\w*( [^\W\d]\w*)*")


def _styled(text: str, style: int) -> str:
    """Return ``text`` as a value of YAML in one of its styles, all of which mean the same."""
    folded = [f">-\n{indent(text, ' ' * 10)}", f"|-\n{indent(text, ' ' * 10)}"]
    single = "'" + text.replace("'", "''") + "'"
    plain_or_single = text if SAFE.fullmatch(text) and text not in ("yes", "no", "null") else single
    return [escaped(text), single, plain_or_single, *folded][style]


@given(texts=st.tuples(TYPED, TYPED, TYPED, TYPED), styles=st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_yaml_means_the_same_in_every_style_of_quotation(texts: tuple[str, str, str, str], styles: list[int]) -> None:
    assert _as_pages(texts, styles) == _as_pages(texts, [0] * 6)


@pytest.mark.parametrize("style", range(5))
@pytest.mark.parametrize("word", ["yes", "null", "~", "2026-07-18", "1e3", "0x1F"])
def test_a_quoted_text_is_that_text(word: str, style: int) -> None:
    assert f"{word}\n" in _as_pages((word, "x", "x", "x"), [style, *[0] * 5])


def _as_pages(texts: tuple[str, str, str, str], styles: list[int]) -> str:
    title, kicker, bullet, note = (_styled(text, style) for text, style in zip(texts, styles, strict=False))
    flow = styles[4] % 2 == 0
    figure = ["39%", '"39%"', "'39%'", "39%", "39%"][styles[5]]
    one = f"{{label: One, value: {figure}}}" if flow else f"\n    label: One\n    value: {figure}"
    text = f"title: D\nindicators:\n  one: {one}\nslides:\n  - layout: bullets\n    title: {title}\n"
    return pages_as_text(pages(f"{text}    kicker: {kicker}\n    bullets:\n      - {bullet}\n    notes: {note}\n"))
