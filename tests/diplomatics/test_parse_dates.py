"""Printed dates and datelines mean what they say."""

from __future__ import annotations

import time
from datetime import date

import pytest
from edtf import is_valid_edtf
from hypothesis import given
from hypothesis.strategies import dates

from fonds.dates import day_bounds
from fonds.diplomatics.dateline import parse_dateline
from fonds.diplomatics.dates import find_dates, parse_date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@pytest.mark.parametrize(
    ("words", "edtf", "clock", "precision"),
    [
        ("October 28, 1962, 6 p.m.", "1962-10-28", "18:00", "minute"),
        ("May 3, 1949—2 p. m.", "1949-05-03", "14:00", "minute"),
        ("May 3, 1949,10:55 a.m.", "1949-05-03", "10:55", "minute"),
        ("May 3, 1949—noon", "1949-05-03", "12:00", "minute"),
        ("May 3, 1949, midnight", "1949-05-03", "00:00", "minute"),
        ("May 3, 1949, 1511Z", "1949-05-03", "15:11", "minute"),
        ("May 3, 1949, 3–5:30 p.m.", "1949-05-03", "15:00/17:30", "minute"),
        ("May 3, 1949, 11 a.m.-1:05 p.m.", "1949-05-03", "11:00/13:05", "minute"),
        ("May 3, 1949, 25 p.m.", "1949-05-03", None, "day"),
        ("28 October 1962", "1962-10-28", None, "day"),
        ("28/X/62", "1962-10-28", None, "day"),
        ("1962-10-28", "1962-10-28", None, "day"),
        ("10:05 a.m., May 3, 1949", "1949-05-03", "10:05", "minute"),
        ("May 3, 1949, l p.m.", "1949-05-03", "13:00", "minute"),
        ("May 3, 1949, 11:30–12:15 p.m.", "1949-05-03", "11:30/12:15", "minute"),
        ("May 3, 1949, 10 a.m.–noon", "1949-05-03", "10:00/12:00", "minute"),
        ("Friday 12 May 1944, 17:30", "1944-05-12", "17:30", "minute"),
        ("281511Z Oct 62", "1962-10-28", "15:11", "minute"),
        ("28 Oct 62", "1962-10-28", None, "day"),
        ("12th day of September, 1953", "1953-09-12", None, "day"),
        ("[October 28, 1962]", "1962-10-28", None, "day"),
        ("October [28], 1962", "1962-10-28", None, "day"),
        ("28/10/62", "1962-10-28", None, "day"),
        ("10/28/1962", "1962-10-28", None, "day"),
        ("10/12/1962", "[1962-10-12,1962-12-10]", None, "day"),
        ("10.12.1962", "1962-12-10", None, "day"),
        ("May 23 [24], 1949", "1949-05-24", None, "day"),
        ("June 14 [15?], 1949", "1949-06-15?", None, "day"),
        ("August 27?, 1956", "1956-08-27?", None, "day"),
        ("circa October 1962", "1962-10~", None, "month"),
        ("late May 1962", "1962-05~", None, "month"),
        ("before 12 March 1783", "../1783-03-12", None, "interval"),
        ("after March 12, 1783", "1783-03-12/..", None, "interval"),
        ("between May 3, 1949 and June 5, 1950", "1949-05-03/1950-06-05", None, "interval"),
        ("November 15 and 17, 1962", "{1962-11-15,1962-11-17}", None, "interval"),
        ("November 15 and 16, 1962", "1962-11-15/1962-11-16", None, "interval"),
        ("November 15 or 17, 1962", "[1962-11-15,1962-11-17]", None, "day"),
        ("November 23/24, 1955—midnight", "1955-11-23/1955-11-24", "00:00", "interval"),
        ("December 30–January 2, 1963", "1962-12-30/1963-01-02", None, "interval"),
        ("28–29 October 1962", "1962-10-28/1962-10-29", None, "interval"),
        ("28 October–3 November 1962", "1962-10-28/1962-11-03", None, "interval"),
        ("October–November 1962", "1962-10/1962-11", None, "interval"),
        ("1961–63", "1961/1963", None, "interval"),
        ("Spring 1962", "1962-21", None, "season"),
        ("the 1860s", "186X", None, "decade"),
        ("19th century", "18XX", None, "century"),
        ("25 October 1917 (O.S.)", "1917-11-07", None, "day"),
        ("29 February 1900, Old Style", "1900-03-13", None, "day"),
        ("4/16 May 1877", "1877-05-16", None, "day"),
        ("May 24/June 5, 1877", "1877-06-05", None, "day"),
        ("4/15 May 1877", "1877-05-04/1877-05-15", None, "interval"),
        ("10 February 1748/9", "1749-02-10", None, "day"),
        ("December 30, 1962–January 2, 1963", "1962-12-30/1963-01-02", None, "interval"),
        ("May 1957", "1957-05", None, "month"),
        ("1957", "1957", None, "year"),
        ("Undated", None, None, "unknown"),
    ],
)
def test_a_date_is_read(words: str, edtf: str | None, clock: str | None, precision: str) -> None:
    found = parse_date(words)
    assert found is not None
    assert (found.printed, found.edtf, found.time, found.precision) == (words, edtf, clock, precision)
    if edtf:
        assert is_valid_edtf(edtf)
        assert day_bounds(edtf) != (None, None)


@given(day=dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]}. {day.year}", f"{month.upper()} {day.day} {day.year}",
        f"{day.day}/{ROMAN[day.month - 1]}/{day.year}", day.isoformat(), f"Varna, the {day.day} of {month}, {day.year}",
    ]  # fmt: skip
    assert [found.edtf for form in forms if (found := parse_date(form))] == [day.isoformat()] * len(forms)


@pytest.mark.parametrize(
    ("words", "hint", "edtf"),
    [
        ("28/X/62", None, "1962-10-28"),
        ("28/X/62", 1962, "1962-10-28"),
        ("28/X/62", 1859, "1862-10-28"),
        ("3/I/01", 1899, "1901-01-03"),
        ("3 Jan 99", 2001, "1999-01-03"),
        ("May 3", 1951, "1951-05-03"),
    ],
)
def test_a_short_date_goes_by_the_year_hint(words: str, hint: int | None, edtf: str) -> None:
    found = parse_date(words, year_hint=hint)
    assert found is not None
    assert found.edtf == edtf


def test_all_dates_of_a_text_are_found_in_order() -> None:
    text = "The note of May 3, 1949, crossed that of 5 May 1949; 1511Z is no year, nor is 12345."
    assert [(text[found.start : found.end], found.date.edtf) for found in find_dates(text)] == [
        ("May 3, 1949", "1949-05-03"),
        ("5 May 1949", "1949-05-05"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Varna 12",
        "February 30, 1950",
        "29 February 1901 O.S.",
        "May 3",
        "1/XIII/62",
        "13/13/62",
        "telegram 12345",
        "1511Z",
    ],
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert parse_date(words) is None


@pytest.mark.parametrize(
    ("words", "place", "edtf"),
    [
        ("Varna, May 3, 1949—2 p. m.", "Varna", "1949-05-03"),
        ("[Varna,] May 3, 1949.", "Varna", "1949-05-03"),
        ("Varna, undated.", "Varna", None),
        ("Varna, May 3, 1949. [Received May 9.]", "Varna", "1949-05-03"),
        ("Novi Sad, 3 May 1949", "Novi Sad", "1949-05-03"),
        ("May 3, 1949", None, "1949-05-03"),
        ("Harbour House, Varna, 10:05 a.m., May 3, 1949", "Harbour House, Varna", "1949-05-03"),
        ("En route to Varna, May 3, 1949, 1525Z.", "En route to Varna", "1949-05-03"),
        ("Quai d’Ormont, Varna, Tuesday, May 3, 1949—p.m.", "Quai d’Ormont, Varna", "1949-05-03"),
        ("Legation of Norway, Varna, June 3, 1861.", "Legation of Norway, Varna", "1861-06-03"),
        ("Tuesday, May 3, 1949", None, "1949-05-03"),
        ("DelPort/MC/12 Varna, May 3, 1949", "Varna", "1949-05-03"),
        ("Varna/Burgas, May 3, 1949", "Varna/Burgas", "1949-05-03"),
        ("P R 031405Z MAY 49", None, "1949-05-03"),
        ("DATE: MAY 3, 1949 1405", None, "1949-05-03"),
    ],
)
def test_a_dateline_is_read(words: str, place: str | None, edtf: str | None) -> None:
    dateline = parse_dateline(words)
    assert dateline is not None
    assert (dateline.place, dateline.date.edtf) == (place, edtf)


@pytest.mark.parametrize(
    "words",
    [
        "On May 3, 1949, the consul left for Varna.",
        "The consul left Varna May 3, 1949.",
        "Reference: letter of May 3, 1949, enclosed.",
        "SUBJECT: HARBOUR REPORT, TUESDAY, MAY 3, 1949",
        "Trade of Varna, 1961",
        "Varna, July 17, 11:30 a.m.",
        "Varna",
        "",
    ],
)
def test_a_sentence_is_no_dateline(words: str) -> None:
    assert parse_dateline(words) is None


def test_a_dateline_tells_the_receipt() -> None:
    dateline = parse_dateline("Varna, December 31, 1949—9 p. m. [Received December 31—10:50 p. m.]")
    assert dateline is not None
    assert dateline.received is not None
    assert (dateline.received.edtf, dateline.received.time) == ("1949-12-31", "22:50")


def test_a_dateline_without_year_takes_the_hint() -> None:
    dateline = parse_dateline("Varna, July 17, 11:30 a.m.", year_hint=1951)
    assert dateline is not None
    assert (dateline.date.edtf, dateline.date.time) == ("1951-07-17", "11:30")


@pytest.mark.parametrize(
    "words", ["A" * 150 + "!", "A.-" * 50 + " x", "May 3, 1949 " + "1 " * 60 + "x", "Q’./" * 36 + "x May 3"]
)
def test_hostile_lines_take_no_time(words: str) -> None:
    begun = time.perf_counter()
    parse_dateline(words)
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("words", "language", "edtf"),
    [
        ("Varna, le 1er mai 1949", "fr", "1949-05-01"),
        ("du 3 au 5 mai 1949", "fr", "1949-05-03/1949-05-05"),
        ("entre le 3 et le 9 mai 1949", "fr", "1949-05-03/1949-05-09"),
        ("3 de noviembre de 1962", "es", "1962-11-03"),
        ("del 3 al 5 de mayo de 1949", "es", "1949-05-03/1949-05-05"),
        ("Varna, den 28. Oktober 1962", "de", "1962-10-28"),
        ("Anfang Mai 1915", "de", "1915-05~"),
        ("vom 3. bis 5. Mai 1949", "de", "1949-05-03/1949-05-05"),
        ("28 октября 1962 г.", "ru", "1962-10-28"),
        ("с 3 по 5 мая 1949 г.", "ru", "1949-05-03/1949-05-05"),
        ("4/16 мая 1877 г.", "ru", "1877-05-16"),
        ("осенью 1962 г.", "ru", "1962-23"),
        ("без даты", "ru", None),
        ("12/25 March 1917", "en", "1917-03-25"),
    ],
)
def test_dates_in_other_languages(words: str, language: str, edtf: str | None) -> None:
    date = parse_date(words, language=language)
    assert date is not None
    assert date.edtf == edtf
    assert edtf is None or is_valid_edtf(edtf)


@pytest.mark.parametrize("words", ["28 octobre 1962", "28 октября", "May I?", "to May", "sin fecha"])
def test_words_of_another_language_are_no_date(words: str) -> None:
    found = parse_date(words, year_hint=1962)
    assert found is None or found.precision == "year"


@pytest.mark.parametrize(
    ("words", "language", "place", "edtf"),
    [
        ("Varna, le 3 mai 1949.", "fr", "Varna", "1949-05-03"),
        ("Varna, lundi 3 mai 1949", "fr", "Varna", "1949-05-03"),
        ("La Orilla, 3 de mayo de 1949", "es", "La Orilla", "1949-05-03"),
        ("Varna, den 3. Mai 1949", "de", "Varna", "1949-05-03"),
        ("Варна, 3 мая 1949 г.", "ru", "Варна", "1949-05-03"),
        ("Sans date", "fr", None, None),
    ],
)
def test_datelines_in_other_languages(words: str, language: str, place: str | None, edtf: str | None) -> None:
    dateline = parse_dateline(words, language=language)
    assert dateline is not None
    assert (dateline.place, dateline.date.edtf) == (place, edtf)
    assert parse_dateline(words) is None
