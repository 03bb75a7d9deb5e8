"""References between records: what they mean, whatever the order of files, and what refers to a record."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from fonds.catalogue import Accession, Catalogue, entry
from fonds.diplomatics.designations import designations, names_sought
from fonds.record import Cites, Date, Edition, Party, Record, Reference, Source, Text
from fonds.relations.references import citing, resolved, resolved_all

SERIES = "Papers on the Salt Trade"


def printed(number: str, volume: str = "II", *cites: Cites, pages: str | None = None, words: str = "See it.") -> Record:
    """A document of an edition; its references stand over its words."""
    return made(f"salt{volume}/d{number}", *cites, words=words, edition=Edition(
        title=SERIES, series=SERIES, subseries="1931–1932", volume=f"Volume {volume}", document=number, pages=pages,
    ))  # fmt: skip


Facts = dict[str, str]


def made(
    record_id: str, *cites: Cites, words: str = "See it.", edition: Edition | None = None, facts: Facts | None = None
) -> Record:
    """A record with references over its words; `facts` are its kind, number, day, place and sender."""
    facts = facts or {}
    references = tuple(Reference(0, len(words), words, each) for each in cites)
    return Record(
        id=record_id,
        collection=record_id.partition("/")[0],
        title=f"Paper {record_id}",
        source=Source(f"{record_id}.xml", "0" * 64, "text/xml", "test"),
        kind=facts.get("kind"),
        number=facts.get("number"),
        date=Date(facts["day"], facts["day"]) if "day" in facts else None,
        place=facts.get("place"),
        parties=(Party("from", facts["sender"]),) if "sender" in facts else (),
        edition=edition,
        texts=(Text("en", "original", words, references=references),),
    )


TELEGRAM = {
    "kind": "telegram",
    "number": "214",
    "day": "1932-10-25",
    "place": "Sarenne",
    "sender": "Legation in Valmora",
}
LETTER = {"kind": "letter", "day": "1932-10-27", "sender": "President Delorval"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def keep(catalogue: Catalogue, *records: Record) -> None:
    """Keep a file with these records."""
    name = records[0].id
    accession = Accession(name, name, "1", 1, "text/xml", "test")
    catalogue.keep(accession, (entry(record, *names_sought(record), designations(record)) for record in records), ())


def targets(catalogue: Catalogue, record_id: str) -> list[str | None]:
    record = resolved(catalogue, catalogue.get(record_id))
    return [reference.target for text in record.texts for reference in text.references]


MEANT = [
    pytest.param(Cites(document="7"), printed("7", "I"), printed("9", "I"), id="document of the same volume"),
    pytest.param(Cites(document="7", note="2"), printed("7", "I"), printed("9", "I"), id="note of a document"),
    pytest.param(Cites(pages="12"), printed("7", "I", pages="12–14"), printed("9", "I", pages="14"), id="page"),
    pytest.param(Cites(volume="II", document="7"), printed("7"), printed("7", "I"), id="another volume of the series"),
    pytest.param(Cites(volume="saltII", document="7"), printed("7"), printed("7", "I"), id="volume by its id"),
    pytest.param(
        Cites(work=f"{SERIES}, 1931–32", volume="2", document="7"), printed("7"), printed("7", "III"),
        id="in words",
    ),
    pytest.param(
        Cites(work=f"{SERIES}, 1931–1932", volume="II", pages="12–14"),
        printed("7", pages="12–14"), printed("8"), id="its pages",
    ),
    pytest.param(
        Cites(kind="telegram", number="214", sender="Sarenne", date="1932-10-25"),
        made("other/a", facts=TELEGRAM), made("other/b", facts=TELEGRAM | {"place": "Orlec"}),
        id="telegram by post and day",
    ),
    pytest.param(
        Cites(kind="telegram", number="214", date="1932-10-25"),
        made("other/a", facts=TELEGRAM), made("other/b", facts=TELEGRAM | {"day": "1931-10-25"}),
        id="telegram by its day",
    ),
    pytest.param(
        Cites(kind="telegram", number="214", sender="Legation in Valmora"),
        made("saltI/x", facts=TELEGRAM), made("other/b", facts=TELEGRAM), id="telegram by number and sender",
    ),
    pytest.param(
        Cites(kind="letter", sender="Delorval", date="1932-10-27"),
        made("other/a", facts=LETTER), made("other/b", facts=LETTER | {"sender": "Pask"}), id="letter by its day",
    ),
    pytest.param(
        Cites(work="Paper other/a", kind="letter", date="1932-10-27"),
        made("other/a", facts=LETTER), made("other/b", facts=LETTER), id="record by title and day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cites", "meant", "other"), MEANT)
def test_what_a_reference_means(catalogue: Catalogue, cites: Cites, meant: Record, other: Record) -> None:
    keep(catalogue, printed("1", "I", cites))
    assert targets(catalogue, "saltI/d1") == [None]
    keep(catalogue, other)
    assert targets(catalogue, "saltI/d1") == [None]
    keep(catalogue, meant)
    assert targets(catalogue, "saltI/d1") == [meant.id]
    assert [brief.id for brief in citing(catalogue, meant.id)] == ["saltI/d1"]
    assert citing(catalogue, other.id) == ()


NOT_MEANT = [
    pytest.param(Cites(document="8"), id="not held"),
    pytest.param(Cites(work="Waging Salt", pages="7"), id="a book"),
    pytest.param(Cites(work="Papers on Sugar, 1931–1932", volume="I", document="7"), id="another series"),
    pytest.param(Cites(work=f"{SERIES}, 1929", volume="I", document="7"), id="other years"),
    pytest.param(Cites(kind="telegram", number="214"), id="a telegram by its number alone"),
    pytest.param(Cites(kind="letter", date="1932-10-27"), id="a letter by its day alone"),
    pytest.param(Cites(note="3"), id="a note of the record itself"),
    pytest.param(Cites(), id="nothing"),
]


@pytest.mark.parametrize("cites", NOT_MEANT)
def test_what_is_not_meant(catalogue: Catalogue, cites: Cites) -> None:
    keep(
        catalogue,
        printed("1", "I", cites),
        printed("7", "I"),
        made("saltI/x", facts=TELEGRAM),
        made("saltI/y", facts=LETTER),
    )
    assert targets(catalogue, "saltI/d1") == [None]


def test_of_two_alike_the_own_collections_is_meant(catalogue: Catalogue) -> None:
    cites = Cites(kind="letter", sender="Delorval", date="1932-10-27")
    keep(catalogue, printed("1", "I", cites))
    keep(catalogue, made("x/a", facts=LETTER), made("y/a", facts=LETTER))
    assert targets(catalogue, "saltI/d1") == [None]
    keep(catalogue, made("saltI/a", facts=LETTER))
    assert targets(catalogue, "saltI/d1") == ["saltI/a"]
    assert citing(catalogue, "x/a") == ()


def test_a_telegram_of_another_year_is_not_meant(catalogue: Catalogue) -> None:
    cites = Cites(kind="telegram", number="214", sender="Sarenne")
    keep(catalogue, made("v/a", cites, facts={"day": "1934-01-05"}), made("v/b", facts=TELEGRAM))
    assert targets(catalogue, "v/a") == [None]
    assert citing(catalogue, "v/b") == ()


def test_above_and_below_are_the_neighbours(catalogue: Catalogue) -> None:
    above, below = made("v/b", Cites(), words="Supra"), made("v/c", Cites(), words="infra")
    keep(catalogue, made("v/a"), above, below, made("v/d"))
    assert (targets(catalogue, "v/b"), targets(catalogue, "v/c")) == (["v/a"], ["v/d"])
    assert [[brief.id for brief in citing(catalogue, it)] for it in ("v/a", "v/b", "v/d")] == [["v/b"], [], ["v/c"]]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    files = [
        printed("1", "I", Cites(volume="II", document="7"), Cites(document="1"), Cites(document="2")),
        printed("7", "II", Cites(work=f"{SERIES}, 1931–1932", volume="I", document="1")),
        made("other/a", Cites(work=f"{SERIES}, 1931–1932", volume="II", document="7"), facts=TELEGRAM),
    ]
    answers = []
    for number, order in enumerate(permutations(files)):
        with Catalogue.open(tmp_path / f"{number}.sqlite", writable=True) as catalogue:
            for record in order:
                keep(catalogue, record)
            kept = tuple(resolved_all(catalogue, catalogue.records()))
            answers.append((kept, tuple(citing(catalogue, record.id) for record in kept)))
    records, cited_by = answers[0]
    assert all(answer == answers[0] for answer in answers)
    assert [it.target for it in records[1].texts[0].references] == ["saltII/d7", "saltI/d1", None]
    assert [[brief.id for brief in each] for each in cited_by] == [[], ["saltII/d7"], ["other/a", "saltI/d1"]]


def test_a_withdrawn_record_is_no_target(catalogue: Catalogue) -> None:
    keep(catalogue, printed("1", "I", Cites(document="7")), printed("7", "I"))
    keep(catalogue, printed("1", "I", Cites(document="7")))
    assert targets(catalogue, "saltI/d1") == [None]
    assert [brief.id for brief in citing(catalogue, "saltI/d7")] == ["saltI/d1"]


def test_what_refers_to_a_record_that_is_not_held(catalogue: Catalogue) -> None:
    keep(catalogue, printed("1", "I", Cites(document="8")))
    assert [brief.id for brief in citing(catalogue, "saltI/d8")] == ["saltI/d1"]
    assert citing(catalogue, "saltI/d9") == ()
