from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

Client = TestClient[Any]
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "font-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize(
    "address", ["/", "/nowhere", "/search?page=0", "/api/statistics", "/api/nowhere", "/static/0/style.css"]
)
def test_every_answer_has_the_security_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-cache"
    assert "set-cookie" not in headers


@pytest.mark.parametrize(("length", "status"), [(16_384, 400), (16_385, 414)])
def test_addresses_have_a_longest_length(client: Client, length: int, status: int) -> None:
    answer = client.get(f"/search?q={'x' * (length - 2)}")
    assert answer.status_code == status


def test_head_is_get_without_the_content(client: Client) -> None:
    answer, asked = client.head("/"), client.get("/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == asked.headers["content-length"]


@pytest.mark.parametrize("address", ["/", "/search", "/api/statistics"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: Client, method: str, address: str) -> None:
    answer = client.request(method, address)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_pages_are_compressed_for_those_who_ask(client: Client) -> None:
    assert client.get("/", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/", headers={"accept-encoding": "identity"}).headers
