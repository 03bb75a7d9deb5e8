"""What takes time to work out from the archive, worked out once after each change to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Remembered(Generic[Thing]):
    """Something that is made when it is first asked for, and made anew when it is asked for after a change.

    `state` gives something else after each change, and the same as long as there is none. It may be asked from several
    threads: where two ask at once, it may be made twice.
    """

    def __init__(self, make: Callable[[], Thing], state: Callable[[], Hashable]) -> None:
        self._make = make
        self._state = state
        self._made: tuple[Hashable, Thing] | None = None

    def get(self) -> Thing:
        """It, as the archive is now; a change that comes while it is made counts as one after it."""
        state, made = self._state(), self._made
        if made is None or made[0] != state:
            made = self._made = state, self._make()
        return made[1]
