"""The names by which documents are cited: those that a record goes by, and those that a reference asks for.

Where a name that a reference asks for is one that a record goes by, the reference may mean that record. A name is
plain text, made from what citing words and cited documents have in common, so that it is the same from both sides:
"frus1961-63v06/d68", the same document as "foreign relations of the united states|1961-1963|6/d68", as the telegram
"1115|1962-10-28|moscow", or as what begins on "frus1961-63v06/p183".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from fonds.diplomatics.language import REFERENCE_WORDS, either
from fonds.record import Cites, Edition, Record, Reference

BEFORE, AFTER = "<", ">"
"""Before a record's id: the document right before it in its collection ("supra"), or right after it ("infra")."""

_TELEGRAPHIC = frozenset({"telegram", "cable", "circular telegram", "airgram", "circular airgram", "despatch"})
_LETTERS = {"letter": "letter", "message": "letter", "memorandum": "memorandum", "note": "note", "aide-mémoire": "note"}
_EDITION_NAMES = {form.casefold(): name for name, forms in REFERENCE_WORDS.editions.items() for form in forms}
_EDITION = re.compile(rf"({either(_EDITION_NAMES)})(?!\w)", re.IGNORECASE)
_YEARS = re.compile(r"\b(\d{4})(?:\s?[-–—/]\s?(\d{4}|\d\d))?(?!\d)")
_VOLUME = re.compile(r"(E\s?[-–—]\s?)?\b([IVXLC]+|\d{1,3})\b(?:,?\s*(?:Part|pt\.?)\s*([IVX]+|\d+))?$", re.IGNORECASE)
_PART = re.compile(r"(?:,?\s*)Part\s+([IVX]+|\d+)$", re.IGNORECASE)
_NUMBERED_FILE = re.compile(r"(?:^|/)(?:d|doc|document)?[-_ ]?0*(\d{1,4}[a-z]?)$", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_AT_HOME = re.compile(r"\b(?:Department|Secretary of State|Ministry|Foreign Office)\b")


def designations(record: Record) -> tuple[str, ...]:
    """The names that a record goes by besides its id, each once."""
    return tuple(dict.fromkeys(name for name in _designations(record) if name != record.id))


def _designations(record: Record) -> Iterator[str]:
    number = _number_of(record)
    page = re.match(r"\w+", record.edition.pages) if record.edition and record.edition.pages else None
    volume = edition_name(record.edition) if record.edition else None
    for scope in filter(None, (record.collection, volume)):
        if number:
            yield f"{scope}/d{number}"
        if page:
            yield f"{scope}/p{page[0]}"
    if record.date and record.date.edtf and _DAY.match(record.date.edtf):
        yield from _dated(record, record.date.edtf)
    if record.number and record.kind in _TELEGRAPHIC:
        yield from _numbered(record)


def _number_of(record: Record) -> str | None:
    printed = record.edition.document if record.edition else None
    named = _NUMBERED_FILE.search(printed or record.id)
    return named[1].casefold() if named else None


def _dated(record: Record, day: str) -> Iterator[str]:
    if record.edition is None:  # in an edition many have the same title, and are cited by their numbers
        yield f"{_folded(record.title)}|{day}"
    family = _LETTERS.get(record.kind or "")
    if family:
        yield from (f"{family}|{day}|{_surname(name)}" for name in record.names("from"))


def _numbered(record: Record) -> Iterator[str]:
    number = _serial(record.number or "")
    senders = record.names("from")
    day = record.date.edtf if record.date else None
    day = day if day and _DAY.match(day) else None
    yield f"{record.collection}|{number}|{'department' if any(map(_AT_HOME.search, senders)) else 'embassy'}"
    for sender in sorted({_surname(name) for name in filter(None, (record.place, *senders))}):
        yield f"{record.collection}|{number}|{sender}"
        if day:
            yield f"{number}|{day}|{sender}"
    if day:
        yield f"{number}|{day}"
        yield f"{record.collection}|{number}|{day}"


def sought(record: Record, reference: Reference) -> tuple[str, ...]:
    """The names that a reference in a record asks for, the surest first; empty where its words name no document."""
    cites = reference.cites
    if cites.document or cites.pages:
        return tuple(_placed(record, cites))
    if cites.work and cites.kind and cites.date:
        return (f"{_folded(cites.work)}|{cites.date}",)
    if cites.work or cites.volume:
        return ()
    if cites.number:
        return tuple(_by_number(record, cites))
    if cites.kind:
        return tuple(_by_day(cites))
    return tuple(_beside(record, reference))


def names_sought(record: Record) -> tuple[list[str], list[str]]:
    """The surest name that each reference in a record asks for, and all their other names; each once, and none of the
    record's own."""
    references = (reference for text in record.texts for reference in text.references)
    asked = [names for reference in references if (names := sought(record, reference)) and names[0] != record.id]
    first = dict.fromkeys(names[0] for names in asked)
    return list(first), list(dict.fromkeys(name for names in asked for name in names[1:] if name not in first))


def _placed(record: Record, cites: Cites) -> Iterator[str]:
    place = _document(cites.document) if cites.document else f"p{_first_page(cites.pages or '')}"
    if cites.volume and not (_VOLUME.fullmatch(cites.volume) or _PART.fullmatch(cites.volume)):
        # Not a number but the volume's identifier, as an edition marks it.
        yield f"{cites.volume}/{place}"
    elif cites.work or cites.volume:
        volume = cited_volume(cites, record.edition)
        if volume:
            yield f"{volume}/{place}"
    else:
        yield f"{record.collection}/{place}"


def _by_number(record: Record, cites: Cites) -> Iterator[str]:
    if cites.kind not in _TELEGRAPHIC:
        return
    number = _serial(cites.number or "")
    sender = _surname(cites.sender) if cites.sender else None
    if cites.date:
        yield f"{number}|{cites.date}|{sender}" if sender else f"{number}|{cites.date}"
        yield f"{record.collection}|{number}|{cites.date}"
    elif sender:
        yield f"{record.collection}|{number}|{sender}"


def _by_day(cites: Cites) -> Iterator[str]:
    family = _LETTERS.get(cites.kind or "")
    if family and cites.date and cites.sender:
        yield f"{family}|{cites.date}|{_surname(cites.sender)}"


def _beside(record: Record, reference: Reference) -> Iterator[str]:
    words = reference.printed.casefold()
    if words.endswith("supra"):
        yield BEFORE + record.id
    elif words.endswith("infra"):
        yield AFTER + record.id


# Volumes of editions


def edition_name(edition: Edition) -> str | None:
    """The name of a volume by its series, years and number; None for one that is not known by a number."""
    return _volume_name(edition.series, edition.subseries or "", edition.volume)


def cited_volume(cites: Cites, own: Edition | None) -> str | None:
    """The name of the volume that is cited; without a work it is another of the citing record's own series."""
    words = cites.volume or ""
    if cites.work:
        number = volume_number(words)
        return f"{_series(cites.work)}|{years_of(cites.work)}|{number}" if number else None
    if own is None or not own.series or not own.volume:
        return None
    if part := _PART.match(words):
        words = f"{_PART.sub('', own.volume)}, Part {part[1]}"
    return _volume_name(own.series, own.subseries or "", words)


@lru_cache(maxsize=1024)
def _volume_name(series: str | None, years: str, volume: str | None) -> str | None:
    number = volume_number(volume) if series and volume else None
    return f"{_series(series)}|{years_of(years)}|{number}" if series and number else None


def _series(words: str) -> str:
    known = _EDITION.match(words)
    if known:
        return _EDITION_NAMES[known[1].casefold()].casefold()
    return _folded(_YEARS.sub("", words))


def years_of(words: str) -> str:
    """ "1961–63" is "1961-1963", "1949" is itself; empty where there is no year."""
    years = _YEARS.search(words)
    if years is None:
        return ""
    first, last = years.groups()
    if last is None:
        return first
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"


def volume_number(words: str) -> str | None:
    """ "Volume VI" is "6", "II, Part 1" is "2.1", "E–5" is "e5"; None for words that end in no such number."""
    found = _VOLUME.search(words.strip())
    if found is None:
        return None
    electronic, number, part = found.groups()
    return ("e" if electronic else "") + _arabic(number) + (f".{_arabic(part)}" if part else "")


def _arabic(number: str) -> str:
    if number.isdigit():
        return str(int(number))
    values = [_ROMAN[letter] for letter in number.casefold()]
    return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))


# Parts of names


def _document(named: str) -> str:
    """A document is named by its number, or by what else an edition calls it."""
    return f"d{named.casefold()}" if named[0].isdigit() else named


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _first_page(pages: str) -> str:
    first = re.match(r"\w+", pages)
    return first[0] if first else ""


def _serial(number: str) -> str:
    return re.sub(r"[^\w/]", "", number).casefold()


@lru_cache(maxsize=4096)
def _surname(name: str) -> str:
    """The last word of a name, by which "Kennedy" and "President Kennedy", "Embassy in France" and "France" agree."""
    words = re.findall(r"\w+", name.casefold())
    return words[-1] if words else ""
