"""The words of a sentence for a change, a share or a rest, of which no figure of its slide is one."""

from collections.abc import Iterator

from deckgen.checks._clauses import clauses
from deckgen.checks._comparatives import may_compare
from deckgen.checks._directions import changes
from deckgen.checks._evidence import Evidence
from deckgen.checks._multiples import may_begin_multiplied
from deckgen.checks._naming import Sentence
from deckgen.checks._sight import phrases
from deckgen.checks._speaking import Subjects
from deckgen.checks._spoken import Place, Spoken
from deckgen.checks._the_rest import may_have_rest, others_said
from deckgen.checks._unborne_parts import Quantities
from deckgen.checks._unborne_ways import so_long_ago, unborne_way
from deckgen.resolve.claims import Claims


def may_claim(text: str, language: str) -> bool:
    """Return whether a text may claim a change, a share or a rest: this is asked of every text."""
    if may_begin_multiplied(text, language) or may_have_rest(text, language) or may_compare(text, language):
        return True
    return changes(text, language)


def unborne(subjects: Subjects, claims: Claims, evidence: Evidence, sentence: Sentence) -> Iterator[Place]:
    """Yield where in a sentence words stand that no figure of its slide bears."""
    text, language = sentence.text, subjects.language
    if "|" in text or text.rstrip().endswith("?") or not may_claim(text, language):
        return
    # “Share of the helmets or falls counted” says what is measured.
    if phrases(claims.words.lists["share-of"]).match(text.lstrip("*_ ")) or _is_of_others(sentence, evidence, subjects):
        return
    for clause in clauses(sentence, language, lambda part: may_claim(part, language)):
        spoken = Spoken(subjects, claims, evidence, sentence, clause)
        found = None if spoken.is_of_another_time else _claimed(spoken) or _others(spoken)
        if found:
            offset = clause.start - sentence.start
            yield offset + found[0], offset + found[1]


def _is_of_others(sentence: Sentence, evidence: Evidence, subjects: Subjects) -> bool:
    """Return whether a sentence has to do with figures that are not those of the slide."""
    names = subjects.names
    touched = names.touched(sentence) | set(names.named(sentence))
    return bool(touched - names.totals - {of.id for of in evidence.figures})


def _claimed(spoken: Spoken) -> Place | None:
    """Return where a change or a share stands that no figure bears, if nothing leaves it open."""
    quantities = Quantities(spoken)
    found = quantities.unborne() if quantities else unborne_way(spoken)
    if not found:
        return so_long_ago(spoken)
    return None if spoken.leaves_open(found, share=quantities.is_share(found)) else found


def _others(spoken: Spoken) -> Place | None:
    """Return where a clause says how many others there are, if no figure leaves so many."""
    others = others_said(spoken.text, spoken.language) if may_have_rest(spoken.clause.text, spoken.language) else None
    return others[0].span() if others and spoken.evidence.denies_others(others[1]) else None
