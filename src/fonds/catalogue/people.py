"""The people, bodies and places of the archive: listed, described, and where they appear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from fonds.authority.candidates import Known, find_candidates
from fonds.authority.identity import Appearance, Candidate, Candidates, Office, People, Person, PersonBrief, described
from fonds.authority.spelling import fold
from fonds.catalogue.database import Database, json_list
from fonds.catalogue.values import Brief
from fonds.errors import NotFoundError
from fonds.record import Agent


def keep_appearances(database: Database, rows: Iterable[tuple[int, tuple[Appearance, ...]]]) -> None:
    """Write down who is in which record, by its number; what was written of the record before is to be gone."""
    database.run_many(
        "INSERT INTO appearances (person, role, record, times) VALUES (?, ?, ?, ?)",
        ((each.person, each.role, number, each.times) for number, found in rows for each in found),
    )


def person(database: Database, asked: str) -> Person:
    """The person of this identifier, or of any entry that was merged into it. Raises NotFoundError."""
    chief, entries = identity(database, asked)
    roles: dict[str, int] = dict(database.rows(_ROLES, json_list(entries)))
    count, first, last = database.row(_DOCUMENTS, json_list(entries)) or (0, None, None)
    listed = [agent for entry in entries if (agent := _agent(database, entry))]
    if not listed and not count:
        raise missing(asked)
    shown = listed or [Agent(chief.partition("/")[2], chief.partition("/")[0], "person", chief)]
    facts = described(shown)
    return Person(
        id=chief,
        kind=shown[0].kind,
        name=facts["names"][0],
        names=facts["names"],
        descriptions=facts["descriptions"],
        collections=facts["collections"],
        entries=tuple(entries),
        offices=offices(database, entries),
        documents={"": count, **roles},
        date_from=first,
        date_to=last,
    )


def missing(asked: str) -> NotFoundError:
    """The error for somebody who is in no list and no record."""
    return NotFoundError(
        f"person {asked}",
        seen="nobody of that identifier",
        wanted="an identifier such as letters/p_pask",
        next_step="Look for it with `fonds people NAME`.",
    )


def identity(database: Database, asked: str) -> tuple[str, list[str]]:
    """The identifier of the person that an entry is taken to be, and all entries of that person, its own first."""
    chief: str = database.value("SELECT person FROM identities WHERE entry = ?", asked) or asked
    merged = [entry for (entry,) in database.rows(_ENTRIES, chief)]
    return chief, [chief, *(entry for entry in merged if entry != chief)]


def offices(database: Database, entries: list[str]) -> tuple[Office, ...]:
    """The posts that registers give to these entries, by date."""
    return tuple(Office(*row) for row in database.rows(_OFFICES, json_list(entries)))


def documents_of(database: Database, asked: str, role: str | None, limit: int, offset: int) -> tuple[Brief, ...]:
    """The records that somebody is in, by date; of one role, or of any. Raises NotFoundError."""
    _, entries = identity(database, asked)
    if not any(_agent(database, entry) for entry in entries) and not database.row(_ROLES, json_list(entries)):
        raise missing(asked)
    return tuple(Brief(*row) for row in database.rows(_DOCUMENTS_OF, json_list(entries), role, role, limit, offset))


class Listed(Struct, frozen=True):
    """Somebody of the lists: all entries, the kind, the names to compare, a line each, and the number of records."""

    who: str
    entries: tuple[Agent, ...]
    kind: str
    names: str
    documents: int


Roll = tuple[Listed, ...]
"""Everybody in the lists, whoever is in most records first."""


def roll(database: Database) -> Roll:
    """Look through all lists: takes some tenths of a second for tens of thousands of names."""
    counts: dict[str, int] = dict(database.each(_COUNTS))
    found = (
        Listed(chief, tuple(entries), entries[0].kind, _names(entries), counts.get(chief, 0))
        for chief, entries in listed(database)
    )
    return tuple(sorted(found, key=lambda each: (-each.documents, each.names.partition("\n")[0], each.who)))


def _names(entries: Iterable[Agent]) -> str:
    return "\n".join(fold(each.name) for each in entries)


def _fits(words: list[str], names: str) -> bool:
    """Whether one of the names, a line each, has all words."""
    return any(all(word in name for word in words) for name in names.split("\n"))


def people(everybody: Roll, query: str, kind: str | None, collection: str | None, limit: int, offset: int) -> People:
    """Those whose names have all words of `query`, in the order of the roll."""
    found: Sequence[Listed] = everybody
    if kind is not None:
        found = [each for each in found if each.kind == kind]
    if collection is not None:
        found = [each for each in found if any(entry.collection == collection for entry in each.entries)]
    words = fold(query).split()
    for word in words:
        found = [each for each in found if word in each.names]
    if len(words) > 1:
        found = [each for each in found if _fits(words, each.names)]
    page = found[offset : offset + limit]
    return People(len(found), tuple(_brief(each.who, list(each.entries), each.documents) for each in page))


def namesakes(database: Database, asked: str, limit: int) -> tuple[PersonBrief, ...]:
    """Others of the same kind whose name begins alike: the family name, and the initial of what follows a comma."""
    chief, entries = identity(database, asked)
    known = [agent for entry in entries if (agent := _agent(database, entry))]
    if not known:
        return ()
    family, comma, given = known[0].name.partition(", ")
    beginning = family + comma + given[:1]
    between = beginning, beginning + LAST_LETTER
    rows = database.rows(_NAMESAKES, known[0].kind, *between, chief, json_list(entries), limit)
    return tuple(PersonBrief(who, kind, name, told, (collection,), n) for who, kind, name, told, collection, n in rows)


def _brief(chief: str, entries: list[Agent], documents: int) -> PersonBrief:
    facts = described(entries)
    description = next(iter(facts["descriptions"]), "")
    return PersonBrief(chief, entries[0].kind, facts["names"][0], description, facts["collections"], documents)


def listed(database: Database) -> Iterator[tuple[str, list[Agent]]]:
    """Everybody in a list: the identifier, and the entries that are taken to be the same person, its own first."""
    chief, entries = None, dict[str, Agent]()
    for who, entry, *fields in database.each(_LISTED):
        if who != chief and chief is not None:
            yield chief, list(entries.values())
            entries = {}
        chief = who
        entries.setdefault(entry, Agent(*fields))
    if chief is not None:
        yield chief, list(entries.values())


def candidates(database: Database, apart: frozenset[frozenset[str]], query: str, limit: int, offset: int) -> Candidates:
    """Who may be the same person, the surest first, where one of the two has the words of `query` in a name."""
    everybody = dict(listed(database))
    counts: dict[str, int] = dict(database.each(_COUNTS))
    found = find_candidates(_known(database, everybody), apart)
    words = fold(query).split()
    found = [each for each in found if any(_fits(words, _names(everybody[who])) for who in (each.first, each.second))]

    def brief(who: str) -> PersonBrief:
        return _brief(who, everybody[who], counts.get(who, 0))

    page = found[offset : offset + limit]
    return Candidates(
        len(found),
        tuple(Candidate(brief(each.first), brief(each.second), each.confidence, each.reasons) for each in page),
    )


def _known(database: Database, everybody: dict[str, list[Agent]]) -> Iterator[Known]:
    years = {who: (int(first[:4]), int(last[:4])) for who, first, last in database.each(_YEARS)}
    posts: dict[str, list[Office]] = {}
    for holder, *fields in database.each("SELECT person, title, place, start, end, register FROM offices"):
        posts.setdefault(holder, []).append(Office(*fields))
    for who, entries in everybody.items():
        held = [office for entry in entries for office in posts.get(f"{entry.collection}/{entry.id}", [])]
        yield Known(who, tuple(entries), tuple(held), *years.get(who, (None, None)))


def _agent(database: Database, entry: str) -> Agent | None:
    row = database.row(_AGENT, entry)
    return Agent(*row) if row else None


LAST_LETTER: Final = "\U0010ffff"
"""After every letter that a name has."""

_ENTRIES: Final = "SELECT entry FROM identities WHERE person = ? ORDER BY entry"
_AGENT: Final = """
    SELECT id, collection, kind, name, description FROM agents WHERE collection || '/' || id = ? ORDER BY list LIMIT 1
"""
_LISTED: Final = """
    SELECT COALESCE(person, collection || '/' || id) AS who, collection || '/' || id AS entry,
           id, collection, kind, name, description
    FROM agents LEFT JOIN identities ON identities.entry = collection || '/' || id
    ORDER BY who, who <> collection || '/' || id, 2, list
"""
_COUNTS: Final = """
    SELECT COALESCE(identities.person, appearances.person) AS who, COUNT(DISTINCT record)
    FROM appearances JOIN records ON records.number = record
    LEFT JOIN identities ON identities.entry = appearances.person
    WHERE +withdrawn = 0 GROUP BY who
"""
_YEARS: Final = """
    SELECT COALESCE(identities.person, appearances.person) AS who, MIN(date_from), MAX(date_to)
    FROM appearances JOIN records ON records.number = record
    LEFT JOIN identities ON identities.entry = appearances.person
    WHERE +withdrawn = 0 AND date_from GLOB '[0-9]*' AND date_to GLOB '[0-9]*' GROUP BY who
"""
_ROLES: Final = """
    SELECT role, COUNT(DISTINCT record) FROM appearances JOIN records ON records.number = record
    WHERE person IN (SELECT value FROM json_each(?)) AND +withdrawn = 0 GROUP BY role ORDER BY role
"""
_DOCUMENTS: Final = """
    SELECT COUNT(*), MIN(date_from), MAX(date_to) FROM records
    WHERE +withdrawn = 0 AND number IN
        (SELECT record FROM appearances WHERE person IN (SELECT value FROM json_each(?)))
"""
_DOCUMENTS_OF: Final = """
    SELECT id, title, kind, date_from, date_to FROM records
    WHERE +withdrawn = 0 AND number IN
        (SELECT record FROM appearances
         WHERE person IN (SELECT value FROM json_each(?)) AND (? IS NULL OR role = ?))
    ORDER BY date_from IS NULL, date_from, collection, shelf, sequence, id LIMIT ? OFFSET ?
"""
_NAMESAKES: Final = """
    SELECT collection || '/' || id AS entry, kind, name, description, collection,
           (SELECT COUNT(DISTINCT record) FROM appearances WHERE person = collection || '/' || id) AS documents
    FROM agents LEFT JOIN identities ON identities.entry = collection || '/' || id
    WHERE kind = ? AND name BETWEEN ? AND ? AND COALESCE(identities.person, '') <> ?
        AND collection || '/' || id NOT IN (SELECT value FROM json_each(?))
    GROUP BY 1 ORDER BY documents DESC, 1 LIMIT ?
"""
_OFFICES: Final = """
    SELECT title, place, start, end, register FROM offices WHERE person IN (SELECT value FROM json_each(?))
    ORDER BY start IS NULL, start, title
"""
