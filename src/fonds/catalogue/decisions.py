"""What people decided about statements, and how that goes before whatever a program finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from fonds.catalogue.anchoring import Anchored, find_again
from fonds.record import Record, Statement, Text

Deed = Literal["accept", "correct", "reject", "add"]

_SAME: Final = 0.5
"""The share of their common stretch that two contents must have in common to be of one statement."""
_THAT: Final = len("that “")
"""Programs differ in whether a content begins before or after these."""


class Decision(Struct, frozen=True):
    """What somebody decided about a statement of a record, and when (UTC, ISO 8601).

    `replaces` is the statement as it was found there, None for one that was added; `statement` as it is to be, None
    for one that was rejected. `text` counts the record's texts from 0. A decision that was `undone` counts no more.
    """

    number: int
    record: str
    text: int
    deed: Deed
    who: str
    at: str
    replaces: Anchored | None
    statement: Anchored | None
    undone: bool = False


def decided_deed(replaces: Statement | None, statement: Statement | None) -> Deed:
    """What it is called to put one statement, or none, in the place of another, or of none."""
    if replaces is None:
        return "add"
    if statement is None:
        return "reject"
    known = {"by": replaces.by, "confidence": replaces.confidence}
    return "accept" if replace(statement, **known) == replaces else "correct"


def apply_decisions(record: Record, decisions: Iterable[Decision]) -> Record:
    """The record with its statements as people want them, whatever program found the others.

    Decisions count in their order. One whose passage is gone from the text waits until it is there again.
    """
    texts = list(record.texts)
    for decision in decisions:
        if decision.undone:
            continue
        for index in _looked_through(decision.text, len(texts)):
            decided = _decided(texts[index], decision)
            if decided is not None:
                texts[index] = replace(texts[index], statements=decided)
                break
    return replace(record, texts=tuple(texts))


def is_adrift(record: Record, decision: Decision) -> bool:
    """Whether the passage that was decided about is nowhere in the record's texts."""
    return all(_decided(text, decision) is None for text in record.texts)


def _looked_through(first: int, count: int) -> list[int]:
    """The text that it was decided in, then the others: a better reading may have parted texts in another way."""
    return [index for index in (first, *range(count)) if index < count][: count + 1]


def _decided(text: Text, decision: Decision) -> tuple[Statement, ...] | None:
    """The statements of a text after a decision; None where its passage is not there."""
    before, after = (each and find_again(text.content, each) for each in (decision.replaces, decision.statement))
    if before is None and after is None:
        return None
    decided = [each for each in (before, after) if each]
    others = [one for one in text.statements if not any(is_same(one, each) for each in decided)]
    return tuple(in_order([*others, *([after] if after else [])]))


def is_same(one: Statement, other: Statement) -> bool:
    """Whether both tell of the same saying: the same cue, and contents that begin at the same place.

    Contents that begin apart must have the same source, and mostly cover each other: "she said that he said that" has
    two statements of one cue. Who is named as the source may differ else: that is what people correct.
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    if common <= 0 or (one.cue or "").casefold() != (other.cue or "").casefold():
        return False
    if abs(one.start - other.start) <= _THAT:
        return True
    whole = max(one.end, other.end) - min(one.start, other.start)
    return one.chain[-1:] == other.chain[-1:] and common >= _SAME * whole


def in_order(statements: Sequence[Statement]) -> list[Statement]:
    """Statements as they stand in the text, the outer before the inner."""
    return sorted(statements, key=lambda each: (each.start, -each.end, len(each.chain)))
