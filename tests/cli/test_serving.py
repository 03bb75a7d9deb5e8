"""`fonds open` and `fonds serve`, but for the server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Fonds

import fonds
from fonds.archive import Archive


def test_open_adds_and_serves(fonds_: Fonds, poor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[Path, str, int]] = []

    def serve(path: Path, host: str, port: int, announce: Callable[[Archive], None]) -> None:
        with fonds.open(path) as archive:
            announce(archive)
        served.append((path, host, port))

    monkeypatch.setattr("fonds.reading_room.server.serve", serve)
    ran = fonds_("open", poor, "--port", "9001")
    assert ran.code == 1
    assert served == [(Path("archive"), "127.0.0.1", 9001)]
    assert "http://127.0.0.1:9001/ (1 record)" in ran.err


def test_serve_announces_no_reading_room_that_cannot_be_had(fonds_: Fonds, poor: Path) -> None:
    fonds_("add", poor / "good.txt", "--jobs", "1")
    ran = fonds_("serve", "--port", "99999")
    assert ran.code == 2
    assert "Reading room" not in ran.err


def test_open_serves_nothing_where_nothing_came_in(
    fonds_: Fonds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[object] = []
    monkeypatch.setattr("fonds.reading_room.server.serve", lambda *where: served.append(where))
    assert fonds_("open", tmp_path / "nothing").code == 2
    assert served == []
