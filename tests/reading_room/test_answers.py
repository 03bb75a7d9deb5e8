from __future__ import annotations

import pytest

from fonds.discovery import Count, Results
from fonds.reading_room.answers import ROWS, Facet, Row, counted_facets, facets
from fonds.reading_room.queries import Asked


def found(**counts: tuple[Count, ...]) -> Results:
    return Results("", 9, 0, 10, (), counts)


def test_each_value_leads_to_its_documents_and_to_all_others() -> None:
    made = facets(Asked("a"), found(kind=(Count("letter", 5),), decade=(Count("1930", 4), Count("undated", 1))), {})
    only, without = "/search?q=a&only=", "/search?q=a&without="
    assert [(each.heading, each.rows) for each in made] == [
        ("Kind", (Row("letter", 5, f"{only}kind%3Dletter", f"{without}kind%3Dletter", chosen=False),)),
        (
            "Decade",
            (
                Row("1930s", 4, f"{only}decade%3D1930", f"{without}decade%3D1930", chosen=False),
                Row("undated", 1, f"{only}decade%3Dundated", f"{without}decade%3Dundated", chosen=False),
            ),
        ),
    ]


def test_a_chosen_value_leads_to_all() -> None:
    asked = Asked("a", only=("kind=letter", "place=Orlec"))
    (kind,) = facets(asked, found(kind=(Count("letter", 5), Count("note", 1))), {})
    assert kind.rows == (
        Row("letter", 5, "/search?q=a&only=place%3DOrlec", "", chosen=True),
        Row(
            "note",
            1,
            "/search?q=a&only=kind%3Dletter&only=place%3DOrlec&only=kind%3Dnote",
            "/search?q=a&only=kind%3Dletter&only=place%3DOrlec&without=kind%3Dnote",
            chosen=False,
        ),
    )


def test_the_rarest_values_are_unfolded() -> None:
    places = tuple(Count(f"Place {number}", 20 - number) for number in range(ROWS + 3))
    (place,) = facets(Asked(), found(place=places), {})
    assert [row.label for row in place.rows + place.more] == [f"Place {n}" for n in range(ROWS + 3)]
    assert len(place.more) == 3


@pytest.mark.parametrize(
    ("facet", "value", "asked", "is_open"),
    [
        ("kind", "letter", Asked(), True),
        ("holding", "Record Office", Asked(), False),
        ("holding", "Record Office", Asked(only=("holding=Record Office",)), True),
    ],
)
def test_lesser_facets_are_closed_until_they_are_used(facet: str, value: str, asked: Asked, is_open: bool) -> None:  # noqa: FBT001 - of a table
    made: tuple[Facet, ...] = facets(asked, found(**{facet: (Count(value, 1),)}), {})
    assert [each.is_open for each in made] == [is_open]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (Asked(), set()),
        (Asked(names=True), {"from", "to", "person"}),
        (Asked(without=("to=Pask",)), {"to"}),
        (Asked(only=("from=Pask",)), {"from"}),
    ],
)
def test_names_are_counted_when_they_are_wanted(asked: Asked, wanted: set[str]) -> None:
    assert set(counted_facets(asked)) & {"from", "to", "person"} == wanted


def test_collections_are_called_by_their_titles() -> None:
    (made,) = facets(
        Asked(), found(collection=(Count("daer1932v02", 7), Count("letters", 3))), {"daer1932v02": "The Strait"}
    )
    assert [(row.label, row.address) for row in made.rows] == [
        ("The Strait", "/search?q=&only=collection%3Ddaer1932v02"),
        ("letters", "/search?q=&only=collection%3Dletters"),
    ]
