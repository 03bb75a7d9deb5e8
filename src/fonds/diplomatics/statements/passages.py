"""The stretches of a text that are the document's own running words, and the sentences in them.

The editor's brackets are taken out of what the parser reads ("the small delay [in providing] the letter"), and every
character of a sentence keeps the offset that it has in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from msgspec import Struct
from msgspec.structs import replace

from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.words import plain, words_of
from fonds.record import Block, Text

READ = {"paragraph", "list item", "quotation", "postscript"}
"""The kinds of block that hold running words; headings, datelines and signatures do not."""
LONGEST_SENTENCE = 1_500
"""Characters. What has no end after so many is no sentence: it is cut, which bounds what the parser is given."""
LONGEST_HEADING = 12
"""Words: what has more and ends with a full stop is no heading."""

_END = re.compile(r"[.?!…](?:[”’\"')\]]|\[\d+\])*(?=\s+(?:[“‘\"'(\[—–-]*[A-Z0-9]|\[))|\n\s*\n|[:;]\n")
_INITIAL = re.compile(r"(?:^|[\s(\[“\"'’.—-])(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+)\.$")
_LABELLED = re.compile(r"\S\s\(?(?:Ref|Reftel|Tab|Annex|Appendix|Part|Exhibit|Enclosure|Section) [A-Z]\.$")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]$")
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]|\(?[A-Z]\))\s+(?=[A-Z“\"])")
_POINT = re.compile(r"\s+(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[A-Za-z])\))\s+(?=[A-Z“\"])")
_PLACE = re.compile(
    r"(?:[A-Z][A-Z.’'/ -]{2,40}(?:, [A-Z0-9][\w.’' ]{1,24}){0,3}(?: \([\w.’'/ -]{2,40}\))?"
    r"|[A-Z][\w.’' -]{2,30}(?:, [A-Z0-9][\w.’' ]{1,24}){0,2} \([\w.’'/ -]{2,40}\))"
    r" ?(?:--|[—–]| - ) ?(?=\S)"
)
_TOPIC = re.compile(
    r"[A-Z][\w’'.-]*(?: (?:of|in|for|on|and|the|to|[A-Z][\w’'.-]*)){0,6} ?[—–] ?(?=(?:[A-Z][\w.]+ ?){1,4} [a-z])"
)
_NEXT = re.compile(r"\s+[“\"]?([A-Z][a-z]+\b|I\b(?!\.))")
_SPACE = re.compile(r"\s")
_NEXT_TITLE = re.compile(r"\s+(?:Mr|Mrs|Messrs|Miss|Dr)\b")
_AFTER_NO_NAME = re.compile(r"\b(?:U\.S|U\.S\.S\.R|U\.K|U\.N|D\.C|[ap]\.m|etc|Ltd|Co|Corp|Inc)\.$")
"""What is cut short and is no part of a name with a title after it: "went to the U.S. Mr. Tor said …"."""
_TAG = re.compile(r"\s+((?:(?:[A-Z][a-z]{0,4}|St)\. |[^“”\".;:\n]){3,120})(?:\.|,(?! [“\"][A-Z]))(?=\s|\Z)")
_PROSE = re.compile(r"[a-z]{2,}[.?!][”\"]?(?=\s+[A-Z“\"]|\Z)")
_WITHHELD = re.compile(
    r"\[[^\[\]]{0,60}\b(?:lines?|words?|pages?|paragraphs?|text)\b[^\[\]]{0,60}not declas\w+\]", re.IGNORECASE
)
_WITHHELD_NAME = re.compile(r"\[(?:\d+ )?names? not declas\w+\]", re.IGNORECASE)
_CITATION = re.compile(
    r" ?\((?![^()]*\b(?:is|are|was|were|has|had|will|would|I|we|he|she|they)\b)[^()]{0,250}?"
    r"(?:\b(?:[Ii]bid|Library|Papers|Files?|Archives|Bulletin|Box \d+|[Ll]ot \w+)\b|\b\d{3}\.[\w.]+/\d)[^()]{0,250}\)"
)
"""Where in the archives the paper lies of which an edition's note tells: "(Tarn Library, Office Files, Box 3)"."""
_DASHES = "-–—"
FOR_WITHHELD_NAME = "Unnamed"
"""What the parser reads in place of a name that was kept back."""
_FOR_WITHHELD = "something"
"""What the parser reads in place of words that were kept back."""
_JUNIOR = re.compile(r",? (?:Jr|Sr)\.(?=,|['’]s| [a-z(])")
"""What parts a name from its verb, and is left out of what the parser reads: "Tor, Jr., said"."""
_BRACKETS = re.compile(r"\[(?=[^\]]{0,400}\])|(?<=[\w.,;:?!”\"’])\]|\[\d+\]")


class Sentence(Struct, frozen=True):
    """A sentence: its words as the parser reads them, and where each of their characters stands in the text.

    `is_item` where it is the first of a numbered paragraph, `is_point` where it is one of several that are numbered
    within a paragraph: "He said: (a) … (b) …"."""

    start: int
    end: int
    words: str
    offsets: tuple[int, ...]
    paragraph: int
    is_item: bool = False
    is_point: bool = False

    def is_added(self, at: int) -> bool:
        """Whether a character of the words is none of the text's, but was put in for the parser."""
        return at > 0 and self.offsets[at] == self.offsets[at - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the words stands in the text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def sentences(text: Text) -> Iterator[Sentence]:
    """The sentences of the text's running words, in order."""
    for number, (start, end) in enumerate(paragraphs(text)):
        item = _ITEM.match(text.content, start, end)
        running = item.end() if item else start
        for first, last in _split(text.content, running, end):
            point = _POINT.match(text.content, first, last)
            found = _sentence(text.content, point.end() if point else first, last, number)
            is_item = item is not None and first == running
            if found.words.strip():
                yield replace(found, is_item=is_item, is_point=point is not None)


def is_routing(sentence: str) -> bool:
    """ "Paris pass USRO, Rask", "For Tor from Rask": whether a telegram's sentence only tells who is to have it."""
    words = sentence.split()
    small = {word.strip(".,;:").lower() for word in words} & words_of("routing")
    is_routed = bool({"pass", "for", "from"} & small)
    return is_routed and not any(word[:1].islower() and word.strip(".,;:") not in small for word in words)


def paragraphs(text: Text) -> list[tuple[int, int]]:
    """Where the paragraphs of the text's running words stand; the whole text where its blocks are not known."""
    if not text.blocks:
        return [match.span() for match in re.finditer(r"\S(?:.(?!\n[ \t]*\n))*.?", text.content, re.DOTALL)]
    running = ((block.start, block.end) for block in text.blocks if _is_running(text.content, block))
    return [(_after_place(text.content, start, end), end) for start, end in running]


def _after_place(content: str, start: int, end: int) -> int:
    """Where a paragraph begins after the place that newspapers print before it: "PORT LORNE (Wire) — ", or after the
    topic that minutes do: "Oil Imports—"."""
    match = _PLACE.match(content, start, end) or _TOPIC.match(content, start, end)
    return match.end() if match else start


def _is_running(content: str, block: Block) -> bool:
    """Whether a block holds running words; what was taken for a heading does where it has several sentences, or is a
    long one, as the first of a newspaper's article."""
    is_read = block.kind in READ
    if block.kind == "heading":
        ends = _PROSE.findall(content, block.start, block.end)
        is_long = content.count(" ", block.start, block.end) > LONGEST_HEADING
        is_read = len(ends) > 1 or (is_long and len(ends) == 1)
    return is_read and any(char.islower() for char in content[block.start : block.end])


def _split(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch."""
    first = start
    for match in _END.finditer(content, start, end):
        if match.group()[0] == "." and _is_abbreviation(content, first, match.start() + 1):
            continue
        if _is_tag(content, match.end()) and match.group()[0] in "?!" and match.group()[-1] in '”"':
            continue
        yield from _cut(content, first, match.end())
        first = match.end()
    yield from _cut(content, first, end)


def _is_abbreviation(content: str, first: int, end: int) -> bool:
    before = content[max(first, end - 30) : end]
    word = re.split(r"[\s(\[“\"—–]", before)[-1].lower()
    opener = _NEXT.match(content, end)
    opens = opener is not None and opener[1].lower() in words_of("openers") | {"the"}
    if opens and plain(word) not in words_of("honorifics"):
        return False  # "the second memo. He …"
    if word == "no." and not content[end:].lstrip()[:1].isdigit():
        return False  # "He said no. …"
    if _AFTER_NO_NAME.search(before) and _NEXT_TITLE.match(content, end):
        return False
    if _LABELLED.search(before):
        return False  # "as in Tab A. The Ambassador …"
    return bool(word in _abbreviations() or _INITIAL.search(before) or _LIST_NUMBER.search(content[first:end][:12]))


def _is_tag(content: str, at: int) -> bool:
    """Whether what follows only tells who asked or exclaimed what stands before: "“Why?” Emil Rask asked in May."."""
    words = match[1].lower().split() if (match := _TAG.match(content, at)) else []
    lists = lexicon().lists
    verb = next((place for place, word in enumerate(words) if word in lists["tags forms"]), None)
    if verb is None or verb == 0:
        return False
    return verb + 1 == len(words) or words[verb + 1].rstrip(",") in lists["tags before"]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(resources.files(__package__).joinpath("abbreviations.txt").read_text("utf-8").split())


def _cut(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        at = content.rfind(" ", start, start + LONGEST_SENTENCE)
        at = at if at > start else start + LONGEST_SENTENCE
        yield start, at
        start = at
    if start < end:
        yield start, end


def _sentence(content: str, start: int, end: int, paragraph: int) -> Sentence:
    while start < end and (content[start].isspace() or content[start] in _DASHES):
        start += 1
    unread = (
        match.span() for pattern in (_BRACKETS, _CITATION, _JUNIOR) for match in pattern.finditer(content, start, end)
    )
    hidden = {at for span in unread for at in range(*span)}
    put_in: dict[int, str] = {}
    for pattern, words in ((_WITHHELD, _FOR_WITHHELD), (_WITHHELD_NAME, FOR_WITHHELD_NAME)):
        for match in pattern.finditer(content, start, end):
            hidden |= {*range(*match.span())}
            put_in |= _in_place_of(match, words)
    if not hidden:
        return Sentence(start, end, _SPACE.sub(" ", content[start:end]), tuple(range(start, end)), paragraph)
    kept = [at for at in range(start, end) if at in put_in or at not in hidden]
    read = "".join(put_in.get(at, " " if content[at].isspace() else content[at]) for at in kept)
    return Sentence(start, end, read, tuple(kept), paragraph)


def _in_place_of(withheld: re.Match[str], words: str) -> dict[int, str]:
    """ "Told him [1 line not declassified]": the letters that stand for a bracket, from its first place to its last."""
    first, last = withheld.span()
    places = [*range(first, first + len(words) - 1), last - 1]
    return dict(zip(places, words, strict=True))
