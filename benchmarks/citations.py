"""Finding what footnotes cite, by their words alone, held against what the edition marks: how often it comes first, and
how often an answer of each confidence is right."""

from __future__ import annotations

import random
import re
import time
from collections import defaultdict
from collections.abc import Iterator

import machine
from fonds.archive import Archive
from fonds.record import Record, Text

Footnote = tuple[str, str | None]
"""What is pasted, and the record that it cites; None where that is not held."""
SAMPLE = 250
LONGEST = 400
PLACE = re.compile(
    r"[,;(\[]?\s*(?:(?:see|printed as|in|also|as)\s+)*(?:footnotes?\s+[\d, and]+,?\s*(?:to\s+)?)?"
    r"\bDocuments?\s+\d+(?:\s*(?:,|and|–|-)\s*\d+)*\)?|,?\s*pp?\.\s*[\d–-]+",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\b(?:[Tt]elegram|[Dd]espatch) (\d+)")
SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
FILE = re.compile(r"\d{3}\w?\.\S*/\d")


def cited(records: dict[str, Record]) -> Iterator[tuple[str, Record, Record]]:
    """Notes of which the edition marks one document held: the words, the citing record, the cited one."""
    for record in records.values():
        for text in record.texts:
            for note, targets in _marked(text, records):
                if len(targets) == 1 and record.id not in targets and len(note) <= LONGEST:
                    yield note, record, records[targets.pop()]


def _marked(text: Text, records: dict[str, Record]) -> Iterator[tuple[str, set[str]]]:
    targets: dict[str, set[str]] = defaultdict(set)
    for reference in text.references:
        if reference.by == "edition" and reference.note and reference.target in records:
            targets[reference.note].add(reference.target or "")
    for note in text.notes:
        if note.number in targets:
            yield note.text, targets[note.number]


def described(words: str, target: Record) -> str | None:
    """The sentence of a note that names a telegram by its number, without the document's place in the volume."""
    sentences = [each for each in SENTENCE.split(words) if PLACE.search(each)]
    left = PLACE.sub("", sentences[0]).strip() if len(sentences) == 1 else ""
    number = NUMBERED.search(left)
    return left if number and number[1] == target.number else None


def footnotes(records: dict[str, Record]) -> dict[str, list[Footnote]]:
    """Footnotes of several sorts; the same ones every time."""
    chance = random.Random(68)
    notes = list(cited(records))
    told = [(left, target.id) for words, _, target in notes if (left := described(words, target))]
    printed = [record for record in records.values() if record.edition and record.edition.volume]
    filed = [record for record in printed if record.holding and FILE.search(record.holding.reference or "")]
    found: dict[str, list[Footnote]] = {
        "notes that name another volume, as they stand": [
            (words, target.id) for words, source, target in notes if source.collection != target.collection
        ],
        "notes that name a telegram by its number, its place taken out": list(told),
        "written from the marks, by document": [(_by_document(record), record.id) for record in printed],
        "written from the marks, by pages": [
            (_by_pages(record), record.id) for record in printed if record.edition and record.edition.pages
        ],
        "file numbers": [(f"{r.holding.repository}, {r.holding.reference}.", r.id) for r in filed if r.holding],
        "not held: volumes": [(words.replace("Document", "Document 9"), None) for words in _not_held(records)],
        "not held: telegrams": [(NUMBERED.sub(_another, left), None) for left, _ in told],
    }
    return {name: chance.sample(each, min(SAMPLE, len(each))) for name, each in found.items()}


def _by_document(record: Record) -> str:
    edition = record.edition
    assert edition is not None
    return f"Foreign Relations, {edition.subseries}, {edition.volume}, Document {edition.document}"


def _by_pages(record: Record) -> str:
    edition = record.edition
    assert edition is not None
    volume = (edition.volume or "").replace("Volume", "vol.")
    return f"Foreign Relations, {edition.subseries}, {volume}, pp. {edition.pages}"


def _not_held(records: dict[str, Record]) -> list[str]:
    held = {record.edition.volume for record in records.values() if record.edition}
    return [
        f"Foreign Relations, 1961–1963, vol. {number}, Document {at}"
        for number in ("X", "XI", "XIV", "XVIII", "XX", "XXIII", "XXIV")
        if not any((volume or "").endswith(f" {number}") for volume in held)
        for at in range(1, 60)
    ]


def _another(number: re.Match[str]) -> str:
    return number[0].replace(number[1], f"{number[1]}77")


def main() -> None:
    """Print how many of each sort come first, and how often answers of each confidence are right."""
    with machine.volumes(__doc__) as archive:
        records = {record.id: record for record in archive.records()}
        _print(archive, footnotes(records))


def _print(archive: Archive, sorts: dict[str, list[Footnote]]) -> None:
    surely: dict[int, list[bool]] = defaultdict(list)
    for name, asked in sorts.items():
        start = time.process_time()
        found = archive.find_citations([words for words, _ in asked])
        spent = (time.process_time() - start) / max(1, len(asked)) * 1000
        firsts = [each.matches[0] if each.matches else None for each in found]
        right = [first is not None and first.id == target for first, (_, target) in zip(firsts, asked, strict=True)]
        none = sum(first is None for first in firsts)
        print(f"{name}: {sum(right)} of {len(asked)} first, {none} not found; {spent:.1f} ms each")
        for first, is_right in zip(firsts, right, strict=True):
            if first:
                surely[int(min(0.99, first.confidence) * 10)].append(is_right)
    _print_confidence(surely)


def _print_confidence(surely: dict[int, list[bool]]) -> None:
    for tenth, right in sorted(surely.items(), reverse=True):
        print(f"confidence {tenth / 10:.1f} and more: {sum(right) / len(right):.2f} right of {len(right)}")


if __name__ == "__main__":
    main()
