from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from html_reading import Page
from litestar.testing import TestClient
from reading_room_desk import Desk, reading_room

from fonds.catalogue import Statistics
from fonds.errors import (
    ArchiveBusyError,
    CorruptArchiveError,
    FondsError,
    MissingExtraError,
    NotFoundError,
    QueryError,
    UsageError,
)


class Failing(Desk):
    """A front desk at which something goes wrong."""

    error: Exception

    def statistics(self) -> Statistics:
        raise self.error


Ask = Callable[[Exception, str], Any]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What is answered at an address where an error comes up."""
    desk = Failing()
    with TestClient(reading_room(desk), raise_server_exceptions=False) as client:

        def answer(error: Exception, address: str) -> Any:
            desk.error = error
            return client.get(address)

        yield answer


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (NotFoundError, 404),
        (QueryError, 400),
        (UsageError, 400),
        (MissingExtraError, 501),
        (ArchiveBusyError, 503),
        (CorruptArchiveError, 500),
        (FondsError, 500),
    ],
)
def test_each_kind_of_error_has_its_status(ask: Ask, kind: type[FondsError], status: int) -> None:
    assert ask(kind("The thing"), "/").status_code == status
    assert ask(kind("The thing"), "/api/statistics").status_code == status


def test_an_error_page_says_what_to_do(ask: Ask) -> None:
    answer = ask(NotFoundError("record <x>", seen="<nothing>", wanted="<a record>", next_step="<Search>."), "/")
    page = Page(answer.text)
    assert page.faults == []
    for words in ("Not found", "record <x>: <nothing>", "Wanted: <a record>", "<Search>."):
        assert words in page.words


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("secret of the house"), CorruptArchiveError("secret of the house")]
)
@pytest.mark.parametrize("address", ["/", "/api/statistics"])
def test_what_was_not_foreseen_is_logged_and_not_told(
    ask: Ask, error: Exception, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = ask(error, address)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "The reading room failed at this" in answer.text
    assert "secret of the house" in caplog.text
