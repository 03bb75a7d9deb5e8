"""The desk for statements: who said what to whom, asked for, decided about, and looked for in a second pass."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypedDict, Unpack, get_args

from msgspec import Struct
from msgspec.structs import replace

from fonds.archive.attributing import Attributed, Attributing, AttributingPass, BuiltInEngine, Engine, Follower
from fonds.archive.saying import said_in
from fonds.authority.speakers import Understood, person_term, understand
from fonds.catalogue import Catalogue, Coverage, Decision, is_adrift
from fonds.discovery import Count, Said, SaidSearch, StatementIndex
from fonds.errors import CorruptArchiveError, NotFoundError, UsageError
from fonds.record import Attitude, Record, Statement

_FOLDER: Final = "statements"
"""Of the index of statements, in the folder of the index."""
PERSON: Final = "person: "
"""What `by` of a statement begins with that somebody decided about; their name follows."""


class SaidQuestion(TypedDict, total=False):
    """What can be asked about statements; what is left out, or None, does not narrow it.

    `by` is the innermost source, whose content it is; `to` whom it was said to; `through` anybody on whose word it
    stands, the document's author included. Each is a name in any of its forms, or an identifier of a person.
    `about`: a query over the contents. `firsthand`: True for a chain of one, False for longer ones. `sure`: of so much
    confidence at least, from 0 to 1. Dates are a year, month or day, both within the range.
    """

    by: str | None
    to: str | None
    through: str | None
    about: str
    attitude: Attitude | None
    firsthand: bool | None
    sure: float
    date_from: str | None
    date_to: str | None
    collection: str | None
    limit: int
    offset: int


_NAMED: Final = ("by", "to", "through")


class SaidAnswer(Struct, frozen=True):
    """The statements found from `offset` on, at most `limit` of the `total`; by date, those of a query best first.

    `understood` tells for "by", "to" and "through" how the name was understood. `counts` are over all that was found:
    "attitude", "source", "addressee", "decade" and "collection", each with its 20 most frequent values.
    """

    total: int
    offset: int
    limit: int
    understood: dict[str, Understood]
    statements: tuple[Said, ...]
    counts: dict[str, tuple[Count, ...]]


class PersonSaid(Struct, frozen=True):
    """What a person said, as authors have it from them; what they heard; what others said that they said or thought."""

    said: SaidAnswer
    heard: SaidAnswer
    reported: SaidAnswer


class Statements:
    """The statements of an open archive."""

    def __init__(self, catalogue: Catalogue, index_folder: Path) -> None:
        self._catalogue = catalogue
        self.folder = index_folder / _FOLDER
        self._opened: StatementIndex | None = None

    # asking

    def said(self, **asked: Unpack[SaidQuestion]) -> SaidAnswer:
        """Who said what to whom, on whose word: see `SaidQuestion`.

        Raises QueryError for what is not of the query language, and UsageError for an attitude that there is not and
        a share that is none.
        """
        question = replace(SaidSearch(), **{name: value for name, value in asked.items() if name not in _NAMED})
        _check(question.attitude)
        _check_share(question.sure)
        understood: dict[str, Understood] = {}
        for field in _NAMED:
            name = asked.get(field)
            if isinstance(name, str):
                understood[field], found = self._understood(field, name)
                question = replace(question, **{field: found})
        index = self._to_read()
        limits = question.offset, question.limit
        if index is None:
            return SaidAnswer(0, *limits, understood, (), {})
        results = index.search(question)
        return SaidAnswer(results.total, *limits, understood, results.statements, results.counts)

    def records_where(self, *, by: str | None = None, about: str = "") -> tuple[str, ...]:
        """The identifiers of the records in which somebody said something about it. Raises QueryError."""
        terms = self._understood("by", by)[1] if by is not None else None
        index = self._to_read()
        return index.records(SaidSearch(by=terms, about=about)) if index else ()

    def of(self, record_id: str) -> tuple[Said, ...]:
        """The statements of a record, in the order of its texts. Raises NotFoundError."""
        record = self._catalogue.get(record_id)
        return tuple(said for said, _ in said_in(record, self._catalogue.agents(record.collection)))

    def of_person(self, person: str, *, limit: int = 20) -> PersonSaid:
        """What is told of a person, by identifier or name, by date; at most `limit` statements of each sort."""
        return PersonSaid(
            said=self.said(by=person, firsthand=True, limit=limit),
            heard=self.said(to=person, limit=limit),
            reported=self.said(by=person, firsthand=False, limit=limit),
        )

    def coverage(self) -> Coverage:
        """How many records were looked at, by which program, and how many wait."""
        return self._catalogue.statements.coverage()

    def _understood(self, field: str, asked: str) -> tuple[Understood, tuple[str, ...]]:
        if "/" in asked:
            try:
                person = self._catalogue.people.get(asked)
            except NotFoundError:
                pass  # a name with a stroke in it
            else:
                return Understood(person.name, person=person.id), tuple(map(person_term, person.entries))
        index = self._to_read()
        return understand(asked, lambda beginning: index.names(f"said_{field}", beginning) if index else [])

    # people's own decisions

    def accept(self, record_id: str, statement: Statement, *, who: str, text: int = 0) -> Decision:
        """Say that a statement of a record is right as it is. `text` counts the record's texts from 0.

        Whatever people decide holds before what programs find, also when the record or its statements are read anew.
        Raises NotFoundError, and UsageError where the record has no such statement or is open to read only.
        """
        return self.correct(record_id, statement, statement, who=who, text=text)

    def correct(
        self, record_id: str, statement: Statement, corrected: Statement, *, who: str, text: int = 0
    ) -> Decision:
        """Put a statement as it should be in the place of one of a record's."""
        record = self._with(record_id, statement, text)
        return self._decide(record, text, who, statement, corrected)

    def reject(self, record_id: str, statement: Statement, *, who: str, text: int = 0) -> Decision:
        """Say that a statement of a record is none."""
        return self._decide(self._with(record_id, statement, text), text, who, statement, None)

    def add(self, record_id: str, statement: Statement, *, who: str, text: int = 0) -> Decision:
        """Add a statement that is not there."""
        return self._decide(self._catalogue.get(record_id), text, who, None, statement)

    def undo(self, decision: int) -> Decision:
        """Let a decision, by its number, count no more. Raises NotFoundError where none of this number counts."""
        undone = self._catalogue.statements.undo(decision)
        self.follow()
        return undone

    def decisions(self, record_id: str | None = None) -> tuple[Decision, ...]:
        """What was decided, by whom and when, in order; about one record or all."""
        return self._catalogue.statements.decisions(record_id)

    def adrift(self) -> tuple[Decision, ...]:
        """The decisions that still count, but whose passage is in no text that the archive holds now."""
        return tuple(each for each in self.decisions() if not each.undone and self._is_adrift(each))

    def _is_adrift(self, decision: Decision) -> bool:
        try:
            return is_adrift(self._catalogue.get(decision.record), decision)
        except NotFoundError:
            return True

    def _with(self, record_id: str, statement: Statement, text: int) -> Record:
        record = self._catalogue.get(record_id)
        if not any(statement in each.statements for each in record.texts[text : text + 1]):
            raise UsageError(
                f"record {record_id}",
                seen=f"no statement “{statement.content[:60]}” in text {text} as it was given",
                wanted="one of the statements that the record has now",
                next_step="Take it from the record, or add it.",
            )
        return record

    def _decide(
        self, record: Record, text: int, who: str, before: Statement | None, after: Statement | None
    ) -> Decision:
        if not who.strip():
            raise UsageError(
                "a decision about a statement",
                seen="no name",
                wanted="the name of who decides",
                next_step="Give it as `who`.",
            )
        if after is not None:
            after = replace(_fitting(record, text, after), by=f"{PERSON}{who.strip()}", confidence=1.0)
        decision = self._catalogue.statements.decide(record, text, who.strip(), before, after)
        self.follow()
        return decision

    # the second pass

    def attribute(
        self,
        engine: Engine | None = None,
        *,
        jobs: int | None = None,
        redo: bool = False,
        progress: Callable[[Attributing], None] | None = None,
    ) -> Attributed:
        """Look for statements in the records that were not looked at; with `redo`, also where another version did.

        Stopped anywhere, the same call goes on where it was. `jobs` is the number of processes, one a core if not
        given. The engine is the built-in one if not given. Raises MissingExtraError where it needs what is missing.
        """
        self.follow()
        with self._to_write().writer() as writer:
            attributing = AttributingPass(self._catalogue, writer, engine or BuiltInEngine(), progress)
            return attributing.run(jobs or os.cpu_count() or 1, redo=redo)

    # the index

    def follow(self) -> int:
        """Bring the index to what the catalogue has; the number of records whose statements had changed."""
        if self._held() is None:
            self._catalogue.statements.forget_followed()
        if not self._catalogue.statements.unfollowed():
            return 0
        with self._to_write().writer() as writer:
            return Follower(self._catalogue, writer).follow_all()

    def reindex(self) -> int:
        """Make the index anew; the number of records whose statements it has."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._opened = None
        return self.follow()

    def _held(self) -> StatementIndex | None:
        self._opened = self._opened or StatementIndex.held(self.folder)
        return self._opened

    def _to_write(self) -> StatementIndex:
        self._opened = self._held() or StatementIndex.make(self.folder)
        return self._opened

    def _to_read(self) -> StatementIndex | None:
        """The index; None where there is none, because there are no statements. Raises CorruptArchiveError."""
        index = self._held()
        if index is None and (self._catalogue.statements.holds_any() or self.decisions()):
            raise CorruptArchiveError(
                f"the index of statements in {self.folder}",
                seen="it is missing, broken, or of another version of Fonds",
                wanted="the statements of the catalogue",
                next_step="Make it anew with `fonds reindex`.",
            )
        return index


def _check(attitude: str | None) -> None:
    if attitude is not None and attitude not in get_args(Attitude):
        wanted = f"one of {', '.join(get_args(Attitude))}"
        raise UsageError("the attitude", seen=attitude, wanted=wanted, next_step="Name one of these.")


def _check_share(sure: float) -> None:
    if not 0 <= sure <= 1:
        next_step = "Give a share: 0.8 leaves out what errs more than once in five."
        raise UsageError("how sure at least", seen=str(sure), wanted="from 0 to 1", next_step=next_step)


def _fitting(record: Record, text: int, statement: Statement) -> Statement:
    """The statement, if its content is what stands there in the text."""
    content = record.texts[text].content if 0 <= text < len(record.texts) else ""
    if not 0 <= statement.start < statement.end or content[statement.start : statement.end] != statement.content:
        raise UsageError(
            f"a statement of {record.id}",
            seen=f"“{statement.content[:60]}” at {statement.start} to {statement.end} of text {text}",
            wanted="the words that stand there",
            next_step="Give start and end as offsets in the text.",
        )
    return statement
