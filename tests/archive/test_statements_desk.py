"""Statements in an archive: looked for in a second pass, asked for by who, to whom, through whom and about what."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from said_letters import LETTERS, FakeEngine, write_letters

import fonds.archive
from fonds.archive import Archive, Attributed, Attributing, ModelEngine
from fonds.archive.settings import EngineSettings
from fonds.cli.statements import in_words
from fonds.diplomatics.statements.attributor import FAILED
from fonds.errors import CorruptArchiveError, NotFoundError, QueryError, UsageError
from fonds.record import Finding, Record, Statement


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the letters with their statements, to copy."""
    folder = tmp_path_factory.mktemp("said")
    papers = write_letters(folder / "papers")
    with fonds.archive.open(folder / "archive", create=True) as archive:
        archive.add([papers], jobs=1)
        archive.statements.attribute(FakeEngine(), jobs=1)
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    with fonds.archive.open(tmp_path / "archive", writable=True) as opened:
        yield opened


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Archive]:
    """An archive of the letters in which nobody looked for statements."""
    with fonds.archive.open(tmp_path / "archive", create=True) as opened:
        opened.add([write_letters(tmp_path / "papers")], jobs=1)
        yield opened


@pytest.fixture(scope="session")
def kept(made: Path) -> Iterator[Archive]:
    """The archive itself, to ask only."""
    with fonds.archive.open(made / "archive") as opened:
        yield opened


def found(archive: Archive, **asked: Any) -> list[str]:
    """The contents that a question finds, by date."""
    answer = archive.said(**asked)
    assert answer.total == len(answer.statements)
    return [said.content for said in answer.statements]


FEARED = "Count Tessen feared that the strait would freeze before Christmas"
FREEZE = "the strait would freeze before Christmas"
RETURNED, COVERED, HIS, WARM = (
    "the pilots had returned", "the batteries were covered", "the pilots were his", "it is warm",
)  # fmt: skip

# asking

QUESTIONS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("everything, by date", {}, [WARM, FEARED, FREEZE, RETURNED, COVERED, HIS]),
    ("a whole name", {"by": "Armand Delorval"}, [FEARED, COVERED]),
    ("a name as a list has it", {"by": "Delorval, Armand"}, [FEARED, COVERED]),
    ("an initial", {"by": "A. Delorval"}, [FEARED, COVERED]),
    ("a surname", {"by": "delorval"}, [FEARED, RETURNED, COVERED]),
    ("a title", {"by": "Minister Delorval"}, [FEARED, RETURNED, COVERED]),
    ("another of that surname", {"by": "Pierre Delorval"}, [RETURNED]),
    ("an entry of a list", {"by": "papers/p_del"}, [FEARED, COVERED]),
    ("the innermost source only", {"by": "Tessen"}, [FREEZE, HIS]),
    ("the author of the document", {"by": "Cara Vennick"}, [WARM]),
    ("nobody", {"by": "Hohlweg"}, []),
    ("no name", {"by": "—"}, []),
    ("whom it was said to", {"to": "Delorval"}, [HIS]),
    ("the author whom it was said to", {"to": "Ada Marlow"}, [FEARED]),
    ("through anybody in the chain", {"through": "Armand Delorval"}, [FEARED, FREEZE, COVERED]),
    ("through the author", {"through": "Ben Lorn"}, [COVERED, HIS]),
    ("a word", {"about": "pilots"}, [RETURNED, HIS]),
    ("a phrase", {"about": '"the strait"'}, [FEARED, FREEZE]),
    ("operators", {"about": "pilot NOT returned"}, [HIS]),
    ("not the words around it", {"about": "rains"}, []),
    ("an attitude", {"attitude": "feel"}, [FREEZE]),
    ("at first hand", {"firsthand": True}, [WARM, FEARED, RETURNED, COVERED, HIS]),
    ("at second hand", {"firsthand": False}, [FREEZE]),
    ("so sure at least", {"sure": 0.8}, [WARM, FEARED, RETURNED, COVERED, HIS]),
    ("surer than any", {"sure": 0.81}, []),
    ("however sure", {"sure": 0.0, "attitude": "feel"}, [FREEZE]),
    ("from a day", {"date_from": "1911-05-09"}, [COVERED, HIS]),
    ("until a year", {"date_to": "1910"}, [WARM]),
    ("a collection", {"collection": "papers"}, [WARM, FEARED, FREEZE, RETURNED, COVERED, HIS]),
    ("another collection", {"collection": "letters"}, []),
    ("all at once", {"by": "Tessen", "through": "Delorval", "about": "freezing", "firsthand": False}, [FREEZE]),
]


@pytest.mark.parametrize(("asked", "contents"), [row[1:] for row in QUESTIONS], ids=[row[0] for row in QUESTIONS])
def test_question(kept: Archive, asked: dict[str, Any], contents: list[str]) -> None:
    by_score = "about" in asked
    assert (sorted(found(kept, **asked)) if by_score else found(kept, **asked)) == (
        sorted(contents) if by_score else contents
    )


def test_answer_tells_all_of_a_statement(kept: Archive) -> None:
    (said,) = kept.said(attitude="feel").statements
    text = kept.get("papers/ada").texts[0].content
    assert (said.record, said.date, said.author) == ("papers/ada", "1911-05-03", "Ada Marlow")
    assert (said.chain, said.addressee, said.cue) == (("Armand Delorval", "Count Tessen"), (), "feared")
    assert said.people == ("papers/p_del", "papers/p_tes")
    assert (said.attitude, said.negated, said.quoted, said.by, said.confidence) == ("feel", False, False, "fake 1", 0.4)
    assert text[said.start : said.end] == said.content == FREEZE
    assert said.sentence == f"Armand Delorval told me that {FEARED}."
    assert text[said.sentence_start :].startswith(said.sentence)
    assert said.text == 0
    assert said.title == kept.get("papers/ada").title


def test_chain_begins_with_the_author(kept: Archive) -> None:
    shown = [(said.links, said.hearers) for said in kept.said(date_to="1911-05-03").statements]
    assert shown == [
        (("Cara Vennick",), ()),
        (("Ada Marlow", "Armand Delorval"), ("Ada Marlow",)),
        (("Ada Marlow", "Armand Delorval", "Count Tessen"), ()),
        (("Ada Marlow", "Pierre Delorval"), ()),
    ]
    (said,) = kept.said(by="Cara Vennick").statements
    assert replace(said, author=None).links == ("the author",)


def test_answer_tells_how_names_were_understood(kept: Archive) -> None:
    understood = kept.said(by="Armand Delorval", to="Nobody").understood
    names = [(meant.name, meant.listed, meant.person, meant.statements) for meant in understood["by"].names]
    assert names == [
        ("Armand Delorval", "Delorval, Armand", "papers/p_del", 1),
        ("Delorval", "Delorval, Armand", "papers/p_del", 1),
    ]
    assert [meant.name for meant in understood["by"].others] == ["Pierre Delorval"]
    assert understood["to"].names == ()
    assert kept.said(by="papers/p_del").understood["by"].person == "papers/p_del"


def test_answer_counts_all_that_was_found(kept: Archive) -> None:
    counts = kept.said(limit=1).counts
    assert [(count.value, count.count) for count in counts["attitude"]] == [("say", 5), ("feel", 1)]
    assert next((count.value, count.count) for count in counts["source"]) == ("Count Tessen", 2)
    assert [(count.value, count.count) for count in counts["addressee"]] == [("Delorval", 1)]
    assert [(count.value, count.count) for count in counts["decade"]] == [("1910", 6)]


def test_answer_comes_in_pages(kept: Archive) -> None:
    pages = [kept.said(limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert [len(page.statements) for page in pages] == [2, 2, 2, 0]
    assert [said.content for page in pages for said in page.statements] == found(kept)
    assert {page.total for page in pages} == {6}


def test_records_where(kept: Archive) -> None:
    assert kept.statements.records_where(by="Delorval") == ("papers/ada", "papers/ben")
    assert kept.statements.records_where(about="pilots") == ("papers/ada", "papers/ben")
    assert kept.statements.records_where(by="Delorval", about="batteries") == ("papers/ben",)


SEARCHES = [
    ("said-by:Delorval", {"papers/ada", "papers/ben"}),
    ('said-by:"Pierre Delorval"', {"papers/ada"}),
    ("said-by:Hohlweg", set()),
    ("said-about:battery", {"papers/ben"}),
    ('said-about:"the pilots were"', {"papers/ben"}),
    ("said-by:Tessen NOT said-about:Christmas", {"papers/ben"}),
    ("said-about:pilots rains", {"papers/ada"}),
]


@pytest.mark.parametrize(("query", "records"), SEARCHES, ids=[row[0] for row in SEARCHES])
def test_records_are_searched_by_what_is_said_in_them(kept: Archive, query: str, records: set[str]) -> None:
    assert {hit.id for hit in kept.search(query).hits} == records


def test_statements_of_a_record(kept: Archive) -> None:
    assert [said.content for said in kept.statements.of("papers/ada")] == [FEARED, FREEZE, RETURNED]
    assert [said.content for said in kept.statements.of("papers/ada")] == [
        each.content for each in kept.get("papers/ada").texts[0].statements
    ]
    with pytest.raises(NotFoundError):
        kept.statements.of("papers/none")


def test_statements_of_a_person(kept: Archive) -> None:
    said = kept.statements.of_person("papers/p_tes")
    assert [each.content for each in said.said.statements] == [HIS]
    assert [each.content for each in said.reported.statements] == [FREEZE]
    assert said.heard.statements == ()
    assert [each.content for each in kept.statements.of_person("papers/p_del").heard.statements] == [HIS]


WRONG: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"about": "(pilots"}, QueryError),
    ({"date_from": "yesterday"}, QueryError),
    ({"limit": -1}, QueryError),
    ({"offset": 10_000_000}, QueryError),
    ({"attitude": "hum"}, UsageError),
    ({"sure": 80}, UsageError),
]


@pytest.mark.parametrize(("asked", "error"), WRONG, ids=[str(row[0]) for row in WRONG])
def test_wrong_question_is_explained(kept: Archive, asked: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        kept.said(**asked)


@pytest.mark.parametrize("name", ['"', "a\tb", "#papers/p_del", "x" * 100_000, "\udcff", "../..", "no/such", ""])
def test_hostile_name_finds_nobody(kept: Archive, name: str) -> None:
    assert found(kept, by=name) == []


# the second pass


def test_taking_in_looks_for_none(bare: Archive) -> None:
    assert (bare.said().total, bare.said(by="Delorval").statements) == (0, ())
    assert bare.statements.coverage().waiting == len(LETTERS)
    assert bare.get("papers/ada").texts[0].statements == ()


def test_pass_tells_how_far_it_is(bare: Archive) -> None:
    told: list[Attributing] = []
    done = bare.statements.attribute(FakeEngine(), jobs=1, progress=told.append)
    assert (done.name, done.records, done.statements) == ("fake 1", 3, 6)
    assert (told[-1].records, told[-1].all_records) == (3, 3)
    assert told[-1].bytes == told[-1].all_bytes > 0
    assert told[-1].words == done.words > 60


def test_pass_looks_at_each_record_once(bare: Archive) -> None:
    engine = FakeEngine()
    bare.statements.attribute(engine, jobs=1)
    bare.statements.attribute(engine, jobs=1)
    assert engine.seen == ["papers/ada", "papers/ben", "papers/cara"]
    assert bare.statements.coverage().programs == {"fake 1": 3}


def test_new_version_looks_again_if_told_to(archive: Archive) -> None:
    engine = FakeEngine("fake 2")
    assert archive.statements.attribute(engine, jobs=1).records == 0
    assert archive.statements.attribute(engine, jobs=1, redo=True).records == 3
    assert archive.statements.attribute(engine, jobs=1, redo=True).records == 0
    assert {said.by for said in archive.said().statements} == {"fake 2"}
    assert archive.said().total == 6


def test_stopped_pass_goes_on_with_the_same_result(
    bare: Archive, kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fonds.archive.attributing._BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        bare.statements.attribute(FakeEngine(stop_after=1), jobs=1)
    assert bare.statements.coverage().waiting == 2
    assert found(bare) == [FEARED, FREEZE, RETURNED]
    rest = FakeEngine()
    bare.statements.attribute(rest, jobs=1)
    assert rest.seen == ["papers/ben", "papers/cara"]
    assert bare.said() == kept.said()
    assert list(bare.records()) == list(kept.records())


def test_killed_between_catalogue_and_index_the_next_pass_indexes(bare: Archive) -> None:
    found_in = list(FakeEngine().attribute_all(bare.records(), 1))
    bare._catalogue.statements.keep(found_in, "fake 1")
    assert bare.statements.attribute(FakeEngine(), jobs=1).records == 0
    assert len(found(bare)) == 6


class FailingEngine(FakeEngine):
    """Gets through no letter of Ben's."""

    def attribute_all(self, records: Iterable[Record], jobs: int) -> Iterator[Record]:
        for one in super().attribute_all(records, jobs):
            failed = (Finding(FAILED, "IndexError: no"),) if one.id == "papers/ben" else ()
            yield replace(one, findings=(*one.findings, *failed))


def test_pass_tells_at_which_records_it_failed(bare: Archive) -> None:
    done = bare.statements.attribute(FailingEngine(), jobs=1)
    assert (done.records, done.failed) == (3, ("papers/ben",))
    assert "1 record could not be looked through: papers/ben." in in_words(done)


def test_pass_names_a_few_of_many_failures() -> None:
    done = Attributed("fake 1", 9, 90, 0, tuple("abcdefghi"))
    assert "9 records could not be looked through: a, b, c, d, e and 4 others." in in_words(done)


# what changes is followed


def test_letter_that_changed_waits_and_is_not_found_meanwhile(archive: Archive, tmp_path: Path) -> None:
    letter = tmp_path / "papers" / "ada.txt"
    letter.write_text(letter.read_text("utf-8").replace("Christmas", "Easter"), encoding="utf-8")
    archive.add([tmp_path / "papers"], jobs=1)
    assert found(archive) == [WARM, COVERED, HIS]
    archive.statements.attribute(FakeEngine(), jobs=1)
    assert found(archive, attitude="feel") == [FREEZE.replace("Christmas", "Easter")]


def test_index_is_made_anew(archive: Archive) -> None:
    before = archive.said()
    archive.reindex()
    assert archive.said() == before


def test_index_that_is_gone_is_named(archive: Archive) -> None:
    shutil.rmtree(archive.path / "index" / "statements")
    with (
        fonds.archive.open(archive.path) as reader,
        pytest.raises(CorruptArchiveError, match=r"index of statements .*fonds reindex"),
    ):
        reader.said()
    archive.close()
    with fonds.archive.open(archive.path, writable=True) as writer:
        writer.reindex()
        assert len(found(writer)) == 6


# people's decisions


def statement(archive: Archive, content: str) -> Statement:
    (one,) = [each for each in archive.get("papers/ada").texts[0].statements if each.content == content]
    return one


def test_decisions_are_found_at_once(archive: Archive) -> None:
    desk, wrong = archive.statements, statement(archive, RETURNED)
    desk.accept("papers/ada", statement(archive, FREEZE), who="Dora")
    desk.correct("papers/ada", wrong, replace(wrong, chain=("Ehmke",)), who="Dora")
    desk.reject("papers/ada", statement(archive, FEARED), who="Dora")
    assert found(archive, by="Pierre Delorval") == []
    assert found(archive, by="Ehmke") == [RETURNED]
    assert [(said.content, said.by) for said in desk.of("papers/ada")] == [
        (FREEZE, "person: Dora"), (RETURNED, "person: Dora"),
    ]  # fmt: skip
    desk.attribute(FakeEngine("fake 2"), jobs=1, redo=True)
    assert found(archive, date_from="1911-05-03", date_to="1911-05-03") == [FREEZE, RETURNED]


def test_added_statement_stays_when_the_letter_is_read_anew(archive: Archive, tmp_path: Path) -> None:
    text = archive.get("papers/cara").texts[0].content
    start = text.index("the weather is fine")
    added = Statement(
        start=start, end=start + 19, content="the weather is fine", cue=None, chain=("Ehmke",), addressee=(),
        attitude="say", negated=False, quoted=False, by="", confidence=0,
    )  # fmt: skip
    archive.statements.add("papers/cara", added, who="Dora")
    letter = tmp_path / "papers" / "cara.txt"
    letter.write_text(letter.read_text("utf-8").replace("Dear Ben", "My very dear Ben"), encoding="utf-8")
    archive.add([tmp_path / "papers"], jobs=1)
    (said,) = archive.said(by="Ehmke").statements
    now = archive.get("papers/cara").texts[0].content
    assert now[said.start : said.end] == said.content == "the weather is fine"
    assert said.start == start + len("My very dear") - len("Dear")
    assert archive.statements.adrift() == ()
    letter.write_text("Letter From Cara Vennick to Ben Lorn\n\nSarenne, June 1, 1910.\n\nNo news.\n", encoding="utf-8")
    archive.add([tmp_path / "papers"], jobs=1)
    assert [decision.deed for decision in archive.statements.adrift()] == ["add"]
    assert found(archive, by="Ehmke") == []


def test_decision_is_undone(archive: Archive) -> None:
    decision = archive.statements.reject("papers/ada", statement(archive, RETURNED), who="Dora")
    assert found(archive, by="Pierre Delorval") == []
    archive.statements.undo(decision.number)
    assert found(archive, by="Pierre Delorval") == [RETURNED]
    assert [(each.who, each.undone) for each in archive.statements.decisions("papers/ada")] == [("Dora", True)]


def test_decisions_that_cannot_be(archive: Archive) -> None:
    desk, one = archive.statements, statement(archive, RETURNED)
    with pytest.raises(UsageError, match="no statement"):
        desk.reject("papers/ada", replace(one, cue="sang"), who="Dora")
    with pytest.raises(UsageError, match="wanted: the words that stand there"):
        desk.add("papers/ada", replace(one, start=one.start + 1), who="Dora")
    with pytest.raises(UsageError, match="wanted: the name of who decides"):
        desk.accept("papers/ada", one, who=" ")
    with pytest.raises(NotFoundError):
        desk.add("papers/none", one, who="Dora")
    assert desk.decisions() == ()


def test_no_model_is_asked_that_the_archive_does_not_name(bare: Archive) -> None:
    assert bare.settings.engine == EngineSettings()
    with pytest.raises(UsageError, match=r"Set address and model below \[engine\] in fonds.toml"):
        ModelEngine(bare.settings.engine)


def test_the_model_is_the_one_that_the_archive_names(bare: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUR_KEY", "secret")
    (bare.path / "fonds.toml").write_text('[engine]\naddress = "http://127.0.0.1:9/v1"\nmodel = "m"\nkey = "OUR_KEY"\n')
    with fonds.archive.open(bare.path) as again:
        engine = ModelEngine(again.settings.engine)
    assert engine.name == "fonds statements by m"
    with pytest.raises(UsageError, match="language model at http://127"):
        list(engine.attribute_all(bare.records(), 1))
