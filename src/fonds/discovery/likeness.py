"""More like this: documents that share rare words, people or days with one, weighed, and on what evidence.

The words that weigh most in a document are looked for in the others, as a search would weigh them (more like this,
by BM25), and so are its people, those who are in few documents above all. What weighs how much was tried on what
editors cite in one half of the volumes: `benchmarks/similarity.py`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Final, Literal, cast

from msgspec import Struct
from tantivy import DocAddress, Document, Query

from fonds.discovery.asking import Asker
from fonds.discovery.clauses import days_clause
from fonds.discovery.combining import all_of, any_of, best_of
from fonds.discovery.document import IndexDocument
from fonds.discovery.membership import Members
from fonds.discovery.schema import schema
from fonds.discovery.shared import Passage, Run, Worded, rarest, rarity_of, weight

Reason = Literal["phrases", "days", "people", "citations"]
MOST: Final[dict[Reason, float]] = {"phrases": 60, "days": 20, "people": 10, "citations": 30}
"""Reason -> the points that it gives at most."""

_WORDS: Final = 25
"""Words of a document that are looked for in others."""
_COMMON: Final = 0.2
"""The share of documents beyond which a word tells nothing."""
_SHORT: Final = 2
"""Letters of words that are not looked for."""
_PEOPLE: Final = 40
"""People of a document who are looked for in others: the rarest."""
_LOOKED_AT: Final = 300
"""Documents that are weighed for each reason."""
_NEAR: Final = 30
"""Days apart at which two documents get half of the points for days."""
_FAR: Final = 366
"""Days apart from which they get none."""
_SHOWN_WORDS: Final = 8
_SHOWN_PASSAGES: Final = 3
_SAME_TEXT: Final = 0.8
"""The share of the shorter text that the other has too from which both are told to be the same text."""
_NO_CHANCE: Final = 6
"""Words of a stretch that two texts do not both have by chance."""
_ANY_TEXT: Final = 30
"""Words of the shortest text that is told to be another's."""
_TEXTS: Final = ("text", "translation")

Points = dict[Reason, float]


class Shared(Struct, frozen=True):
    """A word or a person that two documents share, and how many documents of the archive have it."""

    name: str
    records: int


class SharedPhrase(Struct, frozen=True):
    """Words that two documents share, as printed in each, and how many documents have the rarest eight of them."""

    here: Passage
    there: Passage
    records: int


class Likeness(Struct, frozen=True):
    """A document that is like another: the points that each reason gives, and the evidence.

    `days_apart` at most, where both are dated; `to_the_day`: both to a day. `same_text`: the share of the shorter
    one's words that the other has in the same order, where that is most of them.
    """

    id: str
    title: str
    kind: str | None
    date: str | None
    points: Points
    people: tuple[Shared, ...]
    days_apart: int | None
    to_the_day: bool
    words: tuple[Shared, ...]
    phrases: tuple[SharedPhrase, ...]
    same_text: float | None

    @property
    def score(self) -> float:
        """The sum of the points."""
        return round(sum(self.points.values()), 1)


def likenesses(
    document: IndexDocument,
    asker: Asker,
    *,
    without: Iterable[Reason] = (),
    beside: Mapping[str, float] | None = None,
    limit: int = 10,
) -> tuple[Likeness, ...]:
    """The documents that are most like one, the most alike first.

    `without`: reasons that count for nothing. `beside`: points for citations, by identifier, which others work out.
    """
    compared = _Compared(document, asker)
    weighed = _Weighed(compared, set(without))
    if beside and "citations" not in without:
        connected = compared.found(Members(beside).all)
        points = {order: (beside[compared.identifier(place)], place) for order, (_, place) in connected.items()}
        weighed.take("citations", points, 1.0)
    best = weighed.best(limit)
    people = compared.shared_people([place for _, place, points in best if "people" in points])
    return tuple(compared.likeness(place, points, people.get(order, ())) for order, place, points in best)


class _Weighed:
    """Documents with the points that each reason gives them."""

    def __init__(self, compared: _Compared, without: set[Reason]) -> None:
        self._points: dict[int, Points] = {}
        self._places: dict[int, DocAddress] = {}
        own = compared.document.order
        for reason, query in (("phrases", compared.words_clause()), ("people", compared.people_clause())):
            if reason not in without and query is not None:
                found = compared.found(query)
                whole = found[own][0] if own in found else max((score for score, _ in found.values()), default=1.0)
                self.take(cast("Reason", reason), found, MOST[cast("Reason", reason)] / whole if whole else 0.0)
        if "days" not in without and compared.days is not None:
            self._places |= {order: place for order, (_, place) in compared.found(compared.days_clause()).items()}
            for order, points in compared.near(self._places).items():
                self._points.setdefault(order, {})["days"] = points
        self._own = own

    def take(self, reason: Reason, found: Mapping[int, tuple[float, DocAddress]], unit: float) -> None:
        for order, (score, place) in found.items():
            self._places[order] = place
            self._points.setdefault(order, {})[reason] = round(min(MOST[reason], score * unit), 1)

    def best(self, limit: int) -> list[tuple[int, DocAddress, Points]]:
        self._points.pop(self._own, None)
        ranked = sorted(self._points, key=lambda order: (-sum(self._points[order].values()), order))
        return [(order, self._places[order], self._points[order]) for order in ranked[: max(0, limit)]]


class _Compared:
    """The document that others are compared with."""

    def __init__(self, document: IndexDocument, asker: Asker) -> None:
        self.document = document
        self._searcher = asker.searcher
        self._documents = max(1, asker.searcher.num_docs)
        self._frequencies = [asker.vocabulary.terms(layer) for layer in _TEXTS]
        self._people = asker.vocabulary.terms("person_name")
        self.rarity = rarity_of(self.frequency, self._documents)
        self.worded = Worded(" ".join(filter(None, (document.text, document.translation))))
        self.days = _days(document.lower, document.upper)

    def found(self, query: Query) -> dict[int, tuple[float, DocAddress]]:
        """The best documents by their number in order."""
        hits: list[tuple[float, DocAddress]] = self._searcher.search(query, _LOOKED_AT, count=False).hits
        orders = cast("list[int]", self._searcher.fast_field_values("order", [place for _, place in hits]))
        return dict(zip(orders, hits, strict=True))

    def frequency(self, word: str) -> int:
        """How many documents have a word."""
        texts, translations = self._frequencies
        return texts.get(word, 0) + translations.get(word, 0)

    @cached_property
    def telling(self) -> list[str]:
        """The words that tell most of the document: frequent in it and rare elsewhere, the most telling first."""
        most = max(2, self._documents * _COMMON)
        counts = ((word, count) for word, count in Counter(self.worded.words).items() if len(word) > _SHORT)
        weights = {
            word: (1 + math.log(count)) * self.rarity(word)
            for word, count in counts
            if 1 < self.frequency(word) <= most
        }
        return sorted(weights, key=lambda word: (-weights[word], word))[:_WORDS]

    @cached_property
    def people(self) -> dict[str, int]:
        """Who is in the document and in others, the rarest first, each with the number of documents."""
        known = {name: self._people.get(name, 0) for name in self.document.person_name}
        shared = sorted((name for name, count in known.items() if count > 1), key=lambda name: (known[name], name))
        return {name: known[name] for name in shared[:_PEOPLE]}

    def words_clause(self) -> Query | None:
        terms = [[Query.term_query(schema(), layer, word) for layer in _TEXTS] for word in self.telling]
        return any_of([best_of(each) for each in terms]) if terms else None

    def people_clause(self) -> Query | None:
        terms = [Query.term_query(schema(), "person_name", name, "basic") for name in self.people]
        return any_of(terms) if terms else None

    def days_clause(self) -> Query:
        """Documents of the same days."""
        first, last = (date.fromordinal(day).isoformat() for day in self.days or (1, 1))
        return days_clause(first, last)

    def near(self, places: Mapping[int, DocAddress]) -> dict[int, float]:
        """The points for days of those that are not far from the document."""
        addresses = list(places.values())
        lower = cast("list[int]", self._searcher.fast_field_values("lower", addresses))
        upper = cast("list[int]", self._searcher.fast_field_values("upper", addresses))
        apart = {order: self.apart(*span) for order, *span in zip(places, lower, upper, strict=True)}
        return {order: round(MOST["days"] / (1 + days / _NEAR), 1)
                for order, days in apart.items() if days is not None and days < _FAR}  # fmt: skip

    def apart(self, lower: int, upper: int) -> int | None:
        """How many days lie between two documents at most; None where a date leaves that open."""
        days = _days(lower, upper)
        return max(days[1] - self.days[0], self.days[1] - days[0]) if days and self.days else None

    def likeness(self, place: DocAddress, points: Points, people: tuple[Shared, ...]) -> Likeness:
        """The evidence for the points of a document."""
        document = self._searcher.doc(place)
        lower, upper = (self.day(name, place) for name in ("lower", "upper"))
        worded = "phrases" in points
        other = Worded(" ".join(filter(None, (_stored(document, layer) for layer in _TEXTS if worded))))
        has, runs = set(other.words), list(self.worded.runs(other))
        return Likeness(
            id=str(document["id"][0]),
            title=str(document["title"][0]),
            kind=document.get_first("kind"),
            date=document.get_first("date"),
            points=points,
            people=people,
            days_apart=self.apart(lower, upper) if "days" in points else None,
            to_the_day="days" in points and lower == upper and self.document.lower == self.document.upper,
            words=tuple(Shared(word, self.frequency(word)) for word in self.telling if word in has)[:_SHOWN_WORDS],
            phrases=tuple(self.phrases(other, runs)),
            same_text=self.same_text(other, runs),
        )

    def identifier(self, place: DocAddress) -> str:
        return str(self._searcher.doc(place)["id"][0])

    def day(self, name: str, place: DocAddress) -> int:
        return cast("list[int]", self._searcher.fast_field_values(name, [place]))[0]

    def shared_people(self, places: Sequence[DocAddress]) -> dict[int, tuple[Shared, ...]]:
        """Who is in each of some documents too, by their number in order; the rarest first."""
        among = Members(map(self.identifier, places)).all
        found: dict[int, tuple[Shared, ...]] = {}
        for name, records in self.people.items():
            having = all_of([Query.term_query(schema(), "person_name", name, "basic"), among])
            for order in self.found(having):
                found[order] = (*found.get(order, ()), Shared(name, records))
        return found

    def phrases(self, other: Worded, runs: Sequence[Run]) -> Iterable[SharedPhrase]:
        """The rarest stretches that both have: so rare that chance would give not one document all of the words."""
        rare = [(weight(self.worded.words[run.here :][: run.length], self.rarity), run) for run in runs]
        best = sorted(
            ((rank, run) for rank, run in rare if rank >= math.log(self._documents)), key=lambda each: -each[0]
        )
        for _, run in best[:_SHOWN_PASSAGES]:
            words = rarest(self.worded.words[run.here :][: run.length], self.rarity)
            here, there = self.worded.passage(run.here, run.length), other.passage(run.there, run.length)
            yield SharedPhrase(here, there, self.having(words))

    def having(self, words: list[str]) -> int:
        """How many documents have these words one after the other."""
        query = any_of([Query.phrase_query(schema(), layer, list(words)) for layer in _TEXTS])
        found: Any = self._searcher.search(query, 1)
        return int(found.count)

    def same_text(self, other: Worded, runs: Sequence[Run]) -> float | None:
        """The share of the shorter text's words that stand in the other too, in stretches no chance would make."""
        mine, theirs = len(self.worded.words), len(other.words)
        shorter = min(mine, theirs)
        long = [run for run in runs if run.length >= _NO_CHANCE]
        starts = [(run.here if mine <= theirs else run.there, run.length) for run in long]
        covered = {place for start, length in starts for place in range(start, start + length)}
        share = len(covered) / shorter if shorter >= _ANY_TEXT else 0.0
        return round(share, 2) if share >= _SAME_TEXT else None


def _stored(document: Document, layer: str) -> str:
    return cast("str", document.get_first(layer) or "")


def _days(lower: int, upper: int) -> tuple[int, int] | None:
    """First and last day, counted; None for a date that is open at an end, or of before the year 1."""
    first, last = _day(lower), _day(upper)
    return (first, last) if first and last and first <= last else None


@lru_cache(maxsize=65536)
def _day(number: int) -> int | None:
    try:
        return date(number // 10_000, number // 100 % 100, number % 100).toordinal()
    except ValueError:
        return None
