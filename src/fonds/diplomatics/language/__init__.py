"""What documents of a language say in words, as data: one folder a language, the same files in each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct, field

Words = TypeVar("Words")


class DateWords(Struct, frozen=True):
    """The words of dates and times of day, in lower case; the English file says what each list is for."""

    months: tuple[tuple[str, ...], ...]
    seasons: dict[str, int]
    weekdays: tuple[str, ...]
    undated: tuple[str, ...]
    qualifiers: dict[str, tuple[str, ...]]
    calendars: dict[str, tuple[str, ...]]
    times: dict[str, str]
    ordinals: tuple[str, ...]
    ranges: dict[str, tuple[str, ...]]
    relative: dict[str, int]
    weeks: dict[str, tuple[str, ...]]
    same: dict[str, tuple[str, ...]]
    labels: tuple[str, ...]
    dateline: dict[str, tuple[str, ...]]
    of: tuple[str, ...] = ()
    of_years: tuple[str, ...] = field(name="of years", default=())


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


class HeadingWords(Struct, frozen=True):
    """The words by which headings name sender and recipient; the file says what each list is for."""

    written_by: tuple[str, ...] = field(name="written by")
    recorded_by: tuple[str, ...] = field(name="recorded by")
    titles_of_senders: tuple[str, ...] = field(name="titles of senders")
    offices_with_to: tuple[str, ...] = field(name="offices with to")
    not_before_recipients: tuple[str, ...] = field(name="not before recipients")
    broken_off: tuple[str, ...] = field(name="broken off")
    of_prose: tuple[str, ...] = field(name="of prose")


class CaptionWords(Struct, frozen=True):
    """The words of the short lines beside headings; the file says what each list is for."""

    enclosed: tuple[str, ...]
    copied: tuple[str, ...]


class ReferenceWords(Struct, frozen=True):
    """The words by which documents and editors refer to other documents; the file says what each list is for."""

    editions: dict[str, tuple[str, ...]]
    works: dict[str, tuple[str, ...]]
    archives: dict[str, tuple[str, ...]]
    series: dict[str, tuple[str, ...]]
    numbered: dict[str, tuple[str, ...]]
    senders: dict[str, tuple[str, ...]]
    dated: dict[str, tuple[str, ...]]
    capitals: dict[str, tuple[str, ...]]
    owners: dict[str, tuple[str, ...]]
    told: dict[str, tuple[str, ...]]
    pieces: dict[str, tuple[str, ...]]


class TransmissionWords(Struct, frozen=True):
    """The words by which remarks tell where a text went; the file says what each list is for."""

    sent: tuple[str, ...]
    to: tuple[str, ...]
    by: tuple[str, ...]


class CableWords(Struct, frozen=True):
    """The words of the short lines at head and foot of cables; the file says what each list is for."""

    numbered: tuple[str, ...]
    comrades: tuple[str, ...]
    offices: tuple[str, ...]
    copied: tuple[str, ...]
    not_names: frozenset[str] = field(name="not names")
    section: tuple[str, ...]
    counts: tuple[str, ...]
    repeated: tuple[str, ...]


class InterjectionWords(Struct, frozen=True):
    """The words of what editors put in brackets into a text; the file says what each list is for."""

    begin: tuple[str, ...]
    end: tuple[str, ...]
    whole: tuple[str, ...]


_FOLDER = files("fonds.diplomatics.language")


def _read(name: str, form: type[Words], language: str = "en") -> Words:
    words = _FOLDER.joinpath(language, name).read_text("utf-8")
    return msgspec.convert(tomllib.loads(words), form)


DATE_LANGUAGES: dict[str, DateWords] = {
    folder.name: _read("dates.toml", DateWords, folder.name)
    for folder in sorted(_FOLDER.iterdir(), key=lambda folder: (folder.name != "en", folder.name))
    if folder.joinpath("dates.toml").is_file()
}
"""The words of dates by language (BCP 47), English first."""
DATE_WORDS = DATE_LANGUAGES["en"]
REFERENCE_WORDS = _read("references.toml", ReferenceWords)
CAPTION_WORDS = _read("captions.toml", CaptionWords)
HEADING_WORDS = _read("headings.toml", HeadingWords)
TRANSMISSION_WORDS = _read("transmission.toml", TransmissionWords)
CABLE_WORDS = _read("cables.toml", CableWords)
HEADER_LABELS: dict[str, tuple[str, ...]] = _read("header_lines.toml", dict[str, tuple[str, ...]])
INTERJECTION_WORDS = _read("interjections.toml", InterjectionWords)
