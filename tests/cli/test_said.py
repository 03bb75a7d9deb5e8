"""`fonds said` and `fonds statements` over invented letters: who said what to whom, as people and programs are told."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import fonds.archive
from fonds.cli import main
from fonds.errors import MissingExtraError

LETTER = (
    "Letter From Ada Marlow to Ben Lorn\n\nOstwick, May 3, 1911.\n\nDear Mr. Lorn,\n\nArmand Delorval told me that "
    "Konrad Tessen feared that the strait would freeze. Delorval said that the pilots had returned.\n\nAda Marlow\n"
)
LETTERS = 32
"""Letters of the archives that are looked through in several steps; each has three statements."""
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def looked_through(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the letter, taken in with its statements."""
    folder = tmp_path_factory.mktemp("said")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["--archive", str(folder / "archive"), "add", str(folder / "letter.txt"), "--jobs", "1"])
    assert stop.value.code == 0
    return folder / "archive"


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """What a command prints on standard output, which ends well."""

    def run(*arguments: str | Path, code: int = 0) -> str:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert stop.value.code == code, printed.err
        return printed.out if code == 0 else printed.err

    return run


def test_said_as_json_lines(looked_through: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    printed = []
    for form in ("--jsonl", "--json"):
        with pytest.raises(SystemExit):
            main(["--archive", str(looked_through), "said", form])
        printed.append(capfdbinary.readouterr().out)
    lines = [msgspec.json.decode(line) for line in printed[0].splitlines()]
    assert lines == msgspec.json.decode(printed[1])["statements"]
    assert len(lines) == 3


def test_said_shows_the_chain_and_the_passage(ask: Ask, looked_through: Path) -> None:
    shown = ask("--archive", looked_through, "said", "--by", "Tessen")
    assert shown.splitlines()[:2] == ["1 statement", "by: Konrad Tessen (1)"]
    assert "letter  (1911-05-03)" in shown
    assert "Ada Marlow ← Armand Delorval ← Konrad Tessen: feel" in shown
    assert "told me that Konrad Tessen feared that [the strait would freeze]." in shown


def test_said_gives_one_object(ask: Ask, looked_through: Path) -> None:
    answer = msgspec.json.decode(ask("--archive", looked_through, "said", "--about", "pilots", "--json"))
    (said,) = answer["statements"]
    wanted = {
        "record", "title", "date", "chain", "addressee", "attitude", "negated", "quoted", "cue", "content", "sentence",
        "start", "end", "by", "confidence",
    }  # fmt: skip
    assert answer["total"] == 1
    assert wanted <= said.keys()
    assert said["content"] == "the pilots had returned"
    assert LETTER[LETTER.index("Dear") :].count(said["content"]) == 1


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (["--by", "A. Delorval"], 2),
        (["--by", "Pierre Delorval"], 0),
        (["--to", "Ada Marlow"], 1),
        (["--through", "Delorval"], 3),
        (["--attitude", "feel"], 1),
        (["--firsthand"], 2),
        (["--sure", "0.1"], 3),
        (["--sure", "1"], 0),
        (["--since", "1912"], 0),
        (["--until", "1911-05", "--limit", "1"], 3),
        (["--collection", "nowhere"], 0),
        (["--about", "strait OR pilots"], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_said_is_narrowed(ask: Ask, looked_through: Path, options: list[str], total: int) -> None:
    assert msgspec.json.decode(ask("--archive", looked_through, "said", *options, "--json"))["total"] == total


def test_said_of_nobody_says_so(ask: Ask, looked_through: Path) -> None:
    assert ask("--archive", looked_through, "said", "--by", "Hohlweg") == (
        "0 statements\nby: nobody is called Hohlweg\n"
    )


def test_wrong_questions_are_refused(ask: Ask, looked_through: Path) -> None:
    assert "closing bracket" in ask("--archive", looked_through, "said", "--about", "(a", code=2)
    ask("--archive", looked_through, "said", "--attitude", "hum", code=2)


def test_shown_records_carry_statements(ask: Ask, looked_through: Path) -> None:
    (said,) = msgspec.json.decode(ask("--archive", looked_through, "said", "--by", "Tessen", "--json"))["statements"]
    record = msgspec.json.decode(ask("--archive", looked_through, "show", said["record"], "--json"))
    assert [each["chain"][-1] for each in record["texts"][0]["statements"]] == [
        "Armand Delorval", "Konrad Tessen", "Armand Delorval",
    ]  # fmt: skip


def test_taking_in_may_leave_them_for_later(
    ask: Ask, looked_through: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "archive"
    ask("--archive", path, "add", looked_through.parent / "letter.txt", "--no-statements", "--jobs", "1")
    with pytest.raises(SystemExit):
        main(["--archive", str(path), "said"])
    told = capsys.readouterr()
    assert (told.out, "1 record not looked through" in told.err) == ("0 statements\n", True)
    done = msgspec.json.decode(ask("--archive", path, "statements", "--json", "--jobs", "1"))
    assert (done["records"], done["statements"]) == (1, 3)
    assert msgspec.json.decode(ask("--archive", path, "statements", "--json"))["records"] == 0
    assert ask("--archive", path, "said", "--json") == ask("--archive", looked_through, "said", "--json")


def test_many_records_are_looked_through_only_where_asked(
    looked_through: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("fonds.cli.add.AT_ONCE", 0)
    adding = ["--archive", str(tmp_path / "archive"), "add", str(looked_through.parent / "letter.txt"), "--jobs", "1"]
    for asked, told in (([], "1 record not looked through"), (["--statements"], "3 statements found in 1 record")):
        with pytest.raises(SystemExit):
            main([*adding, *asked])
        assert told in capsys.readouterr().err


def test_without_the_extra_it_is_said_how_to_get_it(
    looked_through: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: Any) -> Any:
        raise MissingExtraError("statements", seen="not installed", next_step="Run: pip install 'fonds[statements]'")

    monkeypatch.setattr("fonds.archive.attributing.attribute_all", missing)
    for command, code in ((["add", str(looked_through.parent / "letter.txt"), "--jobs", "1"], 0), (["statements"], 2)):
        with pytest.raises(SystemExit) as stop:
            main(["--archive", str(tmp_path / "archive"), *command])
        assert stop.value.code == code
        assert capsys.readouterr().err.count("pip install 'fonds[statements]'") == 1


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two archives of the same letters: "bare", and "whole" with all their statements."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(LETTERS):
        words = LETTER.replace("the pilots", f"the pilots of ship {number}")
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")
    with fonds.archive.open(folder / "bare", create=True) as archive:
        archive.add(sorted(folder.glob("*.txt")), jobs=1)
    shutil.copytree(folder / "bare", folder / "whole")
    with fonds.archive.open(folder / "whole", writable=True) as archive:
        archive.statements.attribute(jobs=1)
    return folder


# A pass that takes its time, so that it is ended midway on any machine, and that hears Ctrl-C, which a shell has its
# background jobs ignore.
SLOWLY = """
import signal, sys, time
from fonds.archive import attributing
from fonds.cli import main
from fonds.diplomatics.statements import attributor

attributor.FEW = 16
attributing._BATCH, keep = 8, attributing.AttributingPass._keep

def slowly(*arguments):
    keep(*arguments)
    time.sleep(0.3)

attributing.AttributingPass._keep = slowly
signal.signal(signal.SIGINT, signal.default_int_handler)
main(sys.argv[1:])
"""


@pytest.mark.parametrize(("kill", "jobs"), [(signal.SIGKILL, 1), (signal.SIGINT, 2)], ids=["killed", "stopped"])
def test_pass_that_is_ended_goes_on_with_the_same_result(
    many: Path, tmp_path: Path, kill: signal.Signals, jobs: int
) -> None:
    left = shutil.copytree(many / "bare", tmp_path / "left")
    command = [sys.executable, "-c", SLOWLY, "--archive", str(left), "statements", "--jobs", str(jobs)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as running:
        while running.poll() is None and waiting(left) == LETTERS:
            time.sleep(0.05)
        os.killpg(running.pid, kill)
        _, told = running.communicate()
    assert b"Traceback" not in told
    if kill is signal.SIGINT:
        assert (running.returncode, b"`fonds statements` goes on" in told) == (130, True)
    assert 0 < waiting(left) < LETTERS
    with fonds.archive.open(left, writable=True) as archive, fonds.archive.open(many / "whole") as whole:
        archive.statements.attribute(jobs=1)
        assert list(archive.records()) == list(whole.records())
        assert archive.said(limit=1000) == whole.said(limit=1000)
        assert whole.said().total == 3 * LETTERS


def waiting(path: Path) -> int:
    with fonds.archive.open(path) as archive:
        return archive.statements.coverage().waiting


def test_opened_at_once_the_reading_room_shows_statements_as_they_are_found(many: Path, tmp_path: Path) -> None:
    left = shutil.copytree(many / "bare", tmp_path / "left")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(left), "open", str(many / "000.txt")]
    with subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.PIPE) as serving:
        totals: list[int] = []
        address = f"http://127.0.0.1:{port}/api/said?limit=1"
        while serving.poll() is None and (not totals or totals[-1] < 3 * LETTERS):
            time.sleep(0.1)
            with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(address) as answer:
                totals.append(msgspec.json.decode(answer.read())["total"])
        serving.terminate()
        _, told = serving.communicate()
    assert (serving.returncode, totals[0], totals[-1]) == (0, 0, 3 * LETTERS)
    assert b"Statements are looked for in %d records meanwhile" % LETTERS in told
    assert b"Traceback" not in told
