"""More like this over the examples, in Python and on the command line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import fonds.archive
from fonds.archive import Archive
from fonds.archive.similar import REASONS
from fonds.cli import main
from fonds.errors import CorruptArchiveError, NotFoundError, UsageError

EXAMPLES = Path(__file__).parent.parent / "examples" / "the-velmar-strait"
CITED, CITING = "daer1932v02/d2", "daer1932v02/d3"


@pytest.fixture(scope="module")
def archive(velmar: Path) -> Iterator[Archive]:
    with fonds.archive.open(velmar) as opened:
        yield opened


def test_each_similar_record_says_its_reasons(archive: Archive) -> None:
    found = archive.similar(CITED)
    assert found.id == CITED
    assert len(found.similar) == 10
    assert CITED not in {each.id for each in found.similar}
    for each in found.similar:
        assert each.score == round(sum(because.points for because in each.reasons), 1) > 0
        assert [because.points for because in each.reasons] == sorted(
            (because.points for because in each.reasons), reverse=True
        )
        assert all(because.words and because.points <= because.of for because in each.reasons)


def test_citations_are_told(archive: Archive) -> None:
    first = archive.similar(CITED).similar[0]
    assert first.id == CITING
    told = {because.reason: because.words for because in first.reasons}
    assert told["citations"] == "it cites this one; both are cited by daer1932v02/d1"
    assert told["days"] == "a day apart"
    back = next(each for each in archive.similar(CITING).similar if each.id == CITED)
    assert {because.reason: because.words for because in back.reasons}["citations"].startswith("this one cites it")


def test_people_are_told_with_how_many_records_they_are_in(archive: Archive) -> None:
    told = {because.reason: because.words for because in archive.similar(CITED).similar[0].reasons}
    assert told["people"].startswith("both have ")
    name, _, records = told["people"].removeprefix("both have ").partition(" (in ")
    assert len(set(archive.identifiers(f'person:"{name}"'))) >= int(records.split()[0]) > 1


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_can_be_switched_off(archive: Archive, reason: str) -> None:
    found = archive.similar(CITED, without=[reason], limit=30)
    assert found.without == (reason,)
    assert {because.reason for each in found.similar for because in each.reasons} <= set(REASONS) - {reason}
    others = archive.similar(CITED, without=set(REASONS) - {reason}, limit=30).similar
    assert others
    assert {because.reason for each in others for because in each.reasons} == {reason}


def test_wrong_questions(archive: Archive) -> None:
    with pytest.raises(NotFoundError):
        archive.similar("nowhere/d1")
    with pytest.raises(UsageError, match="wanted: phrases, days, people, citations"):
        archive.similar(CITED, without=["luck"])


def test_an_index_that_is_gone_is_told(tmp_path: Path) -> None:
    with fonds.archive.open(tmp_path / "archive", create=True) as opened:
        opened.add([EXAMPLES / "letters"], jobs=1)
        record = next(opened.records()).id
    shutil.rmtree(tmp_path / "archive" / "index")
    with fonds.archive.open(tmp_path / "archive") as opened, pytest.raises(CorruptArchiveError, match="fonds reindex"):
        opened.similar(record)


def run(archive: Archive, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[Any, str]:
    with pytest.raises(SystemExit) as stop:
        main(["--archive", str(archive.path), "similar", *arguments])
    return stop.value.code, capsys.readouterr().out


def test_on_the_command_line(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(archive, capsys, CITED, "--limit", "2")
    assert code == 0
    assert "it cites this one" in out
    assert "it cites this one" not in run(archive, capsys, CITED, "--without", "citations", "--limit", "2")[1]
    found = msgspec.json.decode(run(archive, capsys, CITED, "--json", "--without", "days", "--without", "people")[1])
    assert found["without"] == ["days", "people"]
    assert [each["id"] for each in found["similar"]] == [
        each.id for each in archive.similar(CITED, without=["days", "people"]).similar
    ]


@pytest.mark.parametrize("arguments", [("nowhere",), (CITED, "--without", "luck"), ()], ids=" ".join)
def test_wrong_usage(archive: Archive, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    assert run(archive, capsys, *arguments) == (2, "")
