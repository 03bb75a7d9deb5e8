"""A passage is found again by its words and what is around them, or not at all."""

from __future__ import annotations

import pytest

from fonds.catalogue.anchoring import anchor, find_again
from fonds.record import Statement

TEXT = (
    "The pilot said that the channel was shut. The consul wrote that he had seen the light, and that the channel was "
    "shut. He would wait. The captain said that he would wait."
)


def statement(text: str, content: str, nth: int = 0) -> Statement:
    """The statement whose content stands in the text for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(content, start + 1)
    return Statement(
        start=start, end=start + len(content), content=content, cue="said", chain=("pilot",), addressee=(),
        attitude="say", negated=False, quoted=False, by="test", confidence=1.0,
    )  # fmt: skip


CASES = [
    ("the text is as it was", TEXT, "the channel was shut", 0, 20),
    ("the second of two places", TEXT, "the channel was shut", 1, TEXT.index("the channel was shut", 40)),
    (
        "words before it are new",
        "At noon it rained. " + TEXT,
        "the channel was shut",
        1,
        TEXT.index("the channel was shut", 40) + 19,
    ),
    ("lines are broken in another way", TEXT.replace("channel was", "channel\nwas"), "the channel was shut", 0, 20),
    (
        "a short one where what is around it is the same",
        TEXT.replace("pilot", "master"),
        "he would wait",
        0,
        TEXT.index("he would wait") + 1,
    ),
    ("only its words are left, and they are long", "So " + TEXT[66:95], "he had seen the light, and that", 0, None),
    ("a short one in other surroundings", "Nobody knew it. He said: he would wait? Perhaps.", "he would wait", 0, None),
    ("gone", "The pilot said nothing.", "the channel was shut", 0, None),
]


@pytest.mark.parametrize(("now", "content", "nth", "start"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_passage_is_found_again(now: str, content: str, nth: int, start: int | None) -> None:
    anchored = anchor(TEXT, statement(TEXT, content, nth))
    found = find_again(now, anchored)
    assert (found and found.start) == start
    if found:
        assert now[found.start : found.end] == found.content
        assert found.content.split() == content.split()


def test_long_words_are_enough_by_themselves() -> None:
    content = "the channel had been shut since the last of October by order of the Admiral"
    anchored = anchor(f"He said that {content}, and left.", statement(f"He said that {content}, and left.", content))
    found = find_again(f"Report: {content}.", anchored)
    assert found is not None
    assert found.start == 8


def test_a_text_of_nothing_else_is_context_enough() -> None:
    anchored = anchor("shut", statement("shut", "shut"))
    assert find_again("shut", anchored) == anchored.statement
