"""Whom a name asked for may mean: any form of the name, and nobody else's."""

from __future__ import annotations

import pytest

from fonds.authority.naming import may_be, parse_name

FORMS = [
    ("Armand Delorval", ["Delorval", "A. Delorval", "Minister Delorval", "M. Delorval", "Delorval, Armand", "DELORVAL",
                         "Armand Delorval Ruy", "Foreign Minister Delorval", "Dr. Armand Delorval, Jr."]),
    ("Delorval", ["Armand Delorval", "Pierre Delorval", "Count Delorval", "Delorval Ruy, Armand"]),
    ("Carlos Rafael Rodas", ["C.R. Rodas", "C. R. Rodas", "Carlos Rodas", "Rodas", "Rodas, Carlos R."]),
    ("C.R. Rodas", ["Carlos Rafael Rodas", "C. Rodas"]),
    ("Delorval, Armand", ["Armand Delorval", "Delorval"]),
    ("Li Wen-tao", ["Li", "Premier Li", "Li Wen-tao"]),
    ("Pierre de Vaux", ["De Vaux", "Vaux", "General de Vaux"]),
    ("the Secretary", ["The Secretary", "Secretary"]),
    ("Castérac", ["Casterac", "Castérac’s"]),
    ("Halvern government", ["Halvern Government", "the Halvern Government"]),
    ("Embassy", ["Embassy in Sarenne"]),
    ("Orlov", ["Orloff", "Premier Орлов", "S. Orlow"]),
    ("Sergei Yelkin", ["Elkin", "S. Elkin", "Елкин"]),
    ("Fenn", ["Vice Consul at Orlec (Fenn)", "the Minister (Fenn)", "Fenn (retired)"]),
    ("Minister in Valmora", ["the Minister in Valmora"]),
    ("Secretary of State Rask", ["Rask", "D. Rask"]),
]  # fmt: skip
OTHERS = [
    ("Armand Delorval", ["Pierre Delorval", "P. Delorval", "Armand", "Armand Pask", "Delorval government",
                         "Delorval, Pierre", "Delorvals", "", "—"]),
    ("C.R. Rodas", ["Raul Rodas", "R. Rodas", "Clara Vennick"]),
    ("Delorval", ["Delorval Government", "Delor"]),
    ("Fenn", ["Legation in Valmora (Fenn)", "Pask (Fenn)"]),
    ("the Secretary", ["Secretary Rask", "Secretary of State", "President"]),
    ("Halvern government", ["government", "Halvern", "Valmoran government"]),
    ("President", ["President Vaubrisset", "President of Tarsola"]),
    ("Tarsola", ["President of Tarsola", "Tarsolan government"]),
    ("Li Wen-tao", ["Wen-tao", "Li Wen-po", "Chang Wen-tao"]),
]  # fmt: skip


def rows(table: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    return [(asked, found) for asked, names in table for found in names]


@pytest.mark.parametrize(("asked", "found"), rows(FORMS))
def test_form_of_the_name(asked: str, found: str) -> None:
    assert may_be(parse_name(asked), parse_name(found))


@pytest.mark.parametrize(("asked", "found"), rows(OTHERS))
def test_name_of_another(asked: str, found: str) -> None:
    assert not may_be(parse_name(asked), parse_name(found))


WORDS = [
    ("Premier F. Castro", ("f", "castro")),
    ("Castro Ruz, Fidel", ("fidel", "castro", "ruz")),
    ("C.R. Rodas", ("c", "r", "rodas")),
    ("Delorval (retired)", ("delorval",)),
    ("the Premier", ("premier",)),
    ("Secretary of State", ("secretary", "of", "state")),
    ("Department of External Affairs", ("department", "of", "external", "affairs")),
    ("", ()),
]


@pytest.mark.parametrize(("name", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert parse_name(name).words == words


@pytest.mark.parametrize("name", ["x" * 1_000_000, "A. " * 300_000, "(" * 100_000, '"' * 100_000, ", " * 100_000])
def test_a_hostile_name_is_looked_at_only_so_far(name: str) -> None:
    assert len(parse_name(name).words) <= 200
