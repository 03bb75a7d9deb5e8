"""Points that a sentence announces and gives itself: "Rask made two points: (1) it was late; (2) the ice was thin"."""

from __future__ import annotations

from collections.abc import Iterator

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.spans import trim
from fonds.diplomatics.statements.subjects import subject_of
from fonds.diplomatics.statements.tree import FINITE, Tree, Word
from fonds.record import Attitude

LONGEST_TOPIC = 12
"""Words between the points and the colon after them: "points on the harbor orally:"."""


def point_cues(tree: Tree) -> Iterator[Cue]:
    """The verbs that announce what stands after a colon in their own sentence."""
    for noun in tree:
        verb = tree[noun.head]
        if noun.lower not in lexicon().lists["telling points"] or not _are_made(verb, noun):
            continue
        colon, source = _colon_after(tree, noun), subject_of(tree, verb)
        content = trim(tree, colon + 1, len(tree) - 1) if colon is not None else None
        if (source is None and verb.at > 0) or content is None or not _are_given(tree, *content):
            continue
        attitude: Attitude = "ask" if noun.lower == "questions" else "say"
        yield Cue(verb.at, (verb.at, noun.at), source.at if source else None, content, attitude, "clause")


def _are_given(tree: Tree, start: int, end: int) -> bool:
    """Whether points follow, and no participles that tell of them: "(1) proposing a truce"."""
    return end > start + 1 and all(word.tag != "VBG" for word in tree.words[start : start + 4])


def _are_made(verb: Word, noun: Word) -> bool:
    is_past = verb.tag in {"VBD", "VBN", "VBG"}
    return noun.dep == "dobj" and is_past and lexicon().verb(verb.lower) in lexicon().lists["telling pointed"]


def _colon_after(tree: Tree, noun: Word) -> int | None:
    """The place of the colon after the points, before any verb with tense."""
    after = tree.words[noun.at + 1 : noun.at + LONGEST_TOPIC]
    end = next((word for word in after if word.text == ":" or word.tag in FINITE), None)
    return end.at if end is not None and end.text == ":" else None
