"""`fonds stats`: the archive in numbers."""

from __future__ import annotations

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
        if isinstance(value, dict):
            print(f"{name}: " + ", ".join(f"{key} {count}" for key, count in value.items()))
        else:
            print(f"{name}: {value}")
