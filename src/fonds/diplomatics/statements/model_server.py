"""A server of language models, at an address that the user names: what is asked of it, and within which limits."""

from __future__ import annotations

import http.client
import io
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from fonds.errors import UsageError

LONGEST_ANSWER = 2_000_000
"""Bytes. A longer answer is none."""
PATIENCE = 300
"""Seconds until a whole answer must have come."""
PIECE = 64 * 1024
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_WANTED = "an address of chat completions as OpenAI's protocol has them"


class _Message(Struct):
    content: str


class _Choice(Struct):
    message: _Message


class _Completion(Struct):
    choices: list[_Choice]


class _Unmoved(urllib.request.HTTPRedirectHandler):
    """An answer that sends us elsewhere is refused: the text goes to no address but the one that was named."""

    def redirect_request(self, *_: Any) -> None:
        """No request to elsewhere."""


_NO_PROXY = urllib.request.ProxyHandler({})
"""A proxy that the environment names would read along."""


class ModelServer:
    """One model at one address. `key` goes with each request, and over the network only through TLS."""

    def __init__(self, address: str, model: str, *, key: str = "", patience: float = PATIENCE) -> None:
        """Raises UsageError where no text may be sent to the address."""
        self.model = model
        self._address = address.rstrip("/") + "/chat/completions"
        self._key = key
        self._patience = patience
        self._opener = urllib.request.build_opener(_Unmoved, _NO_PROXY)
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise self._refusal(f"{address!r}: {error}", "Correct the address in fonds.toml.") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname or not model:
            raise self._refusal(f"{address!r}, model {model!r}", "Set address and model below [engine] in fonds.toml.")
        if key and parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise self._refusal("a key would cross the network in the clear", "Use an address that begins with https.")

    def answer(self, instructions: str, question: str) -> str:
        """What the model answers. Raises UsageError where no answer of the protocol comes within the limits."""
        until = time.monotonic() + self._patience
        try:
            with self._opener.open(self._request(instructions, question), timeout=self._patience) as response:
                body = _read(response, until)
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            # ValueError: what cannot stand in the head of a request, as a key with a line break
            raise self._refusal(str(error), "See whether the server runs and knows the model.") from error
        if len(body) > LONGEST_ANSWER:
            raise self._refusal(f"an answer of more than {LONGEST_ANSWER:,} bytes", "Use another model.")
        try:
            completion = msgspec.json.decode(body, type=_Completion)
            return completion.choices[0].message.content
        except (msgspec.DecodeError, IndexError) as error:
            raise self._refusal(str(error), "See whether the address is right.") from error

    def _request(self, instructions: str, question: str) -> urllib.request.Request:
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": question}]
        body = {"model": self.model, "temperature": 0, "seed": 0, "messages": messages}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        data = msgspec.json.encode(body)
        return urllib.request.Request(self._address, data, headers, method="POST")  # noqa: S310  # http(s): see __init__

    def _refusal(self, seen: str, next_step: str) -> UsageError:
        return UsageError(f"language model at {self._address}", seen=seen, wanted=_WANTED, next_step=next_step)


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """What comes, up to one byte more than may. Raises TimeoutError where it is not whole in time, drop by drop."""
    body = io.BytesIO()
    while body.tell() <= LONGEST_ANSWER and (piece := response.read1(PIECE)):
        body.write(piece)
        if time.monotonic() > until:
            raise TimeoutError("the answer took too long")
    return body.getvalue()
