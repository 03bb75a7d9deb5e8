"""The desk for working sets: what the catalogue keeps of them, and what the index is asked for them."""

from __future__ import annotations

from tantivy import Query

from fonds.catalogue import Catalogue, Remembered
from fonds.discovery.clauses import records_of


class SetClauses:
    """Working sets as clauses for the index, each made once for as long as nothing is done to the archive.

    A clause of ten thousand identifiers takes as long to make as to answer.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._made: Remembered[dict[str, Query]] = Remembered(dict, catalogue.last_act)

    def clause(self, name: str) -> Query:
        """The members of a set that are held. Raises NotFoundError."""
        made = self._made.get()
        if name not in made:
            membership = self._catalogue.sets.membership(name)
            made[name] = records_of(membership.collections, membership.but_not, membership.others)
        return made[name]
