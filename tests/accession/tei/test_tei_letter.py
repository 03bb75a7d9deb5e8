"""A file that is one letter: its header says who wrote to whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from tei_texts import TEI, header, letter, records_of

from fonds.record import CustodyStep, Holding, Party, TransmissionStep

HELD = (
    "<msDesc><msIdentifier><settlement>Ostwick</settlement><repository>Town Library</repository>"
    "<idno>MS 4</idno></msIdentifier><history><provenance>Given by the Tarns.</provenance></history></msDesc>"
)


def test_the_headers_facts(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, letter("<p>Words.</p><closer><signed>A. M.</signed></closer>", source=HELD))
    assert (record.id, record.collection, record.title) == ("papers/ada-1", "papers", "Papers of the Quill")
    assert (record.kind, record.place, record.language) == ("letter", "Quillport", "en")
    assert record.date is not None
    assert record.date.edtf == "1907-05-06"
    assert record.parties == (
        Party("from", "Ada Morrow", "ada"), Party("to", "Ben Tarn"), Party("signed by", "A. M."),
    )  # fmt: skip
    assert record.holding == Holding("Town Library, Ostwick", "MS 4")
    assert CustodyStep("provenance", "Given by the Tarns.") in record.custody
    assert record.transmission == (TransmissionStep("received", at="1907-05-11", place="Ostwick"),)


def test_original_and_translation_are_two_texts(tmp_path: Path) -> None:
    body = (
        '<div type="original" xml:lang="fr"><p>Mots.</p></div>'
        '<div type="translation" xml:lang="en" resp="#hm"><p>Words.</p></div>'
    )
    (record,) = records_of(tmp_path, letter(body))
    assert [(text.role, text.language, text.content, text.by) for text in record.texts] == [
        ("original", "fr", "Mots.", None),
        ("translation", "en", "Words.", "#hm"),
    ]


def test_brackets_of_a_letter_are_its_own(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, letter("<p>He [Ben] left.</p>"))
    assert record.texts[0].marks == ()


def test_a_corpus_gives_each_of_its_letters(tmp_path: Path) -> None:
    second = letter("<p>Two.</p>").replace("ada-1", "ada-2")
    corpus = f"<teiCorpus {TEI}>{header()}{letter('<p>One.</p>')}{second}</teiCorpus>"
    assert [(record.id, record.texts[0].content) for record in records_of(tmp_path, corpus)] == [
        ("papers/ada-1", "One."),
        ("papers/ada-2", "Two."),
    ]


def test_what_happened_on_the_way_is_told_in_its_order(tmp_path: Path) -> None:
    on_the_way = (
        '<correspAction type="redirected"><persName>Emil Starr</persName><placeName>Orlec</placeName>'
        '<date notBefore="1907-05-08" notAfter="1907-05-09"/></correspAction>'
        '<correspAction type="forwarded"><orgName>Post Office</orgName></correspAction>'
    )
    content = letter("<p>Words.</p>").replace(
        '<correspAction type="received">', f'{on_the_way}<correspAction type="received">'
    )
    (record,) = records_of(tmp_path, content)
    assert record.transmission == (
        TransmissionStep("redirected", "[1907-05-08..1907-05-09]", "Orlec", "Emil Starr"),
        TransmissionStep("forwarded", by="Post Office"),
        TransmissionStep("received", "1907-05-11", "Ostwick"),
    )


@pytest.mark.parametrize(
    ("attributes", "edtf"),
    [
        ('when="1907-05-06" cert="low"', "1907-05-06?"),
        ('from="1907-05-06" to="1907-05-08" cert="medium"', "1907-05-06?/1907-05-08?"),
        ('from="1907-05-06" cert="low"', "1907-05-06?/.."),
        ('notBefore="1907-05" notAfter="1907-06" cert="low"', "[1907-05..1907-06]"),
        ('when="1907-05-06" cert="high"', "1907-05-06"),
    ],
)
def test_a_date_that_editors_doubt_is_uncertain(tmp_path: Path, attributes: str, edtf: str) -> None:
    content = letter("<p>Words.</p>").replace('when="1907-05-06"', attributes)
    date = records_of(tmp_path, content)[0].date
    assert date is not None
    assert date.edtf == edtf


def test_texts_of_a_group_are_original_and_translation(tmp_path: Path) -> None:
    body = "<body><div><p>{}</p><closer><signed>Ada</signed></closer></div></body>"
    group = (
        f'<group><text xml:lang="nl" type="original">{body.format("Woorden.")}</text>'
        f'<text xml:lang="en" type="translation" resp="#hm">{body.format("Words.")}</text></group>'
    )
    content = letter("").replace('<text xml:lang="en"><body></body></text>', f"<text>{group}</text>")
    (record,) = records_of(tmp_path, content)
    assert [(text.role, text.language, text.content, text.by) for text in record.texts] == [
        ("original", "nl", "Woorden.\n\nAda", None),
        ("translation", "en", "Words.\n\nAda", "#hm"),
    ]
    assert [party.name for party in record.parties if party.role == "signed by"] == ["Ada"]


def test_pictures_of_pages_and_those_that_no_page_names(tmp_path: Path) -> None:
    listed = (
        '<facsimile><graphic url="1r.jpg" mimeType="image/jpeg"/>'
        '<surface xml:id="s2"><graphic url="1v.jpg"/></surface><graphic url="cover.jpg" n="cover"/></facsimile>'
    )
    content = letter('<p><pb n="1r" facs="1r.jpg"/>A <pb n="1v" facs="#s2"/>B</p>').replace(
        "<text", f"{listed}<text", 1
    )
    (record,) = records_of(tmp_path, content)
    assert [(picture.file, picture.page) for picture in record.facsimiles] == [
        ("1r.jpg", "1r"), ("1v.jpg", "1v"), ("cover.jpg", "cover"),
    ]  # fmt: skip


def test_a_letter_of_a_corpus_is_printed_in_it(tmp_path: Path) -> None:
    own = letter("<p>Words.</p>")
    bare = own.replace("<publisher>Quill Press</publisher>", "<p/>")
    for content, publisher in ((own, "Quill Press"), (bare, "Ostwick House")):
        corpus = f"<teiCorpus {TEI}>{header().replace('Quill Press', 'Ostwick House')}{content}</teiCorpus>"
        edition = records_of(tmp_path, corpus)[0].edition
        assert edition is not None
        assert edition.publisher == publisher


def test_a_text_of_type_letter_needs_no_description(tmp_path: Path) -> None:
    head = header().replace("Papers of the Quill", "Letter from Ada Morrow to Ben Tarn")
    body = "<opener><dateline>Ostwick, <date when='1907-05-06'>today</date></dateline></opener><p>Words.</p>"
    content = f'<TEI {TEI} xml:id="ada-1">{head}<text type="letter"><body>{body}</body></text></TEI>'
    (record,) = records_of(tmp_path, content)
    assert (record.names("from"), record.names("to")) == (("Ada Morrow",), ("Ben Tarn",))
    assert record.date is not None
    assert record.date.edtf == "1907-05-06"
