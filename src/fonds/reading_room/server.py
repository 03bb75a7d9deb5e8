"""The reading room as a running server."""

from __future__ import annotations

import asyncio
import signal
import socket
from pathlib import Path

from granian.constants import Interfaces
from granian.server.embed import Server

import fonds.archive
from fonds.errors import UsageError
from fonds.reading_room.app import create_app

HOST = "127.0.0.1"
PORT = 8080
LAST_PORT = 65_535


def serve(archive_path: Path, host: str = HOST, port: int = PORT) -> None:
    """Serve an archive until SIGINT or SIGTERM; requests that are being answered then are answered to the end.

    Raises UsageError where the host and port cannot be had, and what `fonds.archive.open` raises.
    """
    address = _free_address(host, port)
    with fonds.archive.open(archive_path) as archive:
        server = Server(
            create_app(archive),
            address=address,
            port=port,
            interface=Interfaces.ASGI,
            websockets=False,
            log_enabled=False,
        )
        asyncio.run(_serve(server))


async def _serve(server: Server) -> None:
    loop = asyncio.get_running_loop()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(wanted, server.stop)
    await server.serve()


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
