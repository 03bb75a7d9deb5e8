from __future__ import annotations

from fonds.discovery import Count, Results
from fonds.reading_room.answers import Row, facets
from fonds.reading_room.queries import Asked


def found(**counts: tuple[Count, ...]) -> Results:
    return Results("", 9, 0, 10, (), counts)


def test_each_value_leads_to_its_documents() -> None:
    rows = facets(Asked("a"), found(kind=(Count("letter", 5), Count("cable", 2)), decade=(Count("1930", 4),)), {})
    assert rows == {
        "Kind": (
            Row("letter", 5, "/search?q=a&kind=letter", chosen=False),
            Row("cable", 2, "/search?q=a&kind=cable", chosen=False),
        ),
        "Decade": (Row("1930s", 4, "/search?q=a&from=1930&to=1939", chosen=False),),
        "Place": (),
        "Collection": (),
    }


def test_a_chosen_value_leads_to_all() -> None:
    asked = Asked("a", kind="letter", date_from="1930", date_to="1939")
    rows = facets(asked, found(kind=(Count("letter", 5),), decade=(Count("1930", 4),)), {})
    assert rows["Kind"] == (Row("letter", 5, "/search?q=a&from=1930&to=1939", chosen=True),)
    assert rows["Decade"] == (Row("1930s", 4, "/search?q=a&kind=letter", chosen=True),)


def test_what_cannot_be_asked_for_leads_nowhere() -> None:
    assert facets(Asked(), found(decade=(Count("undated", 3),)), {})["Decade"] == (Row("undated", 3, "", chosen=False),)


def test_the_rarest_values_are_left_out() -> None:
    places = tuple(Count(f"Place {number}", 20 - number) for number in range(11))
    assert [row.label for row in facets(Asked(), found(place=places), {})["Place"]] == [f"Place {n}" for n in range(10)]


def test_collections_are_called_by_their_titles() -> None:
    rows = facets(
        Asked(), found(collection=(Count("daer1932v02", 7), Count("letters", 3))), {"daer1932v02": "The Strait"}
    )
    assert [(row.label, row.address) for row in rows["Collection"]] == [
        ("The Strait", "/search?q=&collection=daer1932v02"),
        ("letters", "/search?q=&collection=letters"),
    ]
