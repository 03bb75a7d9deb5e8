"""Footnotes held against the sample collection: which document each cites, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fonds.archive import Archive
from fonds.archive import open as open_archive
from fonds.archive.citations import read_citation

SURE = 0.4
SAMPLE = Path(__file__).parent.parent / "examples" / "the-velmar-strait"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with open_archive(tmp_path_factory.mktemp("archive") / "velmar", create=True) as archive:
        archive.add([SAMPLE], jobs=1)
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


@pytest.mark.parametrize(
    ("citation", "edition", "document"),
    [
        ("FRUS, 1961–1963, vol. VI, doc. 68", ("1961-1963", 6), "68"),
        ("Foreign Relations, 1955-57, Volume XIX, Document 12", ("1955-1957", 19), "12"),
        ("FRUS 1961-63, vol. 6, no. 68", ("1961-1963", 6), "68"),
        ("A letter of 1932", None, None),
    ],
)
def test_volume_and_document_are_read(citation: str, edition: tuple[str, int] | None, document: str | None) -> None:
    told = read_citation(citation)
    assert (told.edition, told.document) == (edition, document)
