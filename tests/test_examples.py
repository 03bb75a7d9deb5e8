"""The sample collection reads as its expectations, written by hand from the documents, say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fonds.accession.reading import read_sources
from fonds.accession.walk import Refusal, find_sources
from fonds.diplomatics.statements import attribute_all
from fonds.record import Record, decode_record

EXAMPLES = Path(__file__).parents[1] / "examples"
COLLECTION = EXAMPLES / "the-velmar-strait"

Expected = dict[str, Any]
EXPECTED: list[Expected] = msgspec.json.decode((EXAMPLES / "expected.json").read_bytes())


def label(expected: Expected) -> str:
    return Path(expected["file"]).stem + (f"-d{expected['document']}" if "document" in expected else "")


def notes(record: Record) -> Iterator[Any]:
    return (note for text in record.texts for note in text.notes)


def marks(kind: str) -> Callable[[Record], int]:
    return lambda record: sum(mark.kind == kind for text in record.texts for mark in text.marks)


def blocks(record: Record, kind: str) -> list[str]:
    return [
        text.content[block.start : block.end] for text in record.texts for block in text.blocks if block.kind == kind
    ]


SAME: dict[str, Callable[[Record], object]] = {
    "title": lambda record: record.title,
    "edtf": lambda record: record.date.edtf if record.date else None,
    "time": lambda record: record.date.time if record.date else None,
    "kind": lambda record: record.kind,
    "number": lambda record: record.number,
    "place": lambda record: record.place,
    "language": lambda record: record.language,
    "classification": lambda record: record.classification,
    "handling": lambda record: list(record.handling),
    "subjects": lambda record: list(record.subjects),
    "address": lambda record: record.address,
    "texts": lambda record: [[text.language, text.role] for text in record.texts],
    "languages": lambda record: [text.language for text in record.texts],
    "notes": lambda record: sum(1 for _ in notes(record)),
    "anchored": lambda record: sum(note.anchor is not None for note in notes(record) if note.kind != "source"),
    "references": lambda record: sum(len(text.references) for text in record.texts),
    "supplied": marks("supplied"),
    "deleted": marks("deleted"),
    "gap": marks("gap"),
    "pages": lambda record: len(record.facsimiles),
    "table rows": lambda record: len(blocks(record, "table row")),
}
"""The keys of `expected.json` whose value the record must give exactly."""

PARTIES = ("from", "to", "participant", "drafted by", "approved by")
"""The keys that list the people or bodies in a role, each by a part of the name that no other party has."""


def holds(part: str | None, whole: str | None) -> bool:
    return part is not None and whole is not None and part in whole


def matches(parts: list[str], wholes: list[str]) -> bool:
    return len(parts) == len(wholes) and all(map(holds, parts, wholes))


def custody_names(record: Record) -> str:
    return " > ".join(f"{step.by} {step.place}" for step in record.custody)


def in_order(names: list[str], whole: str) -> bool:
    places = [whole.find(name) for name in names]
    return -1 not in places and places == sorted(places)


def said(record: Record) -> list[str]:
    """Each statement as "Outer > Inner | content"."""
    found = [one for text in record.texts for one in text.statements]
    return [" > ".join(name.split()[-1] for name in one.chain) + f" | {one.content}" for one in found]


def is_said(record: Record, lines: list[str]) -> bool:
    found = said(record)
    return all(any(one.startswith(line) for one in found) for line in lines)


HOLDS: dict[str, Callable[[Record, Any], bool]] = {
    "repository": lambda record, value: holds(value, record.holding.repository if record.holding else None),
    "reference": lambda record, value: holds(value, record.holding.reference if record.holding else None),
    "custody": lambda record, names: in_order(names, custody_names(record)),
    "signature": lambda record, value: any(value in signature for signature in blocks(record, "signature")),
    "words": lambda record, words: all(any(part in text.content for text in record.texts) for part in words),
    "said": is_said,
    "finding": lambda record, value: any(value in finding.words for finding in record.findings),
}
"""The keys whose value the record must contain, and how to tell."""


@pytest.fixture(scope="session")
def records() -> list[Record]:
    lines = [line for line in read_sources(find_sources([COLLECTION], None).sources) if not isinstance(line, Refusal)]
    return list(attribute_all(map(decode_record, lines)))


def find(records: list[Record], expected: Expected) -> Record:
    found = [
        record
        for record in records
        if record.source.name.endswith(expected["file"])
        and ("document" not in expected or (record.edition and record.edition.document == expected["document"]))
    ]
    assert len(found) == 1, f"{label(expected)}: {len(found)} records"
    return found[0]


def test_every_record_is_expected(records: list[Record]) -> None:
    assert len(records) == len(EXPECTED)
    assert len({record.id for record in records}) == len(EXPECTED)


@pytest.mark.parametrize("expected", EXPECTED, ids=label)
def test_record(records: list[Record], expected: Expected) -> None:
    record = find(records, expected)
    wrong = {
        key: (read(record), expected[key])
        for key, read in SAME.items()
        if key in expected and read(record) != expected[key]
    }
    wrong |= {
        role: (record.names(role), expected[role])
        for role in PARTIES
        if role in expected and not matches(expected[role], list(record.names(role)))
    }
    wrong |= {
        key: (record, expected[key])
        for key, held in HOLDS.items()
        if key in expected and not held(record, expected[key])
    }
    assert not wrong, msgspec.json.encode(wrong).decode()


def test_every_key_is_tested() -> None:
    known = {"file", "document", *SAME, *PARTIES, *HOLDS}
    assert {key for expected in EXPECTED for key in expected} == known


def test_every_file_is_expected() -> None:
    files = {path.relative_to(COLLECTION).as_posix() for path in COLLECTION.rglob("*") if path.is_file()}
    assert files == {expected["file"] for expected in EXPECTED} | {"released-papers-1983/people.csv"}


def test_only_what_is_said_is_found(records: list[Record]) -> None:
    for record in records:
        assert not is_said(record, ["Nobody | the strait is closed"])


def test_only_what_lies_in_the_record_is_found_in_it() -> None:
    assert not matches(["Pask"], [])
    assert not matches(["Pask"], ["Delorval"])
    assert not in_order(["SHP", "Radio Lorne"], "Radio Lorne > SHP")
    assert not in_order(["Radio Lorne"], "SHP")
