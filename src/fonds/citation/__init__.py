"""How records are cited: in the styles of historians, and for other programs."""

from __future__ import annotations

from collections.abc import Callable

from fonds.citation.bibtex import bibtex
from fonds.citation.csl import csl_item, csl_json
from fonds.citation.ris import ris
from fonds.citation.styles import STYLE, STYLES, Rendered, render
from fonds.record import Record

FORMATS: dict[str, Callable[[Record], str]] = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}
"""Form for other programs -> what writes a record in it."""

__all__ = ["FORMATS", "STYLE", "STYLES", "Rendered", "bibtex", "csl_item", "csl_json", "render", "ris"]
