"""Parsed sentences as telegrams would have them: without articles, "that", "is", "to", each tree as that of the whole.

What a telegram leaves out is left out of the tree as well, so that the parser is shown how words hang together that
stand side by side: "Minister stated fleet would come" has the tree of "The Minister stated that the fleet would come".
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

ARTICLES = {"a", "an", "the"}
IS = {"is", "are", "was", "were"}
PRONOUNS = {"he", "i", "they", "it", "we", "she"}
PREPOSITIONS = {"to", "on", "for", "about", "in"}
SHORTEST = 4
"""Words: what has fewer when all is left out is no sentence to learn from."""
# fmt: off
NAMES = ("USSR", "UK", "GOI", "GOP", "FRG", "GDR", "UAR", "GVN", "HMG", "GRC", "NATO", "Department", "Embassy",
         "Minister", "Soviets", "Ambassador")
# fmt: on
"""What stands in telegrams for one noun in so many, `NAMED`."""
NAMED = 0.12


class Parse(NamedTuple):
    """A sentence with its tree: of each word the text, whether a space follows, tag, label and place of its head."""

    words: list[str]
    spaces: list[bool]
    tags: list[str]
    labels: list[str]
    heads: list[int]


class Draft:
    """A sentence from which words are being left out."""

    def __init__(self, parse: Parse) -> None:
        self.words, self.spaces = [*parse.words], [*parse.spaces]
        self.tags, self.labels, self.heads = [*parse.tags], [*parse.labels], [*parse.heads]
        self.lower = [word.lower() for word in self.words]
        self.gone: set[int] = set()

    def children(self, at: int) -> list[int]:
        """The places of the words that hang on one."""
        return [other for other, head in enumerate(self.heads) if head == at != other and other not in self.gone]

    def leave_out(self, at: int, heir: int | None = None, label: str = "") -> None:
        """A word is left out; an heir among its children, so labelled from now on, takes its place in the tree."""
        self.gone.add(at)
        if heir is not None:
            self.heads[heir], self.labels[heir] = self.heads[at], label
            for other in self.children(at):
                self.heads[other] = heir

    def finished(self) -> Parse | None:
        """What is left; None where it is too short, or hangs on what was left out."""
        kept = [at for at in range(len(self.words)) if at not in self.gone]
        if len(kept) < SHORTEST or any(self.heads[at] in self.gone for at in kept):
            return None
        place = {at: new for new, at in enumerate(kept)}
        words = [self.words[at] for at in kept]
        words[0] = words[0][:1].upper() + words[0][1:]
        return Parse(
            words,
            [self.spaces[at] for at in kept],
            [self.tags[at] for at in kept],
            [self.labels[at] for at in kept],
            [place[self.heads[at]] for at in kept],
        )


def _is_article(draft: Draft, at: int) -> bool:
    return draft.lower[at] in ARTICLES and draft.labels[at] == "det"


def _is_that(draft: Draft, at: int) -> bool:
    return draft.lower[at] == "that" and draft.labels[at] == "mark"


def _is_possessive(draft: Draft, at: int) -> bool:
    return draft.tags[at] == "PRP$" and draft.labels[at] == "poss"


def _is_auxiliary(draft: Draft, at: int) -> bool:
    return draft.labels[at] in {"aux", "auxpass"} and draft.lower[at] in IS | {"been", "be", "has", "have"}


def _is_pronoun(draft: Draft, at: int) -> bool:
    return draft.lower[at] in PRONOUNS and draft.labels[at] in {"nsubj", "nsubjpass"}


def _is_comma(draft: Draft, at: int) -> bool:
    return draft.words[at] == ","


def _is_to(draft: Draft, at: int) -> bool:
    return draft.tags[at] == "TO" and draft.labels[draft.heads[at]] in {"xcomp", "ccomp", "acl"}


LEAVES: tuple[tuple[Callable[[Draft, int], bool], tuple[float, ...]], ...] = (
    (_is_article, (1, 1, 0.8, 0.5)),
    (_is_that, (1, 1, 0.7)),
    (_is_possessive, (0, 0.5, 1)),
    (_is_auxiliary, (0, 0.2, 0.5)),
    (_is_pronoun, (0, 0.4)),
    (_is_comma, (0, 0.3)),
    (_is_to, (0, 0, 0.5)),
)
"""Words on which nothing hangs, and how often they are left out: a telegram keeps to one of the shares."""


def _heir_of_preposition(draft: Draft, at: int) -> tuple[int, str] | None:
    """ "Solution of the problem", "referred to the question": the noun that stands there without its preposition."""
    head, children = draft.heads[at], draft.children(at)
    if draft.labels[at] != "prep" or len(children) != 1 or not head < at < children[0]:
        return None
    noun = children[0]
    if draft.labels[noun] != "pobj" or draft.tags[noun][:2] != "NN":
        return None
    if draft.lower[at] == "of":
        return (noun, "nmod") if draft.tags[head][:2] == "NN" else None
    has_object = any(draft.labels[other] == "dobj" for other in draft.children(head))
    is_object = draft.lower[at] in PREPOSITIONS and draft.tags[head][:2] == "VB" and head == at - 1 and not has_object
    return (noun, "dobj") if is_object else None


def _heir_of_copula(draft: Draft, at: int) -> tuple[int, str] | None:
    """ "Said the situation was serious": what somebody or something is."""
    if draft.lower[at] not in IS or draft.labels[at] not in {"ccomp", "conj"}:
        return None
    children = draft.children(at)
    told = [other for other in children if draft.labels[other] in {"attr", "acomp"} and other > at]
    has_subject = any(draft.labels[other] == "nsubj" and other < at for other in children)
    return (told[0], draft.labels[at]) if len(told) == 1 and has_subject else None


BRANCHES: tuple[tuple[Callable[[Draft, int], tuple[int, str] | None], tuple[float, ...]], ...] = (
    (_heir_of_preposition, (0, 0, 0.25)),
    (_heir_of_copula, (0, 0, 0.5)),
)
"""Words in whose place a child of theirs is put, and how often."""


def telegraphic(parse: Parse, dice: Random) -> Parse | None:
    """A sentence as a telegram may have it; None where no sentence is left."""
    draft = Draft(parse)
    for is_left_out, shares in LEAVES:
        share = dice.choice(shares)
        for at in range(len(draft.words)):
            if dice.random() < share and is_left_out(draft, at) and not draft.children(at):
                draft.leave_out(at)
    for heir_of, shares in BRANCHES:
        share = dice.choice(shares)
        for at in range(len(draft.words)):
            heir = heir_of(draft, at) if dice.random() < share else None
            if heir is not None:
                draft.leave_out(at, *heir)
    _name(draft, dice)
    return draft.finished()


def _name(draft: Draft, dice: Random) -> None:
    """Put names as telegrams write them in the place of some nouns that stand alone."""
    for at, label in enumerate(draft.labels):
        is_noun = label in {"nsubj", "dobj", "pobj"} and draft.tags[at] in {"NN", "NNP"}
        if is_noun and dice.random() < NAMED and not draft.children(at):
            draft.words[at], draft.tags[at] = dice.choice(NAMES), "NNP"
