"""A document's heading read: number in the edition, kind, who wrote to whom, place and date."""

from __future__ import annotations

import re

from msgspec import Struct

from fonds.diplomatics.caption import parse_caption
from fonds.diplomatics.dateline import is_beside_date
from fonds.diplomatics.dates import FoundDate, find_dates, parse_date
from fonds.diplomatics.kinds import find_kind
from fonds.diplomatics.language import HEADING_WORDS, either
from fonds.diplomatics.place import is_weekday
from fonds.record import Date

_NUMBER = re.compile(r"\s*(?:\[(\d{1,4})\]|No\. ?(\d{1,4})\.?(?=\s?[A-Z“\[])|(\d{1,4})\.(?=\s?[A-Z“\[]))\s*")
_UNDATED_END = re.compile(r",\s+([Uu]ndated)\.?$")
_PLACE = re.compile(r"[A-Z][^\d()&]{1,40}")
_FROM = re.compile(r"\b[Ff]rom\s+")
_BY = re.compile(rf"^(?:Draft )?(?:{either(HEADING_WORDS.written_by)})s?,? by\s+", re.IGNORECASE)
_RECORDED_BY = re.compile(rf"\b(?:{either(HEADING_WORDS.recorded_by)}),? by (?:the )?(.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bBetween\s+", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:(?:{either(HEADING_WORDS.titles_of_senders)}) |[A-Z][\w.’'-]+ (?:(?:de|du|von|van|der|of) )*[A-Z])"
)
_TO = re.compile(r"(?:(?<=\))|[,;]? )to (?=the |The |[A-Z]|all |certain |each )")
_OFFICE_WITH_TO = re.compile(rf"\b(?:{either(HEADING_WORDS.offices_with_to)})$")
_JOINING = re.compile(r"\b(?:FROM|TO|THE|AND|BETWEEN|BY|OF|IN|AT)\b")
_AND = re.compile(r"(?<=\)),? and (?=(?:the |The |[A-Z]))|(?<=\)), (?=(?:the |The |[A-Z]))")
_ABOUT = re.compile(rf"\b(?:{either(HEADING_WORDS.not_before_recipients)})\b", re.IGNORECASE)
_EACH = re.compile(r",? and (?=the )|(?<=\)),? and |, (?=the )")
_TAIL = re.compile(r"(?:, (?:at|in|on|aboard|dated|signed) .*|, (?:undated|\[?enclosing).*|,? No\. ?\d.*)$")
_CAPTION = re.compile(r"^(\[[^\[\]]+\])\s*|\s*(\[[^\[\]]+\])$")


_OF_PROCEEDINGS = frozenset({"minutes", "diary", "transcript"})
"""Kinds out of which others are made: "Notes From the Minutes of the Council" were sent by nobody."""


class Heading(Struct, frozen=True):
    """What a heading tells. `number` is the document's place in its edition, not its own number.

    `recorders` wrote down what others said ("Memorandum of Conversation, by …"): they sent it to nobody.
    """

    number: str | None
    title: str
    kind: str | None = None
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    recorders: tuple[str, ...] = ()
    place: str | None = None
    date: Date | None = None


def parse_heading(text: str, *, year_hint: int | None = None) -> Heading:
    """A heading in its parts: "12. Telegram From the Embassy in X (Y) to the Department of State, X, May 1, 1957".

    Parties are named as printed, without the article; an office keeps its holder in brackets. What a heading does not
    tell is None or empty. A day without its year takes `year_hint`.
    """
    words = " ".join(text.split())
    number = _NUMBER.match(words)
    title = words[number.end() :] if number else words
    stem, place, date = _cut(_CAPTION.sub(_without_caption, title), year_hint)
    kind = find_kind(title)
    senders, recipients = _in_capitals(stem, kind) if stem.isupper() else _parties(stem, kind)
    recorded = _RECORDED_BY.search(stem) if not senders else None
    return Heading(
        number=next((group for group in number.groups() if group), None) if number else None,
        title=title,
        kind=kind,
        senders=senders,
        recipients=recipients,
        recorders=_names(recorded[1]) if recorded else (),
        place=place,
        date=date,
    )


def _without_caption(bracketed: re.Match[str]) -> str:
    """Words in brackets before or after the heading proper, if they are not a caption: "[Extract.]" is one."""
    return bracketed[0] if parse_caption(bracketed[1] or bracketed[2]) is None else ""


def _cut(title: str, year_hint: int | None) -> tuple[str, str | None, Date | None]:
    """What stands before the place and date at a title's end; the place; the date."""
    if undated := _UNDATED_END.search(title):
        stem, place = _cut_place(title[: undated.start()])
        return stem, place, parse_date(undated[1])
    found = _date_at_end(title, year_hint)
    if found is None:
        return title, None, None
    stem, place = _cut_place(title[: found.start].rstrip(" ,["))
    return stem, place, parse_date(title[found.start :], year_hint=year_hint)


def _date_at_end(title: str, year_hint: int | None) -> FoundDate | None:
    for found in find_dates(title, year_hint=year_hint):
        after_comma = title[: found.start].rstrip(" [").endswith(",")
        in_words = any(sign.isalpha() for sign in title[found.start : found.end])  # not "Files, 1961–62" nor "4/5/62"
        if after_comma and in_words and is_beside_date(title[found.end :]):
            return found
    return None


def _cut_place(stem: str) -> tuple[str, str | None]:
    """The last item before the date, or the last two where the title names nobody who wrote to anybody."""
    items = stem.split(", ")
    if is_weekday(items[-1]):
        items.pop()
    most = 1 if " to " in items[0] or " From " in items[0] else 2
    count = 0
    while count < min(most, len(items) - 1) and _PLACE.fullmatch(items[-1 - count]):
        count += 1
    return ", ".join(items[: len(items) - count]), ", ".join(items[len(items) - count :]) or None


def _parties(stem: str, kind: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if between := _BETWEEN.search(stem):
        return _between(stem[between.end() :])
    start = _FROM.search(stem) or _BY.match(stem)
    if start is None and (kind is not None or not _BARE.match(stem)):
        return _addressed(stem) if kind else ((), ())
    sender, recipient = _split(stem[start.end() if start else 0 :])
    if (start is None and not recipient) or find_kind(sender) in _OF_PROCEEDINGS:
        return (), ()
    return _names(sender), _names(recipient)


def _in_capitals(stem: str, kind: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties of a heading that is set in capitals throughout, as typewritten ones are."""
    senders, recipients = _parties(_JOINING.sub(lambda joining: joining[0].lower(), stem), kind)
    return tuple(name.upper() for name in senders), tuple(name.upper() for name in recipients)


def _between(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first of those who spoke or wrote to one another as the sender, the others as recipients.

    So does *Foreign Relations of the United States* mark them: it is the first who called, received or wrote.
    """
    parts = _EACH.split(words)
    first, *others = parts if len(parts) > 1 else words.split(" and ", 1)
    return _names(first), tuple(name for part in others for name in _names(part))


def _addressed(stem: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties of "Letter to X" and "Report to the Council by the Secretary"."""
    match = _TO.search(stem)
    if match is None or _ABOUT.search(stem, 0, match.start()):
        return (), ()
    recipient, _, sender = stem[match.end() :].partition(" by ")
    return _names(sender), _names(recipient)


def _split(words: str) -> tuple[str, str]:
    """Sender and recipient: the "to" after an office's holder, else the first that belongs to no office's name."""
    places = list(_TO.finditer(words))
    if not places:
        return words, ""
    own = [match for match in places if not _OFFICE_WITH_TO.search(words[: match.start()])]
    held = [match for match in places if words[: match.start()].endswith((")", ") "))]
    chosen = (held or own or places)[0]
    return words[: chosen.start()], words[chosen.end() :]


def _names(words: str) -> tuple[str, ...]:
    parts = (_TAIL.sub("", part).strip(" ,.;") for part in _AND.split(words))
    return tuple(part[4:] if part[:4] in {"the ", "The "} else part for part in parts if part)
