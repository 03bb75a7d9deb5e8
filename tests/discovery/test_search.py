from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from discovery_cases import RECORDS, indexed, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fonds.discovery import FACETS, Count, Index, Search, index_document
from fonds.errors import QueryError


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(tmp_path_factory.mktemp("archive") / "index", RECORDS)


def found(index: Index, query: str = "", **narrowed: Any) -> set[str]:
    results = index.search(Search(query=query, **narrowed))
    assert results.total == len(results.hits)
    return {hit.id.split("/")[1] for hit in results.hits}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        pytest.param("", {"d1", "d2", "d3", "d4"}, id="everything"),
        pytest.param("quay closed", {"d1", "d2", "d3"}, id="all words"),
        pytest.param("quay nowhere", set(), id="not one of the words"),
        pytest.param('"quay was closed"', {"d1"}, id="phrase"),
        pytest.param("quay-was", {"d1", "d3"}, id="hyphens make a phrase"),
        pytest.param("dredger OR gunboat", {"d1", "d3", "d4"}, id="or"),
        pytest.param("quay NOT dredger", {"d2"}, id="not"),
        pytest.param("NOT quay", {"d4"}, id="not alone"),
        pytest.param("NOT (NOT quay)", {"d1", "d2", "d3"}, id="not not"),
        pytest.param("quay - closed", {"d1", "d2", "d3"}, id="a dash is no word"),
        pytest.param("NEGOTIATE", {"d3", "d4"}, id="stems, capitals, and titles"),
        pytest.param("title:negotiation", {"d3"}, id="title alone"),
        pytest.param("quays OR ledgers", {"d1", "d2", "d3"}, id="stems of other lengths"),
        pytest.param("negotiatio*", {"d4"}, id="prefix longer than the stem"),
        pytest.param('"the quays was"', set(), id="a phrase is found as it is written"),
        pytest.param("dred*", {"d1", "d3"}, id="prefix"),
        pytest.param("d.edg*", set(), id="a prefix is no pattern"),
        pytest.param("cafe kahne", {"d2"}, id="accents"),
        pytest.param("ca*", {"d2"}, id="prefix without the accent"),
        pytest.param("cafe\u0301 Ka\u0308hne", {"d2"}, id="accents apart from their letters"),
        pytest.param("БАКЕНЫ", {"d2"}, id="other letters"),
        pytest.param("swift", set(), id="supplied words are not the document's"),
        pytest.param("misfiled", set(), id="nor are notes"),
        pytest.param("departure", set(), id="nor is the summary"),
        pytest.param("Ashdowne", set(), id="nor is the heading"),
        pytest.param("note:misfiled", {"d4"}, id="notes asked for"),
        pytest.param("person:pask", {"d4"}, id="party"),
        pytest.param("person:tolliver", {"d4"}, id="somebody named"),
        pytest.param("person:valmoran", set(), id="a place is nobody"),
        pytest.param("place:sarenne", {"d4"}, id="place"),
        pytest.param("kind:telegram", {"d4"}, id="kind"),
        pytest.param("kind:Telegram", {"d4"}, id="kind in capitals"),
        pytest.param("kind:tele", set(), id="part of a kind"),
        pytest.param("kind:tele*", {"d4"}, id="beginning of a kind"),
        pytest.param("collection:harbour closed", {"d1", "d2", "d3"}, id="collection"),
    ],
)
def test_query(index: Index, query: str, ids: set[str]) -> None:
    assert found(index, query) == ids


@pytest.mark.parametrize(
    ("narrowed", "ids"),
    [
        pytest.param({"date_from": "1900"}, {"d1", "d2", "d4"}, id="undated is in no range"),
        pytest.param({"date_to": "2000"}, {"d1", "d2", "d4"}, id="undated is before nothing"),
        pytest.param({"date_from": "1933-04-15", "date_to": "1933-04-15"}, {"d1"}, id="a day of the month"),
        pytest.param({"date_from": "1933-05"}, {"d2"}, id="after the month"),
        pytest.param({"date_from": "1933-04-30"}, {"d1", "d2"}, id="from the last day"),
        pytest.param({"date_to": "1933-04-01"}, {"d1", "d4"}, id="until the first day"),
        pytest.param({"date_to": "1932-10-26"}, set(), id="before the day"),
        pytest.param({"date_to": "1932"}, {"d4"}, id="the whole year"),
        pytest.param({"date_from": "1942", "date_to": "1942"}, {"d2"}, id="within an interval"),
        pytest.param({"kind": "letter"}, {"d1", "d3"}, id="kind"),
        pytest.param({"kind": "Letter"}, {"d1", "d3"}, id="kind in capitals"),
        pytest.param({"kind": "let"}, set(), id="part of a kind"),
        pytest.param({"person": "Pask, Edwin"}, {"d4"}, id="names in any order"),
        pytest.param({"person": "Edwin Tolliver Harrow"}, set(), id="all words of a name"),
        pytest.param({"person": "?"}, set(), id="no name"),
        pytest.param({"place": "port sarenne"}, {"d4"}, id="place"),
        pytest.param({"collection": "harbour"}, {"d1", "d2", "d3"}, id="collection"),
        pytest.param({"query": "misfiled", "notes": True}, {"d4"}, id="notes"),
        pytest.param({"query": "swift departure", "editor": True}, {"d4"}, id="editor's words"),
        pytest.param({"query": "misfiled", "editor": True}, set(), id="notes are not supplied words"),
        pytest.param({"query": "quay", "kind": "letter", "date_to": "1940"}, {"d1"}, id="all together"),
    ],
)
def test_filters(index: Index, narrowed: dict[str, Any], ids: set[str]) -> None:
    assert found(index, **narrowed) == ids


@pytest.mark.parametrize(
    ("narrowed", "thing"),
    [
        pytest.param({"date_from": "1962-13"}, "from which", id="no such month"),
        pytest.param({"date_to": "27 October"}, "until which", id="not a date"),
        pytest.param({"date_to": ""}, "until which", id="an empty date"),
        pytest.param({"date_from": "1962-02-30"}, "from which", id="no such day"),
        pytest.param({"date_from": "196X"}, "from which", id="a decade"),
        pytest.param({"query": "- ..."}, "character 1", id="no words"),
        pytest.param({"limit": -1}, "hits", id="fewer than none"),
        pytest.param({"offset": -1}, "hits", id="before the first"),
    ],
)
def test_refuses(index: Index, narrowed: dict[str, Any], thing: str) -> None:
    with pytest.raises(QueryError) as raised:
        index.search(Search(**narrowed))
    assert thing in raised.value.thing


@pytest.mark.parametrize(
    ("search", "layer", "words"),
    [
        pytest.param(Search(query="negotiate gunboat"), "text", ["gunboats", "negotiations"], id="stems"),
        pytest.param(Search(query="kahne бак*"), "text", ["Kähne", "бакены"], id="characters, not bytes"),
        pytest.param(
            Search(query='"was closed" quays'), "text", ["quay", "quay", "was closed"], id="a phrase as a whole"
        ),
        pytest.param(Search(query='sank "quay was"'), "text", ["sank", "quay was"], id="only whole phrases"),
        pytest.param(Search(query='"quay was" "was closed"'), "text", ["quay was closed"], id="phrases that overlap"),
        pytest.param(Search(query="misfiled", notes=True), "note", ["misfiled"], id="note"),
        pytest.param(Search(query="swift", editor=True), "editor", ["swift"], id="editor"),
        pytest.param(Search(query="ministry"), "title", ["Ministry"], id="title"),
        pytest.param(Search(query="gunboat NOT (valmoran dredger)"), "text", ["gunboats"], id="not what was excluded"),
    ],
)
def test_snippets(index: Index, search: Search, layer: str, words: list[str]) -> None:
    (hit,) = index.search(search).hits
    (snippet,) = hit.snippets
    assert snippet.layer == layer
    assert [snippet.text[start:end] for start, end in snippet.highlights] == words


def test_no_snippets_where_no_words_were_asked_for(index: Index) -> None:
    assert [hit.snippets for hit in index.search(Search(kind="letter")).hits] == [(), ()]


def test_counts(index: Index) -> None:
    results = index.search(Search(limit=0, facets=tuple(FACETS)))
    assert results.counts == {
        "kind": (Count("letter", 2), Count("despatch", 1), Count("telegram", 1)),
        "decade": (Count("1930", 2), Count("1940", 1), Count("undated", 1)),
        "year": (Count("1932", 1), Count("1933", 1), Count("1941/1943", 1)),
        "from": (Count("Edwin Pask", 1),),
        "to": (Count("Ashdowne", 1),),
        "person": (Count("Ashdowne", 1), Count("Edwin Pask", 1), Count("Tolliver", 1)),
        "place": (Count("Port Sarenne", 1),),
        "classification": (),
        "holding": (),
        "collection": (Count("harbour", 3), Count("straits", 1)),
        "language": (Count("en", 1),),
        "has": (Count("original", 4), Count("date", 3), Count("notes", 1)),
    }
    assert results.others == {}


def test_values_that_are_not_given_are_counted_together(index: Index) -> None:
    results = index.search(Search(limit=0, facets=("kind", "has"), values=1))
    assert results.counts == {"kind": (Count("letter", 2),), "has": (Count("original", 4),)}
    assert results.others == {"kind": 2, "has": 4}


def test_order_does_not_depend_on_how_documents_came(tmp_path: Path) -> None:
    numbers = [7, 3, 11, 1, 5, 9]
    index = Index.open(tmp_path / "index")
    with index.writer() as writer:
        for number in numbers:
            writer.add(index_document(record(number, "The same words.", edtf="1932")))
            writer.commit()
    for query in ("same", "", "sam*"):
        pages = [index.search(Search(query=query, limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
        assert [hit.id.partition("/d")[2] for page in pages for hit in page.hits] == ["1", "3", "5", "7", "9", "11"]
        assert {page.total for page in pages} == {6}


def test_a_word_late_in_a_long_text_is_shown(tmp_path: Path) -> None:
    long = record(1, "Ebb and flow. " * 5_000 + "Springtide! " + "Ebb and flow. " * 500)
    index = indexed(tmp_path / "index", [long])
    (hit,) = index.search(Search(query="springtide")).hits
    assert "Springtide" in hit.snippets[0].text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(max_size=60), st.text(alphabet='quayé* AND OR NOT()":.\\[-title', max_size=60)))
def test_whatever_is_asked_is_answered_or_refused(index: Index, query: str) -> None:
    for field in ("", "kind:", "person:", "note:"):
        with suppress(QueryError):
            assert index.search(Search(query=field + query, person=query)).total <= len(RECORDS)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("a" * 200 + "*", id="long prefix"),
        pytest.param("kind:" + "[" * 900 + "*", id="long pattern"),
        pytest.param("qu* " * 240, id="many prefixes"),
        pytest.param("(" * 20 + "quay" + ")" * 20, id="deep"),
        pytest.param('"' + "quay " * 190 + '"', id="long phrase"),
        pytest.param("kind:a–b*", id="dash in a pattern"),
        pytest.param("caf\udce9", id="half a character"),
    ],
)
def test_hostile_queries(index: Index, query: str) -> None:
    with suppress(QueryError):
        assert index.search(Search(query=query)).total <= len(RECORDS)
