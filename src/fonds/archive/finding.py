"""The front desk's side of finding: what the index answers, together with what the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Unpack

from fonds.archive.citations import CitationFinder, CitationFound
from fonds.archive.sets import Memberships
from fonds.archive.similar import SimilarRecords, similar
from fonds.archive.statements import Statements
from fonds.catalogue import Catalogue
from fonds.discovery import Explanation, Index, Narrowed, Results, Search
from fonds.discovery.clauses import Elsewhere
from fonds.discovery.collocates import Collocates, Measure, collocates
from fonds.discovery.concordance import Arrangement, Concordance, concordance
from fonds.discovery.frequency import Frequency, frequency
from fonds.discovery.membership import Members
from fonds.discovery.quotation import Quoted, find_quotation
from fonds.errors import CorruptArchiveError
from fonds.record import Record
from fonds.relations.references import resolved


class Finding:
    """The part of an open archive that finds records."""

    path: Path
    _catalogue: Catalogue
    _index: Index
    _citations: CitationFinder
    _memberships: Memberships
    statements: Statements

    def search(self, query: str = "", **narrowed: Unpack[Narrowed]) -> Results:
        """The records that a query finds, in the order asked for, with counts over all of them.

        Notes and the editor's words are searched only where asked for; what else can be said by name are the fields
        of `fonds.discovery.Search`. Raises QueryError for a query that is wrong.
        """
        results = self._index.search(Search(query=query, **narrowed), self._elsewhere)
        if not results.total:
            self._require_index()
        return results

    def explain(self, query: str = "", **narrowed: Unpack[Narrowed]) -> Explanation:
        """What a search was understood as: each part with what its words stand for and how many records fit it.

        Where nothing is found: what prevents it, and what would find something. Raises QueryError as `search` does.
        """
        return self._index.explain(Search(query=query, **narrowed), self._elsewhere)

    def found(self, query: str = "", **narrowed: Unpack[Narrowed]) -> Iterator[Record]:
        """Every record that a search finds, in the order asked for; `limit` is not heeded. Raises as `search`."""
        for identifier in self.identifiers(query, **narrowed):
            yield self._catalogue.get(identifier)

    def identifiers(self, query: str = "", **narrowed: Unpack[Narrowed]) -> list[str]:
        """The identifiers of the records that `found` would give."""
        return self._index.found(Search(query=query, **narrowed), self._elsewhere)

    def concordance(
        self, query: str, *, arrangement: Arrangement = "document", **narrowed: Unpack[Narrowed]
    ) -> Concordance:
        """Every occurrence of what is sought in its context, over the whole result. Raises QueryError."""
        search = Search(query=query, **narrowed)
        return self._index.answered(lambda asker: concordance(search, asker, arrangement), self._elsewhere)

    def collocates(
        self, query: str, *, measure: Measure = "log-likelihood", span: int = 5, **narrowed: Unpack[Narrowed]
    ) -> Collocates:
        """The words that stand near what is sought, at most `span` words away. Raises QueryError."""
        search = Search(query=query, **narrowed)
        return self._index.answered(
            lambda asker: collocates(search, asker, measure=measure, span=span), self._elsewhere
        )

    def frequency(self, query: str, **narrowed: Unpack[Narrowed]) -> Frequency:
        """How often something is said, year by year, with all documents and words of each. Raises QueryError."""
        search = Search(query=query, **narrowed)
        return self._index.answered(lambda asker: frequency(search, asker), self._elsewhere)

    def find_quotation(self, quotation: str) -> tuple[Quoted, ...]:
        """The passages that a quotation may be taken from, with the differences. Raises QueryError."""
        return self._index.answered(lambda asker: find_quotation(quotation, asker))

    def similar(self, record_id: str, *, without: Iterable[str] = (), limit: int = 10) -> SimilarRecords:
        """The records that are most like one, each with its reasons. Raises NotFoundError.

        `without`: reasons to switch off, of `fonds.archive.similar.REASONS`; UsageError for another.
        """
        record = resolved(self._catalogue, self._catalogue.get(record_id))
        names = self._listed_names(record.collection)
        found = similar(record, names, self._index, self._catalogue, without, limit)
        if not found.similar:
            self._require_index()
        return found

    def _listed_names(self, collection: str) -> dict[str, str]:
        return {identifier: agent.name for identifier, agent in self._catalogue.agents(collection).items()}

    def find_citations(self, citations: Iterable[str]) -> tuple[CitationFound, ...]:
        """The documents that each of some footnotes may cite, with the reasons and how surely."""
        return tuple(self._citations.find(citation) for citation in citations)

    @property
    def _elsewhere(self) -> dict[str, Elsewhere]:
        """The fields of the query language that the index of statements and the catalogue answer."""
        return {
            "said-by": lambda words: Members(self.statements.records_where(by=words)),
            "said-about": lambda words: Members(self.statements.records_where(about=_quoted(words))),
            "set": self._memberships.of,
        }

    def _require_index(self) -> None:
        """Raises CorruptArchiveError where an answer is empty because the index is."""
        if self._index_is_missing():
            raise CorruptArchiveError(
                f"the search index of {self.path}",
                seen="it is empty, or of another version of Fonds",
                wanted="the records of the catalogue",
                next_step="Make it anew with `fonds reindex`.",
            )

    def _index_is_missing(self) -> bool:
        """Whether the index knows nothing of what is held: it was thrown away, or was of another version."""
        return not self._index.holds_any() and self._catalogue.statistics().records > 0


def _quoted(words: str) -> str:
    """One word in any of its forms, several as they are written, one after the other."""
    return words if words.isalnum() else f'"{words.replace(chr(34), " ")}"'
