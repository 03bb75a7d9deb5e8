"""Where contents begin and end: second verbs of telling, what is told after a question, asides of the author."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "a second verb in the tense of the first": (
        "Mr. Pask denied that the pilots had struck and accused Count Eilau of paying for the rumors.",
        [
            "Pask | denied | say | the pilots had struck",
            "Pask | accused | say | paying for the rumors",
        ],
    ),
    "a second verb after a subject that can say nothing": (
        "Mr. Pask agreed that the points were valid and stated he would go home in May.",
        [
            "Pask | agreed | say | the points were valid",
            "Pask | stated | say | he would go home in May",
        ],
    ),
    "a second verb that a clause opens with whether": (
        "Mr. Pask said Count Eilau had been informed and whether he agreed or not was of no weight.",
        ["Pask | said | say | Count Eilau had been informed and whether he agreed or not was of no weight"],
    ),
    "what is told after a question": (
        "I asked whether he had any particular text in mind, but he seemed to be confused.",
        ["AUTHOR | asked | ask | he had any particular text in mind"],
    ),
    "a question in two parts": (
        "Mr. Pask asked what the guns had cost, and who had paid for them.",
        ["Pask | asked | ask | what the guns had cost, and who had paid for them"],
    ),
    "what the author doubts": (
        "I suspect the ice will hold, though I doubt it will carry the guns.",
        ["AUTHOR | suspect | think | the ice will hold", "AUTHOR | doubt | think | it will carry the guns"],
    ),
    "what the same man doubts": (
        "Mr. Pask said that he saw no danger in that, although he doubted that the ice would hold.",
        [
            "Pask | said | say | he saw no danger in that, although he doubted that the ice would hold",
            "Pask > Pask | doubted | think | the ice would hold",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_boundaries_of_contents(text: str, expected: list[str]) -> None:
    assert [line(one) for one in attribute(record(text)).texts[0].statements] == expected
