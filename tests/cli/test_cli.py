"""The commands over the examples: what they print, and the exit codes 0 done, 1 some refused, 2 nothing done."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from running import Fonds, Ran

from fonds.cli import COMMANDS, GROUPS
from fonds.record import decode_record
from rights import held_to_rights

EXAMPLES = Path(__file__).parents[2] / "examples" / "the-velmar-strait"
RECORDS = len(msgspec.json.decode((EXAMPLES.parent / "expected.json").read_bytes()))
LETTER = "letters/pask-to-ashdowne-1932-11-02"


@pytest.fixture
def ask(fonds_: Fonds, velmar: Path) -> Fonds:
    """A command to the archive of the examples."""

    def run(*arguments: str | Path) -> Ran:
        return fonds_("--archive", velmar, *arguments)

    return run


# where the archive is


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_the_archive_may_be_named_before_and_after_the_command(fonds_: Fonds, velmar: Path, *, before: bool) -> None:
    named = ("--archive", velmar)
    ran = fonds_(*named, "stats", "--json") if before else fonds_("stats", "--json", *named)
    assert (ran.code, ran.json["records"]) == (0, RECORDS)


def test_the_archive_may_be_named_by_the_environment(
    fonds_: Fonds, velmar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FONDS_ARCHIVE", str(velmar))
    assert fonds_("stats", "--json").json["records"] == RECORDS
    assert fonds_("--archive", tmp_path / "none", "stats").code == 2


def test_the_archive_is_the_folder_of_that_name_otherwise(fonds_: Fonds, tmp_path: Path, poor: Path) -> None:
    fonds_("add", poor / "good.txt", "--jobs", "1")
    assert (tmp_path / "archive" / "fonds.toml").is_file()
    assert fonds_("stats", "--json").json["records"] == 1


@pytest.mark.parametrize(
    "arguments",
    [("search", "ferry"), ("show", "a/b"), ("cite", "a/b"), ("export", "out", "--format", "tei"), ("reindex",),
     ("stats",), ("serve",)],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_without_an_archive_nothing_is_done_and_none_is_made(
    fonds_: Fonds, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ran = fonds_(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "fonds add" in ran.err
    assert list(tmp_path.iterdir()) == []


# read and add


def test_read(fonds_: Fonds, tmp_path: Path) -> None:
    ran = fonds_("read", EXAMPLES / "letters", "--jobs", "1")
    assert ran.code == 0
    assert "Rowland Pask to Miles Ashdowne" in ran.out
    assert list(tmp_path.iterdir()) == []


def test_read_as_json(fonds_: Fonds, poor: Path) -> None:
    ran = fonds_("read", poor, "--json", "--jobs", "1")
    assert ran.code == 1
    assert [record["id"] for record in ran.json["records"]] == ["poor/good"]
    assert [refusal["name"] for refusal in ran.json["refused"]] == ["empty.txt"]
    assert "refused: empty.txt: " in ran.err


def test_read_as_json_lines(fonds_: Fonds) -> None:
    ran = fonds_("read", EXAMPLES, "--jsonl", "--jobs", "1")
    assert ran.code == 0
    assert len({decode_record(line).id for line in ran.out.splitlines()}) == RECORDS


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize(
    ("names", "code"),
    [(("good.txt",), 0), ((".",), 1), (("good.txt", "nothing"), 1), (("nothing",), 2), (("empty.txt",), 2)],
    ids=["good", "some refused", "one missing", "nothing there", "all refused"],
)
def test_exit_codes_of_taking_in(fonds_: Fonds, poor: Path, command: str, names: tuple[str, ...], code: int) -> None:
    ran = fonds_(command, *(poor / name for name in names), "--jobs", "1")
    assert ran.code == code
    assert ("refused: " in ran.err) == (code != 0)


@pytest.mark.parametrize(
    ("command", "names", "code"),
    [
        (("read", "--jsonl"), ("good.txt", "good.jsonl"), 0),
        (("add",), ("good.txt", "good.jsonl"), 0),
        (("add",), ("good.txt", "good.jsonl", "empty.txt"), 1),
        (("read",), ("good.jsonl",), 2),
        (("add",), ("good.jsonl",), 2),
    ],
)
def test_data_beside_documents_is_passed_over(
    fonds_: Fonds, poor: Path, command: tuple[str, ...], names: tuple[str, ...], code: int
) -> None:
    (poor / "good.jsonl").write_text('{"start": 216, "end": 245}\n', encoding="utf-8")
    ran = fonds_(*command, *(poor / name for name in names))
    assert ran.code == code
    assert "passed over, as data and no documents: good.jsonl" in ran.err
    assert "refused: good.jsonl" not in ran.err
    if command == ("read", "--jsonl"):
        assert [decode_record(line).source.name for line in ran.out.splitlines()] == ["good.txt"]


def test_add_says_what_it_did(fonds_: Fonds, poor: Path) -> None:
    first = fonds_("add", poor, "--json", "--jobs", "1")
    assert (first.json["sources"], first.json["records"], first.json["unchanged"]) == (1, 1, 0)
    assert first.json["refused"][0]["name"] == "empty.txt"
    assert "1 record of 1 file taken in" in first.err
    again = fonds_("add", poor / "good.txt", "--jobs", "1")
    assert again.code == 0
    assert "1 file was here already" in again.err


def test_add_of_nothing_looks_for_no_statements_in_what_waits(fonds_: Fonds, poor: Path) -> None:
    fonds_("add", poor / "good.txt", "--no-statements", "--jobs", "1")
    ran = fonds_("add", "nothing")
    assert ran.code == 2
    assert "statements" not in ran.err


def test_add_of_a_path_that_is_not_there_makes_no_archive(fonds_: Fonds) -> None:
    ran = fonds_("add", "nothing")
    assert ran.code == 2
    assert "there is no such file or folder" in ran.err
    assert not Path("archive").exists()


def test_add_as_a_dry_run_keeps_nothing(fonds_: Fonds, poor: Path) -> None:
    ran = fonds_("add", poor / "good.txt", "--dry-run", "--jobs", "1")
    assert "1 record of 1 file would be taken in" in ran.err
    assert not Path("archive").exists()


def test_add_does_not_lay_an_archive_over_something_else(fonds_: Fonds, poor: Path) -> None:
    ran = fonds_("--archive", poor, "add", EXAMPLES)
    assert ran.code == 2
    assert sorted(path.name for path in poor.iterdir()) == ["empty.txt", "good.txt"]


def test_a_file_that_the_catalogue_refuses_is_named_once_and_leaves_nothing(fonds_: Fonds, tmp_path: Path) -> None:
    for name in ("one.md", "one.txt"):
        (tmp_path / name).write_text("Ostwick, 3 May 1911.\n\nDear Ben,\n\nThe ferry is late.\n")
    ran = fonds_("add", tmp_path / "one.md", tmp_path / "one.txt", "--jobs", "1", "--json")
    assert ran.code == 1
    (refusal,) = ran.json["refused"]
    assert refusal["name"] == "one.txt"
    assert "one.txt" not in refusal["reason"]
    assert f"held from file {tmp_path.name}/one.md" in refusal["reason"]
    assert [path.name for path in (tmp_path / "archive" / "originals").glob("**/content/*")] == ["one.md"]


def test_findings_are_counted_before_anything_is_kept(fonds_: Fonds, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes("Málaga, 3 May 1911.\n\nDear Ben,\n\nNo boat.\n".encode("latin-1"))
    ran = fonds_("add", tmp_path / "one.txt", "--dry-run", "--json", "--jobs", "1")
    assert ran.json["findings"] == 1
    assert "1 finding (" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [("--archive", "closed/archive", "add", "poor"), ("export", "closed/out", "--format", "csv"),
     ("--archive", "closed", "stats")],
    ids=" ".join,
)  # fmt: skip
def test_a_folder_without_rights_is_named(
    fonds_: Fonds, poor: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    fonds_("add", poor / "good.txt", "--jobs", "1")
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        with held_to_rights():
            ran = fonds_(*arguments)
    finally:
        closed.chmod(0o700)
    assert ran.code == 2
    assert "closed" in ran.err
    assert "rights" in ran.err or "there is none" in ran.err


def test_an_input_without_rights_is_named_and_the_rest_is_taken_in(fonds_: Fonds, poor: Path) -> None:
    (poor / "empty.txt").write_text("A letter.")
    (poor / "empty.txt").chmod(0)
    (poor / "shut").mkdir(mode=0)
    try:
        with held_to_rights():
            ran = fonds_("add", poor, "--jobs", "1", "--json")
    finally:
        (poor / "shut").chmod(0o700)
    assert (ran.code, ran.json["records"]) == (1, 1)
    assert sorted(Path(refusal["name"]).name for refusal in ran.json["refused"]) == ["empty.txt", "shut"]
    assert all("Permission denied" in refusal["reason"] for refusal in ran.json["refused"])


# asking


def test_search(ask: Fonds) -> None:
    ran = ask("search", "medal")
    assert ran.code == 0
    assert LETTER in ran.out
    assert "[medal]" in ran.out


def test_search_as_json(ask: Fonds) -> None:
    ran = ask("search", "the", "--json", "--limit", "2", "--offset", "1")
    assert {"query", "total", "offset", "limit", "hits", "counts"} <= ran.json.keys()
    assert (ran.json["limit"], ran.json["offset"], len(ran.json["hits"])) == (2, 1, 2)
    assert {"id", "title", "snippets"} <= ran.json["hits"][0].keys()


@pytest.mark.parametrize(
    ("options", "number"),
    [((), 1), (("--kind", "letter"), 1), (("--kind", "LETTER"), 1),
     (("--kind", "telegram"), 0), (("--from", "1932-11"), 1), (("--to", "1931"), 0),
     (("--collection", "letters"), 1), (("--collection", "nothing"), 0), (("--person", "Ashdowne"), 1)],
    ids=str,
)  # fmt: skip
def test_search_with_filters(ask: Fonds, options: tuple[str, ...], number: int) -> None:
    hits = ask("search", '"ought to have a medal"', "--json", *options).json["hits"]
    assert [hit["id"] for hit in hits] == [LETTER] * number


@pytest.mark.parametrize(
    ("query", "option"), [('"small a flame"', "--notes"), ('"would not"', "--editor")], ids=["notes", "editor's words"]
)
def test_what_is_not_the_documents_is_searched_only_where_asked_for(ask: Fonds, query: str, option: str) -> None:
    search = ("search", query, "--json", "--collection", "letters")
    assert ask(*search).json["total"] == 0
    assert [hit["id"] for hit in ask(*search, option).json["hits"]] == [LETTER]


def test_search_that_finds_nothing_is_done(ask: Fonds) -> None:
    ran = ask("search", "zxqv")
    assert (ran.code, ran.out.strip()) == (0, "0 records")


@pytest.mark.parametrize("query", ['"open', "(", "AND", "-"])
def test_a_query_that_is_wrong(ask: Fonds, query: str) -> None:
    ran = ask("search", query)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("fonds: ")


def test_show(ask: Fonds) -> None:
    ran = ask("show", LETTER)
    assert ran.code == 0
    for part in ("Rowland Pask to Miles Ashdowne", "1932-11-02", "Sarenne", "Miss Lyle ought to have a medal"):
        assert part in ran.out


def test_show_tells_which_text_is_which_and_where_all_comes_from(ask: Fonds) -> None:
    identifier = "record-pages/delorval-to-casterac-1932-10-22"
    record = decode_record(ask("show", identifier, "--json").out)
    shown = ask("show", identifier).out
    assert f"  citation: {record.citation}\n" in shown
    assert f"  address: {record.address}\n" in shown
    assert [line for line in shown.splitlines() if line.startswith("[trans")] == [
        f"[{text.role} ({text.language}){f' by {text.by}' if text.by else ''}]" for text in record.texts
    ]
    assert len(record.texts) == 2


def test_search_as_json_lines(ask: Fonds) -> None:
    lines = ask("search", "gunboat", "--limit", "2", "--jsonl").out.splitlines()
    assert [msgspec.json.decode(line) for line in lines] == ask("search", "gunboat", "--limit", "2", "--json").json[
        "hits"
    ]
    assert len(lines) == 2


def test_cite_as_json(ask: Fonds) -> None:
    shown = ask("cite", LETTER, "--json").json
    assert ask("cite", LETTER).out == f"{shown['note']}\n{shown['bibliography']}\n"


def test_show_as_json_and_as_text(ask: Fonds) -> None:
    record = decode_record(ask("show", LETTER, "--json").out)
    assert record.id == LETTER
    assert ask("show", LETTER, "--text").out == "\n\n".join(text.content for text in record.texts) + "\n"


@pytest.mark.parametrize("style", ["chicago-notes-bibliography", "bibtex", "ris", "csl-json"])
def test_cite(ask: Fonds, style: str) -> None:
    option = "--style" if style.startswith("chicago") else "--format"
    ran = ask("cite", LETTER, option, style)
    assert ran.code == 0
    assert "Pask" in ran.out


def test_cite_as_html(ask: Fonds) -> None:
    ran = ask("cite", "daer1932v02/d2", "--html")
    assert ran.code == 0
    assert "vol. 2, <i>The Velmar Strait</i>" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "no/such"),
        ("cite", "no/such"),
        ("cite", LETTER, "--format", "papyrus"),
        ("cite", LETTER, "--style", "papyrus"),
        ("cite", LETTER, "--style", "apa", "--format", "ris"),
        ("cite", LETTER, "--html", "--format", "ris"),
        ("cite", LETTER, "--json", "--format", "ris"),
        ("export", "out", "--format", "papyrus"),
        ("show",),
        ("search",),
        ("export", "out"),
        ("search", "the", "--limit", "many"),
        ("search", "the", "--kind", "leter"),
        ("add",),
        ("add", "letters", "--jobs", "0"),
        ("read", "letters", "--jobs", "-1"),
        ("read",),
        ("open",),
        ("search", "the", "--no-such-option"),
        ("no-such-command",),
        ("show", LETTER, "one too many"),
    ],
    ids=" ".join,
)
def test_wrong_usage(ask: Fonds, arguments: tuple[str, ...]) -> None:
    ran = ask(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_export(ask: Fonds, tmp_path: Path) -> None:
    ran = ask("export", tmp_path / "out", "--format", "jsonl")
    assert ran.code == 0
    assert f"{RECORDS} records in 1 file below" in ran.err
    assert len((tmp_path / "out" / "records.jsonl").read_bytes().splitlines()) == RECORDS


def test_stats(ask: Fonds) -> None:
    told = ask("stats").out
    assert f"records: {RECORDS}" in told
    assert "findings: 1\n  unknown-label 1: The page has a label that is not known" in told
    assert ask("stats", "--json").json["kinds"]["letter"] >= 1


def test_check(ask: Fonds) -> None:
    ran = ask("check")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Nothing is wrong.")
    assert ask("check", "--json").json["sound"] is True


def test_check_names_what_is_wrong_and_what_can_be_done(fonds_: Fonds, poor: Path, tmp_path: Path) -> None:
    fonds_("add", poor / "good.txt", "--jobs", "1")
    (original,) = (tmp_path / "archive" / "originals").glob("**/content/good.txt")
    original.write_text("The ferry is early.")
    ran = fonds_("check")
    assert ran.code == 1
    assert "poor/good.txt" in ran.out
    assert "backup" in ran.out
    assert ran.out.splitlines()[-1] == "1 problem found."


def test_reindex(fonds_: Fonds, poor: Path) -> None:
    fonds_("add", poor / "good.txt", "--jobs", "1")
    ran = fonds_("reindex")
    assert (ran.code, ran.err) == (0, "1 record indexed.\n")
    assert fonds_("search", "ferry", "--json").json["total"] == 1


def test_schema_and_licences(fonds_: Fonds) -> None:
    assert fonds_("schema").json["title"] == "Fonds record"
    licences = fonds_("licences")
    assert licences.code == 0
    assert "lxml" in licences.out


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), *((name, "--help") for name in COMMANDS)])
def test_help_is_done(fonds_: Fonds, arguments: tuple[str, ...]) -> None:
    ran = fonds_(*arguments)
    assert ran.code == 0
    assert ran.out


def test_every_command_tells_how_it_is_used(fonds_: Fonds) -> None:
    listed = fonds_("--help").out
    assert set(COMMANDS) == {name for names in GROUPS.values() for name in names}
    for title in (*GROUPS, "Options"):
        assert f"─ {title} ─" in listed


def test_a_reader_of_the_output_that_leaves_is_no_failure(velmar: Path) -> None:
    command = [sys.executable, "-m", "fonds.cli", "--archive", str(velmar), "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asking:
        assert asking.stdout is not None
        assert asking.stderr is not None
        asking.stdout.close()
        err = asking.stderr.read()
    assert (asking.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_an_output_that_is_full_is_named() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "fonds.cli", "schema"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"fonds: standard output: No space left on device")
    assert b"Traceback" not in ran.stderr


def test_footnotes_piped_in_are_found_each(fonds_: Fonds, velmar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    footnotes = b"Hohlweg to Lautersee, 28 October 1932\n\nSee above.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(footnotes)))
    ran = fonds_("--archive", velmar, "find-citation", "--file", "-")
    assert ran.code == 0
    assert "record-pages/hohlweg-to-lautersee-1932-10-28" in ran.out
    assert ran.out.endswith("1 of 2 found\n")
