"""Who somebody is across lists: the entries that name one person, body or place, and what they tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from fonds.record import Agent, MentionKind, Record

MENTIONED = "mentioned"
"""The role of whoever a text or note names; the other roles are those of `Record.parties`."""

REGISTERS = frozenset({"pocom"})
"""Registers of office-holders that users may add. Their entries are named whole, "pocom/adams-john", in any record."""


class Office(Struct, frozen=True):
    """A post that somebody held: its title, where, its first and last day (ISO 8601; None: not known), its register."""

    title: str
    place: str | None = None
    start: str | None = None
    end: str | None = None
    register: str = ""


class Person(Struct, frozen=True):
    """One person, body, place or term, and all that is known of it.

    `entries` are the lines of lists that are taken to be the same one, `id` is the identifier of the first. `documents`
    counts the records by role, and all of them under "". `date_from` and `date_to` are the first and last day of those.
    """

    id: str
    kind: MentionKind
    name: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    collections: tuple[str, ...]
    entries: tuple[str, ...]
    offices: tuple[Office, ...] = ()
    documents: dict[str, int] = {}
    date_from: str | None = None
    date_to: str | None = None


class PersonBrief(Struct, frozen=True):
    """As much of a person as a list shows; `documents` counts the records that they are in."""

    id: str
    kind: MentionKind
    name: str
    description: str
    collections: tuple[str, ...]
    documents: int


class Candidate(Struct, frozen=True):
    """Two who may be one, with what speaks for it. Nothing is merged by itself."""

    first: PersonBrief
    second: PersonBrief
    confidence: float
    evidence: tuple[str, ...]


class Candidates(Struct, frozen=True):
    """A page of a list of candidates, and how many there are in all."""

    total: int
    candidates: tuple[Candidate, ...]


class People(Struct, frozen=True):
    """A page of a list of people, and how many there are in all."""

    total: int
    people: tuple[PersonBrief, ...]


class Appearance(Struct, frozen=True):
    """That a record has somebody in a role, and how many times."""

    person: str
    role: str
    times: int


def person_id(collection: str, agent: str) -> str:
    """The identifier, in the whole archive, of an entry in a collection's list: "letters/p_pask"."""
    return agent if agent.partition("/")[0] in REGISTERS else f"{collection}/{agent}"


def appearances(record: Record) -> tuple[Appearance, ...]:
    """Who is in a record, as its parties and mentions tell, by person and role."""
    named = Counter((party.agent, party.role) for party in record.parties)
    for text in record.texts:
        named.update([(mention.agent, MENTIONED) for mention in text.mentions])
        named.update([(mention.agent, MENTIONED) for note in text.notes for mention in note.mentions])
    times = Counter[tuple[str, str]]()
    for (agent, role), number in named.items():
        if agent:
            times[person_id(record.collection, agent), role] += number
    return tuple(Appearance(person, role, number) for (person, role), number in sorted(times.items()))


def described(entries: Iterable[Agent]) -> dict[str, tuple[str, ...]]:
    """What entries tell together, each thing once: the names, longest first, descriptions and collections."""
    entries = list(entries)
    names = sorted({entry.name for entry in entries}, key=lambda name: (-len(name), name))
    return {
        "names": tuple(names),
        "descriptions": tuple(dict.fromkeys(entry.description for entry in entries if entry.description)),
        "collections": tuple(sorted({entry.collection for entry in entries} - REGISTERS)),
        "entries": tuple(person_id(entry.collection, entry.id) for entry in entries),
    }
