"""Which capitals side by side are somebody's full name."""

from __future__ import annotations

import pytest

from fonds.diplomatics.statements.full_names import Beside, is_full_name, without_acronyms

TEXT = "Brask came. Brask was late. Brask said so. I told Brask Kolov was ill. Kolov left. Ilka Voss came. A bad view."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ilka Voss", True),
        ("Brask Kolov", False),  # both also stand alone, the first often
        ("Brask View", False),  # "view" is a word of the text
        ("Halvern Voss", False),
        ("Voss Halvern", False),
        ("Voss NATO", False),
        ("J. Kolov", True),
    ],
)
def test_full_names_are_told_from_capitals_that_only_stand_together(name: str, *, expected: bool) -> None:
    lands = {"Halvern": "Halvern"}
    assert is_full_name(name.split(), Beside(TEXT), {"view", "bad"}, lands.get, is_press=False) is expected


def test_newspapers_call_people_by_either_name() -> None:
    assert is_full_name(["Brask", "Kolov"], Beside(TEXT), set(), {"Halvern": "Halvern"}.get, is_press=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        (TEXT + " Brask Kolov left.", False),  # side by side twice
        (TEXT.replace("Brask was late. ", ""), False),  # the first is not named often
        (TEXT.replace("Kolov left. ", ""), False),
        (TEXT.replace("Brask Kolov", "Brask, Kolov"), False),
    ],
)
def test_words_stand_apart_that_are_side_by_side_once(text: str, *, expected: bool) -> None:
    assert Beside(text).stand_apart("Brask", "Kolov") is expected


def test_acronyms_before_a_name_are_none_of_it() -> None:
    assert without_acronyms(["NATO", "RADM", "Emil", "Tor"]) == ["Emil", "Tor"]
    assert without_acronyms(["NATO"]) == ["NATO"]
