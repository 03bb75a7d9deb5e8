"""A hundred offices without a name, checked by hand: "the Secretary", "the Ambassador in …", and who is meant.

`bare_offices.json` has facts only: document, offset in its text, identifier in the register, and whether that is who is
meant; where it is not, the words mean another country's ambassador, or another department's secretary.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from lxml import etree

from fonds.accession.people import with_people
from fonds.accession.reading import read_sources
from fonds.accession.source import SourceFile
from fonds.accession.walk import Refusal
from fonds.authority.office_holders import BY
from fonds.authority.pocom import read_register
from fonds.authority.register import write_register
from fonds.record import Record, decode_record

FACTS = msgspec.json.decode(
    (Path(__file__).parent / "bare_offices.json").read_bytes(), type=list[tuple[str, int, str, bool]]
)
DATA = Path(__file__).parents[3] / "shared" / "data"
LEAST = 0.95
TEI, ID = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"


def documents(record_ids: set[str], folder: Path) -> dict[str, Record]:
    """These documents of one volume, read from a copy of it that has no others: a whole one takes a second."""
    volume = min(record_ids).partition("/")[0]
    tree = etree.parse(DATA / "frus" / "volumes" / f"{volume}.xml")
    for division in list(tree.iter(f"{TEI}div")):
        if division.get("type") == "document" and f"{volume}/{division.get(ID)}" not in record_ids:
            parent = division.getparent()
            assert parent is not None
            parent.remove(division)
    copy = folder / f"{volume}.xml"
    tree.write(copy, encoding="utf-8")
    lines = [line for line in read_sources([SourceFile(copy, copy.name, volume)]) if not isinstance(line, Refusal)]
    return {record.id: record for record in map(decode_record, lines)}


def unmarked(record: Record) -> Record:
    """The record as a bare text gives it: nobody is marked."""
    return msgspec.structs.replace(record, texts=(msgspec.structs.replace(record.texts[0], mentions=()),))


def test_the_sample_is_of_a_hundred() -> None:
    assert (len(FACTS), len({fact[:2] for fact in FACTS})) == (100, 100)


@pytest.mark.corpus
@pytest.mark.skipif(not (DATA / "pocom").is_dir(), reason="the volumes and the register are not beside the project")
def test_bare_offices_are_linked_to_who_is_meant(tmp_path: Path) -> None:
    register = tmp_path / "register"
    write_register(read_register(DATA / "pocom"), register)
    right = linked = 0
    for volume in sorted({record_id.partition("/")[0] for record_id, *_ in FACTS}):
        facts = [fact for fact in FACTS if fact[0].startswith(f"{volume}/")]
        records = documents({fact[0] for fact in facts}, tmp_path)
        source = SourceFile(tmp_path, "", volume, register=register)
        for record_id, offset, person, is_meant in facts:
            named, _ = with_people(unmarked(records[record_id]), source)
            mentions = named.texts[0].mentions
            found = [each.agent for each in mentions if each.by == BY and each.start == offset]
            linked += bool(found)
            right += found == [person] and is_meant
    assert linked >= 75
    assert right / linked >= LEAST
