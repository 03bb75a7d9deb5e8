"""Who is in the room where a text tells of a talk, and of whom those in it only speak."""

from __future__ import annotations

from collections.abc import Iterable


class Room:
    """Those whom the text itself tells of are there; who is named in a speech alone is not."""

    def __init__(self, present: Iterable[str] = ()) -> None:
        self._present = set(present)
        self._absent: set[str] = set()
        self.met: str | None = None
        """Whom somebody met or spoke to last."""
        self.named: str | None = None
        """Who else was named last."""

    def note(self, name: str, *, in_speech: bool) -> None:
        """Somebody is told of: in what another says ("Tor said the King hoped …"), or by the text itself."""
        (self._absent if in_speech else self._present).add(name)

    def is_absent(self, name: str) -> bool:
        """Whether somebody was only spoken of."""
        return name in self._absent and name not in self._present
