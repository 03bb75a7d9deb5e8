"""Where a document went and when it was received, as its source note tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from fonds.diplomatics.clock import find_time
from fonds.diplomatics.date_forms import MONTH_NAMES
from fonds.diplomatics.dates import find_dates
from fonds.diplomatics.noted_acts import CLAUSE_END, split_names
from fonds.record import TransmissionStep

_SENDING = "repeated|sent|pouched|relayed|passed"
_BY = r"(?:(?:(?<=repeated)|(?<=relayed)) by (?:the )?[A-Z][^.;,]{2,40}?)?"
_WENT = re.compile(
    rf"\b(?:also )?({_SENDING})(?: [A-Z]\w+| for information| by pouch){{0,3}}{_BY} to (.+?)"
    rf"(?={CLAUSE_END}|,? and (?:{_SENDING})\b| (?:on|at|for|by)\b)"
    rf"|(?:(?<=\. )|^)(?-i:(Repeated) (?=[A-Z])(?!.{{0,40}} to )(.+?))(?={CLAUSE_END}| (?:on|at|for|by)\b)",
    re.IGNORECASE,
)
_DAY = rf"(?:(?:{MONTH_NAMES})\.? \d{{1,2}}\b(?:(?:, |/)\d{{4}})?|\d{{1,2}} (?:{MONTH_NAMES})\b(?: \d{{4}})?)"
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m\.|\d{4}Z|noon\b|midnight\b)"
_PLACE = (
    rf"(?:the )?(?!(?:{MONTH_NAMES})\b)[A-Z][\w’'-]*(?: (?:of (?:the )?)?(?!(?:{MONTH_NAMES})\b)[A-Z][\w’'-]*){{0,4}}"
)
_RECEIVED = re.compile(
    rf"\b[Rr]eceived(?: (?:at|in|by) (?P<place>{_PLACE})| in [\w ]{{1,60}}?)?"
    rf"(?P<when>(?:,? (?:(?:at|on) )?(?:{_TIME}|{_DAY}))+)"
)
_POINT = re.compile(r"(?<=\d)\.(?=\d\d ?[ap]\.)")
_MONTH = re.compile(rf"\b(?:{MONTH_NAMES})\b")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_steps(words: str) -> Iterator[TransmissionStep]:
    """The steps that a source note tells, those by which it went on first; `at` is in the note's words yet."""
    if any(verb in words for verb in ("epeated", "sent ", "Sent ", "ouched", "elayed", "assed")):
        for went in _WENT.finditer(words):
            for whither in split_names(went[2] or went[4]):
                yield TransmissionStep((went[1] or went[3]).casefold(), place=whither)
    received = _RECEIVED.search(words) if "eceived" in words else None
    if received:
        place = (received["place"] or "").removeprefix("the ") or None
        yield TransmissionStep(
            "received", at=received["when"].strip(" ,").removeprefix("at ").removeprefix("on "), place=place
        )


def with_days(steps: Iterable[TransmissionStep], day: str | None) -> Iterator[TransmissionStep]:
    """The steps with `at` in EDTF: "1962-10-28", or "1962-10-28T08:23" where a time of day is told.

    `day` is the document's own, in EDTF: a time alone is of that day, and a day without its year of that year. The
    words stay where they tell neither, or where the document has no one day.
    """
    own = day if day and _WHOLE_DAY.fullmatch(day) else None
    for step in steps:
        told = moment(step.at, own) if step.at else None
        yield msgspec.structs.replace(step, at=told) if told else step


def moment(words: str, day: str | None) -> str | None:
    """The day and time that words tell, in EDTF; see `with_days`. None where they tell no one day."""
    found = next(find_dates(words, year_hint=int(day[:4]) if day else None), None)
    told = found.date.edtf if found else day
    if (found is None and _MONTH.search(words)) or told is None or not _WHOLE_DAY.fullmatch(told):
        return None
    rest = words[: found.start] + words[found.end :] if found else words
    time = find_time(_POINT.sub(":", rest))
    return f"{told}T{time}" if time and "/" not in time else told
