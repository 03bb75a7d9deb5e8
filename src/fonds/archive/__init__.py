"""The front desk: how the rooms below work together on one folder."""

from __future__ import annotations

from fonds.archive.desk import Archive, open  # noqa: A004 - `fonds.archive.open` reads as it does
from fonds.archive.taking_in import Added, Progress

__all__ = ["Added", "Archive", "Progress", "open"]
