"""One file as it comes in: where it is, what it is called, and its bytes, read no further than is safe."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from fonds.authority.people_list import read_people
from fonds.errors import RefusedError
from fonds.record import Agent, Source

HEAD_SIZE = 4096
CHUNK_SIZE = 1 << 20
DATA = frozenset({".csv", ".json", ".jsonl", ".ndjson", ".tsv", ".toml", ".yaml", ".yml"})
"""Endings of files of data, such as lie beside documents: they are text, but not a document."""


class SourceFile(Struct, frozen=True):
    """A file to be read.

    `name` is its path below the folder that was given, with forward slashes; `collection` is the folder that it
    lies in, named the same way. `people_file` is the list of names that holds for it, `register` the archive's register
    of office-holders as `write_register` wrote it.
    """

    path: Path
    name: str
    collection: str
    people_file: Path | None = None
    register: Path | None = None

    @property
    def key(self) -> str:
        """What the file is kept under: the same whether it was given alone or with its folder."""
        return f"{self.collection}/{self.path.name}"

    @property
    def stem(self) -> str:
        """The file's name without folder and ending: the last part of the identifier of what it holds."""
        return self.path.stem

    @property
    def is_data(self) -> bool:
        """Whether its name says that it holds data, not a document."""
        return self.path.suffix.lower() in DATA

    @property
    def people(self) -> tuple[Agent, ...]:
        """The list of names that holds for this file; empty where there is none."""
        return read_people(self.people_file) if self.people_file else ()

    def head(self) -> bytes:
        """The first `HEAD_SIZE` bytes: enough for a reader to tell whether the file is of its form."""
        with self._open() as file:
            return self._read(file, HEAD_SIZE)

    def digest(self) -> str:
        """The SHA-256 of the file's bytes, in hexadecimal."""
        with self._open() as file:
            digest = hashlib.sha256()
            while chunk := self._read(file, CHUNK_SIZE):
                digest.update(chunk)
        return digest.hexdigest()

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """The file's bytes in pieces. Raises RefusedError at the end where they are no longer those of `sha256`."""
        digest = hashlib.sha256()
        with self._open() as file:
            while chunk := self._read(file, CHUNK_SIZE):
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != sha256:
            wanted = "a file that stays as it is meanwhile"
            raise RefusedError(self.name, seen="it changed while it was read", wanted=wanted, next_step="Add it again.")

    def content(self, sha256: str, *, limit: int) -> bytes:
        """All the file's bytes, at most `limit` of them. Raises RefusedError where there are more."""
        pieces: list[bytes] = []
        size = 0
        for chunk in self.chunks(sha256):
            size += len(chunk)
            if size > limit:
                raise RefusedError(
                    self.name,
                    seen=f"more than {limit >> 20} MiB",
                    wanted=f"a file of this form of at most {limit >> 20} MiB",
                    next_step="Split it into one file a document.",
                )
            pieces.append(chunk)
        return b"".join(pieces)

    def described(self, sha256: str, media_type: str, reader: str) -> Source:
        """The file as its records name it."""
        return Source(self.name, sha256, media_type, reader)

    def _open(self) -> BinaryIO:
        try:
            return self.path.open("rb")
        except OSError as error:
            raise self._refused(error) from error

    def _read(self, file: BinaryIO, size: int) -> bytes:
        try:
            return file.read(size)
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> RefusedError:
        return RefusedError(
            self.name,
            seen=error.strerror or str(error),
            wanted="a file that can be read",
            next_step="Check its rights.",
        )
