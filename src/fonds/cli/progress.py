"""How far something long has come, with rate and time left: a bar on a terminal, anywhere else nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn

from fonds.archive import Attributing
from fonds.archive import Progress as Done


@contextmanager
def taking_in() -> Iterator[Callable[[Done], None]]:
    """Shows how far a taking-in, an indexing or a check has come."""
    with _bar("reading", DownloadColumn()) as shown:

        def show(done: Done) -> None:
            words = f"{done.done_files} of {done.files} files, {done.records} records"
            shown(words, done.records, "", (done.done_bytes, done.bytes))

        yield show


@contextmanager
def attributing() -> Iterator[Callable[[Attributing], None]]:
    """Shows how far a pass for statements has come."""
    with _bar("looking for statements") as shown:

        def show(done: Attributing) -> None:
            words = f"{done.records} of {done.all_records} records, {done.statements} statements"
            shown(words, done.words, " words", (done.bytes, done.all_bytes))

        yield show


@contextmanager
def _bar(doing: str, *columns: ProgressColumn) -> Iterator[Callable[[str, int, str, tuple[int, int]], None]]:
    """A bar, to be given what is told in words, what the rate is of and its unit, and how much is done of how much."""
    console = Console(stderr=True)
    shown = (TextColumn("{task.description}"), BarColumn(), *columns, TimeRemainingColumn())
    with Progress(*shown, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(doing, total=None)

        def show(words: str, counted: int, unit: str, done_of: tuple[int, int]) -> None:
            rate = counted / max(progress.tasks[task].elapsed or 0, 0.001)
            done, total = done_of
            progress.update(task, total=total, completed=done, description=f"{words} ({rate:,.0f}{unit}/s)")

        yield show
