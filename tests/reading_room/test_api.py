from __future__ import annotations

from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from litestar.testing import TestClient
from reading_room_desk import TELEGRAM, Desk, reading_room

from fonds.record import decode_record, encode_record, record_schema

Client = TestClient[Any]


def test_a_record_is_exactly_as_it_is_kept(client: Client) -> None:
    answer = client.get("/api/records/daer/volumes/d4")
    assert answer.headers["content-type"] == "application/json"
    assert answer.content == encode_record(TELEGRAM)
    assert decode_record(answer.content) == TELEGRAM


def test_search_is_what_the_archive_found(client: Client, desk: Desk) -> None:
    answer = client.get("/api/search?q=pask&from=1932&notes=1&limit=5&offset=0")
    asked = dict(desk.asked)
    assert answer.content == msgspec.json.encode(Desk().search(**asked))
    assert (asked["query"], asked["date_from"], asked["notes"], asked["limit"]) == ("pask", "1932", True, 5)


def test_said_is_what_the_archive_answered(client: Client, desk: Desk) -> None:
    answer = client.get(
        "/api/said?by=Delorval&to=Pask&about=batteries&attitude=feel&firsthand=1&sure=0.6&since=1932&limit=5"
    )
    asked = dict(desk.asked)
    assert answer.content == msgspec.json.encode(Desk().said(**asked))
    given = {name: value for name, value in asked.items() if value}
    assert given == {
        "by": "Delorval", "to": "Pask", "about": "batteries", "attitude": "feel", "firsthand": True,
        "sure": 0.6, "date_from": "1932", "limit": 5,
    }  # fmt: skip


@pytest.mark.parametrize("query", ["attitude=hum", "limit=0", "firsthand=perhaps", "sure=2", f"by={'x' * 1001}"])
def test_said_refuses_what_it_cannot_read(client: Client, query: str) -> None:
    answer = client.get(f"/api/said?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("/api/collections", Desk().collections()),
        ("/api/sets", Desk().sets.all()),
        ("/api/statistics", Desk().statistics()),
        ("/api/schema", record_schema()),
        ("/api/cite/daer/volumes/d4", Desk().cite("daer/volumes/d4")),
    ],
)
def test_answers(client: Client, address: str, wanted: object) -> None:
    assert client.get(address).content == msgspec.json.encode(wanted)


@pytest.mark.parametrize(
    ("form", "media_type", "file_name"),
    [
        ("bibtex", "application/x-bibtex", "daer-volumes-d4.bib"),
        ("ris", "application/x-research-info-systems", "daer-volumes-d4.ris"),
        ("csl-json", "application/vnd.citationstyles.csl+json", "daer-volumes-d4.json"),
    ],
)
def test_citations_for_other_programs(client: Client, form: str, media_type: str, file_name: str) -> None:
    answer = client.get(f"/api/{form}/daer/volumes/d4")
    assert answer.text == f"{form} of Telegram from Pask to Ashdowne"
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{file_name}"


@pytest.mark.parametrize(
    ("address", "status", "error"),
    [
        pytest.param(
            "/api/records/nowhere/d1",
            404,
            {
                "thing": "record nowhere/d1",
                "seen": "not in the archive",
                "wanted": "",
                "next_step": "Search for it.",
            },
            id="no such record",
        ),
        pytest.param(
            "/api/search?q=%22a",
            400,
            {
                "thing": "the query",
                "seen": '"a',
                "wanted": "a closing quotation mark",
                "next_step": "Close the phrase.",
            },
            id="no query",
        ),
        pytest.param(
            "/api/search?limit=101",
            400,
            {"thing": "The parameter limit", "seen": "101", "wanted": "Expected `int` <= 100", "next_step": ""},
            id="too many",
        ),
        pytest.param(
            "/api/nothing",
            404,
            {"thing": "There is no page at this address", "seen": "/api/nothing", "wanted": "", "next_step": ""},
            id="no such address",
        ),
    ],
)
def test_errors_have_one_form(client: Client, address: str, status: int, error: dict[str, str]) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.json()) == (status, {"error": error})


def test_what_is_not_installed_is_named() -> None:
    desk = Desk()
    desk.can_cite = False
    with TestClient(reading_room(desk)) as client:
        answer = client.get("/api/cite/daer/volumes/d4")
    assert (answer.status_code, answer.json()["error"]["next_step"]) == (501, "Install fonds[csl].")


# The interface's own description


@pytest.fixture(scope="module")
def description(client: Client) -> dict[str, Any]:
    answer = client.get("/api/openapi.json")
    assert answer.status_code == 200
    described: dict[str, Any] = answer.json()
    return described


def resolved(description: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "components": description["components"]}


def test_every_address_and_error_is_described(description: dict[str, Any]) -> None:
    assert description["openapi"].startswith("3.1")
    described = {path: set(item["get"]["responses"]) for path, item in description["paths"].items()}
    assert described == {
        "/api/search": {"200", "400", "414", "429"},
        "/api/explain": {"200", "400", "414", "429"},
        "/api/concordance": {"200", "400", "414", "429"},
        "/api/collocates": {"200", "400", "414", "429"},
        "/api/frequency": {"200", "400", "414", "429"},
        "/api/quotations": {"200", "400", "414", "429"},
        "/api/citations": {"200", "400", "414", "429"},
        "/api/said": {"200", "400", "414", "429"},
        "/api/records/{record_id}": {"200", "400", "404", "414", "429"},
        "/api/cite/{record_id}": {"200", "400", "404", "414", "429", "501"},
        "/api/bibtex/{record_id}": {"200", "400", "404", "414", "429"},
        "/api/ris/{record_id}": {"200", "400", "404", "414", "429"},
        "/api/csl-json/{record_id}": {"200", "400", "404", "414", "429"},
        "/api/replies/{record_id}": {"200", "400", "404", "414", "429"},
        "/api/similar/{record_id}": {"200", "400", "404", "414", "429"},
        "/api/sets": {"200", "429"},
        "/api/sets/{name}": {"200", "400", "404", "414", "429"},
        "/api/collections": {"200", "429"},
        "/api/statistics": {"200", "429"},
        "/api/schema": {"200", "429"},
    }


@pytest.mark.parametrize(
    ("path", "address", "status"),
    [
        ("/api/search", "/api/search?q=pask", "200"),
        ("/api/said", "/api/said?by=Delorval", "200"),
        ("/api/records/{record_id}", "/api/records/daer/volumes/d4", "200"),
        ("/api/records/{record_id}", "/api/records/letters/bare", "200"),
        ("/api/records/{record_id}", "/api/records/nowhere", "404"),
        ("/api/cite/{record_id}", "/api/cite/daer/volumes/d4", "200"),
        ("/api/similar/{record_id}", "/api/similar/daer/volumes/d4?without=days", "200"),
        ("/api/replies/{record_id}", "/api/replies/daer/volumes/d4", "200"),
        ("/api/similar/{record_id}", "/api/similar/nowhere", "404"),
        ("/api/similar/{record_id}", "/api/similar/daer/volumes/d4?without=luck", "400"),
        ("/api/sets", "/api/sets", "200"),
        ("/api/sets/{name}", "/api/sets/Pilots’ papers, 1932", "200"),
        ("/api/sets/{name}", "/api/sets/nobody’s", "404"),
        ("/api/collections", "/api/collections", "200"),
        ("/api/statistics", "/api/statistics", "200"),
        ("/api/search", "/api/search?limit=x", "400"),
    ],
)
def test_answers_are_as_described(
    client: Client, description: dict[str, Any], path: str, address: str, status: str
) -> None:
    content = description["paths"][path]["get"]["responses"][status]["content"]
    schema = resolved(description, content["application/json"]["schema"])
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(client.get(address).json())) == []
    assert not validator.is_valid("anything else")


def test_questions_are_described_as_in_the_address(description: dict[str, Any]) -> None:
    parameters = description["paths"]["/api/search"]["get"]["parameters"]
    assert {each["name"] for each in parameters} == {
        *("q", "from", "to", "kind", "person", "place", "collection", "set", "notes", "editor", "limit", "offset"),
        *("only", "without", "variants", "sort", "after", "facets", "histogram"),
    }
