"""Working sets: named, fixed sets of records that people put together. What is added to the archive later is in none.

A set holds records, not versions: a member that was read anew stays one. One that was withdrawn stays one too, but is
not given out until its file holds it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final
from unicodedata import category, normalize

from msgspec import Struct

from fonds.catalogue import journal
from fonds.catalogue.database import Database, json_list
from fonds.catalogue.values import Brief
from fonds.errors import NotFoundError, UsageError

LONGEST_NAME: Final = 100
"""Characters of a set's name."""

_SIGNS: Final = frozenset(" _-'’.,()&")
"""What a name may have besides letters and digits; it cannot be quoted in a query with a quotation mark."""
_NAMED: Final = 20
"""Sets that are named to somebody who asks for one that there is not."""


class WorkingSet(Struct, frozen=True):
    """A working set: its name, how many of its members are held, and how many were withdrawn since."""

    name: str
    records: int
    withdrawn: int


class SetChange(Struct, frozen=True):
    """What was done to a set: how many members it got or lost, and which identifiers are of no record held."""

    set: WorkingSet
    changed: int
    unknown: tuple[str, ...] = ()


class Membership(Struct, frozen=True):
    """The held members of a set in the fewest identifiers.

    They are the records of `collections` but for those in `but_not`, and the `others`.
    """

    collections: tuple[str, ...]
    but_not: tuple[str, ...]
    others: tuple[str, ...]


class SetShelf:
    """The working sets of a catalogue. `writing` gives the database to change, or raises UsageError.

    A set is known by its name; capitals make no difference. All raise NotFoundError for a set that there is not.
    """

    def __init__(self, database: Database, writing: Callable[[], Database]) -> None:
        self._database = database
        self._writing = writing

    def all(self) -> tuple[WorkingSet, ...]:
        """Every set, by name."""
        return tuple(WorkingSet(*row) for row in self._database.rows(_SETS))

    def get(self, name: str) -> WorkingSet:
        """The set of this name."""
        return WorkingSet(*(self._database.row(_SET, self._number(name)) or ()))

    def members(self, name: str, *, limit: int = -1, offset: int = 0) -> tuple[Brief, ...]:
        """Its held members, in archive order; a limit of -1 is none."""
        return tuple(Brief(*row) for row in self._database.rows(_MEMBERS, self._number(name), limit, offset))

    def withdrawn(self, name: str) -> tuple[Brief, ...]:
        """Its members that were withdrawn."""
        return tuple(Brief(*row) for row in self._database.rows(_WITHDRAWN, self._number(name)))

    def membership(self, name: str) -> Membership:
        """Its held members in the fewest identifiers: a collection of which most is in it, and what is not."""
        number = self._number(name)
        collections = [row[0] for row in self._database.rows(_MOST_OF, number)]
        most = json_list(collections)
        return Membership(
            tuple(collections),
            tuple(row[0] for row in self._database.rows(_BUT_NOT, most, number)),
            tuple(row[0] for row in self._database.rows(_OTHERS, number, most)),
        )

    def make(self, name: str, records: Iterable[str]) -> SetChange:
        """Make a set of these records. Raises UsageError for a name that is none or taken, or where no record is held.

        What is not held is named in the answer, and the rest is taken.
        """
        database, name = self._writing(), checked_name(name)
        with database.transaction():
            if taken := database.value("SELECT name FROM working_sets WHERE key = ?", _key(name)):
                next_step = "Choose another name, or add to this one with `fonds sets add`."
                raise UsageError(f"working set {name}", seen=f"there is {taken} already", next_step=next_step)
            database.run("INSERT INTO working_sets (name, key) VALUES (?, ?)", name, _key(name))
            return self._changed(name, "add", records, "make set")

    def add(self, name: str, records: Iterable[str]) -> SetChange:
        """Take these records into a set. Raises UsageError where none is held."""
        with self._writing().transaction():
            return self._changed(name, "add", records, "add to set")

    def remove(self, name: str, records: Iterable[str]) -> SetChange:
        """Take these records out of a set, withdrawn ones too. Raises UsageError where none is a record's."""
        with self._writing().transaction():
            return self._changed(name, "remove", records, "remove from set")

    def rename(self, name: str, new: str) -> WorkingSet:
        """Call a set otherwise. Raises UsageError for a name that is none, or another set's."""
        database, new = self._writing(), checked_name(new)
        with database.transaction():
            number = self._number(name)
            if database.value("SELECT 1 FROM working_sets WHERE key = ? AND number <> ?", _key(new), number):
                raise UsageError(f"working set {new}", seen="there is one already", next_step="Choose another name.")
            database.run("UPDATE working_sets SET name = ?, key = ? WHERE number = ?", new, _key(new), number)
            journal.write(database, "rename set", f"{name}: {new}", {})
        return self.get(new)

    def delete(self, name: str) -> WorkingSet:
        """Forget a set; its records stay. Returns what it was."""
        database = self._writing()
        with database.transaction():
            gone, number = self.get(name), self._number(name)
            database.run("DELETE FROM working_set_members WHERE working_set = ?", number)
            database.run("DELETE FROM working_sets WHERE number = ?", number)
            journal.write(database, "delete set", gone.name, {"records": gone.records})
        return gone

    def _changed(self, name: str, what: str, records: Iterable[str], deed: str) -> SetChange:
        """Add or remove members, and write the journal; within the transaction of the caller."""
        database, number = self._writing(), self._number(name)
        asked = list(dict.fromkeys(records))
        given = json_list(filter(_is_unicode, asked))
        known: dict[str, int] = dict(database.rows(_HELD if what == "add" else _KNOWN, given))
        unknown = tuple(_shown(each) for each in asked if each not in known)
        if not known:
            seen = f"none of the {len(asked)} identifiers is a record’s" if asked else "no record"
            next_step = "Name some: `fonds search` prints identifiers."
            raise UsageError(f"working set {name}", seen=seen, wanted="records of this archive", next_step=next_step)
        changed = sum(database.run(_CHANGES[what], number, record) for record in known.values())
        journal.write(database, deed, name, {"records": changed})
        return SetChange(self.get(name), changed, unknown)

    def _number(self, name: str) -> int:
        key = _key(name)
        number = (
            self._database.value("SELECT number FROM working_sets WHERE key = ?", key) if _is_unicode(key) else None
        )
        if number is None:
            raise self._missing(name)
        found: int = number
        return found

    def _missing(self, name: str) -> NotFoundError:
        names = [each.name for each in self.all()]
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return NotFoundError(
            f"working set {_shown(name)}",
            seen="there is none of this name",
            wanted=f"one of: {', '.join(names[:_NAMED])}{more}" if names else "a set that was made; none was",
            next_step="See `fonds sets`." if names else "Make one with `fonds sets create`.",
        )


def checked_name(name: str) -> str:
    """The name as it is kept: composed, with single blanks. Raises UsageError for what is no name."""
    plain = _plain(name) if _is_unicode(name) else ""
    if len(plain) > LONGEST_NAME or not plain[:1].isalnum() or not all(map(_fits, plain)):
        wanted = f"words that begin with a letter or a digit, {LONGEST_NAME} characters at most"
        raise UsageError(
            "the name of a working set", seen=_shown(name), wanted=wanted, next_step="Choose another name."
        )
    return plain


def _fits(character: str) -> bool:
    return character.isalnum() or category(character).startswith("M") or character in _SIGNS


def _plain(name: str) -> str:
    return " ".join(normalize("NFC", name).split())


def _key(name: str) -> str:
    """What is the same for names that differ in capitals only."""
    return normalize("NFC", _plain(name).casefold())


def _shown(words: str) -> str:
    """What somebody gave, as it can be written."""
    return words.encode(errors="backslashreplace").decode()[: 2 * LONGEST_NAME]


def _is_unicode(words: str) -> bool:
    """Whether there are no half characters in it, as arguments have that are not UTF-8."""
    return not any("\ud800" <= character <= "\udfff" for character in words)


_COUNTED: Final = """
    SELECT name, COUNT(CASE withdrawn WHEN 0 THEN 1 END), COUNT(CASE withdrawn WHEN 1 THEN 1 END) FROM working_sets
    LEFT JOIN working_set_members ON working_set = working_sets.number LEFT JOIN records ON records.number = record
"""
_SETS: Final = f"{_COUNTED} GROUP BY working_sets.number ORDER BY key"
_SET: Final = f"{_COUNTED} WHERE working_sets.number = ? GROUP BY working_sets.number"
_MEMBERS_BY: Final = """
    SELECT id, title, kind, date_from, date_to FROM working_set_members JOIN records ON records.number = record
    WHERE working_set = ? AND +withdrawn = {} ORDER BY collection, shelf, sequence, id
"""
_MEMBERS: Final = f"{_MEMBERS_BY.format(0)} LIMIT ? OFFSET ?"
_WITHDRAWN: Final = _MEMBERS_BY.format(1)
_HELD: Final = "SELECT id, number FROM records WHERE id IN (SELECT value FROM json_each(?)) AND +withdrawn = 0"
_KNOWN: Final = "SELECT id, number FROM records WHERE id IN (SELECT value FROM json_each(?))"
_CHANGES: Final = {
    "add": "INSERT OR IGNORE INTO working_set_members (working_set, record) VALUES (?, ?)",
    "remove": "DELETE FROM working_set_members WHERE working_set = ? AND record = ?",
}
_MOST_OF: Final = """
    WITH within AS (
        SELECT collection, COUNT(*) AS members FROM working_set_members JOIN records ON records.number = record
        WHERE working_set = ? AND +withdrawn = 0 GROUP BY collection
    )
    SELECT collection FROM within
    WHERE 2 * members > (SELECT COUNT(*) FROM records WHERE withdrawn = 0 AND records.collection = within.collection)
    ORDER BY collection
"""
_BUT_NOT: Final = """
    SELECT records.id FROM json_each(?) AS most JOIN records ON withdrawn = 0 AND collection = most.value
    WHERE NOT EXISTS (SELECT 1 FROM working_set_members WHERE working_set = ? AND record = records.number)
"""
_OTHERS: Final = """
    SELECT id FROM working_set_members JOIN records ON records.number = record
    WHERE working_set = ? AND +withdrawn = 0 AND collection NOT IN (SELECT value FROM json_each(?))
"""
