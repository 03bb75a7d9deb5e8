"""Contents that stand after "be": "what they wanted was to come", "all he feared was that they came"."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.clauses import entries
from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import Entry
from fonds.diplomatics.statements.spans import content_end, trim
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.record import Attitude

_BE = {"is", "was", "are", "were"}
_OPENERS = {"what", "all"}
_NOUNS = {"all", "thing", "things", "point", "points"}
_OF_PHRASES = ("object", "small", "infinitive", "gerund", "as")
"""Complements of verbs after which a noun phrase may be the content."""


def cleft_cues(tree: Tree) -> Iterator[Cue]:
    """The verbs in clauses that are the subject of "be", where what follows on it is their content."""
    for verb in tree:
        predicate = _predicate(tree, verb)
        found = next(entries(tree, verb), None) if predicate is not None else None
        if predicate is not None and found is not None:
            cue = _cue(tree, verb, found, predicate)
            if cue is not None:
                yield cue


def _predicate(tree: Tree, verb: Word) -> Word | None:
    """What the clause of a verb is the subject of."""
    head = tree.head(verb)
    if head is None or tree.is_passive(verb):
        return None
    if verb.dep == "csubj" and tree.lower(tree.left(verb)) in _OPENERS:
        return head
    is_of_noun = verb.dep == "relcl" and head.lower in _NOUNS and head.dep == "nsubj"
    return tree.head(head) if is_of_noun else None


def _cue(tree: Tree, verb: Word, found: tuple[Entry, int], predicate: Word) -> Cue | None:
    entry, last = found
    subject, be = tree.child(verb, "nsubj"), tree.right(verb) + 1
    attitude = _attitude(tree, entry, predicate, be)
    if subject is None or attitude is None or tree.lower(be) not in _BE or tree.lower(be + 1) == "not":
        return None
    span = trim(tree, be + 1 + (tree.lower(be + 1) == "that"), content_end(tree, predicate, be + 1))
    return span and Cue(verb.at, (verb.at, last), subject.at, span, attitude, "clause", negated=tree.is_negated(verb))


def _attitude(tree: Tree, entry: Entry, predicate: Word, be: int) -> Attitude | None:
    """What the content says of the attitude; None where it is none, "what he said was wrong"."""
    clause = next((child for child in tree.children(predicate, "ccomp") if child.at > be), None)
    if predicate.at == be and clause is not None and tree.is_finite(clause):
        return entry.takes.get("clause")
    is_phrase = tree.child(predicate, "attr", "xcomp") is not None if predicate.at == be else predicate.tag == "VBG"
    kinds = [kind for kind in _OF_PHRASES if kind in entry.takes]
    attitude = entry.takes[kinds[0]] if kinds else None
    return attitude if is_phrase and attitude != "say" else None
