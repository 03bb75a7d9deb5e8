"""The lines with labels at the head of memoranda and letters: "DATE: March 3, 1961", "PARTICIPANTS:", "From: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fonds.diplomatics.dates import parse_date_of_any_language
from fonds.diplomatics.language import HEADER_LABELS, either
from fonds.record import Date, Party

_REACH = 12
"""Paragraphs at the head that may hold such lines."""
_SENTENCE_ENDS = frozenset(".?!")
"""With one of these a paragraph of the text ends, and none of such lines."""
_LONGEST_ITEM = 120
_LONGEST_VALUE = 300
_FIELD = {label: field for field, labels in HEADER_LABELS.items() for label in labels}
_LABEL = re.compile(rf"\s*(?P<label>{either(_FIELD)})\s*(?::\s*(?P<value>.*)|)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*(?:and\s+)?")
_NO_NAME = re.compile(r"[\W\d]*|.*[.?!]|.*:|[A-Z](?:\.?[A-Z]){1,4}\.?")
"""What stands among those present and is nobody: figures, sentences, and whose side they were on ("U.S.")."""
_PARTIES = ("from", "to", "participants", "copied to", "drafted by", "approved by")
_SEVERAL = frozenset({"participants", "copied to", "to"})


class HeaderLines(Struct, frozen=True):
    """What such lines tell; None or empty where they are silent."""

    date: Date | None = None
    place: str | None = None
    parties: tuple[Party, ...] = ()
    subjects: tuple[str, ...] = ()


def read_header_lines(paragraphs: Sequence[str]) -> HeaderLines:
    """What the labelled lines among the first paragraphs tell. A list may go on below its label, to the next one."""
    values = _values(paragraphs[:_REACH])
    day, time = (" ".join(values.get(field, [])) for field in ("date", "time"))
    date = parse_date_of_any_language(f"{day} {time}".strip()) if day else None
    return HeaderLines(
        date=date,
        place=" ".join(values.get("place", [])) or None,
        parties=tuple(party for field in _PARTIES for party in _parties(field, values.get(field, []))),
        subjects=tuple(values.get("subjects", [])),
    )


def is_header_line(line: str) -> bool:
    """Whether a line is a label of such lines, with its value or without."""
    match = _LABEL.fullmatch(line)
    return match is not None and (match["value"] is not None or match["label"].isupper())


def _values(paragraphs: Sequence[str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    field = None
    for paragraph in paragraphs:
        if paragraph.rstrip()[-1:] in _SENTENCE_ENDS and not is_header_line(paragraph.split("\n")[0]):
            break
        for line in _without_side(paragraph.split("\n"), field):
            words = line
            if is_header_line(line) and (match := _LABEL.fullmatch(line)):
                field = _FIELD[match["label"].casefold()]
                words = match["value"] or ""
            if field and words.strip() and len(words) <= _LONGEST_VALUE:
                values.setdefault(field, []).append(" ".join(words.split()))
        if field != "participants":
            field = field if field not in values else None
    return values


def _without_side(lines: list[str], field: str | None) -> list[str]:
    """Of those present, the lines without the single word above them that says whose side they were on: "Marn"."""
    label = _LABEL.fullmatch(lines[0])
    present = _FIELD[label["label"].casefold()] if label else field
    side = 1 if label else 0
    if present != "participants" or len(lines) < side + 2:
        return lines
    stands_for_itself = lines[side].strip().isalpha() and " " in lines[side + 1].strip()
    return [*lines[:side], *lines[side + 1 :]] if stands_for_itself else lines


def _names(line: str, *, by_commas: bool) -> list[str]:
    """The names on a line: apart by semicolons; by commas too where no office can stand behind one of them."""
    parts = re.split(r"\s*[;,]\s*", line)
    return parts if by_commas or all(part.isalpha() for part in parts) else _BETWEEN.split(line)


def _parties(field: str, lines: list[str]) -> Iterator[Party]:
    for line in lines:
        for name in _names(line, by_commas=field == "copied to") if field in _SEVERAL else [line]:
            if not _NO_NAME.fullmatch(name) and len(name) <= _LONGEST_ITEM:
                yield Party("participant" if field == "participants" else field, name)
