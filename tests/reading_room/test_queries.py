from __future__ import annotations

import pytest

from fonds.reading_room.queries import Asked


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        pytest.param(Asked(), "/search?q=", id="nothing"),
        pytest.param(Asked("a & b"), "/search?q=a+%26+b", id="words"),
        pytest.param(Asked("a", date_from="1932", date_to="1933-02"), "/search?q=a&from=1932&to=1933-02", id="dates"),
        pytest.param(Asked(notes=True, editor=True), "/search?q=&notes=1&editor=1", id="what else to search"),
    ],
)
def test_a_question_has_an_address(asked: Asked, wanted: str) -> None:
    assert asked.address() == wanted


def test_addresses_of_other_questions() -> None:
    asked = Asked("a", kind="letter", place="Orlec")
    assert asked.address(kind="") == "/search?q=a&place=Orlec"
    assert asked.address(kind="telegram") == "/search?q=a&kind=telegram&place=Orlec"
    assert asked.page_address(1) == asked.address() == "/search?q=a&kind=letter&place=Orlec"
    assert asked.page_address(3) == "/search?q=a&kind=letter&place=Orlec&page=3"
    assert asked.unfiltered == "/search?q=a"
    assert asked.with_notes == "/search?q=a&kind=letter&place=Orlec&notes=1&editor=1"
    assert asked.api_address(3) == "/api/search?q=a&kind=letter&place=Orlec&limit=10&offset=20"


def test_what_is_set_can_be_left_out_again() -> None:
    asked = Asked("a", date_from="1932", person="Pask", notes=True)
    assert [(each.label, each.value, each.without) for each in asked.filters] == [
        ("From", "1932", "/search?q=a&person=Pask&notes=1"),
        ("Person", "Pask", "/search?q=a&from=1932&notes=1"),
        ("Searched too", "editors’ notes", "/search?q=a&from=1932&person=Pask"),
    ]


def test_values_of_facets_can_be_left_out_again() -> None:
    asked = Asked("a", only=("kind=letter", "place=A=B"), without=("to=Pask",))
    assert [(each.label, each.value, each.without) for each in asked.filters] == [
        ("Kind", "letter", "/search?q=a&only=place%3DA%3DB&without=to%3DPask"),
        ("Place", "A=B", "/search?q=a&only=kind%3Dletter&without=to%3DPask"),
        ("Not Addressee", "Pask", "/search?q=a&only=kind%3Dletter&only=place%3DA%3DB"),
    ]
