"""Who may be the same person in different lists: evidence, listed for people to decide on; nothing is merged here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import log

from msgspec import Struct

from fonds.authority.identity import Office
from fonds.authority.listed_name import ListedName, listed_names, same_given_name
from fonds.authority.spelling import fold
from fonds.record import Agent

_LIFETIME = 45
"""Years between two appearances that one working life still spans."""

_MOST_ALIKE = 400
"""People of one surname that are compared with each other; a surname of more tells too little."""

_LEAST = 0.5
_RARE = 3.0
"""Weight at which the words that two descriptions share count as one office."""


_SEE = re.compile(r"\W*see\s+(?!also\b)(.+)", re.IGNORECASE)
_SURE = 0.97
_UNSEEN = 50
"""As many more people, of other descriptions, are thought of, so that words weigh something in a short list too."""


class Known(Struct, frozen=True):
    """What is known of one person: the entries of lists, posts by registers, first and last year of their documents."""

    id: str
    entries: tuple[Agent, ...]
    offices: tuple[Office, ...] = ()
    first: int | None = None
    last: int | None = None


class Evidence(Struct, frozen=True):
    """That two may be one: how surely, and the reasons, in words."""

    first: str
    second: str
    confidence: float
    reasons: tuple[str, ...]


class _Words:
    """How much it tells that two descriptions share a word: the rarer, the more."""

    def __init__(self, people: list[Known]) -> None:
        self._of = {person.id: _description(person) for person in people}
        counts = Counter(word for words in self._of.values() for word in words)
        self._weight = {word: log((len(people) + _UNSEEN) / count) for word, count in counts.items()}

    def shared(self, first: Known, second: Known) -> tuple[float, list[str]]:
        """The weight of the words that both descriptions have, and the words, the weightiest first."""
        words = self._of[first.id] & self._of[second.id]
        ordered = sorted(words, key=lambda word: (-self._weight[word], word))
        return sum(self._weight[word] for word in words), ordered


def find_candidates(people: Iterable[Known], apart: frozenset[frozenset[str]]) -> list[Evidence]:
    """Pairs who may be one person, the surest first; `apart` are pairs of entries that are known to be two.

    Two share a surname and no given name or initial speaks against it; then the same full name, words of the same
    office in both descriptions, the same post in a register and documents of the same years speak for it. Years that
    no working life spans speak against it. An entry that only says "see" another speaks for itself.
    """
    people = sorted((person for person in people if person.entries[0].kind == "person"), key=lambda each: each.id)
    words = _Words(people)
    pointed = {(each.first, each.second): each for each in _pointed(people)}
    compared = (_evidence(*pair, words) for pair in _pairs(people) if (pair[0].id, pair[1].id) not in pointed)
    known = {person.id: person for person in people}
    found = [
        each
        for each in (*pointed.values(), *filter(None, compared))
        if not _parted(known[each.first], known[each.second], apart)
    ]
    return sorted(found, key=lambda each: (-each.confidence, each.first, each.second))


def _pointed(people: list[Known]) -> Iterator[Evidence]:
    """The pairs of which a list itself says that they are one: "Pask: see Orrin-Pask"."""
    held = [(person, entry) for person in people for entry in person.entries]
    named: dict[tuple[str, str], set[str]] = {}
    for person, entry in held:
        for name in dict.fromkeys((_letters(entry.name), _letters(entry.name.partition(",")[0]))):
            named.setdefault((entry.collection, name), set()).add(person.id)
    for person, entry in held:
        see = _SEE.fullmatch(entry.description)
        target = named.get((entry.collection, _letters(see[1])), set()) - {person.id} if see else set()
        if len(target) == 1:
            first, second = sorted((person.id, *target))
            yield Evidence(first, second, _SURE, (f"the list says: {entry.description.strip(' .,;')}",))


def _letters(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold(name)))


def _pairs(people: list[Known]) -> Iterator[tuple[Known, Known]]:
    by_surname: dict[str, list[Known]] = {}
    for person in people:
        for surname in {name.surname for name in _names(person)}:
            by_surname.setdefault(surname, []).append(person)
    seen: set[tuple[str, str]] = set()
    for alike in by_surname.values():
        for first, second in combinations(alike[:_MOST_ALIKE], 2):
            if (first.id, second.id) not in seen:
                seen.add((first.id, second.id))
                yield first, second


def _names(person: Known) -> list[ListedName]:
    return [name for entry in person.entries for name in listed_names(entry) if name.confidence > 0.7]  # noqa: PLR2004


def _parted(first: Known, second: Known, apart: frozenset[frozenset[str]]) -> bool:
    ids = [[f"{entry.collection}/{entry.id}" for entry in person.entries] for person in (first, second)]
    return any(frozenset({one, other}) in apart for one in ids[0] for other in ids[1])


def _evidence(first: Known, second: Known, words: _Words) -> Evidence | None:
    alike = _same_name(first, second)
    if alike is None or _generations(first) != _generations(second):
        return None
    confidence, reason = alike
    reasons = [reason]
    weight, shared = words.shared(first, second)
    if weight >= _RARE:
        confidence += 0.25
        reasons.append(f"both descriptions have {', '.join(shared[:5])}")
    elif not shared and _description(first) and _description(second):
        confidence -= 0.15
    confidence, reasons = _with_offices(first, second, confidence, reasons)
    years = _years_between(first, second)
    if years is not None:
        confidence += 0.1 if years <= 5 else -0.5 if years > _LIFETIME else 0.0
        reasons.append("documents of the same years" if years == 0 else f"documents {years} years apart")
    if confidence < _LEAST:
        return None
    return Evidence(first.id, second.id, round(min(confidence, 0.99), 2), tuple(reasons))


def _with_offices(first: Known, second: Known, confidence: float, reasons: list[str]) -> tuple[float, list[str]]:
    """A register's post whose place and title stand in the other's description speaks for one person."""
    for holder, other in ((first, second), (second, first)):
        told = " ".join(fold(entry.description) for entry in other.entries)
        for office in holder.offices:
            if office.place and fold(office.place) in told and fold(office.title).split()[0] in told:
                years = f"{(office.start or '?')[:4]}–{(office.end or '?')[:4]}"
                return confidence + 0.25, [*reasons, f"{office.title}, {office.place}, {years}"]
    return confidence, reasons


def _same_name(first: Known, second: Known) -> tuple[float, str] | None:
    """How surely two names are one, and why; None where they cannot be."""
    best: tuple[float, str] | None = None
    for one in _names(first):
        for other in _names(second):
            if one.surname == other.surname and (grade := _grade(one.given, other.given)):
                best = max(best or grade, grade)
    return best


def _grade(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str] | None:
    if one == other:
        return (0.6, "the same name") if one else (0.3, "the same surname, and no other name")
    if not one or not other:
        return 0.25, "the same surname"
    if not all(same_given_name(a, b) or same_given_name(b, a) for a, b in zip(one, other, strict=False)):
        return None
    return 0.5, "the same surname, and given names that fit"


def _generations(person: Known) -> set[str]:
    """What tells father and son apart."""
    words = {word.strip(".,") for entry in person.entries for word in fold(entry.name).split()}
    return words & {"jr", "sr", "ii", "iii", "iv"}


def _description(person: Known) -> frozenset[str]:
    words = (word.strip(".,;:()[]") for entry in person.entries for word in fold(entry.description).split())
    return frozenset(word for word in words if len(word) > 3 and not word.isdigit())


def _years_between(first: Known, second: Known) -> int | None:
    if None in {first.first, first.last, second.first, second.last}:
        return None
    gap = max(first.first or 0, second.first or 0) - min(first.last or 0, second.last or 0)
    return max(0, gap)
