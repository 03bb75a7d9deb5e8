"""`fonds serve`: the reading room and the APIs."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from fonds.archive import Archive
from fonds.cli.context import InContext, counted, tell

Host = Annotated[str, Parameter(help="The address to listen at; 127.0.0.1 is this machine alone.")]
Port = Annotated[int, Parameter(help="The port to listen at.")]


def serve(*, host: Host = "127.0.0.1", port: Port = 8080, context: InContext) -> None:
    """Open the reading room for web browsers, and the same as JSON below /api, until Ctrl-C.

    fonds serve --port 8000
    """
    from fonds.reading_room.server import serve as serve_archive  # noqa: PLC0415 - other commands need no web server

    def announce(archive: Archive) -> None:
        records = counted(archive.statistics().records, "record")
        tell(f"Reading room: http://{host}:{port}/ ({records}). Ctrl-C ends it.")

    serve_archive(context.path, host, port, announce)
