"""A file that is one letter: its header says who wrote to whom."""

from __future__ import annotations

from pathlib import Path

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
