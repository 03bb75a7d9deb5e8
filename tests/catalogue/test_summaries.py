"""The archive in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogue_cases import keep, made

from fonds.catalogue import Catalogue, CollectionSummary, Statistics
from fonds.record import Agent


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
        CollectionSummary("v", 2, "1931-01-01", "1931-12-31"),
        CollectionSummary("w", 1, "1944-01-01", "1944-12-31"),
    )


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
