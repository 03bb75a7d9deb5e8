"""Which files come in: the paths given, and what lies below them."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from fonds.accession.source import SourceFile
from fonds.errors import RefusedError

PEOPLE = "people.csv"
"""The file in a folder that lists the people of the documents beside and below it."""


class Refusal(Struct, frozen=True):
    """An input that was not taken in, and why. `data`: it is no document, but data that lies beside documents."""

    name: str
    reason: str
    data: bool = False


def refusal(source: SourceFile, error: RefusedError) -> Refusal:
    """The refusal of a file; the reason does not name it again."""
    own = error.thing in {source.name, f"file {source.key}"}
    return Refusal(source.name, error.reason if own else str(error), source.is_data)


class Found(Struct, frozen=True):
    """The files to read, by key, and what cannot even be looked at."""

    sources: tuple[SourceFile, ...]
    refused: tuple[Refusal, ...]


def find_sources(paths: Sequence[Path], people: Path | None = None) -> Found:
    """All files at and below the paths, in one order whatever the order given. `people` overrides each people.csv.

    Hidden files, and links that lead out of the folder given, are not followed.
    """
    refused: list[Refusal] = []
    by_key: dict[str, SourceFile] = {}
    for path in sorted(paths):
        for source in _below(path, people, refused):
            other = by_key.setdefault(source.key, source)
            if other.path.resolve() != source.path.resolve():
                reason = f"{source.path} and {other.path} would both be kept as {source.key}. Rename one or its folder."
                refused.append(Refusal(source.name, reason))
    return Found(tuple(by_key[key] for key in sorted(by_key)), tuple(refused))


def _below(path: Path, people: Path | None, refused: list[Refusal]) -> Iterator[SourceFile]:
    try:
        root = path.resolve()
        mode = root.stat().st_mode
    except FileNotFoundError:
        refused.append(Refusal(_printable(path), "there is no such file or folder. Check the path."))
    except OSError as error:
        refused.append(Refusal(_printable(path), f"{error.strerror}. Check the path and its rights."))
    else:
        if stat.S_ISDIR(mode):
            yield from _walk(root, people, refused)
        elif stat.S_ISREG(mode) and (reason := _reason_against_name(root.name)):
            refused.append(Refusal(_printable(path), reason))
        elif stat.S_ISREG(mode):
            yield SourceFile(root, root.name, root.parent.name, people or _people_of(root.parent, root.parent))
        else:
            refused.append(Refusal(_printable(path), "it is neither a file nor a folder. Check the path."))


def _walk(root: Path, people: Path | None, refused: list[Refusal]) -> Iterator[SourceFile]:
    def refuse(error: OSError) -> None:
        refused.append(Refusal(_printable(error.filename), f"{error.strerror}. Check the rights of the folder."))

    for folder, folders, files in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        below = here.relative_to(root).as_posix()
        collection = root.name if below == "." else below
        listed = people or _people_of(here, root)
        for name in sorted(files):
            if name.startswith(".") or name == PEOPLE:
                continue
            reason = _reason_against(here / name, root)
            if reason:
                refused.append(Refusal(_printable(here / name), reason))
            else:
                yield SourceFile(here / name, (here / name).relative_to(root).as_posix(), collection, listed)


def _reason_against(file: Path, root: Path) -> str | None:
    try:
        ordinary = file.is_file()
    except OSError as error:
        return f"{error.strerror}. Check the rights of the folder."
    if not ordinary:
        return "it is not an ordinary file. Remove it from the folder."
    if file.is_symlink() and not file.resolve().is_relative_to(root):
        return "it is a link that leads out of the folder. Copy the file itself."
    return _reason_against_name(file.name)


def _reason_against_name(name: str) -> str | None:
    """Why a file may not be called so: signs that cannot be printed, but for spaces, or bytes that are no Unicode."""
    readable = all(sign.isprintable() or unicodedata.category(sign) == "Zs" for sign in name)
    return None if readable else "its name is not readable text. Rename it."


def _printable(path: Path | str) -> str:
    """A path on one line of Unicode: what cannot be printed as Python escapes it."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in str(path))


def _people_of(folder: Path, root: Path) -> Path | None:
    """The nearest list of people: of the folder itself, else of those above it up to the one given."""
    for above in (folder, *folder.parents):
        with suppress(PermissionError):  # the folder's own files are refused for the same reason
            if (above / PEOPLE).is_file():
                return above / PEOPLE
        if above == root:
            break
    return None
