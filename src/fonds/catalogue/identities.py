"""Which entries of lists are one person: what people decided, kept apart from what reading finds, and undone at will.

Decisions name entries, not rows: they hold again when a list that was withdrawn comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from fonds.authority.identity import Person
from fonds.catalogue import journal
from fonds.catalogue.database import Database
from fonds.catalogue.people import identity, person
from fonds.errors import NotFoundError, UsageError


def merge(database: Database, first: str, others: Sequence[str]) -> Person:
    """Take these to be one person, known by the identifier of the first.

    Raises NotFoundError for somebody who is nowhere, UsageError where they are one already or of two kinds.
    """
    with database.transaction():
        chief = person(database, first)
        joined = [each for each in (person(database, other) for other in others) if each.id != chief.id]
        if not joined:
            raise UsageError(
                f"person {first}",
                seen="no other person to merge with it" if others else "nobody named to merge with it",
                wanted="two persons",
                next_step="Look at `fonds people show`: they may be one already.",
            )
        for each in joined:
            if each.kind != chief.kind:
                raise UsageError(
                    f"{each.kind} {each.id}",
                    seen=f"to be merged with a {chief.kind}",
                    wanted="one kind",
                    next_step="Name two of one kind: `fonds people show` tells it.",
                )
        entries = [entry for each in joined for entry in each.entries]
        _decide(database, "merge", [chief.id, *(each.id for each in joined)], dict.fromkeys(entries, chief.id))
    return person(database, chief.id)


def split(database: Database, first: str, others: Sequence[str]) -> tuple[Person, ...]:
    """Take these entries to be persons of their own; without `others`, every entry of the first.

    Two who are apart already are remembered as two, and are no candidates any more. Raises NotFoundError for somebody
    who is nowhere, UsageError where there is nothing to part.
    """
    with database.transaction():
        whole = person(database, first)
        for other in others:
            person(database, other)
        leaving = list(others) or [entry for entry in whole.entries if entry != whole.id]
        if not leaving or set(leaving) == {whole.id} == set(whole.entries):
            raise UsageError(
                f"person {first}",
                seen="one entry of one list",
                wanted="a person of several entries, or two persons to be kept apart",
                next_step="Name the other with `fonds people split A B`.",
            )
        _decide(database, "split", [first, *leaving], _parted(whole, leaving))
    known = dict.fromkeys(identity(database, entry)[0] for entry in (*whole.entries, *leaving))
    return tuple(person(database, each) for each in known)


def _parted(whole: Person, leaving: Sequence[str]) -> dict[str, str]:
    """Whom each entry is of when some have left; where the first of them leaves, the next stands for those who stay."""
    staying = [entry for entry in whole.entries if entry not in leaving]
    own = {entry: entry for entry in whole.entries if entry in leaving}
    return own | (dict.fromkeys(staying, staying[0]) if staying else {})


def undo(database: Database) -> str:
    """Take back the last merge or split that still holds; what it was, in words. Raises NotFoundError without one."""
    with database.transaction():
        last = database.row(
            "SELECT number, deed, people, before FROM identity_decisions WHERE undone = 0 ORDER BY number DESC"
        )
        if last is None:
            raise NotFoundError("decisions about people", seen="none that holds", next_step="There is nothing to undo.")
        number, deed, people, before = last
        _assign(database, msgspec.json.decode(before, type=dict[str, str]))
        database.run("UPDATE identity_decisions SET undone = 1 WHERE number = ?", number)
        words = f"{deed} {' '.join(msgspec.json.decode(people, type=list[str]))}"
        journal.write(database, "undo", words, {"decision": number})
    return words


def kept_apart(database: Database) -> frozenset[frozenset[str]]:
    """The pairs of entries that somebody decided are two."""
    decisions = database.rows("SELECT people FROM identity_decisions WHERE deed = 'split' AND undone = 0")
    named = (msgspec.json.decode(people, type=list[str]) for (people,) in decisions)
    return frozenset(frozenset({first, other}) for first, *others in named for other in others if other != first)


def _decide(database: Database, deed: str, people: list[str], persons: dict[str, str]) -> None:
    before = {entry: identity(database, entry)[0] for entry in persons}
    _assign(database, persons)
    number = database.value("SELECT COALESCE(MAX(number), 0) + 1 FROM identity_decisions")
    database.run(_INSERT, number, deed, _json(people), _json(before))
    journal.write(database, deed, " ".join(people), {"decision": number, "entries": len(persons)})


def _assign(database: Database, persons: dict[str, str]) -> None:
    """Whom each entry is taken to be from now on; an entry that stands for itself needs no row."""
    database.run_many("DELETE FROM identities WHERE entry = ?", ((entry,) for entry in persons))
    database.run_many(
        "INSERT INTO identities (entry, person) VALUES (?, ?)",
        ((entry, chief) for entry, chief in persons.items() if entry != chief),
    )


def _json(value: list[str] | dict[str, str]) -> str:
    return msgspec.json.encode(value).decode()


_INSERT: Final = "INSERT INTO identity_decisions (number, deed, people, before, undone) VALUES (?, ?, ?, ?, 0)"
