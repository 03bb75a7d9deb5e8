"""References to correspondence by its number, or by its day.

"telegram 1115 from Moscow, October 28", "Tosec 12", "despatch 45", "your letter of October 27", "Orlov's May 3 note".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from fonds.diplomatics.cited import Cited, Standpoint
from fonds.diplomatics.cited_days import DAY, DAYS, MONTH, find_days
from fonds.diplomatics.language import DATE_WORDS, REFERENCE_WORDS, either
from fonds.record import Cites

_NUMBERED = {word: kind for kind, words in REFERENCE_WORDS.numbered.items() for word in words}
_DATED = {word: kind for kind, words in REFERENCE_WORDS.dated.items() for word in words}
_SENDERS = {word: sender for sender, words in REFERENCE_WORDS.senders.items() for word in words}
_OWN = REFERENCE_WORDS.owners
_WORDS = sorted({*_NUMBERED, *_DATED})

SIGNS = (*_WORDS, *(word[0].upper() + word[1:] for word in _WORDS))
"""What every reference begins with: only there is one looked for."""
_WORD = re.compile(rf"(?<![\w’'-])(?P<word>{either(SIGNS)})s?(?=[\s,])")
_MONTH_NAMES = [name.capitalize() for names in DATE_WORDS.months for name in names]
_SERIAL = r"(?:[A-Z]{1,3}\s?[-–])?\d{1,6}(?:/\d{1,3})?(?![\w/:]|\s?[ap]\.?\s?m\.)"
_SERIALS = re.compile(
    rf"\s(?:[Nn]os?\.\s?)?({_SERIAL}(?!\s{MONTH})(?:(?:,\s(?:and\s)?|\s(?:and|through|or)\s|\s?[-–]\s?){_SERIAL}(?!\s{MONTH}))*)"
)
_ONE_SERIAL = re.compile(_SERIAL)
_CAPITAL = rf"(?!{MONTH})[A-Z][\w’'-]*"
_LINK = r"(?:(?:of|for|de|von|van|in|at)\s(?:the\s)?|and\sthe\s)?"
_NAME = rf"(?:the\s)?{_CAPITAL}(?:\.?\s{_LINK}{_CAPITAL}){{0,8}}"
_TAIL = re.compile(rf",?\s(?:(?:from|by)\s(?P<sender>{_NAME})|to\s(?P<to>{_NAME})|(?:(?:of|dated)\s)?(?P<days>{DAYS}))")
_NOT_BEFORE_NAME = (
    r"(?!(?:Reference|References|Ref|Re|See|In|For|On|From|The|To|With|By|At|Of|Regarding|Your|My|Our)\b)"
)
_OWNER = rf"(?P<owner>[Yy]our|[Mm]y|[Oo]ur|{_NOT_BEFORE_NAME}{_CAPITAL}(?:\.?\s{_CAPITAL}){{0,3}}(?:[’']s|(?<=s)[’']))"
_OFFICES = ("Department", "Embassy", "Legation", "Consulate", "Consulate General", "Mission", "Dept", "Depts")
_OFFICE = rf"(?P<office>{either(_OFFICES)})"
_BEFORE_NUMBER = re.compile(rf"\b(?:{_OWNER}|{_OFFICE})\s$")
_BEFORE_DAY = re.compile(
    rf"(?:\b{_OWNER}\s(?:[a-z]+\s)?)?\b(?P<days>{DAY})\s$|\b{_OWNER.replace('owner', 'owner2')}\s$"
)
_OWNER_ENDS = ("our", "Our", "my", "My", "’s", "'s", "s’", "s'")
_ENDS_BEFORE_NUMBER = (*_OWNER_ENDS, *_OFFICES)
"""How whatever `_BEFORE_NUMBER` finds ends, but for the blank after it: without one it need not be looked for."""
_ENDS_BEFORE_DAY = (
    *"0123456789", "st", "nd", "rd", "th", *_OWNER_ENDS,
    *(f"{name}{stop}" for name in _MONTH_NAMES for stop in ("", ".")),
)  # fmt: skip
"""The same of `_BEFORE_DAY`."""
_REACH = 70
_TAILS = 3
_MORE_SERIALS = re.compile(rf"(?:,\s(?:and\s)?|\sand\s)({_SERIAL})(?=\s(?:to|from)\s[A-Z])")
_PARAGRAPH_START = re.compile(r"(?:\A|\n\n)(?:\d+\.\s)?\Z")
_STEMS = {
    f" {word}"[-4:]
    for singular in [*_NUMBERED, *(word.capitalize() for word in _NUMBERED), *_MONTH_NAMES]
    for word in (singular, f"{singular}s", f"{singular}.")
} | {" No.", "Nos.", " no.", "nos."}
_BEFORE_FIGURES = re.escape("".join(sorted({stem[-1] for stem in _STEMS})))
# Each look behind or ahead is begun by a cheaper one, that fails at most figures.
_LIKELY = re.compile(
    rf"\d(?:(?<=[{_BEFORE_FIGURES}] \d)(?<=(?:{'|'.join(map(re.escape, sorted(_STEMS)))}) \d)"
    r"|(?<=[-–]\d)(?:(?<= [A-Z][-–]\d)|(?<= [A-Z][A-Z][-–]\d))"
    rf"|(?=\d?(?:st|nd|rd|th)?\s[A-Z])(?=\d?(?:st|nd|rd|th)?\s{MONTH}))"
)


def find_correspondence(text: str, standpoint: Standpoint, signs: Iterable[tuple[int, int]]) -> Iterator[Cited]:
    """The correspondence that a passage cites, in order. What has neither number nor day cites nothing certain.

    `signs` are all places of `SIGNS` in the text.
    """
    end = 0
    for start, stop in _longest(signs):
        match = _WORD.match(text, start) if start >= end else None
        # Neither a number nor a day is a reference without figures nearby, and those are quickly looked for.
        if match is None or not _LIKELY.search(text, max(0, stop - _REACH), start + _REACH + 1):
            continue
        for cited in _numbered(text, match, standpoint) or _dated(text, match, standpoint):
            if cited.start >= end:
                end = cited.end
                yield cited


def _longest(signs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Signs without those that lie within others: of "circular telegram" not "telegram"."""
    reached = 0
    for start, stop in sorted(signs, key=lambda sign: (sign[0], -sign[1])):
        if start >= reached:
            reached = stop
            yield start, stop


class _Tail:
    """What follows the words "telegram 45" or "letter": from whom, to whom, of which days."""

    def __init__(self, text: str, start: int) -> None:
        self.end = start
        self.sender: str | None = None
        self.days = ""
        seen: set[str] = set()
        for _ in range(_TAILS):
            part = _TAIL.match(text, self.end)
            if part is None or part.lastgroup in seen:
                break
            seen.add(part.lastgroup or "")
            self.end = part.end()
            self.sender = self.sender or part["sender"]
            self.days = self.days or part["days"] or ""


def _numbered(text: str, match: re.Match[str], standpoint: Standpoint) -> list[Cited]:
    word = match["word"].casefold()
    numbers = _SERIALS.match(text, match.end()) if word in _NUMBERED else None
    if numbers is None or _is_own(text, match, numbers.end()):
        return []
    before = _before(text, match, _BEFORE_NUMBER, _ENDS_BEFORE_NUMBER)
    owner = _sender(word, before, standpoint)
    found = _series(text, _NUMBERED[word], numbers, owner, standpoint)
    start = before.start() if before else match.start()
    found[0] = msgspec.structs.replace(found[0], start=start)
    while numbers := _MORE_SERIALS.match(text, found[-1].end):
        found += _series(text, _NUMBERED[word], numbers, owner, standpoint)
    return found


def _before(text: str, match: re.Match[str], pattern: re.Pattern[str], ends: tuple[str, ...]) -> re.Match[str] | None:
    """What stands right before the word and is of a pattern, all of whose matches have one of these ends."""
    if not text.endswith(ends, 0, max(0, match.start() - 1)):
        return None
    return pattern.search(text, max(0, match.start() - _REACH), match.start())


def _series(text: str, kind: str, numbers: re.Match[str], owner: str | None, standpoint: Standpoint) -> list[Cited]:
    """The documents of a list of numbers and what follows it: "95 and 103 from Paris, August 6 and 11"."""
    serials = list(_ONE_SERIAL.finditer(text, numbers.start(1), numbers.end(1)))
    tail = _Tail(text, numbers.end())
    days = find_days(tail.days, standpoint.day, editorial=standpoint.editorial)
    if len(days) != len(serials):
        days = days * len(serials) if len(days) == 1 else [None] * len(serials)
    ends = [serial.end() for serial in serials[:-1]] + [tail.end]
    return [
        Cited(serial.start(), end, Cites(kind=kind, number=_plain(serial[0]), sender=tail.sender or owner, date=day))
        for serial, end, day in zip(serials, ends, days, strict=True)
    ]


def _is_own(text: str, match: re.Match[str], end: int) -> bool:
    """Whether it is the number that the document itself bears, as its first words: "Polto 2449. For Finletter"."""
    return (
        text[end : end + 1] == "."
        and _PARAGRAPH_START.search(text, max(0, match.start() - 12), match.start()) is not None
    )


def _sender(word: str, before: re.Match[str] | None, standpoint: Standpoint) -> str | None:
    if word in _OWN["writers"]:
        return standpoint.writer
    if word in _OWN["readers"]:
        return standpoint.reader
    if before is None:
        return _SENDERS.get(word)
    return before["office"] or _owner(before["owner"], standpoint)


def _owner(words: str, standpoint: Standpoint) -> str | None:
    """Whom "your", "my" or "Orlov's" means."""
    if words.casefold() in _OWN["reader"]:
        return standpoint.reader
    if words.casefold() in _OWN["writer"]:
        return standpoint.writer
    return words.removesuffix("s").rstrip("’'")


def _dated(text: str, match: re.Match[str], standpoint: Standpoint) -> list[Cited]:
    word = match["word"].casefold()
    if word not in _DATED or match.end() > match.end("word"):
        return []
    tail = _Tail(text, match.end())
    before = _before(text, match, _BEFORE_DAY, _ENDS_BEFORE_DAY)
    words = tail.days or (before["days"] if before else None) or ""
    days = find_days(words, standpoint.day, editorial=standpoint.editorial)
    if len(days) != 1 or days[0] is None:
        return []
    owner = (before["owner"] or before["owner2"]) if before else None
    sender = tail.sender or (_owner(owner, standpoint) if owner else None)
    start = before.start() if before else match.start()
    return [Cited(start, tail.end, Cites(kind=_DATED[word], sender=sender, date=days[0]), 0.9)]


def _plain(serial: str) -> str:
    """ "A – 123" and "A-123" are one number."""
    return re.sub(r"\s?[-–]\s?", "-", serial)
