from __future__ import annotations

import pytest

from fonds.diplomatics.transmission import find_remarks
from fonds.record import TransmissionStep

TOLD = {
    "five conditions. (transmitted to TASS)": TransmissionStep("transmitted", place="TASS"),
    "the reply [Repeated to Port Lorne.]": TransmissionStep("repeated", place="Port Lorne"),
    "(also sent to the Legation in Halvern)": TransmissionStep("sent", place="the Legation in Halvern"),
    "(broadcast by Radio Sarenne)": TransmissionStep("broadcast", by="Radio Sarenne"),
}
NOTHING_TOLD = [
    "It was transmitted to TASS.",
    "(enciphering, transmission, translation)",
    "(he sent to Sarenne)",
    "(sent)",
    "(sent to a place whose name begins here\nand ends there)",
]


@pytest.mark.parametrize(("words", "step"), TOLD.items())
def test_remarks_tell_where_a_text_went(words: str, step: TransmissionStep) -> None:
    assert list(find_remarks(words)) == [step]


@pytest.mark.parametrize("words", NOTHING_TOLD)
def test_other_words_tell_nothing(words: str) -> None:
    assert list(find_remarks(words)) == []
