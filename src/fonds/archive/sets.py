"""The desk for working sets: what the catalogue keeps of them, as the index is told."""

from __future__ import annotations

from fonds.catalogue import Catalogue, Remembered
from fonds.discovery.membership import Members


class Memberships:
    """The members of working sets, gathered once for as long as nothing is done to the archive.

    Gathering ten thousand identifiers takes as long as answering.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._gathered: Remembered[dict[str, Members]] = Remembered(dict, catalogue.last_act)

    def of(self, name: str) -> Members:
        """The members of a set that are held. Raises NotFoundError."""
        gathered = self._gathered.get()
        if name not in gathered:
            membership = self._catalogue.sets.membership(name)
            gathered[name] = Members(membership.others, membership.collections, membership.but_not)
        return gathered[name]
