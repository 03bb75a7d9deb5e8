"""Who said what to whom, on whose word: statements that a text attributes to somebody.

`attribute` gives a record its statements, `attribute_all` many records; an `Attributor` is an engine that finds them.
"""

from __future__ import annotations

from fonds.diplomatics.statements.attributor import Attributor, attribute, attribute_all, built_in
from fonds.diplomatics.statements.parser import is_installed

__all__ = ["Attributor", "attribute", "attribute_all", "built_in", "is_installed"]
