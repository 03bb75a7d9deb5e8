"""Security markings: classification, and how a document was to be handled. The words are in `marking.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from msgspec import Struct

_WORDS: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("marking.toml").read_text("utf-8"))
_PRINTED = {word.casefold(): word for words in _WORDS.values() for word in words}


def _either(words: list[str]) -> str:
    """The words as they are printed and in capitals, never in lower case: "secret talks" are no marking."""
    return "|".join(re.escape(form) for word in words for form in (word, word.title(), word.upper()))


_CLASSIFICATION = re.compile(rf"(?<![\w-])({_either(_WORDS['classification'])})(?![\w’'-])")
_MARKING = re.compile(rf"(?:^|[.\]\[;]\s*)({_either(_WORDS['classification'])})(?=\s*(?:[.;,\]]|$))")
_HANDLING = re.compile(rf"\s*[;,]?\s*({_either(sorted(_WORDS['handling'], key=len, reverse=True))})(?![\w-])")
_LONGEST_PHRASE = 40
_LINE = re.compile(
    rf"({'|'.join(re.escape(word) for word in _WORDS['classification'])})(?=$|[\s;,.]|[A-Z])", re.IGNORECASE
)
_LINE_HANDLING = re.compile(
    rf"[\s;,.]*(?:us\s+)?({'|'.join(map(re.escape, sorted(_WORDS['handling'], key=len, reverse=True)))})(?=$|[\s;,.])",
    re.IGNORECASE,
)
_REST_OF_LINE = re.compile(r"[\s;,.]*(?:(?:Document |Issue |Copy )?(?:No\. )?[A-Z]*[\w –-]*\d[\w /–-]*)?\.?")
_LONGEST_LINE = 70


class Markings(Struct, frozen=True):
    """How a document is marked. `start` and `end`: where the words stand in the text that was asked."""

    classification: str | None = None
    handling: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def find_markings(text: str) -> Markings:
    """The first classification in `text`, and the handling that follows it ("Secret; Niact; Eyes Only.").

    "No classification marking" is a classification: the edition says that it looked. Empty Markings without one.
    A marking that is a sentence or clause of its own wins over the same words in a name ("Secretary", "Secret Files").
    """
    match = _MARKING.search(text) or _CLASSIFICATION.search(text)
    if match is None:
        return Markings()
    handling, end = _handling(text, match.end())
    return Markings(_PRINTED[match[1].casefold()], handling, match.start(1), end)


def _handling(text: str, end: int) -> tuple[tuple[str, ...], int]:
    if text[end : end + 1] == ";":
        stop = min((place for mark in (". ", ".]", "]") if (place := text.find(mark, end)) > 0), default=len(text))
        phrases = [phrase.strip(" .") for phrase in text[end + 1 : stop].split(";")]
        handling = [_PRINTED.get(phrase.casefold(), phrase) for phrase in phrases if 0 < len(phrase) <= _LONGEST_PHRASE]
        return tuple(handling), stop
    found = []
    while match := _HANDLING.match(text, end):
        found.append(_PRINTED[match[1].casefold()])
        end = match.end()
    return tuple(found), end


def read_marking_lines(paragraphs: Iterable[str]) -> Markings:
    """The markings in lines of their own: the first classification, all handling; empty without such lines."""
    lines = (line.strip() for paragraph in paragraphs for line in paragraph.split("\n"))
    found = [markings for line in lines if (markings := parse_marking_line(line))]
    classification = next((each.classification for each in found if each.classification), None)
    return Markings(classification, tuple(word for each in found for word in each.handling))


def parse_marking_line(line: str) -> Markings | None:
    """The markings of a line that is nothing but them: "secret us urgent", "Top SecretEyes Only", "niact".

    Volumes up to 1954 set such lines in small capitals under the dateline, often run together with the handling or
    the number of the paper. None for any other line.
    """
    if len(line) > _LONGEST_LINE:
        return None
    match = _LINE.match(line)
    handling, end = [], match.end() if match else 0
    while more := _LINE_HANDLING.match(line, end):
        handling.append(_PRINTED[more[1].casefold()])
        end = more.end()
    if end == 0 or not _REST_OF_LINE.fullmatch(line, end):
        return None
    return Markings(_PRINTED[match[1].casefold()] if match else None, tuple(handling), 0, end)
