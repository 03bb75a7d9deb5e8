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
    "an editor tells on in the passive": (
        "editorial note",
        (
            "The Council noted that the ice was thin. The Ambassador was instructed to inform Emil "
            "Pask that it would wait."
        ),
        [
            "Council | noted | say | the ice was thin",
            "unspecified | instructed | direct | to inform Emil Pask that it would wait",
            "unspecified > Ambassador | inform | say | it would wait",
        ],
    ),
    "an editor tells what another was certain of": (
        "editorial note",
        ("Emil Pask stated that the ice was thin. Mr. Tor was certain that he would be able to travel to Orlec."),
        [
            "Emil Pask | stated | say | the ice was thin",
            "Tor | was certain | think | he would be able to travel to Orlec",
        ],
    ),
    "who expressed his dismay": (
        "editorial note",
        ("Emil Pask met with Alban Tor, who expressed his dismay at the state of the harbour."),
        [
            "Alban Tor | expressed his dismay | feel | the state of the harbour",
        ],
    ),
    "what was written stands in the next paragraph": (
        "editorial note",
        (
            "The Council decided to wait. In a memorandum of May 2, Emil Pask wrote:\n\n“The pilots "
            "told me that the ice was thin.”"
        ),
        [
            "Council | decided | commit | to wait",
            "Emil Pask | - | say | The pilots told me that the ice was thin",
            "Emil Pask > pilots | told | say | the ice was thin",
        ],
    ),
    "showed me a letter": (
        "editorial note",
        (
            "In a memorandum Emil Pask wrote:\n\n“After the dinner, Mr. Tor showed me a letter in "
            "which it was stated that the ice was thin.”"
        ),
        [
            (
                "Emil Pask | - | say | After the dinner, Mr. Tor showed me a letter in which it was "
                "stated that the ice was thin"
            ),
            "Emil Pask > Tor | showed me a letter | say | the ice was thin",
        ],
    ),
    "a memorandum for the file": (
        "editorial note",
        (
            "In May Emil Pask composed a memorandum for the file summarizing his talks with Mr. Tor "
            "on the question of the harbour."
        ),
        [],
    ),
}


@pytest.mark.parametrize(("kind", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_statements_of_editorial_notes(kind: str, text: str, expected: list[str]) -> None:
    found = [line(statement) for statement in attribute(record(text, kind=kind)).texts[0].statements]
    assert found == expected
