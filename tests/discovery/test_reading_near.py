"""Reading whether words are near each other, beside trying all of their places."""

from __future__ import annotations

from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from fonds.discovery.reading_near import all_near

WORDS = st.sampled_from(["a", "b", "ba", "cab", "c", "x", "y" * 90])
SPACES = st.sampled_from([" ", "  ", " " * 70])
ALTERNATIVES = (("a", "ba"), ("b",), ("c", "cab", "ba"))


@given(st.lists(st.tuples(WORDS, SPACES), max_size=60), st.integers(1, 6))
@example([("a", " " * 70), ("b", " " * 70), ("c", " ")], 2)
@example([("a", " "), ("x", " "), ("b", " "), ("c", " ")], 2)
def test_reading_finds_what_trying_all_places_finds(text: list[tuple[str, str]], distance: int) -> None:
    standing = [[at for at, (word, _) in enumerate(text) if word in forms] for forms in ALTERNATIVES]
    wanted = any(max(places) - min(places) <= distance for places in product(*standing))
    assert all_near("".join(map("".join, text)), ALTERNATIVES, distance) is wanted
