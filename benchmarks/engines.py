"""Other full-text engines over the same texts, each asked for what Fonds answers: ten hits with passages, the total,
and counts of the whole result by kind and decade."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import tantivy

END = "-- end --"


class Row(NamedTuple):
    """One document as every engine gets it."""

    id: str
    title: str
    text: str
    kind: str
    decade: str
    day: int


class Asked(NamedTuple):
    """A query in each engine's own language; None where it has nothing of the sort. `days`: only of these."""

    fonds: str
    fts5: str | None
    postgres: str | None
    days: tuple[str, str] | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and last day as numbers."""
        first, last = self.days or ("0000", "9999")
        return int(first) * 10_000, int(last) * 10_000 + 1231


class Engine(Protocol):
    """A built index."""

    name: str
    seconds: float
    megabytes: float

    def answer(self, asked: Asked) -> int | None:
        """The whole answer; the total, or None where it cannot be asked."""
        ...

    def ranked(self, words: Sequence[str], limit: int) -> list[str]:
        """The identifiers of the best documents that have any of the words."""
        ...


class Fts5:
    """SQLite's full-text index, with its own BM25. `tokenizer`: as FTS5 names it."""

    def __init__(self, rows: Iterable[Row], path: Path, tokenizer: str = "porter unicode61") -> None:
        self.name = f"SQLite FTS5 ({tokenizer})"
        self.database = sqlite3.connect(path)
        start = time.perf_counter()
        self.database.execute(f"CREATE VIRTUAL TABLE documents USING fts5(title, text, tokenize='{tokenizer}')")
        self.database.execute("CREATE TABLE about (rowid INTEGER PRIMARY KEY, id, kind, decade, day)")
        for number, row in enumerate(rows):
            self.database.execute(
                "INSERT INTO documents (rowid, title, text) VALUES (?, ?, ?)", (number, row.title, row.text)
            )
            self.database.execute(
                "INSERT INTO about VALUES (?, ?, ?, ?, ?)", (number, row.id, row.kind, row.decade, row.day)
            )
        self.database.commit()
        self.seconds = time.perf_counter() - start
        self.megabytes = path.stat().st_size / 1e6

    def answer(self, asked: Asked) -> int | None:
        if asked.fts5 is None:
            return None
        where = "documents MATCH ? AND day BETWEEN ? AND ?"
        bound = (asked.fts5, *asked.bounds)
        both = f"FROM documents JOIN about ON about.rowid = documents.rowid WHERE {where}"
        self.database.execute(
            f"SELECT id, title, snippet(documents, 1, '[', ']', '…', 32) {both} ORDER BY rank LIMIT 10",
            bound,
        ).fetchall()
        for facet in ("kind", "decade"):
            self.database.execute(
                f"SELECT {facet}, count(*) {both} GROUP BY 1 ORDER BY 2 DESC LIMIT 20", bound
            ).fetchall()
        return int(self.database.execute(f"SELECT count(*) {both}", bound).fetchone()[0])

    def ranked(self, words: Sequence[str], limit: int) -> list[str]:
        query = " OR ".join(f'"{word}"' for word in words)
        both = "documents JOIN about ON about.rowid = documents.rowid"
        statement = f"SELECT id FROM {both} WHERE documents MATCH ? ORDER BY rank LIMIT ?"  # noqa: S608
        return [row[0] for row in self.database.execute(statement, (query, limit))]


class PlainBm25:
    """BM25 as Tantivy has it by default: words in small letters, one field, nothing else."""

    name = "BM25 defaults (Tantivy)"

    def __init__(self, rows: Iterable[Row], path: Path) -> None:
        start = time.perf_counter()
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text")
        self.schema = builder.build()
        path.mkdir()
        self.index = tantivy.Index(self.schema, str(path))
        writer = self.index.writer()
        for row in rows:
            writer.add_document(tantivy.Document(id=row.id, text=f"{row.title} {row.text}"))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.seconds = time.perf_counter() - start
        self.megabytes = sum(file.stat().st_size for file in path.iterdir()) / 1e6

    def answer(self, asked: Asked) -> int | None:  # noqa: ARG002 - it is here for its order alone
        """None: it answers nothing else."""
        return None

    def ranked(self, words: Sequence[str], limit: int) -> list[str]:
        searcher = self.index.searcher()
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(self.schema, "text", word.lower())) for word in words]
        hits = searcher.search(tantivy.Query.boolean_query(terms), limit).hits
        return [searcher.doc(place)["id"][0] for _, place in hits]


class Postgres:
    """A server of its own for the run, with a GIN index over a stored tsvector; asked through one open psql."""

    name = "PostgreSQL (GIN)"

    def __init__(self, rows: Iterable[Row], folder: Path) -> None:
        self.folder = folder
        self.programs = Path(max(Path("/usr/lib/postgresql").glob("*/bin")))
        self.socket = folder / "socket"
        self.socket.mkdir(parents=True)
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            folder.parent.chmod(0o755)
            shutil.chown(folder, "postgres")
            shutil.chown(self.socket, "postgres")
        self._run("initdb", "-D", str(folder / "data"), "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8")
        options = f"-k {self.socket} -c listen_addresses= -c shared_buffers=512MB -c maintenance_work_mem=256MB"
        self._run("pg_ctl", "-D", str(folder / "data"), "-w", "-o", options, "-l", str(folder / "log"), "start")
        command = [*self.user, str(self.programs / "psql"), "-h", str(self.socket), "-d", "postgres", "-qAtX"]
        self.psql = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        start = time.perf_counter()
        self._load(rows)
        self.seconds = time.perf_counter() - start
        self.megabytes = int(self.ask("SELECT pg_relation_size('documents_words');")[0]) / 1e6

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self.user, str(self.programs / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _load(self, rows: Iterable[Row]) -> None:
        self.ask("CREATE UNLOGGED TABLE documents (id text, title text, body text, kind text, decade text, day int);")
        self._write("COPY documents FROM STDIN;")
        for row in rows:
            self._write("\t".join(_copied(str(value)) for value in row))
        self._write("\\.")
        self.ask(
            "ALTER TABLE documents ADD words tsvector GENERATED ALWAYS AS "
            "(to_tsvector('english', left(title || ' ' || body, 900000))) STORED;"
        )
        self.ask("CREATE INDEX documents_words ON documents USING gin (words);")
        self.ask("VACUUM ANALYZE documents;")

    def _write(self, line: str) -> None:
        assert self.psql.stdin is not None
        self.psql.stdin.write(line + "\n")

    def ask(self, statement: str) -> list[str]:
        """The lines of an answer."""
        assert self.psql.stdout is not None
        self._write(f"{statement}\n\\echo {END}")
        lines = iter(self.psql.stdout.readline, f"{END}\n")
        return [line.rstrip("\n") for line in lines]

    def answer(self, asked: Asked) -> int | None:
        if asked.postgres is None:
            return None
        first, last = asked.bounds
        query = asked.postgres
        both = f"FROM documents, {query} AS q WHERE words @@ q AND day BETWEEN {first} AND {last}"
        self.ask(
            f"SELECT id, title, ts_headline('english', body, q) FROM (SELECT *, {query} AS q FROM documents "  # noqa: S608
            f"WHERE words @@ {query} AND day BETWEEN {first} AND {last} "
            f"ORDER BY ts_rank(words, {query}) DESC LIMIT 10) AS best;"
        )
        for facet in ("kind", "decade"):
            self.ask(f"SELECT {facet}, count(*) {both} GROUP BY 1 ORDER BY 2 DESC LIMIT 20;")
        return int(self.ask(f"SELECT count(*) {both};")[0])

    def ranked(self, words: Sequence[str], limit: int) -> list[str]:
        query = "to_tsquery('english', '" + " | ".join(words) + "')"
        return self.ask(
            f"SELECT id FROM documents WHERE words @@ {query} ORDER BY ts_rank(words, {query}) DESC LIMIT {limit};"  # noqa: S608
        )

    def close(self) -> None:
        """Stop the server."""
        self.psql.kill()
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")


def _copied(value: str) -> str:
    for sign, written in (("\\", "\\\\"), ("\t", " "), ("\n", " "), ("\r", " "), ("\0", "")):
        value = value.replace(sign, written)
    return value


def sizes(folder: Path) -> float:
    """What a folder takes on disk, in MB."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def rows_of(records: Iterable[Any]) -> list[Row]:
    """The documents' own words, as the engines get them: what Fonds indexes as text and title."""
    found = []
    for record in records:
        text = " ".join(text.content for text in record.texts)
        edtf = record.date.edtf if record.date and record.date.edtf else ""
        year = int(edtf[:4]) if edtf[:4].isdecimal() else 0
        found.append(Row(record.id, record.title, text, record.kind or "", str(year // 10 * 10), year * 10_000 + 101))
    return found
