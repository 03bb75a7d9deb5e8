from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fonds.discovery.folding import fold
from fonds.discovery.schema import FOLDED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("The U.S. gun-boat_2", ["the", "u", "s", "gun", "boat", "2"], id="letters and digits are words"),
        pytest.param("“Straße”—Æon", ["strasse", "aeon"], id="letters that become several"),
        pytest.param("Kähne, café", ["kahne", "cafe"], id="accents"),
        pytest.param("БАКЕНЫ ΟΔΟΣ 東京", ["бакены", "οδοσ", "東京"], id="other scripts"),
        pytest.param("½ Ⅷ", ["½", "ⅷ"], id="numbers of one sign"),
        pytest.param("a ᴘ b", ["a", "P", "b"], id="what the index makes a capital"),
        pytest.param("a⑴b c", ["a(1)b", "c"], id="what the index makes several signs"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert fold(text).words.split() == words


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_is_folded_as_the_index_folds_it(text: str) -> None:
    assert fold(text).words.split() == [token.text for token in FOLDED.pre_tokenize(text).tokens]


@given(st.text("aß—É İxб"))
def test_words_are_pointed_at_in_the_text(text: str) -> None:
    folded = fold(text)
    for token in FOLDED.pre_tokenize(text).tokens:
        span = token.char_offset_from, token.char_offset_to
        start = folded.offsets.index(span[0])
        assert folded.span(start, start + len(token.text)) == span
