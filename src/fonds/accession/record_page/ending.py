"""A text's own dateline and signature, read off its first and last paragraphs."""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from fonds.accession.record_page.lexicon import WORDS, is_only_date
from fonds.diplomatics.dates import parse_date, parse_date_of_any_language
from fonds.diplomatics.kinds import find_kind
from fonds.record import Block, Date, Text

_NUMERIC = r"\d{1,2}\s?[./-]\s?(?:[IVX]{1,4}|\d{1,2})\s?[./-]\s?(?:\d{4}|\d{2})"
_WORDED = (
    r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?,?\s+(?:de\s+)?\d{4}"
    r"|[^\W\d_]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_DATE = rf"(?P<date>{_NUMERIC}|{_WORDED})"
_DATELINE = re.compile(
    r"\W{0,3}(?:(?P<place>[^\W\d_][^\d:;\"|]{1,48}?)[,.]?\s+(?:the |on |le |den |am |el |a )?)?"
    rf"(?:{_DATE}|(?P<month>[A-Z][a-z]{{2,8}} \d{{4}}))(?:\s+(?:г\.?|year))?"
    r"(?:[,;.\s]+[^.;]{0,30}"
    r"(?:\d|noon|midnight|o['’]clock|[ap]\.\s?m\.?|hours)[^;]{0,20})?\W{0,3}"
)
_CUE = "|".join(map(re.escape, sorted(WORDS.signed, key=len, reverse=True)))
_SIGNED = re.compile(
    rf"\W{{0,2}}(?P<cue>{_CUE})(?:\s+by\b)?[\])):.,]*\s*",
    re.IGNORECASE,
)
_LEADING_DATE = re.compile(rf"{_DATE}(?:\s*г\b)?[\s,.;]+(?P<name>\S.*)", re.DOTALL)
_TRAILING_DATE = re.compile(rf"(?P<name>\S.*?)[\s,.;]+(?:on )?{_DATE}(?:\s*г\b)?[.\s]*", re.DOTALL)


class Signature(Struct, frozen=True):
    """Who signed, and when as far as the line says; `block` is its place among the text's blocks."""

    block: int
    name: str
    date: Date | None = None


class Dateline(Struct, frozen=True):
    """Where and when the text says that it was written."""

    block: int
    place: str | None
    date: Date | None


def find_dateline(text: Text, year: int | None) -> Dateline | None:
    """The dateline among the first eight blocks: a place and a date, or a date alone. None where there is none."""
    for index, block in enumerate(text.blocks[:8]):
        words = _words(text, block)
        match = _DATELINE.fullmatch(words) if len(words) <= 110 else None
        date = parse_date_of_any_language(words, year_hint=year) if match else None
        if match and date:
            return Dateline(index, _place(match["place"]), date)
    return None


def find_signatures(text: Text, senders: tuple[str, ...], year: int | None) -> tuple[Signature, ...]:
    """The signatures among the last five blocks, in their order; empty where there is none.

    A bare name counts at the very end only, or where it is a sender's.
    """
    found: list[Signature] = []
    at_end = True
    for index in range(len(text.blocks) - 1, max(0, len(text.blocks) - 6), -1):
        words = _words(text, text.blocks[index])
        signature = None
        if text.blocks[index].kind == "paragraph" and len(words) <= 160:
            signature = _signature(index, words, senders, year, at_end=at_end)
        if signature:
            found.append(signature)
        at_end = at_end and (signature is not None or is_only_date(words))
    return tuple(reversed(found))


def with_blocks(text: Text, dateline: Dateline | None, signatures: tuple[Signature, ...]) -> Text:
    """The text with the kinds of those blocks set."""
    blocks = list(text.blocks)
    if dateline:
        blocks[dateline.block] = msgspec.structs.replace(blocks[dateline.block], kind="dateline")
    for signature in signatures:
        blocks[signature.block] = msgspec.structs.replace(blocks[signature.block], kind="signature")
    return msgspec.structs.replace(text, blocks=tuple(blocks))


def _words(text: Text, block: Block) -> str:
    return text.content[block.start : block.end].strip()


def _place(words: str | None) -> str | None:
    """The place before a date, unless the words are no name."""
    place = (words or "").strip(" ,.")
    known = place and place[0].isupper() and len(place.split()) <= 5 and place.lower() not in {"date", "dated"}
    return place if known and find_kind(place) is None else None


def _signature(index: int, words: str, senders: tuple[str, ...], year: int | None, *, at_end: bool) -> Signature | None:
    cue = _SIGNED.match(words)
    rest = words[cue.end() :] if cue else words
    dated = _LEADING_DATE.fullmatch(rest) or _TRAILING_DATE.fullmatch(rest)
    name = (dated["name"] if dated else rest).split("\n")[0].strip(" ,;[]()_")
    if not _is_name(name):
        return None
    sender = any(name.split()[-1].strip(".,").casefold() == party.split()[-1].casefold() for party in senders)
    alone = at_end and ("," not in name or re.search(r"\b[A-Z]\.", name))
    if not (cue or dated or sender or alone):
        return None
    return Signature(index, name, parse_date(dated["date"], year_hint=year) if dated else None)


def _is_name(words: str) -> bool:
    tokens = words.replace(".", ". ").split()
    if not 1 <= len(tokens) <= 6 or any(char in words for char in ':;?!"|') or any(char.isdigit() for char in words):
        return False
    lower = [token.strip(".,()[]").lower() for token in tokens]
    if any(token in WORDS.not_names for token in lower) or (words.endswith(".") and len(tokens[-1]) > 3):
        return False
    return tokens[-1][0].isupper() and all(
        token[0].isupper() or name in WORDS.particles or not name for token, name in zip(tokens, lower, strict=True)
    )
