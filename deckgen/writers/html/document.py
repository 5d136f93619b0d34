"""Pages to a whole document, which holds all that it shows."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.resources import files

from deckgen.fonts.subset import subset
from deckgen.model.slots import SlotKind
from deckgen.typeset.frames import (
    ChartFrame,
    Frame,
    ImageFrame,
    NativeChartFrame,
    Page,
    ShapesFrame,
    TableFrame,
    TextFrame,
)
from deckgen.units import in_points
from deckgen.writers.html.frames import FrameWriter
from deckgen.writers.html.interface import goto, interface
from deckgen.writers.html.markup import Attributes, Looks, el, told
from deckgen.writers.html.outline import Place, heading_id, names_section, outline, title_page
from deckgen.writers.html.text import Heading, TextWriter, css, is_title
from deckgen.writers.sheets import Sheets

_COLORS = ("background", "ink", "muted", "rule", "tint", "primary-text")
"""The colours of the palette that the sheet of styles refers to."""


def html(sheets: Sheets) -> bytes:
    """Return the pages as one HTML file, in UTF-8, which loads nothing from elsewhere."""
    return _Document(sheets).text().encode()


class _Document:
    def __init__(self, sheets: Sheets) -> None:
        self.pages, self.theme = sheets.pages, sheets.theme
        self.words = self.pages.facts.words
        self.looks = Looks()
        caption = self.words.say("html-figures")
        self.writer = FrameWriter(lambda drawing: sheets.charts[drawing].svg, self.looks, caption)
        self.places = outline(self.pages)

    def text(self) -> str:
        """Return the document."""
        facts = self.pages.facts
        body = "\n".join(self._body())
        style = self._style(body)
        script = _own("deck.js")
        head = "\n".join(self._head(style, script))
        root = el("html", {"lang": facts.lang, "class": "set"}, f"\n{head}\n", f"{body}\n", el("script", None, script))
        return f"<!DOCTYPE html>\n{root}\n".replace("</script></html>", "</script>\n</body>\n</html>")

    def _head(self, style: str, script: str) -> Iterator[str]:
        facts = self.pages.facts
        yield "<head>"
        yield el("meta", {"charset": "utf-8"})
        yield el("meta", {"http-equiv": "Content-Security-Policy", "content": _policy(style, script)})
        yield el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
        yield el("title", None, told(facts.title))
        named = {
            "author": facts.author or facts.organisation,
            "description": facts.subtitle,
            "keywords": ", ".join(facts.keywords),
        }
        for name, content in named.items():
            if content:
                yield el("meta", {"name": name, "content": content})
        yield el("style", None, style)
        yield "</head>"

    def _body(self) -> Iterator[str]:
        yield "<body>"
        yield "<main>"
        if title_page(self.pages) is None:
            yield el("h1", {"class": "unseen"}, told(self.pages.facts.title))
        yield '<div class="sheets">'
        yield from (self._sheet(page) for page in self.pages.pages)
        yield "</div>"
        yield "</main>"
        yield from interface(self.pages)

    def _sheet(self, page: Page) -> str:
        """Return a slide, its button in the overview, and its notes."""
        place = self.places[page.number]
        attributes: Attributes = {"class": "sheet", "data-hidden": page.hidden}
        return el("div", attributes, self._slide(page, place), "\n", goto(page, self.words), self._notes(page))

    def _slide(self, page: Page, place: Place) -> str:
        layout = self.theme.layouts[page.layout]
        theme = self.theme.on(layout.background)
        frames = sorted(page.frames, key=lambda frame: not (place.opens and names_section(frame)))
        frames = [*self.pages.backdrops.get(page.layout, ()), *frames]
        made = [markup for frame in frames if (markup := self._frame(frame, page, TextWriter(theme, self.looks)))]
        if not any(isinstance(frame, TextFrame) and is_title(frame) for frame in page.frames):
            made.insert(0, el(f"h{place.level}", {"id": heading_id(page), "class": "unseen"}, told(page.title)))
        look = self.looks.of({"background": css(theme.palette[layout.background])})
        attributes = {
            "id": place.anchor,
            "class": f"slide {look}",
            "aria-labelledby": heading_id(page),
            "tabindex": "-1",
        }
        return "\n".join(["\n" + el("section", attributes, "\n", "\n".join(made), "\n")])

    def _notes(self, page: Page) -> str:
        writer = TextWriter(self.theme, self.looks)
        paragraphs = (el("p", None, writer.runs(paragraph.runs)) for paragraph in page.notes)
        label: Attributes = {"class": "notes", "aria-label": self.words.say("html-notes"), "hidden": True}
        return "\n" + el("aside", label, *paragraphs) + "\n" if page.notes else "\n"

    def _frame(self, frame: Frame, page: Page, writer: TextWriter) -> str:
        if isinstance(frame, TextFrame):
            return self._text(frame, page, writer)
        if isinstance(frame, ChartFrame):
            return self.writer.chart(frame)
        if isinstance(frame, ShapesFrame):
            return self.writer.shapes(frame, writer.theme)
        if isinstance(frame, ImageFrame):
            return self.writer.image(frame)
        if isinstance(frame, TableFrame):
            return self.writer.table(frame, writer.theme, page.title)
        assert isinstance(frame, NativeChartFrame)
        raise TypeError("a chart of PowerPoint's own has no picture")

    def _text(self, frame: TextFrame, page: Page, writer: TextWriter) -> str:
        place = self.places[page.number]
        if frame.slot.kind is SlotKind.NUMBER:
            return writer.frame(frame, spoken=self.words.say("slide", first=page.number))
        if is_title(frame) and frame in page.frames:
            return writer.frame(frame, Heading(place.level, heading_id(page)))
        opens = place.opens and names_section(frame)
        return writer.frame(frame, Heading(2) if opens else None)

    def _style(self, body: str) -> str:
        """Return the sheet of styles: what this deck needs, then what every deck has."""
        page = self.theme.grid.page
        width, height = in_points(page.width), in_points(page.height)
        values = {name: css(self.theme.palette[name]) for name in _COLORS}
        values |= {"page-width": f"{width:g}", "page-height": f"{height:g}"}
        values["scheme"] = "dark" if self.theme.swapped else "light"
        declared = ";".join(f"--{name}:{value}" for name, value in values.items())
        root = f":root{{{declared}}}\n@page{{size:{width:g}pt {height:g}pt;margin:0}}"
        return "\n".join(["", *_faces(body, self.theme.body_font), root, _own("deck.css"), self.looks.rules(), ""])


def _faces(body: str, family: str) -> Iterator[str]:
    """Yield the fonts of the document, with the characters that it shows; italics where there are any.

    They are carried in it, so that it looks the same on a telephone that has no Arial.
    """
    characters = sorted(set(body) | set("0123456789:"))
    for italic in (False, True) if "<em>" in body else (False,):
        for bold in (False, True):
            font = b64encode(subset(characters, bold=bold, italic=italic, family=family)).decode()
            looks = f"font-weight:{700 if bold else 400};font-style:{'italic' if italic else 'normal'}"
            yield f"@font-face{{font-family:Deck;{looks};src:url(data:font/ttf;base64,{font})}}"


def _policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy: nothing but our own styles and script, and what stands in the file."""
    rules: Sequence[tuple[str, str]] = (
        ("default-src", "'none'"),
        ("style-src", _hash(style)),
        ("script-src", _hash(script)),
        ("img-src", "data:"),
        ("font-src", "data:"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    )
    return "; ".join(f"{name} {value}" for name, value in rules)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _own(name: str) -> str:
    """Return one of our own files beside this one."""
    return "\n" + (files("deckgen.writers.html") / name).read_text("utf-8")
