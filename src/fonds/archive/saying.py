"""A record's statements as they are found and shown: in their sentences, with who is who in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from fonds.authority.speakers import Speaker, Speakers, terms
from fonds.diplomatics.statements.passages import sentences
from fonds.discovery import Said, Terms
from fonds.record import Agent, Record, Statement

_MOST_AROUND: Final = 600
"""Characters that are shown beyond the content on either side, at most."""

Span = tuple[int, int]


def said_in(record: Record, agents: dict[str, Agent]) -> Iterator[tuple[Said, Terms]]:
    """The statements of a record in their order, each as it is shown and with the terms under which it is found."""
    speakers = Speakers(record, agents)
    for index, text in enumerate(record.texts):
        if text.statements:
            found = [(sentence.start, sentence.end) for sentence in sentences(text)]
            for statement in text.statements:
                yield _said(record, index, statement, speakers, _around(statement, found))


def _said(record: Record, text: int, statement: Statement, speakers: Speakers, sentence: Span) -> tuple[Said, Terms]:
    author = speakers.author
    chain = [speakers.speaker(name) for name in statement.chain]
    said = Said(
        record=record.id,
        title=record.title,
        date=record.date.edtf if record.date else None,
        author=author.name if author else None,
        chain=statement.chain,
        addressee=statement.addressee,
        attitude=statement.attitude,
        negated=statement.negated,
        quoted=statement.quoted,
        cue=statement.cue,
        content=statement.content,
        sentence=record.texts[text].content[sentence[0] : sentence[1]],
        sentence_start=sentence[0],
        text=text,
        start=statement.start,
        end=statement.end,
        by=statement.by,
        confidence=statement.confidence,
        author_id=author.person if author else None,
        people=tuple(_person(each) for each in chain),
    )
    hearers = [speakers.speaker(name) for name in statement.addressee]
    return said, Terms(by=terms(chain[-1:]), to=terms(hearers), through=terms([author, *chain]))


def _person(speaker: Speaker | None) -> str | None:
    return speaker.person if speaker else None


def _around(statement: Statement, found: Sequence[Span]) -> Span:
    """From the beginning of the sentence in which a content begins to the end of that in which it ends."""
    start, end = statement.start, statement.end
    before = bisect_right(found, start, key=lambda sentence: sentence[0]) - 1
    after = bisect_left(found, end, key=lambda sentence: sentence[1])
    first = found[before][0] if before >= 0 else start
    last = found[after][1] if after < len(found) else end
    return max(first, start - _MOST_AROUND), max(end, min(last, end + _MOST_AROUND))
