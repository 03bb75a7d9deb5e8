"""`fonds open`: add, then serve: the whole of Fonds in one command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from fonds.cli.add import add
from fonds.cli.context import NOTHING_DONE, InContext, People, require_paths
from fonds.cli.serve import Host, Port, serve
from fonds.cli.statements import statements_meanwhile


def open_(
    *paths: Annotated[Path, Parameter(help="Files and folders; folders are walked.")],
    people: People = None,
    host: Host = "127.0.0.1",
    port: Port = 8080,
    context: InContext,
) -> int:
    """Take in files and folders, then open the reading room: `fonds add` and `fonds serve` in one.

    It opens at once; statements are looked for meanwhile, and show as they are found.

    fonds open ~/letters
    """
    require_paths(paths, "fonds open")
    code = add(*paths, people=people, statements=False, context=context)
    if code != NOTHING_DONE:
        with statements_meanwhile(context):
            serve(host=host, port=port, context=context)
    return code
