from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from fonds.errors import UsageError
from fonds.reading_room.server import serve

SERVING = """
import sys
from contextlib import nullcontext
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import fonds.archive
from reading_room_desk import LETTER, Desk
from fonds.reading_room.server import serve
from fonds.record import Record

odd = Record("a/b%2Fc d", "a", "Odd", LETTER.source)
fonds.archive.open = lambda path: nullcontext(Desk([odd], name=str(path)))
serve(Path("The Strait"), "localhost", int(sys.argv[2]))
"""

Server = tuple[str, "subprocess.Popen[str]"]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


@pytest.fixture
def server(port: int) -> Iterator[Server]:
    command = [sys.executable, "-W", "error", "-c", SERVING, str(Path(__file__).parent), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        address = f"http://127.0.0.1:{port}"
        until(lambda: process.poll() is not None or answers(address))
        yield address, process
        process.kill()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address):
            return True
    except OSError:
        return False


def until(done: Callable[[], bool]) -> None:
    """Wait for something that takes a moment, and on a machine that is busy a minute at most."""
    for _ in range(1200):
        if done():
            return
        time.sleep(0.05)


@pytest.mark.parametrize("wanted", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(server: Server, wanted: signal.Signals) -> None:
    address, process = server
    with httpx.Client(base_url=address) as client:
        assert "<h1>The Strait</h1>" in client.get("/").text
        assert client.head("/").status_code == 200
        assert client.get("/documents/a/b%252Fc%20d").status_code == 200
        process.send_signal(wanted)  # while the client still keeps its connection open
        assert process.communicate(timeout=10) == ("", "")
    assert process.returncode == 0


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"127.0.0.1:{number}: .*; wanted: a free port of this machine"):
            serve(Path("nowhere"), port=number)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 99_999), ("nowhere.invalid", 8080), ("192.0.2.1", 8080)])
def test_an_address_that_cannot_be_had_is_named(host: str, port: int) -> None:
    with pytest.raises(UsageError, match=f"{host}:{port}"):
        serve(Path("nowhere"), host, port)
