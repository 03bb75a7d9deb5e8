"""Names that are one name in several spellings: Alekseev, Alekseyev, Алексеев; Viet Nam, Vietnam."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("spellings.toml").read_text("utf-8"))
_ENDINGS: Final = tuple(_DATA["endings"])
CYRILLIC: Final = tuple(_DATA["cyrillic"])
"""The letters of Slavic languages that are known."""
_LATIN: Final = str.maketrans(_DATA["cyrillic"])
_SOUNDS: Final = tuple((re.compile(each["written"]), each["one"]) for each in _DATA["sounds"])
_DOUBLED: Final = re.compile(r"(.)\1")
_SHORTEST: Final = 4
"""Letters of a name that is compared by its sound; shorter ones have too many others that sound like them."""

Words = tuple[str, ...]


def _groups() -> dict[str, list[tuple[Words, ...]]]:
    """First word of a spelling -> the groups of spellings that have one beginning so."""
    found: dict[str, list[tuple[Words, ...]]] = {}
    for group in _DATA["groups"]:
        spellings = tuple(tuple(spelling.split()) for spelling in group)
        for first in dict.fromkeys(spelling[0] for spelling in spellings):
            found.setdefault(first, []).append(spellings)
    return found


_GROUPS: Final = _groups()


@lru_cache(maxsize=200_000)
def sound(word: str) -> str | None:
    """What all transliterations of a Slavic name have in common; None for a word that does not look like such a name.

    The word is in small letters without accents. The same sound does not mean the same name: only words that are
    known to be names should be taken for each other.
    """
    latin = word if word.isascii() else word.translate(_LATIN)
    if len(word) < _SHORTEST or not latin.isascii() or not latin.isalpha():
        return None
    is_cyrillic = latin != word
    return transliteration_key(word) if is_cyrillic or latin.endswith(_ENDINGS) else None


@lru_cache(maxsize=50_000)
def transliteration_key(name: str) -> str:
    """The same for a word that is known to be a name, whatever it looks like: one key for Sergei, Sergey and Сергей.

    Letters and groups that romanizations (ALA-LC, BGN/PCGN, GOST, French, German) write for one letter count as one.
    """
    key = name.translate(_LATIN)
    for written, one in _SOUNDS:
        key = written.sub(one, key)
    return _DOUBLED.sub(r"\1", key)


def other_spellings(words: Sequence[str]) -> Iterator[Words]:
    """The words with one name among them in another of its spellings, as the list of such names has them."""
    for at, word in enumerate(words):
        for group in _GROUPS.get(word, ()):
            held = [spelling for spelling in group if tuple(words[at : at + len(spelling)]) == spelling]
            if held:
                rest = at + max(map(len, held))
                yield from ((*words[:at], *other, *words[rest:]) for other in group if other not in held)
