"""Which record replies to which: one that begins by referring to an earlier one that its addressee sent to its sender.

Replies seldom say "in reply to". They open with what they answer: "Your telegram 214.", "Embtel 860. Concur with your
plan", "I refer to your memorandum of December 7". A reference further on is as often made in passing, and counts for
nothing here. Like references, replies are worked out when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from fonds.catalogue import Brief, Catalogue
from fonds.dates import day_bounds
from fonds.record import Record, Reference, Text
from fonds.relations.references import citing, resolved_all

_OPENING: Final = 240
"""Characters at the beginning of a text, behind heading and dateline, in which it refers to what it answers."""
_LATE: Final = 120
"""Days after which what is referred to is hardly answered."""
_MOST: Final = 20
"""Citing records that are looked at."""


class Reply(Struct, frozen=True):
    """The other record, and the words in which the reply refers to what it answers."""

    record: Brief
    printed: str


class Replies(Struct, frozen=True):
    """What a record replies to, in the order of its references, and what replies to it, in archive order."""

    replies_to: tuple[Reply, ...]
    answered_by: tuple[Reply, ...]


def replies(catalogue: Catalogue, record: Record, cited_by: tuple[Brief, ...] | None = None) -> Replies:
    """The replies of a resolved record and to it. `cited_by`: the records that refer to it, if they are known already.

    Of those, the first twenty of the months after it are looked at.
    """
    if not _corresponds(record):
        return Replies((), ())
    briefs = citing(catalogue, record.id) if cited_by is None else cited_by
    near = [brief.id for brief in briefs if _may_answer(record, brief)][:_MOST]
    answers = resolved_all(catalogue, map(catalogue.get, near))
    return Replies(
        tuple(_replies_to(catalogue, record)), tuple(_answers(record, answers, {it.id: it for it in briefs}))
    )


def _replies_to(catalogue: Catalogue, record: Record) -> Iterator[Reply]:
    opening = dict(_opening(record))
    for target, brief in catalogue.briefs(opening).items():
        if _answered(record, catalogue.get(target)):
            yield Reply(brief, opening[target])


def _answers(record: Record, others: Iterator[Record], briefs: dict[str, Brief]) -> Iterator[Reply]:
    for other in others:
        printed = dict(_opening(other)).get(record.id)
        if printed is not None and _answered(other, record):
            yield Reply(briefs[other.id], printed)


def _opening(record: Record) -> Iterator[tuple[str, str]]:
    """The records that a record refers to where it begins, in its own words or in a note upon them."""
    for text in record.texts:
        first = next((block.start for block in text.blocks if block.kind == "paragraph"), 0)
        for reference in reversed(text.references):
            place = _place(text, reference)
            if reference.target and place is not None and first <= place < first + _OPENING:
                yield reference.target, reference.printed


def _place(text: Text, reference: Reference) -> int | None:
    """Where in the text a reference stands, or the note that it stands in is anchored."""
    if reference.note is None:
        return reference.start
    return next((note.anchor for note in text.notes if note.number == reference.note), None)


def _answered(reply: Record, other: Record) -> bool:
    """Whether the other went from the addressee of the reply to its sender, before it and not long before."""
    (sent, late), (earliest, answered) = _days(other), _days(reply)
    if other.id == reply.id or not (sent and late and earliest and answered):
        return False
    in_time = sent <= answered and earliest - late <= _LATE
    return in_time and _exchanged(other, "from", reply, "to") and _exchanged(other, "to", reply, "from")


def _may_answer(record: Record, brief: Brief) -> bool:
    (sent, _), answered = _days(record), _ordinal(brief.date_from)
    return bool(sent and answered and -1 <= answered - sent <= 2 * _LATE)


def _corresponds(record: Record) -> bool:
    return bool(_who(record, "from") and _who(record, "to"))


def _exchanged(one: Record, role: str, other: Record, other_role: str) -> bool:
    return bool(_who(one, role) & _who(other, other_role))


def _who(record: Record, role: str) -> set[str]:
    """Those in a role: as lists have them, and by name without what stands in brackets behind it."""
    parties = [party for party in record.parties if party.role == role]
    listed = {f"{record.collection}/{party.agent}" for party in parties if party.agent}
    return listed | {" ".join(party.name.partition(" (")[0].casefold().split()) for party in parties}


def _days(record: Record) -> tuple[int | None, int | None]:
    first, last = day_bounds(record.date.edtf) if record.date and record.date.edtf else (None, None)
    return _ordinal(first), _ordinal(last)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:  # before the year 1
        return None
