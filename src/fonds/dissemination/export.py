"""A whole archive written out in a form that other systems read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from fonds.citation import FORMATS
from fonds.dissemination.tables import table_lines
from fonds.dissemination.tei import file_name, render_tei
from fonds.errors import UsageError, explained
from fonds.record import Record, encode_record


class Exported(Struct, frozen=True):
    """How many records were written, and into which files."""

    count: int
    files: tuple[Path, ...]


Writer = Callable[[Iterator[Record], Path], tuple[Path, ...]]


def export(records: Iterable[Record], directory: Path, form: str) -> Exported:
    """Write every record to `directory` in one of `FORMS`; what is interrupted leaves no half file.

    Raises UsageError for another form.
    """
    if form not in FORMS:
        raise UsageError("export format", seen=form, wanted=", ".join(FORMS), next_step="Name one of these.")
    counted = _Counted(records)
    with explained(UsageError, f"folder {directory}", wanted="a folder that can be made and written"):
        directory.mkdir(parents=True, exist_ok=True)
        files = FORMS[form](iter(counted), directory)
    return Exported(counted.count, files)


def written(records: Iterator[Record], form: str) -> Iterator[bytes]:
    """The records in one of `STREAMS`, piece by piece. Raises UsageError for another form."""
    if form not in STREAMS:
        raise UsageError("form of the records", seen=form, wanted=", ".join(STREAMS), next_step="Name one of these.")
    return STREAMS[form][1](records)


class _Counted:
    def __init__(self, records: Iterable[Record]) -> None:
        self.records = records
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self.records:
            self.count += 1
            yield record


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that is there only once it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _one_file(name: str, pieces: Callable[[Iterator[Record]], Iterator[bytes]]) -> Writer:
    def write(records: Iterator[Record], directory: Path) -> tuple[Path, ...]:
        path = directory / name
        with _whole(path) as file:
            file.writelines(pieces(records))
        return (path,)

    return write


def _jsonl(records: Iterator[Record]) -> Iterator[bytes]:
    return (encode_record(record) + b"\n" for record in records)


def _csl_json(records: Iterator[Record]) -> Iterator[bytes]:
    yield b"["
    for number, record in enumerate(records):
        yield (",\n" if number else "\n").encode() + FORMATS["csl-json"](record).strip().encode()
    yield b"\n]\n"


def _bibliography(form: str) -> Callable[[Iterator[Record]], Iterator[bytes]]:
    def pieces(records: Iterator[Record]) -> Iterator[bytes]:
        return (FORMATS[form](record).rstrip().encode() + b"\n\n" for record in records)

    return pieces


def _tei(records: Iterator[Record], directory: Path) -> tuple[Path, ...]:
    return tuple(_tei_file(record, directory) for record in records)


def _tei_file(record: Record, directory: Path) -> Path:
    path = directory / file_name(record.id)
    with _whole(path) as file:
        file.write(render_tei(record))
    return path


STREAMS: dict[str, tuple[str, Callable[[Iterator[Record]], Iterator[bytes]]]] = {
    "jsonl": ("records.jsonl", _jsonl),
    "csv": ("records.csv", table_lines),
    "bibtex": ("records.bib", _bibliography("bibtex")),
    "ris": ("records.ris", _bibliography("ris")),
    "csl-json": ("records.json", _csl_json),
}
"""Form that any number of records make one file of -> the file's name, and what writes it piece by piece."""

FORMS: dict[str, Writer] = {"tei": _tei} | {form: _one_file(name, pieces) for form, (name, pieces) in STREAMS.items()}
