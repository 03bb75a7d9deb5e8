"""Documents hour by hour, and who writes to whom: where the figures put what."""

from __future__ import annotations

from datetime import date

import pytest

from fonds.catalogue import Exchange
from fonds.reading_room.correspondence import make_matrix
from fonds.reading_room.figures.lanes import DOT, MOST_LANES, ROW, Moment, draw_lanes
from fonds.reading_room.figures.network import HEIGHT, MOST_NODES, WIDTH, draw_network

DAY = date(1932, 10, 27)


def moment(name: str, day: str, minute: int | None = None, received: int | None = None, among: str = "v") -> Moment:
    return Moment(name, name, among, day, minute, received)


@pytest.mark.parametrize(
    ("placed", "x", "width", "received"),
    [
        pytest.param(moment("a", "1932-10-27"), 0, 50, None, id="a day lies across the day"),
        pytest.param(moment("a", "1932-10-28", 720), 75, DOT, None, id="noon of the second day"),
        pytest.param(moment("a", "1932-10-27", 720, 1080), 25, DOT, 37.5, id="received later that day"),
        pytest.param(moment("a", "1932-10-27", 720, 60), 25, DOT, None, id="received at an hour before: another day"),
        pytest.param(moment("a", "1932-10-27", None, 60), 0, 50, None, id="received, but nobody knows when written"),
    ],
)
def test_nothing_is_drawn_more_exactly_than_it_is_dated(
    placed: Moment, x: float, width: float, received: float | None
) -> None:
    (lane,) = draw_lanes([placed], DAY, 2).lanes
    (drawn,) = lane.drawn
    assert (drawn.x, drawn.width, drawn.received) == (x, width, received)


def test_documents_of_one_time_stand_below_each_other() -> None:
    same = [moment(name, "1932-10-27", 600) for name in "abc"]
    (lane,) = draw_lanes([*same, moment("d", "1932-10-27", 900)], DAY, 1).lanes
    rows = [(each.moment.id, (each.y - lane.drawn[0].y) // ROW) for each in lane.drawn]
    assert rows == [("a", 0), ("b", 1), ("c", 2), ("d", 0)]


def test_the_rarest_collections_share_a_lane() -> None:
    many = [moment(f"{n}-{m}", "1932-10-27", among=f"c{n}") for n in range(MOST_LANES + 2) for m in range(20 - n)]
    lanes = draw_lanes(many, DAY, 1).lanes
    assert [lane.collection for lane in lanes] == [*(f"c{n}" for n in range(MOST_LANES)), ""]
    assert len({each.moment.id for lane in lanes for each in lane.drawn}) == len(many)


def exchanges(count: int) -> tuple[Exchange, ...]:
    return tuple(Exchange("Pask", f"Post {n:02}", 99 - n, None, None) for n in range(count))


def test_a_network_has_the_busiest_within_its_frame() -> None:
    network = draw_network(exchanges(MOST_NODES + 5))
    assert len(network.nodes) == MOST_NODES
    assert network.left_out == 6
    assert network.nodes[0].name == "Pask"
    assert {link.exchange.addressee for link in network.links} == {node.name for node in network.nodes[1:]}
    assert all(0 < node.x < WIDTH and 0 < node.y < HEIGHT for node in network.nodes)
    assert len({(node.x, node.y) for node in network.nodes}) == MOST_NODES


def test_a_network_is_the_same_each_time() -> None:
    first = draw_network(exchanges(9))
    draw_network.cache_clear()
    assert draw_network(exchanges(9)) == first


@pytest.mark.parametrize("count", [0, 1])
def test_a_small_network(count: int) -> None:
    assert len(draw_network(exchanges(count)).nodes) == 2 * count


def test_somebody_who_writes_to_themselves_has_a_loop() -> None:
    (link,) = draw_network((Exchange("Pask", "Pask", 1, None, None),)).links
    assert "a6 6" in link.path


def test_a_matrix_has_a_cell_for_each_pair() -> None:
    matrix = make_matrix(
        (Exchange("A", "B", 80, None, None), Exchange("C", "B", 1, None, None), Exchange("A", "D", 20, None, None))
    )
    assert matrix.addressees == ("B", "D")
    found = [(row.sender, [(cell.records, cell.depth) for cell in row.cells]) for row in matrix.rows]
    assert found == [("A", [(80, 3), (20, 2)]), ("C", [(1, 1), (0, 0)])]
