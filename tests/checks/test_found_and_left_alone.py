"""What checks find in a deck, beside what looks nearly alike and is fine."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes

TWO_SOURCES = """\
title: A deck
sources: {survey: {title: The survey}, register: {title: The register}}
indicators:
  work: {label: Women in work, value: 66%, source: survey}
  time: {label: Women who work part time, value: 39%}
slides:
  - title: Women work
    indicators: [work, time]
"""


def test_the_source_of_a_neighbour_is_not_its_own(tmp_path: Path) -> None:
    assert mistakes(TWO_SOURCES, tmp_path) == snapshot(
        "deck.yaml:5:3: warning: slide 1 shows “time”, which names no source [R366 no-source]: write source: and one of: register, survey\n"
    )


def test_a_source_of_the_slide_is_that_of_all_its_figures(tmp_path: Path) -> None:
    assert mistakes(f"{TWO_SOURCES}    source: register\n", tmp_path) == ""


def test_a_quotation_is_spoken_of_too(tmp_path: Path) -> None:
    told = "".join(f"  - {{title: Finding {letter}, text: Some text, notes: Some words}}\n" for letter in "ABC")
    deck = f"title: A deck\nslides:\n{told}  - {{title: Said in the room, quote: Nobody told me}}\n"
    assert mistakes(deck, tmp_path, of="missing-notes") == snapshot(
        "deck.yaml:6:13: advice: slide 4 has no notes; 3 others of 4 have some [D702 missing-notes]: write under notes: what is said there\n"
    )


def test_an_apostrophe_behind_an_s_is_one(tmp_path: Path) -> None:
    deck = deck_of("title: The State’s report\ntext: The States' answers")
    assert mistakes(deck, tmp_path, advice=True) == snapshot(
        "deck.yaml:4:21: advice: apostrophes are straight here, and typographic elsewhere: ' and ’ [E608 mixed-quotation-marks]: write all of them in one form, better the typographic one\n"
    )


def test_a_quotation_mark_behind_an_s_is_none(tmp_path: Path) -> None:
    deck = deck_of("title: The State’s report\ntext: What they call 'closed borders' is none")
    assert mistakes(deck, tmp_path, advice=True) == ""


def test_an_alternative_text_may_name_colours(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
    (tmp_path / "map.svg").write_text(picture)
    image = "image: {file: map.svg, alt: Seven islands in a row with a blue dot on the five that have a plant}"
    assert mistakes(deck_of(f"title: Islands\n{image}\ntext: Five have a plant"), tmp_path, advice=True) == ""
    assert mistakes(deck_of(f"title: Islands\n{image}\ntext: The blue dots have a plant"), tmp_path) == snapshot(
        "deck.yaml:5:15: warning: “blue dots” says by a colour what is meant [A516 meaning-by-colour]: name the thing itself: colours differ by theme and print, and not everyone tells them apart\n"
    )


def test_parts_of_a_symbol_are_no_abbreviations(tmp_path: Path) -> None:
    assert mistakes(deck_of("title: A decision\ntext: See PC.DEC/1107 and OPRT/2"), tmp_path, advice=True) == ""


def test_the_title_of_a_source_spells_out(tmp_path: Path) -> None:
    head = "sources: {report: {title: Report on small arms and light weapons (SALW)}}"
    assert mistakes(deck_of("title: Where SALW are stored\ntext: In depots", head), tmp_path, advice=True) == ""


def test_the_text_that_is_left_in_another_language_is_told(tmp_path: Path) -> None:
    german = "{title: Die Schulen und die Eltern, text: Die Kinder sind in der Schule und auf dem Weg nach Hause}"
    deck = f"""\
        title: Was Schulen brauchen
        lang: de
        slides:
          - {german}
          - {german.replace("title: Die", "title: Für die").replace("Kinder", "Lehrer")}
          - title: Was Eltern wünschen
            bullets:
              - Verlässliche Zeiten
              - A warm meal that the children like
              - Help with the homework for those who need it
        """
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:10:9: warning: slide 3 is in English, yet the deck’s language is German [A513 wrong-language]: translate it\n"
    )


def test_letters_that_stand_for_words_are_of_no_language(tmp_path: Path) -> None:
    text = "title: Q&A\ntext: How long does a count take? About 2.5 hours, i.e. until 10:30 p.m. in i.e. each e.g. town"
    assert mistakes(deck_of(text), tmp_path) == ""


def test_a_source_that_is_not_known_is_told_once(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("39%}", "39%, source: regster}")
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:5:63: error: no source is called “regster” [R307 unknown-source]: did you mean “register”?\n"
    )


def test_an_indicator_that_stands_twice_is_told_where_it_stands_again(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("[work, time]", "[work, time, work]\n    source: survey")
    assert mistakes(deck, tmp_path) == snapshot(
        "deck.yaml:8:30: error: “work” stands twice in one list [R323 indicator-twice]: keep it once\n"
    )


def test_the_rest_of_a_text_behind_a_comma_is_no_key(tmp_path: Path) -> None:
    deck = TWO_SOURCES.replace("label: Women in work,", "label: Women, men in work,").replace(
        "39%}", "39%, source: survey}"
    )
    assert mistakes(deck, tmp_path) == snapshot(
        'deck.yaml:4:24: error: the key “men in work” is not known here [C201 unknown-key]: is it the rest of a text? With a comma in it, that needs quotation marks: "…, men in work"\n'
    )
