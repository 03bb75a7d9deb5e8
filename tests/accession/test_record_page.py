"""Record pages: every label, part, note, insertion and signature of the form, however it is set."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_pages import PAGE, blocks, codes, marked, read_contents, read_page

from fonds.accession.reader import Declined, Match
from fonds.accession.record_page import reader
from fonds.accession.record_page.body import read_body
from fonds.accession.record_page.layout import find_label
from fonds.accession.record_page.lexicon import is_only_date
from fonds.accession.record_page.markup import plain, read_markup
from fonds.diplomatics.languages import find_languages
from fonds.errors import RefusedError
from fonds.record import Mark

SPECIMEN = Path(__file__).parents[3] / "shared/data/record-pages/000_228460728192817d.txt"


def test_a_page_gives_all_its_facts(tmp_path: Path) -> None:
    record = read_contents(tmp_path, "Translation - English\n\nLund, 3 May 1951\n\nHe came.\n\n3/V/51 K. Brandt")
    assert record.id == "pages/page"
    assert record.title == "Cable from Envoy in Orlava Brandt to Foreign Minister Szell"
    assert record.kind == "cable"
    assert record.date
    assert (record.date.printed, record.date.edtf) == ("May 3, 1951", "1951-05-03")
    assert record.names("from") == ("Envoy in Orlava Brandt",)
    assert record.names("to") == ("Foreign Minister Szell",)
    assert record.names("signed by") == ("K. Brandt",)
    assert record.names("translated by") == ("Ida Roe",)
    assert record.holding
    assert (record.holding.repository, record.holding.reference) == ("State Archive of Karst (SAK)", "Fond 7, File 12")
    assert [(step.what, step.place) for step in record.custody] == [
        ("held at", "Lund"),
        ("translated by", None),
        ("published by", None),
    ]
    assert record.transmission[0].what == "signed"
    assert record.transmission[0].at == "1951-05-03"
    assert record.address == "https://delta.example/document/9"
    assert record.summary == "Brandt & Szell on salt."
    assert (record.language, record.place, record.findings) == ("hu", "Lund", ())
    (text,) = record.texts
    assert (text.language, text.role, text.by) == ("en", "translation", "Ida Roe")
    assert blocks(text) == [
        ("dateline", "Lund, 3 May 1951"),
        ("paragraph", "He came."),
        ("signature", "3/V/51 K. Brandt"),
    ]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("**Citation:**", "citation", ""),
        ("**Citation**:", "citation", ""),
        ("***Citation:***", "citation", ""),
        ("__CITATION:__ words", "citation", "words"),
        ("<b>Citation:</b> words", "citation", "words"),
        ("### Citation:", "citation", ""),
        ("## Citation ##", "citation", ""),
        ("Citation: words", "citation", "words"),
        ("original language", "language", ""),
        (r"\*\*Contents:\*\*", "contents", ""),
        ("**Shelf:** words", None, "words"),
        ("## Shelf", None, ""),
    ],
)
def test_a_label_may_be_set_in_any_way(line: str, field: str | None, value: str) -> None:
    label = find_label(line)
    assert label
    assert (label.field, label.value) == (field, value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Contents of the letter",
        "https://delta.example/9",
        "**Cable from Brandt to Szell**",
        "Citation words",
        "12: x",
    ],
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert find_label(line) is None


@pytest.mark.parametrize(
    ("head", "takes"),
    [
        ("**Citation:**\n\nx\n\n**Summary:**\n", True),
        ("Contents\n\nx\n\nOriginal Language: French", True),
        ("\ufeffT\r\n\r\n## Summary\r\n\r\n## Citation\r\n", True),
        ("**Citation:**\n\nx", False),
        ("Summary: x\n\nDate: y", False),
        ("A letter.\n\nNothing else.", False),
        ("", False),
    ],
)
def test_sniff(head: str, takes: bool) -> None:  # noqa: FBT001
    answer = reader.sniff(head.encode(), "any.txt")
    assert isinstance(answer, Match if takes else Declined)
    assert isinstance(answer, Match) or answer.reason


def test_sniff_reads_a_head_cut_within_a_letter() -> None:
    head = "**Citation:**\n\n**Summary:**\n\né".encode()[:-1]
    assert isinstance(reader.sniff(head, "x"), Match)


@pytest.mark.parametrize(
    ("words", "content", "marks"),
    [
        ("a *b* c", "a b c", [Mark("italic", 2, 3)]),
        ("a **b** c", "a b c", [Mark("bold", 2, 3)]),
        ("_b_", "b", [Mark("italic", 0, 1)]),
        ("snake_case_name", "snake_case_name", []),
        ("5 * 6 * 7", "5 * 6 * 7", []),
        ("*open", "*open", []),
        ("a [b] c", "a [b] c", [Mark("supplied", 2, 5)]),
        (r"a \[b\] c", "a [b] c", [Mark("supplied", 2, 5)]),
        ("a [b [c]]", "a [b [c]]", [Mark("supplied", 2, 9), Mark("supplied", 5, 8)]),
        ("a [b", "a [b", []),
        ("[*b*]", "[b]", [Mark("supplied", 0, 3), Mark("italic", 1, 2)]),
        ("[text](https://x.example/a_(b))", "text", []),
        ("see <https://x.example/>", "see https://x.example/", []),
        ("5 < 6 &lt; 7&nbsp;&amp;c", "5 < 6 < 7 &c", []),
        ("H<sub>2</sub>O", "H2O", [Mark("subscript", 1, 2)]),
        ("<script>x", "<script>x", []),
        ("a<br/>b", "a\nb", []),
        (r"1\. \*x\*", "1. *x*", []),
        ("[7]", "[7]", []),
    ],
)
def test_markup(words: str, content: str, marks: list[Mark]) -> None:
    read = read_markup(words)
    assert (read.content, list(read.marks)) == (content, marks)


@pytest.mark.parametrize(
    "marker",
    ["<sup>[1]</sup>", "<sup>1</sup>", "[1]", r"\[1\]", r"[\[1\]](#)", "[[1]](#_ftn1)", "[^1]", "<sup>[[1]](#a)</sup>"],
)
def test_a_marker_becomes_an_anchor(marker: str) -> None:
    read = read_markup(f"He came.{marker} She went.", frozenset("1"))
    assert (read.content, read.anchors) == ("He came. She went.", {"1": 8})
    assert read.marks == ()


def test_parts_are_texts_and_notes_find_theirs(tmp_path: Path) -> None:
    contents = "Transcript - Hungarian\n\nEgy.[1]\n\n**Translation – English**\n\nOne.[2]\n\n[1] A.\n\n[2] B."
    first, second = read_contents(tmp_path, contents).texts
    assert (first.language, first.role, first.by, first.content) == ("hu", "transcript", None, "Egy.")
    assert (second.language, second.role, second.by, second.content) == ("en", "translation", "Ida Roe", "One.")
    assert [note.text for note in first.notes] == ["A."]
    assert [note.text for note in second.notes] == ["B."]


def test_the_contents_may_come_in_two_sections(tmp_path: Path) -> None:
    contents = "Translation - English\n\nOne.\n\n**Contents:**\n\nOriginal Document - Hungarian\n\nEgy."
    first, second = read_contents(tmp_path, contents).texts
    assert (first.role, first.content) == ("translation", "One.")
    assert (second.role, second.language, second.content) == ("original", "hu", "Egy.")


def test_without_a_part_line_the_text_is_the_original(tmp_path: Path) -> None:
    (text,) = read_contents(tmp_path, "Eljött.").texts
    assert (text.language, text.role) == ("hu", "original")


def test_a_text_without_empty_lines_has_a_paragraph_a_line(tmp_path: Path) -> None:
    (text,) = read_contents(tmp_path, "English Translation\nDear Brandt,\nI came.\nSzell").texts
    assert text.role == "translation"
    assert blocks(text) == [("salutation", "Dear Brandt,"), ("paragraph", "I came."), ("signature", "Szell")]


def test_a_wrapped_paragraph_is_one(tmp_path: Path) -> None:
    line = "He came and went, and came again, and nobody had asked him to"
    (text,) = read_contents(tmp_path, f"{line}\nstay.").texts
    assert text.content == f"{line} stay."


@pytest.mark.parametrize(
    ("first", "classification"),
    [("TOP SECRET", "Top Secret"), ("He kept it secret.", None), ("Copy No. 1. Secret.", "Secret")],
)
def test_classification(tmp_path: Path, first: str, classification: str | None) -> None:
    assert read_contents(tmp_path, f"{first}\n\nHe came.").classification == classification


def test_those_who_met_are_participants(tmp_path: Path) -> None:
    title = "Memorandum of Conversation between K. Brandt and A. Szell, 5 May 1951"
    record = read_page(tmp_path, f"**{title}**\n\n**Citation:**\n\nx\n\n**Contents:**\n\nHe came.")
    assert record.names("participant") == ("K. Brandt", "A. Szell")
    assert record.names("from") == ()


def test_an_insertion_may_run_over_paragraphs(tmp_path: Path) -> None:
    (text,) = read_contents(tmp_path, "He came. [Two lines\n\nare lost.] She went.").texts
    assert marked(text, "supplied") == ["[Two lines\n\nare lost.]"]


def test_blocks(tmp_path: Path) -> None:
    contents = (
        "### Protocol\nDear Comrade Szell,\n\n1. Salt.\n2. Iron.\n\n- Coal\n\n> He said\n> so.\n\n| a | b |\n"
        "|---|---|\n| c | d |\n\nTwo  \nlines\njoined.\n\n* * *\n\nYours truly,\n\nKarl Brandt"
    )
    (text,) = read_contents(tmp_path, contents).texts
    assert blocks(text) == [
        ("paragraph", "Protocol"),
        ("salutation", "Dear Comrade Szell,"),
        ("list item", "1. Salt."),
        ("list item", "2. Iron."),
        ("list item", "Coal"),
        ("quotation", "He said so."),
        ("table row", "a | b"),
        ("table row", "c | d"),
        ("paragraph", "Two\nlines joined."),
        ("closer", "Yours truly,"),
        ("signature", "Karl Brandt"),
    ]
    assert text.content == "\n\n".join(words for _, words in blocks(text))


@pytest.mark.parametrize(
    ("last", "name", "day"),
    [
        ("28/X/51 A. Roe", "A. Roe", "1951-10-28"),
        ("A. Roe, October 28, 1951", "A. Roe", "1951-10-28"),
        ("Signed: A. Roe", "A. Roe", None),
        ("[signed] Anna de la Roe", "Anna de la Roe", None),
        ("Brandt", "Brandt", None),
        ("A. Roe, Envoy", "A. Roe, Envoy", None),
    ],
)
def test_signatures(tmp_path: Path, last: str, name: str, day: str | None) -> None:
    record = read_contents(tmp_path, f"He came.\n\n{last}")
    assert blocks(record.texts[0])[-1] == ("signature", last)
    assert record.names("signed by") == (name,)
    assert [step.at for step in record.transmission] == ([day] if day else [])


@pytest.mark.parametrize(
    "last", ["He went.", "TOP SECRET", "end of text", "Why?", "Translation", "12", "To be sent at once"]
)
def test_other_last_lines_are_no_signatures(tmp_path: Path, last: str) -> None:
    record = read_contents(tmp_path, f"He came.\n\n{last}")
    assert record.names("signed by") == ()
    assert blocks(record.texts[0])[-1][0] != "signature"


def test_labels_in_another_order(tmp_path: Path) -> None:
    page = (
        "# Letter from Szell to Brandt\n\n## Contents\n\nTranslation - English\n\nHe came.\n\nSummary: so he said.\n\n"
        "## Date\n\nMay 1951\n\n## Original Language\n\nRussian, German\n\n## Citation\n\nNone.\n"
    )
    record = read_page(tmp_path, page.replace("\n", "\r\n"))
    assert (record.title, record.language, record.kind) == ("Letter from Szell to Brandt", "ru", "letter")
    assert record.date
    assert record.date.edtf == "1951-05"
    assert record.texts[0].content == "He came.\n\nSummary: so he said."
    assert codes(record) == ["several-languages"]


def test_missing_and_unknown_labels_are_findings(tmp_path: Path) -> None:
    page = "Note from A to B\n\nSummary: Short.\n\nShelf Mark: x 9\n\nContents:\n\nHe came."
    record = read_page(tmp_path, page)
    assert codes(record) == ["unknown-label", "missing-label", "missing-label"]
    assert [finding.words for finding in record.findings] == ["Shelf Mark: x 9", "Citation", "Date"]
    assert (record.title, record.date, record.citation, record.custody) == ("Note from A to B", None, None, ())


def test_unknown_labels_stand_for_themselves_wherever_they_are(tmp_path: Path) -> None:
    page = (
        "**Title:** Note from A to B\n**Date:** circa 1947\n**Author(s):** A\n**Contents:**\n\nHe came.\n\n"
        "**Original Language:**\n\nRussian\n\n**Donors:**\n\nSzell\n"
    )
    record = read_page(tmp_path, page)
    assert record.date
    assert (record.date.printed, record.language) == ("circa 1947", "ru")
    unknown = [finding.words for finding in record.findings if finding.code == "unknown-label"]
    assert unknown == ["Author(s): A", "Donors: Szell"]


def test_a_page_of_html(tmp_path: Path) -> None:
    page = (
        "<h1>Letter from Szell &amp; Co. to Brandt</h1>\n<h3>Citation</h3><p>None.</p>\n<p><b>Contents:</b></p>\n"
        "<p>He came.</p>\n<p>She went.</p>\n"
    )
    record = read_page(tmp_path, page)
    assert (record.title, record.citation) == ("Letter from Szell & Co. to Brandt", "None.")
    assert record.texts[0].content == "He came.\n\nShe went."


def test_subjects_with_commas_are_kept_whole(tmp_path: Path) -> None:
    page = "Note from A to B\n\nSubjects: Treaties, commercial; Karst\n\nContents:\n\nHe came."
    assert read_page(tmp_path, page).subjects == ("Treaties, commercial", "Karst")


def test_a_page_in_russian(tmp_path: Path) -> None:
    page = (
        "28 октября 1962 г.\n\nПисьмо Орлова Пеллу\n\nCitation:\n\nАрхив\n\nContents:\n\n"
        "Transcript - Russian\n\nВарна, 27 октября 1962 г.\n\nЯ уехал.\n\n28.X.62 г. А. Орлов"
    )
    record = read_page(tmp_path, page)
    assert (record.title, record.place) == ("Письмо Орлова Пеллу", "Варна")
    assert record.date
    assert (record.date.printed, record.date.edtf) == ("28 октября 1962 г.", "1962-10-28")
    assert record.names("signed by") == ("А. Орлов",)


def test_a_page_in_chinese(tmp_path: Path) -> None:
    page = "1962年10月28日\n\n致使馆电报\n\nCitation:\n\n档案\n\nContents:\n\n我们支持。"
    record = read_page(tmp_path, page)
    assert record.title == "致使馆电报"
    assert record.date
    assert (record.date.printed, record.date.edtf) == ("1962年10月28日", "1962-10-28")


def test_lines_with_labels_in_the_text_stand_apart_and_are_read(tmp_path: Path) -> None:
    record = read_contents(tmp_path, "TELEGRAM\nFrom: Varna\nParticipants: Orlov, Petrov\n\nThe harbour froze.")
    assert record.texts[0].content == "TELEGRAM\nFrom: Varna\nParticipants: Orlov, Petrov\n\nThe harbour froze."
    assert record.place == "Varna"
    assert record.names("participant") == ("Orlov", "Petrov")
    assert record.names("from") == ("Envoy in Orlava Brandt",)


def test_a_record_named_beside_a_day_is_no_place(tmp_path: Path) -> None:
    assert read_contents(tmp_path, "He came.\n\nLetter from Roe to Szell, May 4, 1961").place is None


def test_without_contents_what_follows_is_the_text(tmp_path: Path) -> None:
    record = read_page(
        tmp_path, '**Citation:**\n\n"T", 1951\n\n**Original Language:**\n\nRussian\n\nHe came.\n\nShe went.'
    )
    assert [text.content for text in record.texts] == ["He came.\n\nShe went."]
    assert record.language == "ru"


def test_a_page_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LIMIT", 10)
    with pytest.raises(RefusedError, match="more than"):
        read_contents(tmp_path, "He came.")


@pytest.mark.parametrize(
    "sign", ["*", "[", "]", "](", "<sup>", "[1]", "**Date:**\n", "<b>", "&amp;", "_a ", "[a](", ", ", "\\"]
)
def test_hostile_pages_are_read_in_time(tmp_path: Path, sign: str) -> None:
    assert read_contents(tmp_path, (sign * 20_000)[:60_000]).title


SIGNS = st.sampled_from(
    [
        *("*", "**", "[", "]", "](", "[1]", "<sup>[1]</sup>", r"[\[1\]](#) x", "<http://a.b>", "<i>", "</i>", "&amp;"),
        *("|", "> ", "- ", "\n", "\n\n", " ", "word", "Translation - English\n", "28/X/51 A. Roe", "\\", "<br>", "é"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SIGNS, max_size=40).map("".join))
def test_whatever_stands_in_a_text_its_layers_fit(words: str) -> None:
    texts, _ = read_body(words.split("\n"), "hu", {})
    for text in texts:
        assert text.content == "\n\n".join(part for _, part in blocks(text))
        assert all(part.startswith("[") and part.endswith("]") for part in marked(text, "supplied"))
        assert all(0 <= mark.start < mark.end <= len(text.content) for mark in text.marks)
        assert all(note.anchor is None or 0 <= note.anchor <= len(text.content) for note in text.notes)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("Russian", ("ru",)),
        ("russian and Chinese", ("ru", "zh")),
        ("Chinese (Simplified)", ("zh",)),
        ("Serbo-Croatian", ("sh",)),
        ("Martian", ()),
        ("", ()),
    ],
)
def test_languages(words: str, tags: tuple[str, ...]) -> None:
    assert find_languages(words) == tags


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("October 28, 1962", True),
        ("circa May 1951", True),
        ("1951", True),
        ("Undated", True),
        ("Report of May 3, 1951", False),
        ("May", True),
        ("words", False),
        ("", False),
    ],
)
def test_dates_alone(words: str, only: bool) -> None:  # noqa: FBT001
    assert is_only_date(words) is only


def test_plain_is_one_line() -> None:
    assert plain("**a**\n  b") == "a b"


@pytest.mark.corpus
@pytest.mark.skipif(not SPECIMEN.exists(), reason="the real material is not beside the project")
def test_the_specimen(tmp_path: Path) -> None:
    record = read_page(tmp_path, SPECIMEN.read_bytes())
    (text,) = record.texts
    assert record.findings == ()
    assert record.date
    assert (record.date.edtf, record.language, record.kind) == ("1962-10-28", "ru", "cable")
    assert [step.what for step in record.custody] == [
        "held at", "copy obtained by", "provided to", "on file at", "translated by", "published by",
    ]  # fmt: skip
    assert len(marked(text, "supplied")) == 8
    assert [(note.number, note.anchor) for note in text.notes] == [("1", 133)]
    assert [block.kind for block in text.blocks] == ["dateline", *["paragraph"] * 23, "signature"]
    assert (text.language, text.role, text.by) == ("en", "translation", record.names("translated by")[0])
    assert [(step.what, step.at, step.place) for step in record.transmission] == [
        ("signed", "1962-10-28", None),
        ("transmitted", None, "TASS"),
    ]
    assert [(each.cites.sender, each.cites.date, each.cites.pages) for each in text.references] == [
        ("Khrushchev", "1962-10-28", None),
        ("Khrushchev", "1962-10-28", None),
        (None, None, "226-229, 239"),
    ]


def test_lines_of_a_cable(tmp_path: Path) -> None:
    lines = ("STRICTLY SECRET", "Urgent", "Copy No. 3", "No. 49201", "To Comrade PETROV", "The harbour froze.")
    record = read_page(tmp_path, PAGE.format(contents="\n\n".join((*lines, "Distribution: Orlov, Sidorov"))))
    assert (record.number, record.classification) == ("49201", "Strictly Secret")
    assert record.handling == ("Urgent", "Copy No. 3")
    assert record.names("to") == ("Foreign Minister Szell", "PETROV")
    assert record.names("copied to") == ("Orlov", "Sidorov")
