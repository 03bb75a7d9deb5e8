"""What the index of statements is told of a statement: its words, who is in it, and all that is shown of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import msgspec
import tantivy
from msgspec import Struct

from fonds.discovery.document import when
from fonds.discovery.languages import UNKNOWN, guess, subtag
from fonds.discovery.said import AUTHOR, Said
from fonds.discovery.schema import VERSION, composed, schema_builder, whole
from fonds.record import Record, Text

STATEMENTS_VERSION: Final = f"{VERSION} statements 3"
"""Changed with every change here, or in how names become terms, that an index already written does not know of."""

NAME_FIELDS: Final = ("said_by", "said_to", "said_through")
COUNTED: Final = ("attitude", "source", "addressee", "decade", "collection")

NOTHING: Final = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.remove_long(1)).build()
"""For a field that is kept and never looked for: no word is short enough to become a term."""

_SEQUENCE_BITS: Final = 12
"""What is left of a record's place in order for the place of a statement in it."""
_LAST_IN_SEQUENCE: Final = (1 << _SEQUENCE_BITS) - 1


@cache
def statement_schema() -> tantivy.Schema:
    """The fields of records first, so that a query of the language means the same here; then those of statements."""
    builder = schema_builder(stored=False)
    for name in NAME_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("record", "attitude", "source", "addressee"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("removes", "sure"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_text_field("said", stored=True, tokenizer_name="nothing", index_option="basic")
    return builder.build()


class Terms(Struct, frozen=True):
    """Under which terms the names in a statement are found."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    through: tuple[str, ...]


class _Document(Struct, frozen=True, omit_defaults=True, gc=False):
    id: str
    record: str
    collection: str
    text: str
    lower: int
    upper: int
    order: int
    decade: str
    person: tuple[str, ...]
    said_by: tuple[str, ...]
    said_to: tuple[str, ...]
    said_through: tuple[str, ...]
    attitude: str
    source: str
    addressee: tuple[str, ...]
    removes: int
    sure: int
    said: str
    written: tuple[str, ...]
    kind: str | None = None


_encoder = msgspec.json.Encoder()
_said_decoder = msgspec.json.Decoder(Said)


def statement_documents(record: Record, statements: Sequence[tuple[Said, Terms]]) -> Iterator[bytes]:
    """What the index keeps of a record's statements, which come in their order; one JSON object each."""
    dated = when(record)
    first = dated.order >> _SEQUENCE_BITS << _SEQUENCE_BITS
    kind = whole("kind", record.kind) if record.kind else None
    languages = [f"text:{_language(text)}" for text in record.texts]
    for sequence, (said, terms) in enumerate(statements):
        named = [name for name in (*said.chain, *said.addressee) if name != AUTHOR]
        yield _encoder.encode(
            _Document(
                id=record.id,
                record=record.id,
                collection=record.collection,
                text=composed(said.content),
                lower=dated.lower,
                upper=dated.upper,
                order=first + min(sequence, _LAST_IN_SEQUENCE),
                decade=dated.decade,
                person=tuple(dict.fromkeys(named)),
                said_by=terms.by,
                said_to=terms.to,
                said_through=terms.through,
                attitude=said.attitude,
                source=_shown(said.chain[-1:], said.author),
                addressee=tuple(name for name in said.addressee if name != AUTHOR),
                removes=removes(said.chain),
                sure=hundredths(said.confidence),
                said=_stored(said),
                written=(languages[said.text],),
                kind=kind,
            )
        )


def _language(text: Text) -> str:
    """The language of a text; English where nothing tells, for the engine takes it for English too."""
    language = subtag(text.language) or guess(text.content)
    return "en" if language == UNKNOWN else language


def hundredths(confidence: float) -> int:
    """How sure a statement is, as the index keeps it."""
    return round(confidence * 100)


def removes(chain: Sequence[str]) -> int:
    """How many stand between the document's author and what was said: 0 where the author is its source."""
    others = [name for at, name in enumerate(chain) if name != AUTHOR and name not in chain[at - 1 : at]]
    return len(others)


def _shown(innermost: Sequence[str], author: str | None) -> str:
    name = innermost[0] if innermost else ""
    return (author or "") if name == AUTHOR else name


def _stored(said: Said) -> str:
    """What is shown, without the content, which the sentence has."""
    return _encoder.encode(msgspec.structs.replace(said, content="")).decode()


def shown(stored: str) -> Said:
    """What `_stored` wrote, whole again."""
    said = _said_decoder.decode(stored)
    start = said.start - said.sentence_start
    content = said.sentence[start : start + said.end - said.start]
    return msgspec.structs.replace(said, content=content)
