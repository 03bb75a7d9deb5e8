"""How records are found: the index, the query language, and what is counted in an answer."""

from fonds.discovery.document import index_document
from fonds.discovery.index import Index, Writer
from fonds.discovery.results import Count, Hit, Results, Search, Snippet
from fonds.discovery.said import Said, SaidResults, SaidSearch
from fonds.discovery.statement_document import Terms, statement_documents
from fonds.discovery.statement_index import StatementIndex, StatementWriter

__all__ = [
    "Count",
    "Hit",
    "Index",
    "Results",
    "Said",
    "SaidResults",
    "SaidSearch",
    "Search",
    "Snippet",
    "StatementIndex",
    "StatementWriter",
    "Terms",
    "Writer",
    "index_document",
    "statement_documents",
]
