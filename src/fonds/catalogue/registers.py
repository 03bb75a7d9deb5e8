"""Registers of office-holders that somebody added: kept beside the lists that came with files, and replaced whole."""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec

from fonds.authority.identity import Office
from fonds.authority.register import Register
from fonds.catalogue import journal
from fonds.catalogue.database import Database
from fonds.record import Agent


def keep_register(database: Database, register: Register) -> None:
    """Keep a register in place of the one of its name that was kept before."""
    digest = hashlib.sha256(msgspec.json.encode(register)).hexdigest()
    with database.transaction():
        database.run("DELETE FROM agents WHERE collection = ?", register.name)
        database.run("DELETE FROM offices WHERE register = ?", register.name)
        database.run_many(
            _INSERT_AGENT,
            ((register.name, agent.id, digest, agent.kind, agent.name, agent.description) for agent in register.agents),
        )
        database.run_many(
            "INSERT INTO offices (register, person, title, place, start, end) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (register.name, holder, office.title, office.place, office.start, office.end)
                for holder, office in register.offices
            ),
        )
        counts = {"people": len(register.agents), "offices": len(register.offices)}
        journal.write(database, "register", register.name, counts)


def register(database: Database, name: str) -> Register | None:
    """The register of this name, by holder and day; None where nobody added it."""
    agents = database.rows(_AGENTS, name)
    offices = database.rows(_OFFICES, name)
    if not agents:
        return None
    return Register(name, tuple(Agent(*row) for row in agents), tuple((row[0], Office(*row[1:])) for row in offices))


_INSERT_AGENT: Final = """
    INSERT OR IGNORE INTO agents (collection, id, list, kind, name, description) VALUES (?, ?, ?, ?, ?, ?)
"""
_AGENTS: Final = "SELECT id, collection, kind, name, description FROM agents WHERE collection = ? ORDER BY id"
_OFFICES: Final = """
    SELECT person, title, place, start, end, register FROM offices WHERE register = ?
    ORDER BY person, start, title, place
"""
