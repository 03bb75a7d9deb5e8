"""Sentences cut short along their trees, from which the parser learns to read telegrams."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

import pytest

from telegraphic import SHORTEST, Parse, telegraphic

Choice = TypeVar("Choice")


class Loaded(Random):
    """Dice that always leave out whatever may be left out, or nothing."""

    def __init__(self, *, all_of_it: bool) -> None:
        super().__init__(0)
        self.all_of_it = all_of_it

    def random(self) -> float:
        return 0.2 if self.all_of_it else 1.0

    def choice(self, seq: Sequence[Choice]) -> Choice:  # type: ignore[override]
        return seq[-1] if not self.all_of_it else max(seq)  # type: ignore[type-var]


def parse(rows: str) -> Parse:
    """A tree from words written as "text/tag/label/head", heads by number."""
    cut = [row.rsplit("/", 3) for row in rows.split()]
    words, tags, labels, heads = zip(*cut, strict=True)
    return Parse([*words], [True] * len(words), [*tags], [*labels], [int(head) for head in heads])


def rows(tree: Parse) -> str:
    """A tree as `parse` takes it."""
    return " ".join(
        f"{w}/{t}/{d}/{h}" for w, t, d, h in zip(tree.words, tree.tags, tree.labels, tree.heads, strict=True)
    )


CASES = {
    "articles and that": (
        (
            "The/DT/det/1 envoy/NN/nsubj/2 stated/VBD/ROOT/2 that/IN/mark/7 the/DT/det/5 fleet/NN/nsubj/7 "
            "would/MD/aux/7 come/VB/ccomp/2"
        ),
        "Envoy/NN/nsubj/1 stated/VBD/ROOT/1 fleet/NN/nsubj/4 would/MD/aux/4 come/VB/ccomp/1",
    ),
    "is": (
        "Rask/NN/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 ice/NN/nsubj/4 is/VBZ/ccomp/1 thin/JJ/acomp/4 there/RB/advmod/4",
        "Rask/NN/nsubj/1 said/VBD/ROOT/1 ice/NN/nsubj/3 thin/JJ/ccomp/1 there/RB/advmod/3",
    ),
    "of": (
        "Rask/NN/nsubj/1 sought/VBD/ROOT/1 solution/NN/dobj/1 of/IN/prep/2 our/PRP$/poss/5 problem/NN/pobj/3",
        "Rask/NN/nsubj/1 sought/VBD/ROOT/1 solution/NN/dobj/1 problem/NN/nmod/2",
    ),
    "to before what is referred to": (
        "Rask/NN/nsubj/1 referred/VBD/ROOT/1 to/IN/prep/1 harbour/NN/compound/4 question/NN/pobj/2",
        "Rask/NN/nsubj/1 referred/VBD/ROOT/1 harbour/NN/compound/3 question/NN/dobj/1",
    ),
    "to before a verb": (
        "Rask/NN/nsubj/1 wanted/VBD/ROOT/1 to/TO/aux/3 see/VB/xcomp/1 it/PRP/dobj/3",
        "Rask/NN/nsubj/1 wanted/VBD/ROOT/1 see/VB/xcomp/1 it/PRP/dobj/2",
    ),
    "not where something hangs on it": (
        "Rask/NN/nsubj/1 saw/VBD/ROOT/1 all/PDT/predet/3 these/DT/det/1 ships/NN/dobj/1",
        "Rask/NN/nsubj/1 saw/VBD/ROOT/1 all/PDT/predet/3 these/DT/det/1 ships/NN/dobj/1",
    ),
}


@pytest.mark.parametrize(("whole", "short"), CASES.values(), ids=CASES)
def test_what_telegrams_leave_out_is_left_out_of_the_tree(whole: str, short: str) -> None:
    found = telegraphic(parse(whole), Loaded(all_of_it=True))
    assert found is not None
    assert rows(found) == short


def test_nothing_need_be_left_out() -> None:
    whole = parse(CASES["articles and that"][0])
    assert telegraphic(whole, Loaded(all_of_it=False)) == whole


def test_too_little_is_no_sentence() -> None:
    whole = parse("The/DT/det/1 ice/NN/nsubj/2 broke/VBD/ROOT/2 the/DT/det/4 ship/NN/dobj/2")
    assert len(whole.words) > SHORTEST
    assert telegraphic(whole, Loaded(all_of_it=True)) is None


def test_names_of_telegrams_take_the_place_of_nouns() -> None:
    whole = parse("Ice/NN/nsubj/1 broke/VBD/ROOT/1 over/RB/advmod/1 there/RB/advmod/1")
    dice = [telegraphic(whole, Random(seed)) for seed in range(40)]
    names = {(found.words[0], found.tags[0]) for found in dice if found is not None}
    assert ("Ice", "NN") in names
    assert {tag for _, tag in names} == {"NN", "NNP"}
