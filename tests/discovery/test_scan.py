"""What the index finds, against a slow look through every document of a small invented collection."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from discovery_cases import SOURCE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fonds.discovery import Count, Index, Search, index_document
from fonds.discovery.query import Joined, Node, Not, Prefix, Word
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
        texts=(Text("en", "original", content.rstrip(), marks=tuple(marks), notes=(Note("1", None, " ".join(note)),)),),
    )
    own = [word for word, supplied in pieces if not supplied]
    editor = [word for word, supplied in pieces if supplied] + summary
    layers = {"text": own, "title": title, "note": note, "editor": editor}
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


def fits(node: Node, document: Described, searched: tuple[str, ...]) -> bool:
    match node:
        case Joined("AND", parts):
            return all(fits(part, document, searched) for part in parts)
        case Joined(_, parts):
            return any(fits(part, document, searched) for part in parts)
        case Not(part):
            return not fits(part, document, searched)
        case Word(words, "kind"):
            return document.kind == words
        case Word(words, where):
            return any(has(words.split(), document.layers[layer]) for layer in ([where] if where else searched))
        case Prefix(words, where):
            written = (word for layer in ([where] if where else searched) for word in document.layers[layer])
            return any(word.startswith(words) for word in written)
    raise AssertionError


def has(words: list[str], layer: list[str]) -> bool:
    if len(words) == 1:
        return bool(forms(words[0]) & set(layer))
    return any(layer[at : at + len(words)] == words for at in range(len(layer)))


def written(node: Node) -> str:
    match node:
        case Joined(operator, parts):
            return "(" + f" {operator} ".join(map(written, parts)) + ")"
        case Not(part):
            return f"NOT {written(part)}"
        case Word(words, where):
            return (f"{where}:" if where else "") + (f'"{words}"' if " " in words else words)
        case Prefix(words, where):
            return (f"{where}:" if where else "") + f"{words}*"
    raise AssertionError


LAYERS_ASKED_FOR = {"notes": "note", "editor": "editor"}
ASKED_FOR: list[dict[str, Any]] = [{}, {"notes": True}, {"editor": True}, {"notes": True, "editor": True}]
WHERE = st.sampled_from([None, None, "title", "note"])
LEAVES = st.one_of(
    st.builds(Word, st.sampled_from(WORDS), WHERE, st.just(0)),
    st.builds(Word, st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(" ".join), WHERE, st.just(0)),
    st.builds(Word, st.sampled_from(["letter", "telegram"]), st.just("kind"), st.just(0)),
    st.builds(Prefix, st.sampled_from(["ne", "negotiate", "qu", "gunb", "alexe", "zz"]), WHERE, st.just(0)),
)


def joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Joined, st.sampled_from(["AND", "OR"]), several), st.builds(Not, parts))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.recursive(LEAVES, joined, max_leaves=5), st.sampled_from(ASKED_FOR))
def test_queries_find_what_a_scan_finds(index: Index, node: Node, asked_for: dict[str, Any]) -> None:
    searched = ("text", "title", *(LAYERS_ASKED_FOR[name] for name in asked_for))
    wanted = [document for document in COLLECTION if fits(node, document, searched)]
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
    monkeypatch.setattr("fonds.discovery.answering._TIED", 2)
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
        assert isinstance(node, Word | Prefix)
        assert bool(hit.snippets) == (node.field != "kind")
        for snippet in hit.snippets:
            for start, end in snippet.highlights:
                assert sought(node, plain(snippet.text[start:end]))


def plain(words: str) -> str:
    folded = words.lower().replace("é", "e")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


def sought(node: Word | Prefix, words: str) -> bool:
    if isinstance(node, Prefix):
        return words.startswith(node.words)
    return words == node.words or words in forms(node.words)
