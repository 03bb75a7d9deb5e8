"""`fonds schema`: what a record is, for programs."""

from __future__ import annotations

from fonds.cli.context import print_json
from fonds.record import record_schema


def schema() -> None:
    """Print the JSON Schema of a record, as --json and --jsonl print it."""
    print_json(record_schema())
