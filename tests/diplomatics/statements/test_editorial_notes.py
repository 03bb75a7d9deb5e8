"""Who said what in editors' notes, which tell where papers lie and what stands in them."""

from __future__ import annotations

import pytest
from statement_cases import line, record

from fonds.diplomatics.statements import attribute

CASES = {
    "where a paper lies": (
        "editorial note",
        (
            "Mr. Emil Pask told Mr. Tor that the ice was thin. (Pask Library, Office Files, Box 3) He feared"
            " that it would break. Copies of the memorandum are in the Pask Papers."
        ),
        [
            "Emil Pask | told | say | the ice was thin",
            "Emil Pask | feared | feel | it would break",
        ],
    ),
    "ambassadors named together": (
        "editorial note",
        "Ambassadors Tor and Pask met in May. Tor said that the ice was thin.",
        [
            "Tor | said | say | the ice was thin",
        ],
    ),
    "a library is nobody": (
        "editorial note",
        "A letter of May 2 is in the Eilau Library. On May 3 Eilau said that the ice was thin.",
        [
            "Eilau | said | say | the ice was thin",
        ],
    ),
    "a note on a memorandum": (
        "editorial note",
        (
            "In a May memorandum Pask and Tor told Eilau of the growing ice. In an August note on the "
            "memorandum, Colman informed Eilau that the ice might break."
        ),
        [
            "Pask and Tor | told | say | the growing ice",
            "Colman | informed | say | the ice might break",
        ],
    ),
    "a clause with a clause of its own": (
        "editorial note",
        (
            "Pask wrote that at their meeting of May 2, the Board noted, on behalf of their principals, that"
            " the ice was thin."
        ),
        [
            (
                "Pask | wrote | say | at their meeting of May 2, the Board noted, on behalf of their principals,"
                " that the ice was thin"
            ),
            "Pask > Board | noted | say | the ice was thin",
        ],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_statements_of_editorial_notes(kind: str, text: str, expected: list[str]) -> None:
    found = [line(statement) for statement in attribute(record(text, kind=kind)).texts[0].statements]
    assert found == expected
