"""Plain text is read as a document in its parts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fonds.accession import plain_text
from fonds.accession.reader import Declined, Match
from fonds.accession.source import SourceFile
from fonds.discovery.document import index_document
from fonds.errors import RefusedError
from fonds.record import Agent, Record

TELEGRAM = """3. Telegram From the Embassy in Norway to the Ministry of Ports

Oslo, May 3, 1949, 2 p.m.

2146. Edith Marlow said the harbour froze.[2]

Öström

[1] Source: Ministry of Ports, Central Files, 61.4/5–349. Secret; Priority.
[2] See the chart
of the harbour.
"""


def _read(folder: Path, content: bytes, people: str = "") -> tuple[list[Agent], Record]:
    path = folder / "t1.txt"
    path.write_bytes(content)
    people_file = folder / "people.csv" if people else None
    if people_file:
        people_file.write_text(f"id,name,description\n{people}\n", "utf-8")
    source = SourceFile(path, "ports/t1.txt", "ports", people_file)
    *agents, record = plain_text.read(source, source.digest())
    assert isinstance(record, Record)
    return [agent for agent in agents if isinstance(agent, Agent)], record


def test_a_telegram_is_read(tmp_path: Path) -> None:
    agents, record = _read(tmp_path, TELEGRAM.encode(), 'p_1,"Marlow, Edith",Consul\np_2,"Venn, Oscar",')
    assert (record.id, record.collection, record.kind, record.number) == ("ports/t1", "ports", "telegram", "2146")
    assert record.title == "Telegram From the Embassy in Norway to the Ministry of Ports"
    assert record.date is not None
    assert (record.date.edtf, record.date.time, record.place) == ("1949-05-03", "14:00", "Oslo")
    assert (record.names("from"), record.names("to")) == (("Embassy in Norway",), ("Ministry of Ports",))
    assert (record.classification, record.handling) == ("Secret", ("Priority",))
    assert [(agent.id, agent.collection) for agent in agents] == [("p_1", "ports")]


def test_the_text_keeps_its_parts(tmp_path: Path) -> None:
    text = _read(tmp_path, TELEGRAM.encode(), 'p_1,"Marlow, Edith",Consul')[1].texts[0]
    assert [block.kind for block in text.blocks] == ["heading", "dateline", "paragraph", "signature"]
    assert "\n\n".join(text.content[block.start : block.end] for block in text.blocks) == text.content
    assert [(note.number, note.kind, note.text[:13]) for note in text.notes] == [
        ("1", "source", "Source: Minis"), ("2", "footnote", "See the chart"),
    ]  # fmt: skip
    anchor = text.notes[1].anchor
    assert anchor is not None
    assert text.content[anchor : anchor + 3] == "[2]"
    assert text.notes[0].anchor is None
    assert [text.content[mention.start : mention.end] for mention in text.mentions] == ["Edith Marlow"]


def test_what_the_editor_put_in_is_no_word_of_the_document(tmp_path: Path) -> None:
    content = TELEGRAM.replace("froze.", "froze [Here follows a list of barges.] and thawed [they say].")
    _, record = _read(tmp_path, content.encode())
    index = json.loads(index_document(record, {}))
    assert "barges" in index["editor"]
    assert "barges" not in index["text"]
    assert "they say" in index["text"]


@pytest.mark.parametrize(
    ("encoding", "codes"),
    [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("windows-1252", ["encoding-guessed"])],
)
def test_encodings_are_told_apart(tmp_path: Path, encoding: str, codes: list[str]) -> None:
    _, record = _read(tmp_path, TELEGRAM.encode(encoding))
    assert "Öström" in record.texts[0].content
    assert [finding.code for finding in record.findings] == codes


@pytest.mark.parametrize(
    ("content", "title", "blocks"),
    [
        pytest.param("One line", "One line", 1, id="one line"),
        pytest.param("A title\nA line\nAnother", "A title", 3, id="no empty lines"),
        pytest.param("A title\r\n\r\n\r\nA line\r\nrun on", "A title", 2, id="Windows lines"),
        pytest.param("[1] A list\n\n[2] of notes", "A list", 1, id="brackets from the start"),
    ],
)
def test_loose_text_is_read(tmp_path: Path, content: str, title: str, blocks: int) -> None:
    _, record = _read(tmp_path, content.encode())
    assert (record.title, len(record.texts[0].blocks), record.parties) == (title, blocks, ())


def test_a_file_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="no words"):
        _read(tmp_path, b" \n\n")


@pytest.mark.parametrize(
    ("head", "taken"),
    [
        (b"Letter", True),
        ("\ufeffLetter".encode("utf-16"), True),
        ("Письмо".encode(), True),
        (b"PK\x03\x04\x00", False),
        (b"text\x01text", False),
        (b"%PDF-1.7\n", False),
        (b"{\\rtf1 x}", False),
    ],
)
def test_binary_files_are_declined(head: bytes, *, taken: bool) -> None:
    assert isinstance(plain_text.sniff(head, "x.txt"), Match if taken else Declined)


@pytest.mark.parametrize(
    ("name", "taken"),
    [("x.txt", True), ("x.md", True), ("x", True), ("x.jsonl", False), ("a/x.JSON", False), ("x.csv", False)],
)
def test_data_is_declined(name: str, *, taken: bool) -> None:
    assert isinstance(plain_text.sniff(b'{"start": 1}', name), Match if taken else Declined)


OLD_TELEGRAM = """890.20/5–349: Telegram

The Consul at Varna (Marlow) to the Minister of Ports

Varna, May 3—2 p. m. [Received May 3—9:10 p. m.]

secret priority

niact

96. The harbour froze.

Marlow
"""


def test_a_web_page_is_declined() -> None:
    answer = plain_text.sniff(b"<!DOCTYPE html>\n<html>", "x.html")
    assert answer == Declined("it is a web page")


@pytest.mark.parametrize("sign", ["(1)", "¹", "*"])
def test_notes_by_other_signs(tmp_path: Path, sign: str) -> None:
    content = f"Letter from A to B\n\nThe harbour{sign} froze.\n\n{sign} That of Varna,\nin the north.\n"
    text = _read(tmp_path, content.encode())[1].texts[0]
    assert text.content == f"Letter from A to B\n\nThe harbour{sign} froze."
    number = sign.strip("()").replace("¹", "1")
    assert [(note.number, note.anchor, note.text) for note in text.notes] == [
        (number, 31, "That of Varna,\nin the north.")
    ]


def test_a_numbered_list_at_the_end_is_no_note(tmp_path: Path) -> None:
    text = _read(tmp_path, b"Paper\n\nWe ask (1) for salt.\n\n(1) Salt is dear.\n")[1].texts[0]
    assert text.notes == ()


MEMORANDUM = """MEMORANDUM OF CONVERSATION

DATE: May 3, 1949
TIME: 3:00 p.m.
PLACE: The Harbour Office

SUBJECT: Ice

PARTICIPANTS:
    Norway
    Consul Marlow
    Mr. Oscar Venn, Counselor

COPIES TO: Ports, Varna

The Consul said the harbour froze.
"""


def test_lines_with_labels_at_the_head_are_read(tmp_path: Path) -> None:
    _, record = _read(tmp_path, MEMORANDUM.encode())
    assert record.date
    assert (record.date.edtf, record.date.time) == ("1949-05-03", "15:00")
    assert (record.title, record.place, record.subjects) == (
        "MEMORANDUM OF CONVERSATION", "The Harbour Office", ("Ice",),
    )  # fmt: skip
    assert record.names("participant") == ("Consul Marlow", "Mr. Oscar Venn, Counselor")
    assert record.names("copied to") == ("Ports", "Varna")


def test_a_message_is_called_by_its_subject(tmp_path: Path) -> None:
    content = "From: Consul Marlow\nTo: Minister Venn\nDate: 3 May 1949\nSubject: Ice\n\nThe harbour froze.\n"
    _, record = _read(tmp_path, content.encode())
    assert (record.title, record.names("from"), record.names("to")) == ("Ice", ("Consul Marlow",), ("Minister Venn",))
    assert record.date
    assert record.date.edtf == "1949-05-03"


def test_who_the_heading_names_goes_before_lines_below_it(tmp_path: Path) -> None:
    _, record = _read(tmp_path, b"Letter from A. Marlow to O. Venn\n\nFrom: Varna office\n\nThe harbour froze.")
    assert record.names("from") == ("A. Marlow",)


@pytest.mark.parametrize("day", ["Varna, May 3, 1949", "Varna, le 3 mai 1949"])
def test_a_letter_without_a_heading_is_known_by_its_form(tmp_path: Path, day: str) -> None:
    content = f"{day}\n\nMy dear Venn,\n\nThe harbour froze.\n\nEver yours,\nEdith Marlow\n"
    _, record = _read(tmp_path, content.encode())
    assert record.date
    assert (record.kind, record.date.edtf, record.place) == ("letter", "1949-05-03", "Varna")
    assert record.names("signed by") == ("Edith Marlow",)


def test_markings_beside_the_dateline_are_no_place(tmp_path: Path) -> None:
    content = OLD_TELEGRAM.replace("Varna, May 3—2 p. m. [", "SECRET  PRIORITY        VARNA, May 3—2 p. m. [")
    _, record = _read(tmp_path, content.replace("secret priority\n\n", "").encode())
    assert (record.place, record.classification, record.handling) == ("VARNA", "Secret", ("Priority", "Niact"))


def test_a_heading_in_capitals_is_read(tmp_path: Path) -> None:
    _, record = _read(tmp_path, b"TELEGRAM FROM THE EMBASSY IN NORWAY TO THE MINISTRY OF PORTS\n\nThe harbour froze.")
    assert (record.names("from"), record.names("to")) == (("EMBASSY IN NORWAY",), ("MINISTRY OF PORTS",))


def test_the_older_form_of_telegrams_is_read(tmp_path: Path) -> None:
    _, record = _read(tmp_path, OLD_TELEGRAM.encode())
    assert (record.title, record.kind, record.number) == (
        "The Consul at Varna (Marlow) to the Minister of Ports", "telegram", "96",
    )  # fmt: skip
    assert record.date is not None
    assert (record.date.edtf, record.date.time, record.place) == ("1949-05-03", "14:00", "Varna")
    assert (record.classification, record.handling) == ("Secret", ("Priority", "Niact"))
    assert (record.names("from"), record.names("to")) == (("Consul at Varna (Marlow)",), ("Minister of Ports",))
    assert [(step.what, step.at) for step in record.transmission] == [("received", "1949-05-03T21:10")]
    kinds = [block.kind for block in record.texts[0].blocks]
    assert kinds == ["label", "heading", "dateline", "paragraph", "paragraph", "paragraph", "signature"]


def test_prose_under_a_day_is_no_heading(tmp_path: Path) -> None:
    words = "3 May 1951\n\nFrom Marlow came word that I gave both notes to Premier Pask. He read.\n\nNothing else came."
    _, record = _read(tmp_path, words.encode())
    assert (record.parties, record.date and record.date.edtf) == ((), "1951-05-03")
    assert [block.kind for block in record.texts[0].blocks][1:] == ["paragraph", "paragraph"]


def test_an_entry_of_a_calendar_is_read(tmp_path: Path) -> None:
    _, record = _read(
        tmp_path,
        b"5. Letter from Marlow to Venn, May 3. On the harbour. Secret. 2 pp. Ministry of Ports, 611.94/5-349.",
    )
    assert (record.title, record.kind, record.summary) == (
        "Letter from Marlow to Venn, May 3",
        "letter",
        "On the harbour.",
    )
    assert record.date is not None
    assert (record.date.edtf, record.classification) == ("1949-05-03", "Secret")


def test_who_recorded_a_conversation_is_its_drafter(tmp_path: Path) -> None:
    _, record = _read(tmp_path, b"Memorandum of Conversation, by the Consul at Varna (Marlow)\n\nVarna, May 3, 1949.")
    assert [(party.role, party.name) for party in record.parties] == [("drafted by", "Consul at Varna (Marlow)")]


@pytest.mark.parametrize(
    ("content", "title", "kind", "number", "day", "received"),
    [
        pytest.param(
            "No. 12.\n\nMr. Marlow to Mr. Venn.\n\nNo. 45.]\n\nLegation of Orlec,\n\n"
            "Varna, May 3, 1861. (Received May 20.)\n\nSir: The harbour froze.",
            "Mr. Marlow to Mr. Venn.", None, "45", "1861-05-03", "1861-05-20", id="a despatch of 1861",
        ),
        pytest.param(
            "[Inclosure 1 in No. 45.—Translation.]\n\nBaron de Brun to Mr. Venn.\n\nVarna, May 3, 1871.\n\nSir: No.",
            "Baron de Brun to Mr. Venn.", None, None, "1871-05-03", None, id="an inclosure",
        ),
        pytest.param(
            "Mr. Marlow to Mr. Venn.\n\n[Telegram.—Paraphrase.]\n\nVarna, May 3, 1900.\n\nIt froze.",
            "Mr. Marlow to Mr. Venn.", "telegram", None, "1900-05-03", None, id="a telegram of 1900",
        ),
        pytest.param(
            "61.44 Harbour (Varna)/5: Telegram\n\nThe Consul at Varna (Marlow) to the Minister\n\n"
            "VARNA, May 3, 1946—9 p. m.\n\n[Received May 4—3:52 a. m.]\n\n511. It froze.",
            "The Consul at Varna (Marlow) to the Minister", "telegram", "511", "1946-05-03", "1946-05-04T03:52",
            id="a file number with words",
        ),
        pytest.param(
            "Port files, lot 63 D 75\n\nMinutes of the Harbour Council\n\nVarna, May 3, 1951.\n\nIt froze.",
            "Minutes of the Harbour Council", "minutes", None, "1951-05-03", None, id="a lot",
        ),
        pytest.param(
            "The Consul at Varna to the Minister\n\nVARNA, May 3, 1919—2 p.m.\n\n30. It froze.",
            "The Consul at Varna to the Minister", "telegram", "30", "1919-05-03", None, id="by number and hour",
        ),
        pytest.param(
            "The Consul at Varna to the Minister\n\nVarna, May 3, 1919.\n\n1. It froze.",
            "The Consul at Varna to the Minister", None, None, "1919-05-03", None, id="a letter with paragraphs",
        ),
        pytest.param(
            "Memorandum\n\nVarna, May 3, 1919.\n\nIt froze.",
            "Memorandum", "memorandum", None, "1919-05-03", None, id="a heading that could be a caption",
        ),
        pytest.param(
            "Confidential\n\nDear Venn,\n\nIt froze.\n\nMarlow\n\nVarna, May 3, 1919",
            "Confidential", None, None, "1919-05-03", None, id="a letter without heading",
        ),
    ],
)  # fmt: skip
def test_older_forms_are_read(
    tmp_path: Path, *, content: str, title: str, kind: str | None, number: str | None, day: str, received: str | None
) -> None:
    _, record = _read(tmp_path, content.encode())
    assert (record.title, record.kind, record.number) == (title, kind, number)
    assert record.date is not None
    assert record.date.edtf == day
    assert [step.at for step in record.transmission] == [received] * bool(received)


PASTED = """May 3, 1949

Cable from the Consul at Varna Marlow to
the Ministry of Ports

"Cable from the Consul at Varna Marlow to the Ministry of Ports", May 3, 1949, Port Digital Archive, State Archive \
of Orlec (SAO), Orlec; copy obtained by Harbour Radio and on file at the Sea Library, Halvern; translated by Ida Perl.

The harbour froze.<sup>[1]</sup>

3/V/49 E. Marlow

[\\[1\\]](#) See Ann Orr, ed., *Letters on Salt* (Halvern: Salt Press, 1932), 22-23.
"""


def test_a_page_pasted_without_its_labels_is_read(tmp_path: Path) -> None:
    _, record = _read(tmp_path, PASTED.encode())
    assert (record.title, record.kind) == ("Cable from the Consul at Varna Marlow to the Ministry of Ports", "cable")
    assert record.date is not None
    assert record.date.edtf == "1949-05-03"
    assert [(party.role, party.name) for party in record.parties] == [
        ("from", "Consul at Varna Marlow"), ("to", "Ministry of Ports"), ("signed by", "E. Marlow"),
    ]  # fmt: skip
    assert [(step.what, step.at, step.by) for step in record.transmission] == [("signed", "1949-05-03", "E. Marlow")]
    assert [step.what for step in record.custody] == [
        "held at", "copy obtained by", "on file at", "translated by", "published by",
    ]  # fmt: skip
    (text,) = record.texts
    assert [(note.number, note.text[:12]) for note in text.notes] == [("1", "See Ann Orr,")]
    assert [(one.cites.work, one.cites.pages) for one in text.references] == [("Letters on Salt", "22-23")]
    assert text.blocks[-1].kind == "signature"


SPECIMEN = Path(__file__).parents[3] / "shared/data/record-pages/000_228460728192817d.txt"
LABEL = re.compile(r"^\*\*(?:Citation|Summary|Original Language|Contents):\*\*\n", re.MULTILINE)


@pytest.mark.corpus
@pytest.mark.skipif(not SPECIMEN.exists(), reason="the real material is not beside the project")
def test_the_specimen_without_its_labels(tmp_path: Path) -> None:
    content = LABEL.sub("", SPECIMEN.read_text("utf-8")).replace("**", "")
    _, record = _read(tmp_path, content.encode())
    assert record.date is not None
    assert (record.date.edtf, record.kind) == ("1962-10-28", "cable")
    assert [party.role for party in record.parties] == ["from", "to", "signed by"]
    assert [step.what for step in record.custody] == [
        "held at", "copy obtained by", "provided to", "on file at", "translated by", "published by",
    ]  # fmt: skip
    assert [(step.what, step.at) for step in record.transmission] == [("signed", "1962-10-28")]
    (text,) = record.texts
    assert [note.number for note in text.notes] == ["1"]
    assert [(each.cites.sender, each.cites.date, each.cites.pages) for each in text.references] == [
        ("Khrushchev", "1962-10-28", None),
        ("Khrushchev", "1962-10-28", None),
        (None, None, "226-229, 239"),
    ]


CABLE = """STRICTLY SECRET
Copy No. 3

Cable From the Ambassador in Varna to the Ministry of Ports

No. 49201

Urgent

To Comrade PETROV

28 October 1962

The harbour froze.

A. ORLOV

28/X/62

[Distribution: Petrov, Sidorov]
"""


def test_a_translated_soviet_cable_is_read(tmp_path: Path) -> None:
    record = _read(tmp_path, CABLE.encode())[1]
    assert record.date is not None
    assert (record.number, record.classification, record.date.edtf) == ("49201", "Strictly Secret", "1962-10-28")
    assert record.handling == ("Urgent", "Copy No. 3")
    assert record.names("to") == ("Ministry of Ports", "PETROV")
    assert record.names("copied to") == ("Petrov", "Sidorov")
    assert (record.transmission[0].by, record.transmission[0].at) == ("A. ORLOV", "1962-10-28")


def test_a_text_without_such_lines_has_nothing_of_them(tmp_path: Path) -> None:
    record = _read(tmp_path, b"The harbour\n\nCopies of the chart: none were made.\n\nTo Comrade or foe it froze.")[1]
    assert (record.number, record.handling, record.parties, record.transmission) == (None, (), (), ())
