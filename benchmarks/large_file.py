"""Taking in one TEI volume of 500 MB: memory stays what it is for a volume of a tenth of that."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import machine

SIZES = (50_000_000, 500_000_000)
PERSONS = 400
SEED = 1932
_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="large"><teiHeader><fileDesc>
<titleStmt><title>Papers of the Velmar Strait, enlarged</title></titleStmt>
<publicationStmt><publisher>Nobody</publisher></publicationStmt><sourceDesc><p>Invented.</p></sourceDesc>
</fileDesc></teiHeader><text>
"""
_TEXT = """
the strait pilot gunboat consul minister telegram harbour lighthouse fog cargo note protest answer mediation council
naval attaché time limit apology flag boarding party captain survey chart current tide frontier customs officer said
that had been told by ambassador evening before and would not be able to reply until instructions arrived from capital
"""


def main() -> None:
    """Print time and peak memory for a volume of each size."""
    machine.material(__doc__)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            volume = Path(folder) / "large.xml"
            documents = write_volume(volume, size)
            seconds, memory, added = machine.add(Path(folder) / "archive", [str(volume)])
            held = f"{added['records']} of {documents} documents"
            print(f"{volume.stat().st_size / 1e6:.0f} MB: {held}, {seconds:.1f} s, peak memory {memory:.0f} MB")


def write_volume(path: Path, size: int) -> int:
    """Write a volume of about `size` bytes, of sentences without sense; the number of its documents."""
    chance = random.Random(SEED)
    number = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEADER)
        file.writelines(_front())
        file.write("<body><div type='compilation'><head>All</head>\n")
        while file.tell() < size:
            number += 1
            file.write(_document(number, chance))
        file.write("</div></body></text></TEI>\n")
    return number


def _front() -> Iterator[str]:
    yield "<front><div><list>"
    for number in range(PERSONS):
        yield f"<item><persName xml:id='p{number}'>Person{number}, Ada</persName>, Consul at Port {number}</item>\n"
    yield "</list></div></front>"


def _document(number: int, chance: random.Random) -> str:
    person = number % PERSONS
    day = f"1932-10-{1 + number % 28:02}"
    paragraphs = "".join(f"<p>{_sentences(chance)}</p>\n" for _ in range(12))
    return f"""<div type="document" xml:id="d{number}" n="{number}"><pb n="{number}" facs="{number:06}"/>
<head>{number}. Telegram From the Consulate in Orlec to the Ministry
<note n="1">Source: Archives, Box {number}.</note></head>
<opener><dateline><placeName>Orlec</placeName>, <date when="{day}">{day}</date></dateline></opener>
{paragraphs}<closer><signed><persName corresp="#p{person}">Person{person}</persName></signed></closer>
</div>
"""


def _sentences(chance: random.Random) -> str:
    words = chance.choices(_TEXT.split(), k=120)
    words[40] = f"<persName corresp='#p{chance.randrange(PERSONS)}'>{words[40]}</persName>"
    words[80] = f"<ref target='#d{chance.randrange(1, 100)}'>{words[80]}</ref>"
    return " ".join(words) + "."


if __name__ == "__main__":
    main()
