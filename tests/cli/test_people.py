"""`fonds people` over the examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

import fonds.archive
from fonds.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "the-velmar-strait"
IN_VOLUME, IN_PAPERS = "daer1932v02/p_PR1", "released-papers-1983/pask"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive"
    with fonds.archive.open(path, create=True) as opened:
        opened.add([EXAMPLES], jobs=1)
    return path


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
        collections = {brief.id.partition("/")[0] for brief in opened.documents_of(IN_PAPERS)}
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
