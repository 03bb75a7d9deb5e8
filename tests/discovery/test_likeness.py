"""More like this: what documents share, how much that weighs, and what is shown of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from discovery_cases import SOURCE, indexed

from fonds.discovery.document import described
from fonds.discovery.likeness import MOST, Likeness, likenesses
from fonds.discovery.shared import Run, Worded, rarest, rarity_of
from fonds.record import Date, Party, Record, Text

GUANO = "The guano concession at Orlec lapses with the treaty, and Brannholt will not renew it before the spring."


def paper(
    number: int, words: str, *, edtf: str | None = None, people: Iterable[str] = (), role: Any = "original"
) -> Record:
    return Record(
        id=f"papers/d{number}",
        collection="papers",
        title=f"Letter {number}",
        source=SOURCE,
        date=Date(edtf=edtf) if edtf else None,
        parties=tuple(Party("from", each) for each in people),
        texts=(Text("en", role, words),) if words else (),
    )


THIS = paper(1, f"Sir, {GUANO} I have told the consul so.", edtf="1932-10-27", people=["Pask", "Tolliver"])
FILLER = tuple(
    paper(100 + n, f"Ordinary business number {n} was done at the quay today.", people=["Tolliver"]) for n in range(20)
)


def like(tmp_path: Path, *others: Record, this: Record = THIS, **asked: Any) -> dict[str, Likeness]:
    index = indexed(tmp_path / "index", (this, *others, *FILLER))
    found = index.answered(lambda asker: likenesses(described(this, {}), asker, **asked))
    return {each.id.removeprefix("papers/"): each for each in found}


def test_rare_words_and_phrases_are_shared(tmp_path: Path) -> None:
    found = like(
        tmp_path, paper(2, "Nobody wants the guano concession at Orlec any more."), paper(3, "The quay is shut.")
    )
    assert next(iter(found)) == "d2"
    assert {word.name for word in found["d2"].words} == {"guano", "concession", "orlec"}
    assert {word.records for word in found["d2"].words} == {2}
    (phrase,) = found["d2"].phrases
    printed = [each.text[each.start : each.end] for each in (phrase.here, phrase.there)]
    assert printed == ["The guano concession at Orlec", "the guano concession at Orlec"]
    assert phrase.records == 2
    assert phrase.there.text == "Nobody wants the guano concession at Orlec any more."
    assert found["d2"].points.keys() == {"phrases"}
    assert found["d2"].same_text is None
    assert "d3" not in found


@pytest.mark.parametrize(
    ("edtf", "apart", "to_the_day"),
    [
        pytest.param("1932-10-27", 0, True, id="same day"),
        pytest.param("1932-11-03", 7, True, id="a week"),
        pytest.param("1932-10", 26, False, id="the month alone is known"),
        pytest.param("1932-10-26/1932-10-29", 2, False, id="some days"),
        pytest.param("1932", 300, False, id="the year alone is known"),
        pytest.param("1932-10-27/..", None, False, id="open at its end"),
        pytest.param("1935-10-27", None, False, id="years apart"),
        pytest.param(None, None, False, id="undated"),
        pytest.param("-0432-10-27", None, False, id="long ago"),
    ],
)
def test_days_are_as_near_as_both_dates_tell(
    tmp_path: Path, edtf: str | None, apart: int | None, *, to_the_day: bool
) -> None:
    found = like(tmp_path, paper(2, "Guano at Orlec.", edtf=edtf))["d2"]
    assert (found.days_apart, found.to_the_day) == (apart, to_the_day)
    assert found.points.get("days") == (round(MOST["days"] / (1 + apart / 30), 1) if apart is not None else None)


def test_people_weigh_more_who_are_in_few_documents(tmp_path: Path) -> None:
    others = (paper(2, "", people=["Pask"]), paper(3, "", people=["Tolliver"]), paper(4, "", people=["Hohlweg"]))
    found = like(tmp_path, *others, limit=50)
    assert found["d2"].points["people"] > found["d3"].points["people"] > 0
    assert [(each.name, each.records) for each in found["d2"].people] == [("Pask", 2)]
    assert "d4" not in found


def test_points_are_at_most_what_is_told_and_make_the_order(tmp_path: Path) -> None:
    other = paper(2, THIS.texts[0].content * 3, edtf="1932-10-27", people=["Pask"])
    found = like(tmp_path, other, limit=50, beside={"papers/d2": 99.0})
    for each in found.values():
        assert all(0 < points <= MOST[reason] for reason, points in each.points.items())
        assert each.score == round(sum(each.points.values()), 1)
    assert [each.score for each in found.values()] == sorted((each.score for each in found.values()), reverse=True)
    assert found["d2"].points["citations"] == MOST["citations"]


@pytest.mark.parametrize("reason", ["phrases", "days", "people", "citations"])
def test_a_reason_that_is_off_counts_for_nothing(tmp_path: Path, reason: str) -> None:
    other = paper(2, GUANO, edtf="1932-10-27", people=["Pask"])
    found = like(tmp_path, other, beside={"papers/d2": 20.0}, without=[reason])["d2"]
    assert found.points.keys() == {"phrases", "days", "people", "citations"} - {reason}
    shown = {"phrases": found.words or found.phrases, "days": found.days_apart is not None, "people": found.people}
    assert not shown.get(reason)


def test_all_reasons_off_finds_nothing(tmp_path: Path) -> None:
    off = ("phrases", "days", "people", "citations")
    assert like(tmp_path, paper(2, GUANO), beside={"papers/d2": 20.0}, without=off) == {}


LONG = f"Sir, {GUANO} The consul was told so, and the company asks for a year more than it was promised at first."
SAME = [
    pytest.param(LONG, True, id="to the letter"),
    pytest.param(LONG.upper().replace(",", ";").replace("COMPANY", "Firm"), True, id="as another edition has it"),
    pytest.param(f"{'Other words of a longer paper. ' * 50}{LONG} The end.", True, id="within a longer one"),
    pytest.param(" ".join(reversed(LONG.split())), False, id="in another order"),
    pytest.param(f"{GUANO} {'But all else in it is different. ' * 9}", False, id="a part of it"),
    pytest.param(GUANO, False, id="too short to tell"),
    pytest.param(
        " and ".join([" ".join(LONG.split()[at : at + 5]) for at in range(40)] * 3), False, id="in small pieces"
    ),
]


@pytest.mark.parametrize(("words", "is_same"), SAME)
def test_the_same_text_is_told(tmp_path: Path, words: str, *, is_same: bool) -> None:
    found = like(tmp_path, paper(2, words), this=paper(1, LONG))["d2"]
    assert (found.same_text is not None) is is_same


def test_a_translation_is_like_a_text_in_its_language(tmp_path: Path) -> None:
    found = like(tmp_path, paper(2, f"It says: {GUANO}", role="translation"))
    assert found["d2"].phrases


def test_a_document_without_words_people_or_date_is_like_nothing(tmp_path: Path) -> None:
    assert like(tmp_path, paper(2, GUANO), this=paper(1, "")) == {}


@pytest.mark.parametrize(
    ("here", "there", "runs"),
    [
        ("a b c d e f", "x a b c d y", [Run(0, 1, 4)]),
        ("a b c d e f", "b c d e f", [Run(1, 0, 5)]),
        ("a b c x y z", "a b c q y z", []),
        ("a b c d e", "a b c d q a b c d e", [Run(0, 0, 4), Run(0, 5, 5)]),
        ("Été, à la mer", "ete a la mer!", [Run(0, 0, 4)]),
        ("a b c", "a b c", []),
        ("", "a b c d", []),
    ],
)
def test_runs(here: str, there: str, runs: list[Run]) -> None:
    assert list(Worded(here).runs(Worded(there))) == runs


def test_a_passage_is_shown_as_printed_in_its_context() -> None:
    words = Worded(f"{'before ' * 30}The GUANO, of Orlec {'after ' * 30}")
    passage = words.passage(30, 4)
    assert passage.text[passage.start : passage.end] == "The GUANO, of Orlec"
    assert passage.text.startswith("before before")
    assert passage.text.endswith("after after")
    assert len(passage.text) < 150


def test_long_stretches_are_counted_by_their_rarest_words() -> None:
    rarity = rarity_of(lambda word: 1 if word == "guano" else 500, 1000)
    words = ["so"] * 20 + ["guano"] + ["it"] * 20
    assert "guano" in rarest(words, rarity)
    assert len(rarest(words, rarity)) == 8
    assert rarest(["a", "b"], rarity) == ["a", "b"]
