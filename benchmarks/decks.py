"""Content for the cases: long decks, many decks, and the OSCE deck with a word or a figure changed."""

import re
from itertools import count
from pathlib import Path

from benchmarks.measure import ROOT

OSCE = ROOT / "content" / "osce-survey.yaml"
CHART_EVERY = 5
TOPICS = ("Forced begging", "Sham marriage", "Criminal activities", "People with disabilities", "Recruitment fees")


def figures(number: int) -> list[tuple[str, int, int]]:
    """Return the figures of the chart on slide ``number``: what they are of, before, after."""
    return [
        (f"{topic} in region {number}", 10 + (number * 7 + place * 5) % 30, 41 + (number * 3 + place * 11) % 55)
        for place, topic in enumerate(TOPICS)
    ]


def title(number: int) -> str:
    """Return the title of slide ``number``, unlike those of the others."""
    return f"More States now report what part {number} of the survey asks for"


def bullets(number: int) -> list[str]:
    """Return the bullets of a slide that has no chart."""
    return [
        f"States of group {number} have criteria for identifying victims in law or policy",
        "Most laws still lack obligations for companies beyond reporting",
        "Training is needed in approaches that support child victims",
        f"The next survey asks again, in round {number + 1}",
    ]


def notes(number: int) -> str:
    """Return the notes of a slide."""
    return f"Say first what part {number} is about, and then who answered."


def long_deck(slides: int) -> str:
    """Return a deck of so many slides with notes, a chart on every fifth."""
    charted = [number for number in range(1, slides + 1) if number % CHART_EVERY == 0]
    lines = ["title: A long deck", "subtitle: As long as it has to be", "lang: en-GB", "indicators:"]
    for number in charted:
        for place, (topic, before, after) in enumerate(figures(number)):
            lines.append(f"  f{number}-{place}: {{label: {topic}, before: {before}%, after: {after}%}}")
    lines.append("slides:")
    for number in range(1, slides + 1):
        lines.append(f"  - title: {title(number)}")
        if number in charted:
            names = ", ".join(f"f{number}-{place}" for place in range(len(TOPICS)))
            lines.append(f"    indicators: [{names}]")
        else:
            lines.append("    bullets:")
            lines += [f"      - {bullet}" for bullet in bullets(number)]
        lines.append(f"    notes: {notes(number)}")
    return "\n".join(lines) + "\n"


_turns = count(1)


def with_another_figure(path: Path) -> None:
    """Write the OSCE deck with a figure it has not had before in this run."""
    _changed(path, "after: 63%", f"after: {50 + next(_turns) % 40}.{next(_turns) % 10}%")


def with_another_text(path: Path) -> None:
    """Write the OSCE deck with a word it has not had before in this run."""
    _changed(path, "Needs for **policy**", f"Need number {next(_turns)} for **policy**")


def of_country(number: int) -> str:
    """Return the OSCE deck with the figures of a country; nearly no two countries have a chart alike."""
    text = OSCE.read_text(encoding="utf-8")
    text = text.replace("after: 63%", f"after: {50 + number % 45}%").replace(
        "after: 59%", f"after: {48 + number % 40}%"
    )
    places = count()

    def another(found: re.Match[str]) -> str:
        value, change = int(found[2]), number // 4 ** (next(places) % 3) % 4
        # What titles say of the figures still has to hold.
        return f"{found[1]}{value + change if value < 20 else value - change}{found[3]}"

    return _COUNT.sub(another, text)


_COUNT = re.compile(r"(    value: (?!57))(\d+)(%?\n(?:    of:|  [a-z]|    unc|\n|slides))")


def _changed(path: Path, old: str, new: str) -> None:
    text = OSCE.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{OSCE} has no “{old}”")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
