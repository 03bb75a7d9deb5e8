"""Every error Fonds raises on purpose, with the facts that its reader needs to act on it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager


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
        return f"{self.thing}: {reason}" if (reason := self.reason) else self.thing

    @property
    def reason(self) -> str:
        """The message without the thing, for where that is named already; "" where nothing more is known."""
        wanted = f"wanted: {self.wanted}" if self.wanted else ""
        return ". ".join(filter(None, ("; ".join(filter(None, (self.seen, wanted))), self.next_step)))

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


@contextmanager
def explained(kind: type[FondsError], thing: str, *, wanted: str = "", next_step: str = "") -> Iterator[None]:
    """Turn what the operating system reports into an error of this kind that says what to do.

    A full disk is a FondsError of its own: it is nobody's input and nobody's usage that is wrong.
    """
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise FondsError(
                thing,
                seen=error.strerror or str(error),
                wanted="room on the disk",
                next_step="Make room and give the same command again; what was done before is safe.",
            ) from error
        seen = ": ".join(filter(None, (error.strerror, error.filename and str(error.filename)))) or str(error)
        raise kind(thing, seen=seen, wanted=wanted, next_step=next_step or "Check the path and its rights.") from error
