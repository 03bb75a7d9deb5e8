"""A register of office-holders: who held which post when. How one is handed from the archive to its readers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from fonds.authority.identity import Office
from fonds.record import Agent


class Register(Struct, frozen=True):
    """Who is in a register, and who held which post; a post names its holder by "register/identifier"."""

    name: str
    agents: tuple[Agent, ...]
    offices: tuple[tuple[str, Office], ...]


def write_register(register: Register, path: Path) -> None:
    """Write a register down for reading processes."""
    path.write_bytes(msgspec.msgpack.encode(register))


@lru_cache(maxsize=2)
def load_register(path: Path) -> Register:
    """The register that `write_register` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=Register)
