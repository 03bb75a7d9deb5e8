"""The head of state whom a paper names by the office alone is who held it on that day, by the collection's own list."""

from __future__ import annotations

from pathlib import Path

import pytest

from fonds.accession import plain_text
from fonds.accession.heads_of_state import BY
from fonds.accession.source import SourceFile
from fonds.authority.register import Register, write_register
from fonds.record import Mention, Record

PEOPLE = """id,name,description
p_marlow,"Marlow, Edith",President of the United States until 3 May 1949
p_venn,"Venn, Oscar",Vice President of the United States until 3 May 1949; thereafter President
p_orlov,"Orlov, Igor","Assistant to the President of the United States, 1949"
"""
MEMORANDUM = """Memorandum From Igor Orlov to the Secretary

{place}, {day}.

{words}
"""


def _heads(
    folder: Path, words: str, place: str = "Washington", day: str = "May 2, 1949", *, register: bool = True
) -> list[Mention]:
    path, people, known = folder / "t1.txt", folder / "people.csv", folder / "register"
    path.write_text(MEMORANDUM.format(place=place, day=day, words=words), "utf-8")
    people.write_text(PEOPLE, "utf-8")
    write_register(Register("none", (), ()), known)
    source = SourceFile(path, "ports/t1.txt", "ports", people, known if register else None)
    *_, record = plain_text.read(source, source.digest())
    assert isinstance(record, Record)
    text = record.texts[0]
    assert all(text.content[each.start : each.end] == "President" for each in text.mentions if each.by == BY)
    return [mention for mention in text.mentions if mention.by == BY]


@pytest.mark.parametrize(
    ("day", "agents"),
    [
        pytest.param("May 2, 1949", ["p_marlow"], id="before the change"),
        pytest.param("May 3, 1949", [], id="on the day of the change"),
        pytest.param("May 4, 1949", ["p_venn"], id="after it"),
        pytest.param("May 1949", [], id="no day"),
    ],
)
def test_who_held_the_office_on_the_day_is_meant(tmp_path: Path, day: str, agents: list[str]) -> None:
    assert [mention.agent for mention in _heads(tmp_path, "The President agreed.", day=day)] == agents


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("I told the President that the President’s letter had come.", 2, id="twice"),
        pytest.param("President Marlow left; the President smiled.", 1, id="the holder's name"),
        pytest.param("President Karel left; the President smiled.", 0, id="another president"),
        pytest.param("The President of Orlec left; the President smiled.", 0, id="another country's"),
        pytest.param("The Vice President, and the President’s Counselor.", 0, id="other offices"),
    ],
)
def test_only_the_holder_can_be_meant(tmp_path: Path, words: str, count: int) -> None:
    assert len(_heads(tmp_path, words)) == count


def test_papers_of_other_places_may_mean_another(tmp_path: Path) -> None:
    assert not _heads(tmp_path, "The President agreed.", "Varna")


def test_without_a_register_no_bare_office_is_linked(tmp_path: Path) -> None:
    assert not _heads(tmp_path, "The President agreed.", register=False)
