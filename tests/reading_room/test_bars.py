"""Documents over time: what a bar stands for, and how high it is."""

from __future__ import annotations

import pytest

from fonds.reading_room.figures.bars import Bin, bins_of_days, bins_of_years, draw_bars


@pytest.mark.parametrize(
    ("counts", "bins"),
    [
        pytest.param([], [], id="none"),
        pytest.param([("1932", 3)], [("1932", "1932", "1932", 3)], id="one year"),
        pytest.param(
            [("1930", 1), ("1932", 2)],
            [("1930", "1930", "1930", 1), ("1931", "1931", "1931", 0), ("1932", "1932", "1932", 2)],
            id="years between",
        ),
    ],
)
def test_years(counts: list[tuple[str, int]], bins: list[tuple[str, str, str, int]]) -> None:
    assert bins_of_years(counts) == tuple(Bin(*each) for each in bins)


def test_centuries_are_shown_by_several_years() -> None:
    bins = bins_of_years([("0987", 1), ("1783", 2), ("1787", 3)])
    assert bins[0] == Bin("0980–0989", "0980", "0989", 1)
    assert bins[-1] == Bin("1780–1789", "1780", "1789", 5)


@pytest.mark.parametrize(
    ("days", "first", "count"),
    [
        pytest.param(["1932-10-27", "1933-02-01"], Bin("Oct 1932", "1932-10", "1932-10", 1), 5, id="months"),
        pytest.param(["1932-10-27", "1932-10-29"], Bin("27 Oct", "1932-10-27", "1932-10-27", 1), 3, id="days"),
        pytest.param(["1932-10-27", "1936-01-01"], Bin("1932", "1932", "1932", 1), 5, id="years"),
    ],
)
def test_days(days: list[str], first: Bin, count: int) -> None:
    bins = bins_of_days(days)
    assert (bins[0], len(bins)) == (first, count)


def test_the_highest_bar_fills_the_figure_and_all_fill_its_width() -> None:
    drawn = draw_bars([Bin("1", "1931", "1931", 5), Bin("2", "1932", "1932", 10)], height=100)
    low, high = drawn.bars
    assert (high.y, high.y + high.height) == (18, drawn.foot)
    assert low.height * 2 == high.height
    assert (low.x, low.width, high.x, high.width) == (0, 50, 50, 50)


def test_labels_do_not_run_into_each_other() -> None:
    drawn = draw_bars(bins_of_years([("1900", 1), ("1999", 1)]))
    assert [bar.bin.label for bar in drawn.bars if bar.label] == [str(year) for year in range(1900, 2000, 10)]
    assert [bar.bin.label for bar in drawn.bars if bar.label == "major"] == ["1920", "1960"]
