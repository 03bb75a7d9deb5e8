"""Proper names that the tagger, trained on newspapers of today, takes for common nouns."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from fonds.diplomatics.statements.tree import SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import country_words, is_given_name, words_of

_WITHIN_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+[a-z]\b")
_WITH_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+[a-z]\b")
_TAKEN_FOR = {"NN", "NNS", "JJ", "VB", "VBP", "RB"}
_AS_NAME = {"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "compound", "appos"}


def proper_names(content: str) -> frozenset[str]:
    """The words of a text that stand with a capital within sentences, or twice elsewhere, and never without one."""
    small = set(re.findall(r"\b[a-z]+\b", content))
    known = words_of("months") | words_of("offices") | words_of("bodies") | country_words() | words_of("openers")
    counts = Counter(_WITH_CAPITAL.findall(content))
    often = (word for word, count in counts.items() if count > 1 and not word.endswith("s"))  # "Allies" are several
    return frozenset(word for word in (*_WITHIN_SENTENCE.findall(content), *often) if word.lower() not in small | known)


def with_names(tree: Tree, names: frozenset[str]) -> Tree:
    """The tree with those words tagged as proper names."""
    words = [replace(word, tag="NNP") if _is_name(word, names) else word for word in tree]
    words = [replace(word, dep="nsubj") if _is_lost_subject(tree, word) else word for word in words]
    words = [
        replace(word, tag="NNP", dep="compound", head=word.at + 1) if _is_given_name(tree, word) else word
        for word in words
    ]
    return tree if words == tree.words else Tree(tree.text, words)


def _is_given_name(tree: Tree, word: Word) -> bool:
    """ "Manager Will Castellan": a given name that is a verb elsewhere, before a surname."""
    after = tree.next(word)
    is_verb = word.tag in {"MD", "VB", "VBP", "VBD"} and word.text.istitle() and word.at > 0
    return is_verb and after is not None and after.tag == "NNP" and is_given_name(word.text, "men")


def _is_lost_subject(tree: Tree, word: Word) -> bool:
    """Whether a name right before a verb without a subject was taken for a part of the verb."""
    verb = tree.next(word)
    is_part = word.tag == "NNP" and word.dep == "compound" and verb is not None and word.head == verb.at
    return is_part and verb is not None and verb.tag in {"VBD", "VBZ", "VBP"} and tree.child(verb, *SUBJECTS) is None


def _is_name(word: Word, names: frozenset[str]) -> bool:
    return word.text in names and word.tag in _TAKEN_FOR and word.dep in _AS_NAME
