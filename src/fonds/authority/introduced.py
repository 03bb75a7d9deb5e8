"""People whom a document itself introduces, where no list of names comes with it: "Premier Marlow", "E.R. Marlow"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from fonds.authority.listed_name import (
    NO_NAMES,
    OFFICES,
    PARTICLES,
    PLACES,
    RANKS,
    THINGS,
    TITLES,
    TITLES_OF_COURTESY,
    TITLES_OF_OTHERS,
    same_given_name,
)
from fonds.authority.spelling import fold
from fonds.record import Agent

BY = "fonds introductions 1"
"""`by` of the mentions of people whom the document introduces."""

_CAPITAL = r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]{2,})*"
_INITIALS = r"(?:[A-Z]\.[ -]?)*[A-Z]\."
_PARTICLE = r"(?:(?:de|del|da|van|von|der|den|la|al|el|bin|ibn) )*"
_NAME = rf"(?:(?:{_INITIALS}|{_CAPITAL}) ?){{0,3}}{_PARTICLE}{_CAPITAL}"
# A capital is looked for first: most places in a text have none, and the rest of these patterns takes long to fail.
_INITIALLED = re.compile(rf"(?=[A-Z])(?<![\w.])(?:{_CAPITAL} )?{_INITIALS} ?(?:{_CAPITAL} )?{_PARTICLE}{_CAPITAL}")
_NAME_PART = re.compile(rf"[A-Z]\.|{_PARTICLE}{_CAPITAL}")
_NOT_ASCII_LETTER = re.compile(r"[^a-z0-9]+")


class _Introduction(Struct, frozen=True):
    """A name as one place gives it, and the office before it."""

    given: tuple[str, ...]
    surname: str
    office: str = ""


def introduced(text: str, document: str) -> tuple[Agent, ...]:
    """The people whom a text introduces by initials or by a title, each with the fullest name it gives, in order.

    Somebody with a given name is the same in all documents of a collection that name him so. Who has but initials or an
    office is known for this one `document` (its identifier's last part, which becomes a part of the agent's); who has
    only a title of courtesy is nobody yet. The agents have no collection: whoever uses them gives them theirs.
    """
    by_surname: dict[str, list[_Introduction]] = {}
    for one in _introductions(text):
        by_surname.setdefault(fold(one.surname), []).append(one)
    agents: dict[str, Agent] = {}
    for several in by_surname.values():
        for person in _persons(several, text):
            if agent := _agent(person, document):
                agents.setdefault(agent.id, agent)
    return tuple(agents.values())


def _introductions(text: str) -> Iterator[_Introduction]:
    small = set(re.findall(r"\b[a-z]{2,}", text))
    for match in _INITIALLED.finditer(text):
        yield from _introduction(match.group(), "", small)
    for match in _titled().finditer(text):
        yield from _introduction(match["name"], match["office"], small)


@cache
def _titled() -> re.Pattern[str]:
    """A title with its portfolio ("Secretary of State", "Foreign Minister"), and the name after it."""
    portfolio = rf"(?: (?:of|for)(?: the)?(?: {_CAPITAL})?? {_either(OFFICES)})?"
    alone = TITLES - TITLES_OF_OTHERS - (OFFICES - RANKS)
    office = rf"(?:{_either(TITLES)} )*{_either(alone)}\.?{portfolio}"
    return re.compile(rf"(?=[A-Z])\b(?P<office>{office} )(?P<name>{_NAME})")


def _either(words: Iterable[str]) -> str:
    capitals = (re.escape(word.capitalize()) for word in words if len(word) > 1)
    return f"(?:{'|'.join(sorted(capitals, key=len, reverse=True))})"


def _introduction(name: str, office: str, small: set[str]) -> Iterator[_Introduction]:
    parts = _NAME_PART.findall(name)
    while parts and (fold(parts[0]) in TITLES or parts[0].lower() in small):
        office, parts = f"{office}{parts[0]} ", parts[1:]
    if parts and all(map(_can_name, parts)) and not _is_thing(parts, small):
        lead = next((at for at, part in enumerate(parts) if fold(part) in PARTICLES), len(parts) - 1)
        yield _Introduction(tuple(parts[:lead]), " ".join(parts[lead:]), office.strip())


def _can_name(part: str) -> bool:
    word = fold(part)
    return len(word) == 2 or not (word in TITLES or word in OFFICES or word in NO_NAMES)


def _is_thing(parts: list[str], small: set[str]) -> bool:
    """Whether what looks like a name is a body or a place: "U.S. Embassy", "President Lines"."""
    surname = fold(parts[-1])
    initials = "".join(part[0] for part in parts[:-1] if part.endswith(".")).casefold()
    return surname in THINGS | PLACES or surname in small or parts[-1].isupper() or initials in NO_NAMES


def _persons(introductions: list[_Introduction], text: str) -> Iterator[_Introduction]:
    """The different people of one surname, the fullest named first; a bare surname is theirs if they are one."""
    fuller = [full for one in introductions for full in _spelled_out(one, text)]
    persons: list[_Introduction] = []
    for one in sorted({*introductions, *fuller}, key=lambda one: (-_fullness(one), one.given, one.office)):
        fitting = [at for at, known in enumerate(persons) if _fits(one.given, known.given)]
        if not fitting:
            persons.append(one)
        elif len(fitting) == 1 and not persons[fitting[0]].office:
            known = persons[fitting[0]]
            persons[fitting[0]] = _Introduction(known.given, known.surname, one.office)
    return iter(persons)


def _spelled_out(one: _Introduction, text: str) -> Iterator[_Introduction]:
    """The names in full for which initials stand: "Edith Rose Marlow" where there is "E.R. Marlow"."""
    if not one.given or not all(part.endswith(".") for part in one.given):
        return
    for match in re.finditer(rf"(?=[A-Z])((?:{_CAPITAL} ){{1,3}}){re.escape(one.surname)}\b", text):
        given = tuple(match[1].split())
        if len(given) >= len(one.given) and _fits(one.given, given):
            yield _Introduction(given, one.surname)


def _fullness(one: _Introduction) -> int:
    return sum(len(part) for part in one.given)


def _fits(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    pairs = zip(given, known, strict=False)
    return all(same_given_name(fold(one).rstrip("."), fold(other).rstrip(".")) for one, other in pairs)


def _agent(person: _Introduction, document: str) -> Agent | None:
    titles = [title for title in person.office.split() if fold(title).rstrip(".") not in TITLES_OF_COURTESY]
    spelled = any(not part.endswith(".") for part in person.given)
    if not person.given and not titles:
        return None
    name = f"{person.surname}, {' '.join(person.given)}" if person.given else person.surname
    slug = _slug((*person.given, person.surname))
    return Agent(slug if spelled else f"{document}.{slug}", "", "person", name, " ".join(titles))


def _slug(words: Iterable[str]) -> str:
    return _NOT_ASCII_LETTER.sub("-", fold(" ".join(words))).strip("-")
