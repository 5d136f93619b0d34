"""What is worked on: one deck, in all themes that are looked at, as it is after the last change."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from threading import Condition, RLock

from deckgen import pipeline
from deckgen.diagnostics import Diagnostic
from deckgen.live.bench import Bench, Seen
from deckgen.live.gallery import Gallery
from deckgen.live.items import Items
from deckgen.output import Unusable
from deckgen.pipeline import Parsed
from deckgen.request import Wanted
from deckgen.source.files import decoded
from deckgen.source.notes import Notes, noting
from deckgen.theme import find
from deckgen.values import frozen, mutable


@frozen
class Moment:
    """A content file at one moment, and where its slides stand in it; ``trouble`` if it cannot be read any more."""

    raw: bytes
    parsed: Parsed
    text: str
    items: Items
    trouble: str = ""


@mutable
class Desk:
    """A deck that is worked on, and may be asked by several threads; while it is ``held``, for one moment."""

    content: Path
    wanted: Wanted
    gallery: Gallery = field(default_factory=Gallery)
    version: int = 0
    """How often something has changed."""
    _benches: dict[str, Bench] = field(default_factory=dict)
    _seen: dict[str, Seen] = field(default_factory=dict)
    _notes: Notes = field(default_factory=Notes)
    _moment: Moment | None = None
    _changed: Condition = field(default_factory=lambda: Condition(RLock()))

    @property
    def moment(self) -> Moment:
        """The content file as it was read last."""
        with self._changed:
            if self._moment is None:
                self.refresh()
            assert self._moment is not None
            return self._moment

    def refresh(self) -> bool:
        """Read again what has changed, and return whether anything has.

        Raises ``Unusable`` if the file cannot be read the first time.
        """
        with self._changed:
            others = self._notes.stale
            moment = self._read(anew=others)
            if moment is self._moment:
                return False
            # While the file cannot be read, nothing else is read anew: what has changed beside it still has.
            if others and not moment.trouble:
                self._notes = Notes()
            self._moment = moment
            self._seen.clear()
            self.version += 1
            self._changed.notify_all()
            return True

    @contextmanager
    def held(self) -> Iterator[Moment]:
        """Hold the deck at one moment, while it is asked more than once."""
        with self._changed:
            yield self.moment

    def wait(self, version: int, seconds: float) -> int:
        """Return the version once it is not ``version`` any more, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    def seen(self, theme: str = "") -> Seen:
        """Return the deck in a theme, that of the deck if none is named, and all that is found in it.

        Raises ``Unusable`` where a file that it needs cannot be read, or there is no such theme.
        """
        with self._changed:
            seen = self.shown(theme)
            if seen.made.unchecked:
                with noting(self._notes):
                    seen = self._seen[theme] = replace(seen, made=pipeline.with_checks(seen.made))
            return seen

    def shown(self, theme: str = "") -> Seen:
        """Return the deck as ``seen`` does, but as soon as its slides are known: the checks may not be asked yet."""
        with self._changed:
            moment = self.moment
            if theme not in self._seen:
                wanted = replace(self.wanted, theme=theme or self.wanted.theme)
                bench = self._benches.setdefault(theme, Bench(wanted, self.gallery))
                with noting(self._notes):
                    self._seen[theme] = bench.see(moment.parsed, moment.items)
                self._tidy()
            return self._seen[theme]

    def themes(self) -> tuple[str, ...]:
        """Return the names of the themes there are."""
        return find.names(self.content)

    def folders(self) -> frozenset[Path]:
        """Return the folders in which a change is to be noticed."""
        with self._changed:
            return self._notes.folders | {self.content.absolute().parent}

    def _read(self, *, anew: bool) -> Moment:
        """Return the content file as it is now; the same moment if it is as it was, and no other file has changed."""
        before = self._moment
        try:
            raw = pipeline.bytes_of(self.content)
        except Unusable as error:
            if before is None:
                raise
            return before if before.trouble == str(error) else replace(before, trouble=str(error))
        if before and not anew and not before.trouble and before.raw == raw:
            return before
        parsed, (text, _) = pipeline.parsed_text(raw, self.content), decoded(raw, self.content)
        if before and not anew:
            parsed = replace(parsed, images=before.parsed.images)
        return Moment(raw, parsed, text, Items.of(parsed.items, text))

    def _tidy(self) -> None:
        """Let go of pictures that nobody can see any more; those of a theme are kept until it is asked for again."""
        self.gallery.keep({key for bench in self._benches.values() for key in bench.pictures})


def found_in(seen: Seen, moment: Moment) -> Iterator[tuple[Diagnostic, int | None]]:
    """Yield what was found in a deck, each with the item that it is about, None for what is about the deck."""
    path = moment.parsed.content
    for one in seen.made.found:
        yield one, moment.items.at(one.span.line, one.span.column) if one.span.path == path else None


def themes_of(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``names`` that are known, the theme of the deck where there is none."""
    there = set(known)
    return tuple(dict.fromkeys(name for name in names if name in there)) or ("",)
