"""Texts folded as the index folds words, so that what it found can be pointed at in the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from fonds.discovery.schema import FOLDED

_ASCII: Final = bytes(range(128))
_PLAIN: Final = bytes(byte if byte > 127 or chr(byte).isalnum() else ord(" ") for byte in range(256)).lower()
"""Each byte of UTF-8: small letters for capitals, spaces for what is no part of a word; others as they are."""


class Folded(Struct, frozen=True):
    """A text as the index reads it: its words folded, all else spaces.

    `offsets` tells for each character of `words` where the character that it comes from stands in the text.
    """

    words: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `words`, of at least one character, stands in the text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    """The text with capitals and accents gone; most texts keep the length of every word, and cost little."""
    encoded = text.encode()
    folds = {character: _fold(character) for character in set(encoded.translate(None, _ASCII).decode())}
    text = encoded.translate(_PLAIN).decode()  # before the others, of which some become capitals or signs in the index
    offsets: Sequence[int] = range(len(text))
    if all(len(folded) == 1 for folded in folds.values()):
        for character, folded in folds.items():
            text = text.replace(character, folded)
    else:
        offsets = [offset for offset, character in enumerate(text) for _ in folds.get(character, character)]
        text = "".join(folds.get(character, character) for character in text)
    return Folded(text, offsets)


@lru_cache(maxsize=65536)
def _fold(character: str) -> str:
    """What the index makes of the character: a letter, several (ß is ss), or nothing that belongs to a word."""
    return "".join(FOLDED.analyze(character)) or " "
