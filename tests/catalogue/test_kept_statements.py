"""What programs find and people decide of who said what: kept beside the records, and given out with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalogue_cases import content, keep, made
from msgspec.structs import replace

from fonds.catalogue import Catalogue, Decision, is_adrift
from fonds.catalogue.database import Database
from fonds.catalogue.decisions import is_same
from fonds.catalogue.migrations import STEPS, bring_up_to_date
from fonds.errors import NotFoundError, UsageError
from fonds.record import Record, Statement

WORDS = "Ada said the harbour stays shut until the pilots return. Ben feared that it would freeze before they came."
SHUT, FREEZE = "the harbour stays shut until the pilots return", "it would freeze before they came"
ONE, TWO = "machine 1", "machine 2"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        keep(opened, made("v/d1", WORDS), made("v/d2"))
        yield opened


def said(words: str, content: str, cue: str = "said", *chain: str, by: str = ONE) -> Statement:
    start = words.index(content)
    return Statement(
        start=start, end=start + len(content), content=content, cue=cue, chain=chain or ("Ada",), addressee=(),
        attitude="say", negated=False, quoted=False, by=by, confidence=0.7,
    )  # fmt: skip


def attributed(record: Record, *statements: Statement) -> Record:
    text = record.texts[0]
    return replace(record, texts=(replace(text, statements=statements),))


def run(catalogue: Catalogue, program: str = ONE, words: str = WORDS, **contents: str) -> None:
    """A pass over the first record that finds these: cue -> content."""
    found = [said(words, content, cue, by=program) for cue, content in contents.items()]
    records = [
        attributed(record, *found) if record.id == "v/d1" else record
        for record, _ in catalogue.statements.unattributed(program)
    ]
    catalogue.statements.keep(records, program)


def statements(catalogue: Catalogue) -> list[Statement]:
    return list(catalogue.get("v/d1").texts[0].statements)


def contents(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Content and source of each statement, as the record is given out."""
    return [(each.content, each.by) for each in statements(catalogue)]


# what programs find


def test_records_carry_what_was_found(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT, feared=FREEZE)
    assert statements(catalogue) == [said(WORDS, SHUT), said(WORDS, FREEZE, "feared")]
    assert [record.texts[0].statements for record in catalogue.records()] == [tuple(statements(catalogue)), ()]


def test_what_was_looked_at_is_looked_at_once(catalogue: Catalogue) -> None:
    assert catalogue.statements.waiting().records == 2
    run(catalogue, said=SHUT)
    assert list(catalogue.statements.unattributed()) == []
    assert catalogue.statements.waiting() == catalogue.statements.waiting(ONE)
    assert catalogue.statements.coverage().programs == {ONE: 2}


def test_another_program_looks_again_only_if_asked_to(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT)
    assert catalogue.statements.waiting().records == 0
    assert [record.id for record, _ in catalogue.statements.unattributed(TWO)] == ["v/d1", "v/d2"]
    run(catalogue, TWO, feared=FREEZE)
    assert contents(catalogue) == [(FREEZE, TWO)]


def test_records_wait_in_order_and_in_number(catalogue: Catalogue) -> None:
    many = [made(f"w/d{number}") for number in range(200)]
    keep(catalogue, *many, key="w.xml")
    waiting = []
    for record, _ in catalogue.statements.unattributed(ONE):
        waiting.append(record.id)
        catalogue.statements.keep([record], ONE)
    assert waiting == ["v/d1", "v/d2", *(record.id for record in many)]
    assert catalogue.statements.waiting(ONE) == type(catalogue.statements.waiting())(0, 0)


def test_a_record_that_was_read_anew_waits_again(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT)
    keep(catalogue, made("v/d1", "At noon. " + WORDS), made("v/d2"), sha256="2")
    assert statements(catalogue) == []
    assert [record.id for record, _ in catalogue.statements.unattributed(ONE)] == ["v/d1"]
    assert catalogue.get("v/d1", version=1).texts[0].statements == (said(WORDS, SHUT),)


def test_a_file_that_came_again_as_it_was_keeps_them(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT)
    keep(catalogue, made("v/d1", WORDS, sha256="2"), made("v/d2", sha256="2"), sha256="2")
    assert contents(catalogue) == [(SHUT, ONE)]


# what people decide


def decide(catalogue: Catalogue, replaces: Statement | None, statement: Statement | None) -> Decision:
    return catalogue.statements.decide(catalogue.get("v/d1"), 0, "Cara", replaces, statement)


MINE = {"by": "person: Cara", "confidence": 1.0}


def accept(catalogue: Catalogue) -> Decision:
    return decide(catalogue, said(WORDS, SHUT), replace(said(WORDS, SHUT), **MINE))


def correct(catalogue: Catalogue) -> Decision:
    return decide(catalogue, said(WORDS, SHUT), replace(said(WORDS, SHUT, "said", "Eve"), **MINE))


def reject(catalogue: Catalogue) -> Decision:
    return decide(catalogue, said(WORDS, SHUT), None)


def add(catalogue: Catalogue) -> Decision:
    return decide(catalogue, None, replace(said(WORDS, FREEZE, "feared", "Ben"), **MINE))


DECISIONS = {
    "accept": (accept, [("Ada", "person: Cara")]),
    "correct": (correct, [("Eve", "person: Cara")]),
    "reject": (reject, []),
    "add": (add, [("Ada", ONE), ("Ben", "person: Cara")]),
}


@pytest.mark.parametrize("deed", DECISIONS)
def test_people_have_the_last_word(catalogue: Catalogue, deed: str) -> None:
    act, expected = DECISIONS[deed]
    run(catalogue, said=SHUT)
    decision = act(catalogue)
    assert (decision.deed, decision.who) == (deed, "Cara")
    assert [(each.chain[-1], each.by) for each in statements(catalogue)] == expected
    assert catalogue.statements.decisions("v/d1") == (decision,)
    assert catalogue.statements.decisions("v/d2") == ()
    last = list(catalogue.journal())[-1]
    assert (last.deed, last.thing, last.outcome) == (f"{deed} statement", "v/d1", {"decision": decision.number})


@pytest.mark.parametrize("deed", DECISIONS)
def test_their_word_stays_through_another_pass(catalogue: Catalogue, deed: str) -> None:
    act, expected = DECISIONS[deed]
    run(catalogue, said=SHUT)
    act(catalogue)
    run(catalogue, TWO, said=SHUT)
    now = [(each.chain[-1], each.by.replace(TWO, ONE)) for each in statements(catalogue)]
    assert now == expected


@pytest.mark.parametrize("deed", ["accept", "correct", "add"])
def test_their_word_stays_where_a_program_finds_nothing(catalogue: Catalogue, deed: str) -> None:
    run(catalogue, said=SHUT)
    DECISIONS[deed][0](catalogue)
    run(catalogue, TWO)
    assert [each.by for each in statements(catalogue)] == ["person: Cara"]


@pytest.mark.parametrize("deed", DECISIONS)
def test_their_word_stays_through_reading_anew(catalogue: Catalogue, deed: str) -> None:
    act, expected = DECISIONS[deed]
    run(catalogue, said=SHUT)
    act(catalogue)
    words = "Sarenne, at noon.\n\n" + WORDS.replace("the harbour stays", "the\nharbour stays")
    keep(catalogue, made("v/d1", words), made("v/d2"), sha256="2")
    run(catalogue, TWO, words, said=SHUT.replace("the h", "the\nh"))
    found = statements(catalogue)
    assert [(each.chain[-1], each.by.replace(TWO, ONE)) for each in found] == expected
    assert all(words[each.start : each.end] == each.content for each in found)


def test_a_program_that_cuts_it_otherwise_says_it_no_second_time(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT)
    accept(catalogue)
    run(catalogue, TWO, said="the harbour stays shut", feared=FREEZE)
    assert contents(catalogue) == [(SHUT, "person: Cara"), (FREEZE, TWO)]


NOT_THE_SAME = [
    ("another cue", WORDS, (SHUT, "said", "Ada"), (SHUT, "wrote", "Ada")),
    ("apart", WORDS, (SHUT, "said", "Ada"), (FREEZE, "said", "Ada")),
    ("nested", "Ada said Ben said it froze.", ("Ben said it froze", "said", "Ada"), ("it froze", "said", "Ben")),
]


@pytest.mark.parametrize(
    ("words", "one", "other"), [case[1:] for case in NOT_THE_SAME], ids=[c[0] for c in NOT_THE_SAME]
)
def test_another_saying_stays(words: str, one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert not is_same(said(words, *one), said(words, *other))
    assert is_same(said(words, *one), said(words, *one[:2], "Somebody"))


def test_the_last_of_several_decisions_counts(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT)
    reject(catalogue)
    correct(catalogue)
    assert [each.chain for each in statements(catalogue)] == [("Eve",)]
    decide(catalogue, statements(catalogue)[0], None)
    assert statements(catalogue) == []


def test_a_decision_can_be_undone(catalogue: Catalogue) -> None:
    run(catalogue, said=SHUT)
    decision = reject(catalogue)
    assert catalogue.statements.undo(decision.number).undone
    assert contents(catalogue) == [(SHUT, ONE)]
    assert [each.undone for each in catalogue.statements.decisions()] == [True]
    with pytest.raises(NotFoundError, match="none of this number"):
        catalogue.statements.undo(decision.number)


def test_a_decision_whose_passage_is_gone_waits_for_it(catalogue: Catalogue) -> None:
    decision = add(catalogue)
    keep(catalogue, made("v/d1", "Ada said no more."), made("v/d2"), sha256="2")
    assert statements(catalogue) == []
    assert is_adrift(catalogue.get("v/d1"), decision)
    keep(catalogue, made("v/d1", WORDS), made("v/d2"), sha256="3")
    assert contents(catalogue) == [(FREEZE, "person: Cara")]
    assert not is_adrift(catalogue.get("v/d1"), decision)


def test_a_text_that_is_not_there_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="text 1; wanted: one of its 1 texts"):
        catalogue.statements.decide(catalogue.get("v/d1"), 1, "Cara", None, said(WORDS, SHUT))


def test_who_only_reads_decides_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "catalogue.sqlite") as reader, pytest.raises(UsageError, match="open to read"):
        add(reader)


# what the index has yet to learn


def unfollowed(catalogue: Catalogue) -> list[str]:
    return list(catalogue.statements.unfollowed())


def follow(catalogue: Catalogue) -> None:
    catalogue.statements.followed(catalogue.statements.unfollowed())


CHANGES: dict[str, tuple[Callable[[Catalogue], object], list[str]]] = {
    "found": (lambda catalogue: run(catalogue, TWO, feared=FREEZE), ["v/d1", "v/d2"]),
    "decided": (accept, ["v/d1"]),
    "undone": (lambda catalogue: catalogue.statements.undo(1), ["v/d1"]),
    "read anew": (lambda catalogue: keep(catalogue, made("v/d1", "New."), made("v/d2"), sha256="2"), ["v/d1"]),
    "withdrawn": (lambda catalogue: keep(catalogue, made("v/d2"), sha256="2"), ["v/d1"]),
    "came again as it was": (lambda catalogue: keep(catalogue, made("v/d1", WORDS), made("v/d2"), sha256="2"), []),
    "thrown away": (lambda catalogue: catalogue.statements.forget_followed(), ["v/d1", "v/d2"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_to_be_followed(catalogue: Catalogue, change: str) -> None:
    act, expected = CHANGES[change]
    run(catalogue, said=SHUT)
    add(catalogue)
    assert unfollowed(catalogue) == ["v/d1", "v/d2"]
    follow(catalogue)
    assert unfollowed(catalogue) == []
    act(catalogue)
    assert unfollowed(catalogue) == expected


def test_new_records_have_nothing_to_follow(catalogue: Catalogue) -> None:
    assert unfollowed(catalogue) == []


# archives of before


def test_a_catalogue_without_statements_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with Catalogue.open(path, writable=True) as new:
        keep(new, made("v/d1", WORDS), made("v/d2"))
        expected = content(new)
    old = Database.open(path, writable=True)
    for name in ("TRIGGER statements_unfollowed", "TABLE unfollowed", "TABLE decisions", "TABLE attributions"):
        old.run(f"DROP {name}")
    old.run("DELETE FROM steps WHERE name = 'statements'")
    bring_up_to_date(old, STEPS)
    old.close()
    with Catalogue.open(path, writable=True) as catalogue:
        assert content(catalogue) == expected
        run(catalogue, said=SHUT)
        assert contents(catalogue) == [(SHUT, ONE)]
