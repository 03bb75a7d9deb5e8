from __future__ import annotations

from typing import Any

import msgspec
import pytest
from discovery_cases import TELEGRAM, record

from fonds.discovery import index_document
from fonds.discovery.document import FIRST_DAY, LAST_DAY
from fonds.record import Party


def described(edtf: str | None) -> dict[str, Any]:
    document: dict[str, Any] = msgspec.json.decode(index_document(record(7, "Words.", edtf=edtf)))
    return document


def test_layers_are_kept_apart() -> None:
    document = msgspec.json.decode(index_document(TELEGRAM))
    assert document["text"] == "The gunboats leave Valmoran; negotiations go on. Tolliver agrees."
    assert document["editor"] == "[swift] Pask reports a departure."
    assert document["note"] == "The despatch was misfiled."
    assert document["person"] == ["Edwin Pask", "Ashdowne", "Tolliver"]
    assert document["place"] == "Port Sarenne"
    assert document["decade"] == "1930"


@pytest.mark.parametrize(
    ("edtf", "lower", "upper", "decade"),
    [
        pytest.param("1962-10-27", 19621027, 19621027, "1960", id="day"),
        pytest.param("1962-02", 19620201, 19620228, "1960", id="month"),
        pytest.param("1969/1970", 19690101, 19701231, "1960", id="over two decades"),
        pytest.param("1962/..", 19620101, LAST_DAY, "1960", id="open end"),
        pytest.param("../1962", FIRST_DAY, 19621231, "1960", id="open start"),
        pytest.param("XXXX-10-27", 1027, 99991027, "undated", id="no year"),
        pytest.param("0962", 9620101, 9621231, "0960", id="before the year 1000"),
        pytest.param("-0044-03-15", -439685, -439685, "undated", id="before the year 0"),
        pytest.param("soon", LAST_DAY, FIRST_DAY, "undated", id="no date"),
        pytest.param(None, LAST_DAY, FIRST_DAY, "undated", id="none"),
    ],
)
def test_days(edtf: str | None, lower: int, upper: int, decade: str) -> None:
    document = described(edtf)
    assert (document["lower"], document["upper"], document["decade"]) == (lower, upper, decade)


def test_accents_are_one_with_their_letters() -> None:
    document = msgspec.json.decode(index_document(record(1, "Gare\u0301e", title="Cafe\u0301")))
    assert (document["text"], document["title"]) == ("Gar\u00e9e", "Caf\u00e9")


def test_order_is_by_day_then_number() -> None:
    dates = [(1, "-0044"), (2, "1962"), (10, "1962"), (11, "1962-01-02"), (1, "1963"), (1, "9999-12-31"), (1, None)]
    orders = [msgspec.json.decode(index_document(record(n, "", edtf=edtf)))["order"] for n, edtf in dates]
    assert orders == sorted(set(orders))
    assert orders[-1] < 2**63


def test_no_two_records_have_one_order() -> None:
    collections = (record(1, "", edtf="1962"), msgspec.structs.replace(record(1, "", edtf="1962"), id="quay/d1"))
    assert len({msgspec.json.decode(index_document(each))["order"] for each in collections}) == 2


def test_people_are_found_as_printed_and_as_listed_and_counted_as_listed() -> None:
    sender = Party("from", "the Consul", "p1")
    later = Party("translated by", "Otto Reed")
    letter = msgspec.structs.replace(record(1, ""), parties=(sender, Party("to", "Ashdowne"), later))
    document = msgspec.json.decode(index_document(letter, {"p1": "Pask, Edwin R., Jr."}))
    assert document["person"] == ["the Consul", "Pask, Edwin R., Jr.", "Edwin R. Pask", "Ashdowne"]
    assert document["person_name"] == ["Pask, Edwin R., Jr.", "Ashdowne"]
    assert (document["from"], document["to"]) == (document["person"][:3], ["Ashdowne"])


@pytest.mark.parametrize(
    ("edtf", "year", "month"),
    [
        pytest.param("1962-10-27", "1962", "1962-10", id="day"),
        pytest.param("1962", "1962", "1962", id="year"),
        pytest.param("1961/1963", "1961/1963", "1961/1963", id="years"),
        pytest.param("1962-10/1962-11", "1962", "1962", id="months"),
        pytest.param("1962/..", None, None, id="open"),
        pytest.param("XXXX-10-27", None, None, id="no year"),
        pytest.param("-0044", None, None, id="before the year 0"),
        pytest.param(None, None, None, id="none"),
    ],
)
def test_year_and_month_are_as_the_date_tells(edtf: str | None, year: str | None, month: str | None) -> None:
    document = described(edtf)
    assert (document.get("year"), document.get("month")) == (year, month)


def test_archive_order_counts_as_people_do() -> None:
    shelves = [msgspec.json.decode(index_document(record(n, "")))["shelf"] for n in (2, 10, 9)]
    assert sorted(shelves) == [shelves[0], shelves[2], shelves[1]]
