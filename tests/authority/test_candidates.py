"""Who may be one person: evidence for and against."""

from __future__ import annotations

import pytest

from fonds.authority.candidates import Known, find_candidates
from fonds.authority.identity import Office
from fonds.record import Agent

OTHERS = [
    Known(f"x/{n}", (Agent(str(n), "x", "person", f"Other{n}, A.", f"Clerk of office {n}, Halvern"),))
    for n in range(30)
]


def known(key: str, name: str, about: str = "", years: tuple[int, int] | None = None, *offices: Office) -> Known:
    collection, _, agent = key.partition("/")
    return Known(key, (Agent(agent, collection, "person", name, about),), offices, *(years or (None, None)))


PASK = known("a/1", "Pask, Rowland", "Minister of Aldermere in Valmora", (1930, 1932))


@pytest.mark.parametrize(
    ("other", "likely"),
    [
        pytest.param(known("b/1", "Pask, Rowland", "Minister in Valmora", (1932, 1935)), True, id="all speaks for it"),
        pytest.param(known("b/1", "Pask, R. J.", "Minister in Valmora", (1932, 1935)), True, id="initials"),
        pytest.param(known("b/1", "Pask, Rowland", "", None), True, id="the same name"),
        pytest.param(known("b/1", "Pask", "Minister in Valmora", (1932, 1932)), True, id="surname and office"),
        pytest.param(known("b/1", "Pask", "", (1932, 1932)), False, id="surname only"),
        pytest.param(known("b/1", "Pask, Thomas", "Minister in Valmora", (1932, 1932)), False, id="another given name"),
        pytest.param(known("b/1", "Pask, Rowland, Jr.", "Minister in Valmora", (1932, 1932)), False, id="son"),
        pytest.param(known("b/1", "Pask, Rowland", "Baker", (1932, 1932)), True, id="another office"),
        pytest.param(known("b/1", "Pask, R.", "Baker", (1945, 1945)), False, id="initial and another office"),
        pytest.param(known("b/1", "Pask, Rowland", "Minister in Valmora", (1999, 2001)), False, id="another age"),
        pytest.param(known("b/1", "Paske, Rowland", "Minister in Valmora", (1932, 1932)), False, id="another surname"),
    ],
)
def test_candidates(other: Known, *, likely: bool) -> None:
    found = find_candidates([PASK, other, *OTHERS], frozenset())
    assert [(each.first, each.second) for each in found] == [("a/1", "b/1")] * likely


def test_a_register_speaks_for_a_person() -> None:
    post = Office("Minister", "Valmora", "1931-01-05", "1933-02-01", "register")
    bare = known("r/pask", "Pask, R. J.")
    holder = known("r/pask", "Pask, R. J.", "", None, post)
    assert [each.reasons for each in find_candidates([PASK, holder, *OTHERS], frozenset())] == [
        ("the same surname, and given names that fit", "Minister, Valmora, 1931–1933")
    ]
    with_post = find_candidates([PASK, holder, *OTHERS], frozenset())[0].confidence
    without = find_candidates([PASK, bare, *OTHERS], frozenset())
    assert [each.confidence < with_post for each in without] == [True]


def test_who_is_known_to_be_two_is_no_candidate() -> None:
    twin = known("b/1", "Pask, Rowland", "Minister in Valmora")
    assert find_candidates([PASK, twin, *OTHERS], frozenset({frozenset({"a/1", "b/1"})})) == []


def test_the_order_of_people_is_no_matter() -> None:
    people = [PASK, known("b/1", "Pask, Rowland"), known("c/1", "Pask, R."), *OTHERS]
    assert find_candidates(people, frozenset()) == find_candidates(people[::-1], frozenset())


def test_nobody() -> None:
    assert find_candidates([], frozenset()) == []


@pytest.mark.parametrize(
    ("about", "pointed"),
    [
        pytest.param("see Orrin-Pask, Rowland", True, id="the whole name"),
        pytest.param(". See Orrin-Pask.", True, id="the surname"),
        pytest.param("see also Orrin-Pask", False, id="see also"),
        pytest.param("see Orrin", False, id="another name"),
        pytest.param("saw to it", False, id="no see"),
    ],
)
def test_an_entry_that_points_to_another_may_be_the_same_person(about: str, *, pointed: bool) -> None:
    pointing, meant = known("a/2", "Venn", about), known("a/1", "Orrin-Pask, Rowland", "Minister in Valmora")
    elsewhere = known("b/1", "Orrin-Pask, Rowland", "Baker")
    found = find_candidates([pointing, meant, elsewhere, *OTHERS], frozenset())
    assert [each.reasons for each in found if "a/2" in {each.first, each.second}] == [
        (f"the list says: {about.strip('. ')}",)
    ] * pointed
    assert not any({each.first, each.second} == {"a/2", "b/1"} for each in found)
