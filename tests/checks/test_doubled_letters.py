"""Words of one letter that stand twice, and letters that are none."""

import pytest

from deckgen.checks.doubled_word import DoubledWord
from tests.builders import checked, deck_of

TWICE = {
    "en": ("It is a a shop", "A a shop opens", "A **a** shop"),
    "es": ("Va a a la tienda", "Madres y y padres"),
    "fr": ("Le musée va à à Lyon", "Le musée a a ouvert"),
    "it": ("Il museo è è aperto", "Musei e e scuole"),
    "ru": (
        "Доставка у у магазина",
        "У у магазина",
        "Живут в в городе",
        "вместе с с детьми",
        "у у 5 магазинов",
        "Работают и и зимой",
    ),
}
ONCE = {
    "en": ("Class A a year ago", "A A Milne wrote it", "the letters a a b", "vowels: a, a, e", "Plan A a success"),
    "de": ("A a Kreuzung", "die Laute a a und e"),
    "es": ("Grupo A a la cabeza", "las letras a a b"),
    "fr": ("Il y a a priori une raison", "Ce qu’elle a a de la valeur", "Vitamine A à table"),
    "it": ("Ciò che c’è è poco", "Quello che è è stato deciso", "telefono e e-mail", "Dove è è chiaro"),
    "ru": ("А. А. Петров", "А А Петров", "буквы у у в", "Витамин С с утра"),
}


def _found(lang: str, text: str) -> bool:
    deck = checked(deck_of(f'title: T\ntext: "{text}"', f"lang: {lang}"))
    return bool(list(DoubledWord().find(deck)))


@pytest.mark.parametrize("lang", TWICE)
def test_a_word_of_one_letter_that_stands_twice_is_told(lang: str) -> None:
    assert [text for text in TWICE[lang] if not _found(lang, text)] == []


@pytest.mark.parametrize("lang", ONCE)
def test_letters_that_are_no_words_and_ends_of_clauses_are_left_alone(lang: str) -> None:
    assert [text for text in ONCE[lang] if _found(lang, text)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wohin der der Schnee kommt", ["der"]),
        ("Der Ort, an dem dem Kind geholfen wird", []),
        ("Das, das das Amt tut", []),
        ("Alle, die die Regeln kennen", []),
    ],
)
def test_a_german_article_stands_twice_only_behind_a_comma(text: str, told: list[str]) -> None:
    found = DoubledWord().find(checked(deck_of(f'title: "{text}"\ntext: C.', "lang: de")))
    assert [one.message.split()[1].rstrip("”:") for one in found] == told
