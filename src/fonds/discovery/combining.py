"""Queries of the index joined to one."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import Occur, Query


def all_of(queries: Sequence[Query]) -> Query:
    """What fits every one of the queries, of which there is at least one."""
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, each) for each in queries])


def any_of(queries: Sequence[Query]) -> Query:
    """What fits any of the queries, of which there is at least one; the more, the better."""
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, each) for each in queries])


def best_of(queries: Sequence[Query], others: float = 0.0) -> Query:
    """What fits any of the queries, of which there is at least one.

    It weighs what the best of them weighs, and of the `others` that share.
    """
    return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries, others)


def none_of(query: Query) -> Query:
    """What does not fit the query."""
    everything = Query.const_score_query(Query.all_query(), 0.0)
    return Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, query)])
