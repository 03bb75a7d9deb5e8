from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient
from reading_room_desk import Desk, reading_room

from fonds.reading_room import kept

Client = TestClient[Any]


class Counting(Desk):
    """A desk that changes when it is told to, and counts how often it is asked for a record."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1
        self.times = 0

    def state(self) -> int:
        return self.now

    def cite_as(self, record_id: str, form: str) -> str:
        self.times += 1
        return super().cite_as(record_id, form) + " " * self.now


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def client(counting: Counting) -> Iterator[Client]:
    with TestClient(reading_room(counting)) as client:
        yield client


ADDRESS = "/api/ris/daer/volumes/d4"


def test_the_same_question_is_worked_out_once(counting: Counting, client: Client) -> None:
    first, again = client.get(ADDRESS), client.get(ADDRESS)
    assert counting.times == 1
    assert (first.content, first.headers) == (again.content, again.headers)
    client.get(f"{ADDRESS}?again=1")
    assert counting.times == 2


def test_after_a_change_it_is_worked_out_anew(counting: Counting, client: Client) -> None:
    first = client.get(ADDRESS)
    counting.now = 2
    changed = client.get(ADDRESS, headers={"if-none-match": first.headers["etag"]})
    assert (counting.times, changed.status_code) == (2, 200)
    assert changed.content != first.content
    assert changed.headers["etag"] != first.headers["etag"]


def test_who_has_an_answer_is_told_that_it_still_holds(client: Client) -> None:
    tag = client.get(ADDRESS).headers["etag"]
    answer = client.get(ADDRESS, headers={"if-none-match": f'"other", {tag}'})
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert "content-security-policy" in answer.headers
    assert client.get(ADDRESS, headers={"if-none-match": '"other"'}).status_code == 200


def test_compressed_and_plain_answers_are_told_apart(client: Client) -> None:
    plain, coded = (client.get("/licences", headers={"accept-encoding": each}) for each in ("identity", "gzip"))
    assert "content-encoding" not in plain.headers
    assert coded.headers["content-encoding"] == "gzip"
    assert plain.content == coded.content


def test_errors_are_not_kept(counting: Counting, client: Client) -> None:
    assert client.get("/api/ris/letters/late").status_code == 404
    counting.held["letters/late"] = counting.held["letters/bare"]
    assert client.get("/api/ris/letters/late").status_code == 200


def test_the_oldest_answers_make_room(counting: Counting, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_weight", lambda *_: 1)
    monkeypatch.setattr(kept, "MOST_BYTES", 3)
    for number in range(6):
        client.get(f"{ADDRESS}?number={number}", headers={"accept-encoding": ""})
    assert counting.times == 6
    client.get(f"{ADDRESS}?number=5", headers={"accept-encoding": ""})
    assert counting.times == 6
    client.get(f"{ADDRESS}?number=0", headers={"accept-encoding": ""})
    assert counting.times == 7


def test_what_is_too_large_is_not_kept(counting: Counting, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LARGEST", 10)
    assert [client.get(ADDRESS).status_code for _ in range(2)] == [200, 200]
    assert counting.times == 2


def test_long_questions_take_room_too(counting: Counting, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_BYTES", 4_000)
    for _ in range(2):
        client.get(f"{ADDRESS}?padding={'x' * 3_000}")
        client.get(f"{ADDRESS}?padding={'y' * 3_000}")
    assert counting.times == 4
