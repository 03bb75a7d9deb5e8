"""Who said what in a record: the interface of the engines that attribute statements, and how they are run."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import chain, islice
from typing import Protocol

from msgspec.structs import replace

from fonds.diplomatics.statements.engine import BuiltIn, with_human_kept
from fonds.errors import FondsError
from fonds.processes import work_for_parent
from fonds.record import Finding, Record, Statement, Text

BATCH = 16
"""Records that go to a working process at once."""
FEW = 48
"""Fewer records than this are not worth the start of processes."""
AHEAD = 2
"""Batches that each process may have waiting."""
LONGEST_SHOWN = 120
"""Characters of an error that a finding tells."""
FAILED = "statements-failed"
"""The code of the finding in a record whose words the built-in engine could not get through."""


class Attributor(Protocol):
    """An engine that finds statements. `name`, with its version, is the `by` of what it finds."""

    name: str
    findings: Sequence[Finding]
    """What could not be made sense of in the last text."""

    def statements(self, record: Record, text: Text) -> tuple[Statement, ...]:
        """The statements of one text of the record, in order of their contents."""
        ...


@cache
def built_in() -> Attributor:
    """The engine that comes with Fonds. Raises MissingExtraError where the extra "statements" is not installed."""
    return BuiltIn()


def attribute(record: Record, attributor: Attributor | None = None) -> Record:
    """The record, each of its texts with the statements found in it.

    Statements that people made stay; those that a program made before are replaced. Raises MissingExtraError where the
    built-in engine is wanted and not installed. Whatever else an engine raises bears a note of the record's identifier.
    """
    engine = attributor or built_in()
    texts: list[Text] = []
    findings = [*record.findings]
    for text in record.texts:
        try:
            found = engine.statements(record, text)
        except Exception as error:
            error.add_note(f"It was raised by what is read in the record {record.id}.")
            raise
        texts.append(with_human_kept(text, found))
        findings += engine.findings
    return replace(record, texts=tuple(texts), findings=tuple(findings))


def attribute_all(records: Iterable[Record], jobs: int = 1) -> Iterator[Record]:
    """The records with their statements by the built-in engine, in the order given.

    With `jobs` above 1 as many processes work. No more than a few batches of records are held at a time. A record that
    the engine fails at comes as it was, with a finding of the code `FAILED`: one does not keep the others waiting.
    Raises MissingExtraError, before the first record is taken, where the engine is not installed.
    """
    built_in()
    rest = iter(records)
    first = list(islice(rest, FEW))
    if jobs <= 1 or len(first) < FEW:
        yield from map(_attributed, chain(first, rest))
        return
    rest = chain(first, rest)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_prepare_process) as pool:
        waiting: deque[Future[list[Record]]] = deque()
        while batch := list(islice(rest, BATCH)):
            waiting.append(pool.submit(_attribute_batch, batch))
            if len(waiting) > jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _prepare_process() -> None:
    """One thread a process, set before numpy is loaded; and no process outlives the one that it works for."""
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
    work_for_parent()


def _attribute_batch(records: list[Record]) -> list[Record]:
    return [_attributed(record) for record in records]


def _attributed(record: Record) -> Record:
    try:
        return attribute(record)
    except FondsError:
        raise
    except Exception as error:  # noqa: BLE001 - a mistake of ours in one text, which is told of and not hidden
        failed = Finding(FAILED, f"{type(error).__name__}: {error}"[:LONGEST_SHOWN])
        return replace(record, findings=(*record.findings, failed))
