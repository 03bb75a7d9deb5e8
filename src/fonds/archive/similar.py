"""More like this: what the index tells of likeness, together with who cites whom, each reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Final, get_args

from msgspec import Struct

from fonds.catalogue import Catalogue
from fonds.discovery import Index
from fonds.discovery.document import described
from fonds.discovery.likeness import MOST, Likeness, Reason, Shared, likenesses
from fonds.discovery.shared import Passage
from fonds.errors import UsageError
from fonds.record import Record
from fonds.relations.cited_together import Connection, connections

REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
_CITING: Final = 20.0
"""Points for two records of which one cites the other."""
_TOGETHER: Final = 5.0
"""Points for each record that cites both."""
_NAMED: Final = 3
_QUOTED: Final = 100
"""Characters of a phrase that are quoted."""
_DAYS: Final = ("of the same day", "a day apart")


class Because(Struct, frozen=True):
    """A reason, in words, and how many points it gives of those that it can give at most."""

    reason: Reason
    points: float
    of: float
    words: str


class Similar(Struct, frozen=True):
    """A record that is like another. `score` is the sum of the points of its reasons, the weightiest first.

    `likeness` has the evidence of people, days, words and phrases, `connection` that of citations.
    """

    id: str
    title: str
    kind: str | None
    date: str | None
    score: float
    reasons: tuple[Because, ...]
    likeness: Likeness
    connection: Connection | None


class SimilarRecords(Struct, frozen=True):
    """The records that are like one, the most alike first. `without`: the reasons that were switched off."""

    id: str
    without: tuple[Reason, ...]
    similar: tuple[Similar, ...]


def similar(
    record: Record, names: dict[str, str], index: Index, catalogue: Catalogue, without: Iterable[str], limit: int
) -> SimilarRecords:
    """The records that are most like this one, which is resolved. Raises UsageError for a reason that is none."""
    off = tuple(map(_reason, dict.fromkeys(without)))
    connected = {} if "citations" in off else connections(catalogue, record)
    beside = {each: _points(connection) for each, connection in connected.items()}
    document = described(record, names)
    found = index.answered(lambda asker: likenesses(document, asker, without=off, beside=beside, limit=limit))
    return SimilarRecords(record.id, off, tuple(_similar(each, connected.get(each.id)) for each in found))


def _reason(name: str) -> Reason:
    for reason in REASONS:
        if reason == name:
            return reason
    raise UsageError("the reason to leave out", seen=name, wanted=", ".join(REASONS), next_step="Name one of these.")


def _points(connection: Connection) -> float:
    direct = _CITING if connection.cites or connection.cited else 0.0
    return min(MOST["citations"], direct + _TOGETHER * len(connection.together))


def _similar(likeness: Likeness, connection: Connection | None) -> Similar:
    reasons = sorted(_reasons(likeness, connection), key=lambda each: -each.points)
    about = likeness.id, likeness.title, likeness.kind, likeness.date
    return Similar(*about, likeness.score, tuple(reasons), likeness, connection)


def _reasons(likeness: Likeness, connection: Connection | None) -> Iterator[Because]:
    told = {
        "phrases": _phrases(likeness),
        "days": _days(likeness),
        "people": f"both have {_listed(likeness.people)}" if likeness.people else "",
        "citations": _citations(connection) if connection else "",
    }
    for reason, points in likeness.points.items():
        if points and told[reason]:
            yield Because(reason, points, MOST[reason], told[reason])


def _phrases(likeness: Likeness) -> str:
    parts = []
    if likeness.same_text:
        parts.append(f"the same text: {likeness.same_text:.0%} of the shorter one’s words")
    if likeness.words:
        parts.append(f"both have {', '.join(word.name for word in likeness.words)}")
    if likeness.phrases and not likeness.same_text:
        parts.append("and the words " + ", ".join(f"“{_found(each.here)}”" for each in likeness.phrases))
    return "; ".join(parts)


def _found(passage: Passage) -> str:
    return shorten(passage.text[passage.start : passage.end], _QUOTED, placeholder=" …")


def _days(likeness: Likeness) -> str:
    days = likeness.days_apart
    if days is None:
        return ""
    if likeness.to_the_day:
        return _DAYS[days] if days < len(_DAYS) else f"{days} days apart"
    return f"at most {days} days apart, as far as their dates tell" if days else _DAYS[0]


def _listed(people: tuple[Shared, ...]) -> str:
    named = [f"{each.name} (in {each.records:,} records)" for each in people[:_NAMED]]
    more = len(people) - _NAMED
    return "; ".join(named) + (f" and {more} more" if more > 0 else "")


def _citations(connection: Connection) -> str:
    parts = ["this one cites it"] if connection.cites else []
    parts += ["it cites this one"] if connection.cited else []
    if connection.together:
        more = len(connection.together) - _NAMED
        named = ", ".join(connection.together[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        parts.append(f"both are cited by {named}")
    return "; ".join(parts)
