from __future__ import annotations

import pytest
from tantivy import Document

from fonds.discovery.results import Snippet
from fonds.discovery.snippets import _LENGTH, _WINDOW, Snippets
from fonds.discovery.sought import Sought, begun, near, one_of

FILLING = "Ebb and flow. "
WORDS = one_of([["dredger"], ["dredgers"], ["dredging"]])


def snippet(text: str, *sought: Sought) -> Snippet:
    (found,) = Snippets({"text": sought}).of(Document(text=text))
    return found


@pytest.mark.parametrize(
    ("sought", "text", "marked"),
    [
        pytest.param(
            WORDS, "Dredging by the dredger; undredger, dredge, dredgersmen.", ["Dredging", "dredger"], id="forms"
        ),
        pytest.param(begun("dred"), "Dredging undredged DREDS, red", ["Dredging", "DREDS"], id="beginnings"),
        pytest.param(
            one_of([["cease", "fire"]]),
            "Cease-fire, cease; “cease”  fire. Cease fires, fire",
            ["Cease-fire", "cease”  fire"],
            id="phrase",
        ),
        pytest.param(one_of([["a", "a"]]), "a a a a a", ["a a", "a a"], id="a phrase of one word"),
        pytest.param(one_of([["strasse"]]), "Straße, Straßen, STRASSE", ["Straße", "STRASSE"], id="one letter for two"),
        pytest.param(
            one_of([["try"], ["dying"]]), "To try dying.", ["try", "dying"], id="forms that share no beginning"
        ),
        pytest.param(
            one_of([["viet", "nam"], ["vietnam"]]), "Vietnam, Viet-Nam, Viet", ["Vietnam", "Viet-Nam"], id="spellings"
        ),
        pytest.param(
            near([["quay"], ["sank", "sink"]], 2),
            "Quay and quay and sank; far from a quay; sink far off. Quay.",
            ["quay", "sank", "quay", "sink"],
            id="near each other",
        ),
        pytest.param(near([["a"], ["b"], ["c"]], 2), "a x b c x a b x c c a b", ["c", "a", "b"], id="three near"),
    ],
)
def test_what_is_marked(sought: Sought, text: str, marked: list[str]) -> None:
    found = snippet(text, sought)
    assert [found.text[start:end] for start, end in found.highlights] == marked


def test_the_passage_with_most_of_what_is_sought_is_shown() -> None:
    text = "A dredger, a dredger, a dredger. " + FILLING * 40 + "The dredger at the quay." + FILLING * 40
    found = snippet(text, WORDS, one_of([["quay"]]))
    assert [found.text[start:end] for start, end in found.highlights] == ["dredger", "quay"]


@pytest.mark.parametrize("before", [0, 1, 20, _WINDOW // len(FILLING), 3 * _WINDOW // len(FILLING)])
@pytest.mark.parametrize("behind", [0, 1, 20])
def test_passages_are_short_and_begin_and_end_between_words(before: int, behind: int) -> None:
    text = (FILLING * before + "The dredger sank. " + FILLING * behind).rstrip()
    found = snippet(text, WORDS)
    assert len(found.text) <= _LENGTH
    assert f" {found.text} " in f" {text} "
    assert len(found.text) > min(len(text), _LENGTH) - 30


@pytest.mark.parametrize("shift", range(-30, 30, 3))
def test_a_phrase_at_the_seam_of_two_windows_is_found(shift: int) -> None:
    text = "x" * (_WINDOW - 600) + " y" * (300 + shift) + " the dredger sank " + "z " * 400
    assert "the dredger sank" in snippet(text, one_of([["the", "dredger", "sank"]])).text


def test_text_without_spaces_is_looked_through() -> None:
    text = "x" * 3 * _WINDOW + " dredger " + "x" * _WINDOW
    assert snippet(text, WORDS).highlights == ((0, 7),)


def test_the_title_is_shown_only_where_no_other_layer_has_it() -> None:
    sought = {"title": [WORDS], "note": [WORDS], "text": [WORDS]}
    both = Snippets(sought).of(Document(title="Dredger", text="The dredger.", note="A dredger."))
    assert [each.layer for each in both] == ["text", "note"]
    assert [each.layer for each in Snippets(sought).of(Document(title="Dredger", text="Ebb."))] == ["title"]
