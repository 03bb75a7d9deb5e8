from __future__ import annotations

from typing import cast

import pytest
from jinja2 import UndefinedError
from reading_room_desk import Desk

from fonds.archive import Archive
from fonds.discovery import Snippet
from fonds.reading_room.assets import Assets
from fonds.reading_room.templating import coded, make_environment, marked


@pytest.mark.parametrize(
    ("text", "highlights", "wanted"),
    [
        pytest.param("The gunboat", (), "The gunboat", id="nothing found"),
        pytest.param("The gunboat", ((4, 11),), "The <mark>gunboat</mark>", id="at the end"),
        pytest.param("a b a", ((0, 1), (4, 5)), "<mark>a</mark> b <mark>a</mark>", id="twice"),
        pytest.param("a<b>", ((1, 2),), "a<mark>&lt;</mark>b&gt;", id="escaped"),
        pytest.param("abc", ((0, 2), (1, 3)), "<mark>ab</mark>c", id="overlapping"),
        pytest.param("abc", ((2, 3), (0, 1)), "ab<mark>c</mark>", id="out of order"),
        pytest.param("abc", ((2, 1), (1, 1)), "abc", id="backwards and empty"),
    ],
)
def test_what_was_found_is_marked(text: str, highlights: tuple[tuple[int, int], ...], wanted: str) -> None:
    assert marked(Snippet("text", text, highlights)) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Add it.", "Add it."),
        ("Use `fonds <add>` & wait.", "Use <code>fonds &lt;add&gt;</code> &amp; wait."),
        ("`a` and `b", "<code>a</code> and <code>b</code>"),
    ],
)
def test_commands_in_messages_are_set_as_code(words: str, wanted: str) -> None:
    assert coded(words) == wanted


def test_a_name_that_a_template_lacks_is_an_error() -> None:
    environment = make_environment(cast("Archive", Desk()), Assets({}, "0"))
    with pytest.raises(UndefinedError, match="nothing"):
        environment.from_string("{{ nothing }}").render()
