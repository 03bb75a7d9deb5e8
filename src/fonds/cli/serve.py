"""`fonds serve`: the reading room and the APIs."""

from __future__ import annotations

from fonds.cli.context import InContext, tell


def serve(*, host: str = "127.0.0.1", port: int = 8080, context: InContext) -> None:
    """Open the reading room in a web browser until Ctrl-C."""
    from fonds.reading_room.server import serve as serve_archive  # noqa: PLC0415 - other commands need no web server

    with context.archive() as archive:
        records = archive.statistics().records
    tell(f"Reading room: http://{host}:{port}/ ({records} records). Ctrl-C ends it.")
    serve_archive(context.path, host, port)
