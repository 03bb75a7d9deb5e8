"""What records go by besides their ids, and who asks for them by these names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fonds.catalogue.database import Database, json_list
from fonds.catalogue.values import Brief


def known_as(database: Database, names: Iterable[str]) -> dict[str, tuple[Brief, ...]]:
    """The records that go by each of these names, their ids among them; a name of no record is left out."""
    asked = json_list(dict.fromkeys(names))
    found: dict[str, tuple[Brief, ...]] = {}
    for name, *brief in database.rows(_KNOWN_AS, asked, asked):
        found[name] = (*found.get(name, ()), Brief(*brief))
    return found


def of(database: Database, record_id: str) -> tuple[str, ...]:
    """The names that a record goes by besides its id; empty also for an id that is not held."""
    return tuple(name for (name,) in database.rows(_DESIGNATIONS, record_id))


def citing(database: Database, names: Iterable[str]) -> list[tuple[str, Brief]]:
    """The records whose references ask for any of these names, in archive order, each with the name."""
    return [(name, Brief(*brief)) for name, *brief in database.rows(_CITING, json_list(dict.fromkeys(names)))]


_KNOWN_AS: Final = """
    SELECT asked.value, records.id, title, kind, date_from, date_to
    FROM json_each(?) AS asked JOIN records ON records.id = asked.value
    WHERE +withdrawn = 0
    UNION
    SELECT asked.value, records.id, title, kind, date_from, date_to
    FROM json_each(?) AS asked JOIN designations ON designations.name = asked.value
    JOIN records ON records.number = designations.record
    WHERE +withdrawn = 0
    ORDER BY 1, 2
"""
_DESIGNATIONS: Final = """
    SELECT name FROM designations JOIN records ON records.number = designations.record WHERE id = ? ORDER BY name
"""
_CITING: Final = """
    SELECT asked.value, records.id, title, kind, date_from, date_to
    FROM json_each(?) AS asked JOIN citations ON target = asked.value JOIN records ON records.number = citations.record
    WHERE +withdrawn = 0 ORDER BY collection, shelf, sequence, records.id
"""
