"""The static files, held in memory, at addresses that change with what is in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath

from msgspec import Struct

STATIC = "/static"
MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
}


class Asset(Struct, frozen=True):
    """A static file: its bytes and what they are."""

    content: bytes
    media_type: str


class Assets(Struct, frozen=True):
    """All static files by their path below `static/`; `digest` names what they hold, together.

    One digest for all, so that files may name each other by relative addresses.
    """

    files: dict[str, Asset]
    digest: str

    def address(self, path: str) -> str:
        """Where the file is served."""
        return f"{STATIC}/{self.digest}/{path}"

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The addresses of all style sheets: those of the fonts, where the build brought them, before our own."""
        found = sorted(
            (path for path in self.files if path.endswith(".css")), key=lambda path: ("vendor" not in path, path)
        )
        return tuple(map(self.address, found))


def load_assets() -> Assets:
    """Read every static file that the reading room came with, those of others that the build put there included."""
    held = dict(sorted(_walk(files("fonds.reading_room") / "static", "")))
    digest = hashlib.sha256()
    for path, asset in held.items():
        digest.update(f"{path}\0{len(asset.content)}\0".encode() + asset.content)
    return Assets(held, digest.hexdigest()[:16])


def _walk(folder: Traversable, below: str) -> Iterator[tuple[str, Asset]]:
    for child in folder.iterdir():
        path = f"{below}{child.name}"
        if child.is_dir():
            yield from _walk(child, f"{path}/")
        else:
            media_type = MEDIA_TYPES.get(PurePath(path).suffix, "text/plain")
            yield path, Asset(child.read_bytes(), media_type)
