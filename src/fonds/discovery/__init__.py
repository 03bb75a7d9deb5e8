"""How records are found: the index, the query language, and what is counted in an answer."""

from fonds.discovery.document import index_document
from fonds.discovery.index import Index, Writer
from fonds.discovery.results import Count, Hit, Results, Search, Snippet

__all__ = ["Count", "Hit", "Index", "Results", "Search", "Snippet", "Writer", "index_document"]
