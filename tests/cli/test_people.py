"""`fonds people` over the examples."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

import fonds.archive
from fonds.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "the-velmar-strait"
IN_VOLUME, IN_PAPERS = "daer1932v02/p_PR1", "released-papers-1983/pask"


@pytest.fixture
def archive(velmar: Path, tmp_path: Path) -> Path:
    return shutil.copytree(velmar, tmp_path / "archive")


@pytest.fixture
def run(archive: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(["--archive", str(archive), "people", *arguments])
        printed = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, printed.out, printed.err

    return call


def test_list(run: Any) -> None:
    code, out, _ = run("pask")
    assert (code, out.splitlines()[0]) == (0, "2 in the lists")
    assert "Minister of Aldermere in Valmora" in out
    listed = msgspec.json.decode(run("--kind", "term", "--json")[1])
    assert {person["kind"] for person in listed["people"]} == {"term"}
    assert listed["total"] == len(listed["people"])


def test_show(run: Any) -> None:
    code, out, _ = run("show", IN_VOLUME)
    assert code == 0
    assert out.startswith("Pask, Rowland\n")
    assert msgspec.json.decode(run("show", IN_VOLUME, "--json")[1])["id"] == IN_VOLUME


def test_candidates_merge_split_undo(run: Any, archive: Path) -> None:
    found = msgspec.json.decode(run("candidates", "pask", "--json")[1])["candidates"]
    assert [{pair["first"]["id"], pair["second"]["id"]} for pair in found] == [{IN_VOLUME, IN_PAPERS}]
    assert found[0]["evidence"]
    assert run("merge", IN_VOLUME, IN_PAPERS)[0] == 0
    assert run("candidates", "pask")[1] == "0 pairs\n"
    with fonds.archive.open(archive, writable=True) as opened:
        opened.add([EXAMPLES], jobs=1)
        collections = {brief.id.partition("/")[0] for brief in opened.people.documents(IN_PAPERS)}
    assert collections == {"daer1932v02", "released-papers-1983"}
    assert len(msgspec.json.decode(run("split", IN_VOLUME, "--json")[1])["people"]) == 2
    assert msgspec.json.decode(run("undo", "--json")[1]) == {"undone": f"split {IN_VOLUME} {IN_PAPERS}"}
    assert f"{IN_VOLUME}, {IN_PAPERS}" in run("show", IN_PAPERS)[1]
    assert run("undo")[2] == f"taken back: merge {IN_VOLUME} {IN_PAPERS}\n"


@pytest.mark.parametrize(
    "arguments",
    [("show", "a/nobody"), ("merge", IN_VOLUME), ("split", IN_VOLUME), ("undo",), ("show",), ("--kind", "ship")],
    ids=" ".join,
)
def test_wrong_usage(run: Any, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Traceback" not in err


def test_load_links_offices(run: Any, archive: Path, tmp_path: Path) -> None:
    register = tmp_path / "register"
    for name, content in {
        "people/v.xml": "<person><id>venn-o</id><persName><surname>Venn</surname></persName></person>",
        "missions-countries/norway.xml": "<m><territory-id>norway</territory-id><chief><person-id>venn-o</person-id>"
        "<role-title-id>ambassador</role-title-id><started><date>1951-05-03</date></started></chief></m>",
    }.items():
        (register / name).parent.mkdir(parents=True)
        (register / name).write_text(content)
    papers = tmp_path / "papers"
    papers.mkdir()
    heading = "1. Telegram From the Embassy in Norway to the Department of State\n\nOslo, May 5, 1952, 3 p.m."
    (papers / "d1.txt").write_text(f"{heading}\n\n12. The Ambassador called on the Foreign Minister.\n")
    assert msgspec.json.decode(run("load", str(register), "--json")[1]) == {"people": 1, "offices": 1}
    with fonds.archive.open(archive, writable=True) as opened:
        opened.add([papers], jobs=1)
        assert [brief.id for brief in opened.people.documents("pocom/venn-o", "mentioned")] == ["papers/d1"]
        assert [office.place for office in opened.people.get("pocom/venn-o").offices] == ["Norway"]
        assert opened.add([papers], jobs=1).unchanged == 1
    assert run("load", str(papers))[0] == 2
