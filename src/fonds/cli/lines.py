"""What stands on the lines of a file, or of standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from cyclopts import Parameter

from fonds.errors import UsageError, explained

LARGEST = 64 << 20
"""Bytes that are read."""
_STANDARD_INPUT = Path("-")


def file_with(what: str) -> Parameter:
    """The parameter of a command that takes such a file."""
    return Parameter(help=f"A text file with {what} on each line; - for standard input.", allow_leading_hyphen=True)


def lines(file: Path | None, what: str) -> list[str]:
    """What is on the lines that are not empty. Raises UsageError for what is no text, or larger than 64 MiB."""
    if file is None:
        return []
    wanted = f"a text in UTF-8 of at most {LARGEST >> 20} MiB with {what} on each line"
    with explained(UsageError, f"file {file}", wanted=wanted):
        written = _read(file)
    if len(written) > LARGEST:
        raise UsageError(f"file {file}", seen="a larger one", wanted=wanted, next_step="Take it in parts.")
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"file {file}", seen=str(error), wanted=wanted, next_step="Name another.") from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def _read(file: Path) -> bytes:
    if file == _STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)
