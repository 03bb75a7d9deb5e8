"""The files that records come from, and the lists of names that they bring."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from fonds.catalogue.database import Database
from fonds.catalogue.values import Accession
from fonds.errors import RefusedError
from fonds.record import Agent

_NUMBER: Final = re.compile(r"[0-9]+")


def checked_key(key: str) -> str:
    """The key itself. Raises RefusedError where it cannot be written down, as a file name in no encoding cannot."""
    try:
        key.encode()
    except UnicodeEncodeError as error:
        raise RefusedError(
            f"file {key.encode(errors='backslashreplace').decode()}",
            seen="a name that is not Unicode",
            wanted="a name in UTF-8",
            next_step="Rename the file and add it again.",
        ) from error
    return key


def shelf(key: str) -> str:
    """What sorts files as people number them: part 2 before part 10."""
    return _NUMBER.sub(lambda digits: digits[0].zfill(12), key)


def keep_source(database: Database, accession: Accession, agents: str) -> tuple[int, int]:
    """Write down the file with its list of names; its number, and the number of its content, from 1.

    What it was found to hold before makes way: its findings, and its list where no other file has that.
    """
    held = database.row("SELECT number, version, sha256, agents FROM sources WHERE key = ?", accession.key)
    number, version, sha256, old_agents = held or (None, 0, None, agents)
    version += accession.sha256 != sha256
    described = (
        accession.name, accession.sha256, accession.size, accession.media_type, accession.program,
        accession.names_sha256, agents, version,
    )  # fmt: skip
    if number is None:
        return database.value(_INSERT_SOURCE, accession.key, *described), version
    database.run(_UPDATE_SOURCE, *described, number)
    database.run("DELETE FROM findings WHERE source = ?", number)
    database.run(_DROP_AGENTS, old_agents, old_agents)
    return number, version


_INSERT_SOURCE: Final = """
    INSERT INTO sources (key, name, sha256, size, media_type, program, names_sha256, agents, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
"""
_UPDATE_SOURCE: Final = """
    UPDATE sources
    SET name = ?, sha256 = ?, size = ?, media_type = ?, program = ?, names_sha256 = ?, agents = ?, version = ?
    WHERE number = ?
"""
_DROP_AGENTS: Final = "DELETE FROM agents WHERE list = ? AND NOT EXISTS (SELECT 1 FROM sources WHERE agents = ?)"


def keep_agents(database: Database, agents: Iterable[Agent]) -> str:
    """Keep a list of names once, however many files come with it; the digest that names the list.

    Where a list has an id twice in one collection, the first counts.
    """
    agents = tuple(agents)
    digest = hashlib.sha256(msgspec.json.encode(agents)).hexdigest()
    if agents and not database.row("SELECT 1 FROM agents WHERE list = ? LIMIT 1", digest):
        database.run_many(
            "INSERT OR IGNORE INTO agents (collection, id, list, kind, name, description) VALUES (?, ?, ?, ?, ?, ?)",
            ((agent.collection, agent.id, digest, agent.kind, agent.name, agent.description) for agent in agents),
        )
    return digest
