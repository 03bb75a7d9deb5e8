"""Invented records to cite."""

from __future__ import annotations

from fonds.record import CustodyStep, Date, Edition, Holding, Party, Record, Source, Text

SOURCE = Source("strait/letters.xml", "0f" * 32, "application/tei+xml", "TEI 1")

LETTER = Record(
    id="strait/letter-7",
    collection="strait",
    title="Cable from Envoy in Sarenne Pask to Ministry of the Sea",
    source=SOURCE,
    kind="cable",
    date=Date("October 28, 1932", "1932-10-28", None, "day"),
    parties=(
        Party("from", "Envoy in Sarenne Pask"),
        Party("to", "Ministry of the Sea"),
        Party("signed by", "E. Pask"),
    ),
    place="Sarenne",
    holding=Holding("Aldermere Record Office (ARO)", "fond 4, opis 17"),
    custody=(
        CustodyStep("held at", "Aldermere Record Office (ARO)", "Aldermere"),
        CustodyStep("copy obtained by", "a broadcaster"),
        CustodyStep("translated by", "P. Aubenac"),
    ),
    language="ru",
    address="https://straits-history.example/7",
    texts=(Text("en", "translation", "The gunboat leaves.", "P. Aubenac"),),
)
TELEGRAM = Record(
    id="daer1932v06/d68",
    collection="daer1932v06",
    title="Telegram From the Legation in Sarenne to the Foreign Office",
    source=SOURCE,
    kind="telegram",
    number="214",
    date=Date("October 27, 1932, 5 p.m.", "1932-10-27", "17:00", "day"),
    parties=(Party("from", "Legation in Sarenne"), Party("to", "Foreign Office")),
    holding=Holding("Record Office", "Central Files, 611.61/10–2732"),
    language="en",
    address="https://straits-history.example/daer1932v06/d68",
    edition=Edition(
        title="Documents on Aldermere’s External Relations, 1931–1933, Volume VI, The Strait",
        series="Documents on Aldermere’s External Relations",
        subseries="1931–1933",
        volume="VI",
        volume_title="The Strait",
        editors=("Anne B. Moor", "Basil Finch"),
        publisher="Crown Press",
        place="Aldermere",
        date="1986",
        document="68",
        pages="181–187",
    ),
    texts=(Text("en", "original", "The gunboat leaves."),),
)
BARE = Record("letters/bare", "letters", "A bare record", SOURCE)
