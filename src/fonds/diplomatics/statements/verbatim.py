"""Stretches of a text that give somebody's words in full: "Begin text … End text", paragraphs headed by a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from fonds.diplomatics.statements.passages import paragraphs
from fonds.diplomatics.statements.short_names import is_initials
from fonds.diplomatics.statements.words import country_words, plain, words_of
from fonds.record import Text

_GIVEN = r"(?:verbatim )?(?:text|quotation|message|summary)"
_MARKS = (
    (
        re.compile(rf"\b(?:Begin (?i:{_GIVEN})|Verbatim text)\b[.:]?\s*"),
        re.compile(rf"\bEnd {_GIVEN}\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:Begin (?i:quote)|Quote)\b[.:]?\s*"),
        re.compile(r"\b(?:End quote|Unquote)\b", re.IGNORECASE),
    ),
)
"""With what words that are given in full begin and end."""
_LABEL = re.compile(
    r"((?:(?:Mr|Mrs|Dr|Gen|Amb|Adm)\. )?[A-Z][\w’'-]+(?: (?:of |the )*[A-Z][\w’'.-]+){0,4}|[A-Z])"
    r"(?: \([^)\n]{1,40}\))?:\s"
)
_LEAST_LABELS = 3
_LEAST_SHARE = 3
"""A text of which every third paragraph or more is headed by a speaker is a transcript."""


class Verbatim(Struct, frozen=True):
    """From where to where the words are given, and whose they are; None where the text before them tells it."""

    start: int
    end: int
    speaker: str | None


def verbatim(text: Text) -> list[Verbatim]:
    """The stretches of a text that give somebody's words in full, in order."""
    return sorted([*_transmitted(text.content), *_labelled(text)], key=lambda one: one.start)


def _transmitted(content: str) -> Iterator[Verbatim]:
    """What stands between "Begin text" and "End text"; "Verbatim text" may only stand for the first at the head."""
    for opening, closing in _MARKS:
        at = 0
        while (first := opening.search(content, at)) and (end := closing.search(content, first.end())):
            begin = [*opening.finditer(content, first.start(), end.start())][-1]
            yield Verbatim(begin.end(), end.start(), None)
            at = end.end()


def _labelled(text: Text) -> list[Verbatim]:
    """Paragraphs that begin with the speaker and a colon, where there are several of them; in a text that consists of
    them also those without one, up to the next, which go on with what he says."""
    said = [_of_paragraph(text.content, start, end) for start, end in paragraphs(text)]
    places = [at for at, one in enumerate(said) if one.speaker is not None]
    if len(places) < _LEAST_LABELS or len({said[at].speaker for at in places}) < 2:
        return []
    first, last = places[0], places[-1]
    if len(places) * _LEAST_SHARE < last - first + 1:
        return [said[at] for at in places]
    found: list[Verbatim] = []
    for one in said[first : last + 1]:
        is_aside = text.content[one.start] in "[("
        speaker = one.speaker or (found[-1].speaker if found and not is_aside else None)
        if speaker is not None:
            found.append(Verbatim(one.start, one.end, speaker))
    return found


def _of_paragraph(content: str, start: int, end: int) -> Verbatim:
    """A paragraph with the speaker whom it names, from his words on."""
    match = _LABEL.match(content, start, end)
    if match is None or not _is_speaker(match[1]):
        return Verbatim(start, end, None)
    return Verbatim(match.end(), end, match[1])


def _is_speaker(label: str) -> bool:
    if is_initials(label):
        return True
    words = {plain(word) for word in label.split()}
    last = plain(label.rsplit(maxsplit=1)[-1])
    return bool(words & (words_of("honorifics") | words_of("persons"))) or (
        len(words) == 1 and last not in words_of("labels") | country_words()
    )
