"""The walk from what an author wrote to what it means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property, partial

from deckgen.diagnostics import Diagnostic, Severity, Span, did_you_mean
from deckgen.model.content import Content, Facts
from deckgen.model.deck import Deck, Section, Slide, Told
from deckgen.model.figures import Indicator, Source
from deckgen.model.fills import Fill, TextFill
from deckgen.model.text import Paragraph, Run, plain
from deckgen.model.words import Words
from deckgen.resolve import inline, numbers
from deckgen.resolve.claims import Claims
from deckgen.resolve.content import ContentReader
from deckgen.resolve.continued import notes_of, told_here
from deckgen.resolve.contradictions import contradictions
from deckgen.resolve.figures import joined, unknown_source, with_sentences
from deckgen.resolve.locale import Locale, language_called
from deckgen.resolve.references import Reader
from deckgen.source.image_files import ImagesRead
from deckgen.source.words import languages, phrases
from deckgen.spec.base import Refusal, SlideSpec, Text
from deckgen.spec.deck import DeckSpec
from deckgen.spec.figures import SourceSpec
from deckgen.spec.placed import PlacedSlide
from deckgen.values import frozen

DEFAULT_LANGUAGE = "en"

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag as far as decks need one (RFC 5646, 2.1)."""


def resolve(spec: DeckSpec, images: ImagesRead | None = None) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """Return the deck that ``spec`` describes, and what it refers to in vain; None without a language.

    ``images`` are those that are read already, to which others are added.
    """
    locale, words, found = _language(spec.lang)
    if locale is None or words is None:
        return None, found
    indicators, labels, wrong = _indicators(spec, words, locale)
    found += wrong
    facts, told, wrong = _facts(spec, words, locale, indicators)
    found += wrong
    sections = _sections(spec)
    found += (*_begun_twice(spec), *_addresses_of_nobody(spec))
    walk = _Walk(spec, facts, locale, indicators, sections, claims_of(spec, words), images or ImagesRead())
    slides = []
    for number, placed in enumerate(spec.slides, start=1):
        slide, wrong = walk.slide(number, placed)
        slides.append(slide)
        found += wrong
    return Deck(facts, tuple(slides), sections, indicators, (*told, *labels)), found


def _language(lang: Text | None) -> tuple[Locale | None, Words | None, tuple[Diagnostic, ...]]:
    """Return the locale of a deck and the words that deckgen adds in it."""
    tag = lang.text if lang else DEFAULT_LANGUAGE
    locale, known, written = Locale.of(tag), languages(), re.split("[-_]", tag)[0]
    # A language of two letters is not written with three, which other programs would not know (RFC 5646, 2.2.1).
    if lang and (locale is None or written.lower() not in known or not _TAG.fullmatch(tag)):
        message = f"deckgen has no words in the language “{tag}”"
        listed = f"there is: {', '.join(known)}; another is one file, deckgen/words/<language>.yaml"
        named = locale.language if locale else language_called(tag, known) or written
        hint = did_you_mean(named, known, listed)
        return None, None, (Diagnostic("R308", "unknown-language", Severity.ERROR, message, lang.span, hint),)
    return *_words(tag), ()


@cache
def _words(tag: str) -> tuple[Locale, Words]:
    """Return the locale and the words of a tag whose language has some: the same each time, so that decks compare."""
    locale = Locale.of(tag) or Locale(DEFAULT_LANGUAGE, DEFAULT_LANGUAGE)
    texts, lists = phrases(locale.language)
    words = Words(locale.language, texts, lists, locale.plural)
    return locale, replace(words, figure=partial(numbers.shown, words=words, locale=locale))


def _indicators(
    spec: DeckSpec, words: Words, locale: Locale
) -> tuple[Mapping[str, Indicator], tuple[Told, ...], tuple[Diagnostic, ...]]:
    """Return the indicators whole, figures first, so that labels may refer to them; and their texts."""
    bare, found = joined(spec, words, locale)
    found += tuple(contradictions(spec, bare))
    whole = {}
    claims = claims_of(spec, words)
    told: tuple[Told, ...] = ()
    for name, written in spec.indicators.items():
        reader = Reader(bare, locale, claims)
        labelled = replace(bare[name], label=reader.runs(written.label))
        labelled = replace(labelled, short=reader.runs(written.short), note=reader.runs(written.note))
        whole[str(name)] = with_sentences(labelled, words)
        told += reader.told_by(written, f"indicators.{name}")
        found += tuple(reader.found)
    return whole, told, found


def claims_of(spec: DeckSpec, words: Words) -> Claims:
    """Return what may be claimed in a deck, in the words of its language or its own."""
    if not spec.claims:
        return _usual_claims(spec.lang.text if spec.lang else DEFAULT_LANGUAGE)
    return Claims(words, {str(said): written.extent for said, written in spec.claims.items()})


@cache
def _usual_claims(tag: str) -> Claims:
    """Return what may be claimed in a language: the same for all decks that add nothing, and read once."""
    return Claims(_words(tag)[1])


def _facts(
    spec: DeckSpec, words: Words, locale: Locale, indicators: Mapping[str, Indicator]
) -> tuple[Facts, tuple[Told, ...], tuple[Diagnostic, ...]]:
    reader = Reader(indicators, locale, claims_of(spec, words))

    def text(of: Text | None) -> str:
        return plain(reader.runs(of))

    organisation, author = text(spec.organisation), text(spec.author)
    footer = " | ".join(part for part in (organisation, author) if part)
    facts = Facts(
        title=text(spec.title),
        lang=spec.lang.text if spec.lang else DEFAULT_LANGUAGE,
        words=words,
        subtitle=text(spec.subtitle),
        organisation=organisation,
        author=author,
        url=text(spec.url),
        link=inline.address(text(spec.url)),
        date=spec.date,
        date_text=numbers.day(spec.date, words, locale) if spec.date else "",
        footer=text(spec.footer) or footer,
        keywords=tuple(text(word) for word in spec.keywords),
        places=dict(_places(spec)),
        sources=tuple(_source(str(name), of, words, locale) for name, of in spec.sources.items()),
    )
    return facts, reader.told_by(spec), tuple(reader.found)


def _places(spec: DeckSpec) -> Iterator[tuple[str, Span]]:
    """Yield where each text of the deck was written; the footer, where it is none, under what stands in its place."""
    for key in ("title", "subtitle", "organisation", "author", "url", "footer"):
        text: Text | None = getattr(spec, key)
        if text:
            yield key, text.span
    yield "deck title", spec.title.span
    instead = spec.footer or spec.author or spec.organisation
    if instead:
        yield "footer", instead.span


def _source(name: str, written: SourceSpec, words: Words, locale: Locale) -> Source:
    """Return a source with all that is known of it."""
    date, url = str(written.date or ""), str(written.url or "")
    shown = numbers.day_of(date, words, locale) or date
    title, publisher, short = str(written.title), str(written.publisher or ""), str(written.short or "")
    return Source(name, title, publisher, short, shown, url, inline.address(url))


def _addresses_of_nobody(spec: DeckSpec) -> Iterator[Diagnostic]:
    """Yield each address, of the deck or a source, that none of those who see it can open."""
    for url in (spec.url, *(source.url for source in spec.sources.values())):
        if url and inline.of_own_computer(url.text):
            message, hint = f"“{url}” is no address that others can open", "write one that begins with https://"
            yield _error("R305", "bad-link", message, url.span, hint)


def _sections(spec: DeckSpec) -> tuple[Section, ...]:
    """Return the sections in order; slides before the first belong to it."""
    slides: dict[str, list[int]] = {}
    name = next((str(placed.spec.section) for placed in spec.slides if placed.spec.section), "")
    for number, placed in enumerate(spec.slides, start=1):
        name = str(placed.spec.section or name)
        slides.setdefault(name, []).append(number)
    spans = {str(section): section.span for placed in spec.slides[::-1] if (section := placed.spec.section)}
    return tuple(Section(name, tuple(numbers), spans.get(name)) for name, numbers in slides.items() if name)


def _begun_twice(spec: DeckSpec) -> Iterator[Diagnostic]:
    """Yield each section that begins again after another: a section is one run of slides."""
    seen: list[str] = []
    for before, placed in zip((None, *spec.slides), spec.slides, strict=False):
        section = placed.spec.section
        if section is None:
            continue
        if seen and seen[-1] == section.text:
            # Where slides between them do not name it, it would begin but once.
            if before and before.spec.section is None:
                message = f"the section “{section}” begins here a second time"
                hint = "give it another name, or name it where it begins alone"
                yield Diagnostic("R316", "section-begun-twice", Severity.WARNING, message, section.span, hint)
            continue
        if section.text in seen:
            hint = "give it another name, or move the slide"
            yield _error(
                "R316",
                "section-begun-twice",
                f"the section “{section}” begins again here",
                section.span,
                hint,
            )
        seen.append(section.text)


@frozen
class _Walk:
    spec: DeckSpec
    facts: Facts
    locale: Locale
    indicators: Mapping[str, Indicator]
    sections: tuple[Section, ...]
    claims: Claims
    images: ImagesRead

    def slide(self, number: int, placed: PlacedSlide) -> tuple[Slide, tuple[Diagnostic, ...]]:
        """Return one slide, composed by its layout, and what it refers to in vain."""
        written, reader = placed.spec, Reader(self.indicators, self.locale, self.claims, images=self.images)
        section = next((section.name for section in self.sections if number in section.slides), "")
        reading = ContentReader(self.facts, number, section, self._spoken_of, placed, reader)
        content = reading.content()
        parts = (content, *content.columns)
        shown = tuple(indicator for part in parts for indicator in part.indicators)
        sources = self._sources(written, reader, shown)
        if written.title and not plain(content.title).strip():
            hint = "write the finding in one sentence"
            reader.found.append(_error("R324", "empty-title", "the title shows nothing", written.title.span, hint))
        refusal = written.refusal(content) or _unheld(written, content)
        if refusal and not any(found.name == "unknown-indicator" for found in reader.found):
            message, span = refusal.message, reading.place(refusal.key)
            reader.found.append(_error("R322", "slide-refused", message, span, refusal.hint))
        notes = tuple(line for text in written.notes for line in reader.lines(text))
        charts = [part.chart for part in parts if part.chart]
        notes += tuple((Run(self.facts.words.say("chart", description=of.description())),) for of in charts)
        slide = Slide(
            number=number,
            id=str(written.id or f"slide-{number}"),
            layout=_layout_name(type(written)),
            title=plain(content.title) or written.untitled(content),
            span=placed.span,
            fills={} if refusal else _filled(written, content),
            variant=written.variants[0] if refusal else written.variant(content),
            section=section,
            notes=(*notes_of(placed.share, number, self.facts.words), *(Paragraph(runs) for runs in notes)),
            sources=sources,
            hidden=written.hidden,
            places=placed.places,
            keys=placed.keys,
            indicators=tuple(dict.fromkeys(indicator.id for indicator in shown)),
            told=told_here(reader.told_by(written), placed.share),
            rigid=(written.overflow or self.spec.overflow) == "error",
        )
        return slide, tuple(reader.found)

    @cached_property
    def _spoken_of(self) -> Mapping[str, tuple[int, ...]]:
        """Return the slides of each section, without those that stand before the first one is named."""
        named = (number for number, placed in enumerate(self.spec.slides, start=1) if placed.spec.section)
        first = next(named, 1)
        return {section.name: tuple(n for n in section.slides if n >= first) for section in self.sections}

    def _sources(self, written: SlideSpec, reader: Reader, indicators: tuple[Indicator, ...]) -> tuple[Source, ...]:
        """Return the sources of all that the slide speaks of, each once."""
        known = {source.id: source for source in self.facts.sources}
        asked: tuple[Text, ...] = getattr(written, "source", ())
        reader.found += [unknown_source(name, known) for name in asked if name.text not in known]
        named = [known[name.text] for name in asked if name.text in known]
        spoken = [indicator.source for indicator in (*indicators, *reader.used.values()) if indicator.source]
        return tuple({source.id: source for source in (*named, *spoken)}.values())


def _filled(written: SlideSpec, content: Content) -> dict[str, Fill]:
    return {slot: fill for slot, fill in written.compose(content).items() if not _empty(fill)}


def _unheld(written: SlideSpec, content: Content) -> Refusal | None:
    """Return that a layout has no variant for what is on a slide, such as where items are kept for others."""
    if written.variant(content) in written.variants:
        return None
    held = ", ".join(filter(None, map(str, written.variants)))
    return Refusal("the layout has no room for as many, or as few, items", f"there is room for: {held}", "title")


def _empty(fill: Fill) -> bool:
    """Return whether there is nothing to show in a slot, since its key was left out."""
    return isinstance(fill, TextFill) and not any(plain(paragraph.runs) for paragraph in fill.paragraphs)


def _layout_name(layout: type[SlideSpec]) -> str:
    """Return the name that authors give a layout: that of its file."""
    return layout.__module__.rpartition(".")[2].replace("_", "-")


def _error(code: str, name: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, hint)
