"""References found in words: what is cited, where the words stand, and what cites nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from fonds.diplomatics.cited import Cited, Standpoint
from fonds.diplomatics.correspondence_references import find_correspondence
from fonds.diplomatics.edition_references import EditionReader
from fonds.diplomatics.reference_signs import find_signs
from fonds.diplomatics.references import PROGRAM, note_names, with_references
from fonds.diplomatics.work_references import find_works
from fonds.record import EDITION, Block, Cites, Date, Mark, Note, Party, Record, Reference, Source, Text


def in_print(editions: EditionReader, text: str, marks: Iterable[Mark] = ()) -> list[Cited]:
    return editions.find(text, find_signs(text).printed, marks)


FROM_A_TELEGRAM = Standpoint(day="1932-01-10", writer="Pask", reader="Ashdowne")
FROM_AN_EDITOR = Standpoint(day="1932-01-10", editorial=True)
WORK = "Papers on Salt, 1932"
FRUS = "Foreign Relations, 1961–1963"


def printed(text: str, found: list[Cited]) -> list[tuple[str, Cites]]:
    return [(text[cited.start : cited.end], cited.cites) for cited in found]


EDITIONS: list[tuple[str, list[tuple[str, Cites]]]] = [
    ("See Document 67.", [("Document 67", Cites(document="67"))]),
    ("See Documents 12 and 14.", [("Documents 12", Cites(document="12")), ("14", Cites(document="14"))]),
    (
        "See Documents 3–5, 9, and 12a.",
        [
            ("Documents 3", Cites(document="3")),
            ("5", Cites(document="5")),
            ("9", Cites(document="9")),
            ("12a", Cites(document="12a")),
        ],
    ),
    ("Document 32, footnote 2.", [("Document 32, footnote 2", Cites(document="32", note="2"))]),
    ("See footnote 3, Document 21.", [("footnote 3, Document 21", Cites(document="21", note="3"))]),
    (
        "Document 9 and footnote 2 thereto",
        [("Document 9", Cites(document="9")), ("footnote 2", Cites(document="9", note="2"))],
    ),
    (
        "Document 9, and footnote 2, Document 10",
        [("Document 9", Cites(document="9")), ("footnote 2, Document 10", Cites(document="10", note="2"))],
    ),
    ("See Documents 54ff.", [("Documents 54", Cites(document="54"))]),
    ("See footnote 4 above.", [("footnote 4", Cites(note="4"))]),
    (
        f"See {FRUS}, vol. VI, Document 68.",
        [(f"{FRUS}, vol. VI, Document 68", Cites(work=FRUS, volume="VI", document="68"))],
    ),
    (
        f"For text, see {FRUS}, vol. VI, pp. 183–187.",
        [(f"{FRUS}, vol. VI, pp. 183–187", Cites(work=FRUS, volume="VI", pages="183–187"))],
    ),
    (
        f"{FRUS},, vol. II, Part 1, The Strait, Documents 3 and 4",
        [
            (
                f"{FRUS},, vol. II, Part 1, The Strait, Documents 3",
                Cites(work=FRUS, volume="II, Part 1", document="3"),
            ),
            ("4", Cites(work=FRUS, volume="II, Part 1", document="4")),
        ],
    ),
    (
        f"{FRUS}, vol. XIII, Document 89, and XV, Document 248",
        [
            (f"{FRUS}, vol. XIII, Document 89", Cites(work=FRUS, volume="XIII", document="89")),
            ("XV, Document 248", Cites(work=FRUS, volume="XV", document="248")),
        ],
    ),
    (
        f"Documents 3 and 5 in {FRUS}, vol. XI",
        [
            ("Documents 3", Cites(work=FRUS, volume="XI", document="3")),
            (f"5 in {FRUS}, vol. XI", Cites(work=FRUS, volume="XI", document="5")),
        ],
    ),
    (
        f"See {FRUS}, vol. V, Document 3, and ibid., Document 9.",
        [
            (f"{FRUS}, vol. V, Document 3", Cites(work=FRUS, volume="V", document="3")),
            ("ibid., Document 9", Cites(work=FRUS, volume="V", document="9")),
        ],
    ),
    (
        f"See {FRUS}, vol. V, Document 3, and Document 9.",
        [
            (f"{FRUS}, vol. V, Document 3", Cites(work=FRUS, volume="V", document="3")),
            ("Document 9", Cites(document="9")),
        ],
    ),
    ("See Part 2, Document 45.", [("Part 2, Document 45", Cites(volume="Part 2", document="45"))]),
    (
        "See Papers on Salt, 1932, vol. II, Document 4.",
        [("Papers on Salt, 1932, vol. II, Document 4", Cites(work=WORK, volume="II", document="4"))],
    ),
    (
        "in Department of State Bulletin, November 12, 1962, pp. 741–743.",
        [
            (
                "Department of State Bulletin, November 12, 1962, pp. 741–743",
                Cites(work="Department of State Bulletin", pages="741–743", date="1962-11-12"),
            )
        ],
    ),
    ("Telegram 4, June 9, p. 142.", [("p. 142", Cites(pages="142"))]),
    ("See footnote 3, p. 142.", [("footnote 3, p. 142", Cites(note="3", pages="142"))]),
    ("See the memorandum, supra.", [("supra", Cites())]),
    ("See footnote 1, infra.", [("footnote 1, infra", Cites(note="1"))]),
]


@pytest.mark.parametrize(("text", "wanted"), EDITIONS, ids=[row[0] for row in EDITIONS])
def test_what_is_printed(text: str, wanted: list[tuple[str, Cites]]) -> None:
    assert printed(text, in_print(EditionReader(), text)) == wanted


SILENT = [
    "He handed me the document. 30 years ago it was new.",
    "House Document 102 and UN Document 7",
    "Document S/5110 was adopted.",
    "their documents 30 years ago",
    "at 6 p. m. he left; he wrote 4 pages",
    "Not printed. (Ibid.)",
    "Central Files, 611.00/3–458. (Ibid., 762.00/3–458)",
    "The infra-structure of Part 2",
    "Waging Salt, p. 12",
    "Draft Documents\n\n11. The group met.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_printed_is_cited(text: str) -> None:
    assert in_print(EditionReader(), text) == []


def test_ibid_means_the_work_of_the_passage_before() -> None:
    editions = EditionReader()
    in_print(editions, f"See {FRUS}, vol. V, Document 3.")
    assert [cited.cites for cited in in_print(editions, "Ibid., p. 7.")] == [Cites(work=FRUS, volume="V", pages="7")]
    assert [cited.cites for cited in in_print(editions, "Ibid.")] == [Cites(work=FRUS, volume="V", pages="7")]


def test_ibid_after_papers_in_an_archive_is_no_work() -> None:
    editions = EditionReader()
    in_print(editions, f"See {FRUS}, vol. V, Document 3. The copy lies in the Central Files, 611.00.")
    assert in_print(editions, "Ibid., Document 9.") == []


def test_italics_are_a_title_where_a_place_in_it_follows() -> None:
    text = "The Gudrun sailed. Salt Papers, vol. II, Document 4. Ibid., p. 7."
    found = in_print(EditionReader(), text, [Mark("italic", 4, 10), Mark("italic", 19, 30), Mark("italic", 53, 58)])
    assert printed(text, found) == [
        ("Salt Papers, vol. II, Document 4", Cites(work="Salt Papers", volume="II", document="4")),
        ("Ibid., p. 7", Cites(work="Salt Papers", volume="II", pages="7")),
    ]


LETTERS: list[tuple[str, list[tuple[str, Cites]]]] = [
    (
        "In telegram 1115 from Moscow, October 28, he said",
        [
            (
                "telegram 1115 from Moscow, October 28",
                Cites(kind="telegram", number="1115", sender="Moscow", date="1932-10-28"),
            )
        ],
    ),
    (
        "Tosec 12 to Geneva, May 3",
        [("Tosec 12 to Geneva, May 3", Cites(kind="telegram", number="12", date="1932-05-03"))],
    ),
    ("see despatch 45.", [("despatch 45", Cites(kind="despatch", number="45"))]),
    ("Airgram A–123 from Seoul", [("Airgram A–123 from Seoul", Cites(kind="airgram", number="A-123", sender="Seoul"))]),
    ("Deptel 7 asked", [("Deptel 7", Cites(kind="telegram", number="7", sender="Department"))]),
    (
        "Telegrams 95 and 103 from Rome, August 6 and 11",
        [
            ("Telegrams 95", Cites(kind="telegram", number="95", sender="Rome", date="1932-08-06")),
            ("103 from Rome, August 6 and 11", Cites(kind="telegram", number="103", sender="Rome", date="1932-08-11")),
        ],
    ),
    (
        "telegrams 5 from Rome and 7 to Rome",
        [
            ("telegrams 5 from Rome", Cites(kind="telegram", number="5", sender="Rome")),
            ("7 to Rome", Cites(kind="telegram", number="7")),
        ],
    ),
    (
        "Castérac’s telegram No. 74 of 27 October 1931",
        [
            (
                "Castérac’s telegram No. 74 of 27 October 1931",
                Cites(kind="telegram", number="74", sender="Castérac", date="1931-10-27"),
            )
        ],
    ),
    (
        "a letter from Lin to the Harbour Master, May 4,",
        [("letter from Lin to the Harbour Master, May 4", Cites(kind="letter", sender="Lin", date="1932-05-04"))],
    ),
    (
        "Szell’s May 4 memorandum to Brandt",
        [("Szell’s May 4 memorandum to Brandt", Cites(kind="memorandum", sender="Szell", date="1932-05-04"))],
    ),
    ("the Halvern note of 3 May 1931", [("note of 3 May 1931", Cites(kind="note", date="1931-05-03"))]),
]


@pytest.mark.parametrize(("text", "wanted"), LETTERS, ids=[row[0] for row in LETTERS])
def test_correspondence(text: str, wanted: list[tuple[str, Cites]]) -> None:
    assert printed(text, list(find_correspondence(text, FROM_AN_EDITOR, find_signs(text).written))) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "He sent a telegram at once.",
        "a letter of the President",
        "Polto 2449. For the Minister",
        "\n\n224. Tosec 15. At the airport",
        "message 210030Z was lost",
        "telegram 3 May",
        "on October 28 he left",
        "the notes of May 4 and the rest",
    ],
)
def test_no_correspondence_is_cited(text: str) -> None:
    assert [
        cited for cited in find_correspondence(text, FROM_AN_EDITOR, find_signs(text).written) if cited.cites.number
    ] == []
    assert [
        cited
        for cited in find_correspondence(text, FROM_AN_EDITOR, find_signs(text).written)
        if cited.cites.kind == "note"
    ] == []


@pytest.mark.parametrize(
    ("text", "sender", "day"),
    [
        ("Your letter of January 4", "Ashdowne", "1932-01-04"),
        ("my telegram of December 28", "Pask", "1931-12-28"),
        ("urtel 14, January 9", "Ashdowne", "1932-01-09"),
    ],
)
def test_who_and_when_as_the_writer_sees_it(text: str, sender: str, day: str) -> None:
    (cited,) = find_correspondence(text, FROM_A_TELEGRAM, find_signs(text).written)
    assert (cited.cites.sender, cited.cites.date) == (sender, day)


def record(text: Text, kind: str = "telegram") -> Record:
    return Record(
        id="salt/d9",
        collection="salt",
        title="Telegram",
        source=Source("salt.xml", "0" * 64, "text/xml", "test"),
        kind=kind,
        date=Date("May 9, 1932", "1932-05-09"),
        parties=(Party("from", "Pask"), Party("to", "Ashdowne")),
        texts=(text,),
    )


def read(text: Text, kind: str = "telegram") -> tuple[Reference, ...]:
    (done,) = with_references(record(text, kind)).texts
    for reference in done.references:
        words = {None: done.content, **dict(zip(note_names(done.notes), (it.text for it in done.notes), strict=True))}
        assert words[reference.note][reference.start : reference.end] == reference.printed
    return done.references


def test_text_and_notes_each_count_their_own_offsets() -> None:
    notes = (Note("1", None, "Salt Papers, vol. I, p. 3."), Note("2", None, "Ibid., p. 4. See telegram 5."))
    found = read(Text("en", "original", "Your telegram 214 arrived.", notes=notes))
    assert [(reference.note, reference.printed) for reference in found] == [
        (None, "Your telegram 214"), ("1", "Salt Papers, vol. I, p. 3"), ("2", "Ibid., p. 4"), ("2", "telegram 5"),
    ]  # fmt: skip
    assert {reference.by for reference in found} == {PROGRAM}


def test_the_heading_does_not_cite_itself() -> None:
    heading = "Telegram 214 From Sarenne, May 9"
    content = f"{heading}\n\nSee Document 3."
    found = read(Text("en", "original", content, blocks=(Block("heading", 0, len(heading)),)))
    assert [reference.printed for reference in found] == ["Document 3"]


def test_marked_references_stay_and_are_completed() -> None:
    note = Note("1", None, "See Salt Papers, vol. II, Document 4, and Document 7 and telegram 5.")
    marks = (
        Reference(4, 15, "Salt Papers", Cites(volume="salt2"), note="1"),
        Reference(42, 52, "Document 7", Cites(document="7"), note="1"),
    )
    first, second, third = read(Text("en", "original", "", notes=(note,), references=marks))
    assert (first.by, first.cites, first.printed) == (
        EDITION, Cites(work="Salt Papers", volume="salt2", document="4"), "Salt Papers, vol. II, Document 4",
    )  # fmt: skip
    assert second == marks[1]
    assert (third.by, third.cites.number) == (PROGRAM, "5")


def test_notes_of_one_number_are_told_apart_by_their_ids() -> None:
    notes = (Note("1", None, "See Document 3.", id="a"), Note("1", None, "See Document 4.", id="b"))
    assert [(it.note, it.cites.document) for it in read(Text("en", "original", "", notes=notes))] == [
        ("a", "3"),
        ("b", "4"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Made in response to Document 5. A later draft was Orr’s. (Salt Files: Lot 67, 1932)", id="files"),
        pytest.param("The report is in the letters of Orr (Halvern Library, Orr Papers: Box 2, 1932)", id="papers"),
    ],
)
def test_brackets_of_places_and_years_make_no_work_of_what_stands_in_an_archive(words: str) -> None:
    assert find_works(words, ()) == []


@pytest.mark.parametrize(
    "edtf", ["-0044-03-15", "0000-03-15", "0001-01-01", "9999-12-31", "Y17000", "../1962", "1962-10"]
)
def test_days_are_told_from_one_day_within_the_calendar_only(edtf: str) -> None:
    words = "I have your letter of yesterday, and his telegram of tomorrow."
    written = Record(
        "a/b", "a", "", Source("", "", "", ""), date=Date(edtf, edtf), texts=(Text(None, "original", words),)
    )
    (text,) = with_references(written).texts
    assert [reference.cites.date for reference in text.references] == []


def test_of_signs_within_signs_only_the_longest_begins_a_reference() -> None:
    text = "Circular telegram 45. For all posts."
    assert {(0, 17), (9, 17)} <= set(find_signs(text).written)
    assert list(find_correspondence(text, FROM_AN_EDITOR, find_signs(text).written)) == []
