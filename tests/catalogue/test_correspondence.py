"""Who writes to whom, and what was written when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from catalogue_cases import keep, made

from fonds.catalogue import Catalogue, Correspondent, Exchange, Within
from fonds.catalogue.correspondence import MOST, pairs
from fonds.errors import NotFoundError
from fonds.record import Agent, MentionKind, Party, Record


def sent(record_id: str, sender: str, *addressees: str, edtf: str | None = None, agent: str | None = None) -> Record:
    parties = (Party("from", sender, agent), *(Party("to", each) for each in addressees))
    return msgspec.structs.replace(made(record_id, edtf=edtf), parties=parties)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def test_each_sender_writes_to_each_addressee() -> None:
    assert pairs(sent("v/d1", "Pask", "Ashdowne", "A. \n Moor", "Ashdowne")) == (
        ("Pask", "Ashdowne"),
        ("Pask", "A. Moor"),
    )
    assert pairs(sent("v/d1", "Pask")) == ()
    assert len(pairs(sent("v/d1", "Pask", *(f"Post {number}" for number in range(2 * MOST))))) == MOST


def test_exchanges_are_counted_in_a_range_of_days_and_a_collection(catalogue: Catalogue) -> None:
    letters = (
        sent("v/d1", "Pask", "Ashdowne", edtf="1932-10-27"),
        sent("v/d2", "Pask", "Ashdowne", "Moor", edtf="1932-11"),
        sent("w/d1", "Moor", "Pask"),
    )
    keep(catalogue, *letters)
    assert catalogue.exchanges() == (
        Exchange("Pask", "Ashdowne", 2, "1932-10-27", "1932-11-30"),
        Exchange("Moor", "Pask", 1, None, None),
        Exchange("Pask", "Moor", 1, "1932-11-01", "1932-11-30"),
    )
    assert [each.records for each in catalogue.exchanges(Within("1932-10-01", "1932-11-29"))] == [1]
    assert [each.sender for each in catalogue.exchanges(Within(collection="w"))] == ["Moor"]
    assert len(catalogue.exchanges(limit=1)) == 1


def test_what_is_withdrawn_or_changed_counts_no_more(catalogue: Catalogue) -> None:
    keep(catalogue, sent("v/d1", "Pask", "Ashdowne"), sent("v/d2", "Pask", "Moor"))
    keep(catalogue, sent("v/d1", "Pask", "Lorne"))
    assert [each.addressee for each in catalogue.exchanges()] == ["Lorne"]


def test_correspondents_of_a_person(catalogue: Catalogue) -> None:
    who = Agent("p_P", "v", "person", "Pask")
    keep(catalogue, sent("v/d1", "Pask", "Ashdowne", agent="p_P"), sent("v/d2", "Moor", "Pask"), agents=(who,))
    assert catalogue.people.correspondents("v/p_P") == {"to": (Correspondent("Ashdowne", 1),), "from": ()}


def test_namesakes_share_family_name_and_initial(catalogue: Catalogue) -> None:
    names = {"p1": "Pask, Edwin", "p2": "Pask, E. R.", "p3": "Pask, Rose", "p4": "Paske, Edwin", "p5": "Pask, Edwin"}
    kinds: dict[str, MentionKind] = {"p5": "place"}
    agents = [Agent(each, "v", kinds.get(each, "person"), name) for each, name in names.items()]
    keep(catalogue, made("v/d1"), agents=tuple(agents))
    assert [each.id for each in catalogue.people.namesakes("v/p1")] == ["v/p2"]
    assert catalogue.people.namesakes("v/p9") == ()


def test_neighbours_by_date_are_those_dated_to_the_day(catalogue: Catalogue) -> None:
    dates = {"v/b": "1932-10-27", "v/a": "1932-10-27", "w/c": "1932-10-30", "v/m": "1932-10", "v/n": None}
    keep(catalogue, *(made(each, edtf=edtf) for each, edtf in dates.items()))
    assert catalogue.neighbours_by_date("v/b") == ("v/a", "w/c")
    assert catalogue.neighbours_by_date("w/c") == ("v/b", None)
    assert catalogue.neighbours_by_date("v/m") == catalogue.neighbours_by_date("v/n") == (None, None)
    assert catalogue.between("1932-10-27", "1932-10-29", 9) == ("v/a", "v/b")
    with pytest.raises(NotFoundError, match="v/z"):
        catalogue.neighbours_by_date("v/z")
