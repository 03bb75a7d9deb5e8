"""The fields of the index, and how words become terms of each."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal
from unicodedata import normalize

import tantivy

VERSION: Final = "6"
"""Changed with every change here or in `document.py` that an index already written does not know of."""

Layer = Literal["text", "translation", "note", "editor", "title"]
LAYERS: Final[tuple[Layer, ...]] = ("text", "translation", "note", "editor", "title")
"""The fields of words that are stored, in the order in which snippets are looked for. `text` is the original's."""

EMPHASIS: Final = ("head", "opening")
"""Words of the layers once more, by where they stand: in the title and the date line, or right after the beginning.
They find nothing of their own; what a query finds there weighs more."""
NAMES: Final = ("person", "from", "to", "place_words", "holding_words")
"""Names are found as they are written, or in their other spellings: Wells is not Well."""
COLUMNS: Final = (
    "kind", "decade", "year", "month", "from_name", "to_name", "person_name", "place", "classification", "holding",
    "collection", "language", "has_all",
)  # fmt: skip
"""Whole values, kept by column too, so that they are counted fast; `has_all` has those of `has` as one value."""
WHOLE: Final = (*COLUMNS, "has", "number", "id")
"""The fields whose terms are whole values."""


@cache
def schema() -> tantivy.Schema:
    """The fields of the index."""
    return schema_builder().build()


def schema_builder(*, stored: bool = True) -> tantivy.SchemaBuilder:
    """What builds the schema, with the words stored or not. Own fields may follow; queries then mean the same."""
    builder = tantivy.SchemaBuilder()
    for name in ("id", "date"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("number", "written", "has"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in COLUMNS:
        shown = name in {"kind", "place", "collection"}
        builder.add_text_field(name, stored=shown, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("shelf", fast=True, tokenizer_name="raw", index_option="basic")
    for name in LAYERS:
        builder.add_text_field(name, stored=stored, tokenizer_name="folded")
    for name in EMPHASIS:
        builder.add_text_field(name, tokenizer_name="folded", index_option="freq")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="folded")
    for name in ("lower", "upper", "order", "words"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder


def words_analyzer() -> tantivy.TextAnalyzerBuilder:
    """Words are letters and digits, in small letters without accents; those beyond 100 bytes are left out."""
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(100))
    return words.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())


FOLDED: Final = words_analyzer().build()


def composed(words: str) -> str:
    """Each letter and its accent as one character (Unicode NFC): as two, the accent would part the word."""
    return words if words.isascii() else normalize("NFC", words)


def whole(field: str, value: str) -> str:
    """The term that a value becomes in one of the fields that are `WHOLE`; kinds have no capitals."""
    value = " ".join(composed(value).split())
    return value.lower() if field == "kind" else value


def terms(words: str) -> list[str]:
    """The terms that words become, in order; none for words with neither letter nor digit."""
    return FOLDED.analyze(composed(words))
