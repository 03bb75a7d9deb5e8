"""The fields of the index, and how words become terms of each."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal
from unicodedata import normalize

import tantivy

VERSION: Final = "2"
"""Changed with every change here or in `document.py` that an index already written does not know of."""

Layer = Literal["text", "title", "note", "editor"]
LAYERS: Final[tuple[Layer, ...]] = ("text", "note", "editor", "title")
"""The fields of words that are stored, in the order in which snippets are looked for."""

NAMES: Final = ("person", "place_words")
"""Names are found as they are written: Wells is not Well."""
EXACT: Final = ("kind", "collection")
COUNTED: Final = ("kind", "decade", "place", "collection")


@cache
def schema() -> tantivy.Schema:
    """The fields of the index; `COUNTED` are kept whole, and by column."""
    return schema_builder().build()


def schema_builder(*, stored: bool = True) -> tantivy.SchemaBuilder:
    """What builds the schema, with the words stored or not. Own fields may follow; queries then mean the same."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in COUNTED:
        builder.add_text_field(name, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for name in LAYERS:
        builder.add_text_field(name, stored=stored, tokenizer_name="folded")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="folded")
    builder.add_text_field("date", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("lower", "upper", "order"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder


def _words() -> tantivy.TextAnalyzerBuilder:
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(100))
    return words.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())


FOLDED: Final = _words().build()
_STEMMED: Final = _words().filter(tantivy.Filter.stemmer("english")).build()


def composed(words: str) -> str:
    """Each letter and its accent as one character (Unicode NFC): as two, the accent would part the word."""
    return words if words.isascii() else normalize("NFC", words)


def exact(field: str, value: str) -> str:
    """The term that a value becomes in one of the fields that are `EXACT`; kinds have no capitals."""
    return value.lower() if field == "kind" else value


def terms(field: str, words: str) -> list[str]:
    """The terms that words become in a field, in order; none for words with neither letter nor digit."""
    if field in EXACT:
        return [exact(field, words)] if words.strip() else []
    return FOLDED.analyze(composed(words))


def stems(words: list[str]) -> list[str]:
    """The stem of each word, by the Snowball stemmer for English."""
    found = _STEMMED.analyze(" ".join(words))
    return found if len(found) == len(words) else [" ".join(_STEMMED.analyze(word)) for word in words]
