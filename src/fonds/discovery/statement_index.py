"""The index of statements: a folder that can be thrown away and made again from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self, cast

import tantivy
from tantivy import DocAddress, FieldType, Occur, Query

from fonds.discovery.asking import Asker
from fonds.discovery.index import held_index, made_index
from fonds.discovery.latest import Latest
from fonds.discovery.results import Count, Search
from fonds.discovery.said import SaidResults, SaidSearch
from fonds.discovery.schema import FOLDED
from fonds.discovery.statement_document import (
    COUNTED,
    NAME_FIELDS,
    NOTHING,
    STATEMENTS_VERSION,
    hundredths,
    shown,
    statement_schema,
)
from fonds.discovery.writing import writing, written
from fonds.errors import CorruptArchiveError, QueryError

_THING: Final = "the index of statements"
_HEAP: Final = 64_000_000
"""Bytes. One thread: attributing has the other cores."""
_VALUES: Final = 20
"""Values that are counted, of each."""
_LAST: Final = 1_000_000
"""The last statement that can be asked for."""
_TIED: Final = 200
_MORE_TIED: Final = 8
_MOST_RECORDS: Final = 60_000
"""Records that a search for records may find in statements."""

Scored = tuple[float, DocAddress]


class StatementWriter:
    """Puts the statements of records into the index; nothing is seen by a search before `commit`."""

    def __init__(self, writer: tantivy.IndexWriter, index: tantivy.Index) -> None:
        self._writer = writer
        self._index = index

    def replace(self, record_id: str, documents: Iterable[bytes]) -> None:
        """Take in what `statement_documents` made of a record, in place of what there was of it."""
        self._writer.delete_documents_by_term("id", record_id)
        with written(_THING):
            for document in documents:
                self._writer.add_json(document.decode())

    def commit(self) -> None:
        """Make all that was done so far last, and seen by searches."""
        with written(_THING):
            self._writer.commit()
        self._index.reload()


class StatementIndex:
    """The index of an archive's statements."""

    def __init__(self, index: tantivy.Index, path: Path) -> None:
        index.register_tokenizer("folded", FOLDED)
        index.register_tokenizer("nothing", NOTHING)
        self._index = index
        self._latest = Latest(index, path)

    @classmethod
    def held(cls, path: Path) -> Self | None:
        """The index in a folder; None where there is none, or one of another version, or a broken one."""
        held = held_index(path, statement_schema(), STATEMENTS_VERSION)
        return cls(held, path) if held else None

    @classmethod
    def make(cls, path: Path) -> Self:
        """An empty index, in place of what is in the folder."""
        return cls(made_index(path, statement_schema(), STATEMENTS_VERSION), path)

    @contextmanager
    def writer(self) -> Iterator[StatementWriter]:
        """Write to the index; what was not committed at the end is given up. Raises as `writing`."""
        with writing(self._index, _HEAP, 1, _THING) as writer:
            yield StatementWriter(writer, self._index)

    def names(self, field: str, beginning: str) -> list[tuple[str, int]]:
        """The terms of one of `NAME_FIELDS` that begin so, each with its number of statements, the largest first."""
        if field not in NAME_FIELDS:
            raise ValueError(field)
        return self._latest.asker().searcher.terms_with_prefix(field, beginning)

    def search(self, search: SaidSearch) -> SaidResults:
        """The answer to a search, of all that was committed. Raises QueryError; CorruptArchiveError for damage."""
        if search.limit < 0 or search.offset < 0 or search.offset + search.limit > _LAST:
            seen = f"{search.limit} statements from statement {search.offset}"
            wanted = f"statements from 0 to {_LAST}"
            raise QueryError("the statements to show", seen=seen, wanted=wanted, next_step="Ask for others.")
        with _whole():
            return self._answer(search)

    def records(self, search: SaidSearch) -> tuple[str, ...]:
        """The identifiers of the records that have such statements, the first 60,000 of them. Raises QueryError."""
        with _whole():
            asker = self._latest.asker()
            terms: dict[str, Any] = {"terms": {"field": "record", "size": _MOST_RECORDS, "segment_size": _MOST_RECORDS}}
            found = asker.searcher.aggregate(_asked(search, asker)[0], {"id": terms})
            return tuple(sorted(bucket["key"] for bucket in found["id"]["buckets"]))

    def _answer(self, search: SaidSearch) -> SaidResults:
        asker = self._latest.asker()
        searcher = asker.searcher
        query, weighed = _asked(search, asker)
        total, counts = _counted(query, searcher)
        places = _best(query, search, searcher) if weighed else _by_date(query, search, searcher)
        statements = tuple(shown(searcher.doc(place)["said"][0]) for place in places)
        return SaidResults(total, search.offset, search.limit, statements, counts)


@contextmanager
def _whole() -> Iterator[None]:
    """Say of damage that shows only in a search what can be done about it."""
    try:
        yield
    except ValueError as error:
        raise CorruptArchiveError(
            _THING,
            seen=str(error),
            wanted="files as they were written",
            next_step="Make it anew with `fonds reindex`.",
        ) from error


def _asked(search: SaidSearch, asker: Asker) -> tuple[Query, bool]:
    """What the index is asked, and whether scores tell which statement fits best."""
    about = Search(query=search.about, date_from=search.date_from, date_to=search.date_to, collection=search.collection)
    asked = asker.ask(about)
    narrowing = [Query.const_score_query(clause, 0.0) for clause in _clauses(search)]
    return Query.boolean_query([(Occur.Must, each) for each in (asked.query, *narrowing)]), asked.weighed


def _clauses(search: SaidSearch) -> Iterator[Query]:
    schema = statement_schema()
    for field, terms in zip(NAME_FIELDS, (search.by, search.to, search.through), strict=True):
        if terms is not None:
            yield Query.term_set_query(schema, field, list(terms)) if terms else Query.empty_query()
    for field, value in (("attitude", search.attitude), ("id", search.record)):
        if value is not None:
            yield Query.term_query(schema, field, value, "basic")
    if search.firsthand is not None:
        lower, upper = (None, 1) if search.firsthand else (2, None)
        yield Query.range_query(schema, "removes", FieldType.Integer, lower_bound=lower, upper_bound=upper)
    if search.sure:
        yield Query.range_query(
            schema, "sure", FieldType.Integer, lower_bound=hundredths(search.sure), upper_bound=None
        )


def _counted(query: Query, searcher: tantivy.Searcher) -> tuple[int, dict[str, tuple[Count, ...]]]:
    wanted: dict[str, Any] = {
        name: {"terms": {"field": name, "size": _VALUES, "segment_size": 100 * _VALUES}} for name in COUNTED
    }
    found = searcher.aggregate(query, {**wanted, "total": {"value_count": {"field": "order"}}})
    return int(found["total"]["value"]), {name: _counts(found[name]["buckets"]) for name in COUNTED}


def _counts(buckets: list[dict[str, Any]]) -> tuple[Count, ...]:
    counts = (Count(bucket["key"], bucket["doc_count"]) for bucket in buckets if bucket["key"])
    return tuple(sorted(counts, key=lambda count: (-count.count, count.value)))


def _by_date(query: Query, search: SaidSearch, searcher: tantivy.Searcher) -> list[DocAddress]:
    if search.limit == 0:
        return []
    found = searcher.search(
        query, search.limit, count=False, offset=search.offset, order_by_field="order", order=tantivy.Order.Asc
    )
    return [place for _, place in found.hits]


def _best(query: Query, search: SaidSearch, searcher: tantivy.Searcher) -> list[DocAddress]:
    """By score, those of one score by date: of them all are looked at, for the index knows no order among them."""
    if search.limit == 0:
        return []
    last = search.offset + search.limit
    wanted = last + _TIED
    while True:
        hits: list[Scored] = searcher.search(query, wanted, count=False).hits
        if len(hits) < wanted or hits[-1][0] < hits[last - 1][0]:
            break
        wanted *= _MORE_TIED
    order = cast("list[int]", searcher.fast_field_values("order", [place for _, place in hits]))
    best = sorted(zip(hits, order, strict=True), key=lambda each: (-each[0][0], each[1]))
    return [place for (_, place), _ in best[search.offset : last]]
