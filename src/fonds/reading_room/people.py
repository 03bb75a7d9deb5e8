"""A person, body, place or term made ready for its page: who it is, in which documents, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from msgspec import Struct

from fonds.archive import Archive
from fonds.authority.identity import Person, PersonBrief
from fonds.catalogue import Brief, Correspondent
from fonds.discovery import Said
from fonds.reading_room.figures.bars import Bars, bins_of_days, draw_bars

ROLES = {"mentioned": "named in"}
"""Role -> what it is called; all others are called as in records."""


_STATEMENTS = 10
"""Statements of each sort that the page shows."""


class Role(Struct, frozen=True):
    """A role in which somebody is in documents: its name, what it is called, and in how many."""

    name: str
    label: str
    count: int


class Heard(Struct, frozen=True):
    """Statements about which the page of a person tells something, by date; `address` is where all of them are."""

    heading: str
    total: int
    statements: tuple[Said, ...]
    address: str


class PersonPage(Struct, frozen=True):
    """What the page of a person shows; `role` is the one whose documents are listed, "" for all of them."""

    person: Person
    roles: tuple[Role, ...]
    role: str
    between: tuple[str, str]
    documents: tuple[Brief, ...]
    timeline: Bars
    exact: int
    written_to: tuple[Correspondent, ...]
    written_by: tuple[Correspondent, ...]
    namesakes: tuple[PersonBrief, ...]
    said: tuple[Heard, ...]


def person_page(archive: Archive, person_id: str, role: str, between: tuple[str, str] = ("", "")) -> PersonPage:
    """Everything for the page of a person, the documents listed those of a role and a range of time.

    Raises NotFoundError.
    """
    person = archive.people.get(person_id)
    documents = archive.people.documents(person_id, role or None)
    correspondents = archive.people.correspondents(person_id)
    dated = [each.date_from for each in documents if each.date_from and not each.date_from.startswith("-")]
    return PersonPage(
        person=person,
        roles=_roles(person.documents),
        role=role,
        between=between,
        documents=tuple(each for each in documents if _lies(each.date_from, *between)),
        timeline=draw_bars(bins_of_days(dated), height=110),
        exact=len(dated),
        written_to=correspondents["to"],
        written_by=correspondents["from"],
        namesakes=archive.people.namesakes(person_id),
        said=tuple(_said(archive, person.id)),
    )


def _said(archive: Archive, person_id: str) -> Iterator[Heard]:
    """What the person said, what was said to them, and what others tell that they said or thought."""
    told = archive.statements.of_person(person_id, limit=_STATEMENTS)
    for heading, answer, asked in (
        ("Said", told.said, {"by": person_id, "hand": "first"}),
        ("Heard", told.heard, {"to": person_id}),
        ("Said or thought, as others tell", told.reported, {"by": person_id, "hand": "others"}),
    ):
        if answer.total:
            yield Heard(heading, answer.total, answer.statements, f"/said?{urlencode(asked)}")


def _lies(day: str | None, first: str, last: str) -> bool:
    """Whether a day lies in a range of years, months or days, each "" where it is open; no day lies in an open one."""
    if not (first or last):
        return True
    return bool(day) and (day or "")[: len(first)] >= first and (not last or (day or "")[: len(last)] <= last)


def _roles(counts: dict[str, int]) -> tuple[Role, ...]:
    """The roles, the most frequent first; all documents together lead, where there is more than one role."""
    named = Counter({name: count for name, count in counts.items() if name})
    roles = [Role(name, ROLES.get(name, name), count) for name, count in named.most_common()]
    return (Role("", "all", counts.get("", 0)), *roles) if len(roles) > 1 else tuple(roles)


def of_page(documents: Iterable[Brief], page: int, length: int) -> tuple[Brief, ...]:
    """The documents on a page of a list, from page 1."""
    return tuple(documents)[(page - 1) * length : page * length]
