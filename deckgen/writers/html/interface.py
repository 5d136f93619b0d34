"""What stands around the slides: the bar of buttons, the help, the speaker's view; all words of it."""

from collections.abc import Iterator

from deckgen.model.words import Words
from deckgen.typeset.frames import Page, Pages
from deckgen.writers.html.markup import Attributes, el, told

_BUTTONS = ("back", "next", "overview", "speaker", "reading", "full-screen", "help")
_KEYS = (
    ("html-next", "html-key-next"),
    ("html-back", "html-key-back"),
    ("html-first", "html-key-first"),
    ("html-last", "html-key-last"),
    ("html-go", "html-key-go"),
    ("html-overview", "html-key-overview"),
)
"""What the keys do, and what they are called on the keyboards of the language."""
_LETTERS = (("html-speaker", "S"), ("html-reading", "R"), ("html-full-screen", "F"), ("html-help", "?"))


def goto(page: Page, words: Words) -> str:
    """Return the button that leads to a slide from the overview."""
    title = [el("span", {"class": "ordinal"}, str(page.number)), " ", told(page.title)]
    mark = [" ", el("span", {"class": "mark"}, told(words.say("html-hidden")))] if page.hidden else []
    return el("button", {"class": "goto", "type": "button"}, *title, *mark)


def interface(pages: Pages) -> Iterator[str]:
    """Yield what the script shows where it runs."""
    words = pages.facts.words
    position = words.say("html-position", number="{number}", total=len(pages.pages))
    buttons = [_button(name, words) for name in _BUTTONS]
    where = el("span", {"class": "position"})
    label: Attributes = {"class": "bar", "aria-label": words.say("html-slides"), "hidden": True}
    yield el("nav", label, *buttons[:1], where, *buttons[1:])
    yield el("p", {"class": "unseen said", "role": "status", "data-position": position})
    yield _help(words)
    yield _speaker(pages)


def _button(name: str, words: Words) -> str:
    return el("button", {"type": "button", "data-does": name}, told(words.say(f"html-{name}")))


def _help(words: Words) -> str:
    """Return the dialog that tells the keys; those of one letter can be switched off (WCAG 2.2, 2.1.4)."""
    keys = [(words.say(what), words.say(key)) for what, key in _KEYS]
    keys += [(words.say(what), key) for what, key in _LETTERS]
    rows = (el("div", None, el("dt", None, told(what)), el("dd", None, told(key))) for what, key in keys)
    letters = el("input", {"type": "checkbox", "class": "letters", "checked": True})
    return el(
        "dialog",
        {"class": "help", "aria-labelledby": "help-title"},
        el("h2", {"id": "help-title"}, told(words.say("html-help"))),
        el("dl", None, *rows),
        el("p", None, el("label", None, letters, " ", told(words.say("html-letters")))),
        el("button", {"type": "button", "data-does": "close"}, told(words.say("html-close"))),
    )


def _speaker(pages: Pages) -> str:
    """Return the window of the speaker: this slide, the next one, notes and clock."""
    words = pages.facts.words
    title = f"{words.say('html-speaker')}: {pages.facts.title}"
    head = el(
        "header",
        None,
        el("h1", {"class": "unseen"}, told(title)),
        el("p", {"class": "clock"}),
        el("p", {"class": "elapsed"}),
        el("p", {"class": "position"}),
        _button("back", words),
        _button("next", words),
    )
    return el(
        "template",
        {
            "class": "speaker",
            "data-title": title,
            "data-blocked": words.say("html-blocked"),
            "data-end": words.say("html-end"),
            "data-none": words.say("html-no-notes"),
        },
        head,
        el("main", None, el("div", {"class": "now"})),
        el(
            "section",
            {"class": "then", "aria-labelledby": "then-title"},
            el("h2", {"id": "then-title"}, told(words.say("html-then"))),
            el("div", {"class": "panel"}),
        ),
        el(
            "section",
            {"class": "spoken", "aria-labelledby": "spoken-title", "tabindex": "0"},
            el("h2", {"id": "spoken-title"}, told(words.say("html-notes"))),
            el("div"),
        ),
    )
