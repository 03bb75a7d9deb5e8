"""The form in which originals lie on disk: Oxford Common File Layout (OCFL) 1.1, one file in each version.

Written here and not through the ocfl-py package, which writes objects in place, so that an interruption leaves half
of one, and takes over a second and the settings of the program's log to import. The tests have it judge the result.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

import msgspec
from msgspec import Struct

from fonds.errors import CorruptArchiveError

ALGORITHM: Final = "sha256"
"""OCFL prefers SHA-512; SHA-256 is what a record names its source by, so that one digest serves both."""

INVENTORY: Final = "inventory.json"
SIDECAR: Final = f"{INVENTORY}.{ALGORITHM}"
OBJECT_DECLARATION: Final = ("0=ocfl_object_1.1", b"ocfl_object_1.1\n")
ROOT_DECLARATION: Final = ("0=ocfl_1.1", b"ocfl_1.1\n")
_LAYOUT: Final = "0003-hash-and-id-n-tuple-storage-layout"
_TUPLES, _TUPLE_SIZE = 3, 3
_LONGEST_NAME: Final = 100
_UNSAFE: Final = re.compile(rb"[^A-Za-z0-9_-]")
_SPECIFICATION: Final = "https://ocfl.io/1.1/spec/#inventory"

ROOT_FILES: Final = {
    "ocfl_layout.json": msgspec.json.encode(
        {"extension": _LAYOUT, "description": "Folders by the hash of the object's identifier, then the identifier"}
    ),
    f"extensions/{_LAYOUT}/config.json": msgspec.json.encode(
        {
            "extensionName": _LAYOUT,
            "digestAlgorithm": ALGORITHM,
            "tupleSize": _TUPLE_SIZE,
            "numberOfTuples": _TUPLES,
        }
    ),
}
"""What describes a storage root, besides its declaration (OCFL 1.1, section 4.1)."""


class User(Struct, frozen=True):
    """Who made a version."""

    name: str = "Fonds"
    address: str = "urn:fonds"


class Version(Struct, frozen=True):
    """What an object held, from one time on: `state` has file names by digest."""

    created: str
    state: dict[str, list[str]]
    message: str
    user: User = User()


class Inventory(Struct, frozen=True, rename="camel"):
    """What an object holds and held (OCFL 1.1, section 3.5): `manifest` has paths in the object by digest."""

    id: str
    head: str
    manifest: dict[str, list[str]]
    versions: dict[str, Version]
    type: str = _SPECIFICATION
    digest_algorithm: str = ALGORITHM

    def __post_init__(self) -> None:
        """Refuse, when it is read, an inventory that later steps could not follow."""
        for state in (version.state for version in self.versions.values()):
            if len(state) != 1 or not all(self.manifest.get(digest) for digest in state):
                raise ValueError("a version without one file that the manifest has")
        if self.head not in self.versions or not re.fullmatch(r"v[1-9][0-9]*", self.head):
            raise ValueError(f"no version {self.head}")

    @property
    def number(self) -> int:
        """The number of the newest version."""
        return int(self.head[1:])

    def digest(self, version: str) -> str:
        """The digest of what a version holds."""
        return next(iter(self.versions[version].state))

    def file(self, version: str) -> str:
        """The path in the object of what a version holds."""
        return self.manifest[self.digest(version)][0]

    def with_version(self, name: str, digest: str) -> Inventory:
        """The inventory with one version more. Content that an earlier version has is not stored again."""
        head = f"v{self.number + 1}"
        return msgspec.structs.replace(
            self,
            head=head,
            manifest={digest: [f"{head}/content/{name}"], **self.manifest},
            versions={**self.versions, head: _version(name, digest, "The file changed")},
        )

    def encoded(self) -> bytes:
        """The inventory as its file has it."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1)


def first_inventory(identifier: str, name: str, digest: str) -> Inventory:
    """The inventory of an object that one file begins."""
    versions = {"v1": _version(name, digest, "The file as it came")}
    return Inventory(identifier, "v1", {digest: [f"v1/content/{name}"]}, versions)


def _version(name: str, digest: str, message: str) -> Version:
    return Version(datetime.now(UTC).isoformat(timespec="seconds"), {digest: [name]}, message)


def read_inventory(path: Path) -> Inventory | None:
    """The inventory of the object in this folder; None where there is no object.

    Raises CorruptArchiveError where the inventory is not one that Fonds wrote.
    """
    try:
        return msgspec.json.decode((path / INVENTORY).read_bytes(), type=Inventory)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except msgspec.DecodeError as error:
        raise CorruptArchiveError(
            f"original in {path}",
            seen=f"an inventory that cannot be read: {error}",
            wanted=f"an inventory as OCFL 1.1 has it, in {INVENTORY}",
            next_step="Put back a copy of this folder.",
        ) from error


def write_inventory(path: Path, encoded: bytes) -> None:
    """Write an inventory, and its digest beside it."""
    (path / INVENTORY).write_bytes(encoded)
    (path / SIDECAR).write_bytes(sidecar(encoded))


def sidecar(encoded: bytes) -> bytes:
    """What stands beside an inventory, to tell whether it is whole."""
    return f"{hashlib.sha256(encoded).hexdigest()} {INVENTORY}\n".encode()


def content_path(home: Path, path: str) -> Path:
    """Where a path that an inventory names lies. Raises CorruptArchiveError where that is outside of the object."""
    found = (home / path).resolve()
    if not found.is_relative_to(home.resolve()):
        raise CorruptArchiveError(
            f"original in {home}",
            seen=f"an inventory that leads to {found}",
            wanted="a path inside this folder",
            next_step="Put back a copy of this folder.",
        )
    return found


def object_identifier(key: str) -> str:
    """The identifier of the object that keeps the file of this key: a URI, whatever characters the key has."""
    return "urn:fonds:source:" + quote(key, errors="surrogatepass")


def object_parts(identifier: str) -> tuple[str, ...]:
    """The folders, one in another, in which an object lies: OCFL extension 0003.

    They are made of letters, digits, "-", "_" and "%" only, so that no identifier leads out of the storage root.
    """
    digest = hashlib.sha256(identifier.encode()).hexdigest()
    name = _UNSAFE.sub(lambda byte: b"%%%02x" % byte[0][0], identifier.encode()).decode()
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}-{digest}"
    tuples = (digest[start : start + _TUPLE_SIZE] for start in range(0, _TUPLES * _TUPLE_SIZE, _TUPLE_SIZE))
    return *tuples, name
