"""Days told in running text, from the day of writing."""

from __future__ import annotations

import pytest
from edtf import is_valid_edtf

from fonds.diplomatics.told_days import find_told_days

WRITTEN = "1962-10-31"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Yesterday he left; he comes back tomorrow.", "en", ["1962-10-30", "1962-11-01"]),
        ("We met last night and the day before yesterday.", "en", ["1962-10-30", "1962-10-29"]),
        ("On October 3 he came. The same day he left.", "en", ["1962-10-03", "1962-10-03"]),
        ("The same day he left.", "en", ["1962-10-31"]),
        ("On Tuesday; on Friday; on Wednesday.", "en", ["1962-10-30?", "1962-11-02?", "1962-10-31?"]),
        ("last Tuesday, last Wednesday, next Monday", "en", ["1962-10-30", "1962-10-24", "1962-11-05"]),
        ("from late October to mid-November, in early 1962", "en", ["1962-10~", "1962-11~", "1962~"]),
        ("Tuesday, October 30, 1962", "en", ["1962-10-30?", "1962-10-30"]),
        ("28/X/62 and 28/X-62", "en", ["1962-10-28", "1962-10-28"]),
        ("Hier soir, mardi dernier, le même jour", "fr", ["1962-10-30", "1962-10-30", "1962-10-30"]),
        ("Anoche; mañana; el 3 de octubre", "es", ["1962-10-30", "1962-11-01", "1962-10-03"]),
        ("Gestern und am nächsten Montag, 3. Oktober", "de", ["1962-10-30", "1962-11-05", "1962-10-03"]),
        ("Вчера вечером; в тот же день; 28 октября 1962 г.", "ru", ["1962-10-30", "1962-10-30", "1962-10-28"]),
        ("Todays and yesterdays; a Fridaylike day; May I go?", "en", []),
        ("Yesterday", "fr", []),
    ],
)
def test_days_are_told(text: str, language: str, told: list[str]) -> None:
    found = list(find_told_days(text, WRITTEN, language))
    assert [each.date.edtf for each in found] == told
    assert all(is_valid_edtf(each.date.edtf or "") for each in found)
    assert [text[each.start : each.end] for each in found] == [each.date.printed for each in found]


def test_a_month_is_no_day_of_writing() -> None:
    with pytest.raises(ValueError, match="1962-10"):
        list(find_told_days("Yesterday", "1962-10"))
