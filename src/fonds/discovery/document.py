"""What the index is told of a record: its words in layers, and what it can be narrowed by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

import msgspec
from msgspec import Struct

from fonds.dates import day_bounds
from fonds.discovery.schema import composed, exact
from fonds.record import Record, Text

FIRST_DAY: Final = -99_999_999
"""Before every day that can be asked for."""
LAST_DAY: Final = 99_999_999
"""After every day that can be asked for."""
UNDATED: Final = "undated"

_NUMBER = re.compile(r"[0-9]+")
_BITS: Final = 20
_HIGHEST: Final = (1 << _BITS) - 1
_LAST_IN_ORDER: Final = (1 << 23) - 1
"""A day after the year 9999: day, number and chance together fill the 63 bits of a whole number of the index."""
_CENTURY = 100

Span = tuple[int, int]


class IndexDocument(Struct, frozen=True, omit_defaults=True, gc=False):
    """One record as the index takes it in; the names are those of the index's fields.

    `text` has the document's own words, `editor` what its editors supplied in it and their summary, `note` their
    notes. `lower` and `upper` are the first and last day of its date as whole numbers, 19621027.
    """

    id: str
    collection: str
    title: str
    text: str
    lower: int
    upper: int
    order: int
    decade: str
    editor: str = ""
    note: str = ""
    person: tuple[str, ...] = ()
    place: str | None = None
    place_words: str | None = None
    kind: str | None = None
    date: str | None = None


_encoder = msgspec.json.Encoder()


def index_document(record: Record) -> bytes:
    """What the index keeps of the record, as one JSON object for `Writer.add` and `Writer.replace`."""
    edtf = record.date.edtf if record.date else None
    lower, upper = _days(edtf)
    layers = [_layers(text) for text in record.texts]
    return _encoder.encode(
        IndexDocument(
            id=record.id,
            collection=record.collection,
            title=composed(record.title),
            text=_joined(own for own, _, _ in layers),
            lower=lower,
            upper=upper,
            order=_order(record.id, lower, upper),
            decade=_decade(lower, upper),
            editor=_joined([*(supplied for _, supplied, _ in layers), record.summary or ""]),
            note=_joined(note.text for text in record.texts for note in text.notes),
            person=_distinct(
                [*(party.name for party in record.parties), *(name for *_, all_ in layers for name in all_)]
            ),
            place=record.place or None,
            place_words=composed(record.place) if record.place else None,
            kind=exact("kind", record.kind) if record.kind else None,
            date=edtf,
        )
    )


def _joined(texts: Iterable[str]) -> str:
    """The texts as one line: snippets are shown in lists, where lines and empty lines have no place."""
    line = composed(" ".join(texts)).replace("\n\n", " ").replace("\n", " ").replace("\t", " ")
    while "  " in line:
        line = line.replace("  ", " ")
    return line.strip()


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (composed(" ".join(name.split())) for name in names))))


def _layers(text: Text) -> tuple[str, str, list[str]]:
    """The document's own words, the words supplied by its editors, and who is named in the document's own."""
    content = text.content
    headings = [(block.start, block.end) for block in text.blocks if block.kind == "heading"]
    supplied = [(mark.start, mark.end) for mark in text.marks if mark.kind == "supplied"]
    foreign = sorted(headings + supplied)
    names = [
        content[mention.start : mention.end]
        for mention in text.mentions
        if mention.kind in {"person", "body"} and not any(s <= mention.start < e for s, e in foreign)
    ]
    return "".join(_without(content, foreign)), " ".join(content[start:end] for start, end in supplied), names


def _without(content: str, foreign: list[Span]) -> Iterator[str]:
    """The stretches between the foreign ones, which are in order but may overlap."""
    reached = 0
    for start, end in foreign:
        if start > reached:
            yield content[reached:start]
        if content[start:end].strip() != content[start:end]:
            yield " "
        reached = max(reached, end)
    yield content[reached:]


def _days(edtf: str | None) -> Span:
    """First and last day; bounds that no range can reach where there is no date."""
    first, last = day_bounds(edtf) if edtf else (None, None)
    if first is None and last is None:
        return LAST_DAY, FIRST_DAY
    return day_number(first) if first else FIRST_DAY, day_number(last) if last else LAST_DAY


def day_number(day: str) -> int:
    """The ISO day as a whole number that sorts as days do: "1962-10-27" is 19621027."""
    year, month, number = day.rsplit("-", 2)
    return int(year) * 10_000 + int(month) * 100 + int(number)


def _known(lower: int, upper: int) -> int | None:
    """The day to file the document under: its first, or its last where that alone is known."""
    day = upper if lower == FIRST_DAY else lower
    return None if day in {FIRST_DAY, LAST_DAY} else day


def _decade(lower: int, upper: int) -> str:
    """ "1960"; undated where the date leaves the very century open, as one with no year does."""
    day = _known(lower, upper)
    vague = FIRST_DAY < lower < upper < LAST_DAY and (upper - lower) // 10_000 > _CENTURY
    return UNDATED if day is None or day < 0 or vague else f"{day // 100_000:03}0"


def _order(name: str, lower: int, upper: int) -> int:
    """What sorts documents by day, those of one day by the number in their id, and those of one number by chance.

    Undated ones come last. The chance is the id's own, so that the same documents always come in the same order.
    """
    known = _known(lower, upper)
    day = _LAST_IN_ORDER if known is None else _days_since(known)
    number = next(iter(_NUMBER.findall(name)[-1:]), "0")
    chance = crc32(name.encode()) & _HIGHEST
    return (day << 2 * _BITS | min(int(number[:9]), _HIGHEST) << _BITS) + chance


def _days_since(day: int) -> int:
    """Days since the year -9999, of months that all have 31."""
    year, rest = divmod(day, 10_000)
    return ((year + 9_999) * 12 + rest // 100 - 1) * 31 + rest % 100 - 1


class When(Struct, frozen=True):
    """A record's date as an index has it: first and last day as whole numbers, the decade, its place in order."""

    lower: int
    upper: int
    decade: str
    order: int


def when(record: Record) -> When:
    """The record's date, for an index of what is in records."""
    lower, upper = _days(record.date.edtf if record.date else None)
    return When(lower, upper, _decade(lower, upper), _order(record.id, lower, upper))
