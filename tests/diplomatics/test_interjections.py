"""The editor's words in the brackets of a bare text are told from the document's own."""

from __future__ import annotations

import pytest

from fonds.diplomatics.interjections import find_interjections


@pytest.mark.parametrize(
    "words",
    [
        "[less than 1 line of source text not declassified]",
        "[1 paragraph (3½ lines) not declassified]",
        "[name not declassified]",
        "[name and title deleted]",
        "[Here follows a discussion of herring\nand of cod.]",
        "[Omitted here are two agenda items.]",
        "[sic]",
        "[sic.]",
        "[apparent garble]",
        "[Enclosure 2]",
        "[Attachment]",
        "[2 words illegible]",
        "[attached map not printed]",
        "[Footnote in the source text.]",
    ],
)
def test_marks_what_an_editor_put_in(words: str) -> None:
    text = f"We have [we said] seen {words} in the harbour [of Varna]."
    assert [(mark.kind, text[mark.start : mark.end]) for mark in find_interjections(text)] == [("supplied", words)]


@pytest.mark.parametrize(
    "text",
    [
        "a bracket [as the Consul calls it] of his own",
        "[1]",
        "the sick [sick] and the omission",
        "[Laughter]",
        "here follows a list",
        "[the tablet]",
        "",
    ],
)
def test_leaves_other_brackets_to_the_document(text: str) -> None:
    assert find_interjections(text) == ()
