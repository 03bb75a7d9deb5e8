"""What a search was understood as, how many documents each part of it finds, and what would find any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct
from tantivy import Query

from fonds.discovery.asking import Asker, narrowing
from fonds.discovery.clauses import Clauses
from fonds.discovery.combining import any_of
from fonds.discovery.counting import count
from fonds.discovery.fields import FIELDS
from fonds.discovery.other_values import other_values
from fonds.discovery.results import Search
from fonds.discovery.schema import LAYERS, NAMES, WHOLE, terms
from fonds.discovery.senses import Form, Why
from fonds.discovery.tree import Dates, Fuzzy, Joined, Near, Node, Not, Prefix, Word, written

_SHOWN_FORMS: Final = 50
_SUGGESTIONS: Final = 3
"""Other words that are suggested for one that is not in the index."""
_SMALL_OR: Final = re.compile(r"(?<=\w)(?<!\bAND)(?<!\bOR)(?<!\bNOT) or (?!(?:AND|OR|NOT)\b)(?=\w)")
_ALIKE: Final = 2
"""Edits that part a word from those suggested for it."""


class Stands(Struct, frozen=True):
    """Words that a word of the query stands for, why, and how many documents have them.

    `language`: only in texts of this language.
    """

    words: str
    why: Why
    count: int
    language: str | None = None


class Clause(Struct, frozen=True):
    """A part of a query as it was understood: in the query language and in words, and how many documents fit it alone.

    `forms` are what its words stand for, at most 50, the most frequent first; `parts` the clauses that it joins.
    """

    written: str
    means: str
    count: int
    forms: tuple[Stands, ...] = ()
    parts: tuple[Clause, ...] = ()


class Narrowing(Struct, frozen=True):
    """What a search is narrowed by beside its query, and how many documents fit it alone."""

    means: str
    count: int


class Advice(Struct, frozen=True):
    """What else could be asked, and how many documents that finds. `query`: where another query would do it."""

    means: str
    count: int
    query: str | None = None


class Explanation(Struct, frozen=True):
    """A search as it was understood. `clause` is None for an empty query, which finds everything.

    `searched`: the layers in which words of no field are looked for. `none_because` and `advice` are for a search that
    finds nothing: the parts that nothing fits, and what would find something, the most first.
    """

    query: str
    understood: str
    total: int
    searched: tuple[str, ...]
    variants: bool
    clause: Clause | None
    narrowed: tuple[Narrowing, ...]
    none_because: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()


def explain(search: Search, asker: Asker) -> Explanation:
    """What the search was understood as. Raises QueryError for one that is not of the query language."""
    return _Explainer(search, asker).explained()


class _Explainer:
    def __init__(self, search: Search, asker: Asker) -> None:
        self.search = search
        self.asker = asker
        self.clauses: Clauses = asker.clauses(search)

    def explained(self) -> Explanation:
        node = self.asker.parsed(self.search)
        total = self.total(self.search)
        clause = self.clause(node) if node else None
        narrowed = tuple(Narrowing(means, self.count(query)) for means, query in self.narrowed())
        none_because = tuple(dict.fromkeys(self.fitting_none(clause, narrowed))) if not total else ()
        return Explanation(
            query=self.search.query,
            understood=written(node) if node else "everything",
            total=total,
            searched=tuple(self.clauses.fields),
            variants=self.search.variants,
            clause=clause,
            narrowed=narrowed,
            none_because=none_because,
            advice=tuple(sorted(self.advice(node), key=lambda each: -each.count)) if not total else (),
        )

    def narrowed(self) -> list[tuple[str, Query]]:
        return narrowing(self.search, self.asker.elsewhere)

    def count(self, query: Query | None) -> int:
        return count(self.asker.searcher, query) if query is not None else 0

    def total(self, search: Search) -> int:
        return self.count(self.asker.ask(search).query)

    def clause(self, node: Node) -> Clause:
        parts: Iterable[Node] = ()
        if isinstance(node, Joined):
            parts = node.parts
        elif isinstance(node, Not):
            parts = (node.part,)
        elif isinstance(node, Near):
            parts = tuple(Word(word, node.field, node.start) for word in terms(node.words))
        count = self.count(self.clauses.node(node))
        return Clause(written(node), self.means(node), count, self.stands(node), tuple(map(self.clause, parts)))

    def means(self, node: Node) -> str:
        match node:
            case Joined():
                return "all of these" if node.operator == "AND" else "at least one of these"
            case Not():
                return "not this"
            case Dates():
                return f"dates that may fall in {node.first or 'the past'} to {node.last or 'the present'}"
            case _:
                where = f"{node.field} ({FIELDS[node.field].about})" if node.field else ", ".join(self.clauses.fields)
                return f"{_asked_for(node)}, in {where}"

    def stands(self, node: Node) -> tuple[Stands, ...]:
        """What the words of a leaf stand for, the most frequent first; what the index does not have is left out."""
        if not isinstance(node, Word | Fuzzy | Prefix):
            return ()
        names = self.clauses.searched(FIELDS.get(node.field or ""))
        found: dict[tuple[str, ...], list[tuple[str, Form]]] = {}
        for name in names:
            for form in self.forms(name, node):
                found.setdefault(form.words, []).append((name, form))
        stands = [self.stand(forms) for forms in list(found.values())[:_SHOWN_FORMS]]
        shown = (each for each in stands if each.count or each.why == "as written")
        return tuple(sorted(shown, key=lambda each: (-each.count, each.words)))

    def stand(self, forms: list[tuple[str, Form]]) -> Stands:
        """One form, in the layers that are searched for it and the languages in which it stands for the word."""
        first = forms[0][1]
        count = self.count(any_of([self.clauses.one_of(name, [form]) for name, form in forms]))
        languages = dict.fromkeys(form.language for _, form in forms)
        language = None if None in languages else ", ".join(sorted(filter(None, languages)))
        return Stands(" ".join(first.words), first.why, count, language)

    def forms(self, name: str, node: Word | Fuzzy | Prefix) -> list[Form]:
        words = tuple(terms(node.words))
        senses = self.clauses.senses
        if not words or name not in {*LAYERS, *NAMES}:
            return []
        match node:
            case Prefix():
                return senses.beginning(name, words[-1], _SHOWN_FORMS)
            case Fuzzy():
                return senses.edited(name, words[0], node.edits)
            case Word():
                return [Form(words)] if node.exact else senses.of(name, words)

    def fitting_none(self, clause: Clause | None, narrowed: Iterable[Narrowing]) -> Iterator[str]:
        """The smallest parts that nothing fits though something must."""
        yield from (each.means for each in narrowed if not each.count)
        if clause and not clause.count:
            inner = [name for part in clause.parts for name in self.fitting_none(part, ())]
            yield from inner or [clause.written]

    def advice(self, node: Node | None) -> Iterator[Advice]:
        """What would find something."""
        asked = [*self.in_capitals(), *self.without_a_part(node), *self.spelled_otherwise(node), *self.wider()]
        if self.narrowed():
            alone = Search(query=self.search.query, notes=self.search.notes, editor=self.search.editor)
            asked.append(
                ("the same words, with nothing else set", msgspec.structs.replace(alone, variants=self.search.variants))
            )
        for means, search in asked:
            if count := self.total(search):
                yield Advice(means, count, search.query if search.query != self.search.query else None)

    def in_capitals(self) -> Iterator[tuple[str, Search]]:
        """Where "or" stands between two words, who asks may mean the operator."""
        meant = _SMALL_OR.sub(" OR ", self.search.query)
        if meant != self.search.query and '"' not in meant:
            yield "OR in capitals, for either", self.asking(meant)

    def without_a_part(self, node: Node | None) -> Iterator[tuple[str, Search]]:
        if isinstance(node, Joined) and node.operator == "AND":
            for left_out in node.parts:
                parts = tuple(part for part in node.parts if part is not left_out)
                rest = parts[0] if len(parts) == 1 else Joined("AND", parts)
                yield f"without {written(left_out)}", self.asking(written(rest))

    def spelled_otherwise(self, node: Node | None) -> Iterator[tuple[str, Search]]:
        for word in _words(node):
            query = self.search.query
            as_it_stands = query[word.start :][: len(word.words)] == word.words
            for other in () if self.count(self.clauses.node(word)) else self.suggestions(word):
                if as_it_stands and " " not in other:
                    replaced = query[: word.start] + other + query[word.start + len(word.words) :]
                else:
                    replaced = written(_with(node, word, other))
                yield f"{other} for {word.words}", self.asking(replaced)

    def suggestions(self, word: Word) -> list[str]:
        """The most frequent words of the index that are spelled nearly so, or the values that may be meant."""
        if word.field and FIELDS[word.field].how == "whole":
            return other_values(word.words, word.field, self.asker.vocabulary)
        found = terms(word.words)
        if len(found) != 1 or len(found[0]) < 3:
            return []
        names = [name for name in self.clauses.searched(FIELDS.get(word.field or "")) if name not in WHOLE]
        counted: dict[str, tuple[int, int]] = {}
        for name in names:
            frequencies = self.asker.vocabulary.terms(name)
            for term, edits in self.asker.vocabulary.within(name, found[0], _ALIKE):
                counted[term] = (edits, counted.get(term, (0, 0))[1] - frequencies[term])
        return sorted(counted, key=lambda term: counted[term])[:_SUGGESTIONS]

    def wider(self) -> Iterator[tuple[str, Search]]:
        search = self.search
        if not search.variants:
            yield "with other spellings of names", msgspec.structs.replace(search, variants=True)
        if not (search.notes and search.editor):
            widened = msgspec.structs.replace(search, notes=True, editor=True)
            yield "in the editors’ notes and insertions too", widened
        for facet in search.include:
            rest = {name: values for name, values in search.include.items() if name != facet}
            yield f"of any {facet}", msgspec.structs.replace(search, include=rest)
        for facet in search.exclude:
            rest = {name: values for name, values in search.exclude.items() if name != facet}
            yield f"with no {facet} left out", msgspec.structs.replace(search, exclude=rest)
        for names in (("kind",), ("person",), ("place",), ("collection",), ("within",), ("working_set",), _DAYS):
            if any(getattr(search, name) is not None for name in names):
                yield f"of any {_FILTERS[names[0]]}", msgspec.structs.replace(search, **dict.fromkeys(names))

    def asking(self, query: str) -> Search:
        return msgspec.structs.replace(self.search, query=query)


_DAYS: Final = ("date_from", "date_to")
_FILTERS: Final = {
    "kind": "kind", "person": "person", "place": "place", "collection": "collection", "within": "set of records",
    "working_set": "working set", "date_from": "date",
}  # fmt: skip


def _with(node: Node | None, word: Word, other: str) -> Node:
    """The tree with another word in the place of one."""
    if isinstance(node, Joined):
        return Joined(node.operator, tuple(_with(part, word, other) for part in node.parts))
    return Word(other, word.field, word.start) if node is None or node == word else node


def _words(node: Node | None) -> Iterator[Word]:
    """The single words that are asked for."""
    match node:
        case Joined():
            for part in node.parts:
                yield from _words(part)
        case Word(exact=False):
            yield node


def _asked_for(node: Word | Near | Fuzzy | Prefix) -> str:
    match node:
        case Near():
            return f"these words, no two of them more than {node.distance} apart"
        case Fuzzy():
            return (
                f"words that {node.edits} edits make of {node.words}"
                if node.edits > 1
                else f"words one edit from {node.words}"
            )
        case Prefix():
            return f"words that begin with {node.words}"
        case Word():
            if node.field and (FIELDS[node.field].how == "whole" or node.field == "set"):
                return f"the value {node.words}"
            if len(terms(node.words)) > 1:
                return "these words, one after the other"
            return "this word as it is written" if node.exact else "this word in all its forms"
