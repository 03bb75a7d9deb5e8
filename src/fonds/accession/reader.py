"""What a reader is: a module that tells whether a file is of its form, and reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from fonds.accession.source import SourceFile
from fonds.record import Agent, Finding, Record

Item = Record | Agent | Finding
"""What a file yields: its records, the names in its own lists, and findings that concern the file as a whole."""


class Match(Struct, frozen=True):
    """The file is of the reader's form."""


class Declined(Struct, frozen=True):
    """The file is not of the reader's form, and why: a clause such as "no line **Citation:**"."""

    reason: str


class Reader(Protocol):
    """The functions and names that each module of `READERS` has."""

    NAME: str
    """The form's name, as messages and `Source.reader` give it."""
    VERSION: str
    """Changes when the reader reads more or otherwise: files read by an older one are read again."""
    MEDIA_TYPE: str

    def sniff(self, head: bytes, name: str) -> Match | Declined:
        """Tell from the first 4096 bytes and the file's name whether it is of this form."""
        ...

    def read(self, source: SourceFile, sha256: str) -> Iterator[Item]:
        """Read the whole file. Raises RefusedError where it cannot be read at all."""
        ...
