"""How sure a statement is: a logistic regression over traits of how it is told.

The weights in `confidence.toml` are fitted by `benchmarks/confidence.py` to statements of hand-marked documents; of
others that were found with 0.8, about four in five have the right chain.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from math import exp

from fonds.diplomatics.statements.cue import UNNAMED, Cue
from fonds.diplomatics.statements.tree import FINITE, Tree, Word

_PRONOUNS = {
    "he": "he", "she": "he", "his": "he", "her": "he", "him": "he", "they": "they", "their": "they", "them": "they",
    "we": "we", "our": "we", "us": "we", "i": "I", "my": "I", "me": "I", "it": "it", "its": "it", "you": "you",
}  # fmt: skip
SHORT = 3
"""Words."""


def confidence(traits: Iterator[str]) -> float:
    """Between 0 and 1: how likely it is that a statement is one, and that its whole chain is right."""
    weights = _weights()
    return round(1 / (1 + exp(-sum(weights.get(trait, 0.0) for trait in traits))), 2)


def traits(
    tree: Tree, cue: Cue | None, chain: tuple[str, ...], content: tuple[int, int], *, is_press: bool
) -> Iterator[str]:
    """What is known of a statement that tells how sure it is, as the weights name it."""
    genre = "press" if is_press else "papers"
    how = _complement(cue)
    who = "nobody" if UNNAMED in chain else _source(tree, cue)
    yield from (genre, how, f"by {who}", f"{genre}: by {who}", f"{min(len(chain), 3)} sources")
    words = tree.words[content[0] : content[1] + 1]
    if len(words) < SHORT:
        yield "short"
    if not any(word.tag in FINITE for word in words):
        yield "no verb with tense"
    if cue is not None and cue.negated:
        yield "negated"


def _complement(cue: Cue | None) -> str:
    if cue is None:
        return "no cue"
    return "noun" if cue.noun else "beside" if cue.beside else cue.frame


def _source(tree: Tree, cue: Cue | None) -> str:
    if cue is None or cue.source is None:
        return "nobody in the sentence"
    word: Word = tree[cue.source]
    if word.lower in _PRONOUNS and word.text != "US":
        return _PRONOUNS[word.lower]
    return "name" if word.tag[:3] == "NNP" else "noun"


@cache
def _weights() -> dict[str, float]:
    data = tomllib.loads(resources.files(__package__).joinpath("confidence.toml").read_text("utf-8"))
    weights: dict[str, float] = data["weights"]
    return weights
