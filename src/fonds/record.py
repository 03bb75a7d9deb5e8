"""The record: what Fonds knows of one document, the same in memory, in the catalogue and on the wire.

What was written is kept beside what it means. Layers over a text (blocks, marks, notes, mentions, references,
statements) address it by character offsets: `start` is the first character, `end` the one after the last, counted
in Unicode code points of `Text.content`, or of the note's own text where the layer belongs to a note.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct

Precision = Literal["minute", "day", "month", "season", "year", "decade", "century", "interval", "unknown"]
TextRole = Literal["original", "translation", "transcript"]
Attitude = Literal["say", "ask", "direct", "commit", "think", "feel"]
MentionKind = Literal["person", "body", "place", "term"]
NoteKind = Literal["footnote", "source", "summary"]
BlockKind = Literal[
    "heading", "opener", "dateline", "salutation", "paragraph", "quotation", "label", "list item", "table row",
    "closer", "signature", "postscript",
]  # fmt: skip
MarkKind = Literal[
    "italic", "bold", "underline", "small capitals", "superscript", "subscript", "supplied", "deleted", "added",
    "unclear", "corrected", "gap", "page break",
]  # fmt: skip

EDITION = "edition"
"""`by` of a layer that the edition itself marks."""


class Date(Struct, frozen=True):
    """A date as printed, and what it means.

    `edtf` is Extended Date/Time Format (Library of Congress, 2019), dates only. `time` is local time "17:30", or
    "15:00/17:00" for a span; the source's words for its zone stay in `printed`.
    """

    printed: str | None = None
    edtf: str | None = None
    time: str | None = None
    precision: Precision = "unknown"


class Party(Struct, frozen=True):
    """Somebody's part in the document. `role`: from, to, copied to, participant, drafted by, signed by, …"""

    role: str
    name: str
    agent: str | None = None


class Holding(Struct, frozen=True):
    """Where the original lies: the repository, and the reference that finds it there."""

    repository: str | None = None
    reference: str | None = None


class CustodyStep(Struct, frozen=True):
    """One step of how this copy came here, in order: held at, copy obtained by, provided to, on file at, …"""

    what: str
    by: str | None = None
    place: str | None = None
    date: str | None = None


class TransmissionStep(Struct, frozen=True):
    """One step of the document's own journey: drafted, enciphered, sent, received, repeated to, broadcast, …

    `at` is EDTF, with the local time where that is told ("1962-10-28T08:23"), or as printed where no day is known.
    """

    what: str
    at: str | None = None
    place: str | None = None
    by: str | None = None


class Facsimile(Struct, frozen=True):
    """A picture of a page: its file as the source names it, and the page's printed number."""

    media_type: str | None
    file: str
    page: str | None = None


class Source(Struct, frozen=True):
    """The file that the record was read from (`name`: its path below the folder given), and what read it."""

    name: str
    sha256: str
    media_type: str
    reader: str


class Finding(Struct, frozen=True):
    """Something that a reader could not make sense of. `code` is a key of `findings.json`; `place` says where."""

    code: str
    words: str = ""
    place: str = ""


class Edition(Struct, frozen=True):
    """The published edition that prints the document, and where in it: its number, pages and divisions."""

    title: str
    series: str | None = None
    subseries: str | None = None
    volume: str | None = None
    volume_title: str | None = None
    editors: tuple[str, ...] = ()
    publisher: str | None = None
    place: str | None = None
    date: str | None = None
    identifiers: dict[str, str] = {}
    document: str | None = None
    pages: str | None = None
    divisions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the volume is called, or the edition where its volumes have no names of their own."""
        return self.volume_title or self.title


class Block(Struct, frozen=True, gc=False):
    """A stretch of the text that stands for itself: a paragraph, a heading, a signature."""

    kind: BlockKind
    start: int
    end: int


class Mark(Struct, frozen=True, gc=False):
    """How a stretch of text is set, or whose words it is (`supplied`: the editor's).

    A page break has no width: `label` is the number of the page that begins there.
    """

    kind: MarkKind
    start: int
    end: int
    label: str | None = None


class Mention(Struct, frozen=True, gc=False):
    """A name in the text. `agent` is an identifier of the collection's own lists, or of the authority file."""

    start: int
    end: int
    kind: MentionKind
    agent: str | None = None
    by: str = EDITION
    confidence: float = 1.0


class Note(Struct, frozen=True):
    """An editor's note. `anchor` is the offset in the text that it hangs on; None where the source gives no place."""

    number: str | None
    anchor: int | None
    text: str
    kind: NoteKind = "footnote"
    id: str | None = None
    marks: tuple[Mark, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Cites(Struct, frozen=True, rename={"sender": "from"}):
    """What a reference cites, as far as its words tell. No `volume`: this record's own."""

    work: str | None = None
    volume: str | None = None
    document: str | None = None
    note: str | None = None
    pages: str | None = None
    kind: str | None = None
    number: str | None = None
    sender: str | None = None
    date: str | None = None


class Reference(Struct, frozen=True):
    """Words that point to another document. `note`: the number of the note they stand in, or None for the text."""

    start: int
    end: int
    printed: str
    cites: Cites
    target: str | None = None
    note: str | None = None
    by: str = EDITION
    confidence: float = 1.0


class Statement(Struct, frozen=True):
    """A content that the text attributes to somebody: who said what to whom, on whose word.

    `chain` runs from the outermost source to the innermost, whose content it is.
    """

    start: int
    end: int
    content: str
    cue: str | None
    chain: tuple[str, ...]
    addressee: tuple[str, ...]
    attitude: Attitude
    negated: bool
    quoted: bool
    by: str
    confidence: float


class Text(Struct, frozen=True):
    """One text of the document: its words as one plain string, paragraphs apart by an empty line, and its layers."""

    language: str | None
    role: TextRole
    content: str
    by: str | None = None
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    statements: tuple[Statement, ...] = ()


class Record(Struct, frozen=True):
    """One document, and everything its source says of it."""

    id: str
    collection: str
    title: str
    source: Source
    kind: str | None = None
    number: str | None = None
    date: Date | None = None
    place: str | None = None
    parties: tuple[Party, ...] = ()
    classification: str | None = None
    handling: tuple[str, ...] = ()
    holding: Holding | None = None
    custody: tuple[CustodyStep, ...] = ()
    transmission: tuple[TransmissionStep, ...] = ()
    language: str | None = None
    summary: str | None = None
    subjects: tuple[str, ...] = ()
    rights: str | None = None
    address: str | None = None
    citation: str | None = None
    edition: Edition | None = None
    texts: tuple[Text, ...] = ()
    facsimiles: tuple[Facsimile, ...] = ()
    findings: tuple[Finding, ...] = ()

    def names(self, role: str) -> tuple[str, ...]:
        """The names of the parties in this role, in the document's order; empty where it has none."""
        return tuple(party.name for party in self.parties if party.role == role)


class Agent(Struct, frozen=True):
    """A person, body, place or term as a collection's own list gives it; `id` holds within `collection`."""

    id: str
    collection: str
    kind: MentionKind
    name: str
    description: str = ""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)


def encode_record(record: Record) -> bytes:
    """The record as one line of JSON, every field present."""
    return _encoder.encode(record)


def decode_record(line: bytes | str) -> Record:
    """The record that `encode_record` wrote. Raises `msgspec.ValidationError` for anything else."""
    return _decoder.decode(line)


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    schema = msgspec.json.schema(Record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Fonds record", **schema}
