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


class TakingIn:
    """One run of it."""

    def __init__(
        self,
        catalogue: Catalogue,
        originals: Originals,
        writer: Writer,
        sources: Sequence[SourceFile],
        progress: Callable[[Progress], None] | None,
        *,
        dry_run: bool,
    ) -> None:
        self.catalogue = catalogue
        self.originals = originals
        self.writer = writer
        self.dry_run = dry_run
        self.withdrew = False
        self.progress = progress
        self.sizes = {source.key: _size(source) for source in sources}
        self.done = self.done_bytes = self.records = self.uncommitted = self.unchanged = self.findings = 0
        self.changes: list[Change] = []
        self.refused: list[Refusal] = []

    def take(self, source: SourceFile, answer: Reading | Unchanged | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.refused.append(answer)
        elif isinstance(answer, Unchanged):
            self.unchanged += 1
        else:
            self._keep(source, answer)
            drop(answer)
        self.done += 1
        self.done_bytes += self.sizes[source.key]
        if self.progress:
            self.progress(Progress(self.done, len(self.sizes), self.done_bytes, sum(self.sizes.values()), self.records))

    def _keep(self, source: SourceFile, reading: Reading) -> None:
        if not self.dry_run:
            # Of a new file nothing is in the index yet, unless a document moved into it from a file just before.
            new = self.catalogue.held(source.key) is None and not self.withdrew
            try:
                original = partial(self.originals.keep, source.path, source.key, reading.accession.sha256)
                change = self.catalogue.keep(reading.accession, entries(reading), reading.agents, original)
            except RefusedError as error:
                self.refused.append(refusal(source, error))
                return
            self.changes.append(change)
            self.findings += change.findings
            self.withdrew = self.withdrew or change.withdrawn > 0
            self._index(reading, new=new)
        else:
            self.findings += reading.findings
        self.records += reading.records

    def _index(self, reading: Reading, *, new: bool) -> None:
        for identifier, document in index_documents(reading):
            if new:
                self.writer.add(document)
            else:
                self.writer.replace(identifier, document)
        self.uncommitted += reading.records
        if self.uncommitted >= COMMIT_EVERY:
            self._commit()

    def _commit(self) -> None:
        for identifier in self.catalogue.withdrawn_unindexed():
            self.writer.remove(identifier)
        self.writer.commit()
        self.catalogue.mark_indexed(self.catalogue.last_act())
        self.uncommitted = 0
        self.withdrew = False

    def finish(self, refused: Sequence[Refusal]) -> Added:
        if self.changes:
            self.originals.flush()
            self._commit()
        return Added(
            sources=len(self.changes) if not self.dry_run else self.done - self.unchanged - len(self.refused),
            unchanged=self.unchanged,
            records=self.records,
            changes=tuple(self.changes),
            findings=self.findings,
            refused=(*refused, *self.refused),
        )


def _size(source: SourceFile) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
