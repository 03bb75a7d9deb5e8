"""Files are read by processes beside the one that writes; what they read passes through files, so memory stays flat."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import struct
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import msgspec
from msgspec import Struct

from fonds.accession.reader import Item
from fonds.accession.readers import choose_reader, program
from fonds.accession.source import SourceFile
from fonds.accession.walk import Refusal, refusal
from fonds.catalogue import Accession, Entry, HeldSource, entry
from fonds.diplomatics.designations import designations, names_sought
from fonds.discovery import index_document
from fonds.errors import RefusedError
from fonds.processes import work_for_parent
from fonds.record import Agent, Finding, Record, decode_record

_ALLOCATIONS = 100_000
"""Between two runs of the garbage collector in a process that reads."""

AHEAD = 4
"""How many files may be read before their turn to be written comes."""


class Reading(Struct, frozen=True):
    """What reading a file gave. Its entries, and index documents where they are made, lie in two spools; `records`
    counts them.

    `findings` counts those of the file and of its records.
    """

    accession: Accession
    agents: tuple[Agent, ...]
    spool: str
    records: int
    findings: int


class Unchanged(Struct, frozen=True):
    """The file is held already, as it is, and was read by this version of its reader."""

    key: str


Answer = Reading | Unchanged | Refusal


def read_all(
    sources: Sequence[SourceFile],
    held: Sequence[HeldSource | None],
    spools: Path,
    jobs: int,
    *,
    searchable: bool = True,
) -> Iterator[tuple[SourceFile, Answer]]:
    """Read the files in `jobs` processes and answer in the order given. `searchable`: make index documents too."""
    tasks = list(zip(sources, held, strict=True))
    read = partial(read_one, searchable=searchable)
    if jobs == 1 or len(tasks) <= 1:
        for number, (source, known) in enumerate(tasks):
            yield source, read(source, known, spools / str(number))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(tasks)), context, initializer=_begin_reading) as pool:
        waiting: list[tuple[SourceFile, Future[Answer]]] = []
        for number, (source, known) in enumerate(tasks):
            waiting.append((source, pool.submit(read, source, known, spools / str(number))))
            if len(waiting) > jobs + AHEAD:
                first, answer = waiting.pop(0)
                yield first, answer.result()
        for first, answer in waiting:
            yield first, answer.result()


def _begin_reading() -> None:
    """Records have no cycles: the garbage collector looks for some in vain, for a tenth of the time."""
    work_for_parent()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


def read_sources(sources: Sequence[SourceFile], jobs: int = 1) -> Iterator[bytes | Refusal]:
    """The records of the files, encoded, in order; a file that cannot be read gives its refusal instead."""
    nothing_held = [None] * len(sources)
    with TemporaryDirectory(prefix="fonds-") as folder:
        for _, answer in read_all(sources, nothing_held, Path(folder), jobs, searchable=False):
            if isinstance(answer, Refusal):
                yield answer
            elif isinstance(answer, Reading):
                for kept in entries(answer):
                    yield kept.line
                drop(answer)


def read_one(source: SourceFile, held: HeldSource | None, spool: Path, *, searchable: bool = True) -> Answer:
    """Read one file into its spools, unless it is held as it is. `searchable`: make index documents too."""
    try:
        reader = choose_reader(source)
        sha256 = source.digest()
        accession = Accession(
            key=source.key,
            name=source.name,
            sha256=sha256,
            size=source.path.stat().st_size,
            media_type=reader.MEDIA_TYPE,
            program=program(reader),
            names_sha256=_names_digest(source),
        )
        if held is not None and _same(held, accession):
            return Unchanged(source.key)
        return _spooled(accession, reader.read(source, sha256), spool, searchable=searchable)
    except RefusedError as error:
        return refusal(source, error)


def entries(reading: Reading) -> Iterator[Entry]:
    """The catalogue entries of what was read."""
    for frame in _frames(reading.spool + ".entries"):
        yield _entry_decoder.decode(frame)


def index_documents(reading: Reading) -> Iterator[tuple[str, bytes]]:
    """Identifier and index document of each record that was read."""
    for frame in _frames(reading.spool + ".index"):
        yield _document_decoder.decode(frame)


def drop(reading: Reading) -> None:
    """Remove the spools."""
    for ending in (".entries", ".index"):
        Path(reading.spool + ending).unlink(missing_ok=True)


def _same(held: HeldSource, accession: Accession) -> bool:
    return (held.sha256, held.program, held.names_sha256) == (
        accession.sha256,
        accession.program,
        accession.names_sha256,
    )


def _names_digest(source: SourceFile) -> str:
    lists = [path for path in (source.people_file, source.register) if path]
    if not lists:
        return ""
    try:
        return hashlib.sha256(b"".join(path.read_bytes() for path in lists)).hexdigest()
    except OSError as error:
        raise RefusedError(
            str(source.people_file),
            seen=error.strerror or str(error),
            wanted="a list of names that can be read",
            next_step="Check its rights, or name another with --people.",
        ) from error


def _spooled(accession: Accession, items: Iterator[Item], spool: Path, *, searchable: bool) -> Reading:
    agents: list[Agent] = []
    findings: list[Finding] = []
    names: dict[str, str] = {}
    records = found = 0
    late = False
    with Path(f"{spool}.entries").open("wb") as kept, Path(f"{spool}.index").open("wb") as indexed:
        for item in items:
            if isinstance(item, Record):
                _frame(kept, _encoder.encode(entry(item, *names_sought(item), designations(item))))
                if searchable:
                    _frame(indexed, _encoder.encode((item.id, index_document(item, names))))
                records += 1
                found += len(item.findings)
            elif isinstance(item, Agent):
                agents.append(item)
                names[item.id] = item.name
                late = late or records > 0
            else:
                findings.append(item)
    accession = msgspec.structs.replace(accession, findings=tuple(findings))
    reading = Reading(accession, tuple(agents), str(spool), records, found + len(findings))
    if late and searchable:
        _index_anew(reading, names)
    return reading


def _index_anew(reading: Reading, names: dict[str, str]) -> None:
    """Where a list of names comes behind documents, those are indexed again with the names in it."""
    with Path(f"{reading.spool}.index").open("wb") as indexed:
        for kept in entries(reading):
            record = decode_record(kept.line)
            _frame(indexed, _encoder.encode((record.id, index_document(record, names))))


_LENGTH = struct.Struct("<I")
_encoder = msgspec.msgpack.Encoder()
_entry_decoder = msgspec.msgpack.Decoder(Entry)
_document_decoder = msgspec.msgpack.Decoder(tuple[str, bytes])


def _frame(file: BinaryIO, content: bytes) -> None:
    file.write(_LENGTH.pack(len(content)))
    file.write(content)


def _frames(path: str) -> Iterator[bytes]:
    with Path(path).open("rb") as file:
        while length := file.read(_LENGTH.size):
            yield file.read(_LENGTH.unpack(length)[0])
