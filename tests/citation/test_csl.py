from __future__ import annotations

import msgspec
import pytest
from cited_records import BARE, LETTER, SOURCE, TELEGRAM

from fonds.citation import csl_item
from fonds.citation.csl import person_name
from fonds.citation.parts import issued, senders, volume
from fonds.record import Date, Edition, Party, Record


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        pytest.param("1932-10-28", ((1932, 10, 28),), id="a day"),
        pytest.param("1932-10", ((1932, 10),), id="a month"),
        pytest.param("1932-12", ((1932, 12),), id="a December"),
        pytest.param("1932-02", ((1932, 2),), id="a February"),
        pytest.param("1932", ((1932,),), id="a year"),
        pytest.param("1932-10-28/1932-11-02", ((1932, 10, 28), (1932, 11, 2)), id="a span"),
        pytest.param("1932-10-01/1932-10-05", ((1932, 10, 1), (1932, 10, 5)), id="a span from a first"),
        pytest.param("1932-21", ((1932,),), id="a spring"),
        pytest.param("193X", ((1930,), (1939,)), id="a decade"),
        pytest.param("1932-10-28?", ((1932, 10, 28),), id="a doubtful day"),
        pytest.param("1932-10-28/..", (), id="an open end"),
        pytest.param("-0044-03-15", (), id="before our era"),
        pytest.param("28 October", (), id="not EDTF"),
        pytest.param(None, (), id="none"),
    ],
)
def test_dates_keep_no_more_than_is_known(edtf: str | None, parts: tuple[tuple[int, ...], ...]) -> None:
    assert issued(edtf) == parts


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("VI", "6"),
        ("Volume VI", "6"),
        ("Vol. XIV", "14"),
        ("XL", "40"),
        ("IIII", "IIII"),
        ("6", "6"),
        ("vol. 12", "12"),
        ("Volume VI, Part 2", "Volume VI, Part 2"),
        ("Voltaire", "Voltaire"),
        ("", ""),
        (None, ""),
    ],
)
def test_volumes_are_numbered_in_digits(printed: str | None, number: str) -> None:
    assert volume(Edition("Documents", volume=printed)) == number


@pytest.mark.parametrize(
    ("sent", "signed", "cited"),
    [
        pytest.param(("Envoy in Sarenne Pask",), ("E. Pask",), ("E. Pask",), id="signed with the full name"),
        pytest.param(("Envoy in Sarenne Pask",), ("A. Clerk",), ("Envoy in Sarenne Pask",), id="signed by another"),
        pytest.param(("Legation",), (), ("Legation",), id="not signed"),
        pytest.param(("Pask", "Moor"), ("E. Pask",), ("Pask", "Moor"), id="two senders"),
        pytest.param((), ("E. Pask",), (), id="no sender"),
    ],
)
def test_senders_are_cited_as_they_sign(sent: tuple[str, ...], signed: tuple[str, ...], cited: tuple[str, ...]) -> None:
    parties = [Party("from", name) for name in sent] + [Party("signed by", name) for name in signed]
    assert senders(msgspec.structs.replace(BARE, parties=tuple(parties))) == cited


@pytest.mark.parametrize(
    ("date", "issued_on"),
    [
        pytest.param(Date("spring 1932", "1932-21"), {"date-parts": [[1932]], "season": 1}, id="a season"),
        pytest.param(Date("about 1932", "1932~"), {"date-parts": [[1932]], "circa": True}, id="about"),
        pytest.param(Date("after 1931", "1932-01-01/.."), {"literal": "after 1931"}, id="one end"),
        pytest.param(Date("undated"), None, id="undated"),
    ],
)
def test_dates_say_how_sure_they_are(date: Date, issued_on: object) -> None:
    assert csl_item(msgspec.structs.replace(BARE, date=date)).get("issued") == issued_on


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        pytest.param("Anne B. Moor", {"family": "Moor", "given": "Anne B."}, id="in order"),
        pytest.param("Moor, Anne B.", {"family": "Moor", "given": "Anne B."}, id="turned round"),
        pytest.param("Moor", {"literal": "Moor"}, id="one word"),
        pytest.param("Moor,", {"literal": "Moor,"}, id="nothing after the comma"),
    ],
)
def test_editors_have_families(name: str, parts: dict[str, str]) -> None:
    assert person_name(name) == parts


def test_a_letter_in_an_archive() -> None:
    item = csl_item(LETTER)
    assert item["type"] == "personal_communication"
    assert item["author"] == [{"literal": "E. Pask"}]
    assert item["translator"] == [{"literal": "P. Aubenac"}]
    assert item["archive_location"] == "fond 4, opis 17"
    assert item["archive-place"] == "Aldermere"
    assert item["note"] == "Original language: ru"
    assert item["issued"] == {"date-parts": [[1932, 10, 28]]}


def test_a_document_in_an_edition_is_issued_with_it() -> None:
    item = csl_item(TELEGRAM)
    assert item["issued"] == {"date-parts": [[1986]]}
    assert item["original-date"] == {"date-parts": [[1932, 10, 27]]}
    assert item["container-title"] == "Documents on Aldermere’s External Relations, 1931–1933"
    assert (item["volume"], item["volume-title"], item["number"]) == ("6", "The Strait", "68")
    assert "note" not in item


def test_what_is_not_known_has_no_key() -> None:
    assert csl_item(BARE) == {"id": "letters/bare", "type": "document", "title": "A bare record"}
    undated = Record("a", "a", "A", SOURCE, date=Date("in spring"))
    assert "issued" not in csl_item(undated)
