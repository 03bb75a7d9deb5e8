"""A search as the index understands it: the clauses of its query, and what narrows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import tantivy
from msgspec import Struct
from tantivy import Query

from fonds.discovery.clauses import Clauses, Elsewhere, days_clause, weighs
from fonds.discovery.combining import all_of, any_of, none_of
from fonds.discovery.days import day_range
from fonds.discovery.membership import Members
from fonds.discovery.nearness import Nearness
from fonds.discovery.query import parse_query
from fonds.discovery.results import FACETS, Search
from fonds.discovery.schema import schema, terms, whole
from fonds.discovery.senses import Senses
from fonds.discovery.sought import Sought
from fonds.discovery.tokens import refusal
from fonds.discovery.tree import Node
from fonds.discovery.vocabulary import Vocabulary
from fonds.errors import NotFoundError, QueryError


class Asked(Struct, frozen=True):
    """What the index is asked. `sought`: layer -> what to point at in it; `weighed`: scores tell which fits best."""

    query: Query
    sought: dict[str, list[Sought]]
    weighed: bool


class Asker:
    """Turns searches into what one state of the index is asked. `elsewhere`: fields that others answer."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        vocabulary: Vocabulary,
        nearness: Nearness,
        elsewhere: Mapping[str, Elsewhere] | None = None,
    ) -> None:
        self.searcher = searcher
        self.vocabulary = vocabulary
        self.nearness = nearness
        self.elsewhere = elsewhere or {}

    def ask(self, search: Search) -> Asked:
        """The search as the index understands it. Raises QueryError for what is not of the query language."""
        node = self.parsed(search)
        clauses = self.clauses(search)
        words = clauses.node(node) if node else None
        if node and words is None:
            raise refusal(search.query, 0, "a word with a letter or a digit", "Ask for a word, or for nothing at all.")
        query = all_of([words or Query.all_query(), *(_unweighed(each) for _, each in _narrowing(search))])
        if members := _working_set(search, self.elsewhere):
            query = all_of([query, _unweighed(members.among(query, self.searcher))])
        return Asked(query, clauses.sought, node is not None and weighs(node))

    def parsed(self, search: Search) -> Node | None:
        """The tree of the query."""
        for value in (search.query, search.kind, search.person, search.place, search.collection, search.working_set):
            _check_unicode(value or "")
        return parse_query(search.query)

    def clauses(self, search: Search) -> Clauses:
        """What turns nodes of this search into clauses."""
        supplied = [*(["note"] if search.notes else []), *(["editor"] if search.editor else [])]
        fields = ["text", "translation", "title", *supplied]
        senses = Senses(self.vocabulary, variants=search.variants)
        return Clauses(search.query, senses, self.nearness, fields, self.elsewhere)


def narrowing(search: Search, elsewhere: Mapping[str, Elsewhere]) -> list[tuple[str, Query]]:
    """What the search is narrowed by beside its query, in words and as clauses that do not weigh."""
    members = _working_set(search, elsewhere)
    within = [(f"working set {search.working_set}", members.all)] if members else []
    return [(words, _unweighed(query)) for words, query in (*_narrowing(search), *within)]


def _unweighed(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _working_set(search: Search, elsewhere: Mapping[str, Elsewhere]) -> Members | None:
    if search.working_set is None:
        return None
    try:
        return elsewhere["set"](search.working_set)
    except NotFoundError as error:
        raise QueryError(error.thing, seen=error.seen, wanted=error.wanted, next_step=error.next_step) from error


def _narrowing(search: Search) -> Iterator[tuple[str, Query]]:
    if search.kind is not None:
        yield f"kind {search.kind}", _exactly("kind", search.kind)
    if search.collection is not None:
        yield f"collection {search.collection}", _exactly("collection", search.collection)
    if search.person is not None:
        yield f"person {search.person}", _named("person", search.person)
    if search.place is not None:
        yield f"place {search.place}", _named("place_words", search.place)
    if search.date_from is not None or search.date_to is not None:
        yield _range(search.date_from, search.date_to)
    if search.within is not None:
        yield f"a set of {len(search.within)} records", Members(search.within).all
    yield from _chosen(search)


def _chosen(search: Search) -> Iterator[tuple[str, Query]]:
    for facet, values in search.include.items():
        yield f"{facet} is {' or '.join(values)}", _any_value(facet, values)
    for facet, values in search.exclude.items():
        yield f"{facet} is not {' nor '.join(values)}", none_of(_any_value(facet, values))


def _any_value(facet: str, values: Iterable[str]) -> Query:
    if facet not in FACETS:
        raise QueryError("the facet", seen=facet, wanted=", ".join(FACETS), next_step="Name one of these.")
    clauses = [_exactly(FACETS[facet], value) for value in values]
    return any_of(clauses) if clauses else Query.empty_query()


def _exactly(field: str, value: str) -> Query:
    return Query.term_query(schema(), field, whole(field, value), "basic")


def _named(field: str, names: str) -> Query:
    """All words of the name, in any order: "Reed, John" is "John Reed"; nothing fits a name without words."""
    clauses = [Query.term_query(schema(), field, term) for term in terms(names)]
    return all_of(clauses) if clauses else Query.empty_query()


def _range(date_from: str | None, date_to: str | None) -> tuple[str, Query]:
    for date, thing in ((date_from, "the date from which to search"), (date_to, "the date until which to search")):
        if date is not None and day_range(date) is None:
            wanted = "a year, month or day of the calendar"
            raise QueryError(thing, seen=date, wanted=wanted, next_step="Write 1962, 1962-10 or 1962-10-27.")
    return f"date {date_from or ''}..{date_to or ''}", days_clause(date_from, date_to)


def _check_unicode(value: str) -> None:
    """Raises QueryError for half characters, which arguments and addresses that are not UTF-8 bring."""
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        seen = value.encode(errors="backslashreplace").decode()[:50]
        raise QueryError("the query", seen=seen, wanted="words in UTF-8", next_step="Write it in UTF-8.")
