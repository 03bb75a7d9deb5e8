from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from litestar.testing import TestClient
from reading_room_desk import Desk, reading_room


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def client(desk: Desk) -> Iterator[TestClient[Any]]:
    with TestClient(reading_room(desk), raise_server_exceptions=False) as client:
        yield client
