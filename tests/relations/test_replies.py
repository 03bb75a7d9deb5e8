"""Which record replies to which, by the references with which replies begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_relations import keep

from fonds.catalogue import Catalogue
from fonds.record import Block, Cites, Date, Note, Party, Record, Reference, Source, Text
from fonds.relations.references import resolved
from fonds.relations.replies import replies

HEADING = "Telegram From the Legation in Valmora\n\nSarenne, October 27, 1932\n\n"


def letter(
    number: int,
    sender: str | None,
    addressee: str | None,
    day: str | None,
    words: str = "The harbour is shut.",
    **more: Any,
) -> Record:
    """A letter; where its words have "Document N", that is a reference."""
    content = HEADING + words
    start = content.find("Document ")
    cites = Cites(document=content[start + 9 : start + 10])
    references = (Reference(start, start + 10, content[start : start + 10], cites),) if start >= 0 else ()
    parties = [Party("from", sender)] if sender else []
    parties += [Party("to", addressee)] if addressee else []
    text = Text("en", "original", content, blocks=(Block("paragraph", len(HEADING), len(content)),), **(
        {"references": references} | more
    ))  # fmt: skip
    return Record(
        f"salt/d{number}", "salt", f"Letter {number}", Source("s", "0" * 64, "text/xml", "t"),
        parties=tuple(parties), date=Date(edtf=day) if day else None, texts=(text,),
    )  # fmt: skip


ASKED = letter(1, "Legation in Valmora", "Department of External Affairs", "1932-10-25")
TO = ("Department of External Affairs", "Legation in Valmora")
BACK = (TO[1], TO[0])


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def told(catalogue: Catalogue, *records: Record) -> tuple[dict[str, str], dict[str, str]]:
    """What the last of the records replies to, and what replies to the first, each with the words."""
    keep(catalogue, *records)
    first, last = (
        replies(catalogue, resolved(catalogue, catalogue.get(each.id))) for each in (records[0], records[-1])
    )
    return (
        {each.record.id: each.printed for each in last.replies_to},
        {each.record.id: each.printed for each in first.answered_by},
    )


REPLIES = [
    pytest.param(letter(2, *TO, "1932-10-27", "Document 1. We concur."), id="at its beginning"),
    pytest.param(letter(2, *TO, "1932-10-25", "Re Document 1."), id="on the same day"),
    pytest.param(letter(2, *TO, "1932-11", "Thank you for Document 1."), id="in some month"),
    pytest.param(
        letter(2, "department of  external affairs", "Legation in Valmora (Pask)", "1932-10-27", "Document 1."),
        id="otherwise named",
    ),
    pytest.param(
        letter(
            2, *TO, "1932-10-27", "Your 214.",
            notes=(Note("3", len(HEADING) + 8, "Document 1."),),
            references=(Reference(0, 10, "Document 1", Cites(document="1"), note="3"),),
        ),
        id="by a note upon its beginning",
    ),
]  # fmt: skip


@pytest.mark.parametrize("reply", REPLIES)
def test_what_replies(catalogue: Catalogue, reply: Record) -> None:
    assert told(catalogue, ASKED, reply) == ({ASKED.id: "Document 1"}, {reply.id: "Document 1"})


NO_REPLIES = [
    pytest.param(letter(2, *TO, "1932-10-27", f"{'Much else. ' * 40} Document 1."), id="in passing"),
    pytest.param(letter(2, *BACK, "1932-10-27", "Document 1."), id="from the same sender"),
    pytest.param(letter(2, TO[0], "Legation in Halvern", "1932-10-27", "Document 1."), id="to somebody else"),
    pytest.param(letter(2, "Admiralty", TO[1], "1932-10-27", "Document 1."), id="from somebody else"),
    pytest.param(letter(2, None, TO[1], "1932-10-27", "Document 1."), id="of no sender"),
    pytest.param(letter(2, *TO, "1932-10-24", "Document 1."), id="before it"),
    pytest.param(letter(2, *TO, "1934-10-24", "Document 1."), id="years later"),
    pytest.param(letter(2, *TO, None, "Document 1."), id="undated"),
    pytest.param(letter(2, *TO, "-0432", "Document 1."), id="of another age"),
    pytest.param(letter(2, *TO, "1932-10-27", "Document 9."), id="to what is not held"),
    pytest.param(letter(2, *TO, "1932-10-27", "Document 2."), id="to itself"),
    pytest.param(letter(2, *TO, "1932-10-27"), id="to nothing"),
    pytest.param(
        letter(2, *TO, "1932-10-27", "Your 214.", references=(Reference(3, 9, "D", Cites(document="1")),)),
        id="in its heading",
    ),
    pytest.param(
        letter(
            2, *TO, "1932-10-27", f"{'Much else. ' * 40}",
            notes=(Note("3", len(HEADING) + 400, "See it."), Note("4", None, "See it.")),
            references=(
                Reference(0, 3, "See", Cites(document="1"), note="3"),
                Reference(0, 3, "See", Cites(document="1"), note="4"),
                Reference(0, 3, "See", Cites(document="1"), note="5"),
            ),
        ),
        id="in notes elsewhere",
    ),
]  # fmt: skip


@pytest.mark.parametrize("other", NO_REPLIES)
def test_what_does_not_reply(catalogue: Catalogue, other: Record) -> None:
    assert told(catalogue, ASKED, other) == ({}, {})


def test_an_exchange_is_followed_both_ways(catalogue: Catalogue) -> None:
    answer = letter(2, *TO, "1932-10-27", "Document 1. Go on.")
    again = letter(3, *BACK, "1932-10-29", "Document 2. I went on.")
    keep(catalogue, ASKED, answer, again)
    found = replies(catalogue, resolved(catalogue, answer))
    assert [each.record.id for each in found.replies_to] == [ASKED.id]
    assert [each.record.id for each in found.answered_by] == [again.id]
