"""Who wrote to whom, in place of a title that says no more.

Chicago cites letters so, both in archives (17th edition, 14.229) and in collections (14.111): "Burton to Merriam,
January 26, 1923, telegram, …". The titles that archives and editors give to letters would say it a second time.
"""

from __future__ import annotations

import re
from typing import Any

from fonds.record import Record

_JOINING = frozenset({"from", "to", "the", "by", "and"})
_CAPITALISED = re.compile(r"(?<= )(From|With|By)(?= )")


def as_letter(item: dict[str, Any], record: Record, *, in_english: bool) -> dict[str, Any] | None:
    """The CSL item of a letter without its title; None where the title says more, or not who wrote to whom.

    An edition's own words for sender and receiver are kept, in a style that is `in_english` as they are.
    """
    if "author" not in item or "recipient" not in item:
        return None
    if record.edition:
        return _printed(item) if in_english else None
    return _kept(item) if _says_no_more(record) else None


def _kept(item: dict[str, Any]) -> dict[str, Any]:
    genre = item.get("genre")
    letter = _without(item, "title", "genre", "issued", "number", "note")
    dated = {"event-date": item["issued"]} if "issued" in item else {}
    return {**letter, **dated, **({"medium": genre} if genre and genre != "letter" else {})}


def _printed(item: dict[str, Any]) -> dict[str, Any] | None:
    """ "Telegram from the Legation" to "the Foreign Office", as the heading has it."""
    heading, to, receiver = item["title"].rpartition(" to ")
    named = any(name["literal"].casefold().removeprefix("the ") in receiver.casefold() for name in item["recipient"])
    if not to or not named or not _is_sent(heading, item.get("genre", "")):
        return None
    left_out = ("title", "genre", "number", "note", "page", "archive", "archive_location", "archive-place")
    return {
        **_without(item, *left_out, "original-date"),
        "type": "personal_communication",
        "author": [{"literal": _CAPITALISED.sub(lambda word: word[0].lower(), heading)}],
        "recipient": [{"literal": receiver}],
        **({"event-date": item["original-date"]} if "original-date" in item else {}),
    }


def _is_sent(heading: str, kind: str) -> bool:
    """Whether a heading opens with its kind, a number perhaps, and "from"."""
    return bool(kind and re.match(rf"{re.escape(kind)}(?: [\w-]+)? from ", heading, re.IGNORECASE))


def _says_no_more(record: Record) -> bool:
    title = record.title.casefold()
    for words in (record.kind, *record.names("from"), *record.names("to")):
        if words and words.casefold() not in title:
            return False
        title = title.replace(words.casefold(), " ", 1) if words else title
    return set(re.findall(r"\w+", title)) <= _JOINING


def _without(item: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in keys}
