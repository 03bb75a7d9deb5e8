"""What every command is handed, and the ways in which all of them print."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from cyclopts.validators import Number

from fonds.accession.walk import Refusal
from fonds.archive import Archive
from fonds.archive import open as open_archive
from fonds.errors import UsageError

DONE, SOME_REFUSED, NOTHING_DONE = 0, 1, 2


class Context:
    """Where the archive is."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def archive(self, *, create: bool = False, writable: bool = False) -> Archive:
        """The archive, open."""
        return open_archive(self.path, create=create, writable=writable)


InContext = Annotated[Context, Parameter(parse=False)]
"""The parameter of a command that is not the user's to give."""

Json = Annotated[bool, Parameter(name="--json", negative="", help="Print one JSON object.")]
JsonLines = Annotated[bool, Parameter(name="--jsonl", negative="", help="Print one JSON object a line.")]


People = Annotated[Path | None, Parameter(help="A list of names (CSV: id, name, description) for all the files.")]
Jobs = Annotated[int | None, Parameter(help="Reading processes; one a core if not given.", validator=Number(gte=1))]
RecordId = Annotated[str, Parameter(help="The record's identifier, as `fonds search` prints it.")]


def require_paths(paths: Sequence[Path], command: str) -> Sequence[Path]:
    """The paths that a command was given. Raises UsageError where there is none."""
    if not paths:
        next_step = f"Name at least one: {command} FOLDER"
        raise UsageError(command, seen="no path", wanted="files or folders", next_step=next_step)
    return paths


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number of things in words: "1 record", "20,659 records"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def in_brackets(*facts: str | None) -> str:
    """What is known of a record, for a line that begins with its identifier: "(letter, 1932-10-23)"."""
    return f"({', '.join(filter(None, facts)) or 'no date'})"


def print_json(value: object) -> None:
    """One JSON object, indented, on standard output."""
    print(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def print_lines(values: Iterable[object]) -> None:
    """One JSON object a line, on standard output."""
    for value in values:
        print_line(msgspec.json.encode(value))


def print_line(line: bytes) -> None:
    """One line of JSON on standard output."""
    sys.stdout.buffer.write(line + b"\n")


def tell(words: str) -> None:
    """A message to the person at the terminal."""
    print(words, file=sys.stderr)


def tell_refused(refused: Sequence[Refusal]) -> int:
    """Name each input that was refused; returns the exit code that says so. Data beside documents need nobody mind."""
    if data := [refusal.name for refusal in refused if refusal.data]:
        tell(f"passed over, as data and no documents: {', '.join(data)}")
    documents = [refusal for refusal in refused if not refusal.data]
    for refusal in documents:
        tell(f"refused: {refusal.name}: {refusal.reason}")
    return SOME_REFUSED if documents else DONE
