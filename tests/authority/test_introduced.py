from __future__ import annotations

import pytest

from fonds.authority.introduced import introduced

NAMED = {
    "a title and a surname": ("Premier Marlow came.", [("d.marlow", "Marlow", "Premier")]),
    "a title of two words": ("Prime Minister Ada Marlow came.", [("ada-marlow", "Marlow, Ada", "Prime Minister")]),
    "an office with its portfolio": ("Secretary of State Marlow came.", [("d.marlow", "Marlow", "Secretary of State")]),
    "initials": ("E.R. Marlow came.", [("d.e-r-marlow", "Marlow, E. R.", "")]),
    "an initial between names": ("Then Edith R. Marlow came.", [("edith-r-marlow", "Marlow, Edith R.", "")]),
    "initials spelled out elsewhere": (
        "Edith Rose Marlow came. According to E.R. Marlow, it rained.",
        [("edith-rose-marlow", "Marlow, Edith Rose", "")],
    ),
    "an office told apart from initials": (
        "E. Marlow came. Premier Marlow left.",
        [("d.e-marlow", "Marlow, E.", "Premier")],
    ),
    "two of one surname": (
        "Edith R. Marlow and John P. Marlow came.",
        [("edith-r-marlow", "Marlow, Edith R.", ""), ("john-p-marlow", "Marlow, John P.", "")],
    ),
    "a particle": ("Baron von Lautersee and President De Vries.", [
        ("d.von-lautersee", "von Lautersee", "Baron"), ("d.de-vries", "De Vries", "President")]),
    "a title before a given name": ("Mr. Edith Marlow came.", [("edith-marlow", "Marlow, Edith", "")]),
}  # fmt: skip

NOT_NAMED = [
    "Mr. Marlow came.",  # a title of courtesy tells nobody from another
    "The U.S. Embassy and the U.N. Charter.",
    "Washington, D.C. Monday.",
    "Mr. President, I thank you.",
    "The General Assembly met; the assembly rose.",
    "The State Archive and the Foreign Ministry.",
    "The Vice Consulate, the Prime Mover.",
    "Edith Marlow came.",  # nothing says that this is a person
    "TOP SECRET. Ambassador WEXFORD.",
    "President Monday, Secretary March.",
]


@pytest.mark.parametrize(("words", "people"), NAMED.values(), ids=NAMED)
def test_people_are_introduced(words: str, people: list[tuple[str, str, str]]) -> None:
    assert [(agent.id, agent.name, agent.description) for agent in introduced(words, "d")] == people


@pytest.mark.parametrize("words", NOT_NAMED)
def test_nobody_is_introduced(words: str) -> None:
    assert introduced(words, "d") == ()


def test_hostile_words_are_read_in_time() -> None:
    for words in (
        "A." * 20_000,
        "Mr. " * 20_000,
        "Aa " * 20_000,
        "de " * 20_000,
        "Secretary of " * 9_000,
        "A-" * 20_000,
    ):
        introduced(words, "d")
