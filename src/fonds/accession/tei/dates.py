"""Dates and times as TEI's attributes give them (TEI P5, att.datable.w3c), with the printed words beside."""

from __future__ import annotations

import re
from typing import get_args

import msgspec
from lxml import etree

from fonds.accession.tei.elements import TEI, plain
from fonds.diplomatics.dates import parse_date
from fonds.record import Date, Precision

_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}

_DOUBTFUL = frozenset({"low", "medium", "unknown"})
"""`@cert` of a date that the editors are not sure of."""
_SAYS_SO = re.compile(r"[\[{?~%]")
"""In a date that is doubtful as it stands, or one of several."""


def read_date(element: etree._Element, *, clock: etree._Element | None = None) -> Date | None:
    """A `date` element, with a `time` element beside it if there is one; None where it has neither words nor value."""
    date = _read(element, clock)
    if date is None or date.edtf is None or element.get("cert") not in _DOUBTFUL or _SAYS_SO.search(date.edtf):
        return date
    days = date.edtf.split("/")
    return msgspec.structs.replace(date, edtf="/".join(day if day == ".." else f"{day}?" for day in days))


def _read(element: etree._Element, clock: etree._Element | None) -> Date | None:
    printed = ", ".join(filter(None, (plain(element), plain(clock)))) or None
    edtf = element.get("when-custom")
    if edtf:
        return Date(printed, edtf, _times(element) or _clock(clock), _named_precision(element.get("type")))
    when = element.get("when")
    if when:
        day, moment = _split(when)
        return _date(printed, day, _clock(clock) or moment)
    first, last = element.get("from"), element.get("to")
    if first or last:
        return _interval(printed, first or "..", last or "..")
    earliest, latest = element.get("notBefore"), element.get("notAfter")
    if earliest or latest:
        return Date(printed, f"[{_split(earliest or '')[0]}..{_split(latest or '')[0]}]", None, "interval")
    return parse_date(printed) or Date(printed) if printed else None


def _times(element: etree._Element) -> str | None:
    """The time of day, or the span of it, that the element's own attributes give."""
    times = (_split(element.get(name, ""))[1] for name in ("when", "from", "to"))
    return "/".join(filter(None, times)) or None


def _named_precision(name: str | None) -> Precision:
    return next((known for known in get_args(Precision) if known == name), "unknown")


def find_date(area: etree._Element) -> Date | None:
    """The first date below this element."""
    element = next(area.iter(TEI + "date"), None)
    return None if element is None else read_date(element, clock=next(area.iter(TEI + "time"), None))


def _interval(printed: str | None, first: str, last: str) -> Date:
    (start, opened), (end, closed) = _split(first), _split(last)
    time = "/".join(filter(None, (opened, closed))) or None
    return _date(printed, start, time) if start == end else Date(printed, f"{start}/{end}", time, "interval")


def _date(printed: str | None, day: str, time: str | None) -> Date:
    return Date(printed, day, time, "minute" if time else _PRECISIONS.get(len(day), "unknown"))


def _clock(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    times = [element.get(name, "")[:5] for name in ("when", "from", "to")]
    return "/".join(dict.fromkeys(filter(None, times))) or None


def _split(value: str) -> tuple[str, str | None]:
    day, _, time = value.partition("T")
    return day, time[:5] or None
