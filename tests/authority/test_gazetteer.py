from __future__ import annotations

import pytest

from fonds.authority.gazetteer import City, Gazetteer, gazetteer


def city(name: str, country: str, people: int, *names: str, region: str = "", is_capital: bool = False) -> City:
    return City(name, country, region, 0.0, 0.0, people, is_capital, names)


CITIES = Gazetteer(
    [
        city("Port Lorne", "Aldermere", 90_000, "portus lornensis", is_capital=True),
        city("Port Lorne", "Halvern", 18_500),
        city("Orlec", "Valmora", 800_000),
        city("Orlec", "United States", 99_000, region="Ohio"),
        city("Sundhafen", "Valmora", 600_000),
        city("Sundhafen", "Halvern", 90_000),
        city("Brannholt", "Halvern", 99_000),
        city("Neustadt", "Halvern", 2_000_000, "altstadt"),
        city("Altstadt", "Valmora", 20_000),
        city("Alt-Sarenne", "Valmora", 300_000, "sarenne"),
        city("Sarenne", "Valmora", 150_000),
        city("Georgia", "Georgia", 20_000),
    ]
)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        pytest.param("Orlec", ("Orlec", "Valmora"), id="much larger than the other"),
        pytest.param("  orlec ", ("Orlec", "Valmora"), id="spelled otherwise"),
        pytest.param("Orlec, Ohio", ("Orlec", "United States"), id="in a state"),
        pytest.param("Orlec, United States", ("Orlec", "United States"), id="in a country"),
        pytest.param("Orlec, the North", ("Orlec", "Valmora"), id="what is no country is not heeded"),
        pytest.param("Orlec, Halvern", None, id="none of that name in the country"),
        pytest.param("Sundhafen", None, id="not much larger than the other"),
        pytest.param("Brannholt", None, id="too small to be known by its name alone"),
        pytest.param("Brannholt, Halvern", ("Brannholt", "Halvern"), id="small, but in the country"),
        pytest.param("Port Lorne", None, id="a capital not far enough ahead"),
        pytest.param("Portus Lornensis", ("Port Lorne", "Aldermere"), id="a capital may be small"),
        pytest.param("Altstadt", ("Neustadt", "Halvern"), id="a former name of a far larger city"),
        pytest.param("Sarenne", ("Sarenne", "Valmora"), id="the name of today goes before a former one"),
        pytest.param("Nowhere", None, id="unknown"),
        pytest.param("", None, id="empty"),
        pytest.param(",", None, id="only a comma"),
    ],
)
def test_a_place_is_found_only_where_its_name_can_mean_no_other(place: str, wanted: tuple[str, str] | None) -> None:
    found = CITIES.find(place)
    assert (found and (found.name, found.country)) == wanted


def test_the_list_of_the_build() -> None:
    if gazetteer().find("London") is None:
        pytest.skip("the build did not bring the list of cities")
    found = {name: gazetteer().find(name) for name in ("Saigon", "Djakarta", "Geneva", "Springfield", "Palm Beach")}
    assert {name: each and each.country for name, each in found.items()} == {
        "Saigon": "Vietnam",
        "Djakarta": "Indonesia",
        "Geneva": "Switzerland",
        "Springfield": None,
        "Palm Beach": None,
    }
