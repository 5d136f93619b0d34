"""Plain words over figures of which none bears them, whatever they are said of; and those that one of them bears."""

from pathlib import Path

import pytest

from tests.builders import deck_of, mistakes

HEAD = """
lang: {lang}
sources: {{desk: {{title: The desk}}}}
periods: {{before: "2020", after: "2024"}}
indicators:
  visits: {{label: "{visits}", before: 4200, after: 3900}}
  wait: {{label: "{wait}", unit: min, before: 30, after: 24}}
  open: {{label: "**{open}**", figures: {{"2018": 20%, "2020": 26%, "2022": 24%, "2024": 31%}}}}
  rooms: {{label: "{rooms}", value: 36}}
  quiet: {{label: "**{quiet}**", value: 24, of: rooms}}
  loud: {{label: "L.", value: 30, of: rooms}}
"""
LABELS = {
    "en": ("Visits by readers", "Mean wait", "Open on Sundays", "reading rooms", "quiet"),
    "de": ("Besuche von Lesern", "Mittlere Wartezeit", "Sonntags geöffnet", "Lesesäle", "leise"),
    "fr": ("Visites de lecteurs", "Attente moyenne", "Ouvert le dimanche", "salles de lecture", "calmes"),
    "es": ("Visitas de lectores", "Espera media", "Abierto el domingo", "salas de lectura", "tranquilas"),
    "it": ("Visite di lettori", "Attesa media", "Aperto la domenica", "sale di lettura", "silenziose"),
    "ru": ("Посещения читателей", "Среднее ожидание", "Открыто по воскресеньям", "читальные залы", "тихие"),
}


def told(lang: str, title: str, shown: str, tmp_path: Path) -> str:
    """Return what of a title over figures no figure of the slide bears, as it stands there; more than one in a row."""
    names = dict(zip(("visits", "wait", "open", "rooms", "quiet"), LABELS[lang], strict=True))
    slide = f'title: "{title}"\nlayout: text-and-chart\ntext: "A."\nindicators: [{shown}]'
    listed = mistakes(deck_of(slide, HEAD.format(lang=lang, **names)), tmp_path, of="unsupported-claim")
    found = (line.partition("“")[2].partition("”")[0] for line in listed.splitlines())
    return " / ".join(found)


@pytest.mark.parametrize(
    ("lang", "title", "shown", "said"),
    [
        # Whoever the people are, no figure of the slide rose.
        ("en", "More readers come by", "visits", "More"),
        ("de", "Mehr Leser kommen vorbei", "visits", "Mehr"),
        ("fr", "Davantage de lecteurs viennent", "visits", "Davantage"),
        ("es", "Más lectores vienen", "visits", "Más"),
        ("it", "Più lettori vengono", "visits", "Più"),
        ("ru", "Больше читателей приходит", "visits", "Больше"),
        # Changes by words of their own, and multiples.
        ("en", "Reading has doubled", "visits", "has doubled"),
        ("de", "Das Lesen hat sich verdoppelt", "visits", "hat sich verdoppelt"),
        ("en", "People queue twice as long", "wait", "twice as long"),
        # A share that none is, nor some of them in a row.
        ("en", "Two in five houses welcome guests on Sundays", "open", "Two in five"),
        ("fr", "La moitié des maisons accueille le dimanche", "open", "La moitié"),
        ("es", "La mitad de las casas acoge el domingo", "open", "La mitad de"),
        # What is to go one way each time, and once did not.
        ("en", "Sunday service has grown in every survey", "open", "grown in every survey"),
        # How many others are left.
        ("en", "The other 14 are loud", "quiet", "The other 14"),
        ("de", "Die anderen 14 sind laut", "quiet", "Die anderen 14"),
        ("it", "Le altre 14 sono rumorose", "quiet", "Le altre 14"),
        # What minutes are: longer, or later than before.
        ("en", "Guests have longer queues", "wait", "longer"),
        ("en", "Guests get their books later than before", "wait", "later than before"),
        ("de", "Gäste stehen länger an", "wait", "länger"),
        ("fr", "Les files sont plus longues", "wait", "plus longues"),
        ("es", "Las colas son más largas", "wait", "más largas"),
        ("it", "Le code sono più lunghe", "wait", "più lunghe"),
        ("ru", "Очереди стали длиннее", "wait", "длиннее"),
        # More than so many years ago, of which there is no figure; than another of two, which is more.
        ("en", "More houses welcome guests than five years ago", "open", "than five years ago"),
        ("en", "The young keep fewer rooms than the quiet", "quiet, loud", "fewer rooms than"),
        # A share with a “no” of which neither it nor what is left is so much.
        ("en", "Half of the rooms are not quiet", "quiet", "Half"),
        # Both, of which one did not.
        ("en", "Reading and waiting both rose", "visits, wait", "both rose"),
    ],
)
def test_what_no_figure_of_the_slide_bears(lang: str, title: str, shown: str, said: str, tmp_path: Path) -> None:
    assert told(lang, title, shown, tmp_path) == said


@pytest.mark.parametrize(
    ("lang", "title", "shown"),
    [
        # One of the figures bears it.
        ("en", "Fewer readers come by", "visits"),
        ("en", "More houses welcome guests at weekends", "visits, open"),
        ("en", "Reading and waiting both fell", "visits, wait"),
        ("en", "The other 12 are loud", "quiet"),
        ("en", "Nearly a third of the houses welcome guests on Sundays", "open"),
        ("en", "Guests have shorter queues", "wait"),
        ("de", "Gäste stehen kürzer an", "wait"),
        ("ru", "Очереди стали короче", "wait"),
        # What is left of a share, or has changed by so much, or lies between two.
        ("en", "A third of the rooms are not quiet", "quiet"),
        ("en", "Two thirds of the houses stay shut on Sundays", "open"),
        ("en", "A fifth of the wait is gone", "wait"),
        ("en", "The gap to other towns has grown", "visits"),
        ("en", "Guests wait two and a half minutes longer for tea", "wait"),
        ("en", "One in eight or nine houses is a villa", "open"),
        ("en", "The quiet rooms are more than the young", "quiet, loud"),
        ("en", "More houses welcome guests than four years ago", "open"),
        ("en", "Reading fell by 7 points in the north, and rose in the south", "visits"),
        # There is no figure to compare.
        ("en", "More rooms should follow", "quiet"),
        ("en", "More readers come by", "quiet"),
        ("en", "Guests have longer queues", "visits"),
        # What is said is denied, hoped for, asked, or of another year; what is more frequent may have no figure.
        ("en", "No more readers come by", "visits"),
        ("en", "More readers should come by", "visits"),
        ("en", "Do more readers come by?", "visits"),
        ("en", "In 2016 more readers came by", "visits"),
        ("en", "Evenings have become more lively", "visits"),
        # A measure, an order, more than another.
        ("en", "Half a day is enough for a visit", "open"),
        ("en", "Every second year the rooms are painted", "open"),
        ("en", "Half as many again would fit", "open"),
        ("en", "A walk is longer than a ride", "wait"),
        ("en", "Most guests come on foot", "open"),
        # Nothing of what the figures count is spoken of; what is dearer by a third, and what it was once.
        ("en", "More work lies ahead", "visits"),
        ("en", "Share of the houses or falls on Sundays", "open"),
        ("de", "Die Hälfte des Personals ging", "open"),
        ("es", "Más vale tarde: las visitas bajan", "visits"),
        ("en", "Seven in ten houses stay closed on Sundays", "open"),
        ("de", "Eine halbe Stunde reicht", "open"),
    ],
)
def test_what_a_figure_may_bear_or_none_is_about(lang: str, title: str, shown: str, tmp_path: Path) -> None:
    assert told(lang, title, shown, tmp_path) == ""


def test_of_what_another_check_tells_better_nothing_more_is_told(tmp_path: Path) -> None:
    names = dict(zip(("visits", "wait", "open", "rooms", "quiet"), LABELS["en"], strict=True))
    deck = deck_of("title: Visits by readers have doubled\nindicators: [visits]", HEAD.format(lang="en", **names))
    found = mistakes(deck, tmp_path, advice=True)
    assert "contradicted-claim" in found
    assert "unsupported-claim" not in found


def test_a_multiple_of_so_many_years_ago_is_held_to_the_figure_that_is_named(tmp_path: Path) -> None:
    names = dict(zip(("visits", "wait", "open", "rooms", "quiet"), LABELS["en"], strict=True))
    head = HEAD.format(lang="en", **names)
    slide = "title: The wait is half as long as four years ago\nindicators: [wait]"
    found = mistakes(deck_of(slide, head), tmp_path, of="contradicted-claim")
    assert "“half as long as four years ago” is said of “wait”" in found
    assert mistakes(deck_of(slide, head.replace("after: 24", "after: 15")), tmp_path, of="contradicted-claim") == ""
