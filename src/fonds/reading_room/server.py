"""The reading room as a running server."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, SIGTERM, signal

import uvicorn

import fonds.archive
from fonds.archive import Archive
from fonds.errors import UsageError
from fonds.reading_room.app import create_app

HOST = "127.0.0.1"
PORT = 8080
LAST_PORT = 65_535


def serve(
    archive_path: Path, host: str = HOST, port: int = PORT, announce: Callable[[Archive], None] | None = None
) -> None:
    """Serve an archive until SIGINT or SIGTERM; requests that are being answered then are answered to the end.

    `announce` is called when archive and port are had, before the first request is answered.

    Raises UsageError where the host and port cannot be had, and what `fonds.archive.open` raises.
    """
    address = _free_address(host, port)
    with fonds.archive.open(archive_path) as archive:
        config = uvicorn.Config(
            create_app(archive),
            host=address,
            port=port,
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
        )
        if announce is not None:
            announce(archive)
        _Server(config).run()


class _Server(uvicorn.Server):
    """A server for which being told to stop is its ordinary end: it does not raise the signal again once it stopped."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        before = {wanted: signal(wanted, self.handle_exit) for wanted in (SIGINT, SIGTERM)}
        try:
            yield
        finally:
            for wanted, handler in before.items():
                signal(wanted, handler)


def _free_address(host: str, port: int) -> str:
    """The numeric address of a host, of which the port is free: the server knows no names, and shares a taken port."""
    if not 0 < port <= LAST_PORT:
        raise _unusable(host, port, "a number that no port has")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return str(address[0])
    except OSError as error:
        raise _unusable(host, port, error.strerror or str(error)) from error


def _unusable(host: str, port: int, seen: str) -> UsageError:
    return UsageError(
        f"{host}:{port}",
        seen=seen,
        wanted="a free port of this machine",
        next_step="Choose another with --port or --host.",
    )
