"""The second pass: statements are looked for in records that have none yet, kept, and the index follows."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, Protocol

from msgspec import Struct

from fonds.archive.saying import said_in
from fonds.archive.settings import EngineSettings
from fonds.catalogue import Catalogue
from fonds.diplomatics.statements import attribute, attribute_all
from fonds.diplomatics.statements.attributor import FAILED
from fonds.diplomatics.statements.engine import BuiltIn
from fonds.diplomatics.statements.language_model import LEFT_OUT, LanguageModel
from fonds.diplomatics.statements.model_server import ModelServer
from fonds.discovery import StatementWriter, statement_documents
from fonds.errors import NotFoundError
from fonds.record import Agent, Record

_BATCH: Final = 64
"""Records kept in one transaction: what a killed pass has to look at again at most, beside those in the processes."""
_COMMIT_SECONDS: Final = 20
"""Between two commits of the index: what was found can be asked for so soon."""
_COMMIT_RECORDS: Final = 5_000


class Engine(Protocol):
    """What finds statements. The same records give the same statements, whatever the number of processes."""

    @property
    def name(self) -> str:
        """Its name and version."""
        ...

    def attribute_all(self, records: Iterable[Record], jobs: int) -> Iterator[Record]:
        """The records, in order, with their texts' statements. Raises MissingExtraError where it cannot work."""
        ...


class BuiltInEngine:
    """The engine that comes with Fonds; it needs the extra "statements"."""

    name = BuiltIn.name

    def attribute_all(self, records: Iterable[Record], jobs: int) -> Iterator[Record]:
        """The records, in order, with their texts' statements. Raises MissingExtraError."""
        return attribute_all(records, jobs)


class ModelEngine:
    """A language model at an address that the archive's keeper names. `left_out` counts what is in no text."""

    def __init__(self, settings: EngineSettings) -> None:
        """Raises UsageError where the settings name no model that a text may be sent to."""
        server = ModelServer(settings.address, settings.model, key=os.environ.get(settings.key, ""))
        self._model = LanguageModel(server)
        self.name = self._model.name
        self.left_out = 0

    def attribute_all(self, records: Iterable[Record], jobs: int) -> Iterator[Record]:  # noqa: ARG002 - as every engine
        """The records, in order, with their texts' statements; one is asked for at a time. Raises UsageError."""
        for record in records:
            done = attribute(record, self._model)
            self.left_out += sum(finding.code == LEFT_OUT for finding in done.findings)
            yield done


class Attributing(Struct, frozen=True):
    """How far a pass has come; `bytes` are those of the records, of which it has to look at `all_bytes`."""

    records: int
    all_records: int
    bytes: int
    all_bytes: int
    words: int
    statements: int


class Attributed(Struct, frozen=True):
    """What a pass did: records looked at, words in them, statements found; and with what.

    `failed` are the identifiers of the records that the engine could not get through.
    """

    name: str
    records: int
    words: int
    statements: int
    failed: tuple[str, ...] = ()


class AttributingPass:
    """One pass. What it has done stays done, whatever ends it; the next one goes on with what is left."""

    def __init__(
        self,
        catalogue: Catalogue,
        writer: StatementWriter,
        engine: Engine,
        progress: Callable[[Attributing], None] | None,
    ) -> None:
        self._catalogue = catalogue
        self._engine = engine
        self._progress = progress
        self._follower = Follower(catalogue, writer)
        self._sizes: dict[str, int] = {}
        self._records = self._bytes = self._words = self._statements = 0
        self._failed: list[str] = []

    def run(self, jobs: int, *, redo: bool) -> Attributed:
        """Look at all that waits; with `redo`, at what another program or version looked at too."""
        former = self._engine.name if redo else None
        waiting = self._catalogue.statements.waiting(former)
        found = self._engine.attribute_all(self._read(former), jobs) if waiting.records else iter(())
        try:
            while batch := list(islice(found, _BATCH)):
                self._keep(batch)
                if self._progress:
                    counts = self._words, self._statements
                    self._progress(Attributing(self._records, waiting.records, self._bytes, waiting.bytes, *counts))
        finally:
            self._follower.commit()
        return Attributed(self._engine.name, self._records, self._words, self._statements, tuple(self._failed))

    def _read(self, former: str | None) -> Iterator[Record]:
        for record, size in self._catalogue.statements.unattributed(former):
            self._sizes[record.id] = size
            yield record

    def _keep(self, batch: list[Record]) -> None:
        shelf = self._catalogue.statements
        shelf.keep(batch, self._engine.name)
        for record in batch:
            self._follower.follow(record.id, shelf.decided(record))
            self._bytes += self._sizes.pop(record.id)
            self._words += sum(text.content.count(" ") + 1 for text in record.texts)
            self._statements += sum(len(text.statements) for text in record.texts)
            if any(finding.code == FAILED for finding in record.findings):
                self._failed.append(record.id)
        self._records += len(batch)


class Follower:
    """Lets the index of statements follow the catalogue."""

    def __init__(self, catalogue: Catalogue, writer: StatementWriter) -> None:
        self._catalogue = catalogue
        self._writer = writer
        self._agents: dict[str, dict[str, Agent]] = {}
        self._uncommitted: list[str] = []
        self._committed = time.monotonic()

    def follow_all(self) -> int:
        """Bring the index to what the catalogue has; the number of records whose statements had changed."""
        unfollowed = self._catalogue.statements.unfollowed()
        try:
            for record_id in unfollowed:
                self.follow(record_id, self._held(record_id))
        finally:
            self.commit()
        return len(unfollowed)

    def follow(self, record_id: str, record: Record | None) -> None:
        """Take in the statements of a record as they are now; None where it was withdrawn."""
        found = list(said_in(record, self._listed(record.collection))) if record else []
        self._writer.replace(record_id, statement_documents(record, found) if record else ())
        self._uncommitted.append(record_id)
        if len(self._uncommitted) >= _COMMIT_RECORDS or time.monotonic() - self._committed > _COMMIT_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Let what was taken in be found, and remember that it is."""
        if self._uncommitted:
            self._writer.commit()
            self._catalogue.statements.followed(self._uncommitted)
            self._uncommitted = []
        self._committed = time.monotonic()

    def _held(self, record_id: str) -> Record | None:
        try:
            return self._catalogue.get(record_id)
        except NotFoundError:
            return None

    def _listed(self, collection: str) -> dict[str, Agent]:
        """The names of a collection's lists; records come by collection, so that the last one is enough to keep."""
        if collection not in self._agents:
            self._agents = {collection: self._catalogue.agents(collection)}
        return self._agents[collection]
