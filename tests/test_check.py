"""A check finds whatever was done to an archive behind its back, and nothing in one that is whole."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import fonds
import fonds.archive
from fonds.archive import ADVICE, Checked
from fonds.catalogue.soundness import misplaced
from fonds.discovery import Index
from fonds.record import (
    Block,
    Cites,
    Mark,
    Mention,
    Note,
    Record,
    Reference,
    Source,
    Statement,
    Text,
    decode_record,
    encode_record,
)

LETTER = "Ostwick, 3 May 1911.\n\nDear Ben,\n\nThe ferry is late.\n\nAda\n"
IDS = ("papers/one", "papers/two")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in ("one", "two"):
        (papers / f"{name}.txt").write_text(LETTER.replace("late", f"late, Ben, by {name}"))
    path = tmp_path / "archive"
    with fonds.archive.open(path, create=True) as made:
        made.add([papers], jobs=1)
    return path


def checked(path: Path) -> Checked:
    with fonds.open(path) as archive:
        return archive.check()


def content_of(path: Path, name: str) -> Path:
    (found,) = (path / "originals").glob(f"**/content/{name}.txt")
    return found


def change_line(path: Path, change: Callable[[Record], Record]) -> None:
    with sqlite3.connect(path / "catalogue.sqlite") as database:
        (line,) = database.execute("SELECT line FROM lines WHERE record = 1").fetchone()
        database.execute("UPDATE lines SET line = ? WHERE record = 1", (encode_record(change(decode_record(line))),))


def run_sql(path: Path, statement: str) -> None:
    with sqlite3.connect(path / "catalogue.sqlite") as database:
        database.execute(statement)


def spoil_content(path: Path) -> None:
    content_of(path, "one").write_text(LETTER)


def unindex(path: Path) -> None:
    with Index.open(path / "index").writer() as writer:
        writer.remove(IDS[0])
        writer.commit()


def index_too_much(path: Path) -> None:
    index = Index.open(path / "index")
    with index.writer() as writer:
        writer.add(b'{"id": "papers/three", "order": 1}')
        writer.add(b'{"id": "papers/two", "order": 1}')
        writer.commit()


def cite(record: Record, target: str) -> Record:
    (text,) = record.texts
    text = msgspec.structs.replace(text, references=(Reference(0, 7, "Ostwick", Cites(), target),))
    return msgspec.structs.replace(record, texts=(text,))


def test_nothing_is_wrong_with_an_archive_as_it_was_made(archive: Path) -> None:
    assert checked(archive) == Checked(sound=True, records=2, originals=2)


OUTSIDE = Text("en", "original", "Late.", blocks=(Block("paragraph", 0, 6),))

DAMAGES: dict[str, tuple[Callable[[Path], object], dict[str, str]]] = {
    "another content": (spoil_content, {"original-damaged": "papers/one.txt"}),
    "no content": (lambda path: content_of(path, "two").unlink(), {"original-damaged": "papers/two.txt"}),
    "no originals": (lambda path: shutil.rmtree(path / "originals"), {"original-damaged": "papers/one.txt"}),
    "another digest": (
        lambda path: run_sql(path, "UPDATE sources SET sha256 = 'another' WHERE key = 'papers/one.txt'"),
        {"original-differs": "papers/one.txt", "record-differs": "papers/one"},
    ),
    "a line that is no record": (
        lambda path: run_sql(path, "UPDATE lines SET line = x'7b7d' WHERE record = 1"),
        {"record-unreadable": "papers/one"},
    ),
    "another title": (lambda path: run_sql(path, "UPDATE records SET title = 'x'"), {"record-differs": "papers/one"}),
    "a layer outside": (
        lambda path: change_line(path, lambda record: msgspec.structs.replace(record, texts=(OUTSIDE,))),
        {"layer-misplaced": "papers/one"},
    ),
    "no index": (lambda path: shutil.rmtree(path / "index"), {"index-differs": "the search index"}),
    "an index without a record": (unindex, {"index-differs": "the search index"}),
    "an index with too much": (index_too_much, {"index-differs": "the search index"}),
    "an index that is behind": (
        lambda path: run_sql(path, "UPDATE search_index SET act = 0"),
        {"index-behind": "the search index"},
    ),
    "a row of nobody": (
        lambda path: run_sql(path, "INSERT INTO findings (source, code, words, place) VALUES (99, 'x', '', '')"),
        {"catalogue-damaged": "catalogue.sqlite"},
    ),
}


@pytest.mark.parametrize(("damage", "wanted"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_found_and_named(archive: Path, damage: Callable[[Path], object], wanted: dict[str, str]) -> None:
    damage(archive)
    found = checked(archive)
    assert not found.sound
    assert {problem.code for problem in found.problems} == wanted.keys()
    for code, thing in wanted.items():
        assert next(problem.thing for problem in found.problems if problem.code == code).endswith(thing)


def test_what_is_only_worth_knowing_leaves_an_archive_sound(archive: Path) -> None:
    stray = next((archive / "originals").glob("*/*/*/*two*"))
    shutil.copytree(stray, archive / "originals" / "aaa" / "bbb" / "ccc" / "stray")
    change_line(archive, lambda record: cite(record, "papers/two"))
    run_sql(archive, "INSERT INTO citations (target, record) VALUES ('elsewhere/d1', 1), ('papers/two', 1)")
    found = checked(archive)
    assert found.sound
    assert [(remark.code, remark.thing.rpartition("/")[2]) for remark in found.remarks] == [
        ("original-unlisted", "stray"),
        ("reference-unheld", "elsewhere"),
    ]


def test_every_code_that_is_given_is_explained(archive: Path) -> None:
    given = {code for _, codes in DAMAGES.values() for code in codes} | {"original-unlisted", "reference-unheld"}
    assert given == ADVICE.keys()
    assert all(advice.meaning.endswith(".") and advice.next_step.endswith(".") for advice in ADVICE.values())


def with_text(**layers: object) -> Record:
    text = msgspec.structs.replace(Text("en", "original", "Ada is late."), **layers)
    return Record("a/b", "a", "Ada", Source("b.txt", "0" * 64, "text/plain", "plain text 1"), texts=(text,))


def statement(start: int, content: str) -> Statement:
    return Statement(
        start, start + 4, content, None, ("Ben",), (), "say", negated=False, quoted=False, by="", confidence=1
    )


NOTE = Note("1", 3, "She is.", id="n1")


@pytest.mark.parametrize(
    ("layers", "number"),
    [
        ({"blocks": (Block("paragraph", 0, 12),), "marks": (Mark("page break", 12, 12, "2"),)}, 0),
        ({"marks": (Mark("italic", 5, 4),)}, 1),
        ({"mentions": (Mention(-1, 3, "person"), Mention(0, 3, "person"))}, 1),
        ({"statements": (statement(7, "late"),)}, 0),
        ({"statements": (statement(6, "late"),)}, 1),
        ({"notes": (NOTE,), "references": (Reference(0, 7, "She is.", Cites(), note="1"),)}, 0),
        ({"notes": (NOTE,), "references": (Reference(0, 7, "She is.", Cites(), note="n1"),)}, 0),
        ({"notes": (NOTE,), "references": (Reference(0, 8, "She is.", Cites(), note="1"),)}, 1),
        ({"references": (Reference(0, 3, "Ada", Cites(), note="9"),)}, 1),
        ({"notes": (Note("1", 3, "She."),), "references": (Reference(0, 9, "Ada is la", Cites()),)}, 0),
        ({"notes": (Note("1", 13, "She is."),)}, 1),
        ({"notes": (Note("1", None, "She.", marks=(Mark("italic", 0, 5),)),)}, 1),
    ],
    ids=str,
)  # fmt: skip
def test_a_layer_lies_over_its_own_words(layers: dict[str, object], number: int) -> None:
    assert len(list(misplaced(with_text(**layers)))) == number
