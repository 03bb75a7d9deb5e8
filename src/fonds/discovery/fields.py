"""The fields of the query language, and how each is answered."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Final, Literal

import msgspec
from msgspec import Struct


class Field(Struct, frozen=True):
    """A field: `how` it is answered, `by` which fields of the index, what it is `about`, an example.

    "words" of texts are found in all their forms, "names" as they are written or in other spellings, "whole" values
    as they are; "dates" are days and ranges. What is answered "elsewhere" takes words to the records that fit them.
    """

    how: Literal["words", "names", "whole", "dates", "elsewhere"]
    by: tuple[str, ...]
    about: str
    example: str


FIELDS: Final[dict[str, Field]] = msgspec.convert(
    tomllib.loads(files(__package__).joinpath("fields.toml").read_text("utf-8")), dict[str, Field]
)
"""What can stand before a colon -> how it is answered."""
