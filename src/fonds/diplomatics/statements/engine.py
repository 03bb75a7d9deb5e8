"""The built-in attributor: a dependency parse, the cue lexicon and rules over both. Needs no network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from msgspec.structs import replace

from fonds.diplomatics.statements.asked import asked_cues
from fonds.diplomatics.statements.boundaries import bounded, within
from fonds.diplomatics.statements.capitals import in_mixed_case
from fonds.diplomatics.statements.clauses import verbal_cues
from fonds.diplomatics.statements.clefts import cleft_cues
from fonds.diplomatics.statements.continuing import Analysis
from fonds.diplomatics.statements.cue import Cue
from fonds.diplomatics.statements.discourse import Discourse
from fonds.diplomatics.statements.joining import rejoined
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.lost_subjects import with_subjects
from fonds.diplomatics.statements.main_clauses import with_main_clause
from fonds.diplomatics.statements.nominal import nominal_cues
from fonds.diplomatics.statements.parser import Parser, language
from fonds.diplomatics.statements.passages import Sentence, is_routing, sentences
from fonds.diplomatics.statements.phrases import phrase_cues
from fonds.diplomatics.statements.points import point_cues
from fonds.diplomatics.statements.prompting import prompted
from fonds.diplomatics.statements.proper_names import proper_names, with_names
from fonds.diplomatics.statements.quotations import Quotations, with_double_marks
from fonds.diplomatics.statements.raising import raising_cues
from fonds.diplomatics.statements.telling import is_press, is_report
from fonds.diplomatics.statements.tree import Tree
from fonds.record import Finding, Record, Statement, Text

VERSION = "19"


class BuiltIn:
    """Attributes statements in English text. Raises MissingExtraError, when made, without the extra "statements"."""

    name = f"fonds statements {VERSION}"
    findings: Sequence[Finding] = ()

    def __init__(self) -> None:
        self._papers = Parser(language())

    def statements(self, record: Record, text: Text) -> tuple[Statement, ...]:
        """The statements of one text, in order of their contents; none in a language that is not English."""
        if (text.language or "en").split("-")[0] not in {"en", "und"}:
            return ()
        given, written = text.content, with_double_marks(text.content)
        text = replace(text, content=in_mixed_case(written, re.findall(r"\w+", record.title)))
        quotations = Quotations(text.content)
        # The press says "he" of somebody whom a sentence without any cue has brought up.
        is_news = is_press(record, text)
        reads_all = is_news or is_report(record, text)
        found = [
            one
            for one in sentences(text)
            if reads_all or can_hold_statement(one.words) or quotations.hold(one.start, one.end)
        ]
        found = found if is_news else [one for one in found if not is_routing(one.words)]
        parser = self._prose if is_news or record.kind == "editorial note" else self._papers
        analyses = _analyses(parser, found, proper_names(text.content))
        read = Discourse(record, text, self.name).read(analyses)
        return tuple(_as_given(one, given) for one in read)

    @cached_property
    def _prose(self) -> Parser:
        """The parser as it was before it learnt how papers are written: for newspapers and editors' notes."""
        return Parser(language(tuned=False))


def _analyses(parser: Parser, found: list[Sentence], names: frozenset[str]) -> list[Analysis]:
    """The sentences parsed; once more, with the words that telegrams leave out, where a cue found no content."""
    analyses = _parsed(parser, found, names)
    again = {
        at: new for at, one in enumerate(analyses) if (new := prompted(one.sentence, one.tree, one.cues)) is not None
    }
    for at, better in zip(again, _parsed(parser, list(again.values()), names), strict=True):
        if len(better.cues) > len(analyses[at].cues):
            analyses[at] = better
    return analyses


def _parsed(parser: Parser, found: list[Sentence], names: frozenset[str]) -> list[Analysis]:
    trees = (
        with_subjects(rejoined(with_main_clause(with_names(tree, names))))
        for tree in parser.parse(one.words for one in found)
    )
    return [Analysis(sentence, tree, cues(tree)) for sentence, tree in zip(found, trees, strict=True)]


def _as_given(one: Statement, given: str) -> Statement:
    """The statement with content and cue as they stand in the text."""
    cue = one.cue if one.cue is None or one.cue in given else one.cue.upper()
    return replace(one, content=given[one.start : one.end], cue=cue)


def cues(tree: Tree) -> list[Cue]:
    """The cues of a sentence, those with the widest contents first; one a word, and one a content."""
    found: dict[int, Cue] = {}
    nominal = list(nominal_cues(tree))
    of_nouns = {cue.words[0] for cue in nominal if cue.noun}
    for cue in [
        *asked_cues(tree),
        *point_cues(tree),
        *phrase_cues(tree),
        *raising_cues(tree),
        *cleft_cues(tree),
        *verbal_cues(tree),
        *nominal,
    ]:
        if cue.frame != "object" or cue.head not in of_nouns:  # "stressed the point that …" is one cue
            found.setdefault(cue.head, cue)
    kept: list[Cue] = []
    for cue in sorted(found.values(), key=_narrowness):
        if not any(cue.content == other.content and not _is_of_two(tree, cue, other) for other in kept):
            kept.append(cue)
    kept = [bounded(tree, cue, kept) for cue in kept]
    return sorted((within(tree, cue, kept) for cue in kept), key=_narrowness)


def _is_of_two(tree: Tree, cue: Cue, other: Cue) -> bool:
    """ "He agreed with Mr. Tor's suggestion that it was late", "said that the port, Mr. Tor thought, was late": two say
    the same."""
    if cue.encloses and cue.source is not None and other.frame == "clause" and other.head < cue.content[0]:
        return tree[cue.source].tag == "NNP"
    verb, noun = (cue, other) if other.noun else (other, cue)
    if verb.noun or not noun.noun or verb.source is None or noun.source is None:
        return False
    return verb.source != noun.source and tree[noun.source].tag == "NNP" and verb.head < noun.source < noun.head


def _narrowness(cue: Cue) -> tuple[int, int]:
    """Cues in this order have the widest contents first."""
    return cue.content[0] - cue.content[1], cue.head


@cache
def _cue_words() -> frozenset[str]:
    words = lexicon()
    return frozenset((*words.verb_forms, *words.noun_forms, *words.adjectives, "according", *words.lists["possessed"]))


def can_hold_statement(sentence: str) -> bool:
    """Whether a sentence has any word that could be a cue."""
    return not _cue_words().isdisjoint(re.findall(r"\w+", sentence.lower()))


def with_human_kept(text: Text, found: tuple[Statement, ...], programs: tuple[str, ...] = ("fonds ",)) -> Text:
    """The text with the statements found, and with those that people made or decided on."""
    kept = tuple(one for one in text.statements if not one.by.startswith(programs))
    taken = {(one.start, one.end, one.chain) for one in kept}
    new = tuple(one for one in found if (one.start, one.end, one.chain) not in taken)
    return replace(text, statements=tuple(sorted((*kept, *new), key=lambda one: (one.start, -one.end))))
