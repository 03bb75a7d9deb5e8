"""How sure statements are: what is plainly told is surer than what was worked out."""

from __future__ import annotations

import pytest
from statement_cases import record

from fonds.diplomatics.statements import attribute


def sure(content: str, of: str) -> float:
    """The confidence of the statement with this content."""
    (text,) = attribute(record(content, kind="telegram")).texts
    return next(one.confidence for one in text.statements if one.content == of)


@pytest.mark.parametrize(
    ("surer", "less_sure", "content"),
    [
        (
            "Mr. Pask said that the ice was thick.",
            "The pilots came. Mr. Pask said that they said that the ice was thick.",
            "the ice was thick",
        ),
        (
            "Mr. Pask said that the ice was thick.",
            "It was reported that the ice was thick.",
            "the ice was thick",
        ),
        (
            "Mr. Pask promised to keep the channel open all winter.",
            "Mr. Pask opposed the opening of the channel in winter.",
            None,
        ),
    ],
)
def test_what_is_plainly_told_is_surer(surer: str, less_sure: str, content: str | None) -> None:
    first = content or "to keep the channel open all winter"
    second = content or "the opening of the channel in winter"
    assert sure(surer, first) > sure(less_sure, second)
