"""Who said what: scores against hand-marked documents beside simple baselines and other readers, and words a second.

The marked documents lie in DATA/gold, as `<document>.txt` with `<document>.jsonl`; what counts as found, attributed and
right in the whole chain is as the guidelines beside them say: contents overlap by half or more, names agree where the
words of one are among those of the other. News articles of our own, marked alike, lie in `press/`.
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import machine
import papers
from fonds.accession.reading import read_sources
from fonds.accession.walk import find_sources
from fonds.diplomatics.statements import attribute
from fonds.diplomatics.statements.engine import BuiltIn
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.parser import MODEL, Parser, language
from fonds.diplomatics.statements.passages import paragraphs, sentences
from fonds.record import Record, Statement, decode_record

DOCUMENTS = 2_000
LEAST_OF_KIND = 10
NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
QUOTED = re.compile(r"[“\"]([^”\"]{8,})[”\"]")
HALF = 0.5
TIE = 0.001
PRESS = Path(__file__).parent / "press"


class Guess(NamedTuple):
    """A content and its sources, as marked or as found."""

    start: int
    end: int
    chain: tuple[str, ...]
    confidence: float = 1.0


def quotation_marks(record: Record) -> Iterator[Guess]:
    """What stands in quotation marks, by the nearest name before or after it."""
    content = record.texts[0].content
    for match in QUOTED.finditer(content):
        names = [*NAME.finditer(content, max(0, match.start() - 80), match.end() + 80)]
        near = min(
            names, key=lambda name: min(abs(name.start() - match.end(1)), abs(match.start() - name.end())), default=None
        )
        yield Guess(match.start(1), match.end(1), (near.group(),) if near else ())


def nearest_name(record: Record) -> Iterator[Guess]:
    """What follows a verb of saying up to the end of the sentence, by the nearest name before the verb."""
    words = lexicon()
    for text in record.texts:
        for sentence in sentences(text):
            for match in re.finditer(r"\b[a-z]+\b", sentence.words):
                names = [*NAME.finditer(sentence.words, 0, match.start())]
                if words.verb(match.group()) in words.lists["telling verbs"] and names:
                    rest = sentence.words[match.end() :]
                    start = match.end() + len(rest) - len(re.sub(r"^\W*(?:that )?", "", rest))
                    if start < len(sentence.words.rstrip(".")):
                        yield Guess(*sentence.span(start, len(sentence.words.rstrip(". "))), (names[-1].group(),))
                    break


def built_in(record: Record) -> Iterator[Guess]:
    """The engine of Fonds."""
    return _by(None, record)


def textacy(record: Record) -> Iterator[Guess]:
    """The direct quotations of textacy, with its speakers: paragraph by paragraph, as it declines a text in which a
    mark of quotation is left open."""
    triples = import_module("textacy.extract.triples")
    model = import_module(MODEL).load()
    for text in record.texts:
        for start, end in paragraphs(text):
            try:
                found = list(triples.direct_quotations(model(text.content[start:end])))
            except ValueError:
                continue
            for one in found:
                first, last = start + one.content.start_char, start + one.content.end_char
                yield Guess(first, last, (" ".join(token.text for token in one.speaker),))


ENGINES: dict[str, Callable[[Record], Iterable[Guess]]] = {
    "quotation marks only": quotation_marks,
    "nearest name before a verb of saying": nearest_name,
    "textacy": textacy,
    "Fonds": built_in,
}


def marked(folder: Path) -> Iterator[tuple[Record, list[Guess]]]:
    """The hand-marked documents, read as plain text, with their statements."""
    for path in sorted(folder.glob("*.txt")):
        answer = next(iter(read_sources(find_sources([path]).sources)))
        assert isinstance(answer, bytes)
        record = decode_record(answer)
        lines = [json.loads(line) for line in path.with_suffix(".jsonl").read_text("utf-8").splitlines()]
        yield record, [Guess(*_placed(record, line), tuple(line["chain"])) for line in lines]


def _placed(record: Record, line: dict[str, Any]) -> tuple[int, int]:
    """Where a marked content stands in the record's text: of several places the one nearest to where it was marked."""
    words = r"\s+".join(map(re.escape, line["content"].split()))
    spans = [match.span() for match in re.finditer(words, record.texts[0].content)]
    return min(spans, key=lambda span: abs(span[0] - line["start"]), default=(0, 0))


def overlap(a: Guess, b: Guess) -> float:
    """Intersection over union of two contents."""
    shared = max(0, min(a.end, b.end) - max(a.start, b.start))
    return shared / max(max(a.end, b.end) - min(a.start, b.start), 1)


@cache
def _scorer() -> Any:
    """The scorer that our aims are stated in, so that nothing here has its own idea of which names agree."""
    spec = spec_from_file_location("score_statements", machine.DATA.parent / "score" / "score_statements.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(a: str, b: str) -> bool:
    """Whether two names agree, titles and accents aside."""
    return bool(_scorer().same(a, b))


def sources_agree(a: Guess, b: Guess) -> bool:
    """Whether the innermost sources of two agree; a source inside itself is one source."""
    ours, theirs = _scorer().collapsed(a.chain), _scorer().collapsed(b.chain)
    return bool(ours and theirs) and same(ours[-1], theirs[-1])


def chains_agree(a: Guess, b: Guess) -> bool:
    """Whether the whole chains of two agree."""
    ours, theirs = _scorer().collapsed(a.chain), _scorer().collapsed(b.chain)
    return len(ours) == len(theirs) and all(map(same, ours, theirs))


def pairs(gold: list[Guess], found: list[Guess]) -> Iterator[tuple[Guess, Guess]]:
    """Marked and found contents that match, best first, each once; of two alike that of the same source."""
    order = sorted(
        (
            (overlap(g, f) + TIE * sources_agree(g, f), i, k)
            for i, g in enumerate(gold)
            for k, f in enumerate(found)
            if overlap(g, f)
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = set(), set()
    for share, i, k in order:
        if share >= HALF and i not in taken[0] and k not in taken[1]:
            taken[0].add(i)
            taken[1].add(k)
            yield gold[i], found[k]


def scores(material: list[tuple[Record, list[Guess]]], engine: Callable[[Record], Iterable[Guess]]) -> str:
    """F1 of found, attributed and chain."""
    wanted = predicted = 0
    hits = [0, 0, 0]
    for record, gold in material:
        found = [one for one in engine(record) if one.chain]
        wanted, predicted = wanted + len(gold), predicted + len(found)
        for g, f in pairs(gold, found):
            for at, hit in enumerate((True, sources_agree(g, f), chains_agree(g, f))):
                hits[at] += hit
    return " | ".join(f"{2 * hit / max(wanted + predicted, 1):.3f}" for hit in hits)


def speed(data: Path) -> None:
    """Words a second over documents of all volumes, on one core."""
    volumes = sorted((data / "frus" / "volumes").glob("*.xml"))[::3]
    answers = read_sources(find_sources(volumes).sources)
    lines = [line for line in islice(answers, 0, 3 * DOCUMENTS, 3) if isinstance(line, bytes)]
    records = [decode_record(line) for line in lines]
    words = sum(len(text.content.split()) for record in records for text in record.texts)
    start, processor = time.perf_counter(), time.process_time()
    found: list[Statement] = [one for record in records for text in attribute(record).texts for one in text.statements]
    wall, processor = time.perf_counter() - start, time.process_time() - processor
    print(f"{len(records)} documents, {words} words, {len(found)} statements")
    print(f"{words / wall:.0f} words a second; {words / processor:.0f} a second of one core's time")


def main() -> None:
    data = machine.material(__doc__)
    material = list(marked(data / "gold"))
    print(f"{len(material)} marked documents, {sum(len(gold) for _, gold in material)} statements")
    print("engine | found | attributed | chain")
    for name, engine in ENGINES.items():
        if name == "textacy" and find_spec("textacy") is None:
            print("textacy | not installed: pip install textacy")
            continue
        print(f"{name} | {scores(material, engine)}")
    for part in ("looked-at", "held-out", "later", "second-reader", "by-others", "unseen"):
        print(f"Fonds, news articles, {part} | {scores(list(marked(PRESS / part)), built_in)}")
    for part in ("looked-at", "later", "unseen"):
        print(f"Fonds, papers, {part} | {scores(list(papers_of(part, data)), built_in)}")
    unseen_by_kind(data)
    weights(data)
    readers(data)
    second_readings(data)
    speed(data)


def papers_of(part: str, data: Path) -> Iterator[tuple[Record, list[Guess]]]:
    """The papers of the volumes that were marked by hand."""
    with tempfile.TemporaryDirectory() as folder:
        papers.write(Path(folder), data, [part])
        yield from marked(Path(folder))


def by_kind(part: str, data: Path) -> Iterator[tuple[str, list[tuple[Record, list[Guess]]]]]:
    """The papers of a part by the kinds of which there are ten or more, "conversation" being talks of all sorts."""
    kinds: dict[str, list[tuple[Record, list[Guess]]]] = defaultdict(list)
    for record, marks in papers_of(part, data):
        kinds[(record.kind or "none").split()[-1]].append((record, marks))
    yield from ((kind, material) for kind, material in sorted(kinds.items()) if len(material) >= LEAST_OF_KIND)


def unseen_by_kind(data: Path) -> None:
    """How each kind of unseen papers does."""
    for kind, material in by_kind("unseen", data):
        statements = sum(len(marks) for _, marks in material)
        print(f"unseen, {kind}, {len(material)} papers, {statements} statements | {scores(material, built_in)}")


class OfOneParser(BuiltIn):
    """The engine of Fonds that reads all kinds with the same weights: the tuned ones, or the model's own."""

    def __init__(self, *, tuned: bool) -> None:
        self._papers = Parser(language(tuned=tuned))

    @property
    def _prose(self) -> Parser:
        return self._papers


def weights(data: Path) -> None:
    """What the tuned weights of the parser give beside the model's own, by kind and for news."""
    kinds = {f"{part}, {kind}": material for part in ("unseen", "later") for kind, material in by_kind(part, data)}
    for name, material in {**kinds, "news, looked-at": list(marked(PRESS / "looked-at"))}.items():
        for tuned in (False, True):
            engine = OfOneParser(tuned=tuned)
            print(f"{'tuned' if tuned else 'own'} weights, {name} | {scores(material, partial(_by, engine))}")


def _by(engine: BuiltIn | None, record: Record) -> Iterator[Guess]:
    for text in attribute(record, engine).texts:
        for one in text.statements:
            yield Guess(one.start, one.end, one.chain, one.confidence)


def readers(data: Path) -> None:
    """How far other readers, who did not see the marks in DATA/gold, agree with them."""
    gold = {record.source.name: marks for record, marks in marked(data / "gold")}
    for reader in sorted((papers.PAPERS / "agreement").iterdir()):
        for record, theirs in papers_of(f"agreement/{reader.name}", data):
            marks = [(record, gold[record.source.name])]
            print(f"reader {reader.name}, {record.source.name} | {scores(marks, partial(_as_read, theirs))}")


def second_readings(data: Path) -> None:
    """How far papers of the volumes that were marked a second time agree with the first reading."""
    first = {record.source.name: marks for part in ("later", "unseen") for record, marks in papers_of(part, data)}
    second = list(papers_of("second-readings", data))
    pairs_of_marks = [(record, first[record.source.name]) for record, _ in second]
    marks = {record.source.name: theirs for record, theirs in second}
    agreement = scores(pairs_of_marks, lambda record: marks[record.source.name])
    print(f"second readings of {len(second)} papers | {agreement}")


def _as_read(marks: list[Guess], _: Record) -> list[Guess]:
    return marks


if __name__ == "__main__":
    main()
