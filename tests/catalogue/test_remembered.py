from __future__ import annotations

from fonds.catalogue import Remembered


class Clockwork:
    """Something that changes when it is told to, and counts how often it is looked at."""

    def __init__(self) -> None:
        self.state = 1
        self.looked = 0

    def look(self) -> str:
        self.looked += 1
        return f"as of {self.state}"


def test_it_is_made_when_first_asked_for_and_again_after_a_change() -> None:
    clockwork = Clockwork()
    remembered = Remembered(clockwork.look, lambda: clockwork.state)
    assert clockwork.looked == 0
    assert [remembered.get() for _ in range(3)] == ["as of 1"] * 3
    assert clockwork.looked == 1
    clockwork.state = 2
    assert [remembered.get() for _ in range(2)] == ["as of 2"] * 2
    assert clockwork.looked == 2


def test_a_change_while_it_is_made_counts() -> None:
    clockwork = Clockwork()

    def look() -> str:
        found = clockwork.look()
        clockwork.state += clockwork.looked == 1
        return found

    remembered = Remembered(look, lambda: clockwork.state)
    assert [remembered.get() for _ in range(3)] == ["as of 1", "as of 2", "as of 2"]
