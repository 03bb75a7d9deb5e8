"""References to correspondence by a day that is told, not printed: "Orlov's letters on that day to both Venn and Brun".

Others are "your telegram of yesterday", "a message of the same date".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fonds.diplomatics.cited import Cited, Standpoint
from fonds.diplomatics.language import DATE_WORDS, REFERENCE_WORDS, either
from fonds.diplomatics.told_days import find_told_days
from fonds.record import Cites

_KINDS = {word: kind for kind, words in REFERENCE_WORDS.dated.items() for word in words}
_OWN = REFERENCE_WORDS.owners
_WORDS = REFERENCE_WORDS.told
SIGNS = (*DATE_WORDS.same["day"], *DATE_WORDS.relative)
"""The words of every told day."""
_BY = re.compile(rf"\b(?:{either([*_WORDS['before'], *_WORDS['doubtful']])})\s$")
_TOLD = re.compile(
    rf"(?<=\s)(?:{either(_WORDS['before'])}|(?P<doubtful>{either(_WORDS['doubtful'])}))\s(?P<day>{either(SIGNS)})(?!\w)"
)
_PRONOUNS = [form for word in (*_OWN["reader"], *_OWN["writer"], *_OWN["others"]) for form in (word, word.capitalize())]
_CAPITAL = r"[A-Z][\w-]*"
_BEFORE = re.compile(
    rf"(?:\b(?P<owner>{either(_PRONOUNS)}|{_CAPITAL}(?:\.?\s{_CAPITAL}){{0,3}}(?:[’']s|(?<=s)[’']))"
    rf"\s(?:[a-z]+\s)?)?\b(?P<word>(?i:{either(_KINDS)}))s?\s$"
)
_NAME = rf"(?:the\s)?{_CAPITAL}(?:\.?\s{_CAPITAL}){{0,4}}"
_BOTH = re.compile(
    rf"\s(?:{either(_WORDS['both'])})\s(?P<first>{_NAME})(?:\s\([^()]{{1,200}}\))?,?\s"
    rf"(?:{either(_WORDS['and'])})\s(?P<second>{_NAME})"
)
_REACH = 80


def find_told_references(text: str, standpoint: Standpoint, signs: Iterable[tuple[int, int]]) -> Iterator[Cited]:
    """The correspondence that a passage cites by a told day, in order; what was written to two is cited twice.

    `signs` are all places of `SIGNS` in the text, by their ends. Without one day of the standpoint nothing is found,
    nor by "on that day" without an owner: it may then have come.
    """
    if not standpoint.day or not standpoint.is_of_one_day:
        return
    for told in _told(text, signs):
        before = _BEFORE.search(text[max(0, told.start() - _REACH) : told.start()])
        if before is None or (told["doubtful"] and not before["owner"]):
            continue
        day = _day(text, told, standpoint.day)
        if day is None:
            continue
        cites = Cites(kind=_KINDS[before["word"].casefold()], sender=_sender(before["owner"], standpoint), date=day)
        start = max(0, told.start() - _REACH) + before.start()
        both = _BOTH.match(text, told.end())
        yield Cited(start, both.end("first") if both else told.end(), cites, 0.8)
        if both:
            yield Cited(both.start("second"), both.end("second"), cites, 0.8)


def _told(text: str, signs: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The days that are told with a word before them: "of yesterday"."""
    for start, _ in signs:
        by = _BY.search(text, max(0, start - _REACH), start)
        if by and (told := _TOLD.match(text, by.start())):
            yield told


def _day(text: str, told: re.Match[str], written: str) -> str | None:
    """The day told, by what is told before it in its paragraph."""
    begin = text.rfind("\n\n", 0, told.start()) + 1
    days = find_told_days(text[begin : told.end()], written)
    found = next((each.date.edtf for each in days if begin + each.end > told.start("day")), None)
    return found if found and len(found) == len("1962-10-28") else None


def _sender(owner: str | None, standpoint: Standpoint) -> str | None:
    """Whom "your", "my" or "Orlov's" means; None for "his", which the words around would tell."""
    word = (owner or "").casefold()
    if word in _OWN["reader"]:
        return standpoint.reader
    if word in _OWN["writer"]:
        return standpoint.writer
    if not owner or word in _OWN["others"]:
        return None
    return owner.removesuffix("s").rstrip("’'")
