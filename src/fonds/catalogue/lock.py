"""One writer at a time: a lock on a file, which the system lets go of when the process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Final

from fonds.errors import ArchiveBusyError

_held: Final[set[Path]] = set()
"""Locks of this process: the system refuses a record lock to other processes only, not to its own holder."""


class WriteLock:
    """The right to write, from `WriteLock(path)` to `release()`.

    A record lock (POSIX `fcntl`), because child processes do not inherit it: a reading process that outlives a killed
    writer does not keep the archive locked. Raises ArchiveBusyError where another writer holds it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        if self._path in _held:
            raise _busy(self._path, f"process {os.getpid()}")
        self._file = self._path.open("a+")
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _busy(self._path, self._holder()) from error
        self._file.truncate(0)
        self._file.write(f"process {os.getpid()}")
        self._file.flush()
        _held.add(self._path)

    def release(self) -> None:
        """Let the next writer in. The file stays: to remove it would let two writers in at once."""
        _held.discard(self._path)
        self._file.close()

    def _holder(self) -> str:
        with self._file as file:
            file.seek(0)
            return file.read(40) or "another process"


def _busy(path: Path, holder: str) -> ArchiveBusyError:
    return ArchiveBusyError(
        f"archive {path.parent}",
        seen=f"{holder} is writing to it",
        wanted="one writer at a time",
        next_step="Wait until it has ended, or end it, and try again; reading goes on meanwhile.",
    )
