"""Who said what: sentences with the statements that they hold."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from statement_cases import line, record

from fonds.diplomatics.statements import attribute, attribute_all
from fonds.diplomatics.statements.attributor import FEW
from fonds.record import Record, Statement, Text

CASES = [
    ("Mr. Ashdowne said that the strait was closed.", ["Ashdowne | said | say | the strait was closed"]),
    ("Mr. Ashdowne said the strait was closed.", ["Ashdowne | said | say | the strait was closed"]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_sentence_holds_statements(sentence: str, expected: list[str]) -> None:
    assert [line(one) for one in attribute(record(sentence)).texts[0].statements] == expected


NONE = [
    "The ship left the strait at noon.",
    "It was clear that the channel was closed.",
    "The message was long.",
    "They discussed the pilots.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_sentence_without_attribution_holds_none(sentence: str) -> None:
    assert attribute(record(sentence)).texts[0].statements == ()


TALK = """Mr. Ashdowne said that the channel was closed. No ship can pass it before the spring. The Envoy asked \
whether the pilots had been told.

The Minister replied that he feared the worst: according to Captain Tiede, the dredger had sunk."""


def test_content_is_the_text_between_its_offsets() -> None:
    found = attribute(record(TALK, kind="memorandum of conversation")).texts[0].statements
    assert len(found) == 5
    assert all(one.content == TALK[one.start : one.end] for one in found)


def test_statements_of_people_stay_and_those_of_programs_are_made_anew() -> None:
    ours = Statement(0, 5, "words", "said", ("Nobody",), (), "say", False, False, "a reader", 1.0)  # noqa: FBT003
    old = Statement(0, 6, "wordss", "said", ("Nobody",), (), "say", False, False, "fonds statements 0", 1.0)  # noqa: FBT003
    bare = record(TALK)
    text: Text = bare.texts[0]
    kept = attribute(replace(bare, texts=(replace(text, statements=(ours, old)),))).texts[0].statements
    assert ours in kept
    assert old not in kept
    assert len(kept) > 1


def test_processes_give_what_one_gives_in_the_same_order() -> None:
    records = [replace(record(TALK), id=str(number)) for number in range(FEW + 3)]
    assert list(attribute_all(records, jobs=2)) == [attribute(one) for one in records]


class Echo:
    """An engine that says of every text that nobody said all of it."""

    name = "echo 1"

    def statements(self, _record: Record, text: Text) -> tuple[Statement, ...]:
        end = len(text.content)
        return (Statement(0, end, text.content, None, ("nobody",), (), "say", False, False, self.name, 0.1),)  # noqa: FBT003


def test_another_engine_can_be_plugged_in() -> None:
    assert attribute(record("Words."), Echo()).texts[0].statements[0].by == "echo 1"
