"""Which days a date can stand for: by a table, and against the `edtf` package where the two should agree."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fonds.dates import day_bounds, shortest_edtf

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import edtf

BOUNDS = {
    "1962": ("1962-01-01", "1962-12-31"),
    "1962-10": ("1962-10-01", "1962-10-31"),
    "1962-10-28": ("1962-10-28", "1962-10-28"),
    "1964-02": ("1964-02-01", "1964-02-29"),
    "0000": ("0000-01-01", "0000-12-31"),
    "-0044-03-15": ("-0044-03-15", "-0044-03-15"),
    "-001X": ("-0019-01-01", "-0010-12-31"),
    "1962-10-28T17:30:00Z": ("1962-10-28", "1962-10-28"),
    "1962-10-28/1962-11-02": ("1962-10-28", "1962-11-02"),
    "1962/1963-02": ("1962-01-01", "1963-02-28"),
    "1962-10/..": ("1962-10-01", None),
    "../1962-10": (None, "1962-10-31"),
    "/1962": (None, "1962-12-31"),
    "1962/": ("1962-01-01", None),
    "../..": (None, None),
    "1962?": ("1962-01-01", "1962-12-31"),
    "1962-10-28~": ("1962-10-28", "1962-10-28"),
    "1962-?10-28": ("1962-10-28", "1962-10-28"),
    "1962-10-28?/1962-11%": ("1962-10-28", "1962-11-30"),
    "196X": ("1960-01-01", "1969-12-31"),
    "19XX": ("1900-01-01", "1999-12-31"),
    "XXXX": ("0000-01-01", "9999-12-31"),
    "1962-XX": ("1962-01-01", "1962-12-31"),
    "1962-1X": ("1962-10-01", "1962-12-31"),
    "1962-10-2X": ("1962-10-20", "1962-10-29"),
    "1962-0X-31": ("1962-01-31", "1962-08-31"),
    "1962-21": ("1962-03-01", "1962-05-31"),
    "1963-24": ("1963-12-01", "1964-02-29"),
    "1962-36": ("1962-10-01", "1962-12-31"),
    "1962-41": ("1962-07-01", "1962-12-31"),
    "[1962,1964-10]": ("1962-01-01", "1964-10-31"),
    "[1964-10, 1962]": ("1962-01-01", "1964-10-31"),
    "{1962-10-01..1962-10-05,1962-10-03}": ("1962-10-01", "1962-10-05"),
    "[..1962-10-01]": (None, "1962-10-01"),
    "[1961,1962-10-01..]": ("1961-01-01", None),
}
NOT_DATES = [
    "", "/", "garbage", "28 October 1962", "196", "62", "1962-1-2", "1962-13", "1962-00", "1962-02-30", "1962-10-2?5",
    "19?62", "1962-10-28/garbage", "1962-10-28/1962-10-01", "1962/1963/1964", "1962-21-05", "[1962", "[]", "[1962,]",
    "[..]", "[1962}", "{1962,garbage}", "Y17E7", "Y12345", "1950S2", "١٩٦٢", "1962\n", "1962-10-28T17:30", "²962", "[",
]  # fmt: skip


@pytest.mark.parametrize(("date", "bounds"), BOUNDS.items(), ids=BOUNDS)
def test_bounds(date: str, bounds: tuple[str | None, str | None]) -> None:
    assert day_bounds(date) == bounds


@pytest.mark.parametrize(
    "edtf",
    ["1962-10-28", "1964-02", "1962", "193X", "-0044", "-0044-03-15", "1962-10-28/1962-11-02", "1962-10-01/..", None],
)
def test_bounds_are_told_in_short(edtf: str | None) -> None:
    assert shortest_edtf(*day_bounds(edtf or "")) == edtf


@pytest.mark.parametrize("words", NOT_DATES, ids=ascii)
def test_what_is_no_date_has_no_bounds(words: str) -> None:
    assert day_bounds(words) == (None, None)


def days() -> st.SearchStrategy[str]:
    exact = st.dates().map(lambda day: day.isoformat())
    cut = st.builds(lambda day, length: day[:length], exact, st.sampled_from([4, 7, 10]))
    return st.builds(lambda day, doubt: day + doubt, cut, st.sampled_from(["", "?", "~", "%"]))


@settings(max_examples=40, deadline=None)
@given(st.one_of(days(), st.tuples(days(), days()).map(sorted).map("/".join)))
def test_bounds_are_those_of_the_edtf_package(date: str) -> None:
    parsed = edtf.parse_edtf(date)
    wanted = tuple(
        f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" for day in (parsed.lower_strict(), parsed.upper_strict())
    )
    if wanted[0] <= wanted[1]:
        assert day_bounds(date) == wanted


@settings(deadline=None)
@given(st.one_of(st.text(), st.text("0123456789X-/[]{},.?~%T:Z")))
def test_any_words_give_bounds_in_order(words: str) -> None:
    lower, upper = day_bounds(words)
    if lower and upper and not lower.startswith("-"):
        assert lower <= upper
