"""The search index: a folder that can be thrown away and made again from the catalogue."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import tantivy

from fonds.discovery.answering import answer, identifiers
from fonds.discovery.asking import Asker
from fonds.discovery.clauses import Elsewhere
from fonds.discovery.explaining import Explanation, explain
from fonds.discovery.latest import Latest
from fonds.discovery.results import Results, Search
from fonds.discovery.schema import FOLDED, VERSION, schema
from fonds.discovery.writing import writing, written
from fonds.errors import CorruptArchiveError

Answer = TypeVar("Answer")

_THING: Final = "the search index"
_STAMP: Final = "fonds-index-version"
_THREADS: Final = 1
"""The readers need the other cores, and one thread writes what two would with half their memory."""
_PAGE: Final = 10_000
_HEAP: Final = 64_000_000
"""Bytes. Half as many write segments so small that merging them costs a quarter more time."""


_WAITING: Final = 32_000_000
"""Bytes of documents that may wait to be indexed. The engine lets 10,000 documents wait, of whatever size."""


class Writer:
    """Puts documents into the index, and takes them out; all that is done is seen by searches after `commit`.

    Some of it is before, where so much is put in that it would fill the memory while it waits.
    """

    def __init__(self, writer: tantivy.IndexWriter, index: tantivy.Index) -> None:
        self._writer = writer
        self._index = index
        self._waiting = 0

    def add(self, document: bytes) -> None:
        """Take in what `index_document` made of a record that the index does not hold."""
        with written(_THING):
            self._writer.add_json(document.decode())
        self._waiting += len(document)
        if self._waiting > _WAITING:
            self._index_waiting()

    def replace(self, id: str, document: bytes) -> None:  # noqa: A002 (the record's own word)
        """Take in the document in place of the one of this id, if there is one."""
        self.remove(id)
        self.add(document)

    def remove(self, id: str) -> None:  # noqa: A002 (the record's own word)
        """Take out the document of this id, if there is one."""
        self._writer.delete_documents_by_term("id", id)

    def commit(self) -> None:
        """Make all that was done so far last, and seen by searches."""
        self._index_waiting()
        self._index.reload()

    def _index_waiting(self) -> None:
        with written(_THING):
            self._writer.commit()  # returns when nothing waits any more
        self._waiting = 0


class Index:
    """The index of an archive. `fresh`: it was made just now and is empty, so the catalogue has to be indexed anew."""

    def __init__(self, index: tantivy.Index, path: Path, *, fresh: bool) -> None:
        index.register_tokenizer("folded", FOLDED)
        self._index = index
        self._latest = Latest(index, path)
        self.fresh = fresh

    @classmethod
    def open(cls, path: Path) -> Index:
        """The index in a folder, made where there is none; one of another version, or broken, is made anew."""
        held = held_index(path, schema(), VERSION)
        index = held or made_index(path, schema(), VERSION)
        return cls(index, path, fresh=held is None)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Write to the index; what was not committed at the end is given up. Raises as `writing`."""
        with writing(self._index, _HEAP, _THREADS, _THING) as writer:
            yield Writer(writer, self._index)

    def search(self, search: Search, elsewhere: Mapping[str, Elsewhere] | None = None) -> Results:
        """The answer to a search, of all that was committed. Raises QueryError; CorruptArchiveError for damage.

        `elsewhere`: fields of the query language that another index answers -> what answers them.
        """
        with _damage_told():
            return answer(search, self._asker(elsewhere))

    def explain(self, search: Search, elsewhere: Mapping[str, Elsewhere] | None = None) -> Explanation:
        """What a search is understood as, and what would find something where it finds nothing. Raises as `search`."""
        with _damage_told():
            return explain(search, self._asker(elsewhere))

    def found(self, search: Search, elsewhere: Mapping[str, Elsewhere] | None = None) -> list[str]:
        """The identifiers of all that a search finds, in the order asked for. Raises as `search`."""
        with _damage_told():
            return identifiers(search, self._asker(elsewhere))

    def identifiers(self) -> Counter[str]:
        """The identifiers of the records in the index, with how often each is there. Raises CorruptArchiveError."""
        with _damage_told():
            return Counter(_identifiers(self._asker().searcher))

    def answered(self, how: Callable[[Asker], Answer], elsewhere: Mapping[str, Elsewhere] | None = None) -> Answer:
        """What is asked of the index as it is now in any other way. Raises CorruptArchiveError, and what `how` does."""
        with _damage_told():
            return how(self._asker(elsewhere))

    def holds_any(self) -> bool:
        """Whether there is any document in it."""
        with _damage_told():
            return self._asker().searcher.num_docs > 0

    def _asker(self, elsewhere: Mapping[str, Elsewhere] | None = None) -> Asker:
        """What asks the index as it is now."""
        return self._latest.asker(elsewhere)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Say of damage that shows only in a search what can be done about it."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise CorruptArchiveError(
            _THING,
            seen=str(error),
            wanted="files as they were written",
            next_step="Make it anew with `fonds reindex`.",
        ) from error


def _identifiers(searcher: tantivy.Searcher) -> Iterator[str]:
    """The identifiers of all documents; one stands once for each document that has it."""
    every = tantivy.Query.all_query()
    for start in range(0, searcher.num_docs, _PAGE):
        hits = searcher.search(every, _PAGE, count=False, offset=start).hits
        yield from (str(searcher.doc(place)["id"][0]) for _, place in hits)


def held_index(path: Path, schema: tantivy.Schema, version: str) -> tantivy.Index | None:
    """The index that is in a folder, if it is whole and of this version."""
    stamp = path / _STAMP
    if not stamp.is_file() or stamp.read_bytes() != version.encode() or not tantivy.Index.exists(str(path)):
        return None
    try:
        index = tantivy.Index(schema, str(path))
        index.searcher()
    except (ValueError, OSError):
        return None
    return index


def made_index(path: Path, schema: tantivy.Schema, version: str) -> tantivy.Index:
    """An empty index in place of what is in the folder; its stamp comes last, so that one half made is made anew."""
    if path.is_dir():
        shutil.rmtree(path)
    path.mkdir(parents=True)
    index = tantivy.Index(schema, str(path))
    (path / _STAMP).write_text(version, encoding="utf-8")
    return index
