"""The command line: parse options, call one function, print. Only here may code print or exit."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from fonds import __version__
from fonds.cli import add, cite, export, licences, open_, people, read, reindex, schema, search, serve, show, stats
from fonds.cli.context import NOTHING_DONE, Context
from fonds.errors import FondsError

COMMANDS: dict[str, Callable[..., int | None]] = {
    "read": read.read,
    "add": add.add,
    "search": search.search,
    "show": show.show,
    "cite": cite.cite,
    "people": people.app,
    "export": export.export,
    "serve": serve.serve,
    "open": open_.open_,
    "reindex": reindex.reindex,
    "stats": stats.stats,
    "schema": schema.schema,
    "licences": licences.licences,
}


def _app() -> App:
    app = App(name="fonds", help=__doc__, version=__version__, result_action="return_value")
    for name, command in COMMANDS.items():
        app.command(command, name=name)
    return app


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0 done, 1 some input refused, 2 wrong usage or nothing done."""
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except FondsError as error:
        print(f"fonds: {error}", file=sys.stderr)
        code = NOTHING_DONE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    app = _app()
    codes: list[int] = []

    @app.meta.default
    def launch(
        *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
        archive: Annotated[Path | None, Parameter(env_var="FONDS_ARCHIVE", help="The archive's folder.")] = None,
    ) -> None:
        command, bound, ignored = app.parse_args(tokens, exit_on_error=True)
        context = Context(archive or Path("archive"))
        result = command(*bound.args, **bound.kwargs, **dict.fromkeys(ignored, context))
        codes.append(result if isinstance(result, int) else 0)

    try:
        app.meta(arguments, result_action="return_value")
    except SystemExit as stop:
        return NOTHING_DONE if stop.code else 0
    return codes[0] if codes else 0
