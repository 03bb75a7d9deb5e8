"""Finding as JSON, below /api: searches, what they were understood as, words in context, quotations, footnotes."""

from __future__ import annotations

from typing import Annotated

from litestar import get
from litestar.params import QueryParameter

from fonds.archive.citations import CitationsFound, counted
from fonds.discovery import Explanation, Narrowed, Results, Sort
from fonds.discovery.collocates import Collocates, Measure
from fonds.discovery.concordance import Arrangement, Concordance
from fonds.discovery.frequency import Frequency
from fonds.discovery.quotation import Quoted
from fonds.reading_room.answers import narrowed, search
from fonds.reading_room.desk import Desk
from fonds.reading_room.failures import failing
from fonds.reading_room.queries import LONGEST_WORDS, MOST_VALUES, Question

_LONGEST_QUOTATION = 5000

Limit = Annotated[int, QueryParameter(ge=1, le=100)]
Lines = Annotated[int, QueryParameter(ge=1, le=1000)]
Offset = Annotated[int, QueryParameter(ge=0, le=10_000)]
Variants = Annotated[bool, QueryParameter(description="Find names in other spellings too.")]


@get("/search", sync_to_thread=False, summary="Search", responses=failing(400, 414))
def api_search(  # noqa: PLR0913 (one parameter for each of the address)
    archive: Desk,
    *,
    asked: Question,
    variants: Variants = True,
    sort: Annotated[Sort, QueryParameter(description="In which order.")] = "relevance",
    limit: Limit = 10,
    offset: Offset = 0,
    after: Annotated[
        str | None, QueryParameter(max_length=LONGEST_WORDS, description="Cursor of the page before.")
    ] = None,
    facets: Annotated[list[str] | None, QueryParameter(max_items=MOST_VALUES, description="Which to count.")] = None,
    histogram: Annotated[bool, QueryParameter(description="Count by year or month too.")] = False,
) -> Results:
    """What is found, with snippets, facets and a cursor: the same as `fonds search --json` gives."""
    page = Narrowed(sort=sort, limit=limit, offset=offset, after=after, histogram=histogram)
    page |= Narrowed(facets=tuple(facets)) if facets else Narrowed()
    return search(archive, asked, **(Narrowed(variants=variants) | page))


@get("/explain", sync_to_thread=False, summary="A search explained", responses=failing(400, 414))
def api_explain(archive: Desk, *, asked: Question, variants: Variants = True) -> Explanation:
    """How a search was understood, what each part of it finds, and what would find something where it finds nothing."""
    return archive.explain(asked.query, **(narrowed(asked) | Narrowed(variants=variants)))


@get("/concordance", sync_to_thread=False, summary="Words in their context", responses=failing(400, 414))
def api_concordance(
    archive: Desk,
    asked: Question,
    by: Annotated[Arrangement, QueryParameter(description="What sorts the lines.")] = "document",
    limit: Lines = 100,
    offset: Offset = 0,
) -> Concordance:
    """Every occurrence of what is sought, over the whole result."""
    page = Narrowed(limit=limit, offset=offset)
    return archive.concordance(asked.query, arrangement=by, **(narrowed(asked) | page))


@get("/collocates", sync_to_thread=False, summary="Words that stand near others", responses=failing(400, 414))
def api_collocates(
    archive: Desk,
    asked: Question,
    measure: Annotated[Measure, QueryParameter(description="What sorts the words.")] = "log-likelihood",
    span: Annotated[int, QueryParameter(ge=1, le=20)] = 5,
    limit: Lines = 50,
) -> Collocates:
    """The words that stand near what is sought more often than elsewhere."""
    return archive.collocates(asked.query, measure=measure, span=span, **(narrowed(asked) | Narrowed(limit=limit)))


@get("/frequency", sync_to_thread=False, summary="How often something is said over time", responses=failing(400, 414))
def api_frequency(archive: Desk, asked: Question) -> Frequency:
    """Year by year, beside all documents and words of each."""
    return archive.frequency(asked.query, **narrowed(asked))


@get("/quotations", sync_to_thread=False, summary="Check a quotation", responses=failing(400, 414))
def api_quotations(
    archive: Desk, q: Annotated[str, QueryParameter(max_length=_LONGEST_QUOTATION, description="The words quoted.")]
) -> tuple[Quoted, ...]:
    """The passages that a quotation may be taken from, with the differences."""
    return archive.find_quotation(q)


@get("/citations", sync_to_thread=False, summary="Find what footnotes cite", responses=failing(400, 414))
def api_citations(
    archive: Desk,
    q: Annotated[
        list[str], QueryParameter(min_items=1, max_items=MOST_VALUES, description="A footnote; several times.")
    ],
) -> CitationsFound:
    """The documents that each footnote may cite, with the reasons and how surely, and how many were found."""
    return counted(archive.find_citations(q))


FINDING_HANDLERS = (
    api_search, api_explain, api_concordance, api_collocates, api_frequency, api_quotations, api_citations
)  # fmt: skip
