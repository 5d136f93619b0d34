"""The OSCE deck as an engineer writes it who needs it today: python-pptx, matplotlib, every figure in its place.

What ``deckgen build`` is measured against. It reads nothing, has no theme, and makes no claim to look good.
``python benchmarks/plain.py OUTPUT [CHARTS]``: one chart, the one before and after, or as many as the deck has, six.
``plain.py many FOLDER DECKS CHARTS`` writes it over and over with other figures, ``plain.py long OUTPUT SLIDES`` one
deck of many slides.
"""

import io
import sys
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from pptx import Presentation
from pptx.util import Inches, Pt

TITLE = "Where States are on implementing OSCE anti-trafficking commitments"
SUBTITLE = "Findings of the OSCE Survey Report"

CHARTS = {
    1: [
        ("Exploitation in criminal activities", 47, 63),
        ("Forced begging", 47, 59),
        ("Sham marriage", 23, 39),
        ("Live remote sexual abuse (new)", 0, 56),
        ("People with disabilities", 0, 31),
    ],
    2: [("emphasized barriers", 0, 31), ("full support services", 0, 29), ("only law enforcement refers", 0, 8)],
    3: [("dual role of technology", 0, 27), ("cross-disciplinary", 0, 25), ("financial investigation", 0, 18)],
    4: [("criteria for identification", 0, 48), ("assets to general fund", 0, 44), ("assets to victims", 0, 30)],
    6: [("no recorded action on demand", 0, 33), ("knowing use not criminalized", 0, 40)],
    7: [("must report THB cases", 0, 14), ("age verification", 0, 9), ("criminally liable", 0, 7)],
}
"""The figures of each slide that has a chart: what they are of, before, after."""

TRENDS_NOTES = """Number of States reporting trafficking cases under investigation or in the judicial process:
(a) Exploitation in criminal activities (47% → 63%)
(b) Trafficking for forced begging (47% → 59%)
(c) NEW: THB cases involving production of pornography, live cams, live remote sexual abuse (56%)
(d) THB for sham marriage (23% → 39%)
(e) 31% had THB cases involving people with disabilities, and 20% more noted unconfirmed reports"""

SLIDES = [
    (
        "Today’s focus is on three key findings",
        [
            "New trends and persistent challenges in combating trafficking in human beings (THB)",
            "Opportunities to enhance systems and structures to counteract THB",
            "Needs for policy and legislative action to respond to the changing dynamic of THB",
        ],
        "",
    ),
    ("More States now report trafficking for criminal activities, forced begging and sham marriage", [], TRENDS_NOTES),
    (
        "In a large majority of countries, only law enforcement can formally identify victims",
        [
            "31 States emphasized barriers for victims to come forward",
            "29 States reported full support services regardless of involvement in criminal proceedings",
            "8 States allow only law enforcement to refer victims to services",
            "Only 2 countries allow labour inspectors to formally identify victims",
        ],
        "31 countries emphasized barriers for victims to come forward\n"
        "In a large majority of countries, only law enforcement can formally identify victims\n"
        "Only 2 countries allow labour inspectors to formally ID victims",
    ),
    (
        "Each kind of training is reported by fewer than half of participating States",
        [
            "27 States train law enforcement on the dual role of technology",
            "25 States report cross-disciplinary training",
            "18 States train financial investigation staff",
            "Need for more training in trauma-informed approaches, particularly to support child victims",
        ],
        "Only 25 pS reported cross-disciplinary training\nOnly 18 pS confirmed training of financial staff",
    ),
    (
        "Most States have criteria in law or policy; fewer use confiscated assets to compensate victims",
        [
            "48 States have specific criteria for identifying victims in law or policy",
            "85% of participating States list THB as a predicate offence",
            "44 States return confiscated assets to the government’s general fund",
            "30 States use these funds to compensate victims",
        ],
        "48 countries have specific criteria for identifying victims reflected in legislation/policies\n"
        "85% of pS list THB as a predicate offence",
    ),
    (
        "More States prohibit recruitment fees, license agencies and regulate procurement",
        [
            "The number of countries prohibiting recruitment fees almost doubled",
            "50% increase in States requiring recruitment agencies to be licensed",
            "The number of countries with public procurement regulations on THB doubled from 2015",
        ],
        "50% increase in States requiring recruitment agencies to be licensed",
    ),
    (
        "Only 16 States require businesses to report on measures against exploited labour in supply chains",
        [
            "Most laws still lack obligations for companies beyond fulfilling reporting requirements",
            "Time to move beyond self-certification, towards mandated human rights due diligence",
            "33% of States have no recorded action on demand",
            "40% of States do not criminalize the knowing use of victims",
        ],
        "Only 16 countries reported laws in place requiring businesses to report on measures\n"
        "33% of States no recorded action on demand fostering sex. expl.",
    ),
    (
        "Only 7 States make tech companies criminally liable for knowingly facilitating trafficking",
        [
            "23 States required online platforms to take down child sexual abuse content",
            "14 require platforms to report THB cases",
            "9 require age verification to limit children’s access to pornographic websites",
        ],
        "Only 14 pS noted a requirement to report THB cases\nOnly 7 pS make tech companies criminally liable",
    ),
    (
        "Conclusions",
        [
            "New trends ask for an adapted response",
            "Systems and structures can do more for victims",
            "Policy and legislation have to follow the changing dynamic of THB",
        ],
        "Thank the delegations for their answers",
    ),
]


def chart(rows: list[tuple[str, int, int]]) -> io.BytesIO:
    """Return a chart of figures before and after, as PNG."""
    figure, axes = plt.subplots(figsize=(9, 4.5))
    places = range(len(rows))
    before = axes.barh([place - 0.2 for place in places], [row[1] for row in rows], 0.38, label="previous survey")
    after = axes.barh([place + 0.2 for place in places], [row[2] for row in rows], 0.38, label="this survey")
    axes.bar_label(before)
    axes.bar_label(after)
    axes.set_yticks(list(places), [row[0] for row in rows])
    axes.invert_yaxis()
    axes.legend()
    figure.tight_layout()
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=200)
    plt.close(figure)
    return file


def main(output: str, charts: int, turn: int = 0) -> None:
    """Write the deck with the first of its charts; each ``turn`` has figures of its own."""
    deck = Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = TITLE
    cover.placeholders[1].text = SUBTITLE
    with_charts = list(CHARTS)[:charts]
    for number, (title, bullets, notes) in enumerate(SLIDES):
        rows = CHARTS[number] if number in with_charts else []
        _slide(deck, title, bullets, notes, [(label, before, after + turn % 20) for label, before, after in rows])
    closing = deck.slides.add_slide(deck.slide_layouts[0])
    closing.shapes.title.text = "Thank you"
    closing.placeholders[1].text = "www.osce.org/cthb"
    deck.save(output)


def _slide(deck: Any, title: str, bullets: list[str], notes: str, rows: list[tuple[str, int, int]]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1 if bullets else 5])
    slide.shapes.title.text = title
    if bullets:
        frame = slide.placeholders[1].text_frame
        frame.text = bullets[0]
        for bullet in bullets[1:]:
            frame.add_paragraph().text = bullet
        for paragraph in frame.paragraphs:
            paragraph.font.size = Pt(20)
    if rows:
        slide.shapes.add_picture(chart(rows), Inches(0.5), Inches(1.6), width=Inches(9))
    if notes:
        slide.notes_slide.notes_text_frame.text = notes


def many(folder: str, decks: int, charts: int) -> None:
    """Write so many decks with different figures into ``folder``."""
    for turn in range(decks):
        main(f"{folder}/plain-{turn}.pptx", charts, turn)


def long(output: str, slides: int) -> None:
    """Write a deck of so many slides with notes, a chart on every fifth."""
    # What is made is the same as what the deck in YAML says.
    from benchmarks import decks

    deck = Presentation()
    for number in range(1, slides + 1):
        charted = number % decks.CHART_EVERY == 0
        bullets, rows = ([], decks.figures(number)) if charted else (decks.bullets(number), [])
        _slide(deck, decks.title(number), bullets, decks.notes(number), rows)
    deck.save(output)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["long", output, slides]:
            long(output, int(slides))
        case ["many", folder, decks, charts]:
            many(folder, int(decks), int(charts))
        case [output, *charts]:
            main(output, int(charts[0]) if charts else 1)
