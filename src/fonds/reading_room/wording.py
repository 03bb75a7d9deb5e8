"""What records hold in codes, in words for readers."""

from __future__ import annotations

import json
import re
from calendar import month_name
from collections.abc import Sequence
from importlib.resources import files
from itertools import takewhile

from fonds.discovery import AUTHOR
from fonds.record import Agent, Cites, Date, Finding, Record, Text

_LANGUAGES: dict[str, str] = json.loads((files("fonds.reading_room") / "languages.json").read_bytes())
_FINDINGS: dict[str, str] = json.loads((files("fonds") / "findings.json").read_bytes())
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DOUBTS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_SETS = {"[": " or ", "{": " and "}
_DAY = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)", re.ASCII)


ATTITUDES = {
    (attitude, negated): words
    for attitude, *both in (
        ("say", "said", "did not say"),
        ("ask", "asked", "did not ask"),
        ("direct", "directed", "did not direct"),
        ("commit", "undertook", "did not undertake"),
        ("think", "thought", "did not think"),
        ("feel", "felt", "did not feel"),
    )
    for negated, words in zip((False, True), both, strict=True)
}
"""Attitude of a statement, and whether it is negated -> a verb."""


def date_words(edtf: str) -> str:
    """An EDTF date in English: "28 October 1962", "26 to 28 October 1962", "about spring 1783".

    What has no plain words (years before our era, qualified parts, exponents) is given back as it is.
    """
    if edtf[:1] in _SETS:
        return _SETS[edtf[0]].join(date_words(member.strip()) for member in edtf[1:-1].split(","))
    start, between, end = edtf.partition("/")
    return _interval_words(start, end) if between else _day_words(edtf)


def moment_words(at: str) -> str:
    """A moment in English: "28 October 1962, 08:23" for "1962-10-28T08:23"; words that are no EDTF as they are."""
    if not at[:4].isdecimal():
        return at
    day, _, time = at.partition("T")
    return ", ".join(filter(None, (date_words(day), time)))


def _interval_words(start: str, end: str) -> str:
    if start in {"", ".."}:
        return f"until {_day_words(end)}"
    if end in {"", ".."}:
        return f"from {_day_words(start)} on"
    first, last = _day_words(start).split(), _day_words(end).split()
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(reversed(first), reversed(last), strict=False)))
    if first == last or len(first) != len(last):
        same = []
    return f"{' '.join(first[: len(first) - len(same)])} to {' '.join(last)}"


def _day_words(edtf: str) -> str:
    match = _DAY.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, doubt = match.groups()
    month_words = _SEASONS.get(month or "") or _month_words(month or "XX")
    if month_words is None:
        return edtf
    parts = [day.lstrip("0") if day and day != "XX" else "", month_words, _year_words(year)]
    return _DOUBTS[doubt] + " ".join(part for part in parts if part)


def _month_words(month: str) -> str | None:
    """The month's name; "" where it is not known, None for what is no month."""
    if month == "XX":
        return ""
    return month_name[int(month)] if month.isdigit() and 1 <= int(month) <= 12 else None


def _year_words(year: str) -> str:
    known = year.rstrip("X")
    return year if known == year else f"{known.ljust(4, '0')}s"


def meaning(date: Date) -> str:
    """What a date means: its day or days and its time; "" where that is not known."""
    words = date_words(date.edtf) if date.edtf else ""
    time = (date.time or "").replace("/", " to ")
    return ", ".join(part for part in (words, time) if part)


def agent_words(agent: Agent) -> str:
    """A name with what the collection's own list says of it."""
    return f"{agent.name} – {agent.description}" if agent.description else agent.name


def cited_words(cites: Cites) -> str:
    """What a reference cites, as far as its words tell; "Another document" where they tell nothing."""
    parts = [
        cites.work,
        _labelled("volume", cites.volume),
        _kind_and_number(cites),
        _labelled("from", cites.sender),
        cites.date and date_words(cites.date),
        _labelled("document", cites.document),
        _labelled("note", cites.note),
        _labelled("pages", cites.pages),
    ]
    return capitalised(", ".join(part for part in parts if part) or "another document")


def _labelled(label: str, value: str | None) -> str | None:
    return f"{label} {value}" if value else None


def _kind_and_number(cites: Cites) -> str | None:
    return " ".join(part for part in (cites.kind, cites.number) if part) or None


def speaker(name: str) -> str:
    """The source or addressee of a statement; the document's own author has no name there."""
    return "the author" if name == AUTHOR else name


def capitalised(words: str) -> str:
    """The words with a capital first letter; the others as they are."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str]) -> str:
    """The words as a list in a sentence: "A", "A and B", "A, B, and C"."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"


def years(date_from: str | None, date_to: str | None) -> str:
    """The years from one ISO day to another: "1961–1963"; "" where neither is known."""
    first, last = ((day or "")[:-6] for day in (date_from, date_to))
    return first if first == last else f"{first}–{last}"


def text_title(text: Text) -> str:
    """What a text is: "Original", "Translation, English"."""
    return ", ".join(part for part in (capitalised(text.role), text.language and language_name(text.language)) if part)


def collection_title(record: Record) -> str:
    """What the collection of a record is called: the volume that prints it, or else the folder."""
    return record.edition.name if record.edition else record.collection


def language_name(tag: str) -> str:
    """The English name of a language by its tag (BCP 47): "Russian"; the tag itself where it is not in the list."""
    return _LANGUAGES.get(tag, _LANGUAGES.get(tag.partition("-")[0], tag))


def finding_words(finding: Finding) -> str:
    """What a finding means, in a sentence; a code of a reader that Fonds does not bring is given in its own words."""
    return _FINDINGS.get(finding.code) or capitalised(re.sub(r"[-_]", " ", finding.code))
