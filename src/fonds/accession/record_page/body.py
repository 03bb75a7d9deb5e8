"""The document's own text on a record page: its parts (transcript, translation), their blocks, marks and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from fonds.accession.record_page.blocks import Flow
from fonds.accession.record_page.layout import paragraphs
from fonds.accession.record_page.lexicon import WORDS
from fonds.accession.record_page.markup import Words, plain
from fonds.accession.record_page.notes import RawNote, split_notes
from fonds.diplomatics.languages import find_languages
from fonds.record import Finding, Note, Text, TextRole

_SHORTEST_WRAPPED = 60
_NAME = r"[^\W\d_][\w ,/()-]{2,40}?"
_PART = re.compile(
    rf"(?P<role>{'|'.join(WORDS.part)})\s*(?:[-–—:]+|in\b|\()\s*(?P<language>{_NAME})\)?"
    rf"|(?P<tongue>{_NAME})\s+(?P<form>{'|'.join(WORDS.part)})",
    re.IGNORECASE,
)


class Part(Struct, frozen=True):
    """One part of the contents. `role` and `language` are None where no line says them."""

    role: TextRole | None
    language: str | None
    paragraphs: list[list[str]]
    notes: list[RawNote]


def read_body(
    lines: list[str], language: str | None, makers: dict[TextRole, str]
) -> tuple[tuple[Text, ...], list[Finding]]:
    """The texts under "Contents:", in their order, and what of them could not be made out.

    `language` is that of the original; `makers` says who translated or transcribed. No words: no texts.
    """
    parts = [part for part in _parts(lines) if part.paragraphs or part.notes]
    numbers = frozenset(note.sign for part in parts for note in part.notes)
    scanned = [_scan(part.paragraphs, numbers) for part in parts]
    words = [flow.words() for flow in scanned]
    hung, findings = _hang([part.notes for part in parts], words)
    texts = []
    for part, flow, plain_words, notes in zip(parts, scanned, words, hung, strict=True):
        role = part.role or "original"
        spoken = part.language or (None if role == "translation" else language)
        by = makers.get(role)
        texts.append(
            Text(
                spoken,
                role,
                plain_words.content,
                by,
                tuple(flow.blocks),
                plain_words.marks,
                notes,
            )
        )
    return tuple(texts), findings


def _parts(lines: list[str]) -> Iterator[Part]:
    role: TextRole | None = None
    language: str | None = None
    runs: list[list[str]] = []
    for run in _runs(lines):
        match = _PART.fullmatch(plain(run[0])) if len(run[0]) < 200 else None
        if match and (languages := find_languages(match["language"] or match["tongue"])):
            yield Part(role, language, *split_notes(runs))
            role, language = WORDS.part[(match["role"] or match["form"]).lower()], languages[0]
            runs = [run[1:]] if run[1:] else []
        else:
            runs.append(run)
    yield Part(role, language, *split_notes(runs))


def _runs(lines: list[str]) -> list[list[str]]:
    """The paragraphs; in a text without empty lines each line is one, unless the lines are a wrapped paragraph."""
    runs = paragraphs(lines)
    if len(runs) == 1 and any(len(line.strip()) < _SHORTEST_WRAPPED for line in runs[0][:-1]):
        return [[line] for line in runs[0]]
    return runs


def _scan(runs: list[list[str]], numbers: frozenset[str]) -> Flow:
    flow = Flow(numbers)
    for run in runs:
        flow.add(run)
    return flow


def _hang(raw: list[list[RawNote]], texts: list[Words]) -> tuple[list[tuple[Note, ...]], list[Finding]]:
    """The notes of each text: for each marker in it the note of its own part, or else of the next that has one."""
    hung: list[list[Note]] = [[] for _ in texts]
    taken: set[int] = set()
    for index, words in enumerate(texts):
        for sign, anchor in words.anchors.items():
            note = next((n for own in (*raw[index:], *raw[:index]) for n in own if n.sign == sign), None)
            if note is not None:
                taken.add(id(note))
                hung[index].append(note.hung(anchor))
    findings = []
    for index, notes in enumerate(raw):
        for note in notes:
            if id(note) not in taken:
                hung[index].append(note.hung(None))
                findings.append(Finding("note-without-place", note.number, f"note {note.number}"))
    return [tuple(notes) for notes in hung], findings
