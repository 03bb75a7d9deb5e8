"""Papers sent with a document stay parts of its text; who signed and dated them did not sign and date the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from tei_texts import FRUS, document, records_of, volume

from fonds.record import Record

PAPER = (
    "<head>Note for the Minister</head><opener><dateline><placeName>Ostwick</placeName>, "
    '<date when="1907-04-30">April 30, 1907</date></dateline></opener><p>The ice is out.</p>'
    "<closer><signed>Cora Reeve</signed></closer>"
)
LETTER = "<head>1. Letter From Ada to Ben</head>{dateline}<p>I send a note.</p><closer><signed>Ada</signed></closer>"
DATELINE = (
    '<opener><dateline><placeName>Quillport</placeName>, <date when="1907-05-06">May 6, 1907</date></dateline></opener>'
)
FORMS = {
    "attachment": '<attachment xmlns="http://history.state.gov/frus/ns/1.0">{paper}</attachment>',
    "division": '<div type="attachment">{paper}</div>',
    "enclosure": '<div type="enclosure">{paper}</div>',
    "floating text": "<floatingText><body>{paper}</body></floatingText>",
}


def with_paper(folder: Path, form: str, dateline: str = DATELINE) -> Record:
    paper = FORMS[form].format(paper=PAPER).replace("<attachment xmlns", "<f:attachment xmlns:f")
    paper = paper.replace("</attachment>", "</f:attachment>")
    (record,) = records_of(folder, volume(document(LETTER.format(dateline=dateline) + paper), idno=FRUS))
    return record


@pytest.mark.parametrize("form", FORMS)
def test_an_attached_paper_is_part_of_the_text_with_its_own_head(tmp_path: Path, form: str) -> None:
    record = with_paper(tmp_path, form)
    (text,) = record.texts
    blocks = [(block.kind, text.content[block.start : block.end]) for block in text.blocks]
    assert ("heading", "Note for the Minister") in blocks
    assert blocks[-1] == ("signature", "Cora Reeve")
    assert ("paragraph", "The ice is out.") in blocks
    assert not record.findings


@pytest.mark.parametrize("form", FORMS)
def test_its_date_place_and_signature_are_not_the_documents(tmp_path: Path, form: str) -> None:
    record = with_paper(tmp_path, form)
    assert record.date is not None
    assert (record.date.edtf, record.place, record.names("signed by")) == ("1907-05-06", "Quillport", ("Ada",))
    undated = with_paper(tmp_path, form, dateline="")
    assert (undated.date, undated.place) == (None, None)


@pytest.mark.parametrize(
    ("note", "role", "language"),
    [
        ("Source: Town Library, MS 4. The source text is a translation from the French.", "translation", "fr"),
        ("Source: Town Library, MS 4. The source text is a translation.", "translation", None),
        ("Source: Town Library, MS 4. Secret.", "original", "en"),
    ],
)
def test_a_translation_is_one_where_its_source_note_says_so(
    tmp_path: Path, note: str, role: str, language: str | None
) -> None:
    inside = f'<head>1. Letter From Ada to Ben<note n="1">{note}</note></head><p>Words.</p>'
    (record,) = records_of(tmp_path, volume(document(inside), idno=FRUS))
    (text,) = record.texts
    assert (text.role, text.language, record.language) == (role, "en", language)
