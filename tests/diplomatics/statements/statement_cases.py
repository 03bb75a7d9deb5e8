"""Texts made into records, as the tests of statements need them."""

from __future__ import annotations

from fonds.record import Block, Record, Source, Statement, Text


def record(content: str, *, kind: str | None = None, title: str = "") -> Record:
    """A record whose one text has a block for each paragraph."""
    blocks: list[Block] = []
    start = 0
    for paragraph in content.split("\n\n"):
        blocks.append(Block("paragraph", start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = Text(language="en", role="original", content=content, blocks=tuple(blocks))
    source = Source("a.txt", "0" * 64, "text/plain", "test")
    return Record(id="a", collection="a", title=title, source=source, kind=kind, texts=(text,))


def line(statement: Statement) -> str:
    """A statement as the tables of the tests write it: "Outer > Inner | cue | attitude | content"."""
    attitude = f"not {statement.attitude}" if statement.negated else statement.attitude
    return " | ".join([" > ".join(statement.chain), statement.cue or "-", attitude, statement.content])
