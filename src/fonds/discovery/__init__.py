"""How records are found: the index, the query language, and what is counted in an answer."""

from fonds.discovery.clauses import Elsewhere
from fonds.discovery.document import index_document
from fonds.discovery.explaining import Advice, Clause, Explanation, Stands
from fonds.discovery.index import Index, Writer
from fonds.discovery.results import FACETS, Chosen, Count, Histogram, Hit, Narrowed, Results, Search, Snippet, Sort
from fonds.discovery.said import AUTHOR, Said, SaidResults, SaidSearch
from fonds.discovery.statement_document import Terms, statement_documents
from fonds.discovery.statement_index import StatementIndex, StatementWriter

__all__ = [
    "AUTHOR", "FACETS", "Advice", "Chosen", "Clause", "Count", "Elsewhere", "Explanation", "Histogram", "Hit", "Index",
    "Narrowed", "Results",
    "Said", "SaidResults", "SaidSearch", "Search", "Snippet", "Sort", "Stands", "StatementIndex", "StatementWriter",
    "Terms", "Writer", "index_document", "statement_documents",
]  # fmt: skip
