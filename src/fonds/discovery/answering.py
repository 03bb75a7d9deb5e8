"""What the index answers: the documents in order, how many there are, and what they have in common."""

from __future__ import annotations

from tantivy import Document

from fonds.discovery.asking import Asker
from fonds.discovery.counting import Counted
from fonds.discovery.ranking import LAST, Ranking
from fonds.discovery.results import Hit, Results, Search
from fonds.discovery.snippets import Snippets
from fonds.errors import QueryError


def answer(search: Search, asker: Asker) -> Results:
    """The answer to a search. Raises QueryError for a query, a date, or a part of the hits that cannot be asked for."""
    if search.limit < 0 or search.offset < 0 or search.offset + search.limit > LAST:
        seen = f"{search.limit} hits from hit {search.offset}"
        raise QueryError("the hits to show", seen=seen, wanted=f"hits from 0 to {LAST}", next_step="Ask for others.")
    asked = asker.ask(search)
    ranking = Ranking(asked, search.sort, asker.searcher)
    first, page = ranking.page(search)
    counted = Counted(asked, search, asker.searcher, is_found=bool(page or first or not search.limit))
    snippets = Snippets(asked.sought)
    more = page and first + len(page) < counted.total
    return Results(
        query=search.query,
        total=counted.total,
        offset=first,
        limit=search.limit,
        hits=tuple(_hit(each.score, asker.searcher.doc(each.place), snippets) for each in page),
        counts=counted.facets(),
        others=counted.others(),
        cursor=ranking.cursor(first, page) if more else None,
        histogram=counted.histogram(),
    )


def identifiers(search: Search, asker: Asker) -> list[str]:
    """The identifiers of all that is found, in the order asked for; `limit` and where to begin are not heeded."""
    ranking = Ranking(asker.ask(search), search.sort, asker.searcher)
    return [asker.searcher.doc(each.place)["id"][0] for each in ranking.stretch(0, LAST)]


def _hit(score: float, document: Document, snippets: Snippets) -> Hit:
    return Hit(
        id=document["id"][0],
        collection=document["collection"][0],
        title=document["title"][0],
        kind=document.get_first("kind"),
        date=document.get_first("date"),
        place=document.get_first("place"),
        score=score,
        snippets=snippets.of(document),
    )
