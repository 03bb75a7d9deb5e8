"""What the README and the pages in docs/ show is what happens: their commands are run, page by page, in order."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from fonds.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")])
SERVING = {"serve", "open"}
"""Commands that do not come back."""


def steps(page: str) -> list[tuple[str, str]]:
    """Commands in the console and sh blocks of a page, each with the output that is shown below it."""
    found: list[tuple[str, str]] = []
    for form, block in re.findall(r"^```(console|sh)\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL):
        prompt = "$ " if form == "console" else ""
        for line in block.splitlines():
            if line.startswith(prompt):
                found.append((line.removeprefix(prompt), ""))
            else:
                found[-1] = (found[-1][0], f"{found[-1][1]}{line}\n")
    return found


def follow(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Run one command of a page; it must succeed, and print what the page shows ("…" stands for anything)."""
    program, *arguments = shlex.split(command)
    if program == "make":
        subprocess.run(["make", "--dry-run", *arguments], cwd=ROOT, check=True, capture_output=True)
        return
    assert program == "fonds", command
    if SERVING & set(arguments):
        assert SERVING & set(arguments) <= set(COMMANDS)
        return
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    printed = "".join(capsys.readouterr())
    assert ending.value.code == 0, f"{command}\n{printed}"
    assert printed.strip(), command
    wanted = ".*".join(re.escape(part) for part in shown.split("…"))
    assert not shown or re.fullmatch(wanted, printed, flags=re.DOTALL), f"{command}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_is_true(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FONDS_ARCHIVE", raising=False)
    for command, shown in steps(page.read_text("utf-8")):
        follow(command, shown, capsys)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)\)", page.read_text("utf-8").replace("`[\\[1\\]](#) …`", ""))
    assert [link for link in links if not (page.parent / link).exists()] == []


WRONG = [
    ("fonds shelve examples", ""),
    ("fonds show nothing/here", ""),
    ("fonds schema --form xml", ""),
    ("fonds schema", "no schema at all\n"),
]


@pytest.mark.parametrize(("command", "shown"), WRONG, ids=[row[0] + row[1] for row in WRONG])
def test_wrong_command_is_found_out(
    command: str,
    shown: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError):
        follow(command, shown, capsys)


def test_unknown_target_is_found_out(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        follow("make tea", "", capsys)


def test_steps_are_read_from_blocks() -> None:
    page = "```console\n$ fonds stats\nrecords: 1\n$ fonds schema\n```\n```sh\nmake test\n```\n```csv\nid\n```\n"
    assert steps(page) == [("fonds stats", "records: 1\n"), ("fonds schema", ""), ("make test", "")]
