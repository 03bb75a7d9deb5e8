"""The archive in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from catalogue_cases import keep, made

from fonds.catalogue import Catalogue, CollectionSummary, Statistics, YearCount
from fonds.record import Agent, Edition


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def test_an_empty_archive(catalogue: Catalogue) -> None:
    assert catalogue.statistics() == Statistics(0, 0, 0, 0, 0, 0, {}, {}, {}, {})
    assert catalogue.collections() == ()


def test_only_what_is_listed_counts(catalogue: Catalogue) -> None:
    agents = (Agent("p1", "v", "person", "A. Person"), Agent("p1", "w", "person", "B. Person"))
    last = made("v/d3", kind="letter", edtf="1931", cites=("v/d1",))
    keep(catalogue, made("v/d1", kind="letter", edtf="1931"), made("w/d1", edtf="1944", cites=("v/d1",)), last)
    keep(catalogue, made("v/d1", kind="letter", edtf="1931"), made("w/d1", edtf="1944", cites=("v/d1",)), agents=agents)
    keep(catalogue, made("v/d4"), key="b.xml", agents=(agents[0], Agent("p2", "v", "term", "The Strait")))
    assert catalogue.statistics() == Statistics(
        records=3,
        withdrawn=1,
        collections=2,
        sources=2,
        agents=3,
        references=1,
        kinds={"unknown": 2, "letter": 1},
        decades={"1930": 1, "1940": 1, "undated": 1},
        languages={"en": 3},
        findings={},
    )
    assert catalogue.collections() == (
        CollectionSummary("v", 2, "1931-01-01", "1931-12-31", "v"),
        CollectionSummary("w", 1, "1944-01-01", "1944-12-31", "w"),
    )


def test_collections_are_called_as_the_edition_calls_them(catalogue: Catalogue) -> None:
    volume = Edition("The Strait", subseries="1932", volume="II", volume_title="The Gunboat")
    keep(catalogue, msgspec.structs.replace(made("v/d1"), edition=volume), made("v/d2"))
    (summary,) = catalogue.collections()
    assert (summary.title, summary.part) == ("The Gunboat", "1932, II")


def test_a_letter_in_a_file_of_its_own_names_no_collection(catalogue: Catalogue) -> None:
    letter = made("letters/1")
    keep(catalogue, msgspec.structs.replace(letter, edition=Edition(letter.title)), made("letters/2"))
    (summary,) = catalogue.collections()
    assert (summary.title, summary.part) == ("letters", "")


def test_a_year_is_not_told_as_its_first_day(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d1", edtf="1931"), made("v/d2", edtf="1932-10-27"), made("v/d3"))
    assert {brief.id: brief.edtf for brief in catalogue.newest(9)} == {
        "v/d1": "1931", "v/d2": "1932-10-27", "v/d3": None,
    }  # fmt: skip


def test_years_count_only_dates_that_tell_one(catalogue: Catalogue) -> None:
    dates = ("1931", "1932-10", "1932-10-27", "1932-12-31/1933-01-01", "193X", "../1932", "-0031", None)
    keep(catalogue, *(made(f"v/d{number}", edtf=edtf) for number, edtf in enumerate(dates)))
    assert catalogue.years() == (YearCount("1931", 1), YearCount("1932", 2))


def test_what_was_taken_in_last_comes_first(catalogue: Catalogue) -> None:
    keep(catalogue, made("v/d1"), made("v/d2"))
    keep(catalogue, made("w/d1"), key="b.xml")
    keep(catalogue, key="b.xml")
    assert [brief.id for brief in catalogue.newest(1)] == ["v/d2"]
    assert [brief.id for brief in catalogue.newest(9)] == ["v/d2", "v/d1"]


@pytest.mark.parametrize(
    ("edtf", "decade"),
    [
        pytest.param("1939-12-31", "1930", id="day"),
        pytest.param("1938/1944", "1930", id="by its first day"),
        pytest.param("../1944-05", "1940", id="no first day"),
        pytest.param("0987", "0980", id="first millennium"),
        pytest.param("-0043", "-050", id="before 1 BC"),
        pytest.param("..", "undated", id="not a date"),
        pytest.param(None, "undated", id="none"),
    ],
)
def test_decades(catalogue: Catalogue, edtf: str | None, decade: str) -> None:
    keep(catalogue, made("v/d1", edtf=edtf))
    assert catalogue.statistics().decades == {decade: 1}
