"""Footnotes and quotations that readers paste."""

from __future__ import annotations

from typing import Any

import pytest
from html_reading import Page
from litestar.testing import TestClient

Client = TestClient[Any]
FOOTNOTES = "Telegram 2146\r\n\r\n  Letter, 3 May\nnobody’s"


def words(client: Client, address: str, **asked: str) -> str:
    return " ".join(Page(client.get(address, params=asked).text).words.split())


def test_footnotes_are_found_line_by_line(client: Client) -> None:
    page = words(client, "/footnotes", q=FOOTNOTES)
    assert "2 of 3 found" in page
    assert "Telegram 2146 Letter from Ashdowne 75 % sure · daer/volumes/d3 agrees" in page
    assert "Letter, 3 May Letter from Ashdowne 75 % sure" in page
    assert "agrees kind telegram differs title Telegram from Pask to Ashdowne" in page
    assert "nobody’s Not found" in page
    html = Page(client.get("/footnotes", params={"q": FOOTNOTES}).text)
    assert "/documents/daer/volumes/d3" in html.values("href")
    assert FOOTNOTES.replace("\r\n", "\n") in html.words.replace("\r\n", "\n")


def test_too_much_at_once_is_refused(client: Client) -> None:
    many = client.get("/footnotes", params={"q": "Letter\n" * 51})
    assert many.status_code == 400
    assert "51 lines Wanted: 50 at once" in " ".join(Page(many.text).words.split())
    for address in ("/footnotes", "/quotations"):
        assert client.get(address, params={"q": "x" * 5001}).status_code == 400
        assert client.get(address, params={"q": "€" * 5000}).status_code == 414


def test_a_quotation_is_shown_beside_what_is_printed(client: Client) -> None:
    page = words(client, "/quotations", q="change")
    assert "3 passages No passage has it word for word." in page
    assert "Letter from Ashdowne 80 % of the words · 1932 · daer/volumes/d3 Note so change Yes." in page
    html = Page(client.get("/quotations", params={"q": "change"}).text)
    assert {"del", "ins"} <= {tag for tag, _ in html.elements}
    assert "/documents/daer/volumes/d3#:~:text=Letter%20from%20Ashdowne" in html.values("href")
    exact = words(client, "/quotations", q="letter")
    assert "Letter from Ashdowne word for word · 1932 · daer/volumes/d3 Note Letter from Ashdowne" in exact
    assert "No passage has it" not in exact
    assert "Nothing found" in words(client, "/quotations", q="nobody")


def test_a_quotation_that_cannot_be_read_is_told(client: Client) -> None:
    answer = client.get("/quotations", params={"q": '"open'})
    assert answer.status_code == 400
    assert "the quotation: no words Wanted: words Paste them." in " ".join(Page(answer.text).words.split())


@pytest.mark.parametrize("address", ["/footnotes", "/quotations"])
def test_the_forms_are_found_and_ask_nothing_of_their_own(client: Client, address: str) -> None:
    for page in ("/", "/search?q=letter"):
        assert address in Page(client.get(page).text).values("href")
    form = Page(client.get(f"{address}?q=%20%0A").text)
    assert address in form.values("action")
    assert not any("found" in each.get("id", "") for _, each in form.elements)
