"""What the index finds, against a slow look through every document of a small invented collection."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
from discovery_cases import SOURCE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fonds.discovery import Count, Index, Search, index_document
from fonds.discovery.tree import Dates, Fuzzy, Joined, Near, Node, Not, Prefix, Word, written
from fonds.record import Date, Mark, Note, Party, Record, Text

FORMS = [
    {"gunboat", "gunboats"}, {"treaty", "treaties"}, {"negotiate", "negotiated", "negotiation"}, {"spy", "spies"},
    {"harbour"}, {"the"}, {"alexeev"}, {"fleet"}, {"quay", "quays"},
]  # fmt: skip
WORDS = sorted(word for forms in FORMS for word in forms)
PRINTED = {"alexeev": "Alexéev", "treaty": "TREATY", "fleet": "fleet,", "quay": "quay—"}
KINDS = ["letter", "telegram", None]
YEARS = [1931, 1938, 1944]
PEOPLE = ["Edwin Pask", "Ida Tolliver", "Pask Ashdowne"]


@dataclass
class Described:
    """A document as the slow look sees it."""

    id: str
    kind: str | None
    days: tuple[int, int] | None
    people: list[str]
    layers: dict[str, list[str]]
    record: Record = field(repr=False)


def described(number: int, chance: random.Random) -> Described:
    pieces = [(chance.choice(WORDS), chance.choice([True, False, False, False])) for _ in range(chance.randint(1, 12))]
    content, marks = "", []
    for word, supplied in pieces:
        start = len(content)
        content += f"[{PRINTED.get(word, word)}]" if supplied else PRINTED.get(word, word)
        marks += [Mark("supplied", start, len(content))] if supplied else []
        content += chance.choice([" ", "\n\n"])
    title, note, summary = ([chance.choice(WORDS) for _ in range(length)] for length in (2, 3, 2))
    translation = [chance.choice(WORDS) for _ in range(chance.choice([0, 0, 4, 9]))]
    edtf, days = dated(chance)
    kind, people = chance.choice(KINDS), chance.sample(PEOPLE, chance.randint(0, 2))
    record = Record(
        id=f"{chance.choice(['east', 'west'])}/d{number}",
        collection="straits",
        title=" ".join(title),
        source=SOURCE,
        kind=kind,
        date=Date(edtf=edtf) if edtf else None,
        parties=tuple(Party("to", name) for name in people),
        summary=" ".join(summary),
        texts=(
            Text("en", "original", content.rstrip(), marks=tuple(marks), notes=(Note("1", None, " ".join(note)),)),
            *([Text("en", "translation", " ".join(translation))] if translation else []),
        ),
    )
    own = [word for word, supplied in pieces if not supplied]
    editor = [word for word, supplied in pieces if supplied] + summary
    layers = {"original": own, "translation": translation, "title": title, "note": note, "editor": editor}
    layers["to"] = layers["person"] = " \n ".join(people).lower().split(" ")
    return Described(record.id, kind, days, people, layers, record)


def dated(chance: random.Random) -> tuple[str | None, tuple[int, int] | None]:
    year, month, day = chance.choice(YEARS), chance.randint(1, 12), chance.randint(1, 28)
    whole = year * 10_000
    return chance.choice(
        [
            (None, None),
            (f"{year}", (whole + 101, whole + 1231)),
            (f"{year}-{month:02}-{day:02}", (whole + month * 100 + day,) * 2),
            (f"{year}-06/{year + 1}-06-15", (whole + 601, whole + 10_615)),
        ]
    )


CHANCE = random.Random(1962)  # noqa: S311 - the same collection every time
COLLECTION = [described(number, CHANCE) for number in range(150)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index.open(tmp_path_factory.mktemp("archive") / "index")
    with index.writer() as writer:
        for each in COLLECTION[:70]:
            writer.add(index_document(each.record))
        writer.commit()
        for each in COLLECTION[50:]:
            writer.replace(each.id, index_document(each.record))
        writer.commit()
    return index


def forms(word: str) -> set[str]:
    return next((each for each in FORMS if word in each), {word})


FIELDS = {None: ("original", "translation", "title"), "text": ("original", "translation")}


def fits(node: Node, document: Described, supplied: tuple[str, ...] = ()) -> bool:
    match node:
        case Joined("AND", parts):
            return all(fits(part, document, supplied) for part in parts)
        case Joined(_, parts):
            return any(fits(part, document, supplied) for part in parts)
        case Not(part):
            return not fits(part, document, supplied)
        case Dates(first, last):
            return dated_within(document.days, first, last)
        case Word(words, "kind"):
            return document.kind == words
    where = FIELDS.get(node.field, (node.field or "",)) + (supplied if node.field is None else ())
    return any(has(node, layer, document.layers[layer]) for layer in where)


def dated_within(days: tuple[int, int] | None, first: str | None, last: str | None) -> bool:
    after = days and (first is None or days[1] >= int(first.ljust(8, "0").replace("-", "").ljust(8, "0")))
    before = days and (last is None or days[0] <= int(last.replace("-", "").ljust(8, "9")))
    return bool(after and before)


def has(node: Node, name: str, layer: list[str]) -> bool:
    inflected = name not in {"to", "person"}
    match node:
        case Word(words, _, _, exact):
            if " " not in words:
                return bool((forms(words) if inflected and not exact else {words}) & set(layer))
            return any(layer[at : at + len(words.split())] == words.split() for at in range(len(layer)))
        case Prefix(words):
            return any(word.startswith(words) for word in layer)
        case Fuzzy(words, edits):
            return any(edited(words, word) <= edits for word in layer)
        case Near(words, distance):
            alternatives = [forms(word) if inflected else {word} for word in words.split()]
            places = [[at for at, word in enumerate(layer) if word in each] for each in alternatives]
            return any(max(chosen) - min(chosen) <= distance for chosen in product(*places))
    raise AssertionError


def edited(a: str, b: str) -> int:
    """How many letters left out, put in, changed, or turned round with their neighbour make one word the other."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i, j in product(range(1, len(a) + 1), range(1, len(b) + 1)):
        table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]


LAYERS_ASKED_FOR = {"notes": "note", "editor": "editor"}
ASKED_FOR: list[dict[str, Any]] = [{}, {"notes": True}, {"editor": True}, {"notes": True, "editor": True}]
WHERE = st.sampled_from([None, None, "title", "note", "text", "original", "translation", "editor"])
SOME = st.sampled_from(WORDS)
NAMES = ["pask", "tolliver", "edwin pask", "ida pask"]
START = st.just(0)
LEAVES = st.one_of(
    st.builds(Word, SOME, WHERE, START, st.booleans()),
    st.builds(Word, st.tuples(SOME, SOME).map(" ".join), WHERE, START),
    st.builds(Word, st.sampled_from(["letter", "telegram"]), st.just("kind"), START),
    st.builds(Word, st.sampled_from(NAMES), st.sampled_from(["to", "person"]), START),
    st.builds(Prefix, st.sampled_from(["ne", "negotiate", "qu", "gunb", "alexe", "zz"]), WHERE, START),
    st.builds(
        Near, st.lists(SOME, min_size=2, max_size=4, unique=True).map(" ".join), st.integers(1, 9), WHERE, START
    ),
    st.builds(Fuzzy, st.sampled_from(["gunbaot", "quya", "fleets", "spise"]), st.integers(1, 2), WHERE, START),
    st.builds(Dates, st.sampled_from([None, "1931", "1938-05"]), st.sampled_from(["1938", "1938-06-14"]), START),
)  # fmt: skip


def joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Joined, st.sampled_from(["AND", "OR"]), several), st.builds(Not, parts))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.recursive(LEAVES, joined, max_leaves=5), st.sampled_from(ASKED_FOR))
def test_queries_find_what_a_scan_finds(index: Index, node: Node, asked_for: dict[str, Any]) -> None:
    supplied = tuple(LAYERS_ASKED_FOR[name] for name in asked_for)
    wanted = [document for document in COLLECTION if fits(node, document, supplied)]
    results = index.search(Search(query=written(node), **asked_for, limit=200))
    assert sorted(hit.id for hit in results.hits) == sorted(document.id for document in wanted)
    assert results.total == len(wanted)
    assert results.counts["kind"] == counted(document.kind for document in wanted)


def counted(values: Iterator[str | None]) -> tuple[Count, ...]:
    counts = Counter(value for value in values if value)
    return tuple(Count(*each) for each in sorted(counts.items(), key=lambda each: (-each[1], each[0])))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(1930, 1946), st.integers(1, 12), st.integers(1930, 1946), st.sampled_from([*PEOPLE, "pask", None]))
def test_filters_find_what_a_scan_finds(index: Index, first: int, month: int, last: int, person: str | None) -> None:
    search = Search(date_from=f"{first}-{month:02}", date_to=f"{last}", person=person, limit=200)
    bounds = first * 10_000 + month * 100 + 1, last * 10_000 + 1231
    words = set((person or "").lower().split())
    wanted = {
        document.id
        for document in COLLECTION
        if document.days and document.days[1] >= bounds[0] and document.days[0] <= bounds[1]
        if words <= set(" ".join(document.people).lower().split())
    }
    assert {hit.id for hit in index.search(search).hits} == wanted


@pytest.mark.parametrize("query", ["", "the", "NOT the", "kind:letter", "ne*", "the OR quay* OR negotiate"])
def test_pages_together_hold_every_document_once(index: Index, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fonds.discovery.ranking._TIED", 2)
    whole = [hit.id for hit in index.search(Search(query=query, limit=200)).hits]
    pages = [
        hit.id for offset in range(0, 150, 7) for hit in index.search(Search(query=query, limit=7, offset=offset)).hits
    ]
    assert pages == whole
    assert len(set(whole)) == len(whole)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(LEAVES)
def test_what_is_highlighted_is_what_was_sought(index: Index, node: Node) -> None:
    for hit in index.search(Search(query=written(node), notes=True, editor=True, limit=30)).hits:
        assert not isinstance(node, Joined | Not)
        shown = not isinstance(node, Dates) and node.field not in {"kind", "to", "person"}
        assert bool(hit.snippets) == shown
        for snippet in hit.snippets:
            for start, end in snippet.highlights:
                assert sought(node, plain(snippet.text[start:end]))


def plain(words: str) -> str:
    folded = words.lower().replace("é", "e")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


def sought(node: Node, words: str) -> bool:
    match node:
        case Prefix(beginning):
            return words.startswith(beginning)
        case Fuzzy(word, edits):
            return edited(word, words) <= edits
        case Near(several):
            return any(words in forms(word) for word in several.split())
        case Word(word, _, _, exact):
            return words == word or (not exact and words in forms(word))
    raise AssertionError
