"""Which records cite one another, and which are cited by the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_relations import keep, printed

from fonds.catalogue import Catalogue
from fonds.record import Cites
from fonds.relations.cited_together import Connection, connections
from fonds.relations.references import resolved


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def connected(catalogue: Catalogue, record_id: str) -> dict[str, Connection]:
    return connections(catalogue, resolved(catalogue, catalogue.get(record_id)))


def test_who_cites_whom_and_what_is_cited_together(catalogue: Catalogue) -> None:
    seven, eight, nine = (Cites(document=number) for number in "789")
    keep(catalogue, printed("1", "II", seven, eight, seven, Cites(document="99")), printed("2", "II", eight, seven))
    keep(catalogue, printed("7", "II", nine, seven), printed("8"), printed("9", "II", seven), printed("10", "II", nine))
    assert connected(catalogue, "saltII/d7") == {
        "saltII/d9": Connection(cites=True, cited=True),
        "saltII/d1": Connection(cited=True),
        "saltII/d2": Connection(cited=True),
        "saltII/d8": Connection(together=("saltII/d1", "saltII/d2")),
    }
    assert connected(catalogue, "saltII/d1") == {
        "saltII/d7": Connection(cites=True),
        "saltII/d8": Connection(cites=True),
    }


def test_a_record_that_nothing_is_connected_with(catalogue: Catalogue) -> None:
    keep(catalogue, printed("1"), printed("2", "II", Cites(document="99")))
    assert connected(catalogue, "saltII/d1") == connected(catalogue, "saltII/d2") == {}


def test_what_is_cited_together_across_volumes_and_out_of_any_order(catalogue: Catalogue) -> None:
    keep(catalogue, printed("1", "I", Cites(document="2"), Cites(volume="II", document="7")))
    keep(catalogue, printed("7"))
    keep(catalogue, printed("2", "I"))
    assert connected(catalogue, "saltII/d7")["saltI/d2"] == Connection(together=("saltI/d1",))
