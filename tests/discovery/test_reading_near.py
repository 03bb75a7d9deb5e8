"""Reading whether words are near each other, beside trying all of their places."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from discovery_cases import SOURCE, indexed
from hypothesis import example, given
from hypothesis import strategies as st

from fonds.discovery import Search
from fonds.discovery.reading_near import all_near
from fonds.errors import QueryError
from fonds.record import Record, Text

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


def test_too_much_to_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = "pilot of the harbour " + "and so on " * 9 + "pilot lists " + "and so on " * 9 + "harbour lists"
    texts = (Text("en", "original", apart),)
    papers = [Record(f"a/{number}", "a", "Apart", SOURCE, texts=texts) for number in range(3)]
    index = indexed(tmp_path / "index", papers)
    monkeypatch.setattr("fonds.discovery.nearness._FEW", 0)
    monkeypatch.setattr("fonds.discovery.nearness._MOST", 2)
    with pytest.raises(QueryError, match=r"more than 2 documents.*Ask for two of them"):
        index.search(Search(query='"pilot harbour lists"~4'))
    monkeypatch.setattr("fonds.discovery.nearness._MOST", 3)
    assert index.search(Search(query='"pilot harbour lists"~4')).total == 0
