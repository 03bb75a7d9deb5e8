"""A search turned into what the index is asked: clauses over its fields, and what to point at in what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

import tantivy
from msgspec import Struct
from tantivy import FieldType, Occur, Query

from fonds.dates import day_bounds
from fonds.discovery.document import day_number
from fonds.discovery.query import Joined, Node, Not, Prefix, Word, parse_query, refusal
from fonds.discovery.results import Search
from fonds.discovery.schema import EXACT, LAYERS, exact, schema, stems, terms
from fonds.discovery.sought import Sought, begun, one_of, phrase
from fonds.errors import QueryError

_TITLE_WEIGHT: Final = 2.0
_LISTED_TERMS: Final = 100
"""The most terms of a field that a prefix is spelled out in, so that they weigh; beyond them a word is only found."""
_FORMS: Final = 5_000
"""The most terms of a field that are looked through for the other forms of a word."""
_OTHER_FORM: Final = 0.6
"""What another form of a word weighs beside the word as it was asked for."""
_PATTERN = re.compile(r"[\\.+*?()|\[\]{}^$]")
"""What would be more than itself in a regular expression."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)


class Asked(Struct, frozen=True):
    """What the index is asked. `sought`: layer -> what to point at in it; `weighed`: scores tell which fits best."""

    query: Query
    sought: dict[str, list[Sought]]
    weighed: bool


def ask(search: Search, searcher: tantivy.Searcher) -> Asked:
    """The search as the index understands it. Raises QueryError for what is not of the query language."""
    for value in (search.query, search.kind, search.person, search.place, search.collection):
        _check_unicode(value or "")
    asker = _Asker(search, searcher)
    node = parse_query(search.query)
    words = asker.node(node) if node else None
    if node and words is None:
        raise refusal(search.query, 0, "a word with a letter or a digit", "Ask for a word, or for nothing at all.")
    narrowing = [Query.const_score_query(each, 0.0) for each in _filters(search)]
    return Asked(_all([words or Query.all_query(), *narrowing]), asker.sought, node is not None and _weighs(node))


class _Asker:
    """Turns the tree of a query into clauses, and remembers by layer what to point at."""

    def __init__(self, search: Search, searcher: tantivy.Searcher) -> None:
        self.searcher = searcher
        self.fields = ["text", "title", *(["note"] if search.notes else []), *(["editor"] if search.editor else [])]
        self.sought: dict[str, list[Sought]] = {}
        self.negations = 0

    def node(self, node: Node) -> Query | None:
        """The clause; None where the words have neither letter nor digit, and nothing depends on them."""
        match node:
            case Joined():
                return self.joined(node)
            case Not():
                self.negations += 1
                part = self.node(node.part)
                self.negations -= 1
                return part and _none(part)
            case Word():
                return self.anywhere(node, self.words)
            case Prefix():
                return self.anywhere(node, self.prefix)

    def joined(self, node: Joined) -> Query | None:
        parts = [part for part in map(self.node, node.parts) if part is not None]
        if not parts:
            return None
        return _all(parts) if node.operator == "AND" else _some(parts)

    def anywhere(self, node: Word | Prefix, clause: Callable[[str, str], Query | None]) -> Query | None:
        fields = [{"place": "place_words"}.get(node.field, node.field)] if node.field else self.fields
        clauses = [(field, clause(field, node.words)) for field in fields]
        weighed = [_weighed(field, each) for field, each in clauses if each is not None]
        return _some(weighed) if weighed else None

    def words(self, field: str, words: str) -> Query | None:
        found = terms(field, words)
        if len(found) == 1 and field in LAYERS:
            return self.word(field, found[0])
        if found:
            self.seek(field, phrase(found))
        return _words_query(field, words)

    def word(self, field: str, word: str) -> Query:
        """The word in all its forms. Stemming what is asked costs far less than stemming all that is written."""
        found = [word, *(form for form in self.forms(field, word) if form != word)]
        self.seek(field, one_of(found))
        first, *others = (Query.term_query(schema(), field, form) for form in found)
        weighed = [first, *(Query.boost_query(other, _OTHER_FORM) for other in others)]
        return Query.disjunction_max_query(weighed) if others else first

    def forms(self, field: str, word: str) -> list[str]:
        (stem,) = stems([word])
        if len(stem) < 2:
            return []
        near = stem[: max(2, len(stem) - 1)]  # the last letter may be another: "spies" are "spi", and so is a "spy"
        written = [term for term, _ in self.searcher.terms_with_prefix(field, near, limit=_FORMS)]
        return [term for term, its_stem in zip(written, stems(written), strict=True) if its_stem == stem]

    def prefix(self, field: str, words: str) -> Query | None:
        if field in EXACT:
            return _begins(field, exact(field, words))
        *whole, beginning = terms(field, words) or [""]
        if not beginning:
            return None
        self.seek(field, begun(beginning))
        found = [term for term, _ in self.searcher.terms_with_prefix(field, beginning, limit=_LISTED_TERMS)]
        clauses = [Query.term_query(schema(), field, term) for term in found]
        if len(found) == _LISTED_TERMS:
            clauses.append(_begins(field, beginning))
        part = _some(clauses) if clauses else Query.empty_query()
        return _all([*filter(None, (_words_query(field, word) for word in whole)), part])

    def seek(self, field: str, sought: Sought) -> None:
        if field in LAYERS and not self.negations:
            self.sought.setdefault(field, []).append(sought)


def _weighs(node: Node) -> bool:
    """Whether the query tells documents that fit it better from others that fit it too."""
    match node:
        case Joined():
            return any(map(_weighs, node.parts))
        case Not():
            return False
        case _:
            return node.field not in {*EXACT, "place"}


def _words_query(field: str, words: str) -> Query | None:
    """One word, or several one after the other; None for words with neither letter nor digit."""
    found = terms(field, words)
    if len(found) > 1:
        return Query.phrase_query(schema(), field, list(found))
    return Query.term_query(schema(), field, found[0], "basic" if field in EXACT else "position") if found else None


def _begins(field: str, beginning: str) -> Query:
    return Query.regex_query(schema(), field, _PATTERN.sub(r"\\\g<0>", beginning) + ".*")


def _check_unicode(value: str) -> None:
    """Raises QueryError for half characters, which arguments and addresses that are not UTF-8 bring."""
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        seen = value.encode(errors="backslashreplace").decode()[:50]
        raise QueryError("the query", seen=seen, wanted="words in UTF-8", next_step="Write it in UTF-8.")


def _weighed(field: str, query: Query) -> Query:
    return Query.boost_query(query, _TITLE_WEIGHT) if field == "title" else query


def _all(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, each) for each in queries])


def _some(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, each) for each in queries])


def _none(query: Query) -> Query:
    everything = Query.const_score_query(Query.all_query(), 0.0)
    return Query.boolean_query([(Occur.Must, everything), (Occur.MustNot, query)])


def _filters(search: Search) -> list[Query]:
    clauses = [_exactly(field, value) for field, value in _exact(search) if value is not None]
    for field, names in (("person", search.person), ("place_words", search.place)):
        if names is not None:
            clauses.append(_named(field, names))
    return [*clauses, *_range(search.date_from, search.date_to)]


def _exact(search: Search) -> tuple[tuple[str, str | None], ...]:
    return ("kind", search.kind), ("collection", search.collection)


def _exactly(field: str, value: str) -> Query:
    return Query.term_query(schema(), field, exact(field, value), "basic")


def _named(field: str, names: str) -> Query:
    """All words of the name, in any order: "Reed, John" is "John Reed"; nothing fits a name without words."""
    clauses = [Query.term_query(schema(), field, term) for term in terms(field, names)]
    return _all(clauses) if clauses else Query.empty_query()


def _range(date_from: str | None, date_to: str | None) -> Iterable[Query]:
    if date_from is not None:
        lower, _ = _days(date_from, "the date from which to search")
        yield Query.range_query(schema(), "upper", FieldType.Integer, lower_bound=lower)
    if date_to is not None:
        _, upper = _days(date_to, "the date until which to search")
        yield Query.range_query(schema(), "lower", FieldType.Integer, upper_bound=upper)


def _days(date: str, thing: str) -> tuple[int, int]:
    first, last = day_bounds(date) if _DATE.fullmatch(date) else (None, None)
    if first is None or last is None:
        wanted = "a year, month or day of the calendar"
        raise QueryError(thing, seen=date, wanted=wanted, next_step="Write 1962, 1962-10 or 1962-10-27.")
    return day_number(first), day_number(last)
