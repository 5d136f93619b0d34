"""Of which one figure a clause surely speaks, and what else there is in it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import dropwhile, takewhile

from deckgen.checks._around import LONG, Around, is_said
from deckgen.checks._clauses import joined, opening
from deckgen.checks._naming import Names, Sentence, counts_as, one_word, words_of
from deckgen.checks._number_words import number_words, said_number
from deckgen.checks._phrases import bare, either, grammar, plain_words, small_words, texts_of, words
from deckgen.checks._sight import totals_of
from deckgen.checks.base import Checked
from deckgen.model.figures import Indicator, UnitKind
from deckgen.model.text import plain
from deckgen.source.words import phrases
from deckgen.values import frozen

_TWO = 2
_BEGIN = 8
"""With more letters, what stands before the bold words of a label says what it is about."""
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")


@frozen
class Subjects:
    """The figures of a deck that a clause may speak of."""

    names: Names
    totals: Mapping[str, str]
    language: str

    @classmethod
    def of_deck(cls, checked: Checked) -> "Subjects":
        """Return those of a deck: more than one check asks, and finding its names takes a while."""
        if cls.of_deck not in checked.known:
            totals = totals_of(checked)
            checked.known[cls.of_deck] = cls(
                Names.of(checked.deck, set(totals.values())), totals, checked.deck.facts.words.lang
            )
        found: Subjects = checked.known[cls.of_deck]
        return found

    @property
    def _indicators(self) -> Mapping[str, Indicator]:
        return self.names.indicators

    def of(self, clause: Sentence, shown: Collection[str]) -> tuple[Indicator, ...]:
        """Return the indicators that a clause refers to, or names with what is bold in their labels."""
        named = (name for name in self.names.named(clause, shown) if self._certain(name, clause))
        found = dict.fromkeys((*self._referred(clause), *named, *self._marked(clause)))
        return tuple(self._indicators[name] for name in found if name not in self.names.totals)

    def only(self, clause: Sentence, shown: Collection[str]) -> Indicator | None:
        """Return the only indicator that a clause has to do with; None where it touches on others."""
        found = self.of(clause, shown)
        return found[0] if len(found) == 1 and self._touched(clause) <= {found[0].id} else None

    def only_touched(self, text: str) -> Indicator | None:
        """Return the only indicator that a text names, or of which it has a word that no other has."""
        part = Sentence(text, 0)
        named = {of.id for of in self.of(part, ())} | self._touched(part)
        return self._indicators[next(iter(named))] if len(named) == 1 else None

    def may_be(self, clause: Sentence, of: Indicator) -> bool:
        """Return whether a clause that has to do with an indicator refers to it, or touches on no other."""
        return of.id in self._referred(clause) or self._touched(clause) <= {of.id}

    def shown_alone(self, clause: Sentence, shown: Collection[str]) -> Indicator | None:
        """Return the only indicator that a slide shows, if a clause has two words that are its alone."""
        alone = [name for name in shown if name not in self.names.totals]
        if len(alone) != 1 or self._touched(clause) != {alone[0]}:
            return None
        said = {word.text for word in words(bare(clause.text)) if len(word.text) > LONG}
        own = [word for word in self.names.own(alone[0]) if any(one_word(word, other) for other in said)]
        return self._indicators[alone[0]] if len(own) > 1 else None

    def wholly(self, clause: Sentence, shown: Collection[str], start: int, end: int) -> Indicator | None:
        """Return the only indicator of the deck whose words are all that a clause says but for a part of it.

        It is one that a slide shows, and something bold in its label is said, or two words of the label.
        """
        if not shown:
            return None
        found = Around(self.timeless(clause), start, end, frozenset(), small_words(self.language))
        said = [word.text for word in found.words if found.is_long(word)]
        # Few clauses have no other word, which is asked of what is shown before all others.
        known = [name for name in shown if name not in self.names.totals and self.has_all(name, said)] if said else []
        if len(known) != 1 or any(self.has_all(name, said) for name in self.every if name != known[0]):
            return None
        of = self._indicators[known[0]]
        label, name = texts_of(of.name), texts_of(of.id.replace("-", " "))
        own = [word for word in said if is_said(word, label)]
        # “Young donors” are the indicator “young”, the label of which says “donors under thirty”.
        called = [word for word in said if own and word not in own and is_said(word, name)]
        # “Complaints” are those of the only label that begins so: “Complaints in a month”.
        begins = len(said) == 1 and said == own and is_said(own[0], {words(of.name)[0].text}) and not _has_bold(of)
        sure = len(own) + len(called) > 1 or any(self.is_bold(word, of) for word in said)
        # “Disputes” are the “boundary disputes” of which the author speaks as disputes, where nothing else is shown.
        sure = sure or (len(shown) == 1 and len(words(of.name)) == _TWO and any(is_said(word, name) for word in own))
        return of if begins or sure or _says_begin(of, clause) else None

    def timeless(self, clause: Sentence) -> str:
        """Return a bare clause without a number of years: “in ten years the shops were halved” is said of the shops."""
        spans = _years_in(self.language, phrases(self.language)[1]["years-ago"])
        return spans.sub(lambda years: " " * len(years[0]), bare(clause.text))

    def labelled(self, clause: Sentence, shown: Collection[str]) -> Indicator | None:
        """Return the only indicator that a slide shows all long words of whose label a clause says, two at least."""
        said, small = _texts(clause), small_words(self.language)
        names = [name for name in shown if name not in self.names.totals]
        labels = {name: [one for one in texts_of(self._indicators[name].name) if len(one) >= LONG] for name in names}
        known = {name: [one for one in label if one not in small] for name, label in labels.items()}
        found = [name for name, label in known.items() if len(label) > 1 and all(is_said(one, said) for one in label)]
        return self._indicators[found[0]] if len(found) == 1 and self._touched(clause) <= {found[0]} else None

    def parted(self, clause: Sentence, start: int, end: int) -> Sentence:
        """Return what of a clause, around a part of it, a comma and a word such as “while” keep from other matters.

        The other side speaks of other indicators, or begins with a noun of its own: “while allocations have not”.
        """
        for cut in joined(clause.text, self.language):
            head = Sentence(clause.text[:cut], clause.start)
            tail = Sentence(clause.text[cut:], clause.start + cut)
            mine, others = ({of.id for of in self.of(one, ())} | self._touched(one) for one in (head, tail))
            if end <= cut and (not mine & others if others else self._begins_anew(tail)):
                return head
            if start >= cut and mine and others and not mine & others:
                return tail
        return clause

    def _begins_anew(self, clause: Sentence) -> bool:
        """Return whether what stands behind the first word of a clause is a noun, and not such as “in the north”."""
        text, small, plain = bare(clause.text), small_words(self.language), plain_words(self.language)
        found = words(text[opening(text, self.language) :])[:2]
        nouns = [len(word.text) >= LONG and word.text not in small for word in found]
        if nouns[:1] == [True]:
            return True
        # An article may stand before it.
        other = any(plain[name].end(found, 0) for name in ("within", "places", "denied", "only", "of"))
        return nouns == [False, True] and len(found[0].text) < LONG and not other

    def collected(self, clause: Sentence, start: int, end: int) -> Indicator | None:
        """Return what counts a list, or queue, that alone is spoken of: “the list grew”, of “households on the list”.

        ``start`` and ``end`` are where the words for its growth stand.
        """
        found = Around(self.timeless(clause), start, end, frozenset(), small_words(self.language))
        said = [word for word in found.words if found.is_long(word)]
        if not said or not found.has(plain_words(self.language)["collections"]):
            return None
        texts = [word.text for word in said]
        known = [name for name in self.every if self.has_all(name, texts)]
        of = self._indicators[known[0]] if len(known) == 1 else None
        return of if of and of.latest and of.latest.unit.kind is UnitKind.COUNT else None

    def carried(self, before: Sentence | None, clause: Sentence, start: int, end: int) -> Indicator | None:
        """Return what “It has doubled” speaks of: the indicator of the sentence before, which has no other subject."""
        small = small_words(self.language)
        rest = Around(bare(clause.text), start, end, frozenset(), small)
        if before is None or any(rest.is_long(word) for word in rest.words):
            return None
        of = self.only(before, ())
        if not of:
            return None
        text = bare(before.text)
        spans = [found.span() for found in _ways_said(self.language).finditer(text)]
        for begin, stop in (*spans, *((one.start, one.end) for one in grammar(self.language).phrases(text))):
            text = text[:begin] + " " * (stop - begin) + text[stop:]
        return None if Around(text, 0, 0, self.words_of(of), small).strange else of

    def says_most(self, of: Indicator, clause: Sentence) -> bool:
        """Return whether a clause says all that is bold in the label of an indicator, or two of its words."""
        said = _texts(clause) - small_words(self.language)
        label = texts_of(of.name)
        own = [word for word in said if len(word) >= LONG and is_said(word, label)]
        bold = _bold(of)
        return len(own) > 1 or (bool(bold) and all(is_said(word, said) for word in bold)) or _says_begin(of, clause)

    def says_all_bold(self, of: Indicator, clause: Sentence) -> bool:
        """Return whether a clause says all that is bold in the label of an indicator."""
        bold = _bold(of)
        return bool(bold) and all(is_said(word, _texts(clause)) for word in bold)

    def counted_first(self, clause: Sentence, shown: Collection[str], end: int) -> Indicator | None:
        """Return the only indicator shown whose label begins with the noun behind “More”, which ends at ``end``.

        A long bold word of its label is said as well, at most one word is strange, and no other indicator is touched.
        """
        small = small_words(self.language)
        around = Around(bare(clause.text), 0, end, frozenset(), small)
        found: list[Indicator] = []
        for name in (name for name in shown if name not in self.names.totals):
            of = self._indicators[name]
            label = [word.text for word in words(of.name) if len(word.text) >= LONG and word.text not in small]
            noun = around.behind[:1]
            said = [word.text for word in around.behind[1:] if self.is_bold(word.text, of)]
            rest = [word for word in around.behind if not is_said(word.text, self.words_of(of))]
            if label and noun and is_said(noun[0].text, label[:1]) and said and len(rest) <= 1:
                found.append(of)
        return found[0] if len(found) == 1 and self._touched(clause) <= {found[0].id} else None

    def counted_within(self, clause: Sentence, shown: Collection[str], end: int) -> Indicator | None:
        """Return the only indicator shown whose label begins with the noun behind a “more” amid a clause.

        All that is bold in it is said as well, and no more than one word that it has not.
        """
        text, small = bare(clause.text), small_words(self.language)
        around = Around(text, 0, end, frozenset(), small)
        found: list[Indicator] = []
        for name in (name for name in shown if name not in self.names.totals):
            of = self._indicators[name]
            label = [word.text for word in words(of.name) if len(word.text) >= LONG and word.text not in small]
            strange = Around(text, 0, 0, self.words_of(of), small).strange
            noun = around.behind[:1]
            if label and noun and is_said(noun[0].text, label[:1]) and self.says_all_bold(of, clause):
                found += [of] if len(strange) <= 1 else []
        return found[0] if len(found) == 1 and self._touched(clause) <= {found[0].id} else None

    def denies_more(self, of: Indicator, text: str) -> bool:
        """Return whether a label has a “no” that a text has not: homes that have heating are not those without."""
        negative = plain_words(self.language)["negative"]
        label, said = (Around(one, 0, 0, frozenset(), frozenset()) for one in (of.name, bare(text)))
        return label.has(negative) and not said.has(negative)

    def has_all(self, name: str, said: Collection[str]) -> bool:
        known = self.words_of(self._indicators[name])
        return all(is_said(word, known) for word in said)

    @cached_property
    def every(self) -> tuple[str, ...]:
        """The indicators that are no totals."""
        return tuple(name for name in self._indicators if name not in self.names.totals)

    def _touched(self, clause: Sentence) -> frozenset[str]:
        """Return the indicators of which a clause has a word that no other has; small words are none."""
        said = words_of(bare(clause.text)) - small_words(self.language)
        return self.names.touched_by(said) - self.names.totals

    def _referred(self, clause: Sentence) -> Iterator[str]:
        return (name for name, field in clause.references if name in self._indicators and field != "of")

    def _certain(self, name: str, clause: Sentence) -> bool:
        """Return whether one of the bold words of a label is said; of one without any that is enough."""
        bold = _bold(self._indicators[name])
        return not bold or any(is_said(word, _texts(clause)) for word in bold)

    def _marked(self, clause: Sentence) -> Iterator[str]:
        """Yield the indicators of which all that is bold is said, and no other label has it."""
        said = _texts(clause)
        return (name for name, marks in self._marks.items() if all(is_said(word, said) for word in marks))

    @cached_property
    def _marks(self) -> Mapping[str, frozenset[str]]:
        """The bold words of each label, or the only one it has, where no other label has all of them."""
        labels = {name: texts_of(of.name) for name, of in self._indicators.items()}
        marks = {
            name: _bold(of) or (labels[name] if len(labels[name]) == 1 else frozenset())
            for name, of in self._indicators.items()
        }
        return {
            name: own
            for name, own in marks.items()
            if own and not any(own <= label for other, label in labels.items() if other != name)
        }

    def is_bold(self, word: str, of: Indicator) -> bool:
        """Return whether a word is one of the bold ones in the label of an indicator."""
        return is_said(word, _bold(of))

    def marks_of(self, of: Indicator) -> frozenset[str]:
        """Return the words that set an indicator apart: those of its name, and the bold ones of its label, or all."""
        return texts_of(of.id.replace("-", " ")) | (_bold(of) or texts_of(of.name))

    def whole_of(self, of: Indicator, small: frozenset[str]) -> frozenset[str]:
        """Return the words for what a share of an indicator is one of: its total, or what its label begins with."""
        whole = self._indicators.get(self.totals.get(of.id, ""))
        if whole:
            return texts_of(whole.name)
        before = "".join(run.text for run in takewhile(lambda run: not run.bold, of.label))
        for label in (before, of.name):
            long = [word.text for word in words(label) if len(word.text) >= LONG and word.text not in small]
            if long:
                return frozenset(long if label == before else long[:1])
        return frozenset()

    def counted_by(self, of: Indicator) -> frozenset[str]:
        """Return what the total of an indicator counts: the words its label begins with, “villages” of those “without”.

        Of a total that is no indicator it is what is not bold in the label of that one.
        """
        small = small_words(self.language)
        whole = self._indicators.get(self.totals.get(of.id, ""))
        if not whole:
            return self.whole_of(of, small)
        label = [word.text for word in words(whole.name)]
        return frozenset(takewhile(lambda word: word not in small, dropwhile(lambda word: word in small, label)))

    def counts(self, of: Indicator, behind: Sequence[str], text: str) -> bool:
        """Return whether what stands ``behind`` a number is what the total of an indicator counts, and more is said.

        That is what is bold in its label, or the first word of it that means something, or two others.
        """
        small, whole = small_words(self.language), self.counted_by(of)
        noun = next((word for word in behind[:3] if len(word) >= LONG and word not in small), "")
        if not any(counts_as(noun, word, self.language) for word in whole):
            return False
        said = _texts(Sentence(text, 0)) - small
        label = [word.text for word in words(of.name) if len(word.text) >= LONG and word.text not in small]
        own = [word for word in label if is_said(word, said) and not is_said(word, whole)]
        return any(word in _bold(of) or word == label[0] for word in own) or len(own) > 1

    def words_of(self, of: Indicator) -> frozenset[str]:
        """Return the words of an indicator: those of its name, of its label, and of that of its total."""
        known = self._words.get(of.id)
        if known is None:
            whole = self._indicators.get(self.totals.get(of.id, ""))
            labels = (of.id.replace("-", " "), of.name, plain(of.short), whole.name if whole else "", *of.periods)
            known = self._words[of.id] = frozenset[str]().union(*map(texts_of, labels))
        return known

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The words of the indicators that were asked for."""
        return {}


@cache
def _ways_said(language: str) -> re.Pattern[str]:
    lists = phrases(language)[1]
    listed = [one for name in ("said-risen", "said-fallen", "said-unchanged") for one in lists[name] if "…" not in one]
    return re.compile(rf"(?<!\w)(?i:{either(listed)})(?!\w)")


def years(text: str) -> frozenset[str]:
    """Return the years in a text."""
    return frozenset(_YEAR.findall(bare(text)))


def spanned(text: str, of: Indicator, lists: Mapping[str, tuple[str, ...]], language: str) -> str | None:
    """Return a text without the “three years” that lie between the figures of an indicator, as long as it was.

    None if it speaks of another number of years.
    """
    found = _years_in(language, lists["years-ago"]).search(text)
    if found is None or not of.figures:
        return text
    ends = [years(figure.period) for figure in (of.figures[0], of.figures[-1])]
    if any(len(end) != 1 for end in ends):
        return text
    first, last = (int(year) for end in ends for year in end)
    if said_number(found["number"], language) != last - first:
        return None
    return text[: found.start()] + " " * len(found[0]) + text[found.end() :]


@cache
def _years_in(language: str, ago: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of a number of years."""
    called = {found[1] for one in ago if (found := re.search(r"\{n\} (\w+)", one))}
    return re.compile(rf"(?<!\w)(?P<number>(?i:{either(number_words(language))})|\d\d?)\s+(?:{either(called)})(?!\w)")


def _says_begin(of: Indicator, clause: Sentence) -> bool:
    """Return whether a clause says what stands before the bold words: “convicted again” of those “within two years”."""
    begin = "".join(run.text for run in takewhile(lambda run: not run.bold, of.label)).strip().casefold()
    return " " in begin and len(begin) > _BEGIN and begin in " ".join(clause.text.casefold().split())


def _texts(clause: Sentence) -> frozenset[str]:
    return texts_of(bare(clause.text))


def _has_bold(of: Indicator) -> bool:
    return any(run.bold for run in of.label)


def _bold(of: Indicator) -> frozenset[str]:
    """Return the words of a label that are bold, the long ones if there are any."""
    found = {word.text for run in of.label if run.bold for word in words(run.text)}
    return frozenset(word for word in found if len(word) >= LONG) or frozenset(found)
