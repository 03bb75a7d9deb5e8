"""Records written out for other systems."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from fonds.accession.source import SourceFile
from fonds.accession.tei.reader import read
from fonds.dissemination.export import FORMS, export
from fonds.dissemination.tables import COLUMNS, table_lines
from fonds.dissemination.tei import file_name, render_tei
from fonds.errors import UsageError
from fonds.record import (
    Block,
    Cites,
    Date,
    Edition,
    Holding,
    Mark,
    Mention,
    Note,
    Party,
    Record,
    Reference,
    Source,
    Text,
    decode_record,
)

TEI = "{http://www.tei-c.org/ns/1.0}"
WORDS = "Ostwick, noon.\n\nThe ferry of Ben Tarn is late."


def made(record_id: str = "papers/one", **facts: Any) -> Record:
    record = Record(
        id=record_id,
        collection="papers",
        title="Ada Morrow to Ben Tarn",
        source=Source("one.txt", "0" * 64, "text/plain", "plain text 1"),
        date=Date("6 May 1907", "1907-05-06", None, "day"),
        place="Ostwick",
        parties=(Party("from", "Ada Morrow"), Party("to", "Ben Tarn")),
        language="en",
        texts=(
            Text(
                "en",
                "original",
                WORDS,
                blocks=(Block("dateline", 0, 14), Block("paragraph", 16, 46)),
                marks=(
                    Mark("italic", 20, 33),
                    Mark("bold", 29, 41),
                    Mark("page break", 30, 30, "2"),
                    Mark("gap", 16, 16),
                ),
                notes=(Note("1", 37, "A & <pilot>.", id="n1"), Note("2", None, "No place.")),
                mentions=(Mention(29, 37, "person", "tarn"), Mention(0, 7, "place")),
                references=(Reference(16, 25, "The ferry", Cites(document="4"), "papers/four"),),
            ),
        ),
    )
    return msgspec.structs.replace(record, **facts)


def read_back(folder: Path, record: Record) -> Record:
    path = folder / "back.xml"
    path.write_bytes(render_tei(record))
    source = SourceFile(path, path.name, "back")
    (back,) = read(source, source.digest())
    assert isinstance(back, Record)
    return back


def test_an_export_that_is_interrupted_leaves_no_half_file(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Record]:
        yield made()
        raise KeyboardInterrupt

    for form in FORMS:
        with pytest.raises(KeyboardInterrupt):
            export(interrupted(), tmp_path / form, form)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["one.xml"]


def rows(*records: Record) -> list[dict[str, str]]:
    table = b"".join(table_lines(iter(records))).decode()
    return list(csv.DictReader(io.StringIO(table, newline="")))


@pytest.mark.parametrize("form", FORMS)
def test_each_form_holds_every_record_and_leaves_no_half_file(tmp_path: Path, form: str) -> None:
    records = [made("papers/one"), made("papers/two", title="Zebra & Co.")]
    exported = export(records, tmp_path / "out", form)
    assert exported.count == 2
    written = "".join(path.read_text(encoding="utf-8") for path in exported.files)
    assert "Zebra" in written
    assert "Ada Morrow to Ben Tarn" in written
    assert {path for path in (tmp_path / "out").rglob("*") if path.is_file()} == set(exported.files)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_an_export_too(tmp_path: Path, form: str) -> None:
    assert export([], tmp_path, form).count == 0


def test_json_lines_are_the_records(tmp_path: Path) -> None:
    records = [made("papers/one"), made("papers/two")]
    (path,) = export(records, tmp_path, "jsonl").files
    assert [decode_record(line) for line in path.read_bytes().splitlines()] == records


@pytest.mark.parametrize("number", [0, 1, 3])
def test_csl_json_is_one_list(tmp_path: Path, number: int) -> None:
    (path,) = export([made(f"papers/{at}") for at in range(number)], tmp_path, "csl-json").files
    items = msgspec.json.decode(path.read_bytes())
    assert len(items) == number


def test_an_unknown_form_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"papyrus.*tei"):
        export([made()], tmp_path / "out", "papyrus")
    assert not (tmp_path / "out").exists()


def test_an_interrupted_export_leaves_the_former_file(tmp_path: Path) -> None:
    (path,) = export([made()], tmp_path, "jsonl").files
    before = path.read_bytes()

    def broken() -> Any:
        yield made("papers/two")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(broken(), tmp_path, "jsonl")
    assert path.read_bytes() == before


# tables


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_never_begins_a_formula(cell: str) -> None:
    (row,) = rows(made(title=cell, place=cell))
    assert row["title"] == row["place"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["1-1", 'a "quoted", thing', "two\nlines", "", "'tis"])
def test_other_cells_are_as_they_are(cell: str) -> None:
    (row,) = rows(made(title=cell))
    assert row["title"] == cell


def test_a_row_tells_who_took_part_and_where_the_document_is_printed() -> None:
    edition = Edition("Papers of Ostwick", document="7", pages="4–5")
    parties = (Party("participant", "Ada"), Party("participant", "Ben"), Party("signed by", "Ada Morrow"))
    (row,) = rows(made(edition=edition, parties=parties))
    assert (row["participants"], row["signed_by"], row["from"]) == ("Ada; Ben", "Ada Morrow", "")
    assert (row["edition"], row["document"], row["pages"]) == ("Papers of Ostwick", "7", "4–5")


def test_the_columns() -> None:
    (row,) = rows(made(subjects=("ferries", "ice"), holding=Holding("Town Library", "MS 4")))
    assert tuple(row) == COLUMNS
    assert (row["from"], row["date"], row["date_printed"], row["subjects"], row["repository"], row["text"]) == (
        "Ada Morrow", "1907-05-06", "6 May 1907", "ferries; ice", "Town Library", WORDS,
    )  # fmt: skip


# TEI


@pytest.mark.parametrize(
    ("record_id", "name"),
    [
        ("papers/one", "papers/one.xml"),
        ("../../etc/passwd", "_/_/etc/passwd-3754d6cb.xml"),
        ("/etc/passwd", "etc/passwd-74acf318.xml"),
        ("papers/..", "papers/_-b75469b7.xml"),
        ("papers/a b:c*", "papers/a_b_c_-73e6a20c.xml"),
        ("papers/.hidden", "papers/hidden-af31105f.xml"),
        ("papers/été", "papers/été.xml"),
        ("papers/" + "é" * 120, "papers/" + "é" * 100 + "-116debde.xml"),
    ],
)
def test_file_names(record_id: str, name: str) -> None:
    assert file_name(record_id) == name


def test_no_two_records_share_a_file(tmp_path: Path) -> None:
    names = ("papers/a b", "papers/a_b", "papers/a:b", "papers/.a_b", "/papers/a_b")
    assert len(set(export([made(name) for name in names], tmp_path, "tei").files)) == len(names)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_file_name_never_leaves_its_folder(record_id: str) -> None:
    parts = Path(file_name(record_id)).parts
    assert parts
    assert not any(part in {"..", "/", "."} or part.startswith(".") or "\0" in part for part in parts)


def test_layers_that_cross_are_well_formed_and_lose_no_words() -> None:
    root = etree.fromstring(render_tei(made()))
    dateline, paragraph = root.find(f".//{TEI}dateline"), root.find(f".//{TEI}body//{TEI}p")
    notes = list(root.iter(TEI + "note"))
    assert [note.text for note in notes] == ["A & <pilot>.", "No place."]
    for note in notes:
        note.text = ""
    assert words_of(dateline) == "Ostwick, noon."
    assert words_of(paragraph) == "The ferry of Ben Tarn is late."
    assert "".join(map(words_of, root.iterfind(f".//{TEI}body//{TEI}persName"))) == "Ben Tarn"


def words_of(element: etree._Element | None) -> str:
    assert element is not None
    return "".join(str(words) for words in element.itertext())


def test_exported_and_read_back_it_says_the_same(tmp_path: Path) -> None:
    record = made()
    back = read_back(tmp_path, record)
    (text,), (was,) = back.texts, record.texts
    assert (back.title, back.place, back.date, back.language) == (record.title, record.place, record.date, "en")
    assert back.parties == record.parties
    assert (text.content, text.blocks, text.language, text.role) == (was.content, was.blocks, "en", "original")
    assert [(note.number, note.text) for note in text.notes] == [("1", "A & <pilot>."), ("2", "No place.")]
    assert text.notes[0].anchor == was.notes[0].anchor
    assert not back.findings


KINDS = ("italic", "bold", "supplied", "deleted", "unclear", "small capitals")
spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: (16 + min(ends), 16 + max(ends)))


@given(st.lists(st.tuples(st.sampled_from(KINDS), spans), max_size=6), st.lists(spans, max_size=3))
def test_however_layers_cross_the_same_letters_are_marked(
    tmp_path_factory: pytest.TempPathFactory, marks: list[tuple[Any, tuple[int, int]]], names: list[tuple[int, int]]
) -> None:
    (text,) = made().texts
    text = msgspec.structs.replace(
        text,
        marks=tuple(Mark(kind, *span) for kind, span in marks),
        mentions=tuple(Mention(*span, "person", "ada") for span in names),
        notes=(),
        references=(),
    )
    (back,) = read_back(tmp_path_factory.getbasetemp(), made(texts=(text,))).texts
    assert back.content == text.content
    assert marked(back) == marked(text)


def marked(text: Text) -> set[tuple[str, int]]:
    layers: list[Mark | Mention] = [*text.marks, *text.mentions]
    return {
        (layer.kind, at) for layer in layers for at in range(layer.start, layer.end) if not text.content[at].isspace()
    }


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_whatever_the_words_the_file_is_well_formed(words: str) -> None:
    (text,) = made().texts
    note = Note(words, 0, words, id=words)
    text = msgspec.structs.replace(text, content=words, blocks=(Block("paragraph", 0, len(words)),), notes=(note,),
                                   marks=(), mentions=(), references=())  # fmt: skip
    record = made(words or "x", title=words, place=words, summary=words, texts=(text,), rights=words, citation=words)
    assert etree.fromstring(render_tei(record)).tag == TEI + "TEI"


def test_texts_of_several_languages_keep_them(tmp_path: Path) -> None:
    texts = (Text("fr", "original", "Mots."), Text("en", "translation", "Words."))
    back = read_back(tmp_path, made(texts=texts))
    assert [(text.language, text.role, text.content) for text in back.texts] == [
        ("fr", "original", "Mots."),
        ("en", "translation", "Words."),
    ]


@pytest.mark.parametrize(
    ("kinds", "parts"),
    [
        pytest.param(
            ("heading", "dateline", "paragraph", "signature"), [["head", "dateline", "p", "signed"]], id="all"),
        pytest.param(("paragraph", "signature", "paragraph"), [["p", "signed"], ["p"]], id="words after the signature"),
        pytest.param(("paragraph", "heading", "paragraph"), [["p"], ["head", "p"]], id="a second heading"),
        pytest.param(("heading", "signature"), [["head", "p", "signed"]], id="nothing before the signature"),
        pytest.param(("paragraph", "closer", "signature"), [["p", "closer", "signed"]], id="closer"),
    ],
)  # fmt: skip
def test_divisions_are_as_tei_wants_them(tmp_path: Path, kinds: tuple[Any, ...], parts: list[list[str]]) -> None:
    content = "\n\n".join("abcd"[: len(kinds)])
    text = Text(
        "en", "original", content, blocks=tuple(Block(kind, 3 * at, 3 * at + 1) for at, kind in enumerate(kinds))
    )
    record = made(texts=(text,))
    (division,) = etree.fromstring(render_tei(record)).iterfind(f".//{TEI}body/{TEI}div")
    sections = division.findall(TEI + "div") or [division]
    assert [[etree.QName(element).localname for element in section] for section in sections] == parts
    (back,) = read_back(tmp_path, record).texts
    assert (back.content, [block.kind for block in back.blocks]) == (content, list(kinds))


def test_a_record_without_texts_has_a_body_that_tei_allows() -> None:
    body = etree.fromstring(render_tei(made(texts=()))).find(f".//{TEI}body")
    assert body is not None
    assert [etree.QName(element).localname for element in body] == ["p"]
