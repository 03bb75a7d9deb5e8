"""A name as lists print it, "Surname, Given M., Jr.", in the parts by which text may name the person."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

from fonds.authority.spelling import fold, spelling_key
from fonds.record import Agent

_WORDS: dict[str, Any] = tomllib.loads(files(__package__).joinpath("titles.toml").read_text("utf-8"))
_NICKNAMES: dict[str, list[str]] = _WORDS["nicknames"]
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]|\s*[“\"][^”\"]*[”\"]")
_OTHER_SPELLING = re.compile(r"[^,(]+\(([^)]*)\)")
_GIVEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_GIVEN_TOLD = re.compile(r"(?!See )(?:(?:[^\W\d_a-z][^\W\d_A-Z]+|[A-Z]\.) ?){1,5}(?=,)")
_INVERTED = re.compile(r"^([^\W\d_]+) ([^,()]*\b[a-z]\.)$")  # "Marlow Edith R.": the comma was left out
_PLAINLY = re.compile(
    r"(?: of the united states| of state)?(?: (?:from|until|to|since|through|after|before)\b.*| [\d(].*)?"
)
_CLAUSE = re.compile(r"[;,.]\s*(?:and\s+)?|\b(?:thereafter|then|later|formerly|and)\b,?\s*")
_SHORTEST = 3
_SHORT_FORM = 0.7

RANKS = frozenset(_WORDS["ranks"])
"""Parts of listed names that are neither surname nor given name."""

PLACES = frozenset(_WORDS["places"])
"""Surnames that are places, months or ordinary words at first sight."""

THINGS = frozenset(_WORDS["things"])
"""Words that make a name before them part of something else's name."""

TITLES = RANKS | frozenset(_WORDS["titles"]) | frozenset(_WORDS["offices"])
"""Words before a surname that are no names."""

OFFICES = frozenset(_WORDS["offices"])
"""The last words of offices that are named before their holder."""

LOWER_RANKS = frozenset(_WORDS["lower ranks"])
"""Words by which one office is told from that above it."""

GIVEN_NAMES = frozenset(_NICKNAMES).union(*_NICKNAMES.values())
"""Given names that anybody may have."""

ORDINARY_WORDS = frozenset(_WORDS["ordinary words"])
"""Surnames that in a line of capitals are mostly ordinary words."""

DEALINGS = frozenset(_WORDS["dealings"])
"""What two people have with each other."""

TITLES_OF_COURTESY = frozenset(_WORDS["titles of courtesy"])
"""Titles that anybody may have."""

TITLES_OF_OTHERS = frozenset(_WORDS["titles of others"])
"""Titles that are a part of longer ones, and no name's alone."""

PARTICLES = frozenset(_WORDS["particles"])
"""Words that begin surnames and never stand for one."""

NO_NAMES = frozenset(_WORDS["no names"])
"""Words and initials that stand beside titles, or look like somebody's, and name nobody."""

TITLES_OF_GIVEN_NAMES = frozenset(_WORDS["titles of given names"])
"""Titles after which a given name stands for the person."""

TITLES_OF_WOMEN = frozenset(_WORDS["titles of women"])
"""Titles that tell a woman from a man of the same name."""


class ListedName(Struct, frozen=True):
    """One way to name an agent: a surname, or a whole name without one, and the given names that may precede it.

    `surname` is folded, its hyphens are blanks; `lead` is the part of it that stands before its first telling word
    ("de " of "de gaulle").
    """

    agent: Agent
    surname: str
    given: tuple[str, ...]
    confidence: float
    lead: str = ""

    def held(self, office: str) -> bool:
        """Whether the list gives the agent this office or rank, as the first words of what it says."""
        return office in _rank_words(self.agent.name) or bool(_held(self.agent, office))

    def held_plainly(self, office: str) -> bool:
        """Whether the list gives the agent this office and says no more of it than when, or of which great house."""
        return any(_PLAINLY.fullmatch(clause.removeprefix(office)) for clause in _held(self.agent, office))

    def post_before(self, text: str) -> int:
        """How many first words of something that the list says of the agent end a text; at least two, else 0."""
        return max((_at_end(clause, text) for clause in _clauses(self.agent.description)), default=0)

    @property
    def is_short_form(self) -> bool:
        """Whether it is but one word of a name of several."""
        return self.confidence <= _SHORT_FORM

    @property
    def is_titled(self) -> bool:
        """Whether the list gives the agent a title that goes with given names."""
        return not TITLES_OF_GIVEN_NAMES.isdisjoint(_rank_words(self.agent.name))

    @property
    def is_woman(self) -> bool:
        """Whether the list's own title says so."""
        words = _rank_words(self.agent.name) | _rank_words(self.agent.description.partition(",")[0])
        return not TITLES_OF_WOMEN.isdisjoint(words)


@cache
def _rank_words(words: str) -> frozenset[str]:
    return frozenset(word.strip(".,()“”\"'") for word in fold(words).split())


def _held(agent: Agent, office: str) -> list[str]:
    """What the list says of the agent's time in this office, from the office on: "Velmarian Ambassador to …" too."""
    clauses = _clauses(agent.description)
    held = [clause for clause in clauses if clause.startswith(office)]
    return held or [rest for clause in clauses if (rest := _after_country(clause)).startswith(office)]


def _after_country(clause: str) -> str:
    first, _, rest = clause.partition(" ")
    return "" if first in TITLES else rest


@cache
def _clauses(description: str) -> tuple[str, ...]:
    return tuple(clause for clause in _CLAUSE.split(fold(description)) if clause)


@cache
def _phrases(clause: str) -> tuple[tuple[int, str], ...]:
    """The beginnings of what a list says, of two to six words, the longest first."""
    words = clause.split()
    return tuple((count, " ".join(words[:count])) for count in range(min(6, len(words)), 1, -1))


def _at_end(clause: str, text: str) -> int:
    return next((count for count, phrase in _phrases(clause) if text.endswith(f" {phrase}")), 0)


def listed_names(agent: Agent) -> list[ListedName]:
    """The ways in which text may name a listed agent.

    "Marlow, Edith R., Jr." gives the surname "marlow" with the given names "edith", "r". A name without a comma is
    taken whole, and by its first and its last word, since either may be the family name. Other spellings in brackets
    count as well.
    """
    listed = _INVERTED.sub(r"\1, \2", fold(agent.name))
    surname, *others = [part.strip() for part in _ASIDE.sub("", listed).split(",")]
    others = others or _given_names_told(agent)
    spellings = [surname, *_spellings(listed, whole=not others)]
    words = [_without_ranks(spelling.replace("-", " ").replace("–", " ").split()) for spelling in spellings]
    given = tuple(word for part in others for word in _GIVEN.findall(part) if word not in RANKS)
    words = [known for known in words if known and not (len(known) > 1 and TITLES.issuperset(known))]
    names = [named for known in words for named in _named(agent, known, given, 0.9 if others else 1.0)]
    return names + [ListedName(agent, word, given, _SHORT_FORM) for word in _short_forms(words)]


def _given_names_told(agent: Agent) -> list[str]:
    """The given names with which some lists begin what they say of a surname: "Senator Edith R., Chairwoman of …"."""
    told = _GIVEN_TOLD.match(agent.description)
    words = told[0].split() if told and "-" not in agent.name else []
    while words and fold(words[0]) in RANKS:
        words.pop(0)
    names = [fold(word).strip(".") for word in words]
    return [" ".join(names)] if names and TITLES.isdisjoint(names) else []


def _named(agent: Agent, words: list[str], given: tuple[str, ...], confidence: float) -> list[ListedName]:
    """The name with its particles, and without them; and with the given names behind it, as much of Asia has it."""
    count = next((place for place, word in enumerate(words) if word not in PARTICLES), 0)
    lead = "".join(f"{word} " for word in words[:count])
    named = [ListedName(agent, " ".join(words), given, confidence, lead)]
    named += [ListedName(agent, " ".join((*words, *given)), (), confidence, lead)] * bool(given)
    return named + [ListedName(agent, " ".join(words[count:]), given, 0.8)] * bool(count)


def _without_ranks(words: list[str]) -> list[str]:
    """The words of a name but for ranks, where it has any others: there are people called King."""
    words = [word.strip(".'“”\"") for word in words]
    return [word for word in words if word and word not in RANKS] or [word for word in words if word]


def _spellings(listed: str, *, whole: bool) -> list[str]:
    """What stands in brackets after a surname, or after a whole name."""
    aside = _OTHER_SPELLING.match(listed)
    found = [spelling.strip() for spelling in aside[1].split(",")] if aside else []
    return [spelling for spelling in found if whole == (" " in spelling)]


def _short_forms(names: list[list[str]]) -> list[str]:
    """The first and the last word of names of several: either may stand alone."""
    several = [name for name in names if len(name) > 1]
    words = {name[0] for name in several} | {name[-1] for name in several}
    return sorted(word for word in words if len(word) >= _SHORTEST and word not in PARTICLES)


@cache
def same_given_name(printed: str, listed: str) -> bool:
    """Whether a printed given name can be the listed one: equal, an initial, a short form, another transliteration."""
    if len(printed) == 1 or len(listed) == 1:
        return printed[:1] == listed[:1]
    short, long = sorted((printed, listed), key=len)
    if len(short) >= _SHORTEST and long.startswith(short):
        return True
    return listed in _NICKNAMES.get(printed, ()) or spelling_key(printed) == spelling_key(listed)


def fitting_given_names(printed: list[str], listed: tuple[str, ...]) -> int:
    """How many of the words right before a surname are given names of the person.

    They stand in the listed order, though some may be left out. A middle initial that the list does not know counts
    where a name before it fits; a first initial must be that of the first name.
    """
    for start in range(_after_titles(printed, listed), len(printed)):
        if _in_order(printed[start:], listed):
            return len(printed) - start
    return 0


def _after_titles(printed: list[str], listed: tuple[str, ...]) -> int:
    """Where names begin after the last title: "Dean" is one, unless the person is called so."""
    titles = (place for place, word in enumerate(printed) if word in TITLES and word not in listed and len(word) > 1)
    return max(titles, default=-1) + 1


def _in_order(printed: list[str], listed: tuple[str, ...]) -> bool:
    place, fitted = 0, 0
    for word in printed:
        found = next((n for n in range(place, len(listed)) if same_given_name(word, listed[n])), None)
        if found is not None and (fitted or found == 0 or min(len(word), len(listed[found])) > 1):
            place, fitted = found + 1, fitted + 1
        elif len(word) > 1 or fitted == 0 or len(listed) > 1:
            return False
    return fitted > 0
