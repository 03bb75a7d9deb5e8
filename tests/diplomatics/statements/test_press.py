"""Statements in the prose of newspapers: questions before their answers, who is quoted by whom, bodies called "it"."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "asked, and nobody tells by whom": (
        "Asked whether he had paid, Emil Rask said he was tired.",
        "unspecified | Asked | ask | he had paid",
    ),
    "asked by somebody who is named after his office": (
        "Asked by counsel for the mill, Hedda Lund, why he had left, Emil Rask paused.",
        "Hedda Lund | Asked | ask | why he had left",
    ),
    "pressed on a topic": (
        "Pressed on the cost of the mill, Emil Rask said nothing was final.",
        "unspecified | Pressed | ask | the cost of the mill",
    ),
    "asked in the passive": (
        "Emil Rask came out late. He was asked at the gate whether he would pay.",
        "unspecified | asked | ask | he would pay",
    ),
    "quoted by somebody as saying": (
        "Emil Rask was quoted by state radio as saying that the mill was sold.",
        "state radio > Emil Rask | saying | say | the mill was sold",
    ),
    "quotes somebody as saying": (
        "The report quoted a miller as saying that the mill was sold.",
        "report > miller | saying | say | the mill was sold",
    ),
    "a body called it": (
        "The Harbour Board met. It demanded that the mill be sold.",
        "Harbour Board | demanded | direct | the mill be sold",
    ),
    "a body goes on with a participle": (
        "“We are ready,” the Harbour Board said, adding that it would sell the mill.",
        "Harbour Board | adding | say | it would sell the mill",
    ),
    "a subject after a long opening": (
        "At the mill in the suburb of Palma, a group of divers who had voted against it said they were tired.",
        "group of divers | said | say | they were tired",
    ),
    "a subject after its office": (
        "The opposition Civic League said the mill was sold.",
        "Civic League | said | say | the mill was sold",
    ),
    "a predicate taken for a clause": (
        "A poll taken for the daily Folkets Ord before the collapse suggested that the mill was safe.",
        "poll | suggested | say | the mill was safe",
    ),
    "an order with a hearer and a title before it": (
        "The inquiry's chairman, Sir Leonard Rask, ordered the council to hand over its complete archive by May.",
        "Leonard Rask | ordered | direct | to hand over its complete archive by May",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_statement_of_the_press(text: str, expected: str) -> None:
    assert expected in [line(one) for one in attribute(record(text)).texts[0].statements]
