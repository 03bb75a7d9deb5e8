"""Correspondence cited by a day that is told and not printed."""

import pytest

from fonds.diplomatics.cited import Standpoint
from fonds.diplomatics.reference_signs import find_signs
from fonds.diplomatics.told_references import find_told_references

OWN = Standpoint(day="1962-10-28", writer="Venn", reader="Brun")
ROWS = {
    "both": (
        "Orlov's letters on that day to both Venn (accepting it) and Brun (explaining it)",
        [
            ("Orlov's letters on that day to both Venn", "letter", "Orlov", "1962-10-28"),
            ("Brun", "letter", "Orlov", "1962-10-28"),
        ],
    ),
    "yesterday": ("As his letter of yesterday says", [("his letter of yesterday", "letter", None, "1962-10-27")]),
    "the reader's": (
        "Your telegram of the same day",
        [("Your telegram of the same day", "telegram", "Brun", "1962-10-28")],
    ),
    "the day told last": (
        "On May 3 it froze; a note of the same date",
        [("note of the same date", "note", None, "1962-05-03")],
    ),
    "not when it came": ("A letter on that day told us", []),
    "not other papers": ("The harbour of yesterday", []),
    "not a day alone": ("He came on that day.", []),
    "not the letter itself": ("The letter yesterday was long.", []),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "cited"), ROWS.values(), ids=ROWS.keys())
def test_told_references(text: str, cited: list[tuple[str, str, str | None, str]]) -> None:
    found = find_told_references(text, OWN, find_signs(text).days)
    assert [(text[c.start : c.end], c.cites.kind, c.cites.sender, c.cites.date) for c in found] == cited


def test_without_the_day_of_writing_nothing_is_told() -> None:
    text = "Your letter of yesterday"
    assert not list(find_told_references(text, Standpoint(), find_signs(text).days))
