"""The original files: every content that a file ever came with, byte for byte, in an OCFL storage root.

An object is built aside, in the folder of `_STAGING`, and put in its place by renaming it, at one stroke. A further
version takes three: its folder is moved into the object first, then the object's inventory is replaced, which is what
readers go by, then the inventory's digest. What an interruption leaves aside tells what is still to be done.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from fonds.catalogue import ocfl
from fonds.catalogue.ocfl import Inventory
from fonds.errors import CorruptArchiveError, NotFoundError, RefusedError, UsageError, explained

_CHUNK: Final = 1 << 20
_STAGING: Final = "extensions/fonds-staging"
"""A place that OCFL leaves to programs (OCFL 1.1, section 4.4), on the same disk as the objects."""
_WANTED: Final = "files that can be read, and an archive that can be written"


class Originals:
    """The original files of an archive, each under the key of its source."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        self._root = path
        self._staging = path / _STAGING
        self._writable = writable

    @classmethod
    def open(cls, path: Path, *, writable: bool = False) -> Self:
        """Open the folder of originals; where it is to be written, make it and finish what was interrupted.

        To write, hold the archive's lock (`Catalogue.open`). Raises CorruptArchiveError for a folder of other things.
        """
        originals = cls(path, writable=writable)
        if writable:
            with explained(UsageError, f"originals {path}", wanted=_WANTED):
                originals._lay_out()
                for left in originals._staging.iterdir():
                    originals._finish(left)
        return originals

    def keep(self, file: Path, key: str, sha256: str) -> int:
        """Keep the bytes of `file` under `key`, and give the number of the version that has them, from 1.

        Nothing changes where the newest version has them already. Raises RefusedError where the file cannot be read,
        or its bytes are no longer those of `sha256`.
        """
        if not self._writable:
            raise UsageError(
                f"originals {self._root}",
                seen="open to read",
                wanted="one that is open to write",
                next_step="Open the archive with `writable=True`.",
            )
        with explained(RefusedError, f"file {_shown(key)}", wanted=_WANTED):
            return self._keep(file, key, sha256)

    def _keep(self, file: Path, key: str, sha256: str) -> int:
        identifier = ocfl.object_identifier(key)
        parts = ocfl.object_parts(identifier)
        home = self._root.joinpath(*parts)
        aside = self._staging / ".".join(parts)
        if aside.exists():
            self._finish(aside)
        held = ocfl.read_inventory(home)
        if held is not None and held.digest(held.head) == sha256:
            return held.number
        name = _shown(file.name)
        inventory = held.with_version(name, sha256) if held else ocfl.first_inventory(identifier, name, sha256)
        try:
            _build(aside, inventory, file)
        except BaseException:
            with suppress(OSError):  # such as what led here; it is dropped later
                _drop(aside)
            raise
        _install(aside, home)
        return inventory.number

    def path(self, key: str, version: int | None = None) -> Path:
        """Where the bytes of a source lie: the newest, or those of a version. Raises NotFoundError."""
        home = self._home(key)
        inventory = ocfl.read_inventory(home)
        name = inventory.head if inventory and version is None else f"v{version}"
        if inventory is None or name not in inventory.versions:
            raise NotFoundError(
                f"original of {_shown(key)}" + (f", version {version}" if version else ""),
                seen="not in the archive",
                next_step="Look for a copy of it outside, and add it again.",
            )
        return ocfl.content_path(home, inventory.file(name))

    def verify(self, key: str) -> tuple[str, ...]:
        """What is wrong with the original of a source, a sentence each; empty where it is whole, in every version."""
        home = self._home(key)
        try:
            inventory = ocfl.read_inventory(home)
        except CorruptArchiveError as error:
            return (str(error),)
        return tuple(_problems(home, inventory)) if inventory else (f"there is no original in {home}",)

    def digest(self, key: str) -> str | None:
        """The SHA-256 of the newest version, as its inventory has it; None where there is no original."""
        inventory = ocfl.read_inventory(self._home(key))
        return inventory.digest(inventory.head) if inventory else None

    def unlisted(self, keys: Iterable[str]) -> Iterator[str]:
        """The folders of originals that none of these keys names."""
        listed = {self._home(key) for key in keys}
        for declaration in sorted(self._root.rglob(ocfl.OBJECT_DECLARATION[0])):
            if declaration.parent not in listed and self._staging not in declaration.parents:
                yield str(declaration.parent)

    def flush(self) -> None:
        """Wait until what was kept is on the disk itself, and would outlive a power failure.

        A process that is killed loses nothing anyway, so that this may be called once for many files.
        """
        os.sync()

    def _home(self, key: str) -> Path:
        return self._root.joinpath(*ocfl.object_parts(ocfl.object_identifier(key)))

    def _lay_out(self) -> None:
        """Make the storage root, or what is missing of it."""
        declaration, words = ocfl.ROOT_DECLARATION
        self._root.mkdir(parents=True, exist_ok=True)
        others = any(path.name != "extensions" for path in self._root.iterdir())
        if others and not self._staging.exists() and not (self._root / declaration).exists():
            raise CorruptArchiveError(
                f"folder {self._root}",
                seen="other files",
                wanted=f"originals as Fonds keeps them, with the file {declaration}",
                next_step="Name another archive folder, or move this one away.",
            )
        self._staging.mkdir(parents=True, exist_ok=True)
        for name, content in (*ocfl.ROOT_FILES.items(), (declaration, words)):
            self._write_whole(self._root / name, content)

    def _write_whole(self, path: Path, content: bytes) -> None:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = self._staging / "file"
            aside.write_bytes(content)
            aside.replace(path)

    def _finish(self, aside: Path) -> None:
        """End what an interruption left aside: drop it where nothing of it is in place yet, else go on."""
        if not aside.is_dir():
            aside.unlink()
            return
        home = self._root.joinpath(*aside.name.split("."))
        if any(aside.glob("v*")):
            self._drop_empty(home.parent)
            _drop(aside)
        else:
            _install_inventory(aside, home)

    def _drop_empty(self, folder: Path) -> None:
        with suppress(OSError):  # of the first that is not empty
            while folder != self._root:
                if folder.exists():
                    folder.rmdir()
                folder = folder.parent


def _build(aside: Path, inventory: Inventory, file: Path) -> None:
    """Make a new object, or the new version of one, aside: first the version's folder, then what is around it."""
    version = aside / inventory.head
    version.mkdir(parents=True)
    sha256 = inventory.digest(inventory.head)
    content = inventory.file(inventory.head)
    if content.startswith(f"{inventory.head}/"):
        (aside / content).parent.mkdir()
        _copy(file, aside / content, sha256)
    encoded = inventory.encoded()
    ocfl.write_inventory(version, encoded)
    ocfl.write_inventory(aside, encoded)
    if inventory.number == 1:
        name, words = ocfl.OBJECT_DECLARATION
        (aside / name).write_bytes(words)


def _copy(file: Path, copy: Path, sha256: str) -> None:
    digest = hashlib.sha256()
    with file.open("rb") as source, copy.open("xb") as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    if digest.hexdigest() != sha256:
        raise RefusedError(
            f"file {_shown(str(file))}",
            seen="it changed while it was taken in",
            wanted="a file that stays as it is meanwhile",
            next_step="Add it again.",
        )


def _install(aside: Path, home: Path) -> None:
    """Put what was built aside in its place."""
    if (aside / ocfl.OBJECT_DECLARATION[0]).exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        aside.rename(home)
        return
    (version,) = aside.glob("v*")
    if (home / version.name).exists():  # in no inventory: what it was left from is gone
        shutil.rmtree(home / version.name)
    version.rename(home / version.name)
    _install_inventory(aside, home)


def _install_inventory(aside: Path, home: Path) -> None:
    """Put the inventory in its place, once its version is there; again, where that was interrupted."""
    for name in (ocfl.INVENTORY, ocfl.SIDECAR):
        if (aside / name).exists():
            (aside / name).replace(home / name)
    shutil.rmtree(aside)


def _drop(aside: Path) -> None:
    """Remove what was built aside; first what would be taken for an inventory whose version is in its place."""
    for name in (ocfl.INVENTORY, ocfl.SIDECAR):
        (aside / name).unlink(missing_ok=True)
    shutil.rmtree(aside)


def _problems(home: Path, inventory: Inventory) -> Iterator[str]:
    encoded = (home / ocfl.INVENTORY).read_bytes()
    for folder in (home, home / inventory.head):
        if _read(folder / ocfl.INVENTORY) != encoded or _read(folder / ocfl.SIDECAR) != ocfl.sidecar(encoded):
            yield f"the inventory in {folder} or its digest was altered"
    listed = {path: digest for digest, paths in inventory.manifest.items() for path in paths}
    for path, digest in listed.items():
        yield from _content_problems(home, path, digest)
    for file in sorted(home.glob("v*/content/**/*")):
        if file.is_file() and str(file.relative_to(home)) not in listed:
            yield f"file {file} is in no inventory"


def _content_problems(home: Path, path: str, digest: str) -> Iterator[str]:
    try:
        with ocfl.content_path(home, path).open("rb") as file:
            if hashlib.file_digest(file, ocfl.ALGORITHM).hexdigest() != digest:
                yield f"file {home / path} was altered"
    except FileNotFoundError:
        yield f"file {home / path} is missing"
    except (OSError, CorruptArchiveError) as error:
        yield str(error)


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _shown(name: str) -> str:
    """A name, with escapes for what in it is not Unicode."""
    return name.encode(errors="backslashreplace").decode()
