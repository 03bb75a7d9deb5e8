"""A page of a digital archive to be filled with contents, and how it is read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fonds.accession.record_page import reader
from fonds.accession.source import SourceFile
from fonds.record import Record, Text

PAGE = """**May 3, 1951**

**Cable from Envoy in Orlava Brandt to Foreign Minister Szell**

**Citation:**

"Cable from Envoy in Orlava Brandt to Foreign Minister Szell", May 3, 1951, Delta Digital Archive, State Archive of \
Karst (SAK), Lund, Fond 7, File 12; translation by Ida Roe. <https://delta.example/document/9>

**Summary:**

Brandt &amp; Szell on *salt*.

**Original Language:**

Hungarian

**Contents:**

{contents}
"""


def read_page(tmp_path: Path, page: bytes | str) -> Record:
    content = page if isinstance(page, bytes) else page.encode()
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    source = SourceFile(path, "pages/page.txt", "pages")
    *_, record = reader.read(source, hashlib.sha256(content).hexdigest())
    assert isinstance(record, Record)
    return record


def read_contents(tmp_path: Path, contents: str) -> Record:
    return read_page(tmp_path, PAGE.replace("{contents}", contents))


def marked(text: Text, kind: str) -> list[str]:
    return [text.content[mark.start : mark.end] for mark in text.marks if mark.kind == kind]


def blocks(text: Text) -> list[tuple[str, str]]:
    return [(block.kind, text.content[block.start : block.end]) for block in text.blocks]


def codes(record: Record) -> list[str]:
    return [finding.code for finding in record.findings]
