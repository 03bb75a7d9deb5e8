"""What the words of a footnote tell of the document that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from fonds.diplomatics.cited_days import DAYS, find_days
from fonds.diplomatics.dates import find_dates
from fonds.diplomatics.designations import volume_number, years_of
from fonds.diplomatics.language import REFERENCE_WORDS, either
from fonds.diplomatics.references import with_references
from fonds.discovery.folding import fold
from fonds.record import Record, Source, Text

_DAY: Final = len("1962-10-28")
_NAMES: Final = 8
"""Names of a footnote that are looked for: with more, a query would be too long."""
_AFTER: Final = 100
"""Characters behind the years of a volume in which its number, the document and the pages are looked for."""
_SOME_LEAP_YEAR: Final = "2000"

_YEARS: Final = re.compile(r"\b(?:1[6-9]|20)\d\d(?:\s?[–—-]\s?(?:\d{4}|\d\d))?\b(?![–—-])")
_DOCUMENTS, _PAGE, _PART = (either(REFERENCE_WORDS.pieces[piece]) for piece in ("document", "page", "part"))
_VOLUME: Final = re.compile(
    rf"(?:(?!\b(?i:{_DOCUMENTS}|{_PAGE})\b)[^\d\n]){{0,60}}?"
    rf"\b((?:E\s?[-–—]\s?)?(?:[IVXL]+|\d{{1,2}})\b(?:,?\s*(?:{_PART})\.?\s*(?:[IVX]+|\d+)\b)?)"
)
_DOCUMENT: Final = re.compile(rf"\b(?:(?:{_DOCUMENTS})\b\.?|#)\s*(\d{{1,5}})", re.IGNORECASE)
_PAGES: Final = re.compile(rf"\b(?:{_PAGE})\.\s*(\d{{1,4}})(?:\s?[–—-]\s?(\d{{1,4}}))?")
_FILE: Final = re.compile(r"\b\d{3}[A-Za-z]?(?:\.[\w–-]+)+\s?/\s?\d{1,2}\s?[–—-]\s?\d{1,6}\b")
"""A file of the decimal system of the Department of State, with the day of the paper: 611.61/10–2862."""
_NO_NAMES: Final = frozenset(
    word
    for table in (REFERENCE_WORDS.editions, REFERENCE_WORDS.numbered, REFERENCE_WORDS.dated, REFERENCE_WORDS.capitals)
    for forms in table.values()
    for form in forms
    for word in form.casefold().split()
)
_NAME: Final = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,19}\b")

Volume = tuple[str, str]
"""The years and number of a volume of an edition: ("1961-1963", "6")."""


class Place(Struct, frozen=True):
    """A place in a volume: of these years and this number, if it has one. `words`: what stands behind the years."""

    years: str
    number: str | None
    words: str
    document: str | None = None
    pages: tuple[int, int] | None = None


class Told(Struct, frozen=True):
    """What a footnote tells. `day` is EDTF, or "10-28" for a day of no year; `file` the number of a file."""

    places: tuple[Place, ...]
    day: str | None = None
    kind: str | None = None
    number: str | None = None
    sender: str | None = None
    file: str | None = None
    names: tuple[str, ...] = ()


def read_footnote(footnote: str) -> Told:
    """What the words of a footnote tell of the document, or of the several that it cites."""
    bare = Record("footnote", "", "", Source("", "", "", ""), texts=(Text("en", "original", footnote),))
    told: dict[str, str | None] = {}
    for reference in with_references(bare).texts[0].references:
        told = asdict(reference.cites) | {name: value for name, value in told.items() if value}
    days = [found for found in find_dates(footnote) if len(found.date.edtf or "") == _DAY]
    day = told.get("date") or (days[0].date.edtf if days else _day_of_no_year(footnote))
    file = _FILE.search(footnote)
    return Told(
        places=tuple(_places(footnote)),
        day=day,
        kind=told.get("kind"),
        number=told.get("number"),
        sender=told.get("sender"),
        file=file[0] if file else None,
        names=_names(footnote, [(found.start, found.end) for found in days]),
    )


def _places(footnote: str) -> Iterator[Place]:
    """Where in which volumes; a document or page named before all volumes is in the only one."""
    volumes = list(_YEARS.finditer(footnote))
    for at, years in enumerate(volumes):
        end = volumes[at + 1].start() if at + 1 < len(volumes) else len(footnote)
        behind = footnote[years.end() : min(end, years.end() + _AFTER)]
        volume = _VOLUME.match(behind)
        rest = behind[volume.end() :] if volume else behind
        document, pages = _DOCUMENT.search(rest), _PAGES.search(rest)
        if not document and not pages and len(volumes) == 1:
            document = _DOCUMENT.search(footnote[: years.start()])
        yield Place(
            years=years_of(years[0]),
            number=volume_number(volume[1]) if volume else None,
            words=" ".join(fold(behind).words.split()),
            document=document[1] if document else None,
            pages=_page_range(pages) if pages and not document else None,
        )


def _page_range(pages: re.Match[str]) -> tuple[int, int]:
    """ "183–7" is 183 to 187."""
    first, last = pages[1], pages[2] or pages[1]
    return int(first), int(first[: max(0, len(first) - len(last))] + last)


def _day_of_no_year(footnote: str) -> str | None:
    found = re.search(DAYS, footnote)
    days = find_days(found[0], _SOME_LEAP_YEAR, editorial=True) if found else []
    return days[0][len("2000-") :] if days and days[0] else None


def _names(footnote: str, days: list[tuple[int, int]]) -> tuple[str, ...]:
    """Words with a capital that are neither dates nor abbreviations."""
    for start, end in reversed(days):
        footnote = footnote[:start] + footnote[end:]
    footnote = re.sub(DAYS, " ", footnote)
    names = (name for name in _NAME.findall(footnote) if name.upper() != name and name.casefold() not in _NO_NAMES)
    return tuple(dict.fromkeys(names))[:_NAMES]
