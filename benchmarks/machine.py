"""What every benchmark prints first: on what machine, over what data."""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def material(about: str | None) -> Path:
    """The folder of the real material (`--data`); prints the machine and the data."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=DATA)
    data: Path = parser.parse_args().data
    volumes = sorted((data / "frus" / "volumes").glob("*.xml"))
    size = sum(volume.stat().st_size for volume in volumes) / 1e6
    print(f"machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    print(f"data: {len(volumes)} volumes, {size:.0f} MB")
    return data


def spread(milliseconds: list[float]) -> str:
    """The median and the slow ends of many timings."""
    ordered = sorted(milliseconds)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)]
    return f"p50 {at[0]:.2f} ms, p95 {at[1]:.2f} ms, p99 {at[2]:.2f} ms ({len(ordered)} timings)"
