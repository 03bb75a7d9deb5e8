"""What readers take away: figures as drawings and tables, and the documents that they found."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from litestar.testing import TestClient
from lxml import etree
from msgspec import structs
from reading_room_desk import TELEGRAM, Desk, reading_room

Client = TestClient[Any]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("address", "shape"),
    [
        ("/figures/correspondence.svg", "circle"),
        ("/figures/places.svg?q=letter", "circle"),
        ("/figures/found.svg?q=pask", "rect"),
        ("/figures/chronology.svg", "rect"),
        ("/figures/chronology.svg?from=1932-10-27", "rect"),
    ],
)
def test_a_figure_is_a_drawing_that_stands_by_itself(client: Client, address: str, shape: str) -> None:
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "attachment" in answer.headers["content-disposition"]
    drawing = etree.fromstring(answer.content)
    assert drawing.tag == f"{SVG}svg"
    assert float(drawing.get("width", "0")) >= 900
    assert drawing.findtext(f"{SVG}title", "").startswith("The Velmar Strait: ")
    assert len(drawing.findtext(f"{SVG}desc", "")) > 40
    assert drawing.findall(f".//{SVG}{shape}")
    assert drawing.findall(f".//{SVG}a") == []


@pytest.mark.parametrize(
    ("address", "columns"),
    [
        ("/figures/places.csv", ["place", "records", "city", "latitude", "longitude"]),
        ("/figures/found.csv?q=pask", ["date", "records"]),
        ("/figures/chronology.csv", ["first", "last", "records"]),
        ("/figures/correspondence.csv", ["sender", "addressee", "records", "first", "last"]),
    ],
)
def test_the_numbers_of_a_figure_say_how_they_came_about(client: Client, address: str, columns: list[str]) -> None:
    method, *rows = client.get(address).text.splitlines()
    assert method.startswith("# Records ")
    table = list(csv.reader(rows))
    assert table[0] == columns
    assert len(table) > 1


@pytest.mark.parametrize(
    ("form", "media_type", "has"),
    [
        ("csv", "text/csv", "Telegram from Pask"),
        ("jsonl", "application/jsonl", '"id":"daer/volumes/d4"'),
        ("ris", "application/x-research-info-systems", "TY  - "),
        ("bibtex", "application/x-bibtex", "@"),
        ("csl-json", "application/vnd.citationstyles.csl+json", '"title":'),
    ],
)
def test_what_was_found_can_be_taken_away(client: Client, form: str, media_type: str, has: str) -> None:
    answer = client.get(f"/found/{form}?q=pask")
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert has in answer.text
    assert "Letter from Ashdowne" not in answer.text


def test_no_other_form_is_given(client: Client) -> None:
    answer = client.get("/found/docx?q=pask")
    assert answer.status_code == 404
    assert "CSV" in answer.text or "csv" in answer.text


def test_names_in_a_drawing_are_no_markup() -> None:
    hostile = structs.replace(TELEGRAM, title="<script>alert(1)</script>", collection="<b>&")
    with TestClient(reading_room(Desk([hostile]))) as client:
        drawing = etree.fromstring(client.get("/figures/chronology.svg?from=1932-10-27").content)
    assert drawing.findall(f".//{SVG}script") == []
    assert "<script>alert(1)</script>" in [each.text for each in drawing.iter(f"{SVG}title")]
