from __future__ import annotations

import re

import pytest

from fonds.reading_room.figures.map import WIDTH, Circle, Spot, draw_map, land, project


def test_the_projection_has_the_proportions_of_its_paper() -> None:
    """Šavrič, Patterson and Jenny (2018): the width is 2.05458 times the height, the poles are 0.59 of the equator."""
    height = project(-90, 0)[1] - project(90, 0)[1]
    assert pytest.approx(2.05458, abs=1e-5) == WIDTH / height
    assert (project(90, 180)[0] - project(90, -180)[0]) / WIDTH == pytest.approx(0.59, abs=0.005)
    assert [project(0, degrees)[0] for degrees in (-180, -90, 0, 180)] == pytest.approx([0, 240, 480, 960])


def test_west_is_left_and_north_is_above() -> None:
    here, there = project(51.5, -0.1), project(-33.9, 151.2)
    assert here[0] < there[0]
    assert here[1] < there[1]


def test_no_line_of_the_land_goes_across_the_map() -> None:
    if not land():
        pytest.skip("the build did not bring the outlines")
    for ring in land().removesuffix("z").split("z"):
        points = [float(x) for x in re.findall(r"([\d.]+) -?[\d.]+", ring)]
        assert max(abs(one - other) for one, other in zip(points, [*points[1:], points[0]], strict=True)) < WIDTH / 4


def spot(name: str, latitude: float, longitude: float, documents: int) -> Spot:
    return Spot(name, latitude, longitude, documents, f"/search?q=&only=place%3D{name}")


def test_the_area_of_a_circle_is_as_its_documents() -> None:
    large, small, least = draw_map([spot("B", 0, 0, 25), spot("A", 40, 40, 100), spot("C", -20, -90, 1)]).circles
    assert (large.spot.name, small.spot.name) == ("A", "B")
    assert small.radius == pytest.approx(large.radius / 2, abs=0.1)
    assert least.radius >= 3


def _box(circle: Circle) -> tuple[float, float]:
    left = circle.name_x - {"start": 0, "middle": 3.2, "end": 6.4}[circle.anchor] * len(circle.spot.name)
    return left, left + 6.4 * len(circle.spot.name)


def test_names_do_not_stand_on_each_other() -> None:
    near = [spot(f"Place {number}", 50 + number / 10, 10, 20 - number) for number in range(8)]
    named = [each for each in draw_map(near).circles if each.anchor]
    assert 2 <= len(named) < len(near)
    for index, one in enumerate(named):
        for other in named[index + 1 :]:
            apart = _box(one)[1] < _box(other)[0] or _box(other)[1] < _box(one)[0]
            assert apart or abs(one.name_y - other.name_y) >= 11


def test_an_empty_map() -> None:
    assert draw_map([]).circles == ()
