"""Footnotes held against the sample collection: which document each cites, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.status_codes import HTTP_400_BAD_REQUEST
from litestar.testing import TestClient

from fonds.archive import Archive
from fonds.archive import open as open_archive
from fonds.archive.citations import CitationFound, Match, counted
from fonds.archive.footnotes import read_footnote
from fonds.reading_room.app import create_app

SURE = 0.4
EXAMPLES = Path(__file__).parent.parent / "examples" / "the-velmar-strait"


@pytest.fixture(scope="module")
def archive(velmar: Path) -> Iterator[Archive]:
    with open_archive(velmar) as archive:
        yield archive


@pytest.mark.parametrize(
    ("citation", "record"),
    [
        pytest.param(
            "Hohlweg to Lautersee, 28 October 1932", "record-pages/hohlweg-to-lautersee-1932-10-28", id="names"
        ),
        pytest.param(
            "Cable from Hohlweg, October 23, 1932, Royal State Archive",
            "record-pages/hohlweg-to-foreign-ministry-1932-10-23",
            id="kind, sender and day",
        ),
        pytest.param(
            "Letter, Delorval to Pask, 30 October 1932.", "letters/delorval-to-pask-1932-10-30", id="a letter"
        ),
        pytest.param(
            "Documents on External Relations 1932, vol. II, doc. 3", "daer1932v02/d3", id="volume and document"
        ),
    ],
)
def test_found_first(archive: Archive, citation: str, record: str) -> None:
    (found,) = archive.find_citations([citation])
    assert found.matches[0].id == record
    assert found.matches[0].reasons
    assert found.matches[0].confidence >= SURE


@pytest.mark.parametrize(
    "citation",
    [
        "",
        "See above.",
        "Nobody to nobody else, 1 April 1755",
        "Nobodies " + "Abcdefghijklmnopqrst Bcdefghijklmnopqrstu " * 40 + "1 April 1755",
        "Documents on External Relations 1932, vol. IX, doc. 3",
    ],
)
def test_not_found(archive: Archive, citation: str) -> None:
    (found,) = archive.find_citations([citation])
    assert found.matches == ()


def test_what_is_told_otherwise_is_said(archive: Archive) -> None:
    (found,) = archive.find_citations(["Telegram from Hohlweg to Lautersee, 28 October 1932"])
    assert "kind telegram" in found.matches[0].against


def test_a_list_of_footnotes_is_answered_at_once_over_http(archive: Archive) -> None:
    with TestClient(create_app(archive)) as client:
        answer = client.get("/api/citations", params={"q": ["Hohlweg to Lautersee, 28 October 1932", "See above."]})
        assert client.get("/api/citations").status_code == HTTP_400_BAD_REQUEST
    given = answer.json()
    assert (given["found"], given["of"]) == (1, 2)
    assert given["citations"][0]["matches"][0]["id"] == "record-pages/hohlweg-to-lautersee-1932-10-28"


@pytest.mark.parametrize(
    ("footnote", "places"),
    [
        ("FRUS, 1961–1963, vol. VI, doc. 68", [("1961-1963", "6", "68", None)]),
        ("Foreign Relations, 1955-57, Volume XIX, Document 12", [("1955-1957", "19", "12", None)]),
        ("FRUS 1961-63, vol. 6, no. 68", [("1961-1963", "6", "68", None)]),
        ("Document 7, in FRUS, 1949, vol. VII, Part 1", [("1949", "7.1", "7", None)]),
        ("FRUS, 1969–76, vol. E–5, pp. 183–7", [("1969-1976", "e5", None, (183, 187))]),
        (
            "Foreign Relations, 1961–63, vol. V, Document 3, and ibid., 1955–57, vol. IX, p. 12.",
            [("1961-1963", "5", "3", None), ("1955-1957", "9", None, (12, 12))],
        ),
        ("Documents of 1932, Retrospective Volume, Document 4", [("1932", None, "4", None)]),
        ("A letter of 1932", [("1932", None, None, None)]),
        ("A letter", []),
    ],
)
def test_places_in_volumes_are_read(footnote: str, places: list[tuple[object, ...]]) -> None:
    found = [(place.years, place.number, place.document, place.pages) for place in read_footnote(footnote).places]
    assert found == places


@pytest.mark.parametrize(
    ("footnote", "day", "number", "file"),
    [
        ("Telegram 1115 from Moscow, October 28, 1962", "1962-10-28", "1115", None),
        ("See telegram 1115 from Moscow, October 28.", "10-28", "1115", None),
        ("Department of State, Central Files, 611.61/10–2862.", None, None, "611.61/10–2862"),
        ("Ibid., 751G.00/7-2555", None, None, "751G.00/7-2555"),
        ("Ratio 100.5/3", None, None, None),
    ],
)
def test_days_numbers_and_files_are_read(footnote: str, day: str | None, number: str | None, file: str | None) -> None:
    told = read_footnote(footnote)
    assert (told.day, told.number, told.file) == (day, number, file)


def test_volumes_that_are_added_later_are_known(tmp_path: Path) -> None:
    note = "Documents on External Relations 1932, vol. II, doc. 3"
    with open_archive(tmp_path / "archive", create=True) as archive:
        archive.add([EXAMPLES / "letters"], jobs=1)
        assert archive.find_citations([note])[0].matches == ()
        archive.add([EXAMPLES / "documents-on-external-relations"], jobs=1)
        assert archive.find_citations([note])[0].matches[0].id == "daer1932v02/d3"


@pytest.mark.parametrize(
    ("confidence", "against", "found"),
    [(0.25, ("number 1115",), 0), (0.9, ("number 1115",), 1), (0.25, (), 1)],
)
def test_a_document_that_hardly_fits_does_not_count_as_found(
    confidence: float, against: tuple[str, ...], found: int
) -> None:
    match = Match("a", "A", None, confidence, ("date 1932-10-25",), against)
    answer = counted((CitationFound("Telegram 1115", (match,)), CitationFound("Telegram 9", ())))
    assert (answer.found, answer.of) == (found, 2)
