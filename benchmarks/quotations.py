"""Checking quotations: passages drawn from the texts and changed as quotations are, and how many are found again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import machine
from fonds.archive import Archive
from fonds.record import Record

Words = list[str]
EACH = 25
LENGTHS = (12, 30)
MISREAD = "clI1rnme0o"
SHARE = 0.03
CHANCE = random.Random(68)


def _broken(words: Words) -> str:
    """The longest word broken by the end of a line."""
    at = max(range(len(words)), key=lambda number: len(words[number]))
    middle = len(words[at]) // 2
    return " ".join([*words[:at], f"{words[at][:middle]}-\n{words[at][middle:]}", *words[at + 1 :]])


def _misread(words: Words) -> str:
    """Some letters read wrongly."""
    return "".join(
        CHANCE.choice(MISREAD) if letter.isalpha() and CHANCE.random() < SHARE else letter for letter in " ".join(words)
    )


def _third(words: Words) -> tuple[Words, Words]:
    third = len(words) // 3
    return words[:third], words[2 * third :]


def _halves(words: Words) -> tuple[Words, Words]:
    return words[: len(words) // 2], words[len(words) // 2 :]


CHANGES: dict[str, Callable[[Words], str]] = {
    "as printed": " ".join,
    "other quotation marks": lambda words: "“" + " ".join(words).replace("'", "’").replace('"', "‘") + "”",
    "over lines": lambda words: "\n".join(" ".join(words[at : at + 6]) for at in range(0, len(words), 6)),
    "a word broken by a line": _broken,
    "a third left out, […]": lambda words: " […] ".join(map(" ".join, _third(words))),
    "words put in, in brackets": lambda words: " [the Soviets] ".join(map(" ".join, _halves(words))),
    "misread letters": _misread,
    "a word changed": lambda words: " notwithstanding ".join(
        [" ".join(_halves(words)[0]), " ".join(_halves(words)[1][1:])]
    ),
    "two words left out, unsaid": lambda words: " ".join([*_halves(words)[0], *_halves(words)[1][2:]]),
}


def passage(records: Sequence[Record], length: int) -> tuple[str, Words]:
    """So many words of a paragraph, and the record that has them."""
    while True:
        record = CHANCE.choice(records)
        text = record.texts[0]
        paragraphs = [text.content[each.start : each.end].split() for each in text.blocks if each.kind == "paragraph"]
        long = [words for words in paragraphs if len(words) >= length]
        if long:
            words = CHANCE.choice(long)
            start = CHANCE.randrange(len(words) - length + 1)
            return record.id, words[start : start + length]


def main() -> None:
    """Print for each sort of change how many quotations are found first, and how many of them as exact."""
    with machine.volumes(__doc__) as archive:
        records = [record for record in archive.records() if record.texts]
        for name, change in CHANGES.items():
            _print(name, change, archive, records)


def _print(name: str, change: Callable[[Words], str], archive: Archive, records: Sequence[Record]) -> None:
    first = exact = 0
    timings = []
    passages = [passage(records, length) for length in LENGTHS for _ in range(EACH)]
    for record_id, words in passages:
        quotation = change(words)
        start = time.process_time()
        found = archive.find_quotation(quotation)
        timings.append((time.process_time() - start) * 1000)
        best = [each for each in found if each.likeness == found[0].likeness and each.id == record_id]
        first += bool(best)
        exact += any(each.exact for each in best)
    print(f"{name}: {first} of {len(passages)} first, {exact} as exact; {machine.spread(timings)} of a processor")


if __name__ == "__main__":
    main()
