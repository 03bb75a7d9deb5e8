"""`fonds stats`: the archive in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import msgspec

from fonds.cli.context import InContext, Json, print_json


def stats(*, json: Json = False, context: InContext) -> None:
    """Tell the archive in numbers: records, kinds, decades, languages, and what could not be read."""
    with context.archive() as archive:
        numbers = archive.statistics()
    if json:
        print_json(numbers)
        return
    for name, value in msgspec.to_builtins(numbers).items():
        if name == "findings":
            print("\n".join([f"findings: {sum(value.values()):,}", *_findings(value)]))
        elif isinstance(value, dict):
            print(f"{name}: " + ", ".join(f"{key} {count}" for key, count in value.items()))
        else:
            print(f"{name}: {value}")


def _findings(counts: dict[str, int]) -> Iterator[str]:
    """Each sort of finding with its number and what it means."""
    meanings = msgspec.json.decode(files("fonds").joinpath("findings.json").read_bytes(), type=dict[str, str])
    return (f"  {code} {count:,}: {meanings.get(code, '')}" for code, count in counts.items())
