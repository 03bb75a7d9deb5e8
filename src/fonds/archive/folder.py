"""The archive's folder: how it is laid out, and its settings."""

from __future__ import annotations

import tomllib
from pathlib import Path

from fonds.errors import CorruptArchiveError, UsageError

SETTINGS = "fonds.toml"


def lay_out(path: Path) -> None:
    """Make an empty archive. Raises UsageError where something else is in its place."""
    draft = path / f"{SETTINGS}.new"
    if path.exists() and (not path.is_dir() or any(inside != draft for inside in path.iterdir())):
        raise UsageError(
            f"archive {path}",
            seen="something else is there",
            wanted="an archive, an empty folder, or nothing",
            next_step="Name another folder with --archive.",
        )
    path.mkdir(parents=True, exist_ok=True)
    words = f'# The archive\'s own settings.\nname = "{_quoted(path.resolve().name)}"\n'
    draft.write_text(words, encoding="utf-8")
    draft.replace(path / SETTINGS)


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')


def settings(path: Path) -> dict[str, str]:
    """The archive's own settings. Raises CorruptArchiveError where they cannot be read."""
    try:
        return tomllib.loads((path / SETTINGS).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CorruptArchiveError(
            str(path / SETTINGS), seen=str(error), wanted="TOML", next_step="Correct the file."
        ) from error
