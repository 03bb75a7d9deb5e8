"""The front desk: an open archive to add to, get from, search and cite; it wires the rooms below."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

import msgspec

from fonds.accession.reading import read_all
from fonds.accession.source import SourceFile
from fonds.accession.walk import find_sources
from fonds.archive.checking import Checked, check
from fonds.archive.citations import CitationFinder
from fonds.archive.finding import Finding
from fonds.archive.folder import lay_out, spools_below
from fonds.archive.sets import Memberships
from fonds.archive.settings import SETTINGS, read_settings
from fonds.archive.statements import SaidAnswer, SaidQuestion, Statements
from fonds.archive.taking_in import Added, Keeping, Progress, TakingIn
from fonds.authority.pocom import NAME as POCOM
from fonds.authority.register import write_register
from fonds.catalogue import (
    EVERYTHING,
    Brief,
    Catalogue,
    CollectionSummary,
    Exchange,
    Originals,
    Statistics,
    Within,
    YearCount,
)
from fonds.citation import FORMATS, STYLE, Rendered, render
from fonds.discovery import Index, index_document
from fonds.discovery.latest import last_commit
from fonds.errors import NotFoundError, UsageError, explained
from fonds.record import Agent, Record
from fonds.relations.references import citing, resolved, resolved_all
from fonds.relations.replies import Replies, replies


def open(path: Path, *, create: bool = False, writable: bool = False) -> Archive:  # noqa: A001 - as of a file
    """Open an archive; `create` makes it where there is none. Raises NotFoundError where there is nothing to open."""
    with explained(UsageError, f"archive {path}", wanted="a folder that can be opened"):
        if not (path / SETTINGS).is_file():
            if not create:
                raise NotFoundError(
                    f"archive {path}",
                    seen="there is none",
                    wanted=f"a folder with {SETTINGS}",
                    next_step="Make one with `fonds add PATH`, or name another with --archive.",
                )
            lay_out(path)
        return Archive(path, writable=writable or create)


class Archive(Finding):
    """An open archive. It is a context manager; several may read while one writes."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        self.path = path
        self.settings = read_settings(path)
        self.name = self.settings.name or path.resolve().name
        self._catalogue = Catalogue.open(path / "catalogue.sqlite", writable=writable)
        self._originals = Originals.open(path / "originals", writable=writable)
        self._index = Index.open(path / "index")
        self._citations = CitationFinder(self._catalogue, self._index)
        self._memberships = Memberships(self._catalogue)
        self.people = self._catalogue.people
        """People, bodies, places and terms: who they are, where they appear, and decisions about who is the same."""
        self.sets = self._catalogue.sets
        """Working sets: made, changed and read; `search(…, working_set=NAME)` looks for something in one."""
        self.statements = Statements(self._catalogue, path / "index")
        """Who said what to whom: `said` asks; here people decide about statements, and the second pass is run."""

    def close(self) -> None:
        self._catalogue.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # taking in

    def add(
        self,
        paths: Sequence[Path],
        *,
        people: Path | None = None,
        jobs: int | None = None,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> Added:
        """Take in files and folders: read, keep, index. Stopped anywhere, the same call goes on where it was.

        A file that is held as it is changes nothing; one that changed makes new versions of its records. What is
        refused is named, and the rest goes on. `jobs` is the number of reading processes, one a core if not given.
        """
        found = find_sources(paths, people)
        self._index_what_is_left()
        held = [self._catalogue.held(source.key) for source in found.sources]
        with spools_below(self.path) as spools, self._index.writer() as writer:
            keeping = None if dry_run else Keeping(self._catalogue, self._originals, writer)
            taking = TakingIn(found.sources, keeping, progress)
            for source, answer in read_all(
                self._with_register(found.sources, spools), held, spools, jobs or os.cpu_count() or 1
            ):
                taking.take(source, answer)
            added = taking.finish(found.refused)
        if not dry_run:
            self.statements.follow()
        return added

    def _with_register(self, sources: Sequence[SourceFile], spools: Path) -> Sequence[SourceFile]:
        """The files with the register of office-holders that the archive has, written down for those who read them."""
        register = self._catalogue.people.register(POCOM)
        if register is None:
            return sources
        path = spools / "register"
        write_register(register, path)
        return [msgspec.structs.replace(source, register=path) for source in sources]

    def reindex(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Make the search index anew from the catalogue; returns the number of records in it."""
        shutil.rmtree(self.path / "index", ignore_errors=True)
        self._index = Index.open(self.path / "index")
        self._catalogue.forget_indexed()
        records = self._index_what_is_left(progress)
        self.statements.reindex()
        return records

    def check(self, progress: Callable[[Progress], None] | None = None) -> Checked:
        """Go through originals, catalogue and index, and tell what is wrong with them. Nothing is changed."""
        return check(self._catalogue, self._originals, self._index, progress)

    def _index_what_is_left(self, progress: Callable[[Progress], None] | None = None) -> int:
        """The index follows the catalogue, also where a taking-in was killed between the two."""
        if self._index_is_missing():
            self._catalogue.forget_indexed()
        act, records = self._catalogue.last_act(), 0
        names = lru_cache(maxsize=4)(self._listed_names)
        total = self._catalogue.statistics().records if progress else 0
        with self._index.writer() as writer:
            for identifier in self._catalogue.withdrawn_unindexed():
                writer.remove(identifier)
            for record in self._catalogue.unindexed():
                writer.replace(record.id, index_document(record, names(record.collection)))
                records += 1
                if progress:
                    progress(Progress(0, 0, records, total, records))
            writer.commit()
        self._catalogue.mark_indexed(act)
        return records

    # asking

    def said(self, **asked: Unpack[SaidQuestion]) -> SaidAnswer:
        """Who said what to whom, on whose word: see `SaidQuestion`, and `Statements.said` for errors."""
        return self.statements.said(**asked)

    def get(self, record_id: str) -> Record:
        """The record. Raises NotFoundError."""
        return resolved(self._catalogue, self._catalogue.get(record_id))

    def records(self) -> Iterator[Record]:
        """Every record, by identifier."""
        return resolved_all(self._catalogue, self._catalogue.records())

    def in_order(self, collection: str) -> Iterator[str]:
        """The identifiers of a collection's records, in archive order."""
        return self._catalogue.in_order(collection)

    def neighbours(self, record_id: str) -> tuple[str | None, str | None]:
        """The identifiers of the records before and after this one in archive order."""
        return self._catalogue.neighbours(record_id)

    def neighbours_by_date(self, record_id: str) -> tuple[str | None, str | None]:
        """The identifiers of the records before and after this one by date, in the whole archive.

        Only records dated to the day are looked at: None for one that is not, and at the ends. Raises NotFoundError.
        """
        return self._catalogue.neighbours_by_date(record_id)

    def between(self, first: str, last: str, limit: int) -> tuple[Record, ...]:
        """The records that are dated to a day from `first` to `last` (ISO days), by date; at most `limit`."""
        return tuple(map(self._catalogue.get, self._catalogue.between(first, last, limit)))

    def cited_by(self, record_id: str) -> tuple[Brief, ...]:
        """The records that refer to this one, in archive order."""
        return citing(self._catalogue, record_id)

    def replies(self, record: Record, cited_by: tuple[Brief, ...] | None = None) -> Replies:
        """What a record that `get` gave replies to, and what replies to it; `cited_by` where that is known already."""
        return replies(self._catalogue, record, cited_by)

    def briefs(self, record_ids: Iterable[str]) -> dict[str, Brief]:
        """Title, kind and date of those of the records that are held."""
        return self._catalogue.briefs(record_ids)

    def agents(self, collection: str) -> dict[str, Agent]:
        """The names in a collection's own lists, by identifier."""
        return self._catalogue.agents(collection)

    def collections(self) -> tuple[CollectionSummary, ...]:
        """The collections, with how much they hold and of when."""
        return self._catalogue.collections()

    def years(self) -> tuple[YearCount, ...]:
        """The years in which records are dated, in order; a record whose date leaves the year open counts in none."""
        return self._catalogue.years()

    def newest(self, limit: int) -> tuple[Brief, ...]:
        """The records that were taken in last, the newest first."""
        return self._catalogue.newest(limit)

    def days(self, first: str, last: str) -> dict[str, int]:
        """How many records are dated to each day from `first` to `last` (ISO days); days without any are left out."""
        return self._catalogue.days(first, last)

    def exchanges(self, within: Within = EVERYTHING, limit: int = 100) -> tuple[Exchange, ...]:
        """Who writes to whom, the pairs with most records first; only of the records within these bounds."""
        return self._catalogue.exchanges(within, limit)

    def exchanged(
        self, sender: str, addressee: str, within: Within = EVERYTHING, limit: int = 1000
    ) -> tuple[Brief, ...]:
        """The records that one sent to another, as `exchanges` counts them, by date."""
        return self._catalogue.exchanged(sender, addressee, within, limit)

    def state(self) -> tuple[int, ...]:
        """Something else after anything was done to the archive, and the same as long as nothing was."""
        return (self._catalogue.last_act(), *map(last_commit, (self.path / "index", self.statements.folder)))

    def statistics(self) -> Statistics:
        """The archive in numbers."""
        return self._catalogue.statistics()

    def cite(self, record_id: str, style: str = STYLE) -> Rendered:
        """The record as a note and as an entry of a bibliography, in a style of `fonds.citation.STYLES`."""
        return render(self.get(record_id), style)

    def cite_as(self, record_id: str, form: str) -> str:
        """The record for a reference manager. Raises UsageError for a form that is not in `fonds.citation.FORMATS`."""
        if form not in FORMATS:
            raise UsageError(
                "bibliographic format", seen=form, wanted=", ".join(FORMATS), next_step="Name one of these."
            )
        return FORMATS[form](self.get(record_id))

    def original(self, record_id: str) -> Path:
        """The file that the record was read from, byte for byte as it came."""
        return self._originals.path(self._catalogue.source_of(record_id).key)
