"""`fonds statements`: the second pass, which looks for who said what to whom in records that are held."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from fonds.archive import Archive, Attributed, ModelEngine
from fonds.archive import open as open_archive
from fonds.cli.context import Context, InContext, Jobs, Json, counted, print_json, tell
from fonds.cli.progress import attributing
from fonds.errors import ArchiveBusyError, MissingExtraError
from fonds.processes import work_for_parent

FEW = 5
"""So many records are named, and the others counted."""


def statements(
    *,
    engine: Annotated[
        Literal["built-in", "model"], Parameter(help="What looks: Fonds itself, or the language model of fonds.toml.")
    ] = "built-in",
    redo: Annotated[bool, Parameter(negative="", help="Also where another version of Fonds has looked.")] = False,
    jobs: Jobs = None,
    json: Json = False,
    context: InContext,
) -> None:
    """Look for statements in the records that were not looked through yet: who said what to whom.

    It can be stopped at any time; the next `fonds statements` goes on. What people decided about statements stays.

        fonds statements
        fonds statements --redo
        fonds statements --engine model
    """
    with context.archive(writable=True) as archive, stoppable(archive), attributing() as shown:
        model = ModelEngine(archive.settings.engine) if engine == "model" else None
        done = archive.statements.attribute(model, jobs=jobs, redo=redo, progress=shown)
        former = {name: count for name, count in archive.statements.coverage().programs.items() if name != done.name}
    if json:
        print_json(done)
    tell(in_words(done))
    if model is not None and model.left_out:
        tell(f"{counted(model.left_out, 'statement')} of the model's left out: they do not stand in the text.")
    for name, count in former.items():
        tell(f"{counted(count, 'record')} looked through by {name}: `fonds statements --redo` does it anew.")


def look_for_statements(archive: Archive, jobs: int | None, *, at_most: int | None = None) -> None:
    """The second pass after a taking-in, unless more than `at_most` records wait; then says how to have it done."""
    waiting = archive.statements.coverage().waiting
    if not waiting:
        return
    if at_most is not None and waiting > at_most:
        tell(f"{counted(waiting, 'record')} not looked through for statements yet: `fonds statements` does it.")
        return
    tell(
        f"All of it can be searched and read now. Looking for statements in {counted(waiting, 'record')}; Ctrl-C stops."
    )
    try:
        with stoppable(archive), attributing() as shown:
            tell(in_words(archive.statements.attribute(jobs=jobs, progress=shown)))
    except MissingExtraError as error:
        tell(f"No statements: {error}; then `fonds statements` looks for them.")


def in_words(done: Attributed) -> str:
    """What a pass did, in a sentence."""
    found, looked = counted(done.statements, "statement"), counted(done.records, "record")
    return "\n".join([f"{found} found in {looked}, by {done.name}.", *_of_failed(done.failed)])


def _of_failed(failed: tuple[str, ...]) -> Iterator[str]:
    """Which records an engine could not get through, and what to do about it."""
    if failed:
        others = f" and {counted(len(failed) - FEW, 'other')}" * (len(failed) > FEW)
        yield (
            f"{counted(len(failed), 'record')} could not be looked through: {', '.join(failed[:FEW])}{others}. That "
            "is a mistake in Fonds: please report it with what `fonds read --statements --json` says of the file under "
            '"findings". A later version looks again with `fonds statements --redo`.'
        )


@contextmanager
def stoppable(archive: Archive) -> Iterator[None]:
    """Says, where the pass is stopped, how it goes on."""
    try:
        yield
    except KeyboardInterrupt:
        waiting = archive.statements.coverage().waiting
        tell(f"Stopped: {counted(waiting, 'record')} left to look through; `fonds statements` goes on there.")
        raise


@contextmanager
def statements_meanwhile(context: Context) -> Iterator[None]:
    """The pass, in a process of its own, for as long as something else goes on; what it has done by then stays done."""
    with context.archive() as archive:
        waiting = archive.statements.coverage().waiting
    if not waiting:
        yield
        return
    tell(f"Statements are looked for in {counted(waiting, 'record')} meanwhile, and show as they are found.")
    jobs = max(1, (os.cpu_count() or 1) - 1)
    beside = multiprocessing.get_context("spawn").Process(target=_look_beside, args=(context.path, jobs))
    beside.start()
    try:
        yield
    finally:
        beside.terminate()
        beside.join()


def _look_beside(path: Path, jobs: int) -> None:
    """The pass in a process of its own; it makes way for whatever else the machine has to do."""
    work_for_parent()
    os.nice(10)
    try:
        with open_archive(path, writable=True) as archive:
            archive.statements.attribute(jobs=jobs)
    except ArchiveBusyError:
        tell("Another process is writing to the archive: `fonds statements` looks for statements later.")
    except MissingExtraError as error:
        tell(f"No statements: {error}")
