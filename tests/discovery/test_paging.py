"""Facets, histogram, orders, and pages that stay what they are while the index grows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from discovery_cases import indexed, record

from fonds.discovery import Count, Index, Search, Sort, index_document
from fonds.errors import QueryError
from fonds.record import Party, Record

DATES = [
    "1932-10-27",
    "1932-10",
    "1932",
    "1931/1933",
    "1934-02-01",
    None,
    "1933-05-05",
    "1932-10-27",
    "196X",
    "1934/..",
]
MONTHS = ["1932-10-27", "1932-10", "1932", None]


def numbered(number: int, edtf: str | None, words: str = "The quay.") -> Record:
    sender = Party("from", ["Edwin Pask", "Ida Tolliver", "Otto Reed"][number % 3], f"p{number % 3}")
    return msgspec.structs.replace(record(number, words, edtf=edtf), parties=(sender,))


def built(path: Path, records: list[Record]) -> Index:
    return indexed(path / "index", records, {"p0": "Pask, Edwin"})


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return built(tmp_path_factory.mktemp("archive"), [numbered(n, edtf) for n, edtf in enumerate(DATES)])


def ids(index: Index, **asked: Any) -> list[str]:
    return [hit.id.partition("/d")[2] for hit in index.search(Search(**asked)).hits]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        pytest.param({"include": {"from": ("Pask, Edwin",)}}, "0 3 6 9", id="one value"),
        pytest.param({"include": {"from": ("Pask, Edwin", "Otto Reed")}}, "0 2 3 5 6 8 9", id="any of the values"),
        pytest.param({"include": {"from": ("Pask, Edwin",), "year": ("1933",)}}, "6", id="of each facet"),
        pytest.param({"exclude": {"from": ("Pask, Edwin", "Otto Reed")}}, "1 4 7", id="none of the values"),
        pytest.param({"exclude": {"has": ("date",)}}, "5", id="what is not there"),
        pytest.param({"include": {"from": ("Edwin Pask",)}}, "", id="the printed name is not the listed one"),
        pytest.param({"include": {"person": ()}}, "", id="one of no values"),
        pytest.param({"within": ("harbour/d1", "harbour/d4", "harbour/d99")}, "1 4", id="a set"),
        pytest.param({"within": ()}, "", id="an empty set"),
    ],
)
def test_narrowed(index: Index, asked: dict[str, Any], numbers: str) -> None:
    assert sorted(ids(index, **asked)) == numbers.split()


def test_a_facet_that_is_none(index: Index) -> None:
    with pytest.raises(QueryError, match=r"colour; wanted: kind, decade"):
        index.search(Search(include={"colour": ("red",)}))
    with pytest.raises(QueryError, match=r"colour; wanted: kind, decade"):
        index.search(Search(facets=("colour",)))


def test_listed_names_are_counted_and_printed_ones_found(index: Index) -> None:
    results = index.search(Search(query="from:edwin", facets=("from",)))
    assert results.counts.keys() == {"from"}
    assert results.counts["from"] == (Count("Pask, Edwin", 4),)


def test_histogram_by_month_at_the_precision_of_the_dates(index: Index) -> None:
    histogram = index.search(Search(date_to="1931", histogram=True)).histogram
    assert histogram
    assert (histogram.unit, histogram.bars, histogram.spans) == ("month", (), (Count("1931/1933", 1),))
    histogram = index.search(Search(histogram=True)).histogram
    assert histogram
    assert histogram.bars == (Count("1932-10", 3), Count("1933-05", 1), Count("1934-02", 1))
    assert histogram.spans == (Count("1931/1933", 1), Count("1932", 1), Count("1960/1969", 1))
    assert histogram.unplaced == 2


def test_histogram_by_year_where_there_are_many(tmp_path: Path) -> None:
    index = built(tmp_path, [numbered(n, f"19{n}") for n in range(30, 40)] + [numbered(1, "193X")])
    histogram = index.search(Search(histogram=True)).histogram
    assert histogram
    assert (histogram.unit, len(histogram.bars), histogram.spans) == ("year", 10, (Count("1930/1939", 1),))


def test_no_histogram_unless_asked_for(index: Index) -> None:
    assert index.search(Search()).histogram is None


@pytest.mark.parametrize(
    ("sort", "numbers"),
    [
        ("date", "3 2 1 0 7 6 9 4 8 5"),
        ("latest", "5 8 4 9 6 7 0 1 2 3"),
        ("archive", "0 1 2 3 4 5 6 7 8 9"),
    ],
)
def test_orders(index: Index, sort: Sort, numbers: str) -> None:
    assert ids(index, sort=sort) == numbers.split()
    assert ids(index, sort=sort, query="quay") == numbers.split()


@pytest.mark.parametrize("sort", ["relevance", "date", "latest", "archive"])
@pytest.mark.parametrize("query", ["", "quay"])
def test_a_cursor_leads_through_all_pages_while_documents_come(tmp_path: Path, sort: Sort, query: str) -> None:
    records = [numbered(n, f"19{n:02}", "The quay. " * (n % 4 + 1)) for n in range(0, 40, 2)]
    index = built(tmp_path, records)
    whole = [hit.id for hit in index.search(Search(query=query, sort=sort, limit=100)).hits]
    pages, after = [], None
    for page in range(20):
        results = index.search(Search(query=query, sort=sort, limit=5, after=after))
        pages += [hit.id for hit in results.hits]
        after = results.cursor
        if after is None:
            break
        with index.writer() as writer:
            writer.add(index_document(numbered(101 + 2 * page, "1900" if page % 2 else "1950", "Nothing. " * page)))
            writer.commit()
    assert [each for each in pages if each in whole] == whole
    assert len(set(pages)) == len(pages)


@pytest.mark.parametrize("cursor", ["", "x", "WyJ4Il0", "é", "W10", "WyJkYXRlIiwgMCwgWzFdXQ", "\ud800"])
def test_a_cursor_of_nobody(index: Index, cursor: str) -> None:
    with pytest.raises(QueryError, match="the cursor"):
        index.search(Search(after=cursor))


def test_a_cursor_of_another_order(index: Index) -> None:
    cursor = index.search(Search(sort="date", limit=2)).cursor
    with pytest.raises(QueryError, match="Begin with the first page"):
        index.search(Search(sort="latest", after=cursor))
