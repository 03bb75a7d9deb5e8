"""What every form of citation asks of a record."""

from __future__ import annotations

import re
from datetime import date

from fonds.dates import day_bounds
from fonds.record import Edition, Record

_ROMAN = re.compile(r"(?=.)(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_VOLUME = re.compile(r"vol(?:ume|\.)?\s+", re.IGNORECASE)
_SEASON = re.compile(r"(\d{4})-(?:2[1-9]|3\d|4[01])[?~%]?", re.ASCII)


def is_correspondence(record: Record) -> bool:
    """Whether the document was sent to somebody whom the record names."""
    return bool(record.names("to"))


def senders(record: Record) -> tuple[str, ...]:
    """Who sent the document; under the name that it is signed with, where that is the same name in full.

    "Envoy in Sarenne Pask", who signs "E. Pask", is cited as "E. Pask".
    """
    sent, signed = record.names("from"), record.names("signed by")
    if len(sent) == len(signed) == 1 and sent[0].split()[-1:] == signed[0].split()[-1:]:
        return signed
    return sent


def translators(record: Record) -> tuple[str, ...]:
    """Who translated the text that is held, each once; empty where nobody is named."""
    by = [text.by for text in record.texts if text.role == "translation"]
    by += [step.by for step in record.custody if step.what == "translated by"]
    return tuple(dict.fromkeys(name for name in by if name))


def text_language(record: Record) -> str | None:
    """The language of the text that a reader sees first (BCP 47), else the document's own."""
    return next((text.language for text in record.texts if text.language), record.language)


def original_language(record: Record) -> str | None:
    """The document's own language, where a reader sees another; else None."""
    return record.language if record.language != text_language(record) else None


def archive_place(record: Record) -> str | None:
    """Where the repository lies, as the chain of custody tells."""
    repository = record.holding.repository if record.holding else None
    steps = [step for step in record.custody if step.what == "held at" and step.place]
    return next((step.place for step in steps if step.by in {None, repository}), None)


def container(edition: Edition) -> str:
    """The work that the volume belongs to: the series with its part, else the volume's own title."""
    if not edition.series or not (edition.volume or edition.volume_title):
        return edition.title
    return ", ".join(part for part in (edition.series, edition.subseries) if part)


def volume(edition: Edition) -> str:
    """The volume's number in digits, as styles label numbers (Chicago 18, 14.21): "6" of "Volume VI".

    What is more than a number stays as printed ("Volume VI, Part 2"); "" for none.
    """
    printed = edition.volume or ""
    number = _VOLUME.sub("", printed.strip(), count=1)
    if number.isdigit():
        return number
    return _arabic(number) if _ROMAN.fullmatch(number) else printed


def _arabic(roman: str) -> str:
    worth = [_WORTH[letter] for letter in roman]
    return str(sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True)))


def issued(edtf: str | None) -> tuple[tuple[int, ...], ...]:
    """A date as one or two of (year, month, day), each as far as it is known; empty where it is not, or not both ends.

    A span of a whole month or year is that month or year, not its first and last days; of a season only the year stays.
    """
    if season := _SEASON.fullmatch(edtf or ""):
        return ((int(season[1]),),)
    first, last = day_bounds(edtf or "")
    if not first or not last or first.startswith("-"):
        return ()
    start, end = _numbers(first), _numbers(last)
    if start == end:
        return (start,)
    for known in (2, 1):
        if start[:known] == end[:known] and _spans(start, end, known):
            return (start[:known],)
    return (start[:1], end[:1]) if _spans(start, end, 0) else (start, end)


def _numbers(day: str) -> tuple[int, ...]:
    return tuple(int(part) for part in day.split("-"))


def _spans(start: tuple[int, ...], end: tuple[int, ...], known: int) -> bool:
    """Whether two days are the first and the last of the same month (2), the same year (1), or of some years (0)."""
    if known == 2:
        return start[2] == 1 and (end[1] == 12 or date(end[0], end[1] + 1, 1).toordinal() - 1 == date(*end).toordinal())
    return start[1:] == (1, 1) and end[1:] == (12, 31)
