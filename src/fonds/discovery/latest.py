"""An index as it is now, whoever wrote to it, and what is known of its words as long as nobody does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import tantivy
from msgspec import Struct

from fonds.discovery.asking import Asker
from fonds.discovery.clauses import Elsewhere
from fonds.discovery.nearness import Nearness
from fonds.discovery.vocabulary import Vocabulary

_COMMIT: Final = "meta.json"
"""The file that every commit writes anew."""


def last_commit(folder: Path) -> int:
    """When the index in a folder was last written, in nanoseconds; 0 where there is none."""
    try:
        return (folder / _COMMIT).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


class _State(Struct, frozen=True):
    commit: tuple[int, int]
    searcher: tantivy.Searcher
    vocabulary: Vocabulary
    nearness: Nearness


class Latest:
    """The last committed state of the index in a folder."""

    def __init__(self, index: tantivy.Index, path: Path) -> None:
        self._index = index
        self._commit = path / _COMMIT
        self._state: _State | None = None

    def asker(self, elsewhere: Mapping[str, Elsewhere] | None = None) -> Asker:
        """What asks the index in this state. `elsewhere`: fields that another index answers."""
        status = self._commit.stat()
        commit = status.st_mtime_ns, status.st_ino
        if self._state is None or self._state.commit != commit:
            self._index.reload()
            searcher = self._index.searcher()
            self._state = _State(commit, searcher, Vocabulary(searcher), Nearness(searcher))
        return Asker(self._state.searcher, self._state.vocabulary, self._state.nearness, elsewhere)
