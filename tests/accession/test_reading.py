"""Files are read one by one: what cannot be read is refused with its reason, and the rest goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from fonds.accession import plain_text
from fonds.accession.reading import (
    Answer,
    Reading,
    Unchanged,
    drop,
    entries,
    index_documents,
    read_all,
    read_one,
    read_sources,
)
from fonds.accession.source import SourceFile
from fonds.accession.walk import Refusal, find_sources
from fonds.catalogue import HeldSource
from fonds.errors import RefusedError
from fonds.record import Record, decode_record
from rights import held_to_rights

LETTER = "Ostwick, 3 May 1911.\n\nDear Ben,\n\nThe ferry is late again, and the ice has not gone.\n\nAda\n"


def source_of(folder: Path, content: bytes, name: str = "letter.txt") -> SourceFile:
    path = folder / name
    path.write_bytes(content)
    return SourceFile(path, name, "papers")


def read(folder: Path, content: bytes, name: str = "letter.txt") -> Answer:
    return read_one(source_of(folder, content, name), None, folder / "spool")


def test_what_was_read_lies_in_the_spools_until_it_is_dropped(tmp_path: Path) -> None:
    answer = read(tmp_path, LETTER.encode())
    assert isinstance(answer, Reading)
    (kept,) = entries(answer)
    ((identifier, document),) = index_documents(answer)
    record = decode_record(kept.line)
    assert (answer.records, kept.id, identifier, record.id) == (1, "papers/letter", "papers/letter", "papers/letter")
    assert b"ferry" in document
    drop(answer)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "empty.txt", "an empty file"),
        (bytes(range(256)) * 20, "picture.jpg", "no reader takes it"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "picture.png", "no reader takes it"),
        (b"<?xml version='1.0'?><html/>", "page.xml", "XML that is not TEI"),
        (b"<?xml version='1.0'?><TEI", "cut.xml", "not well-formed"),
    ],
    ids=["empty", "binary", "picture", "another XML", "cut off"],
)
def test_refused(tmp_path: Path, content: bytes, name: str, reason: str) -> None:
    answer = read(tmp_path, content, name)
    assert isinstance(answer, Refusal)
    assert answer.name == name
    assert reason in answer.reason
    assert not answer.reason.startswith(name)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    answer = read_one(SourceFile(tmp_path / "gone.txt", "gone.txt", "papers"), None, tmp_path / "spool")
    assert isinstance(answer, Refusal)
    assert "No such file" in answer.reason


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    source = source_of(tmp_path, LETTER.encode())
    source.path.chmod(0)
    with held_to_rights():
        answer = read_one(source, None, tmp_path / "spool")
    assert isinstance(answer, Refusal)
    assert "Permission denied" in answer.reason


def test_a_file_that_changes_between_its_digest_and_its_reading_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = source_of(tmp_path, LETTER.encode())
    honest = SourceFile.digest

    def digest_then_change(self: SourceFile) -> str:
        before = honest(self)
        self.path.write_bytes(LETTER.encode() + b"One more line.\n")
        return before

    monkeypatch.setattr(SourceFile, "digest", digest_then_change)
    answer = read_one(source, None, tmp_path / "spool")
    assert isinstance(answer, Refusal)
    assert "changed while it was read" in answer.reason


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    source = source_of(tmp_path, b"x" * 2000)
    with pytest.raises(RefusedError, match="more than"):
        source.content(source.digest(), limit=1000)
    assert len(source.content(source.digest(), limit=2000)) == 2000


def test_a_list_of_people_that_is_gone_is_named(tmp_path: Path) -> None:
    path = source_of(tmp_path, LETTER.encode()).path
    source = SourceFile(path, "letter.txt", "papers", tmp_path / "people.csv")
    answer = read_one(source, None, tmp_path / "spool")
    assert isinstance(answer, Refusal)
    assert "people.csv" in answer.name + answer.reason


@pytest.mark.parametrize("change", ["", "sha256", "program", "names_sha256"])
def test_only_what_is_held_as_it_is_is_not_read_again(tmp_path: Path, change: str) -> None:
    source = source_of(tmp_path, LETTER.encode())
    facts = {
        "sha256": source.digest(),
        "program": f"{plain_text.NAME} {plain_text.VERSION}",
        "names_sha256": "",
    }
    if change:
        facts[change] = "another"
    held = HeldSource(key=source.key, version=1, **facts)
    answer = read_one(source, held, tmp_path / "spool")
    assert isinstance(answer, Reading if change else Unchanged)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_rest_goes_on_in_the_order_given(tmp_path: Path, jobs: int) -> None:
    folder, spools = tmp_path / "papers", tmp_path / "spools"
    folder.mkdir()
    spools.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_bytes(b"" if number % 3 == 1 else LETTER.encode())
    sources = find_sources([folder]).sources
    answers = list(read_all(sources, [None] * len(sources), spools, jobs))
    assert [source.name for source, _ in answers] == [f"{number:02}.txt" for number in range(12)]
    assert [isinstance(answer, Refusal) for _, answer in answers] == [number % 3 == 1 for number in range(12)]
    read_of = [next(iter(entries(answer))).id for _, answer in answers if isinstance(answer, Reading)]
    assert read_of == [f"papers/{number:02}" for number in range(12) if number % 3 != 1]


def test_what_is_only_read_is_not_made_searchable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def note(record: Record, _: object) -> bytes:
        made.append(record.id)
        return b"{}"

    monkeypatch.setattr("fonds.accession.reading.index_document", note)
    (tmp_path / "letter.txt").write_bytes(LETTER.encode())
    sources = find_sources([tmp_path]).sources
    lines = list(read_sources(sources))
    assert isinstance(lines[0], bytes)
    assert made == []
    read_one(sources[0], None, tmp_path / "spool")
    assert made == [decode_record(lines[0]).id]
