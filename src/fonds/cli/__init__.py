"""The command line: parse options, call one function, print. Only here may code print or exit."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from cyclopts import App, Group, Parameter

from fonds import __version__
from fonds.cli import (
    add,
    check,
    cite,
    collocates,
    concordance,
    export,
    find_citation,
    find_quotation,
    frequency,
    licences,
    open_,
    people,
    read,
    reindex,
    said,
    schema,
    search,
    serve,
    sets,
    show,
    similar,
    statements,
    stats,
)
from fonds.cli.context import NOTHING_DONE, Context
from fonds.errors import FondsError

COMMANDS: dict[str, Callable[..., int | None]] = {
    "read": read.read,
    "add": add.add,
    "search": search.search,
    "concordance": concordance.concordance,
    "collocates": collocates.collocates,
    "frequency": frequency.frequency,
    "find-quotation": find_quotation.find_quotation,
    "find-citation": find_citation.find_citation,
    "said": said.said,
    "show": show.show,
    "similar": similar.similar,
    "cite": cite.cite,
    "people": people.app,
    "sets": sets.app,
    "export": export.export,
    "serve": serve.serve,
    "open": open_.open_,
    "check": check.check,
    "statements": statements.statements,
    "reindex": reindex.reindex,
    "stats": stats.stats,
    "schema": schema.schema,
    "licences": licences.licences,
}


GROUPS = {
    "Take in": ("read", "add", "statements", "open"),
    "Find and read": ("search", "said", "show", "similar", "cite", "people", "sets"),
    "Words": ("concordance", "collocates", "frequency", "find-quotation", "find-citation"),
    "Give out": ("serve", "export", "schema"),
    "Look after": ("stats", "check", "reindex", "licences"),
}
"""How `fonds --help` lists them; a command that is not here is listed among `MOST`."""
MOST = "Find and read"

HELP = """Make an archive of historical documents that can be searched, cited, connected and questioned.

The archive is the folder that `--archive` names, else the environment variable `FONDS_ARCHIVE`, else `./archive`.
To begin, try `fonds open FOLDER`: it takes a folder of documents in and shows it in your browser.
`fonds COMMAND --help` tells more of a command, with examples.

Exit status: 0 done; 1 done, but some input was refused or found wrong, each named; 2 wrong usage, or nothing done.
"""


def _app() -> App:
    app = App(name="fonds", help=HELP, version=__version__, result_action="return_value")
    app.meta.suppress_keyboard_interrupt = False  # `main` tells by 130 that somebody pressed Ctrl-C
    groups = {title: Group(title, sort_key=at) for at, title in enumerate(GROUPS)}
    group_of = {name: groups[title] for title, names in GROUPS.items() for name in names}
    app["--help"].group = app["--version"].group = Group("Options", sort_key=len(GROUPS))
    for name, command in COMMANDS.items():
        group = group_of.get(name, groups[MOST])
        if isinstance(command, App):
            command.group = group
            app.command(command, name=name)
        else:
            app.command(command, name=name, group=group)
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
        _print_no_more()
        code = 0
    except OSError as error:
        print(f"fonds: {_not_done(error)}", file=sys.stderr)
        _print_no_more()
        code = NOTHING_DONE
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _print_no_more() -> None:
    """What waits to be printed goes nowhere: Python would try it again at the end, and fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _not_done(error: OSError) -> FondsError:
    """What the operating system refused; without a file's name it is what was printed."""
    return FondsError(
        str(error.filename or "standard output"),
        seen=error.strerror or str(error),
        wanted="a file that can be read or written, and room on the disk",
        next_step="Check the path, its rights and the disk, and give the same command again.",
    )


def _run(arguments: list[str]) -> int:
    app = _app()
    codes: list[int] = []

    @app.meta.default
    def launch(
        *tokens: Annotated[str, Parameter(show=False, allow_leading_hyphen=True)],
        archive: Annotated[
            Path | None, Parameter(env_var="FONDS_ARCHIVE", help="The archive's folder; ./archive if not given.")
        ] = None,
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
