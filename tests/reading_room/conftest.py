from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from reading_room_desk import Desk, reading_room

import fonds.archive
from fonds.record import Statement

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def client(desk: Desk) -> Iterator[TestClient[Any]]:
    with TestClient(reading_room(desk), raise_server_exceptions=False) as client:
        yield client


# The sample collection in a reading room that is really served, and a real browser before it


@pytest.fixture(scope="session")
def room(velmar: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reading room."""
    if not CHROMIUM.is_file():
        pytest.skip(f"no browser at {CHROMIUM} (Debian: apt install chromium)")
    path = shutil.copytree(velmar, tmp_path_factory.mktemp("browser") / "velmar")
    with fonds.archive.open(path, writable=True) as archive:
        _add_statement(archive, "daer1932v02/d2", "his Government would regard recall of gunboat")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(path), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield _opened(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait(30)


def _add_statement(archive: fonds.archive.Archive, record_id: str, words: str) -> None:
    """One statement, as a person finds it: none is looked for here."""
    start = archive.get(record_id).texts[0].content.index(words)
    end, by = start + len(words), "reader"
    said = Statement(start, end, words, "told", ("Eilau",), (), "say", negated=False, quoted=False, by=by, confidence=1)
    archive.statements.add(record_id, said, who="A reader")


def _opened(address: str) -> str:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address):
                return address
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the reading room did not open")


@pytest.fixture(scope="session")
def browser(room: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, room: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=room, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=room)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, room: str) -> Iterator[Page]:
    """A page; nothing that it asks for may leave the machine, and nothing in it may fail."""
    asked: list[str] = []
    troubles: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    yield page
    assert [each for each in asked if not each.startswith(room)] == []
    assert troubles == []
