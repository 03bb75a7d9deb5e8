"""Which records cite one another, and which are cited together: by the same record."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from fonds.catalogue import Catalogue
from fonds.record import Record
from fonds.relations.references import citing, resolved_all, targets

_MOST: Final = 50
"""Citing records that are looked through for what else they cite."""


class Connection(Struct, frozen=True):
    """How a record is connected with another by citations. `together`: the records that cite both."""

    cites: bool = False
    cited: bool = False
    together: tuple[str, ...] = ()


def connections(catalogue: Catalogue, record: Record) -> dict[str, Connection]:
    """The records that a resolved record cites, that cite it, and that are cited together with it, by identifier.

    For a record that very many cite, the first fifty in archive order are looked through for what they cite too.
    """
    cites = set(targets(record)) - {record.id}
    cited_by = [brief.id for brief in citing(catalogue, record.id)]
    together: dict[str, list[str]] = {}
    for other in resolved_all(catalogue, map(catalogue.get, cited_by[:_MOST])):
        for target in dict.fromkeys(targets(other)):
            if target not in {record.id, other.id}:
                together.setdefault(target, []).append(other.id)
    return {
        each: Connection(each in cites, each in cited_by, tuple(together.get(each, ())))
        for each in dict.fromkeys([*sorted(cites), *cited_by, *together])
    }
