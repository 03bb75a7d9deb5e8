"""Where documents were written: the places that an answer tells, on a map and as a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from fonds.archive import Archive
from fonds.authority.gazetteer import City, gazetteer
from fonds.discovery import Count
from fonds.reading_room.answers import over_time, search
from fonds.reading_room.figures.bars import Bars
from fonds.reading_room.figures.map import Map, Spot, draw_map
from fonds.reading_room.queries import MOST_VALUES, Asked

_ALL = 65_000


class Place(Struct, frozen=True):
    """A place as documents name it, with their number, and the city that it is; None where that is in doubt."""

    name: str
    documents: int
    city: City | None


class PlacesPage(Struct, frozen=True):
    """What the page shows: `found` documents, `told` of which tell a place, `placed` one that is on the map."""

    found: int
    told: int
    placed: int
    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    map: Map
    years: Bars

    @property
    def nowhere(self) -> tuple[Place, ...]:
        """The places that are not on the map."""
        return tuple(place for place in self.places if place.city is None)


def places_page(archive: Archive, asked: Asked) -> PlacesPage:
    """The places of all that is found. Raises QueryError."""
    results = search(archive, asked, limit=0, facets=("place",), values=_ALL, histogram=True)
    places = tuple(_placed(count) for count in results.counts["place"])
    spots = tuple(_spots(asked, places))
    return PlacesPage(
        found=results.total,
        told=sum(place.documents for place in places),
        placed=sum(spot.documents for spot in spots),
        places=places,
        spots=spots,
        map=draw_map(spots),
        years=over_time(results),
    )


def _placed(count: Count) -> Place:
    return Place(count.value, count.count, gazetteer().find(count.value))


def _spots(asked: Asked, places: tuple[Place, ...]) -> Iterator[Spot]:
    """The cities, each once, whatever documents call it; called as most of them do."""
    cities: dict[City, list[Place]] = defaultdict(list)
    for place in places:
        if place.city:
            cities[place.city].append(place)
    for city, named in cities.items():
        others = tuple(each for each in asked.only if not each.startswith("place="))
        wanted = (*others, *(f"place={place.name}" for place in named))[:MOST_VALUES]
        documents = sum(place.documents for place in named)
        yield Spot(named[0].name, city.latitude, city.longitude, documents, asked.address(only=wanted))
