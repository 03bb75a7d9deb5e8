"""`fonds sets` over the examples."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fonds.catalogue import Accession, Catalogue, entry
from fonds.cli import main
from fonds.record import Record, Source

SOURCE = Source("k", "1", "text/plain", "p 1")
PAPERS = [Record(f"papers/d{number}", "papers", f"Letter {number}", SOURCE) for number in (1, 2)]
EXAMPLES = Path(__file__).parents[2] / "examples" / "the-velmar-strait"


@pytest.fixture
def archive(velmar: Path, tmp_path: Path) -> Path:
    return shutil.copytree(velmar, tmp_path / "archive")


@pytest.fixture
def run(archive: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(["--archive", str(archive), *arguments])
        printed = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, printed.out, printed.err

    return call


def ids(run: Any, name: str) -> list[str]:
    shown = msgspec.json.decode(run("sets", "show", name, "--json")[1])
    return [member["id"] for member in shown["members"]]


def test_a_set_out_of_a_query(run: Any) -> None:
    assert run("sets")[1] == "no working sets\n"
    found = msgspec.json.decode(run("search", "gunboat", "--kind", "telegram", "--json")[1])
    code, out, _ = run("sets", "create", "Gunboats", "--query", "gunboat", "--kind", "telegram")
    assert (code, out.splitlines()[1]) == (0, f"Gunboats: {found['total']} records")
    assert run("sets")[1] == f"Gunboats: {found['total']} records\n"
    assert msgspec.json.decode(run("search", "--set", "gunboats", "", "--json")[1])["total"] == found["total"]
    assert run("sets", "show", "Gunboats", "--ids")[1].split() == ids(run, "Gunboats")


def test_a_set_out_of_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    members = ids_of(run, "pilot")
    given = "\n".join(["", f"  {members[0]} ", members[1], "nowhere", ""]).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    code, out, err = run("sets", "create", "Лоцманы", "--file", "-", members[2])
    assert (code, out.splitlines()[0], err) == (1, "3 records added", "refused: nowhere: not in the archive\n")
    assert set(ids(run, "лоцманы")) == set(members[:3])


def ids_of(run: Any, query: str) -> list[str]:
    return [hit["id"] for hit in msgspec.json.decode(run("search", query, "--json")[1])["hits"]]


def test_a_set_is_changed(run: Any) -> None:
    first, second, *_ = ids_of(run, "pilot")
    assert run("sets", "create", "Pilots", first)[0] == 0
    assert msgspec.json.decode(run("sets", "add", "Pilots", second, "--json")[1])["changed"] == 1
    assert set(ids(run, "Pilots")) == {first, second}
    assert run("sets", "remove", "Pilots", first)[0] == 0
    assert run("sets", "rename", "Pilots", "Harbour")[1] == "Harbour: 1 record\n"
    exported = run("sets", "export", "Harbour", "--format", "jsonl")[1]
    assert msgspec.json.decode(exported)["id"] == second
    assert run("concordance", "pilot", "--set", "Harbour")[1].endswith(f"{second}\n")
    assert run("sets", "delete", "Harbour")[1] == "forgotten: Harbour: 1 record\n"
    assert run("sets")[1] == "no working sets\n"


def test_a_member_that_is_withdrawn_is_told(run: Any, archive: Path) -> None:
    with Catalogue.open(archive / "catalogue.sqlite", writable=True) as catalogue:
        catalogue.keep(Accession("k", "k", "1", 1, "text/plain", "p 1"), map(entry, PAPERS), ())
        catalogue.sets.make("Papers", [paper.id for paper in PAPERS])
        catalogue.keep(Accession("k", "k", "2", 1, "text/plain", "p 1"), map(entry, PAPERS[1:]), ())
    code, out, err = run("sets", "show", "Papers")
    assert (code, out.splitlines()) == (0, ["Papers: 1 record, 1 withdrawn", "  papers/d2  Letter 2 (no date)"])
    assert err == "withdrawn: papers/d1: Letter 1\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("create", "Pilots"),
        ("create", "Pilots", "nowhere"),
        ("create", "../x", "--query", "pilot"),
        ("create", "Pilots", "--query", '"open'),
        ("create", "Pilots", "--file", "nowhere.txt"),
        ("show", "Pilots"),
        ("export", "Pilots", "--format", "csv"),
        ("delete", "Pilots"),
        ("rename", "Pilots", "Ships"),
    ],
    ids=" ".join,
)
def test_wrong_usage(run: Any, arguments: tuple[str, ...]) -> None:
    code, out, err = run("sets", *arguments)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert run("sets")[1] == "no working sets\n"
