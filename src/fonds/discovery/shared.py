"""What two documents share, word by word: stretches of words that both have, and how rare these are."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from msgspec import Struct

from fonds.discovery.folding import fold

LEAST: Final = 4
"""Words of the shortest stretch that is looked for."""
_LONGEST: Final = 20_000
"""Words of a document that are compared; a longer one is compared by its beginning."""
_COUNTED: Final = 8
"""Words of a long stretch by which the documents that have it are counted: its rarest ones that stand together."""
_CONTEXT: Final = 60
"""Characters shown on each side of a stretch."""
_SHOWN: Final = 300
"""Characters shown of a stretch."""

Rarity = Callable[[str], float]
"""Word -> how rare it is: the logarithm of one in so many documents."""


class Passage(Struct, frozen=True):
    """A stretch of words in its context, on one line: `text` from `start` to `end`."""

    text: str
    start: int
    end: int


class Run(Struct, frozen=True):
    """The same words in two documents: the number of the first word in each, and how many they are."""

    here: int
    there: int
    length: int


class Worded:
    """A document by its words, folded as the index has them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        self.words = self._folded.words.split()[:_LONGEST]

    @cached_property
    def _stretches(self) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer("[^ ]+", self._folded.words)]

    @cached_property
    def _places(self) -> dict[tuple[str, ...], int]:
        """Each stretch of the least length -> where it stands first."""
        found: dict[tuple[str, ...], int] = {}
        for at, words in enumerate(zip(*(self.words[skip:] for skip in range(LEAST)), strict=False)):
            found.setdefault(words, at)
        return found

    def runs(self, other: Worded) -> Iterator[Run]:
        """The longest stretches of words that the other has too, in its order, none within another."""
        places, mine, theirs = self._places, self.words, other.words
        at = 0
        while at <= len(theirs) - LEAST:
            start = places.get(tuple(theirs[at : at + LEAST]))
            length = 1 if start is None else LEAST
            while start is not None and mine[start + length :][:1] == theirs[at + length :][:1] != []:
                length += 1
            if start is not None:
                yield Run(start, at, length)
            at += length

    def passage(self, first: int, length: int) -> Passage:
        """A stretch as printed, in its context."""
        start, _ = self._folded.span(*self._stretches[first])
        _, end = self._folded.span(*self._stretches[first + length - 1])
        end = min(end, start + _SHOWN)
        before, after = self.text[max(0, start - _CONTEXT) : start], self.text[end : end + _CONTEXT]
        left = (before.partition(" ")[2] if start > _CONTEXT else before).lstrip()
        right = after.rpartition(" ")[0] if end + _CONTEXT < len(self.text) else after
        return Passage(f"{left}{self.text[start:end]}{right}", len(left), len(left) + end - start)


def weight(words: list[str], rarity: Rarity) -> float:
    """How rare some words are together."""
    return sum(map(rarity, words))


def rarest(words: list[str], rarity: Rarity) -> list[str]:
    """The stretch of some words that is rare among all that are of the length counted."""
    if len(words) <= _COUNTED:
        return words
    stretches = [words[at : at + _COUNTED] for at in range(len(words) - _COUNTED + 1)]
    return max(stretches[:_SHOWN], key=lambda stretch: weight(stretch, rarity))


def rarity_of(frequency: Callable[[str], int], documents: int) -> Rarity:
    """What tells how rare a word is, from the number of documents that have it."""
    return lambda word: math.log((1 + documents) / (1 + frequency(word)))
