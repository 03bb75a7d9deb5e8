from __future__ import annotations

import re

import pytest

from fonds.reading_room.figures.labels import LETTER, LINE, Mark, place_labels
from fonds.reading_room.figures.map import WIDTH, Spot, draw_map, land, project


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


def test_names_do_not_stand_on_each_other() -> None:
    marks = [Mark(f"Place {number}", 480, 100 + 4 * number, 3) for number in range(9)]
    labels = place_labels(marks, WIDTH)
    assert 3 <= len([each for each in labels if each]) < len(marks)
    boxes = [
        (label.x - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * LETTER * len(mark.name), label.y)
        for mark, label in zip(marks, labels, strict=True)
        if label
    ]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert abs(one[0] - other[0]) >= LETTER * 7 or abs(one[1] - other[1]) >= LINE


def test_names_stand_clear_of_circles() -> None:
    (label,) = place_labels([Mark("Name", 480, 100, 3)], WIDTH, clear_of=[Mark("", 500, 100, 10)])
    assert label
    assert label.anchor == "end"


@pytest.mark.parametrize(("x", "anchor"), [(10, "start"), (950, "end")])
def test_names_stay_within_the_figure(x: float, anchor: str) -> None:
    (label,) = place_labels([Mark("A long name of a place", x, 100, 4)], WIDTH)
    assert label
    assert label.anchor == anchor


def test_an_empty_map() -> None:
    assert draw_map([]).circles == ()
