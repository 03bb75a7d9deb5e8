from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fonds.discovery.query import DEEPEST, LONGEST, parse_query
from fonds.discovery.tree import Dates, Fuzzy, Joined, Near, Node, Not, Prefix, Word, written
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
        pytest.param(
            "=a =bc", Joined("AND", (Word("a", None, 0, exact=True), Word("bc", None, 3, exact=True))), id="exact"
        ),
        pytest.param('"a b"~8', Near("a b", 8, None, 0), id="near"),
        pytest.param('note:"a b"~8', Near("a b", 8, "note", 5), id="near in a field"),
        pytest.param("abc~", Fuzzy("abc", 1, None, 0), id="other spellings of a short word"),
        pytest.param("abcdef~", Fuzzy("abcdef", 2, None, 0), id="other spellings of a long word"),
        pytest.param("abcdef~1", Fuzzy("abcdef", 1, None, 0), id="one edit"),
        pytest.param("date:1962-10", Dates("1962-10", "1962-10", 5), id="a month"),
        pytest.param("date:1962-10..1962-11-20", Dates("1962-10", "1962-11-20", 5), id="a range"),
        pytest.param("date:..1962", Dates(None, "1962", 5), id="until"),
        pytest.param("date:1962..", Dates("1962", None, 5), id="from"),
        pytest.param("said-by:a", Word("a", "said-by", 8), id="a field that another index answers"),
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
        pytest.param("x form:b", 3, "title:", id="unknown field"),
        pytest.param("a =b*", 3, "a single word after =", id="exact and prefix"),
        pytest.param("a = b", 3, "a single word after =", id="exact and nothing"),
        pytest.param('a "b c"~', 3, "a number from 1 to 100", id="near without a number"),
        pytest.param('a "b c"~0', 3, "a number from 1 to 100", id="near nothing"),
        pytest.param('a "b c"~101', 3, "a number from 1 to 100", id="near from afar"),
        pytest.param('a "b c"~x', 3, "a number from 1 to 100", id="near no number"),
        pytest.param("a bc~", 3, "three letters or more", id="other spellings of too short a word"),
        pytest.param("a bcd~3", 3, "1 or 2 or nothing", id="too many edits"),
        pytest.param("a bc~d", 3, "1 or 2 or nothing", id="tilde within"),
        pytest.param("kind:letter~", 6, "kind: knows no other spellings", id="other spellings of a kind"),
        pytest.param('kind:"a b"~2', 6, "kind: knows no nearness", id="near in a kind"),
        pytest.param("date:1962-13", 6, "a year, month or day", id="no such month"),
        pytest.param("date:1962..soon", 6, "a year, month or day", id="range to no date"),
        pytest.param("date:..", 6, "a year, month or day", id="range of nothing"),
        pytest.param("date:196*", 6, "a year, month or day", id="beginning of a date"),
        pytest.param("date:1963..1962", 6, "the earlier date first", id="range turned round"),
        pytest.param("a from: b", 3, "right behind from:", id="blank after a field"),
        pytest.param("from:", 1, "right behind from:", id="field of nothing"),
        pytest.param("a -b", 3, "without signs of other", id="minus"),
        pytest.param("a +b", 3, "without signs of other", id="plus"),
        pytest.param("a && b", 3, "without signs of other", id="ampersands"),
        pytest.param("a || b", 3, "without signs of other", id="bars"),
        pytest.param("a b^2", 3, "without signs of other", id="weight"),
        pytest.param("a NEAR/5 b", 3, "without signs of other", id="nearness as elsewhere"),
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


@pytest.mark.parametrize(
    "query",
    ['a "b c"~8', "(a OR =bc) NOT (de* OR note:e)", "kind:letter date:1962..", 'xyz~1 "y z" date:1962', "a OR NOT b c"],
)
def test_what_is_written_of_a_tree_reads_as_the_tree(query: str) -> None:
    node = parse_query(query)
    assert node
    again = written(node)
    assert written(parse_query(again) or node) == again
    assert again.replace(" AND ", " ").replace("(", "").replace(")", "") == query.replace("(", "").replace(")", "")


def test_a_field_that_is_nearly_right_is_named() -> None:
    with pytest.raises(QueryError, match=r"Did you mean kind:\?"):
        parse_query("kinds:letter")


@pytest.mark.parametrize(
    ("query", "next_step"),
    [("foo AND (", "Go on with a word"), ("foo ()", "before the bracket"), ("foo AND OR bar", "quotation marks")],
)
def test_what_to_do_fits_what_is_wrong(query: str, next_step: str) -> None:
    with pytest.raises(QueryError, match=next_step):
        parse_query(query)
