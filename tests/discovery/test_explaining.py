from __future__ import annotations

from typing import Any

import pytest
from discovery_cases import RECORDS, indexed

from fonds.discovery import Clause, Index, Search
from fonds.discovery.membership import Members
from fonds.errors import QueryError


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(tmp_path_factory.mktemp("archive") / "index", RECORDS)


def clauses(clause: Clause | None) -> dict[str, int]:
    return (
        {clause.written: clause.count} | {k: v for part in clause.parts for k, v in clauses(part).items()}
        if clause
        else {}
    )


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        pytest.param("quay dredger", {"quay AND dredger": 2, "quay": 3, "dredger": 2}, id="and"),
        pytest.param(
            "gunboat OR NOT quay",
            {"gunboat OR NOT quay": 1, "gunboat": 1, "NOT quay": 1, "quay": 3},
            id="or and not",
        ),
        pytest.param('"quay sank"~4', {'"quay sank"~4': 1, "quay": 3, "sank": 1}, id="near"),
        pytest.param("title:negotiation", {"title:negotiation": 1}, id="field"),
        pytest.param("date:1933", {"date:1933": 1}, id="date"),
    ],
)
def test_counts_by_clause(index: Index, query: str, counts: dict[str, int]) -> None:
    explanation = index.explain(Search(query=query))
    assert clauses(explanation.clause) == counts
    assert explanation.total == index.search(Search(query=query)).total


@pytest.mark.parametrize(
    ("query", "forms"),
    [
        pytest.param("dredger", {("dredger", "as written", 1), ("dredgers", "other form", 1)}, id="forms"),
        pytest.param("=dredger", {("dredger", "as written", 1)}, id="exact"),
        pytest.param("dred*", {("dredger", "beginning", 1), ("dredgers", "beginning", 1)}, id="beginning"),
        pytest.param("dredgar~", {("dredger", "edited", 1), ("dredgers", "edited", 1)}, id="edited"),
        pytest.param("nowhere", {("nowhere", "as written", 0)}, id="not there"),
        pytest.param("kind:letter", set(), id="a value has no forms"),
    ],
)
def test_what_a_word_stands_for(index: Index, query: str, forms: set[tuple[str, str, int]]) -> None:
    clause = index.explain(Search(query=query)).clause
    assert clause
    assert {(form.words, form.why, form.count) for form in clause.forms} == forms


@pytest.mark.parametrize(
    ("asked", "because", "means", "count"),
    [
        pytest.param({"query": "quay nowhere"}, "nowhere", "without nowhere", 3, id="a clause that nothing fits"),
        pytest.param({"query": "quya"}, "quya", "quay for quya", 3, id="a spelling of the index"),
        pytest.param(
            {"query": "gunboat ledger"},
            "gunboat AND ledger",
            "without gunboat",
            1,
            id="clauses that do not go together",
        ),
        pytest.param(
            {"query": "kind:Telegramme"}, "kind:Telegramme", "telegram for Telegramme", 1, id="a value nearly right"
        ),
        pytest.param(
            {"query": "language:english"}, "language:english", "en for english", 1, id="a language by its name"
        ),
        pytest.param({"query": "collection:harb"}, "collection:harb", "harbour for harb", 3, id="a beginning"),
        pytest.param({"query": "place:sarene"}, "place:sarene", "sarenne for sarene", 1, id="a name"),
        pytest.param({"query": "gunboat or ledger"}, "or", "OR in capitals, for either", 2, id="a small or"),
        pytest.param({"query": "gunboat", "kind": "letter"}, None, "of any kind", 1, id="a filter"),
        pytest.param({"query": "quay", "kind": "map"}, "kind map", "of any kind", 3, id="a filter that nothing fits"),
        pytest.param({"query": "quay", "date_from": "1950"}, "date 1950..", "of any date", 3, id="dates"),
        pytest.param({"query": "quay", "include": {"kind": ("telegram",)}}, None, "of any kind", 3, id="a facet"),
        pytest.param(
            {"query": "quay", "exclude": {"has": ("original",)}},
            "has is not original",
            "with no has left out",
            3,
            id="left out",
        ),
        pytest.param({"query": "misfiled"}, "misfiled", "in the editors’ notes and insertions too", 1, id="notes"),
    ],
)
def test_why_nothing_is_found(index: Index, asked: dict[str, Any], because: str | None, means: str, count: int) -> None:
    explanation = index.explain(Search(**asked))
    assert explanation.total == 0
    assert (because in explanation.none_because) if because else not explanation.none_because
    assert (means, count) in {(advice.means, advice.count) for advice in explanation.advice}


def test_advice_that_is_another_query_finds_what_it_says(index: Index) -> None:
    for query in ("quya", "quay nowhere", "gunboat ledger cafe"):
        for advice in index.explain(Search(query=query)).advice:
            assert advice.query is None or index.search(Search(query=advice.query)).total == advice.count


def test_nothing_is_advised_where_something_is_found(index: Index) -> None:
    explanation = index.explain(Search(query="quay", kind="letter"))
    assert (explanation.none_because, explanation.advice) == ((), ())
    assert [(each.means, each.count) for each in explanation.narrowed] == [("kind letter", 2)]


def test_a_field_of_another_index(index: Index) -> None:
    asked: list[str] = []

    def said(words: str) -> Members:
        asked.append(words)
        return Members(["straits/d4", "elsewhere/d1"])

    with pytest.raises(QueryError, match="character 14"):
        index.search(Search(query="quay said-by:pask"))
    hits = index.search(Search(query='said-by:"Edwin Pask" gunboat'), {"said-by": said}).hits
    assert [hit.id for hit in hits] == ["straits/d4"]
    assert asked == ["Edwin Pask"]
