"""What stands between documents on their pages: replies, likeness, and the working sets that they are in."""

from __future__ import annotations

from typing import Any

import pytest
from html_reading import Page
from litestar.testing import TestClient
from reading_room_desk import Desk

from fonds.catalogue import WorkingSet

Client = TestClient[Any]
DOCUMENT = "/documents/daer/volumes/d4"


def words(client: Client, address: str) -> str:
    return " ".join(Page(client.get(address).text).words.split())


def test_replies_are_told_with_the_words_that_tell_them(client: Client) -> None:
    page = words(client, DOCUMENT)
    assert "In reply to Letter from Ashdowne by its reference: Your letter" in page
    assert "Answered by" not in page


def test_more_like_this_says_why(client: Client) -> None:
    assert "/similar/daer/volumes/d4" in Page(client.get(DOCUMENT).text).values("href")
    page = words(client, "/similar/daer/volumes/d4")
    assert "Letter from Ashdowne daer/volumes/d3 · the same text" in page
    assert "Near in time, 5.0 of 20 points Both have Letter from Ashdowne." in page
    assert "so Letter from Ashdowne is and there so Letter from Ashdowne is in 2 documents of the archive" in page
    assert "<mark>Letter from Ashdowne</mark>" in client.get("/similar/daer/volumes/d4").text


def test_reasons_are_switched_by_links(client: Client) -> None:
    address = "/similar/daer/volumes/d4"
    assert f"{address}?without=days" in Page(client.get(address).text).values("href")
    links = Page(client.get(f"{address}?without=days&without=people").text).values("href")
    assert {f"{address}?without=people", f"{address}?without=days&without=people&without=phrases"} <= set(links)
    assert "Nothing in the archive is like it" in words(client, f"{address}?without=phrases")
    assert client.get(f"{address}?without=luck").status_code == 400
    assert client.get("/similar/nowhere").status_code == 404


def test_a_working_set_is_read_and_searched_within(desk: Desk, client: Client) -> None:
    assert "Pilots’ papers, 1932 2 documents, 1 withdrawn" in words(client, "/sets")
    page = words(client, "/sets/Pilots’ papers, 1932")
    assert page.index("Letter from Ashdowne") < page.index("Telegram from Pask to Ashdowne")
    assert "No longer in the archive A lost letter letters/gone" in page
    found = Page(client.get("/search", params={"q": "letter", "set": "Pilots’ papers, 1932"}).text)
    assert desk.asked["working_set"] == "Pilots’ papers, 1932"
    assert "Remove the filter Working set: Pilots’ papers, 1932" in found.values("aria-label")


def test_a_working_set_of_no_records_is_still_a_page(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr("reading_room_desk.PAPERS", WorkingSet("Pilots’ papers, 1932", 0, 0))
    monkeypatch.setattr("reading_room_desk.Sets.members", lambda *_, **__: ())
    assert client.get("/sets/Pilots’ papers, 1932").status_code == 200


@pytest.mark.parametrize("address", ["/sets/nobody’s", "/sets/Pilots’ papers, 1932?page=2", "/sets/%00", "/sets/a/b"])
def test_a_working_set_that_there_is_not(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
