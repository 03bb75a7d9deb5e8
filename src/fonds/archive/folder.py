"""The archive's folder: how it is laid out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from fonds.archive.settings import SETTINGS
from fonds.errors import UsageError, explained

_WANTED = "a folder that can be made and written"


def lay_out(path: Path) -> None:
    """Make an empty archive. Raises UsageError where something else is in its place."""
    draft = path / f"{SETTINGS}.new"
    words = f'# The archive\'s own settings.\nname = "{_quoted(path.resolve().name)}"\n'
    if path.exists() and (not path.is_dir() or any(inside != draft for inside in path.iterdir())):
        raise UsageError(
            f"archive {path}",
            seen="something else is there",
            wanted="an archive, an empty folder, or nothing",
            next_step="Name another folder with --archive.",
        )
    with explained(UsageError, f"archive {path}", wanted=_WANTED):
        path.mkdir(parents=True, exist_ok=True)
        draft.write_text(words, encoding="utf-8")
        draft.replace(path / SETTINGS)


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


@contextmanager
def spools_below(path: Path) -> Iterator[Path]:
    """A folder of one taking-in alone, for what passes between its processes; what killed ones left is removed.

    Its name is new each time: a reading process outlives a killed taking-in by a moment, and may still write.
    """
    incoming = path / "incoming"
    shutil.rmtree(incoming, ignore_errors=True)
    try:
        with explained(UsageError, f"archive {path}", wanted=_WANTED):
            incoming.mkdir(exist_ok=True)
            yield Path(mkdtemp(dir=incoming))
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
