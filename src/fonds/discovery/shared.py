"""What two documents share, word by word: stretches of words that both have, and how rare these are."""

from __future__ import annotations

import math
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
_SHOWN: Final = 160
"""Characters shown of a stretch."""

_TRIED: Final = 300
"""Places of a long stretch at which rare words are looked for."""

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
    def _grams(self) -> list[tuple[str, ...]]:
        """The words that stand together at each place, as many as a stretch has at least."""
        return list(zip(*(self.words[skip:] for skip in range(LEAST)), strict=False))

    @cached_property
    def _places(self) -> dict[tuple[str, ...], int]:
        """Each of them -> where it stands first."""
        return {gram: at for at, gram in reversed(list(enumerate(self._grams)))}

    def runs(self, other: Worded) -> Iterator[Run]:
        """The longest stretches of words that the other has too, in its order, none within another."""
        places, reached = self._places, 0
        for at, gram in enumerate(other._grams):
            if gram in places and at >= reached:
                start = places[gram]
                length = LEAST + _alike(self.words, start + LEAST, other.words, at + LEAST)
                reached = at + length
                yield Run(start, at, length)

    def _stretch(self, number: int) -> tuple[int, int]:
        """Where a word stands among the folded ones: behind all that is left when those before it are split off."""
        start = len(self._folded.words) - len(self._folded.words.split(None, number)[-1])
        return start, start + len(self.words[number])

    def passage(self, first: int, length: int) -> Passage:
        """A stretch as printed, in its context."""
        start, _ = self._folded.span(*self._stretch(first))
        _, end = self._folded.span(*self._stretch(first + length - 1))
        if end - start > _SHOWN:
            end = start + max(1, self.text.rfind(" ", start, start + _SHOWN) - start)
        before, after = self.text[max(0, start - _CONTEXT) : start], self.text[end : end + _CONTEXT]
        left = (before.partition(" ")[2] if start > _CONTEXT else before).lstrip()
        right = after.rpartition(" ")[0] if end + _CONTEXT < len(self.text) else after
        return Passage(f"{left}{self.text[start:end]}{right}", len(left), len(left) + end - start)


def _alike(words: list[str], at: int, others: list[str], there: int) -> int:
    """How many words are the same from two places on."""
    longest = min(len(words) - at, len(others) - there)
    return next((ahead for ahead in range(longest) if words[at + ahead] != others[there + ahead]), longest)


def weight(words: list[str], rarity: Rarity) -> float:
    """How rare some words are together."""
    return sum(map(rarity, words))


def rarest(words: list[str], rarity: Rarity) -> list[str]:
    """The stretch of some words that is rare among all that are of the length counted."""
    if len(words) <= _COUNTED:
        return words
    stretches = [words[at : at + _COUNTED] for at in range(len(words) - _COUNTED + 1)]
    return max(stretches[:_TRIED], key=lambda stretch: weight(stretch, rarity))


def rarity_of(frequency: Callable[[str], int], documents: int) -> Rarity:
    """What tells how rare a word is, from the number of documents that have it."""
    return lambda word: math.log((1 + documents) / (1 + frequency(word)))
