"""Files of TEI: what they give, what is a finding, and what is refused and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from tei_texts import FRUS, TEI, document, header, items_of, letter, records_of, volume

from fonds.accession import source
from fonds.accession.reader import Declined, Match
from fonds.accession.tei import stream
from fonds.accession.tei.reader import sniff
from fonds.errors import RefusedError
from fonds.record import Agent

ONE = document("<head>1. Telegram From Ada to Ben</head><p>Words.</p>")


def test_documents_come_in_their_order_with_the_volumes_facts(tmp_path: Path) -> None:
    first, second = records_of(tmp_path, volume(ONE + document("<head>Second</head><p>More.</p>", "d2")))
    assert (first.id, second.id, second.title) == ("quill1/d1", "quill1/d2", "Second")
    assert first.edition is not None
    assert (first.edition.title, first.edition.publisher, first.edition.document) == (
        "Papers of the Quill", "Quill Press", "d1",
    )  # fmt: skip
    assert not first.findings


LETTER = '<div type="letter" xml:id="l1"><head>Ada to Ben</head><p>Words.</p></div>'


def test_divisions_that_are_letters_are_documents(tmp_path: Path) -> None:
    first, second = records_of(tmp_path, volume(LETTER + LETTER.replace("l1", "l2").replace("Ada to Ben", "Note")))
    assert (first.id, first.kind, first.title) == ("quill1/l1", "letter", "Ada to Ben")
    assert (second.id, second.kind) == ("quill1/l2", "note")


def test_a_letter_within_a_document_or_a_letter_is_part_of_it(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, volume(document("<p>Words.</p>" + LETTER)))
    assert (record.id, record.texts[0].content) == ("quill1/d1", "Words.\n\nAda to Ben\n\nWords.")
    (whole,) = records_of(tmp_path, letter(LETTER))
    assert whole.id.endswith("/ada-1")


@pytest.mark.parametrize(
    ("marked", "place"), [("Quillport", "Quillport"), ("[Quillport,]", "Quillport"), ("Thursday", None)]
)
def test_what_is_marked_as_a_place_and_is_none_is_none(tmp_path: Path, marked: str, place: str | None) -> None:
    dateline = f'<dateline><placeName>{marked}</placeName>, <date when="1907-05-02">May 2</date></dateline>'
    (record,) = records_of(tmp_path, volume(document(f"<head>Note</head><opener>{dateline}</opener><p>Words.</p>")))
    assert record.place == place


@pytest.mark.parametrize(("idno", "supplied"), [("", 0), (FRUS, 1)], ids=["another edition", "FRUS"])
def test_brackets_are_supplied_in_frus_alone(tmp_path: Path, idno: str, supplied: int) -> None:
    (record,) = records_of(tmp_path, volume(document("<p>He [Ben] left.</p>"), idno=idno))
    assert [mark.kind for mark in record.texts[0].marks] == ["supplied"] * supplied


def test_a_repeated_identifier_is_a_finding_and_both_documents_are_kept(tmp_path: Path) -> None:
    records = records_of(tmp_path, volume(document("<p>One.</p>") + document("<p>Two.</p>")))
    assert records[0].id == "quill1/d1"
    assert records[1].id.startswith("quill1/d1-")
    assert [[finding.code for finding in record.findings] for record in records] == [[], ["duplicate-identifier"]]


def test_a_document_without_identifier_gets_one_of_its_words(tmp_path: Path) -> None:
    twice = [records_of(tmp_path, volume(before + document("<p>Two.</p>", ""))) for before in ("", ONE)]
    assert [finding.code for finding in twice[0][0].findings] == ["no-identifier"]
    assert twice[0][-1].id == twice[1][-1].id


def test_documents_of_the_same_words_without_identifiers_stay_apart(tmp_path: Path) -> None:
    records = records_of(tmp_path, volume(document("<p>Same.</p>", "") * 3 + document("<p>Same.</p>") * 3))
    assert len({record.id for record in records}) == 6


def test_the_page_a_document_begins_on_is_its_own(tmp_path: Path) -> None:
    body = "<pb n='4' facs='4.jpg'/>" + document("<p>a</p><pb n='5' facs='5.jpg'/><p>b</p>")
    (record,) = records_of(tmp_path, volume(body))
    assert [page.page for page in record.facsimiles] == ["4", "5"]
    assert record.edition is not None
    assert record.edition.pages == "4–5"


def test_divisions_above_a_document_are_named(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, volume(f"<div type='chapter'><head>The Quarrel</head>{ONE}</div>"))
    assert record.edition is not None
    assert record.edition.divisions == ("The Quarrel",)


def test_lists_of_names_are_agents(tmp_path: Path) -> None:
    front = (
        "<front><div><list><item><persName xml:id='ada'>Morrow, Ada</persName>, surveyor</item></list>"
        "<listOrg><org xml:id='qc'><orgName>Quill Council</orgName><desc>since 1890</desc></org>"
        "<org><orgName>Nobody</orgName></org></listOrg></div></front>"
    )
    agents = [item for item in items_of(tmp_path, volume(ONE, front=front)) if isinstance(item, Agent)]
    assert agents == [
        Agent("ada", "quill1", "person", "Morrow, Ada", "surveyor"),
        Agent("qc", "quill1", "body", "Quill Council", "since 1890"),
    ]


BOMB = '<!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"<!DOCTYPE TEI [<!ENTITY a 'b'>]>{volume(ONE)}", "declares entities"),
        (BOMB + volume(document("<p>&c;</p>")), "entit"),
        (OUTSIDE + volume(document("<p>&a;</p>")), "entit"),
        (volume(ONE)[:-9], "not well-formed"),
        (volume(ONE).replace("</p>", ""), "not well-formed"),
        (volume(document("<p>\u00e9</p>")).encode("latin-1"), "not well-formed"),
        ('<?xml version="1.0" encoding="no-such"?>' + volume(ONE), "not well-formed"),
        (volume("<p>No document.</p>"), "TEI without a document"),
        (f"<TEI {TEI}>{header()}</TEI>", "TEI without a document"),
        (letter(""), "TEI without a document"),
        ("<?xml version='1.0'?><html><body><p>Words</p></body></html>", "XML that is not TEI"),
        ("<?xml version='1.0'?><TEI><text><body><div type='document'/></body></text></TEI>", "TEI without a document"),
        ("<?xml version='1.0'?>", "not well-formed"),
    ],
    ids=[
        "entity declared", "billion laughs", "outside entity", "truncated", "not nested", "wrong encoding",
        "unknown encoding", "no document", "header alone", "empty letter", "another vocabulary", "no header",
        "no root",
    ],
)  # fmt: skip
def test_refused(tmp_path: Path, content: str | bytes, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        records_of(tmp_path, content)
    assert reason in refused.value.seen
    assert refused.value.thing == "quill.xml"
    assert refused.value.next_step


def test_a_document_that_never_ends_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HELD_LIMIT", 100)
    monkeypatch.setattr(source, "CHUNK_SIZE", 50)
    with pytest.raises(RefusedError, match="without the end of a document"):
        records_of(tmp_path, volume("<p>Words.</p>"))


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        (b"<?xml version='1.0'?><TEI>", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", True),
        (b"\n  <TEI>", True),
        (b"<teiCorpus>", True),
        ("<?xml version='1.0'?>".encode("utf-16"), True),
        (b"<!DOCTYPE html><html>", False),
        (b"Dear Ben,", False),
        (b"", False),
        (b"\xff\xfe", False),
    ],
)
def test_sniffing(head: bytes, *, taken: bool) -> None:
    assert isinstance(sniff(head, "quill.xml"), Match if taken else Declined)
