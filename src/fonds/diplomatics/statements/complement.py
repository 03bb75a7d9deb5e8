"""What the finders of contents have in common: where a complement hangs, and who is spoken to before it."""

from __future__ import annotations

from collections.abc import Callable

from fonds.diplomatics.statements.lexicon import Entry, lexicon
from fonds.diplomatics.statements.tree import OBJECTS, Tree, Word
from fonds.record import Attitude

VERB_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
QUESTION_WORDS = {"how", "why", "what", "which", "who", "whom", "where", "when", "whose", "whatever", "whether", "if"}
EMPTY = {"it", "this", "that", "these", "those", "him", "her", "them", "me", "us", "himself", "herself", "themselves",
         "itself", "what", "which", "who", "whom", "same", "so", "something", "anything", "nothing", "one"}  # fmt: skip

Found = tuple[int, Attitude, int | None] | None
"""Where a content starts, its attitude, and the place of a hearer who stands between cue and content."""
Finder = Callable[[Tree, Word, Entry, int], Found]


def governor(tree: Tree, word: Word) -> Word:
    """What governs the content: the copula of an adjective, where the parser hangs the complement on it; the noun of
    which it took "had" for an auxiliary ("had in mind need for it")."""
    head = tree.head(word)
    if word.dep == "aux" and head is not None and head.tag[:2] == "NN":
        return head
    if word.dep in {"acomp", "oprd"} and head is not None and head.at < word.at:
        return head
    return word


def complements(tree: Tree, word: Word, *deps: str) -> list[Word]:
    return tree.children(word, *deps) + [
        child for child in tree.children(governor(tree, word), *deps) if child.at > word.at and child.head != word.at
    ]


def hearer_between(tree: Tree, word: Word, entry: Entry, start: int) -> int | None:
    """The place of the person spoken to, between the verb and the content that starts at `start`."""
    if entry.hearer in {"none", "particle", "accused"}:
        return None
    for child in tree.children(word, *OBJECTS, "nsubj"):
        if word.at < child.at < start and entry.hearer in {"object", "of"} and child.tag[:2] in {"PR", "NN"}:
            return child.at
    for prep in tree.children(word, "prep", "dative"):
        pobj = tree.child(prep, "pobj")
        if (
            prep.lower in {"to", "with", "for", "of"}
            and prep.lower in {entry.hearer, "to"}
            and pobj is not None
            and pobj.tag != "JJS"  # "said to the best of his knowledge"
            and prep.at < start
        ):
            return pobj.at
    return None


def is_before(word: Word, head: Word) -> bool:
    words = lexicon()
    lemma = words.verb(head.lower)
    if lemma in words.lists["before given"] and words.verb(word.lower) in words.lists["before given_to"]:
        return True
    near = 0 < word.at - head.at < 5
    return near and lemma in words.lists["before verbs"] and words.verb(word.lower) not in {"be", "have"}
