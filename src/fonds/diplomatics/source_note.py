"""The note that says where a document's original lies, how it is marked, who drafted it and where it went."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.diplomatics.kinds import find_kind
from fonds.diplomatics.languages import find_languages
from fonds.diplomatics.marking import find_markings
from fonds.diplomatics.noted_acts import find_acts
from fonds.diplomatics.noted_steps import find_steps
from fonds.record import Holding, Party, TransmissionStep

_LEAD = re.compile(r"^\[?\s*Source:\s*", re.IGNORECASE)
_FILE_NUMBER = re.compile(
    r"^\[?((?:File (?:No\. ?)?)?[\w.()&/ –-]*\d[\w.]*(?: [A-Z][\w.]*){0,3}(?: ?\([\w .]+\))?/[\w.–-]*\d[\w–-]*"
    r"|[\d.]{3,}[\w.()–-]*)(?::\s*([A-Z][\w ]+?))?\.?\]?$"
)
_LONGEST_FILE_NUMBER = 80
_ARCHIVE_LINE = re.compile(
    r"(?!(?:See|Not|No|In|For|The|A|Copy|Copies|Text|Reference)\b)[A-Z][\w’'./&() –-]*"
    r"(?:,? [Ll]ot (?:[Ff]ile )?(?:No\. )?M?[–-]?\d[\w –-]*|(?:[Ff]iles|[Pp]apers|Library|Archives),|:(?= [Ll]ot )).*"
)
_LONGEST_ARCHIVE_LINE = 120
_DECIMAL_FILE = re.compile(r"\b\d{3}[\w.() –-]{0,30}/\s?(\d{1,2})\s?[–-]\s?(\d{1,2})(\d\d)\b")
_DECIMAL_FILES_FROM = 10
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|No|Mr|Mrs|Dr|Jr|Sr|St|pp?|Vols?|vols?|Gen|Amb|Docs?|Pol)$")
_STOP = re.compile(r"\.\s+(?=[A-Z“\[(])")

_TRANSLATED = re.compile(
    r"\b(?:source text (?:is|was|indicates (?:that )?(?:it|this) is)"
    r" an? (?:[“\"]?[\w’'-]+[”\"]? ){0,5}?[“\"]?translation"
    r"|this [“\"]?(?:[\w-]+ )?translation|(?:un)?official translation(?=[.;]))",
    re.IGNORECASE,
)
_ORIGINAL_LANGUAGE = re.compile(
    r"\btranslation[”\"]? (?:from|of) (?:the |an? )?(?:original )?([A-Z][a-z]+)\b|\bthe ([A-Z][a-z]+)-language text\b"
    r"|\b(?:original|signed) (?:text )?(?:is )?in ([A-Z][a-z]+)\b",
    re.IGNORECASE,
)


class SourceNote(Struct, frozen=True):
    """What a source note tells. `kind`: of bare notes such as "611.94/1–655: Telegram", which name it.

    `translated`: the text printed is a translation; `language` is then that of the original, where the note tells it.
    """

    holding: Holding | None = None
    classification: str | None = None
    handling: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    transmission: tuple[TransmissionStep, ...] = ()
    kind: str | None = None
    translated: bool = False
    language: str | None = None


def is_source_note(text: str) -> bool:
    """Whether a note is one that `parse_source_note` reads: "Source: …", or a bare file number."""
    return bool(_LEAD.match(text)) or _file_number(text.strip()) is not None


def parse_archive_line(line: str) -> Holding | None:
    """Where the paper lies, by the line that older volumes print over it: "S/S files, lot 63 D 351, NSC 68 Series"."""
    words = " ".join(line.split()).rstrip(".")
    is_one = len(words) <= _LONGEST_ARCHIVE_LINE and ". " not in words and _ARCHIVE_LINE.fullmatch(words)
    return Holding(None, words) if is_one else None


def parse_source_note(text: str) -> SourceNote:
    """A source note of the edition *Foreign Relations of the United States* in its parts.

    "Source: Department of State, Central Files, 611.94/1–655. Secret; Niact. Drafted by X; approved by Y. Repeated
    to Bonn. Received at 8:23 a.m.", or the older bare file number "890.20/3–2949: Telegram", whose repository the
    note does not name. Parts that it lacks are None or empty.
    """
    words = " ".join(text.split())
    if bare := _file_number(words):
        return SourceNote(Holding(None, bare[1].strip()), kind=find_kind(bare[2] or ""))
    lead = _LEAD.match(words)
    words = words[lead.end() :] if lead else words
    markings = find_markings(words)
    translated = "ranslation" in words and bool(_TRANSLATED.search(words))
    return SourceNote(
        holding=_holding(words, markings.start if markings.classification else None) if lead else None,
        classification=markings.classification,
        handling=markings.handling,
        parties=tuple(find_acts(words)),
        transmission=tuple(find_steps(words)),
        translated=translated,
        language=next(iter(find_languages(_original_language(words))), None) if translated else None,
    )


def _original_language(words: str) -> str:
    named = _ORIGINAL_LANGUAGE.search(words)
    return next(filter(None, named.groups()), "") if named else ""


def file_year(text: str) -> int | None:
    """The year in a decimal file number of the United States Department of State: 1958 in "611.94/7–1758".

    Those files, kept from 1910 to 1963, number a paper by its month, day and year. None without such a number.
    """
    for match in _DECIMAL_FILE.finditer(text):
        month, day, year = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31 and year >= _DECIMAL_FILES_FROM:
            return 1900 + year
    return None


def _file_number(words: str) -> re.Match[str] | None:
    return _FILE_NUMBER.match(words) if len(words) <= _LONGEST_FILE_NUMBER else None


def _holding(words: str, marking: int | None) -> Holding | None:
    """The words up to the marking, or the first sentence where nothing is marked."""
    ends = (
        stop.start()
        for stop in _STOP.finditer(words)
        if not _ABBREVIATED.search(words[max(0, stop.start() - 8) : stop.start()])
    )
    sentence = next(ends, len(words))
    stop = sentence if marking is None else min(sentence, marking)
    repository, _, reference = words[:stop].strip(" .]").partition(", ")
    return Holding(repository, reference or None) if repository else None
