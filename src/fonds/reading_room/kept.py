"""Answers kept in memory for as long as nothing is done to the archive: the same question costs its work once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import sha256
from itertools import chain

from litestar.enums import ScopeType
from litestar.types import (
    ASGIApp,
    HTTPResponseBodyEvent,
    HTTPResponseStartEvent,
    HTTPScope,
    Message,
    Receive,
    Scope,
    Send,
)
from msgspec import Struct

from fonds.catalogue import Remembered

MOST_BYTES = 32_000_000
LARGEST = 500_000
"""Bytes of the largest answer that is kept."""

_OF_CONTENT = frozenset({b"content-length", b"content-type", b"content-encoding"})
"""Headers that tell of a content; where none is sent, they are left out."""

Header = tuple[bytes, bytes]
Question = tuple[str, bytes, str, bytes, bool]
"""All that an answer depends on: scheme, host, path, query, and whether it may be compressed."""


class Answer(Struct, frozen=True):
    """An answer as it went out: its headers, and its content, compressed where that was asked for."""

    headers: tuple[Header, ...]
    content: bytes
    tag: bytes

    def messages(self, *, is_known: bool) -> tuple[Message, Message]:
        """What is sent: the answer, or that it is as the client has it (RFC 9110, section 15.4.5)."""
        unsaid = _OF_CONTENT if is_known else frozenset()
        headers = [*(each for each in self.headers if each[0].lower() not in unsaid), (b"etag", self.tag)]
        return (
            HTTPResponseStartEvent(type="http.response.start", status=304 if is_known else 200, headers=headers),
            HTTPResponseBodyEvent(type="http.response.body", body=b"" if is_known else self.content, more_body=False),
        )


class KeptAnswers:
    """Keeps what is answered to GET with 200. `state` gives something else after each change of the archive."""

    def __init__(self, state: Callable[[], Hashable]) -> None:
        self._shelf = Remembered(_Shelf, state)

    async def answer(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or let the application answer and remember it.

        What the archive answers while it changes goes to the shelf of its former state, which is asked no more.
        """
        if scope["type"] != ScopeType.HTTP or scope["method"] != "GET":
            await app(scope, receive, send)
            return
        asked, shelf = _asked(scope), self._shelf.get()
        held = shelf.take(asked)
        if held is None:
            heard = await _heard(app, scope, receive)
            held = _kept(heard)
            if held is None:
                for message in heard:
                    await send(message)
                return
            shelf.keep(asked, held)
        known = _header(scope, b"if-none-match").split(b", ")
        for message in held.messages(is_known=held.tag in known):
            await send(message)


class _Shelf:
    """Answers of one state of the archive; those that were not asked for longest make room for others."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Question, Answer] = OrderedDict()
        self._bytes = 0

    def take(self, asked: Question) -> Answer | None:
        held = self._answers.get(asked)
        if held:
            self._answers.move_to_end(asked)
        return held

    def keep(self, asked: Question, answer: Answer) -> None:
        self._forget(asked)
        self._answers[asked] = answer
        self._bytes += _weight(asked, answer)
        while self._bytes > MOST_BYTES:
            self._forget(next(iter(self._answers)))

    def _forget(self, asked: Question) -> None:
        answer = self._answers.pop(asked, None)
        self._bytes -= _weight(asked, answer) if answer else 0


async def _heard(app: ASGIApp, scope: Scope, receive: Receive) -> list[Message]:
    """What the application answers, before any of it is sent."""
    heard: list[Message] = []

    async def hear(message: Message) -> None:
        heard.append(message)

    await app(scope, receive, hear)
    return heard


def _weight(asked: Question, answer: Answer) -> int:
    """Bytes that are kept of both: a short answer may be one to a very long question."""
    _, host, path, query, _ = asked
    return len(host) + len(path) + len(query) + len(answer.content) + sum(map(len, chain.from_iterable(answer.headers)))


def _asked(scope: HTTPScope) -> Question:
    coded = b"gzip" in _header(scope, b"accept-encoding")
    return scope["scheme"], _header(scope, b"host"), scope["path"], scope["query_string"], coded


def _header(scope: HTTPScope, name: bytes) -> bytes:
    return next((value for key, value in scope["headers"] if key == name), b"")


def _kept(messages: list[Message]) -> Answer | None:
    """The messages as an answer that can be kept; None for errors and what is too large."""
    start = messages[0] if messages else None
    content = b"".join(each.get("body", b"") for each in messages if each["type"] == "http.response.body")
    if start is None or start["type"] != "http.response.start" or start["status"] != 200 or len(content) > LARGEST:
        return None
    headers = tuple((bytes(name), bytes(value)) for name, value in start["headers"])
    if any(name.lower() in {b"etag", b"set-cookie"} for name, _ in headers):
        return None
    return Answer(headers, content, b'"%s"' % sha256(content).hexdigest()[:32].encode())
