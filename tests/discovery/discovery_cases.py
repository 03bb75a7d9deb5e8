"""Invented records to look for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from fonds.discovery import Index, index_document
from fonds.record import Block, Date, Mark, Mention, Note, Party, Record, Source, Text

SOURCE = Source("straits.xml", "0f" * 32, "application/tei+xml", "TEI 1")
CONTENT = "4. Telegram to Ashdowne\n\nThe [swift] gunboats leave Valmoran; negotiations go on. Tolliver agrees."


def stretch(words: str, content: str = CONTENT) -> tuple[int, int]:
    start = content.index(words)
    return start, start + len(words)


TELEGRAM = Record(
    id="straits/d4",
    collection="straits",
    title="Telegram from Pask to the Ministry",
    language="en",
    source=SOURCE,
    kind="telegram",
    date=Date(edtf="1932-10-27"),
    place="Port Sarenne",
    parties=(Party("from", "Edwin Pask"), Party("to", "Ashdowne")),
    summary="Pask reports a departure.",
    texts=(
        Text(
            "en",
            "original",
            CONTENT,
            blocks=(Block("heading", *stretch("4. Telegram to Ashdowne")),),
            marks=(Mark("supplied", *stretch("[swift]")), Mark("italic", *stretch("Valmoran"))),
            notes=(Note("1", None, "The despatch was misfiled."),),
            mentions=(
                Mention(*stretch("Ashdowne"), "person"),
                Mention(*stretch("Tolliver"), "person"),
                Mention(*stretch("Valmoran"), "place"),
            ),
        ),
    ),
)


def record(number: int, words: str, *, title: str = "Letter", edtf: str | None = None, kind: str = "letter") -> Record:
    return Record(
        id=f"harbour/d{number}",
        collection="harbour",
        title=title,
        source=SOURCE,
        kind=kind,
        date=Date(edtf=edtf) if edtf else None,
        texts=(Text("en", "original", words),),
    )


RECORDS = (
    TELEGRAM,
    record(1, "The dredger sank at the quay, and the quay was closed.", edtf="1933-04"),
    record(2, "Die Kähne und бакены остались: a café by the quay closed.", edtf="1941/1943", kind="despatch"),
    record(3, "Nobody dates a ledger of dredgers. Closed, the quay was quiet.", title="Negotiating the ledger"),
)


def indexed(path: Path, records: Iterable[Record], names: Mapping[str, str] | None = None) -> Index:
    """An index of these records; `names` are those of their collection's lists."""
    index = Index.open(path)
    with index.writer() as writer:
        for each in records:
            writer.add(index_document(each, names))
        writer.commit()
    return index
