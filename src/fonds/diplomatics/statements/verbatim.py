"""Stretches of a text that give somebody's words in full: "Begin text … End text", paragraphs headed by a speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from fonds.diplomatics.statements.passages import paragraphs
from fonds.diplomatics.statements.words import plain, words_of
from fonds.record import Text

_BEGIN = re.compile(r"\b(?:Begin (?:verbatim )?(?:text|quote|quotation|message|summary)|Verbatim text|Quote)\b[.:]?\s*")
_END = re.compile(r"\b(?:End (?:verbatim )?(?:text|quote|quotation|message|summary)|Unquote)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"((?:(?:Mr|Mrs|Dr|Gen|Amb|Adm)\. )?[A-Z][\w’'-]+(?: (?:of |the )*[A-Z][\w’'.-]+){0,4})(?: \([^)\n]{1,40}\))?:\s"
)
_LEAST_LABELS = 3


class Verbatim(Struct, frozen=True):
    """From where to where the words are given, and whose they are; None where the text before them tells it."""

    start: int
    end: int
    speaker: str | None


def verbatim(text: Text) -> list[Verbatim]:
    """The stretches of a text that give somebody's words in full, in order."""
    return sorted([*_transmitted(text.content), *_labelled(text)], key=lambda one: one.start)


def _transmitted(content: str) -> Iterator[Verbatim]:
    at = 0
    while begin := _BEGIN.search(content, at):
        end = _END.search(content, begin.end())
        if end is None:
            return
        yield Verbatim(begin.end(), end.start(), None)
        at = end.end()


def _labelled(text: Text) -> list[Verbatim]:
    """Paragraphs that begin with the speaker and a colon, where there are several of them."""
    found = [
        Verbatim(match.end(), end, match[1])
        for start, end in paragraphs(text)
        if (match := _LABEL.match(text.content, start, end)) and _is_speaker(match[1])
    ]
    labels = Counter(one.speaker for one in found)
    return found if len(found) >= _LEAST_LABELS and len(labels) > 1 else []


def _is_speaker(label: str) -> bool:
    words = {plain(word) for word in label.split()}
    last = plain(label.rsplit(maxsplit=1)[-1])
    return bool(words & (words_of("honorifics") | words_of("persons"))) or (
        len(words) == 1 and last not in words_of("labels")
    )
