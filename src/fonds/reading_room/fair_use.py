"""How much one client may ask for, so that no single one takes the reading room from the others."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from math import ceil

from litestar.exceptions import TooManyRequestsException
from litestar.types import Scope

REQUESTS_A_MINUTE = 600
"""More than anybody reads, and enough for a browser that opens many pages at once."""
MOST_CLIENTS = 10_000
"""Clients that are remembered; the one that asked longest ago is forgotten first."""
FREE = "/static/"
"""Files that are held in memory and asked for once count for nothing."""


class FairUse:
    """A bucket of requests for each client, filled evenly over the minute (the token bucket of RFC 2697, section 3).

    `requests_a_minute` holds for every client, 0 lets all through. None stands for REQUESTS_A_MINUTE, and then those
    on this machine are not counted: nobody there takes anything from others.
    """

    def __init__(self, requests_a_minute: int | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._counts_own_machine = requests_a_minute is not None
        self._size = REQUESTS_A_MINUTE if requests_a_minute is None else requests_a_minute
        self._clock = clock
        self._clients: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> float:
        """Count a request from this address: 0.0 if it may be answered, else the seconds until one may be."""
        client = _client(address)
        if not self._size or not (client or self._counts_own_machine):
            return 0.0
        now, each = self._clock(), 60 / self._size
        held, since = self._clients.pop(client, (float(self._size), now))
        held = min(float(self._size), held + (now - since) / each)
        self._clients[client] = (max(held - 1, 0.0) if held >= 1 else held, now)
        if len(self._clients) > MOST_CLIENTS:
            self._clients.popitem(last=False)
        return 0.0 if held >= 1 else (1 - held) * each

    def require(self, scope: Scope) -> None:
        """Refuse a request that is too many, and say when to come again (RFC 6585, section 4)."""
        if scope["path"].startswith(FREE):
            return
        client = scope.get("client")
        wait = self.take(client[0] if client else "")
        if wait:
            raise TooManyRequestsException(headers={"Retry-After": str(ceil(wait))})


def _client(address: str) -> str:
    """Who asks: an address, for IPv6 the network of 64 bits that one household has; "" for this machine."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    known = getattr(known, "ipv4_mapped", None) or known
    if known.is_loopback:
        return ""
    return str(IPv6Address(int(known) >> 64 << 64)) if isinstance(known, IPv6Address) else str(known)
