"""What the index is told of a record: its words in layers, and what it can be narrowed by."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from typing import Final
from zlib import crc32

import msgspec
from msgspec import Struct

from fonds.dates import day_bounds
from fonds.discovery.days import day_number
from fonds.discovery.languages import guess, subtag
from fonds.discovery.schema import Layer, composed, whole
from fonds.record import Record, Text

FIRST_DAY: Final = -99_999_999
"""Before every day that can be asked for."""
LAST_DAY: Final = 99_999_999
"""After every day that can be asked for."""
UNDATED: Final = "undated"

_NUMBER = re.compile(r"[0-9]+")
_BITS: Final = 20
_HIGHEST: Final = (1 << _BITS) - 1
PLACE_IN_DAY: Final = (1 << 2 * _BITS) - 1
"""The bits of a document's order that are its place in its day."""
_LAST_IN_ORDER: Final = (1 << 23) - 1
"""A day after the year 9999: day, number and chance together fill the 63 bits of a whole number of the index."""
_CENTURY = 100
_NAMED: Final = {"person", "body"}
_OPENING: Final = 500
"""Characters of a text that are its opening: a letterhead and its subject, or the first sentences."""
_LATER_HANDS: Final = {"translated by", "transcribed by", "edited by"}
"""Parts of people who had to do with the copy, not with the document."""

Span = tuple[int, int]


class IndexDocument(Struct, frozen=True, omit_defaults=True, gc=False, rename={"sender": "from"}):
    """One record as the index takes it in; the names are those of the index's fields.

    `text` has the document's own words in the original, `translation` those of its translators, `editor` what editors
    supplied in either and their summary, `note` their notes. `head` and `opening` have words of the title and of these
    texts once more, so that they weigh. `lower` and `upper` are the first and last day of its
    date as whole numbers, 19621027; `year` and `month` are as the date tells them: "1962-10", or "1962", or
    "1961/1963". `written` says in which language each layer is: "text:en". `shelf` sorts in archive order;
    `words` are how many its texts have.
    """

    id: str
    collection: str
    title: str
    lower: int
    upper: int
    order: int
    decade: str
    shelf: str
    words: int
    text: str = ""
    translation: str = ""
    editor: str = ""
    note: str = ""
    head: str = ""
    opening: str = ""
    written: tuple[str, ...] = ()
    year: str | None = None
    month: str | None = None
    person: tuple[str, ...] = ()
    person_name: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    from_name: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_name: tuple[str, ...] = ()
    place: str | None = None
    place_words: str | None = None
    kind: str | None = None
    number: str | None = None
    classification: str | None = None
    holding: str | None = None
    holding_words: str | None = None
    language: str | None = None
    has: tuple[str, ...] = ()
    has_all: str = ""
    date: str | None = None


class _Layers(Struct):
    """What the texts of a record hold, by whose words they are, and who is named in them: (printed, agent)."""

    own: dict[Layer, list[str]]
    supplied: list[str]
    written: set[str]
    named: list[tuple[str, str | None]]


_encoder = msgspec.json.Encoder()


def index_document(record: Record, names: Mapping[str, str] | None = None) -> bytes:
    """What the index keeps of the record, as one JSON object for `Writer.add` and `Writer.replace`.

    `names`: agents of the record's collection -> their names as its lists give them.
    """
    return _encoder.encode(described(record, names or {}))


def described(record: Record, names: Mapping[str, str]) -> IndexDocument:
    """What the index keeps of the record."""
    edtf = record.date.edtf if record.date else None
    lower, upper = _days(edtf)
    layers = _layers(record)
    parties = [(party.name, party.agent) for party in record.parties if party.role not in _LATER_HANDS]
    people = tuple(dict.fromkeys([*parties, *layers.named]))
    senders, recipients = _in_role(record, "from"), _in_role(record, "to")
    holding = record.holding
    held_at = " ".join(filter(None, (holding.repository, holding.reference))) if holding else ""
    text, translation = _joined(layers.own["text"]), _joined(layers.own["translation"])
    has = _has(record, layers)
    return IndexDocument(
        id=record.id,
        collection=record.collection,
        title=composed(record.title),
        lower=lower,
        upper=upper,
        order=_order(record.id, lower, upper),
        decade=_decade(lower, upper),
        shelf=_shelf(record),
        words=_length(text) + _length(translation),
        text=text,
        translation=translation,
        editor=_joined([*layers.supplied, record.summary or ""]),
        note=_joined(note.text for text in record.texts for note in text.notes),
        head=_head(record, (text, translation)),
        opening=" ".join(map(_opening, filter(None, (text, translation)))),
        written=tuple(sorted(layers.written)),
        year=_span(lower, upper, 10_000),
        month=_span(lower, upper, 100),
        person=_names(people, names),
        person_name=_listed(people, names),
        sender=_names(senders, names),
        from_name=_listed(senders, names),
        to=_names(recipients, names),
        to_name=_listed(recipients, names),
        place=record.place or None,
        place_words=composed(record.place) if record.place else None,
        kind=whole("kind", record.kind) if record.kind else None,
        number=record.number,
        classification=record.classification or None,
        holding=whole("holding", holding.repository) if holding and holding.repository else None,
        holding_words=composed(held_at) or None,
        language=record.language,
        has=has,
        has_all=" ".join(has),
        date=edtf,
    )


def _in_role(record: Record, role: str) -> list[tuple[str, str | None]]:
    return [(party.name, party.agent) for party in record.parties if party.role == role]


def _has(record: Record, layers: _Layers) -> tuple[str, ...]:
    there = {
        "original": bool(layers.own["text"]),
        "translation": bool(layers.own["translation"]),
        "facsimile": bool(record.facsimiles),
        "notes": any(text.notes for text in record.texts),
        "date": record.date is not None and record.date.edtf is not None,
    }
    return tuple(name for name, is_there in there.items() if is_there)


def _shelf(record: Record) -> str:
    """What sorts records as the archive has them: by collection, by file, and as people number them."""
    place = f"{record.collection}\n{record.source.name}\n{record.id}"
    return _NUMBER.sub(lambda digits: digits[0].zfill(12), place)


def _length(line: str) -> int:
    """How many words a line has, as blanks part them."""
    return line.count(" ") + 1 if line else 0


def _head(record: Record, layers: Iterable[str]) -> str:
    """The title, and the place and date as the document itself has them: words of the layers, and no others."""
    printed = record.date.printed if record.date else None
    line = (_joined([words]) for words in (record.place, printed) if words)
    return " ".join([composed(record.title), *(w for w in line if any(_stands(w, layer) for layer in layers))])


def _stands(words: str, layer: str) -> bool:
    """Whether the words stand in the layer, each of them whole."""
    start = layer.find(words)
    while start >= 0:
        end = start + len(words)
        if not layer[start - 1 : start].isalnum() and not layer[end : end + 1].isalnum():
            return True
        start = layer.find(words, start + 1)
    return False


def _opening(layer: str) -> str:
    """The first words of a layer, each of them whole."""
    return layer if len(layer) <= _OPENING else layer[: layer.rfind(" ", 0, _OPENING + 1) + 1]


def _joined(texts: Iterable[str]) -> str:
    """The texts as one line: snippets are shown in lists, where lines and empty lines have no place."""
    line = composed(" ".join(texts)).replace("\n\n", " ").replace("\n", " ").replace("\t", " ")
    while "  " in line:
        line = line.replace("  ", " ")
    return line.strip()


def _names(people: Iterable[tuple[str, str | None]], names: Mapping[str, str]) -> tuple[str, ...]:
    """Each name as printed, and as listed, surname first and last."""
    found: dict[str, None] = {}
    for printed, agent in people:
        listed = names.get(agent or "", "")
        found |= dict.fromkeys((printed, listed, _surname_last(listed)))
    return _distinct(found)


@lru_cache(maxsize=4096)
def _surname_last(name: str) -> str:
    """ "Edith R. Marlow" of "Marlow, Edith R., Jr."."""
    surname, *given = name.split(", ")
    return f"{given[0]} {surname}" if given else ""


def _listed(people: Iterable[tuple[str, str | None]], names: Mapping[str, str]) -> tuple[str, ...]:
    """One name for each: as listed, or as printed where no list has it."""
    return _distinct(dict.fromkeys(names.get(agent or "", printed) for printed, agent in people))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_on_one_line, names))))


@lru_cache(maxsize=4096)
def _on_one_line(name: str) -> str:
    return composed(" ".join(name.split()))


def _layers(record: Record) -> _Layers:
    layers = _Layers({"text": [], "translation": []}, [], set(), [])
    for text in record.texts:
        layer: Layer = "translation" if text.role == "translation" else "text"
        own, supplied, named = _parted(text)
        layers.own[layer].append(own)
        layers.supplied += supplied
        layers.named += named
        language = subtag(text.language) or guess(text.content)
        layers.written.update(f"{each}:{language}" for each in (layer, "note", "editor", "title"))
    return layers


def _parted(text: Text) -> tuple[str, list[str], list[tuple[str, str | None]]]:
    """The document's own words, the words supplied by its editors, and who is named in the document's own."""
    content = text.content
    headings = [(block.start, block.end) for block in text.blocks if block.kind == "heading"]
    supplied = [(mark.start, mark.end) for mark in text.marks if mark.kind == "supplied"]
    foreign = sorted(headings + supplied)
    starts = [start for start, _ in foreign]
    reached = list(accumulate((end for _, end in foreign), max, initial=0))
    named = [
        (content[mention.start : mention.end], mention.agent)
        for mention in text.mentions
        if mention.kind in _NAMED and reached[bisect(starts, mention.start)] <= mention.start
    ]
    return "".join(_without(content, foreign)), [content[start:end] for start, end in supplied], named


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


def _known(lower: int, upper: int) -> int | None:
    """The day to file the document under: its first, or its last where that alone is known."""
    day = upper if lower == FIRST_DAY else lower
    return None if day in {FIRST_DAY, LAST_DAY} else day


def _decade(lower: int, upper: int) -> str:
    """ "1960"; undated where the date leaves the very century open, as one with no year does."""
    day = _known(lower, upper)
    vague = FIRST_DAY < lower < upper < LAST_DAY and (upper - lower) // 10_000 > _CENTURY
    return UNDATED if day is None or day < 0 or vague else f"{day // 100_000:03}0"


def _span(lower: int, upper: int, unit: int) -> str | None:
    """The year (`unit` 10,000) or month (100) of a date, or what it tells instead: a year for a month, or two years."""
    if lower <= 0 or upper >= LAST_DAY or lower > upper or (upper - lower) // 10_000 > _CENTURY:
        return None
    first, last = lower // unit, upper // unit
    if first != last:
        return f"{lower // 10_000:04}/{upper // 10_000:04}" if unit == 10_000 else _span(lower, upper, 10_000)
    return f"{first:04}" if unit == 10_000 else f"{first // 100:04}-{first % 100:02}"


def _order(name: str, lower: int, upper: int) -> int:
    """What sorts documents by day, those of one day by the number in their id, and those of one number by chance.

    Undated ones come last. The chance is the id's own, so that the same documents always come in the same order.
    """
    known = _known(lower, upper)
    day = _LAST_IN_ORDER if known is None else _days_since(known)
    return (day << 2 * _BITS) + place_in_day(name)


def place_in_day(name: str) -> int:
    """What sorts a document among those of its day: the number in its id, then chance; hardly two have the same."""
    number = next(iter(_NUMBER.findall(name)[-1:]), "0")
    chance = crc32(name.encode()) & _HIGHEST
    return (min(int(number[:9]), _HIGHEST) << _BITS) + chance


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
