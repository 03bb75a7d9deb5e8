"""What the keepers of an archive set in fonds.toml, as its pages show it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs

import pytest
from litestar.testing import TestClient
from msgspec import structs
from reading_room_desk import TELEGRAM, Desk, reading_room

from fonds.record import Facsimile

DOCUMENT = "/documents/daer/volumes/d4"
PATTERN = "https://pictures.example/{collection}/{file}-{page}.png"


@pytest.mark.parametrize(
    ("pattern", "file", "wanted"),
    [
        pytest.param("", "0012", "", id="nobody tells where"),
        pytest.param(PATTERN, "0012", "https://pictures.example/daer/volumes/0012-8.png", id="where the keepers say"),
        pytest.param(PATTERN, "https://own.example/12", "https://own.example/12", id="at an address of its own"),
        pytest.param(
            PATTERN,
            "javascript:a",
            "https://pictures.example/daer/volumes/javascript%3Aa-8.png",
            id="hostile",
        ),
        pytest.param(
            "https://a/{nothing}/{file}",
            "a{page}",
            "https://a/{nothing}/a%7Bpage%7D",
            id="only what is known is put in, once",
        ),
    ],
)
def test_the_number_of_a_page_leads_to_its_picture(pattern: str, file: str, wanted: str) -> None:
    desk = Desk([structs.replace(TELEGRAM, facsimiles=(Facsimile("image/png", file, "8"),))])
    desk.settings = structs.replace(desk.settings, facsimiles=pattern)
    with TestClient(reading_room(desk)) as client:
        page = client.get(DOCUMENT).text
    found = re.search(r'<a class="page-break" [^>]*href="([^"]*)"', page)
    assert (found.group(1) if found else "") == wanted
    assert ("where they can be seen is not told" in page) == (not wanted)


def test_readers_report_mistakes_where_the_keepers_name_a_contact() -> None:
    desk = Desk([structs.replace(TELEGRAM, title="A & B")])
    with TestClient(reading_room(desk)) as client:
        assert "Report a mistake" not in client.get(DOCUMENT).text
    desk.settings = structs.replace(desk.settings, contact="keepers@straits.example")
    with TestClient(reading_room(desk)) as client:
        letter = re.search(r'<a href="(mailto:[^"]*)" data-report>', client.get(DOCUMENT).text)
    assert letter
    address, _, asked = unescape(letter.group(1)).partition("?")
    assert address == "mailto:keepers@straits.example"
    told = parse_qs(asked, strict_parsing=True)
    assert told["subject"] == ["A mistake in: A & B"]
    assert "http://testserver.local/documents/daer/volumes/d4\r\n" in told["body"][0]
