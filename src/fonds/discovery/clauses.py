"""The tree of a query turned into clauses over the fields of the index, and what to point at in what they find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from tantivy import FieldType, Query

from fonds.discovery.combining import all_of, any_of, best_of, none_of
from fonds.discovery.days import day_range
from fonds.discovery.fields import FIELDS, Field
from fonds.discovery.membership import Members
from fonds.discovery.nearness import Nearness, spoken
from fonds.discovery.schema import LAYERS, WHOLE, schema, terms, whole
from fonds.discovery.senses import Form, Senses
from fonds.discovery.sought import Sought, begun, near, one_of
from fonds.discovery.tokens import refusal
from fonds.discovery.tree import Dates, Fuzzy, Joined, Near, Node, Not, Prefix, Word
from fonds.errors import NotFoundError

Elsewhere = Callable[[str], Members]
"""What others than this index know: words -> the records that fit them. Raises NotFoundError."""

_EMPHASIS: Final = {"head": 1.1, "opening": 0.7}
"""What a word weighs in the head of a document, and in its opening, beside the same word elsewhere in it."""
_OTHERS: Final = 0.4
"""What the other layers that have a word count for beside the best one."""
_OTHER_FORM: Final = 0.6
"""What another form of a word weighs beside the word as it was asked for."""
_LISTED_TERMS: Final = 100
"""The most terms of a field that a prefix is spelled out in, so that they weigh; beyond them a word is only found."""
MOST_NEAR: Final = 5
"""Words that can be asked for near each other."""
_PATTERN = re.compile(r"[\\.+*?()|\[\]{}^$]")
"""What would be more than itself in a regular expression."""


class Clauses:
    """Turns nodes into clauses, and remembers by layer what to point at.

    `fields`: where words of no field are looked for. `elsewhere`: fields that another index answers.
    """

    def __init__(
        self,
        query: str,
        senses: Senses,
        nearness: Nearness,
        fields: Sequence[str],
        elsewhere: Mapping[str, Elsewhere],
    ) -> None:
        self.query = query
        self.senses = senses
        self.nearness = nearness
        self.fields = fields
        self.elsewhere = elsewhere
        self.sought: dict[str, list[Sought]] = {}
        self.negations = 0

    def node(self, node: Node) -> Query | None:
        """The clause; None where the words have neither letter nor digit, and nothing depends on them."""
        match node:
            case Joined():
                parts = [part for part in map(self.node, node.parts) if part is not None]
                return (all_of if node.operator == "AND" else any_of)(parts) if parts else None
            case Not():
                self.negations += 1
                part = self.node(node.part)
                self.negations -= 1
                return part and none_of(part)
            case Dates():
                return days_clause(node.first, node.last)
            case _:
                return self.leaf(node)

    def leaf(self, node: Word | Near | Fuzzy | Prefix) -> Query | None:
        field = FIELDS[node.field] if node.field else None
        if field and field.how == "elsewhere":
            return self.answered_elsewhere(node)
        clauses = [clause for name in self.searched(field) if (clause := self.clause(name, node)) is not None]
        # The best layer weighs, not their sum: a word of a title is nearly always a word of the text too.
        return best_of([*clauses, *self.emphasis(node)], _OTHERS) if clauses else None

    def emphasis(self, node: Word | Near | Fuzzy | Prefix) -> Iterator[Query]:
        """What lets a word weigh more where documents say what they are about; it finds nothing else."""
        found = terms(node.words)
        if isinstance(node, Word) and node.field is None and len(found) == 1 and not self.negations:
            for name, weight in _EMPHASIS.items():
                yield Query.boost_query(Query.term_query(schema(), name, found[0], "freq"), weight)

    def searched(self, field: Field | None) -> Sequence[str]:
        """The fields of the index that a field of a query stands for."""
        return field.by if field else self.fields

    def answered_elsewhere(self, node: Word | Near | Fuzzy | Prefix) -> Query:
        answer = self.elsewhere.get(node.field or "")
        if answer is None:
            raise refusal(self.query, node.start, "a field that is answered here", "Leave it out.")
        try:
            return Query.const_score_query(answer(node.words).all, 0.0)
        except NotFoundError as error:
            raise refusal(self.query, node.start, error.wanted, error.next_step) from error

    def clause(self, name: str, node: Word | Near | Fuzzy | Prefix) -> Query | None:
        """The node in one field of the index; None where its words are none."""
        match node:
            case Word():
                return self.words(name, node)
            case Prefix():
                return self.beginning(name, node.words)
            case Fuzzy():
                return self.edited(name, node)
            case Near():
                return self.near(name, node)

    def words(self, name: str, node: Word) -> Query | None:
        if _is_whole(name):
            value = whole(name, node.words)
            return _exactly(name, value) if value else None
        found = tuple(terms(node.words))
        if not found:
            return None
        forms = [Form(found)] if node.exact else self.senses.of(name, found)
        self.seek(name, one_of(form.words for form in forms))
        return self.one_of(name, forms)

    def one_of(self, name: str, forms: Sequence[Form]) -> Query:
        """Any of the forms; the best of them weighs."""
        free = [_form(name, form) for form in forms if form.language is None]
        bound = {form.language: [_form(name, each) for each in forms if each.language == form.language]
                 for form in forms if form.language is not None}  # fmt: skip
        within = [all_of([best_of(each), spoken(name, language)]) for language, each in bound.items()]
        return best_of([*free, *within])

    def beginning(self, name: str, words: str) -> Query | None:
        if _is_whole(name):
            return _begins(name, whole(name, words))
        *complete, beginning = terms(words) or [""]
        if not beginning:
            return None
        self.seek(name, begun(beginning))
        forms = self.senses.beginning(name, beginning, _LISTED_TERMS)
        clauses = [_form(name, form) for form in forms]
        if len(forms) == _LISTED_TERMS:
            clauses.append(_begins(name, beginning))
        part = any_of(clauses) if clauses else Query.empty_query()
        return all_of([*(_form(name, Form((word,))) for word in complete), part])

    def edited(self, name: str, node: Fuzzy) -> Query | None:
        found = terms(node.words)
        if len(found) != 1:
            return None
        forms = self.senses.edited(name, found[0], node.edits)
        if not forms:
            return Query.empty_query()
        self.seek(name, one_of(form.words for form in forms))
        return self.one_of(name, forms)

    def near(self, name: str, node: Near) -> Query | None:
        words = terms(node.words)
        most = MOST_NEAR if name in LAYERS else 2
        if not most >= len(set(words)) == len(words) > 1:
            wanted = f"two to {most} different words" if most > 2 else f"two different words of {node.field}:"
            raise refusal(self.query, node.start, wanted, 'Write "two words"~8.')
        forms = [[form for form in self.senses.of(name, (word,)) if len(form.words) == 1] for word in words]
        self.seek(name, near([_terms(each) for each in forms], node.distance))
        spoken = {form.language: None for each in forms for form in each}
        return any_of([self.near_in(name, forms, node.distance, language) for language in spoken])

    def near_in(self, name: str, forms: Sequence[Sequence[Form]], distance: int, language: str | None) -> Query:
        """The words in their forms of one language, in texts of it; or in those forms that hold for every text."""
        alternatives = tuple(_terms(form for form in each if form.language in {None, language}) for each in forms)
        return self.nearness.clause(name, alternatives, distance, language)

    def seek(self, name: str, sought: Sought) -> None:
        if name in LAYERS and not self.negations:
            self.sought.setdefault(name, []).append(sought)


def _is_whole(name: str) -> bool:
    return name in WHOLE


def _exactly(name: str, value: str) -> Query:
    return Query.const_score_query(Query.term_query(schema(), name, value, "basic"), 0.0)


def _form(name: str, form: Form) -> Query:
    query = (
        Query.term_query(schema(), name, form.words[0])
        if len(form.words) == 1
        else Query.phrase_query(schema(), name, list(form.words))
    )
    return query if form.why in {"as written", "beginning"} else Query.boost_query(query, _OTHER_FORM)


def _begins(name: str, beginning: str) -> Query:
    return Query.regex_query(schema(), name, _PATTERN.sub(r"\\\g<0>", beginning) + ".*")


def _terms(forms: Iterable[Form]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.words[0] for form in forms))


def days_clause(first: str | None, last: str | None) -> Query:
    """Documents whose date may fall between two days, months or years; never an undated one. Both were looked at."""
    lower, upper = day_range(first) if first else None, day_range(last) if last else None
    clauses = []
    if lower or not upper:
        clauses.append(_days("upper", lower_bound=lower[0] if lower else None))
    if upper:
        clauses.append(_days("lower", upper_bound=upper[1]))
    return all_of(clauses)


def _days(name: str, lower_bound: int | None = None, upper_bound: int | None = None) -> Query:
    days = Query.range_query(schema(), name, FieldType.Integer, lower_bound=lower_bound, upper_bound=upper_bound)
    return Query.const_score_query(days, 0.0)


def weighs(node: Node) -> bool:
    """Whether the node tells documents that fit it better from others that fit it too."""
    match node:
        case Joined():
            return any(map(weighs, node.parts))
        case Not() | Dates():
            return False
        case _:
            return node.field is None or FIELDS[node.field].how in {"words", "names"}
