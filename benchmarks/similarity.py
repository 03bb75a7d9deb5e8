"""More like this: how often a document that the editors cite is among the ten most similar ones, without the citations.

The baseline is Tantivy's own "more like this" over the same words: BM25 by the 25 words that weigh most.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import tantivy

import fonds
import machine
from fonds.archive import Archive
from fonds.discovery.document import described
from fonds.record import Record

COUNT = 500
SEED = 86
"""Not the one with which weights were tried, and on the other half of the volumes."""
WITHOUT: dict[str, tuple[str, ...]] = {
    "Fonds": ("citations",),
    "Fonds, without people": ("citations", "people"),
    "Fonds, without days": ("citations", "days"),
    "Fonds, rare words alone": ("citations", "days", "people"),
}

Pair = tuple[str, str]


def main() -> None:
    """Print recall among ten and MRR of each way, then the times of all reasons together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="an archive of volumes whose editors cite their documents")
    options = parser.parse_args()
    with fonds.open(options.archive) as archive, tempfile.TemporaryDirectory() as folder:
        records = list(archive.records())
        pairs = _pairs(records)
        print(f"{len(records)} documents, {len(pairs)} citations from one to another that the editors marked")
        plain = MoreLikeThis(records, Path(folder))
        _tell("BM25 more like this (Tantivy)", plain.ranked, pairs)
        for name, without in WITHOUT.items():
            _tell(name, partial(_ranked, archive, without), pairs)
        print(f"all reasons: {machine.spread(list(_timings(archive, pairs)))} of processor time")


def _pairs(records: Sequence[Record]) -> list[Pair]:
    """Citing and cited document, of every second volume; the same ones every time."""
    held = {record.id for record in records}
    volumes = sorted({record.collection for record in records})[1::2]
    found = sorted({pair for record in records if record.collection in volumes for pair in _cited(record, held)})
    return random.Random(SEED).sample(found, min(COUNT, len(found)))


def _cited(record: Record, held: set[str]) -> Iterator[Pair]:
    for text in record.texts:
        for reference in text.references:
            if reference.by == "edition" and reference.target in held and reference.target != record.id:
                yield record.id, reference.target or ""


class MoreLikeThis:
    """The documents' own words in an index of Tantivy's defaults."""

    def __init__(self, records: Sequence[Record], folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema, str(folder))
        writer = index.writer()
        for record in records:
            document = described(record, {})
            writer.add_document(tantivy.Document(id=record.id, text=f"{document.text} {document.translation}"))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def ranked(self, record: str) -> list[str]:
        """The ten documents most like one."""
        this = self._searcher.search(tantivy.Query.term_query(self._schema, "id", record), 1).hits[0][1]
        hits = self._searcher.search(tantivy.Query.more_like_this_query(this, max_query_terms=25), 11).hits
        found = [str(self._searcher.doc(place)["id"][0]) for _, place in hits]
        return [each for each in found if each != record][:10]


def _ranked(archive: Archive, without: Sequence[str], record: str) -> list[str]:
    return [each.id for each in archive.similar(record, without=without).similar]


def _tell(name: str, ranked: Callable[[str], list[str]], pairs: Sequence[Pair]) -> None:
    places = [found.index(cited) + 1 if cited in (found := ranked(citing)) else 0 for citing, cited in pairs]
    recall = sum(place > 0 for place in places) / len(places)
    print(f"{name}: recall@10 {recall:.3f}, MRR {sum(1 / place for place in places if place) / len(places):.3f}")


def _timings(archive: Archive, pairs: Sequence[Pair]) -> Iterator[float]:
    for record, _ in pairs:
        start = time.process_time()
        archive.similar(record)
        yield (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
