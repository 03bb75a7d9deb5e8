"""Entries that describe documents printed elsewhere give up what they tell."""

from __future__ import annotations

import time

import pytest

from fonds.diplomatics.calendar_entry import parse_calendar_entry

TAIL = "Talks on the harbour. Secret. 2 pp. Ministry of Ports, Central Files, 611.94/7–1758."


@pytest.mark.parametrize(
    ("title", "kind", "edtf", "senders", "recipients"),
    [
        ("Letter from Marlow to Gen. Venn, July 17", "letter", "1958-07-17", ("Marlow",), ("Gen. Venn",)),
        ("Telegram 1942 from Oslo, July 17", "telegram", "1958-07-17", ("Oslo",), ()),
        ("Memorandum of conversation, July 17, between Marlow and Venn", "memorandum of conversation", "1958-07-17",
         ("Marlow",), ("Venn",)),
        ("Table, July 17, 1957", None, "1957-07-17", (), ()),
        ("Draft paper, undated", "paper", None, (), ()),
    ],
)  # fmt: skip
def test_an_entry_is_read(
    title: str, kind: str | None, edtf: str | None, senders: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    entry = parse_calendar_entry(f"7. {title}. {TAIL}")
    assert entry is not None
    heading = entry.heading
    assert (heading.number, heading.title, heading.kind) == ("7", title, kind)
    assert (heading.senders, heading.recipients) == (senders, recipients)
    assert heading.date is not None
    assert heading.date.edtf == edtf
    assert (entry.summary, entry.extent, entry.source.classification) == ("Talks on the harbour.", "2 pp", "Secret")
    assert entry.source.holding is not None
    assert entry.source.holding.repository == "Ministry of Ports"


def test_a_year_that_nothing_tells_stays_open() -> None:
    entry = parse_calendar_entry("7. Table, July 17. Ships. Secret. 1 p. Ministry of Ports, Venn Files.")
    assert entry is not None
    assert entry.heading.date is not None
    assert (entry.heading.date.printed, entry.heading.date.edtf) == ("July 17", None)


@pytest.mark.parametrize(
    "text",
    [
        "7. Letter From Marlow to Venn, July 17, 1958.",
        "7. Letter from Marlow to Venn. Talks. Secret. 2 pp. Ministry of Ports.",
        "The consul wrote on July 17. He had seen two ships.",
        "",
    ],
)
def test_other_text_is_no_entry(text: str) -> None:
    assert parse_calendar_entry(text) is None


@pytest.mark.parametrize("words", ["1 p. ", "May 3. A", "A. ", "“1 "])
def test_hostile_entries_take_no_time(words: str) -> None:
    begun = time.perf_counter()
    parse_calendar_entry(words * 5000)
    assert time.perf_counter() - begun < 1
