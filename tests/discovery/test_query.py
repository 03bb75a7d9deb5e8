from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fonds.discovery.query import DEEPEST, LONGEST, Joined, Node, Not, Prefix, Word, parse_query
from fonds.errors import QueryError

A, B, C = Word("a", None, 0), Word("b", None, 2), Word("c", None, 4)


@pytest.mark.parametrize(
    ("query", "node"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param(" \n", None, id="only spaces"),
        pytest.param("a b c", Joined("AND", (A, B, C)), id="all words"),
        pytest.param("a AND b", Joined("AND", (A, Word("b", None, 6))), id="and"),
        pytest.param(
            "a OR b c", Joined("OR", (A, Joined("AND", (Word("b", None, 5), Word("c", None, 7))))), id="and before or"
        ),
        pytest.param("NOT a b", Joined("AND", (Not(Word("a", None, 4)), Word("b", None, 6))), id="not before and"),
        pytest.param("a or b", Joined("AND", (A, Word("or", None, 2), Word("b", None, 5))), id="small or is a word"),
        pytest.param("“a b”", Word("a b", None, 0), id="printed quotation marks"),
        pytest.param('"(a AND"', Word("(a AND", None, 0), id="a phrase holds anything"),
        pytest.param('title:"a b"', Word("a b", "title", 6), id="phrase in a field"),
        pytest.param(
            "title:(a OR bc*)x",
            Joined(
                "AND",
                (Joined("OR", (Word("a", "title", 7), Prefix("bc", "title", 12))), Word("x", None, 16)),
            ),
            id="a field holds for its bracket",
        ),
        pytest.param("10:30", Word("10:30", None, 0), id="a time is no field"),
        pytest.param("a:", Word("a:", None, 0), id="a colon at the end is no field"),
    ],
)
def test_reads(query: str, node: Node | None) -> None:
    assert parse_query(query) == node


@pytest.mark.parametrize(
    ("query", "character", "wanted"),
    [
        pytest.param('a "b', 3, "closing quotation mark", id="open phrase"),
        pytest.param("(a", 3, "closing bracket", id="open bracket"),
        pytest.param("a)", 2, "opening bracket", id="closed too often"),
        pytest.param("()", 2, "a word", id="empty bracket"),
        pytest.param("a AND", 6, "a word", id="and nothing"),
        pytest.param("OR a", 1, "a word", id="or first"),
        pytest.param("a OR AND b", 6, "a word", id="two operators"),
        pytest.param("NOT", 4, "a word", id="not nothing"),
        pytest.param("x from:b", 3, "title:", id="unknown field"),
        pytest.param("title:note:b", 7, "after the field", id="two fields"),
        pytest.param("a*", 1, "two or more letters", id="star after one letter"),
        pytest.param("ab*c", 1, "star at the end", id="star within"),
        pytest.param("*", 1, "two or more letters", id="star alone"),
        pytest.param("(" * (DEEPEST + 1) + "a", DEEPEST + 2, "brackets within", id="too deep"),
        pytest.param("NOT " * 200 + "a", 4 * (DEEPEST + 1) + 1, "brackets within", id="too many nots"),
    ],
)
def test_refuses(query: str, character: int, wanted: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(query)
    assert raised.value.thing == f"the query, at character {character}"
    assert wanted in raised.value.wanted
    assert raised.value.seen
    assert raised.value.next_step


def test_too_long() -> None:
    with pytest.raises(QueryError, match="at most 1000 characters"):
        parse_query("a" * (LONGEST + 1))


@given(st.text(alphabet='ab AND OR NOT()":*title', max_size=40))
def test_whatever_is_written_is_read_or_refused(query: str) -> None:
    with suppress(QueryError):
        assert (parse_query(query) is None) == (not query.strip())
