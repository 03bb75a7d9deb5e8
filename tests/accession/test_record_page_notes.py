"""Notes of record pages: their signs, their places, and what they refer to."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_pages import codes, marked, read_contents

from fonds.record import Mark


@pytest.mark.parametrize(
    ("marker", "start", "number"),
    [
        ("(1)", "(1)", "1"),
        ("¹", "¹", "1"),
        ("*", "*", "*"),
        (r"\*", r"\*", "*"),
        ("<sup>1</sup>", "<p><sup>1</sup>", "1"),
    ],
)
def test_notes_by_other_signs(tmp_path: Path, marker: str, start: str, number: str) -> None:
    (text,) = read_contents(tmp_path, f"He came.{marker} She went.\n\nBrandt\n\n{start} In May.").texts
    assert text.content == "He came. She went.\n\nBrandt"
    assert [(note.number, note.anchor, note.text) for note in text.notes] == [(number, 8, "In May.")]


@pytest.mark.parametrize("marker", ["[1]", "(1)", "¹"])
def test_notes_under_a_heading_need_no_brackets(tmp_path: Path, marker: str) -> None:
    (text,) = read_contents(tmp_path, f"He came.{marker}\n\nBrandt\nNotes:\n1. In May.\n2. Or June.").texts
    assert text.content == "He came.\n\nBrandt"
    assert [(note.number, note.anchor, note.text) for note in text.notes] == [
        ("1", 8, "In May."),
        ("2", None, "Or June."),
    ]


@pytest.mark.parametrize(
    "contents",
    [
        "We ask for (1) salt and (2) fish.\n\n(1) Salt is dear.\n\n(2) Fish is dear.",
        "He reads *The Salt* daily.\n\n* Salt\n\n* Fish",
        "Ten km² of salt.\n\nNotes\n\nIt is dear.",
        "1. Salt.\n\n2. Fish.",
    ],
)
def test_lists_are_no_notes(tmp_path: Path, contents: str) -> None:
    (text,) = read_contents(tmp_path, contents).texts
    assert text.notes == ()
    assert "".join(text.content.split()) == "".join(contents.replace("*", "").split())


@pytest.mark.parametrize("start", [r"[\[1\]](#)", "[1]", r"\[1\]", "[[1]](#_ftnref1)", "<sup>[1]</sup>", "[^1]:"])
def test_notes_leave_the_text(tmp_path: Path, start: str) -> None:
    (text,) = read_contents(tmp_path, f"He came [late].[1]\n\nBrandt\n\n{start} In *The Salt*.\n\nMore.").texts
    assert text.content == "He came [late].\n\nBrandt"
    (note,) = text.notes
    assert (note.number, note.anchor, note.text) == ("1", 15, "In The Salt.\n\nMore.")
    assert note.marks == (Mark("italic", 3, 11),)
    assert marked(text, "supplied") == ["[late]"]


def test_a_numbered_paragraph_is_no_note(tmp_path: Path) -> None:
    (text,) = read_contents(tmp_path, "[1] First.\n\n[2] Second.\n\nAnd so it went.").texts
    assert text.notes == ()
    assert "[2] Second." in text.content


def test_a_note_without_marker_is_kept_and_found(tmp_path: Path) -> None:
    record = read_contents(tmp_path, "He came.\n\n[1] Nobody knows where.")
    assert [(note.anchor, note.text) for note in record.texts[0].notes] == [(None, "Nobody knows where.")]
    assert codes(record) == ["note-without-place"]


@pytest.mark.parametrize(
    ("note", "work", "pages"),
    [
        ("See Ada Lin, ed., *Salt and War* (Lund: Delta, 1990), 12-14, 20.", "Salt and War", "12-14, 20"),
        ("See Ada Lin, Salt and War (Lund: Delta, 1990), 12.", "Salt and War", "12"),
        ("*Salt Papers*, vol. II, Document 4.", "Salt Papers", None),
    ],
)
def test_references_in_notes(tmp_path: Path, note: str, work: str, pages: str | None) -> None:
    (text,) = read_contents(tmp_path, f"He came.[1]\n\n[1] {note}").texts
    (reference,) = text.references
    assert (reference.cites.work, reference.cites.pages, reference.note) == (work, pages, "1")
    assert text.notes[0].text[reference.start : reference.end] == reference.printed


def test_a_record_cited_in_a_note(tmp_path: Path) -> None:
    (text,) = read_contents(tmp_path, 'He came.[1]\n\n[1] See "Letter from Szell to Brandt", May 4, 1951, Delta.').texts
    (reference,) = text.references
    assert (reference.cites.kind, reference.cites.date) == ("letter", "1951-05-04")


@pytest.mark.parametrize("note", ["He read the *Morning Post* every day.", "It was 1951.", "Not found (see above)."])
def test_notes_that_cite_nothing(tmp_path: Path, note: str) -> None:
    (text,) = read_contents(tmp_path, f"He came.[1]\n\n[1] {note}").texts
    assert text.references == ()
