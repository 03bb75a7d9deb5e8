"""The people, bodies, places and terms of a catalogue: who they are, where they appear, who is one and the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fonds.authority.identity import Candidates, People, Person, PersonBrief
from fonds.authority.pocom import read_register
from fonds.authority.register import Register
from fonds.catalogue import correspondence, identities, journal, people, registers
from fonds.catalogue.correspondence import Correspondent
from fonds.catalogue.database import Database
from fonds.catalogue.remembered import Remembered
from fonds.catalogue.values import Brief


class PeopleShelf:
    """The people of a catalogue. `writing` gives the database to change, or raises UsageError.

    Somebody is asked for by an identifier such as "letters/p_pask": that of an entry of a list, or of any entry that
    was merged with it.
    """

    def __init__(self, database: Database, writing: Callable[[], Database]) -> None:
        self._database = database
        self._writing = writing
        self._roll = Remembered(lambda: people.roll(database), lambda: journal.last_number(database))

    # Who they are, and where

    def find(
        self,
        query: str = "",
        *,
        kind: str | None = None,
        collection: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> People:
        """Those in the lists whose names have all words of `query`, whoever is in most records first."""
        return people.people(self._roll.get(), query, kind, collection, limit, offset)

    def get(self, person_id: str) -> Person:
        """Who somebody is. Raises NotFoundError."""
        return people.person(self._database, person_id)

    def documents(
        self, person_id: str, role: str | None = None, *, limit: int = -1, offset: int = 0
    ) -> tuple[Brief, ...]:
        """The records that somebody is in, by date: in one role ("from", "to", "mentioned", …) or in any.

        A limit of -1 is none. Raises NotFoundError.
        """
        return people.documents_of(self._database, person_id, role, limit, offset)

    def correspondents(self, person_id: str, limit: int = 20) -> dict[str, tuple[Correspondent, ...]]:
        """ "to": whom somebody writes to, "from": who writes to them; as records name them, the most frequent first."""
        entries = people.identity(self._database, person_id)[1]
        return correspondence.correspondents(self._database, entries, limit)

    def namesakes(self, person_id: str, limit: int = 20) -> tuple[PersonBrief, ...]:
        """Others of the same kind, family name and initial in the lists; whether they are the same is not decided."""
        return people.namesakes(self._database, person_id, limit)

    # Who is one and the same, which people decide

    def candidates(self, query: str = "", *, limit: int = 20, offset: int = 0) -> Candidates:
        """Pairs who may be one person, with the evidence, the surest first; `query` as for `find`."""
        return people.candidates(self._database, identities.kept_apart(self._database), query, limit, offset)

    def merge(self, first: str, *others: str) -> Person:
        """Decide that these are one person, known by the first identifier; kept whatever is read again.

        Raises NotFoundError, and UsageError where there is nothing to merge.
        """
        return identities.merge(self._writing(), first, others)

    def split(self, first: str, *others: str) -> tuple[Person, ...]:
        """Decide that these entries are persons of their own, without others all of the first. Returns all of them.

        Raises NotFoundError, and UsageError where there is nothing to part.
        """
        return identities.split(self._writing(), first, others)

    def undo(self) -> str:
        """Take back the last merge or split that holds; says what it was. Raises NotFoundError where there is none."""
        return identities.undo(self._writing())

    # Who held which post when

    def load(self, folder: Path) -> tuple[int, int]:
        """Keep a register of office-holders (POCOM's form), in place of a former one; its numbers of people and posts.

        Documents that are read afterwards are linked to it where they name an office and nothing else fits. Raises
        RefusedError where the folder is no register.
        """
        register = read_register(folder)
        registers.keep_register(self._writing(), register)
        return len(register.agents), len(register.offices)

    def register(self, name: str) -> Register | None:
        """The register of office-holders of this name; None where nobody added it."""
        return registers.register(self._database, name)
