"""What a record's words refer to: other documents, printed works and correspondence, in its texts and their notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from fonds.dates import day_bounds
from fonds.diplomatics.cited import Cited, Standpoint
from fonds.diplomatics.correspondence_references import find_correspondence
from fonds.diplomatics.edition_references import EditionReader
from fonds.diplomatics.reference_signs import find_signs
from fonds.diplomatics.told_references import find_told_references
from fonds.diplomatics.work_references import find_works
from fonds.record import Block, Cites, Mark, Note, Record, Reference, Text

PROGRAM = "references 1"
"""`by` of what is found here: the program and its version."""

_OF_ITSELF = frozenset({"heading", "dateline", "label"})
_AGES = ("0002", "9999")
"""The days around a day of writing can be told from here to there: the calendar of Python ends a year further."""


def with_references(record: Record) -> Record:
    """The record with what its words refer to; references that the edition marks stay, and are completed.

    Offsets count in the text's content, or in the text of the note that `Reference.note` names.
    """
    own = _standpoint(record)
    texts = tuple(msgspec.structs.replace(text, references=_read(text, own)) for text in record.texts)
    return msgspec.structs.replace(record, texts=texts)


def _standpoint(record: Record) -> Standpoint:
    first, last = day_bounds(record.date.edtf) if record.date and record.date.edtf else (None, None)
    writers, readers = record.names("from"), record.names("to")
    return Standpoint(
        day=last if last and _AGES[0] <= last < _AGES[1] else None,
        is_of_one_day=first == last,
        writer=writers[0] if len(writers) == 1 else None,
        reader=readers[0] if len(readers) == 1 else None,
        editorial=record.kind == "editorial note",
    )


def _read(text: Text, own: Standpoint) -> tuple[Reference, ...]:
    editions = EditionReader()
    marked: dict[str | None, list[Reference]] = {}
    for reference in text.references:
        marked.setdefault(reference.note, []).append(reference)
    found = [cited for cited in _find(text.content, text.marks, own, editions) if not _of_itself(cited, text.blocks)]
    references = list(_merged(found, marked.pop(None, []), text.content, None))
    names = note_names(text.notes)
    editor = msgspec.structs.replace(own, editorial=True, writer=None, reader=None)
    for name, note in zip(names, text.notes, strict=True):
        cited = _find(note.text, note.marks, editor, editions)
        references += _merged(cited, marked.pop(name, []), note.text, name)
    return (*references, *(left for several in marked.values() for left in several))


def note_names(notes: Iterable[Note]) -> list[str | None]:
    """What references call each note that they stand in: its number, or its id where another has that number."""
    notes = list(notes)
    numbers = [note.number for note in notes]
    return [
        note.number if note.number and numbers.count(note.number) == 1 else note.id or note.number for note in notes
    ]


def _find(words: str, marks: tuple[Mark, ...], own: Standpoint, editions: EditionReader) -> list[Cited]:
    """What a passage cites; where two readers read the same words, the first of them counts."""
    found = find_works(words, marks) if own.editorial else []
    signs = find_signs(words)
    for cited in (
        *editions.find(words, signs.printed, marks),
        *find_correspondence(words, own, signs.written),
        *find_told_references(words, own, signs.days),
    ):
        if all(cited.end <= other.start or cited.start >= other.end for other in found):
            found.append(cited)
    return sorted(found, key=lambda cited: cited.start)


def _of_itself(cited: Cited, blocks: Iterable[Block]) -> bool:
    """Whether words name the document itself, as its heading does."""
    return any(block.start <= cited.start < block.end for block in blocks if block.kind in _OF_ITSELF)


def _merged(found: list[Cited], marked: list[Reference], words: str, note: str | None) -> Iterator[Reference]:
    """The marked references, completed by what their words tell, and those that nobody marked, in order."""
    completed = list(marked)
    added = []
    for cited in found:
        beside = [at for at, one in enumerate(completed) if one.start < cited.end and cited.start < one.end]
        if len(beside) == 1:
            completed[beside[0]] = _completed(completed[beside[0]], cited, words)
        elif not beside:
            printed = words[cited.start : cited.end]
            added.append(Reference(cited.start, cited.end, printed, cited.cites, None, note, PROGRAM, cited.confidence))
    yield from sorted((*completed, *added), key=lambda reference: (reference.start, reference.end))


def _completed(marked: Reference, cited: Cited, words: str) -> Reference:
    """What the edition's mark says, and what its words tell beyond: a volume's document or page, a note, a day."""
    own, told = marked.cites, cited.cites
    if own.document:
        cites = msgspec.structs.replace(own, note=own.note or (told.note if told.document == own.document else None))
        return msgspec.structs.replace(marked, cites=cites)
    start, end = min(marked.start, cited.start), max(marked.end, cited.end)
    cites = Cites(*(kept or new for kept, new in zip(_values(own), _values(told), strict=True)))
    return msgspec.structs.replace(marked, start=start, end=end, printed=words[start:end], cites=cites)


def _values(cites: Cites) -> tuple[str | None, ...]:
    return msgspec.structs.astuple(cites)
