"""Sentences that name no figure themselves, or rank one among those that a slide shows."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEADS = {
    "en": """
  walkers: {label: "Pupils who **walk to school**", before: 24%, after: 48%}
  cars: {label: "Pupils brought **by car**", before: 40%, after: 20%}
  bikes: {label: "Pupils who **cycle**", before: 10%, after: 15%}""",
    "de": """
  walkers: {label: "Kinder, die **zu Fuß** kommen", before: 24%, after: 48%}
  cars: {label: "Kinder, die mit dem **Auto** kommen", before: 40%, after: 20%}
  bikes: {label: "Kinder, die mit dem **Fahrrad** kommen", before: 10%, after: 15%}""",
    "fr": """
  walkers: {label: "Élèves qui **marchent**", before: 24%, after: 48%}
  cars: {label: "Élèves amenés en **voiture**", before: 40%, after: 20%}
  bikes: {label: "Élèves qui viennent à **vélo**", before: 10%, after: 15%}""",
    "es": """
  walkers: {label: "Alumnos que llegan **caminando**", before: 24%, after: 48%}
  cars: {label: "Alumnos que llegan en **coche**", before: 40%, after: 20%}
  bikes: {label: "Alumnos que llegan en **bicicleta**", before: 10%, after: 15%}""",
    "it": """
  walkers: {label: "Alunni che arrivano **camminando**", before: 24%, after: 48%}
  cars: {label: "Alunni che arrivano in **automobile**", before: 40%, after: 20%}
  bikes: {label: "Alunni che arrivano in **bicicletta**", before: 10%, after: 15%}""",
    "ru": """
  walkers: {label: "Дети, которые ходят **пешком**", before: 24%, after: 48%}
  cars: {label: "Дети, которых возят на **машине**", before: 40%, after: 20%}
  bikes: {label: "Дети, которые ездят на **велосипеде**", before: 10%, after: 15%}""",
}


def told(lang: str, shown: str, text: str, tmp_path: Path) -> bool:
    """Return whether something is told of a text over figures."""
    head = f'lang: {lang}\nperiods: {{before: "2019", after: "2025"}}\nindicators:{HEADS[lang]}\n'
    slide = f'title: A. B.\nlead: "{text}"\nindicators: [{shown}]'
    names = ("contradicted-claim", "contradicted-direction")
    return any(mistakes(deck_of(slide, head), tmp_path, of=name) for name in names)


WRONG = [
    ("en", "walkers, cars", "Both rose"),
    ("en", "walkers, cars, bikes", "All three have risen"),
    ("en", "walkers, cars, bikes", "Cycling is the most common"),
    ("en", "walkers, cars, bikes", "Most common is to cycle"),
    ("en", "walkers, cars, bikes", "The most common way is by car"),
    ("en", "walkers", "Pupils walk to school. It has tripled since 2019"),
    ("en", "walkers", "Pupils walk to school. It has fallen"),
    ("de", "walkers, cars", "Beide sind gestiegen"),
    ("de", "walkers, cars, bikes", "Am häufigsten ist das Auto"),
    ("fr", "walkers, cars", "Les deux ont augmenté"),
    ("fr", "walkers, cars, bikes", "La voiture est la plus courante"),
    ("es", "walkers, cars", "Ambas han aumentado"),
    ("es", "walkers, cars, bikes", "El coche es el más frecuente"),
    ("it", "walkers, cars", "Entrambe sono aumentate"),
    ("it", "walkers, cars, bikes", "Il più diffuso è l’automobile"),
    ("ru", "walkers, cars", "Обе доли выросли"),
    ("ru", "walkers, cars, bikes", "Чаще всего детей возят на машине"),
]
RIGHT = [
    ("en", "walkers, bikes", "Both rose"),
    ("en", "walkers, bikes", "All have risen since 2019"),
    ("en", "walkers, cars", "All fees rose"),
    ("en", "walkers, cars", "Fees and fares are paid by parents. Both rose"),
    ("en", "walkers, cars, bikes", "Both rose"),
    ("en", "walkers, cars, bikes", "To walk is the most common"),
    ("en", "walkers, cars, bikes", "The car is the second most common"),
    ("en", "walkers, cars, bikes", "After walking, the car is the most common"),
    ("en", "walkers, cars, bikes", "In 2019 the car was the most common"),
    ("en", "walkers, cars, bikes", "Least common is to cycle"),
    ("en", "walkers, cars, bikes", "The car is one of the most common"),
    ("en", "walkers", "Pupils walk to school. It has doubled since 2019"),
    ("en", "walkers", "Pupils walk to school, for fares are high. They have tripled"),
    ("en", "walkers", "Pupils walk to school. Fares have tripled"),
    ("de", "walkers, bikes", "Beide sind gestiegen"),
    ("de", "walkers, cars, bikes", "Am häufigsten kommen Kinder zu Fuß"),
    ("de", "walkers, cars, bikes", "Am zweithäufigsten ist das Auto"),
    ("fr", "walkers, bikes", "Les deux ont augmenté"),
    ("fr", "walkers, cars, bikes", "Le vélo est le moins fréquent"),
    ("es", "walkers, bikes", "Ambas han aumentado"),
    ("es", "walkers, cars, bikes", "El coche es el segundo más frecuente"),
    ("it", "walkers, bikes", "Entrambe sono aumentate"),
    ("it", "walkers, cars, bikes", "Dopo, il più diffuso è l’automobile"),
    ("ru", "walkers, bikes", "Обе доли выросли"),
    ("ru", "walkers, cars, bikes", "Чаще всего дети ходят пешком"),
]


@pytest.mark.parametrize(("lang", "shown", "text"), WRONG)
def test_what_the_figures_of_a_slide_do_not_bear_is_told(lang: str, shown: str, text: str, tmp_path: Path) -> None:
    assert told(lang, shown, text, tmp_path)


@pytest.mark.parametrize(("lang", "shown", "text"), RIGHT)
def test_what_they_bear_or_do_not_know_is_left_alone(lang: str, shown: str, text: str, tmp_path: Path) -> None:
    assert not told(lang, shown, text, tmp_path)
