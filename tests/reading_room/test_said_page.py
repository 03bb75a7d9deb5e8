from __future__ import annotations

from typing import Any

import pytest
from html_reading import Page
from litestar.testing import TestClient
from reading_room_desk import Desk

from fonds.reading_room.addresses import passage_address
from fonds.reading_room.said import Heard

Client = TestClient[Any]


def test_statements_stand_with_their_chain_and_lead_to_their_passage(client: Client) -> None:
    page = Page(client.get("/said?by=Delorval").text)
    told = " ".join(page.words.split())
    assert "1 statement" in told
    assert "Delorval was taken to be Delorval (1)." in told
    assert "Pask ← has it from Delorval said to Pask it rains" in told
    assert "/documents/daer/volumes/d4#:~:text=it%20rains" in page.values("href")
    assert "/api/said?by=Delorval" in page.values("href")


def test_all_that_is_asked_reaches_the_archive(client: Client, desk: Desk) -> None:
    client.get(
        "/said?about=rain&by=b&to=t&through=r&attitude=ask&hand=others&sure=0.8&from=1931&to_date=1932&collection=c"
    )
    assert desk.asked == {
        "about": "rain",
        "by": "b",
        "to": "t",
        "through": "r",
        "attitude": "ask",
        "firsthand": False,
        "sure": 0.8,
        "date_from": "1931",
        "date_to": "1932",
        "collection": "c",
        "limit": 20,
        "offset": 0,
    }


def test_what_is_not_asked_does_not_narrow(client: Client, desk: Desk) -> None:
    client.get("/said?about=&by=&to=&attitude=&hand=")
    assert {name for name, value in desk.asked.items() if value is None} == {
        *("by", "to", "through", "attitude", "firsthand", "date_from", "date_to", "collection")
    }


@pytest.mark.parametrize("asked", ["hand=third", "sure=2", "attitude=sing", "page=0", "page=2"])
def test_what_cannot_be_asked_is_refused(client: Client, asked: str) -> None:
    assert client.get(f"/said?{asked}").status_code in {400, 404}


@pytest.mark.parametrize(
    ("heard", "wanted", "data"),
    [
        (Heard(), "/said", "/api/said?"),
        (Heard("a & b", by="Pask"), "/said?about=a+%26+b&by=Pask", "/api/said?about=a+%26+b&by=Pask"),
        (
            Heard(hand="first", sure="0.8", date_from="1931", date_to="1932"),
            "/said?hand=first&sure=0.8&from=1931&to_date=1932",
            "/api/said?firsthand=true&sure=0.8&since=1931&until=1932",
        ),
    ],
)
def test_a_question_has_an_address_and_one_of_its_data(heard: Heard, wanted: str, data: str) -> None:
    assert (heard.address(), heard.data_address) == (wanted, data)
    assert heard.page_address(2) == f"{wanted}{'&' if '?' in wanted else '?'}page=2"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("it rains", "it%20rains"),
        ("a-b, c", "a%2Db%2C%20c"),
        ("one two three four five six seven eight", "one%20two%20three%20four%20five%20six%20seven%20eight"),
        ("one two three four five six seven eight nine", "one%20two%20three%20four,six%20seven%20eight%20nine"),
    ],
)
def test_a_passage_is_named_by_its_ends(words: str, wanted: str) -> None:
    assert passage_address("c/d 1", words) == f"/documents/c/d%201#:~:text={wanted}"
