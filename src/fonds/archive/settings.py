"""The archive's own settings: what its keepers write into fonds.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fonds.errors import CorruptArchiveError

SETTINGS = "fonds.toml"

MailAddress = Annotated[str, Meta(pattern=r"^([^\s@]+@[^\s@]+)?\Z")]
WebAddress = Annotated[str, Meta(pattern=r"^(https?://\S+)?\Z")]
"""Of the web only: an address of scripts or of files on the reader's own machine is none."""


class EngineSettings(Struct, frozen=True):
    """A language model that may be asked for statements: the `address` of its server, and which `model` of it.

    `key`: the variable of the environment that holds the key to it, if it wants one.
    """

    address: str = ""
    model: str = ""
    key: str = "FONDS_ENGINE_KEY"


class Settings(Struct, frozen=True):
    """Settings of an archive; what they do not name is left to its default.

    `name`: what the archive is called. `contact`: the mail address to which readers report mistakes; "" where there is
    none. `facsimiles`: where the pictures of pages are published, as an address in which {collection}, {file} and
    {page} stand for what a record tells of each. `requests_a_minute`: what one client of the reading room may ask for,
    0 for any number; None holds those on other machines to a number of its own, and this machine to none. `engine`: a
    language model that `fonds statements --engine model` asks; nothing else sends it anything.
    """

    name: str = ""
    contact: MailAddress = ""
    facsimiles: WebAddress = ""
    requests_a_minute: Annotated[int, Meta(ge=0)] | None = None
    engine: EngineSettings = EngineSettings()


def read_settings(path: Path) -> Settings:
    """The settings of the archive in this folder. Raises CorruptArchiveError where they cannot be read."""
    file = path / SETTINGS
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise CorruptArchiveError(
            str(file), seen=str(error), wanted="settings in TOML", next_step="Correct the file."
        ) from error
