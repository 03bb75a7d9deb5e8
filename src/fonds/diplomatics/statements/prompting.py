"""Telegraphic style leaves out "that" and articles, and the parser loses its way: it is prompted with a "that".

"I replied sentence he had quoted did not appear" is parsed anew as "I replied that sentence he had quoted …".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.passages import Sentence
from fonds.diplomatics.statements.tree import Tree, Word

_OPENS_CLAUSE = {"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "EX", "VBG"}
_SUBORDINATE = {":", ";", "since", "because", "when", "although", "though", "while", "if", "which", "who", "that"}
_HEARERS = {"me", "us", "him", "them", "her", "you"}
_NEVER = {"that", "so", "yes", "no", "not", "it"}


def prompted(sentence: Sentence, tree: Tree, cues: Iterable[Cue]) -> Sentence | None:
    """The sentence with "that" after each verb of telling in which no cue was found; None where there is none."""
    known = {at for cue in cues for at in range(cue.words[0], cue.words[1] + 1)}
    if _leaves_out_author(tree, known):
        return _with_author(sentence, tree)
    places = [tree[at].end for at in _places(tree, known)]
    return _with_that(sentence, places) if places else None


def _leaves_out_author(tree: Tree, known: set[int]) -> bool:
    """ "Believe Embassy should reply": a verb at the head that the parser takes for a name."""
    first = tree.lower(0)
    is_verb = lexicon().verb(first) == first and first in lexicon().lists["telling unspoken"]
    return is_verb and 0 not in known and _opens_clause(tree, 1)


def _with_author(sentence: Sentence, tree: Tree) -> Sentence:
    """The sentence with "I" before it and "that" after its first word."""
    end = tree[0].end
    words = f"I {sentence.words[:1].lower()}{sentence.words[1:end]} that{sentence.words[end:]}"
    first, last = sentence.offsets[0], sentence.offsets[end - 1]
    offsets = (first, first, *sentence.offsets[:end], *[last] * len(" that"), *sentence.offsets[end:])
    return Sentence(sentence.start, sentence.end, words, offsets, sentence.paragraph)


def _places(tree: Tree, known: set[int]) -> Iterator[int]:
    """The words after which a "that" may have been left out."""
    for word in tree:
        if word.at not in known and _may_tell(word):
            last = _last_before_clause(tree, word)
            if _opens_clause(tree, last + 1):
                yield last


def _may_tell(word: Word) -> bool:
    lemma = lexicon().verb(word.lower)
    return word.tag[:2] == "VB" and lemma in lexicon().lists["telling prompted"] and word.dep not in {"amod", "aux"}


def _last_before_clause(tree: Tree, word: Word) -> int:
    """The last place of the verb with the adverbs and the hearer after it."""
    last = word.at
    takes_hearer = lexicon().verbs[lexicon().verb(word.lower) or ""].hearer == "object"
    while last + 1 < len(tree) and (
        (tree[last + 1].tag == "RB" and tree.lower(last + 1).endswith("ly"))
        or (takes_hearer and tree.lower(last + 1) in _HEARERS)
    ):
        last += 1
    return last


def _opens_clause(tree: Tree, at: int) -> bool:
    if at + 2 >= len(tree) or tree[at].tag not in _OPENS_CLAUSE or tree[at].lower in _NEVER | _HEARERS - {"her", "you"}:
        return False
    if tree[at + 1].dep == "punct" or tree[at + 1].tag in {",", ".", ":"}:
        return False
    clause = takewhile(lambda word: word.lower not in _SUBORDINATE, tree.words[at + 1 :])
    return any(word.tag[:2] in {"VB", "MD"} for word in clause)


def _with_that(sentence: Sentence, places: list[int]) -> Sentence:
    """The sentence with " that" in these places; its characters have the offset of the one before them."""
    words, offsets = sentence.words, sentence.offsets
    for at in reversed(places):
        words = f"{words[:at]} that{words[at:]}"
        offsets = (*offsets[:at], *[offsets[at - 1]] * len(" that"), *offsets[at:])
    return Sentence(sentence.start, sentence.end, words, offsets, sentence.paragraph)
