"""A cue in a parsed sentence: the words that attribute, whose content it is, to whom it was said, and the content."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from fonds.record import Attitude

Frame = Literal[
    "clause", "question", "quotation", "infinitive", "order", "gerund", "object", "as", "small", "preposition"
]
UNNAMED = "unspecified"
"""The source of what is said in the passive with nobody named, or by a "they" who are none of those told of."""


MEETING = "meeting participants"
"""The source of what "it was agreed" says in the record of a meeting."""


class Cue(Struct, frozen=True):
    """Places of words, the last included.

    `source` is the head word of who it is said by: None where nobody is named in the clause. `encloses`: the cue stands
    within its own content ("This, he said, was all"). `beside`: it is a phrase beside it ("According to him, …").
    `participle`: a verb that goes on from another ("adding that …"). `unnamed`: somebody says it, and the words
    do not tell who ("Asked where he was, …"). `giver`: of a noun, who tells what another feels or promises, which
    is a statement of his own ("he conveyed the King's thanks").
    """

    head: int
    words: tuple[int, int]
    source: int | None
    content: tuple[int, int]
    attitude: Attitude
    frame: Frame
    hearers: tuple[int, ...] = ()
    negated: bool = False
    noun: bool = False
    encloses: bool = False
    beside: bool = False
    participle: bool = False
    unnamed: bool = False
    giver: int | None = None
