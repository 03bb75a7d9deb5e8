"""What the catalogue keeps of a record."""

from __future__ import annotations

import msgspec
import pytest
from catalogue_cases import made

from fonds.catalogue import entry
from fonds.record import Date, Record, Text, decode_record

TRANSLATED = (Text("en", "translation", "One."), Text("ru", "original", "Один."))


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        pytest.param("1931-04-02", ("1931-04-02", "1931-04-02"), id="day"),
        pytest.param("1931-02", ("1931-02-01", "1931-02-28"), id="month"),
        pytest.param("1931/1932-05", ("1931-01-01", "1932-05-31"), id="interval"),
        pytest.param("../1931", (None, "1931-12-31"), id="open beginning"),
        pytest.param("1931-13", (None, None), id="no such month"),
        pytest.param("", (None, None), id="empty"),
        pytest.param(None, (None, None), id="no date"),
    ],
)
def test_dates_are_bounds(edtf: str | None, bounds: tuple[str | None, str | None]) -> None:
    record = msgspec.structs.replace(made("v/d1"), date=Date("as printed", edtf))
    assert (entry(record).date_from, entry(record).date_to) == bounds


@pytest.mark.parametrize(
    ("changes", "language"),
    [
        pytest.param({"language": "ru"}, "ru", id="said"),
        pytest.param({"language": "ru", "texts": ()}, "ru", id="said, no text"),
        pytest.param({"texts": TRANSLATED}, "ru", id="of the original"),
        pytest.param({"texts": TRANSLATED[:1]}, None, id="not of a translation"),
        pytest.param({"texts": ()}, None, id="no text"),
    ],
)
def test_language_is_the_originals(changes: dict[str, object], language: str | None) -> None:
    assert entry(msgspec.structs.replace(made("v/d1"), **changes)).language == language


def test_line_is_the_record() -> None:
    record: Record = made("v/d1", edtf="1931", kind="telegram")
    kept = entry(record)
    assert decode_record(kept.line) == record
    assert (kept.id, kept.collection, kept.title, kept.kind) == ("v/d1", "v", "Telegram v/d1", "telegram")
