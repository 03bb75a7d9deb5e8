"""Custody: how a copy came here, as the citation under a document tells it.

Such citations run: "Title", date, the publisher's digital archive, the repository that holds the original and its
reference; then, step by step, who obtained a copy, whom it was given to, where it is on file, who translated it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import msgspec
from msgspec import Struct

from fonds.record import CustodyStep, Holding


class _Lexicon(Struct, rename={"reference_words": "reference words"}):
    cues: dict[str, tuple[str, ...]]
    giving: tuple[str, ...]
    repositories: tuple[str, ...]
    publishers: tuple[str, ...]
    reference_words: tuple[str, ...]


_LEXICON = msgspec.json.decode(files("fonds.diplomatics").joinpath("custody.json").read_bytes(), type=_Lexicon)
_WHAT = {cue: what for what, cues in _LEXICON.cues.items() for cue in cues}
_VERB = "|".join(cue.replace(" ", r"\s+") for cue in sorted(_WHAT, key=len, reverse=True))
_CUE = re.compile(
    rf"\b(?P<verbs>(?:{_VERB})(?:\s*(?:,|and|,\s*and)\s+(?:{_VERB}))*)\.?"
    rf"(?:(?:\s+(?P<giver>to|for|from|into|as)\s+(?P<middle>(?:(?!\b(?:{_VERB})\b)[^;,]){{1,120}}?))?\s+by(?:\s+|(?=;|$))"
    r"|\s+(?P<preposition>to|at|in|of|with|from|through|via)\s+)",
    re.IGNORECASE,
)
_VERB_ONLY = re.compile(rf"\b(?:{_VERB})\b", re.IGNORECASE)
_ADDRESS = re.compile(r"<?\b(?P<address>(?:https?|ftp)://[^\s<>]+)>?")
_CLOSING = r"[,.]?[\"”»“]"
_QUOTED = re.compile(
    rf"^\s*[\"“«„](?P<title>.+?){_CLOSING}(?=\s*,?\s*(?:[^\"“”]{{0,40}}\d{{4}}|undated|n\.d\.|no date)|\s*$)[,.]?\s*",
    re.IGNORECASE,
)
_QUOTED_ALONE = re.compile(rf"^\s*[\"“«„](?P<title>.+?){_CLOSING}(?=\s*,|\s+[A-Z\d\[(])[,.]?\s*")
_YEAR = re.compile(r"\b\d{4}\b[?\])]*(?:\s*г\.)?|\b(?:undated|no date|n\.d\.|date unknown)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:Jr|Sr|Inc|Ltd|Co|et al|etc|No|vol|St))\.$")
_BEFORE_REFERENCE = re.compile(r"(\([A-Z]{2}[^()]*\)|^[A-Z]{2,6}(?:\s[A-Z]{2,6})*)\s+(?=\d|(?<=\)\s)[A-Z])")
_SHORT_PLACE = re.compile(r"(?:[A-Z]\.\s?){1,3}|[A-Z]{2}")


class Custody(Struct, frozen=True):
    """What a citation tells of a document's whereabouts. Nothing told: None and empty."""

    title: str | None = None
    date: str | None = None
    holding: Holding | None = None
    steps: tuple[CustodyStep, ...] = ()
    address: str | None = None


def read_custody(citation: str) -> Custody:
    """Read the holding and the steps of custody off a citation as printed.

    Words that no cue explains become a step `unparsed` whose `by` is the words, in their place in the order. The
    publisher (the digital archive that prints the document) comes last, as it came last.
    """
    address = _ADDRESS.search(citation)
    words = " ".join(_ADDRESS.sub("", citation).split())
    title, date, publisher, rest = _cut(words)
    clauses = [clause for part in rest.split(";") if (clause := _trimmed(part))]
    first = _CUE.search(clauses[0]) if clauses else None
    holding, held = (
        _read_holding(_trimmed(clauses[0][: first.start()] if first else clauses[0])) if clauses else (None, ())
    )
    steps = [*held]
    for index, clause in enumerate(clauses):
        steps.extend(_read_steps(clause, unexplained=index > 0))
    if publisher:
        steps.append(CustodyStep("published by", by=publisher))
    return Custody(title, date, holding, tuple(steps), address["address"].rstrip(".,;)") if address else None)


def _cut(words: str) -> tuple[str | None, str | None, str | None, str]:
    """Title, date, publisher, and the rest of a citation."""
    quoted = _QUOTED.match(words) or _QUOTED_ALONE.match(words)
    title = quoted["title"].strip() if quoted else None
    rest = words[quoted.end() :] if quoted else words
    head, semicolon, tail = rest.partition(";")
    items = head.split(",")
    at = next((i for i, item in enumerate(items) if _is_publisher(item)), None)
    if at is not None:
        date = ",".join(items[:at])
        return title, _trimmed(date) or None, items[at].strip(), ",".join(items[at + 1 :]) + semicolon + tail
    year = _YEAR.search(head) if quoted else None
    if year and year.end() < 40:
        return title, _trimmed(head[: year.end()]), None, head[year.end() :] + semicolon + tail
    return title, None, None, rest


def _is_publisher(item: str) -> bool:
    """Whether an item names the publisher itself, and not somebody who gave to it or got from it."""
    return any(words in item.lower() for words in _LEXICON.publishers) and not _VERB_ONLY.search(item)


def _read_holding(words: str) -> tuple[Holding | None, tuple[CustodyStep, ...]]:
    if not words:
        return None, ()
    repository, place, reference = _parts(words)
    return Holding(repository, reference), (CustodyStep("held at", by=repository, place=place),)


def _parts(words: str) -> tuple[str, str | None, str | None]:
    """Repository, place and reference. A repository that is abbreviated in brackets runs up to the bracket."""
    items = _items(_BEFORE_REFERENCE.sub(r"\1, ", words))
    end = next((i + 1 for i, item in enumerate(items[:4]) if re.search(r"\([A-Z][^()]*\)$", item)), 1)
    last = end
    if last < len(items) and _is_place(items[last]):
        last += 1
        while last < len(items) and _SHORT_PLACE.fullmatch(items[last]):
            last += 1
    place, reference = ", ".join(items[end:last]), ", ".join(items[last:])
    return ", ".join(items[:end]), place or None, reference or None


def _items(words: str) -> list[str]:
    """The words between commas; a comma within brackets parts nothing."""
    return [item for part in re.split(r",(?![^()]*\))", words) if (item := part.strip())]


def _is_place(item: str) -> bool:
    words = item.split()
    known = {word.lower().strip(".()") for word in words} & set(_LEXICON.reference_words)
    capital = words[0][0].isupper() and not (item.isupper() and len(item) > 2 and "." not in item)
    return len(words) <= 3 and capital and not known and not any(char.isdigit() or char in ":/" for char in item)


def _read_steps(clause: str, *, unexplained: bool) -> Iterator[CustodyStep]:
    cues = list(_CUE.finditer(clause))
    before = _trimmed(clause[: cues[0].start()] if cues else clause)
    if unexplained and before:
        yield CustodyStep("unparsed", by=before)
    ends = [*(cue.start() for cue in cues[1:]), len(clause)]
    for cue, end in zip(cues, ends, strict=False):
        yield from _read_cue(cue, _trimmed(clause[cue.end() : end]))


def _read_cue(cue: re.Match[str], value: str) -> Iterator[CustodyStep]:
    verbs = [_WHAT[" ".join(verb.lower().split())] for verb in _VERB_ONLY.findall(cue["verbs"])]
    preposition = (cue["preposition"] or "by").lower()
    for what in dict.fromkeys(verbs):
        if what in _LEXICON.giving and preposition != "to":
            yield CustodyStep("contributed by", by=value or None)
        elif what == "contributed by" and preposition == "to":
            yield CustodyStep("provided to", by=value or None)
        elif what in _LEXICON.repositories:
            repository, place, reference = _parts(value) if value else (None, None, None)
            yield CustodyStep(what, by=", ".join(filter(None, (repository, reference))) or None, place=place)
        else:
            yield CustodyStep(what, by=value or None)
    if cue["giver"] and cue["giver"].lower() == "to":
        yield CustodyStep("provided to", by=re.sub(r"^the\s+", "", cue["middle"].strip()))


def _trimmed(words: str) -> str:
    """The words without the commas, "and", "also" and full stop that join them to the next."""
    words = re.sub(
        r"^(?:[\s,.]|and\s)+|(?:[\s,]|(?<=[\s,])(?:and|also)(?=[\s,]|$))+$", "", words.strip(), flags=re.IGNORECASE
    )
    return words if _ABBREVIATION.search(words) else words.rstrip(". ")
