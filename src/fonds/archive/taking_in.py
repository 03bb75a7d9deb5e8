"""Taking in: what the readers bring is kept, file by file, and the index follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from fonds.accession.reading import Reading, Unchanged, drop, entries, index_documents
from fonds.accession.source import SourceFile
from fonds.accession.walk import Refusal, refusal
from fonds.catalogue import Catalogue, Change, Originals
from fonds.discovery import Writer
from fonds.errors import RefusedError

COMMIT_EVERY = 50_000
"""Records between two commits of the index: what a killed taking-in has to index again at most."""


class Progress(Struct, frozen=True):
    """How far a taking-in has come."""

    done_files: int
    files: int
    done_bytes: int
    bytes: int
    records: int


class Added(Struct, frozen=True):
    """What a taking-in did, in numbers of files and of their records."""

    sources: int = 0
    unchanged: int = 0
    records: int = 0
    changes: tuple[Change, ...] = ()
    findings: int = 0
    refused: tuple[Refusal, ...] = ()


class Keeping:
    """Keeps what readers bring, file by file, in the catalogue, among the originals, and in the index."""

    def __init__(self, catalogue: Catalogue, originals: Originals, writer: Writer) -> None:
        self._catalogue = catalogue
        self._originals = originals
        self._writer = writer
        self._withdrew = False
        self._uncommitted = 0

    def keep(self, source: SourceFile, reading: Reading) -> Change:
        """Keep a file with its records. Raises RefusedError, and has changed nothing then."""
        # Of a new file nothing is in the index yet, unless a document moved into it from a file just before.
        is_new = self._catalogue.held(source.key) is None and not self._withdrew
        original = partial(self._originals.keep, source.path, source.key, reading.accession.sha256)
        change = self._catalogue.keep(reading.accession, entries(reading), reading.agents, original)
        self._withdrew = self._withdrew or change.withdrawn > 0
        self._index(reading, is_new=is_new)
        return change

    def _index(self, reading: Reading, *, is_new: bool) -> None:
        for identifier, document in index_documents(reading):
            if is_new:
                self._writer.add(document)
            else:
                self._writer.replace(identifier, document)
        self._uncommitted += reading.records
        if self._uncommitted >= COMMIT_EVERY:
            self._commit()

    def _commit(self) -> None:
        for identifier in self._catalogue.withdrawn_unindexed():
            self._writer.remove(identifier)
        self._writer.commit()
        self._catalogue.mark_indexed(self._catalogue.last_act())
        self._uncommitted = 0
        self._withdrew = False

    def finish(self) -> None:
        """Let all that was kept outlive a power failure, and be found."""
        self._originals.flush()
        self._commit()


class TakingIn:
    """One run of it. Without `keeping` it is a trial: everything is read and counted, and nothing kept."""

    def __init__(
        self, sources: Sequence[SourceFile], keeping: Keeping | None, progress: Callable[[Progress], None] | None
    ) -> None:
        self._keeping = keeping
        self._progress = progress
        self._sizes = {source.key: _size(source) for source in sources}
        self._done = self._done_bytes = self._records = self._unchanged = self._findings = 0
        self._changes: list[Change] = []
        self._refused: list[Refusal] = []

    def take(self, source: SourceFile, answer: Reading | Unchanged | Refusal) -> None:
        """Keep what a reader answered of a file."""
        if isinstance(answer, Refusal):
            self._refused.append(answer)
        elif isinstance(answer, Unchanged):
            self._unchanged += 1
        else:
            self._keep(source, answer)
            drop(answer)
        self._done += 1
        self._done_bytes += self._sizes[source.key]
        if self._progress:
            whole = len(self._sizes), self._done_bytes, sum(self._sizes.values())
            self._progress(Progress(self._done, *whole, self._records))

    def _keep(self, source: SourceFile, reading: Reading) -> None:
        if self._keeping:
            try:
                change = self._keeping.keep(source, reading)
            except RefusedError as error:
                self._refused.append(refusal(source, error))
                return
            self._changes.append(change)
            self._findings += change.findings
        else:
            self._findings += reading.findings
        self._records += reading.records

    def finish(self, refused: Sequence[Refusal]) -> Added:
        """What was done; `refused` were refused before they were read."""
        if self._keeping and self._changes:
            self._keeping.finish()
        return Added(
            sources=self._done - self._unchanged - len(self._refused),
            unchanged=self._unchanged,
            records=self._records,
            changes=tuple(self._changes),
            findings=self._findings,
            refused=(*refused, *self._refused),
        )


def _size(source: SourceFile) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
