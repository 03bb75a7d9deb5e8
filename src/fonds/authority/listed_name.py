"""A name as lists print it, "Surname, Given M., Jr.", in the parts by which text may name the person."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from importlib.resources import files

from msgspec import Struct

from fonds.record import Agent

_WORDS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("titles.toml").read_text("utf-8"))
_RANKS = frozenset(_WORDS["ranks"])
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s*[“\"][^”\"]*[”\"]")
_OTHER_SPELLING = re.compile(r"[^,(]+\(([^)]*)\)")
_PARTICLES = frozenset(_WORDS["particles"])
_SHORTEST = 3

PLACES = frozenset(_WORDS["places"])
"""Surnames that are places or months at first sight."""

THINGS = frozenset(_WORDS["things"])
"""Words that make a name before them part of something else's name."""


class ListedName(Struct, frozen=True):
    """One way to name an agent: a surname, or a whole name without one, and the given names that may precede it."""

    agent: Agent
    surname: str
    given: tuple[str, ...]
    confidence: float

    def held(self, office: str) -> bool:
        """Whether the list says of the agent this office or rank."""
        return office in fold(self.agent.name) or office in fold(self.agent.description)


def fold(words: str) -> str:
    """The form in which names are compared: no difference of case, apostrophe or accent."""
    words = words.replace("’", "'").replace("‘", "'").casefold()
    if words.isascii():
        return words
    return "".join(sign for sign in unicodedata.normalize("NFD", words) if not unicodedata.combining(sign))


def listed_names(agent: Agent) -> list[ListedName]:
    """The ways in which text may name a listed agent.

    "Marlow, Edith R., Jr." gives the surname "marlow" with the given names "edith", "r.". A name without a comma is
    taken whole, and by its first and its last word, since either may be the family name. Other spellings in brackets
    count as well.
    """
    listed = fold(agent.name)
    surname, *others = [part.strip() for part in _ASIDE.sub("", listed).split(",")]
    spellings = [surname, *_spellings(listed, whole=not others)]
    words = [[word for word in spelling.split() if word not in _RANKS] for spelling in spellings]
    given = tuple(word.strip("().“”") for part in others for word in part.split() if word not in _RANKS)
    names = [ListedName(agent, " ".join(known), given, 0.9 if others else 1.0) for known in words if known]
    return names + [ListedName(agent, word, given, 0.7) for word in _short_forms(words, whole=not others)]


def _spellings(listed: str, *, whole: bool) -> list[str]:
    """What stands in brackets after a surname, or after a whole name."""
    aside = _OTHER_SPELLING.match(listed)
    found = [spelling.strip() for spelling in aside[1].split(",")] if aside else []
    return [spelling for spelling in found if whole == (" " in spelling)]


def _short_forms(names: list[list[str]], *, whole: bool) -> list[str]:
    """The first word of names of several, and the last word of whole names: either may stand alone."""
    several = [name for name in names if len(name) > 1]
    words = {name[0] for name in several} | ({name[-1] for name in several} if whole else set())
    return sorted(word for word in words if len(word) >= _SHORTEST and word not in _PARTICLES)


def same_given_name(printed: str, listed: str) -> bool:
    """Whether a printed given name can be the listed one: equal, its initial, or a short form ("Walt", "Walter")."""
    printed, listed = printed.rstrip("."), listed.rstrip(".")
    if len(printed) == 1 or len(listed) == 1:
        return len(printed) == 1 and listed.startswith(printed)
    short, long = sorted((printed, listed), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)
