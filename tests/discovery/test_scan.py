"""What the index finds, against a slow look through every document of a small invented collection."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from discovery_cases import SOURCE
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fonds.discovery import Count, Index, Search, index_document
from fonds.discovery.clauses import Elsewhere
from fonds.discovery.membership import Members
from fonds.discovery.results import FACETS
from fonds.discovery.tree import Dates, Fuzzy, Joined, Near, Node, Not, Prefix, Word, written
from fonds.record import Date, Holding, Mark, Note, Party, Record, Text

FORMS = [
    {"gunboat", "gunboats"}, {"treaty", "treaties"}, {"negotiate", "negotiated", "negotiation"}, {"spy", "spies"},
    {"harbour"}, {"the"}, {"fleet"}, {"quay", "quays"},
]  # fmt: skip
SPELLINGS = {"alexeev", "alekseyev"}
"""One name, spelled in two ways, both of which people have."""
WORDS = sorted(word for forms in [*FORMS, SPELLINGS] for word in forms)
PRINTED = {"alexeev": "Alexéev", "treaty": "TREATY", "fleet": "fleet,", "quay": "quay—"}
KINDS = ["letter", "telegram", None]
YEARS = [1931, 1938, 1944]
PEOPLE = ["Edwin Pask", "Ida Tolliver", "Pask Ashdowne", "Ivan Alexeev", "Olga Alekseyev"]
PLACES = ["Port Sarenne", "Quay of Sarenne", None]
NUMBERS = ["7", "12", None]
MARKINGS = ["Secret", "Top Secret", None]
HOLDINGS = [Holding("State Archive", "box 7"), Holding("Library of Pask", None), None]
LANGUAGES = ["en", "de", None]
SAID = {"pask": {"east/d3", "west/d8"}, "negotiate": {"west/d8", "east/d999"}}
"""What another index would answer: words -> records, one of which is not held."""
ELSEWHERE: dict[str, Elsewhere] = dict.fromkeys(("said-by", "said-about"), lambda words: Members(SAID[words]))


@dataclass
class Described:
    """A document as the slow look sees it."""

    id: str
    kind: str | None
    days: tuple[int, int] | None
    people: list[str]
    layers: dict[str, list[str]]
    values: dict[str, set[str]]
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
    senders, place, number_of_its_own = (
        chance.sample(PEOPLE, chance.randint(0, 1)),
        chance.choice(PLACES),
        chance.choice(NUMBERS),
    )
    marking, holding, language = chance.choice(MARKINGS), chance.choice(HOLDINGS), chance.choice(LANGUAGES)
    record = Record(
        id=f"{chance.choice(['east', 'west'])}/d{number}",
        collection=chance.choice(["straits", "narrows"]),
        title=" ".join(title),
        source=SOURCE,
        kind=kind,
        number=number_of_its_own,
        place=place,
        classification=marking,
        holding=holding,
        language=language,
        date=Date(edtf=edtf) if edtf else None,
        parties=(*(Party("from", name) for name in senders), *(Party("to", name) for name in people)),
        summary=" ".join(summary),
        texts=(
            Text("en", "original", content.rstrip(), marks=tuple(marks), notes=(Note("1", None, " ".join(note)),)),
            *([Text("en", "translation", " ".join(translation))] if translation else []),
        ),
    )
    own = [word for word, supplied in pieces if not supplied]
    editor = [word for word, supplied in pieces if supplied] + summary
    layers = {"original": own, "translation": translation, "title": title, "note": note, "editor": editor}
    layers |= {"from": named(senders), "to": named(people), "person": named([*senders, *people])}
    layers |= {
        "place": named([place or ""]),
        "holding": named([holding.repository or "", holding.reference or ""] if holding else []),
    }
    return Described(record.id, kind, days, [*senders, *people], layers, values(record, days), record)


def named(names: list[str]) -> list[str]:
    """The words of names, which no phrase goes beyond."""
    return " \n ".join(names).lower().split(" ")


def values(record: Record, days: tuple[int, int] | None) -> dict[str, set[str]]:
    """Facet -> what the record has of it."""
    years = sorted({day // 10_000 for day in days}) if days else []
    there = {"original", "notes", *(["translation"] if len(record.texts) > 1 else []), *(["date"] if days else [])}
    found: dict[str, set[str | None]] = {
        "kind": {record.kind}, "decade": {f"{years[0] // 10}0" if years else "undated"},
        "year": {"/".join(map(str, years))}, "from": {*record.names("from")}, "to": {*record.names("to")},
        "person": {party.name for party in record.parties}, "place": {record.place},
        "classification": {record.classification}, "holding": {record.holding.repository if record.holding else None},
        "collection": {record.collection}, "language": {record.language},
        "has": {*there}, "number": {record.number}, "id": {record.id},
    }  # fmt: skip
    return {facet: {value for value in values if value} for facet, values in found.items()}


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


CHANCE = random.Random(1962)
COLLECTION = [described(number, CHANCE) for number in range(150)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive") / "index"


@pytest.fixture(scope="module")
def index(folder: Path) -> Index:
    index = Index.open(folder)
    with index.writer() as writer:
        for each in COLLECTION[:70]:
            writer.add(index_document(each.record))
        writer.commit()
        for each in COLLECTION[50:]:
            writer.replace(each.id, index_document(each.record))
        writer.commit()
    return index


@dataclass(frozen=True)
class How:
    """Which layers are searched beside those of the document, and whether names are found in other spellings."""

    supplied: tuple[str, ...] = ()
    variants: bool = True


def forms(word: str, how: How, *, inflected: bool = True) -> set[str]:
    if how.variants and word in SPELLINGS:
        return SPELLINGS
    return next((each for each in FORMS if word in each and inflected), {word})


FIELDS = {None: ("original", "translation", "title"), "text": ("original", "translation")}
WHOLE = ("kind", "number", "classification", "collection", "language", "has", "id")


def fits(node: Node, document: Described, how: How) -> bool:
    match node:
        case Joined(operator, parts):
            return (all if operator == "AND" else any)(fits(part, document, how) for part in parts)
        case Not(part):
            return not fits(part, document, how)
        case Dates(first, last):
            return dated_within(document.days, first, last)
        case _:
            return leaf_fits(node, document, how)


def leaf_fits(node: Word | Near | Fuzzy | Prefix, document: Described, how: How) -> bool:
    match node:
        case Word(words, "said-by" | "said-about"):
            return document.id in SAID[words]
        case Word(words, field) if field in WHOLE:
            return words in document.values[field]
        case Prefix(words, field) if field in WHOLE:
            return any(value.startswith(words) for value in document.values[field])
    where = FIELDS.get(node.field, (node.field or "",)) + (how.supplied if node.field is None else ())
    return any(has(node, layer, document.layers[layer], how) for layer in where)


def dated_within(days: tuple[int, int] | None, first: str | None, last: str | None) -> bool:
    after = days and (first is None or days[1] >= int(first.ljust(8, "0").replace("-", "").ljust(8, "0")))
    before = days and (last is None or days[0] <= int(last.replace("-", "").ljust(8, "9")))
    return bool(after and before)


def has(node: Node, name: str, layer: list[str], how: How) -> bool:
    inflected = name not in {"from", "to", "person", "place", "holding"}
    match node:
        case Word(words, _, _, exact):
            if " " not in words:
                return bool(({words} if exact else forms(words, how, inflected=inflected)) & set(layer))
            return any(follow(layer[at:], words.split(), how) for at in range(len(layer)))
        case Prefix(words):
            return any(word.startswith(words) for word in layer)
        case Fuzzy(words, edits):
            return any(edited(words, word) <= edits for word in layer)
        case Near(words, distance):
            alternatives = [forms(word, how, inflected=inflected) for word in words.split()]
            places = [[at for at, word in enumerate(layer) if word in each] for each in alternatives]
            return any(max(chosen) - min(chosen) <= distance for chosen in product(*places))
    raise AssertionError


def follow(layer: list[str], words: list[str], how: How) -> bool:
    """Whether the layer begins with these words; names among them may be spelled otherwise."""
    return len(layer) >= len(words) and all(
        there in forms(word, how, inflected=False) for there, word in zip(layer, words, strict=False)
    )


def edited(a: str, b: str) -> int:
    """How many letters left out, put in, changed, or turned round with their neighbour make one word the other."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i, j in product(range(1, len(a) + 1), range(1, len(b) + 1)):
        table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]


LAYERS_ASKED_FOR = {"notes": "note", "editor": "editor"}
ASKED_FOR: list[dict[str, Any]] = [
    {}, {"notes": True}, {"editor": True}, {"notes": True, "editor": True}, {"variants": False}
]  # fmt: skip
WHERE_SHOWN = ("title", "note", "text", "original", "translation", "editor")
WHERE = st.sampled_from([None, None, *WHERE_SHOWN])
SOME = st.sampled_from(WORDS)
NAMES = ["pask", "tolliver", "edwin pask", "ida pask", "alekseyev", "ivan alexeev", "sarenne", "state archive"]
START = st.just(0)
LEAVES = st.one_of(
    st.builds(Word, SOME, WHERE, START, st.booleans()),
    st.builds(Word, st.tuples(SOME, SOME).map(" ".join), WHERE, START),
    st.builds(Word, st.sampled_from(["letter", "telegram"]), st.just("kind"), START),
    st.builds(Word, st.sampled_from(["7", "12"]), st.just("number"), START),
    st.builds(Word, st.sampled_from(["Secret", "Top Secret"]), st.just("classification"), START),
    st.builds(Word, st.sampled_from(["de", "fr"]), st.just("language"), START),
    st.builds(Word, st.sampled_from(["translation", "date"]), st.just("has"), START),
    st.builds(Word, st.just("narrows"), st.just("collection"), START),
    st.builds(Prefix, st.sampled_from(["east", "west/d1", "south"]), st.just("id"), START),
    st.builds(Word, st.sampled_from(sorted(SAID)), st.sampled_from(["said-by", "said-about"]), START),
    st.builds(Word, st.sampled_from(NAMES), st.sampled_from(["from", "to", "person", "place", "holding"]), START),
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


@example(Near("gunboat quay spies spy", 3, None, 0), {}, 0)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.recursive(LEAVES, joined, max_leaves=5), st.sampled_from(ASKED_FOR), st.sampled_from([0, 20]))
def test_queries_find_what_a_scan_finds(
    folder: Path, index: Index, node: Node, asked_for: dict[str, Any], few: int
) -> None:
    supplied = tuple(layer for name, layer in LAYERS_ASKED_FOR.items() if name in asked_for)
    how = How(supplied, asked_for.get("variants", True))
    wanted = [document for document in COLLECTION if fits(node, document, how)]
    search = Search(query=written(node), **asked_for, limit=200)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fonds.discovery.nearness._FEW", few)
        asked = index if few else Index.open(folder)  # one that remembers nothing
        results = asked.search(search, ELSEWHERE)
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


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_facets_narrow_and_count_as_a_scan_does(index: Index, data: st.DataObject) -> None:
    chosen: dict[str, tuple[str, ...]] = {}
    left_out: dict[str, tuple[str, ...]] = {}
    for facet in data.draw(st.lists(st.sampled_from(sorted(FACETS)), max_size=3, unique=True)):
        there = sorted({value for document in COLLECTION for value in document.values[facet]})
        some = tuple(
            data.draw(st.lists(st.sampled_from([*there, "no such value"]), min_size=1, max_size=3, unique=True))
        )
        (chosen if data.draw(st.booleans()) else left_out)[facet] = some
    wanted = [
        document
        for document in COLLECTION
        if all(document.values[facet] & set(some) for facet, some in chosen.items())
        if not any(document.values[facet] & set(some) for facet, some in left_out.items())
    ]
    results = index.search(Search(include=chosen, exclude=left_out, facets=tuple(FACETS), limit=200))
    assert {hit.id for hit in results.hits} == {document.id for document in wanted}
    for facet in FACETS:
        assert results.counts[facet] == counted(value for document in wanted for value in document.values[facet])


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
    search = Search(query=written(node), notes=True, editor=True, limit=30)
    for hit in index.search(search, ELSEWHERE).hits:
        assert not isinstance(node, Joined | Not)
        shown = not isinstance(node, Dates) and node.field in {None, *WHERE_SHOWN}
        assert bool(hit.snippets) == shown
        for snippet in hit.snippets:
            for start, end in snippet.highlights:
                assert sought(node, plain(snippet.text[start:end]), How())


def plain(words: str) -> str:
    folded = words.lower().replace("é", "e")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


def sought(node: Node, words: str, how: How) -> bool:
    match node:
        case Prefix(beginning):
            return words.startswith(beginning)
        case Fuzzy(word, edits):
            return edited(word, words) <= edits
        case Near(several):
            return any(words in forms(word, how) for word in several.split())
        case Word(word, _, _, True):
            return words == word
        case Word(word) if " " not in word:
            return words in forms(word, how)
        case Word(word):
            return follow(words.split(), word.split(), how)
    raise AssertionError
