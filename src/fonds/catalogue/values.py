"""What goes into the catalogue with a file, and what comes out of it besides records."""

from __future__ import annotations

from msgspec import Struct

from fonds.dates import shortest_edtf
from fonds.record import Finding


class Accession(Struct, frozen=True):
    """What one file brings, besides its records.

    `key` names the file for good; `name` is its path below the folder given; `program` is the reader and its version;
    `names_sha256` is the digest of the list of people used, or "". `findings` are those of the file as a whole.
    """

    key: str
    name: str
    sha256: str
    size: int
    media_type: str
    program: str
    names_sha256: str = ""
    findings: tuple[Finding, ...] = ()


class HeldSource(Struct, frozen=True):
    """A file that is held, as it was last taken in. `version` counts the contents that it has had."""

    key: str
    sha256: str
    program: str
    names_sha256: str
    version: int


class Change(Struct, frozen=True):
    """What keeping a file did to its records, in numbers of records; `findings` in numbers of findings.

    `act` is the number of the journal entry; `Catalogue.mark_indexed` takes it. `added` counts records that are new
    or were withdrawn before.
    """

    key: str
    version: int
    act: int
    added: int
    changed: int
    unchanged: int
    withdrawn: int
    findings: int


class Act(Struct, frozen=True):
    """One line of the journal: what was done, to what, when (UTC, ISO 8601), and with what outcome, in numbers."""

    number: int
    at: str
    deed: str
    thing: str
    outcome: dict[str, int]


class Problem(Struct, frozen=True):
    """Something that a check found. `code` is a key of `problems.json`; `thing` is what it was found of."""

    code: str
    thing: str
    words: str = ""


class Brief(Struct, frozen=True):
    """As much of a record as a list or a link shows."""

    id: str
    title: str
    kind: str | None
    date_from: str | None
    date_to: str | None

    @property
    def edtf(self) -> str | None:
        """When it is dated, no closer than its source tells."""
        return shortest_edtf(self.date_from, self.date_to)


class CollectionSummary(Struct, frozen=True):
    """A collection: its number of records, and the first and last day that they are dated.

    `title` is what it is called: the volume of an edition, or else the collection's own identifier; `part` tells which
    of the edition's volumes it is, "" where there is nothing to tell.
    """

    collection: str
    records: int
    date_from: str | None
    date_to: str | None
    title: str = ""
    part: str = ""


class YearCount(Struct, frozen=True):
    """How many records are dated within a year, "1962"."""

    year: str
    records: int


class Statistics(Struct, frozen=True):
    """The archive in numbers. All but `withdrawn` count only what is listed; the largest number comes first.

    `references` are those that ask for a document; printed works are not among them. `kinds` and `languages` have
    "unknown" for records without, `decades` ("1960") has "undated".
    """

    records: int
    withdrawn: int
    collections: int
    sources: int
    agents: int
    references: int
    kinds: dict[str, int]
    decades: dict[str, int]
    languages: dict[str, int]
    findings: dict[str, int]
