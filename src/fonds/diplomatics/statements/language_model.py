"""Statements by a language model behind an address that the user names. Nothing is sent anywhere else, or unasked.

The address speaks the protocol of OpenAI's chat completions, as most servers of models do. What it answers is taken as
what a stranger says: a content must stand in the text to the letter, and whatever does not is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any

import msgspec
from msgspec import Struct

from fonds.diplomatics.statements.model_server import ModelServer
from fonds.diplomatics.statements.passages import paragraphs
from fonds.diplomatics.statements.quotations import Quotations
from fonds.record import Attitude, Finding, Record, Statement, Text

PASSAGE = 6_000
"""Characters sent at once: paragraphs together up to so many; a longer paragraph is cut."""
CONFIDENCE = 0.5
"""A model does not tell how sure it is."""
LEFT_OUT = "statement-not-in-text"
"""The code of the findings."""
MOST_PLACES = 100
"""Of one content in a passage."""
MOST_NAMES, LONGEST_NAME, LONGEST_SHOWN = 8, 200, 120
_FENCE = re.compile(r"\A\s*```(?:json)?\s*|\s*```\s*\Z")


class _Marked(Struct):
    """A statement as the model is asked to write it."""

    content: str
    chain: list[str]
    attitude: Attitude
    cue: str | None = None
    addressee: list[str] = []
    negated: bool = False


class _Answer(Struct):
    statements: list[dict[str, Any]]


class LanguageModel:
    """An `Attributor` that asks a language model; `findings` has what it said of the last text that is not in it."""

    def __init__(self, server: ModelServer) -> None:
        self._server = server
        self.name = f"fonds statements by {server.model}"
        self.findings: Sequence[Finding] = ()
        self._left_out: list[Finding] = []

    def statements(self, record: Record, text: Text) -> tuple[Statement, ...]:
        """The statements of one text, in order of their contents. Raises UsageError where no answer comes."""
        self._left_out = []
        quotations = Quotations(text.content)
        found = {
            (one.start, one.end, one.chain): one
            for start, end in _passages(text)
            for one in self._in_passage(record, text, quotations, start, end)
        }
        self.findings = self._left_out
        return tuple(sorted(found.values(), key=lambda one: (one.start, -one.end)))

    def _in_passage(
        self, record: Record, text: Text, quotations: Quotations, start: int, end: int
    ) -> Iterator[Statement]:
        answer = self._server.answer(_instructions(), _question(record, text.content[start:end]))
        try:
            marked = msgspec.json.decode(_FENCE.sub("", answer), type=_Answer).statements
        except msgspec.DecodeError:
            self._find(answer)
            return
        taken: set[int] = set()
        for one in marked:
            statement = _placed(text.content, one, (start, end), taken)
            if statement is None:
                self._find(str(one.get("content")))
                continue
            taken.add(statement.start)
            quoted = quotations.hold(statement.start, statement.end)
            yield msgspec.structs.replace(statement, quoted=quoted, by=self.name)

    def _find(self, words: str) -> None:
        self._left_out.append(Finding(LEFT_OUT, words[:LONGEST_SHOWN], self._server.model))


@cache
def _instructions() -> str:
    return resources.files(__package__).joinpath("prompt.txt").read_text("utf-8")


def _question(record: Record, passage: str) -> str:
    """The passage with what the record tells of who is who."""
    names = [f"{party.role}: {party.name}" for party in record.parties][:40]
    heading = "\n".join([f"Title: {record.title}", *names])
    return f"{heading}\n\nThe passage, between two lines of dashes:\n-----\n{passage}\n-----"


def _passages(text: Text) -> Iterator[tuple[int, int]]:
    """Where the stretches stand that are sent at once."""
    first: int | None = None
    last = 0
    for start, end in paragraphs(text):
        if first is not None and end - first > PASSAGE:
            yield first, last
            first = None
        first = start if first is None else first
        last = end
        while last - first > PASSAGE:
            yield first, first + PASSAGE
            first += PASSAGE
    if first is not None and first < last:
        yield first, last


def _placed(content: str, one: dict[str, Any], passage: tuple[int, int], taken: set[int]) -> Statement | None:
    """A statement where its content stands in the passage and none was placed yet, else where it first stands."""
    try:
        marked = msgspec.convert(one, _Marked)
    except msgspec.ValidationError:
        return None
    chain, addressee = _names(marked.chain), _names(marked.addressee)
    words = re.compile(re.escape(marked.content))
    places = [match.start() for match in islice(words.finditer(content, *passage), MOST_PLACES)]
    if not marked.content.strip() or not chain or not places:
        return None
    start = next((place for place in places if place not in taken), places[0])
    cue = marked.cue if marked.cue and content.find(marked.cue, *passage) >= 0 else None
    return Statement(
        start=start, end=start + len(marked.content), content=marked.content, cue=cue, chain=chain,
        addressee=addressee, attitude=marked.attitude, negated=marked.negated, quoted=False, by="",
        confidence=CONFIDENCE,
    )  # fmt: skip


def _names(names: list[str]) -> tuple[str, ...]:
    """Names in one line each, none of them empty or endless."""
    return tuple(" ".join(name.split())[:LONGEST_NAME] for name in names[:MOST_NAMES] if name.strip())
