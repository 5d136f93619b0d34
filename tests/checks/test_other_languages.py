"""Slides, decks and claims that are in another language than the deck says, and those that only look so."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.builders import deck_of, mistakes


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
        "deck.yaml:9:9: warning: slide 3 is in English, yet the deck’s language is German [A513 wrong-language]: translate it\n"
    )


FOREIGN = {
    "it": "Those who know the weather come home with a friend and a lamp; a map is of use per group",
    "de": "The war was long; die who may, the young are what is left of a town as an example for all",
    "es": "A son of the village has no car; a bus is what they need, and with no fare for a year",
    "fr": "Entre nous is the name of the club; plus a garden, which they share with those who pour the tea",
}


@pytest.mark.parametrize("lang", FOREIGN)
def test_small_words_that_two_languages_have_do_not_hide_a_slide_of_the_other(tmp_path: Path, lang: str) -> None:
    own = {
        "it": "Le squadre sono pronte e la valle non è lontana, come si vede nel registro",
        "de": "Die Schulen sind für die Kinder, und der Weg ist nicht weit von der Stadt",
        "es": "Las escuelas son para los niños, y el camino no es largo como se ve en el mapa",
        "fr": "Les écoles sont pour les enfants, et le chemin est dans la ville que les parents voient",
    }[lang]
    deck = f"title: A1\nlang: {lang}\nslides:\n"
    deck += "".join(f"  - {{title: B{number}, text: '{text}'}}\n" for number, text in enumerate([own, own, own]))
    assert mistakes(deck, tmp_path, of="wrong-language") == ""
    deck += f"  - {{title: C, text: '{FOREIGN[lang]}'}}\n"
    assert "slide 4 is in English" in mistakes(deck, tmp_path, of="wrong-language")


def test_small_words_that_other_languages_have_as_well_are_of_their_own(tmp_path: Path) -> None:
    sound = {
        "it": "Come arrivare a casa: i passi a piedi, i bus per Roma, a turni, come a Milano",
        "de": "Was war, was bleibt: die Kosten an Schulen, die Wege an Schulen, die Zeit",
        "es": "No a la guerra: a casa, a clase, a tiempo; son niños, no son soldados",
        "fr": "Plus vite, plus loin: pour tous, entre amis, pour vivre mieux, entre voisins",
        "en": "All on board, all on time, still on track or as good as new, as planned or as built",
    }
    told = {
        lang: mistakes(deck_of(f"title: A1\ntext: '{text}'", f"lang: {lang}"), tmp_path, of="wrong-language")
        for lang, text in sound.items()
    }
    assert not any(told.values()), told


def test_letters_that_stand_for_words_are_of_no_language(tmp_path: Path) -> None:
    text = "title: Q&A\ntext: How long does a count take? About 2.5 hours, i.e. until 10:30 p.m. in i.e. each e.g. town"
    assert mistakes(deck_of(text), tmp_path) == ""


PLOTS = "{{label: parcelles, value: 90}}, done: {{label: à jour, value: 30, of: plots}}"


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        ("de", "French", "{done | Un tiers} des parcelles à jour avec les plans"),
        ("fr", "German", "{done | Ein Drittel} der Kataster mit Plan"),
        ("ru", "English", "{done | A third} of the plots are new"),
        ("de", "Spanish", "{done | Un tercio} de parcelas con plano"),
        ("es", "Italian", "{done | Un terzo} delle particelle della valle"),
        ("en", "Russian", "{done | Треть} на и A letters letters"),
    ],
)
def test_a_claim_that_another_language_knows_leads_to_it(lang: str, name: str, text: str, tmp_path: Path) -> None:
    head = f"lang: {lang}\nindicators: {{plots: {PLOTS.format()}}}"
    deck = deck_of(f'title: "{text}"\ntext: A1', head)
    assert f"the texts of the deck are in {name}" in mistakes(deck, tmp_path, of="wrong-language")
    bare = deck_of(f'title: "{text.replace("{done | ", "").replace("}", "")}"\ntext: A1', head)
    assert mistakes(bare, tmp_path, of="wrong-language") == ""


@pytest.mark.parametrize(
    "text",
    [
        "{done | Ein Drittel} der Flurstücke auf dem Plan „les parcelles avec les plans“",
        "{done | Fast viele} der Flurstücke sind auf dem Plan",
        "{done | Un tiers} von Flurstücken: auf dem Plan und im Buch",
    ],
)
def test_a_claim_in_words_of_the_deck_leads_to_no_other_language(text: str, tmp_path: Path) -> None:
    deck = deck_of(f'title: "{text}"\ntext: A1', f"lang: de\nindicators: {{plots: {PLOTS.format()}}}")
    assert mistakes(deck, tmp_path, of="wrong-language") == ""
