"""Writing to an index: one writer at a time, on a disk that may be full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import tantivy

from fonds.errors import ArchiveBusyError, FondsError


@contextmanager
def writing(index: tantivy.Index, heap: int, threads: int, thing: str) -> Iterator[tantivy.IndexWriter]:
    """A writer of the index; what was not committed at the end is given up.

    Raises ArchiveBusyError where another one writes, FondsError where the files cannot be written.
    """
    try:
        writer = index.writer(heap, threads)
    except ValueError as error:
        next_step = "Wait until the other is done."
        raise ArchiveBusyError(thing, seen=str(error), wanted="one writer", next_step=next_step) from error
    try:
        yield writer
    except BaseException:
        with suppress(ValueError):  # what stopped the writing tells more than what follows from it
            writer.wait_merging_threads()
        raise
    with written(thing):
        writer.wait_merging_threads()
    index.reload()


@contextmanager
def written(thing: str) -> Iterator[None]:
    """Say of files that cannot be written what can be done about it."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise FondsError(
            thing,
            seen=str(error),
            wanted="files that can be written, and room on the disk",
            next_step="Make room and give the same command again; what was taken in before is safe.",
        ) from error
