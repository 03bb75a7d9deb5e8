"""Every error Fonds raises on purpose, with the facts that its reader needs to act on it."""

from __future__ import annotations


class FondsError(Exception):
    """The root of all errors of Fonds.

    A message names the thing, the value seen, what was wanted and the next step; the parts stay available as
    fields, so that the command line, the web pages and programs can each show them in their own way.
    """

    def __init__(self, thing: str, *, seen: str = "", wanted: str = "", next_step: str = "") -> None:
        super().__init__(thing, seen, wanted, next_step)
        self.thing = thing
        self.seen = seen
        self.wanted = wanted
        self.next_step = next_step

    def __str__(self) -> str:
        seen = f": {self.seen}" if self.seen else ""
        wanted = f"; wanted: {self.wanted}" if self.wanted else ""
        next_step = f". {self.next_step}" if self.next_step else ""
        return f"{self.thing}{seen}{wanted}{next_step}"

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross from reading processes to the writing one; keyword arguments would be lost on the way."""
        return _restore, (type(self), self.thing, self.seen, self.wanted, self.next_step)


def _restore(kind: type[FondsError], thing: str, seen: str, wanted: str, next_step: str) -> FondsError:
    return kind(thing, seen=seen, wanted=wanted, next_step=next_step)


class RefusedError(FondsError):
    """An input cannot be taken in; the rest goes on without it."""


class NotFoundError(FondsError):
    """What was asked for is not in the archive."""


class QueryError(FondsError):
    """A query is not of the query language."""


class UsageError(FondsError):
    """A command or function was called with something that it cannot work on."""


class ArchiveBusyError(FondsError):
    """Another process is writing to the archive."""


class MissingExtraError(FondsError):
    """A heavy part of Fonds that is not installed was asked for."""


class CorruptArchiveError(FondsError):
    """The archive on disk is not what Fonds wrote."""
