"""Records in which every field is an attack: each word of theirs must reach the reader as a word."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from html_reading import Page
from litestar.testing import TestClient
from reading_room_desk import PASK, TELEGRAM, Desk, reading_room

from fonds.record import Record

ATTACKS = [
    "<script>alert(1)</script>",
    "'\" onmouseover='alert(1)' x=\"",
    "javascript:alert(1)",
    "</title></textarea></style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!-- &lt;script&gt;",
]
KEPT = {"role", "kind", "precision", "language", "start", "end", "anchor", "edtf"}
"""Fields with fixed values, or on which the page's form depends; their own tests attack them."""


def attacked(value: Any, attack: str) -> Any:
    """The same with the attack for every string in it that is free text."""
    if isinstance(value, str):
        return attack
    if isinstance(value, list):
        return [attacked(each, attack) for each in value]
    if isinstance(value, dict):
        return {name: each if name in KEPT else attacked(each, attack) for name, each in value.items()}
    return value


@pytest.fixture(params=ATTACKS, scope="module")
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pages(attack: str) -> list[Page]:
    record = msgspec.convert(attacked(msgspec.to_builtins(TELEGRAM), attack), Record)
    text = msgspec.structs.replace(record.texts[0], content=attack * 9, language=attack)
    record = msgspec.structs.replace(record, texts=(text,), kind=attack, language=attack)
    desk = Desk([record], name=attack)
    desk.listed = (msgspec.structs.replace(PASK, id=attack, name=attack, description=attack),)
    with TestClient(reading_room(desk)) as client:
        asked = {"q": attack, "kind": attack, "place": attack, "person": attack, "collection": attack}
        answers = [
            client.get("/"),
            client.get("/search", params={"q": attack}),
            client.get("/search", params=asked),
            client.get("/search", params=asked | {"q": attack + '"' if attack.count('"') % 2 == 0 else attack}),
            client.get("/search", params={"page": attack}),
            client.get("/similar/" + attack.replace("/", "|")),
            client.get("/sets/" + attack.replace("/", "|")),
            client.get("/documents/x/" + attack.replace("/", "|")),
            client.get("/footnotes", params={"q": attack}),
            client.get("/quotations", params={"q": attack}),
            client.get("/licences"),
        ]
        links = {link for link in Page(answers[1].text).values("href") if link.startswith(("/doc", "/coll"))}
        answers += [client.get(link) for link in links]
    assert len(links) == 2
    return [Page(answer.text) for answer in answers]


def test_no_page_is_broken(pages: list[Page]) -> None:
    assert [page.faults for page in pages] == [[]] * len(pages)


def test_no_page_runs_or_loads_anything(pages: list[Page]) -> None:
    for page in pages:
        assert not {tag for tag, _ in page.elements} & {"img", "style", "iframe"}
        assert {each.get("id") for tag, each in page.elements if tag == "textarea"} <= {"pasted"}
        assert all(each.startswith("/static/") for each in page.values("src"))
        assert all("src" in attributes for tag, attributes in page.elements if tag == "script")
        assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
        assert not [link for link in page.values("href") if not link.startswith(("/", "#"))]


def test_the_words_are_shown_as_they_are(pages: list[Page], attack: str) -> None:
    assert all(" ".join(attack.split()) in " ".join(page.words.split()) for page in pages)
