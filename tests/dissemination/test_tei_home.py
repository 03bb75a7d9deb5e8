"""A record that is exported as TEI and read again is the record that it was, as far as TEI carries it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from fonds.accession.reading import read_sources
from fonds.accession.source import SourceFile
from fonds.accession.tei.reader import read
from fonds.accession.walk import find_sources
from fonds.dissemination.tei import render_tei
from fonds.record import (
    Block,
    Cites,
    CustodyStep,
    Date,
    Edition,
    Facsimile,
    Holding,
    Mark,
    Mention,
    Note,
    Party,
    Record,
    Reference,
    Source,
    Text,
    TransmissionStep,
    decode_record,
)

_Layer = TypeVar("_Layer", Mark, Mention, Note, Reference)

EXAMPLES = Path(__file__).parents[2] / "examples" / "the-velmar-strait"
SAMPLE = [
    decode_record(answer) for answer in read_sources(find_sources([EXAMPLES]).sources) if isinstance(answer, bytes)
]
WORDS = "Orders\n\nOstwick, noon.\n\nFirst,\nthe ferry.\n\nice\n\nfog\n\nday\tboats\n\nMonday\ttwo\n\nAda\n\nBurn this."
EVERYTHING = Record(
    id="papers/box 4/one",
    collection="papers/box 4",
    title="Ada Morrow & Ben Tarn",
    source=Source("one.txt", "0" * 64, "text/plain", "plain text 1"),
    kind="telegram",
    number="214",
    date=Date("6 May 1907, between 3 and 5", "1907-05-06", "15:00/17:00", "minute"),
    place="Ostwick",
    parties=(Party("from", "Ada Morrow", "morrow"), Party("copied to", "Harbour Office"), Party("to", "Ben Tarn")),
    classification="Secret",
    handling=("Niact", "Eyes Only"),
    holding=Holding("Town Library", "MS 4"),
    custody=(CustodyStep("held at", "Town Library", "Ostwick"), CustodyStep("copied by", "C. Reeve", None, "1950")),
    transmission=(TransmissionStep("sent", "1907-05-06T17:10", "Ostwick", "the clerk"), TransmissionStep("received")),
    language="fr",
    summary="Ice.\n\nAnd boats.",
    subjects=("ferries", "ice"),
    rights="Free to all.",
    address="https://example.org/one",
    citation="Morrow to Tarn, Town Library, MS 4",
    edition=Edition(
        "Papers of Ostwick, 1907", "Papers of Ostwick", "First series", "Volume II", "Ice", ("C. Reeve", "D. Hall"),
        "Town Press", "Ostwick", "1951", {"isbn": "1"}, "7", "4–5", ("Part one", "Winter"),
    ),
    texts=(
        Text(
            "en",
            "translation",
            WORDS,
            by="D. Hall",
            blocks=(
                Block("heading", 0, 6), Block("dateline", 8, 22), Block("paragraph", 24, 41),
                Block("list item", 43, 46), Block("list item", 48, 51),
                Block("table row", 53, 62), Block("table row", 64, 74), Block("signature", 76, 79),
                Block("postscript", 81, 91),
            ),
            marks=(
                Mark("italic", 24, 40), Mark("bold", 31, 40), Mark("supplied", 68, 70),
                Mark("corrected", 43, 46, "mist"), Mark("page break", 46, 46, "5"),
                Mark("gap", 91, 91, "illegible"), Mark("underline", 53, 56),
            ),
            notes=(
                Note("1", 40, "See the\n\nother letter.", id="n1", marks=(Mark("italic", 4, 7),)),
                Note("2", None, "By Ada Morrow.", mentions=(Mention(3, 13, "person", "morrow"),)),
            ),
            mentions=(Mention(8, 15, "place"), Mention(76, 79, "person", "morrow")),
            references=(
                Reference(35, 40, "ferry", Cites(), "papers/box 4/two"),
                Reference(9, 21, "other letter", Cites(), "papers/two", note="1"),
            ),
        ),
        Text(None, "transcript", "Rien.", blocks=(Block("paragraph", 0, 5),)),
    ),
    facsimiles=(Facsimile("image/png", "0005.png", "5"), Facsimile(None, "0006")),
)  # fmt: skip


def come_back(record: Record, folder: Path) -> Record:
    path = folder / "back.xml"
    path.write_bytes(render_tei(record))
    source = SourceFile(path, path.name, "back")
    (back,) = read(source, source.digest())
    assert isinstance(back, Record)
    assert not back.findings
    return back


def carried(record: Record) -> Record:
    """What TEI carries: of layers not who made them and how surely, of references not what their words cite."""
    source = Source("", "", "", "")
    return msgspec.structs.replace(record, source=source, findings=(), texts=tuple(map(_carried, record.texts)))


def _carried(text: Text) -> Text:
    return msgspec.structs.replace(
        text,
        marks=_sorted(Mark(mark.kind, mark.start, mark.end, mark.label) for mark in text.marks),
        mentions=_sorted(_plain_mention(mention) for mention in text.mentions),
        notes=_sorted(_plain_note(note) for note in text.notes),
        references=_sorted(
            Reference(one.start, one.end, one.printed, Cites(), one.target, one.note)
            for one in text.references
            if one.target
        ),
        statements=(),
    )


def _sorted(layers: Iterable[_Layer]) -> tuple[_Layer, ...]:
    return tuple(sorted(layers, key=msgspec.json.encode))


def _plain_mention(mention: Mention) -> Mention:
    return Mention(mention.start, mention.end, mention.kind, mention.agent)


def _plain_note(note: Note) -> Note:
    return msgspec.structs.replace(
        note, marks=_sorted(note.marks), mentions=_sorted(_plain_mention(mention) for mention in note.mentions)
    )


@pytest.mark.parametrize("record", SAMPLE, ids=lambda record: record.id)
def test_a_record_of_the_sample_collection_comes_home_as_it_was(tmp_path: Path, record: Record) -> None:
    assert carried(come_back(record, tmp_path)) == carried(record)


def test_a_record_with_everything_comes_home_as_it_was(tmp_path: Path) -> None:
    back, was = carried(come_back(EVERYTHING, tmp_path)), carried(EVERYTHING)
    for name in Record.__struct_fields__:
        assert getattr(back, name) == getattr(was, name), name


@pytest.mark.parametrize(
    "date",
    [
        Date("6 May 1907", "1907-05-06", None, "day"),
        Date("6 May 1907, 3 p.m.", "1907-05-06", "15:00", "minute"),
        Date("May [?] 1907", "1907-05~", None, "month"),
        Date("6 May, 11 p.m., to 7 May 1907, 1 a.m.", "1907-05-06/1907-05-07", "23:00/01:00", "interval"),
        Date("6 May, 11 p.m., to 7 May 1907", "1907-05-06/1907-05-07", "23:00", "interval"),
        Date("6–7 May 1907", "1907-05-06/1907-05-07", None, "interval"),
        Date("since 6 May 1907", "1907-05-06/..", None, "interval"),
        Date("winter", "1907-24", None, "season"),
        Date("early May", "[1907-05-01..1907-05-10]", None, "interval"),
        Date("undated", None, None, "unknown"),
        Date(None, "1907", None, "year"),
    ],
    ids=lambda date: str(date.printed or date.edtf),
)
def test_a_date_comes_home_as_it_was(tmp_path: Path, date: Date) -> None:
    assert come_back(msgspec.structs.replace(EVERYTHING, date=date), tmp_path).date == date


def test_what_fonds_exported_it_takes_in_again_under_the_same_identifier(tmp_path: Path) -> None:
    assert come_back(EVERYTHING, tmp_path).id == "papers/box 4/one"
