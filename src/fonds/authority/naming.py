"""Whom a name that is asked for may mean: "Fidel Castro" is "Castro" and "F. Castro", not "Raul Castro".

A name is compared by its words. One may be the other where all words of the shorter stand, in order, in the longer, and
the surname is in both; an initial stands for any name that begins so, a name for its other transliterations.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from fonds.authority.spelling import fold
from fonds.discovery.spellings import sound

_DATA: Final[dict[str, list[str]]] = tomllib.loads(files(__package__).joinpath("naming.toml").read_text("utf-8"))
_TITLES: Final = frozenset(_DATA["titles"])
_GENERATIONS: Final = frozenset(_DATA["generations"])
_BODIES: Final = frozenset(_DATA["bodies"])
_ASIDE: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]|[“\"][^”\"]*[”\"]")
_HOLDER: Final = re.compile(r"\(([^()]+)\)")
_NO_PERSON: Final = _BODIES | {"of", "in", "at", "for", "to"}
_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_LONGEST: Final = 200
"""Characters of a name that are looked at."""


class Name(Struct, frozen=True):
    """A name by its words, as they are compared: the given names first, initials as one letter.

    `is_body`: of a body, or an office without a name; then no part of it stands for it.
    """

    words: tuple[str, ...]
    is_body: bool

    @property
    def full_words(self) -> tuple[str, ...]:
        """The words that are no initials, each once: one of them is what the name is looked for by."""
        return tuple(dict.fromkeys(word for word in self.words if len(word) > 1)) or self.words[:1]


@lru_cache(maxsize=65_536)
def parse_name(name: str) -> Name:
    """The words of a printed name ("Premier F. Castro"), or of a listed one ("Castro Ruz, Fidel").

    Titles are left out where anything else is there, and an office for who held it ("the Consul at Orlec (Fenn)"). A
    name without a word has none.
    """
    folded = fold(name[:_LONGEST])
    parsed = _parsed(_ASIDE.sub(" ", folded))
    aside = _HOLDER.search(folded) if parsed.is_body and _BODIES.isdisjoint(parsed.words) else None
    return _parsed(aside[1]) if aside else parsed


def _parsed(folded: str) -> Name:
    words = _in_order(folded)
    proper = [word for at, word in enumerate(words) if word not in _TITLES and not _joins_titles(words, at)]
    person = [word for word in proper if word not in _GENERATIONS]
    if not person or not _NO_PERSON.isdisjoint(person):
        return Name(tuple(word for word in words if word != "the"), is_body=True)
    return Name(tuple(sound(word) or word for word in person), is_body=False)


def _in_order(name: str) -> list[str]:
    """The words, the given names of a listed name before its surname; what else follows commas is left out."""
    last, *others = map(_words, name.split(","))
    given = others[0] if others else []
    is_listed = given and not _TITLES.issuperset(given) and _BODIES.isdisjoint(last)
    return [*given, *last] if is_listed else last


def _words(part: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(part)]


def _joins_titles(words: list[str], at: int) -> bool:
    """Whether this is the "of" of "Secretary of State"."""
    following = [word for word in words[at + 1 :] if word != "the"][:1]
    return words[at] == "of" and at > 0 and words[at - 1] in _TITLES and not _TITLES.isdisjoint(following)


def may_be(asked: Name, found: Name) -> bool:
    """Whether somebody of the name that was found may be whom was asked for.

    >>> fidel = parse_name("Fidel Castro")
    >>> [may_be(fidel, parse_name(found)) for found in ("F. Castro", "Premier Castro", "R. Castro")]
    [True, True, False]
    """
    if asked.is_body or found.is_body:
        is_part = not _BODIES.isdisjoint(asked.words) and _stand_in(asked.words, found.words)
        return asked.is_body and found.is_body and (is_part or asked.words == found.words)
    if not asked.words or not found.words:
        return False
    shorter, longer = sorted((asked.words, found.words), key=len)
    return _stand_in(shorter, longer) and _surname(shorter) in longer and not _is_given(shorter, longer)


def _surname(words: tuple[str, ...]) -> str:
    """The family name; in Chinese and Korean names, whose given name has a hyphen, it comes first."""
    return words[0] if "-" in words[-1] else words[-1]


def _is_given(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a single word is but the given name of the other."""
    if len(shorter) > 1 or len(longer) == 1 or shorter[0] == _surname(longer):
        return False
    return shorter[0] == longer[0] or "-" in longer[-1]


def _stand_in(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the words stand in the others, in the same order; initials only where the words before them do too."""
    reached = 0
    for at, word in enumerate(shorter):
        places = (place for place in range(reached, len(longer)) if _same(word, longer[place], aligned=place == at))
        place = next(places, None)
        if place is None:
            return False
        reached = place + 1
    return bool(shorter)


def _same(one: str, other: str, *, aligned: bool) -> bool:
    """Whether the words are one; an initial is any word that begins so, where both stand at the same place."""
    if 1 in {len(one), len(other)}:
        return aligned and one[0] == other[0]
    return one == other
