"""What source notes tell by words such as "drafted" and "received", against what is read from them.

A note counts for a word where it has the word anywhere, also where it speaks of another paper ("a draft prepared by
X was sent"), so that a perfect reader does not reach 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

import machine
from fonds.diplomatics.source_note import SourceNote, parse_source_note

_NOTE = "{http://www.tei-c.org/ns/1.0}note"
_WORDS = {
    "drafted, prepared": r"\bdrafted\b.{0,40}?\bby\b|\bprepared by\b",
    "cleared": r"\bcleared\b",
    "approved": r"\bapproved\b",
    "received": r"\breceived\b",
    "repeated, sent": r"\b(?:repeated|relayed|pouched|also sent)\b|\b(?:sent|passed) to\b",
}


def main() -> None:
    """Print, word by word, in how many notes it stands and from how many of these it is read."""
    told: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for words in _notes(machine.material(__doc__) / "frus" / "volumes"):
        done = _read(parse_source_note(words))
        for name, pattern in _WORDS.items():
            if re.search(pattern, words, re.IGNORECASE):
                told[name] += 1
                read[name] += name in done
    for name in _WORDS:
        print(f"{name}: {read[name]} of {told[name]}")
    print(f"all: {read.total()} of {told.total()}: {read.total() / told.total():.3f}")


def _notes(volumes: Path) -> Iterator[str]:
    for volume in sorted(volumes.glob("*.xml")):
        for _, note in etree.iterparse(str(volume), tag=_NOTE, recover=True, huge_tree=True):
            words = " ".join("".join(note.itertext()).split())
            if note.get("type") == "source" or words.startswith("Source:"):
                yield words


def _read(note: SourceNote) -> set[str]:
    roles = {party.role.split()[0] for party in note.parties}
    steps = {step.what for step in note.transmission}
    return {name for name in _WORDS if set(name.split(", ")) & (roles | steps)} | (
        {"repeated, sent"} if steps - {"received"} else set()
    )


if __name__ == "__main__":
    main()
