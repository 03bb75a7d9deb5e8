from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient
from reading_room_desk import Desk, reading_room

from fonds.archive.settings import Settings
from fonds.reading_room.fair_use import MOST_CLIENTS, REQUESTS_A_MINUTE, FairUse


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def asks(fair_use: FairUse, times: int, address: str = "192.0.2.1") -> list[bool]:
    """Whether each of so many requests, one upon the other, is answered."""
    return [not fair_use.take(address) for _ in range(times)]


def test_a_client_gets_as_many_as_there_are_in_a_minute_and_then_one_at_a_time(clock: Clock) -> None:
    fair_use = FairUse(60, clock)
    assert asks(fair_use, 61) == [True] * 60 + [False]
    assert fair_use.take("192.0.2.1") == pytest.approx(1.0)
    clock.now += 1.0
    assert asks(fair_use, 2) == [True, False]
    clock.now += 3600.0
    assert asks(fair_use, 61) == [True] * 60 + [False]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("192.0.2.1", "192.0.2.2", False, id="two addresses"),
        pytest.param("2001:db8::1", "2001:db8::ffff:1", True, id="one network"),
        pytest.param("2001:db8::1", "2001:db8:0:1::1", False, id="two networks"),
        pytest.param("192.0.2.1", "::ffff:192.0.2.1", True, id="one address written twice"),
        pytest.param("one", "other", False, id="no addresses"),
    ],
)
def test_clients_are_told_apart(clock: Clock, one: str, other: str, same: bool) -> None:  # noqa: FBT001 - of a table
    fair_use = FairUse(1, clock)
    assert asks(fair_use, 1, one) == [True]
    assert asks(fair_use, 1, other) == [not same]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", ""])
def test_this_machine_is_counted_only_where_the_keepers_set_a_number(clock: Clock, address: str) -> None:
    assert all(asks(FairUse(None, clock), REQUESTS_A_MINUTE + 1, address))
    assert asks(FairUse(1, clock), 2, address) == [True, False]


def test_other_machines_are_counted_by_default(clock: Clock) -> None:
    assert asks(FairUse(None, clock), REQUESTS_A_MINUTE + 1)[-2:] == [True, False]


def test_0_lets_all_through(clock: Clock) -> None:
    assert all(asks(FairUse(0, clock), 2 * REQUESTS_A_MINUTE))


def test_no_more_clients_are_remembered_than_there_is_room_for(clock: Clock) -> None:
    fair_use = FairUse(1, clock)
    for number in range(MOST_CLIENTS):
        assert asks(fair_use, 1, f"client {number}") == [True]
    assert asks(fair_use, 1, "client 0") == [False]
    assert asks(fair_use, 1, "one more") == [True]
    assert len(fair_use._clients) == MOST_CLIENTS
    assert asks(fair_use, 1, "client 1") == [True]


@pytest.mark.parametrize("address", ["/licences", "/api/statistics"])
def test_too_many_requests_are_told_when_to_come_again(address: str) -> None:
    desk = Desk()
    desk.settings = Settings(requests_a_minute=2)
    with TestClient[Any](reading_room(desk)) as client:
        assert [client.get(address).status_code for _ in range(3)] == [200, 200, 429]
        answer = client.get(address)
        assert 1 <= int(answer.headers["retry-after"]) <= 30
        assert "wait a little" in answer.text
        assert client.get("/static/0/nothing.css").status_code == 404
