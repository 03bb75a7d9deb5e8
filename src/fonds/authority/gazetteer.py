"""Where places are: their names looked up in a list of the cities of the world. When in doubt, a place is nowhere.

The list (GeoNames: cities with more than 15,000 people) is brought by the build, with the names that cities had before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from fonds.authority.spelling import fold

LEAST: Final = 100_000
"""People of a city that is known by its name alone, unless it is a capital: smaller ones share theirs with others."""
AHEAD: Final = 8
AHEAD_OF_A_CAPITAL: Final = 5
"""How many times as large a city must be as the next of its name, to be the one that is meant."""


class City(Struct, frozen=True):
    """A city of the list: name, country, state (of the United States only), and where it is, in degrees.

    `names` are those that it goes by in other languages and went by in former times, folded.
    """

    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    people: int
    is_capital: bool
    names: tuple[str, ...] = ()


class Gazetteer:
    """Finds the city that a name means."""

    def __init__(self, cities: Iterable[City]) -> None:
        self._by_own_name: dict[str, list[City]] = defaultdict(list)
        self._by_any_name: dict[str, list[City]] = defaultdict(list)
        regions: set[str] = set()
        for city in cities:
            own = fold(city.name)
            self._by_own_name[own].append(city)
            for name in {own, *city.names}:
                self._by_any_name[name].append(city)
            regions |= {city.country, city.region}
        self._regions = {fold(each) for each in regions if each}

    def find(self, place: str) -> City | None:
        """The city that the words of a place mean: "Saigon", "Athens, Georgia". None where more than one may be meant.

        The only city of its name counts if it is large, or a capital; among several, one that is much larger than the
        others; those that bear the name today go before those that have it in another language, or had it. What
        follows a comma is heeded if it is a country or a state of the list.
        """
        name, region = (fold(each).strip() for each in place.partition(",")[::2])
        least = LEAST
        found = [self._by_own_name.get(name, []), self._by_any_name.get(name, [])]
        if region in self._regions:
            least = 0
            found = [[city for city in cities if region in {fold(city.country), fold(city.region)}] for cities in found]
        return _foremost(found[0], least) or _foremost(found[1], least)


def _foremost(found: list[City], least: int) -> City | None:
    """The city that is so far ahead of the others that it is meant."""
    if not found:
        return None
    first, *others = sorted(found, key=lambda city: -city.people)
    if first.people < least and not first.is_capital:
        return None
    ahead = AHEAD_OF_A_CAPITAL if first.is_capital else AHEAD
    return first if not others or first.people >= ahead * others[0].people else None


@cache
def gazetteer() -> Gazetteer:
    """The cities that the build brought; an empty list where it was not run."""
    table = files("fonds.authority") / "vendor" / "cities.tsv"
    if not table.is_file():
        return Gazetteer(())
    return Gazetteer(_city(row) for row in table.read_text("utf-8").splitlines())


def _city(row: str) -> City:
    name, country, region, latitude, longitude, people, is_capital, names = row.split("\t")
    other = tuple(names.split("|")) if names else ()
    return City(name, country, region, float(latitude), float(longitude), int(people), is_capital == "1", other)
