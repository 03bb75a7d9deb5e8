"""The locks hold what pyproject.toml asks for, each package with its hashes, and no package that nothing asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PIN = re.compile(
    r"^([a-z0-9.-]+)==([^ ]+)(?: ; [^\\\n]*[^\\\n ])?((?: \\\n    --hash=sha256:[0-9a-f]{64})*)((?:\n +# .*)*)",
    re.MULTILINE,
)
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
RUNTIME = PROJECT["project"]["dependencies"] + [line for name in EXTRAS.keys() - {"all"} for line in EXTRAS[name]]
GROUPS = PROJECT["dependency-groups"]
BUILD = GROUPS["build"]
DEVELOPMENT = [line for line in GROUPS["dev"] if isinstance(line, str)]
LOCKS = {
    "requirements.lock": RUNTIME + BUILD + DEVELOPMENT,
    "requirements-runtime.lock": RUNTIME,
    "requirements-build.lock": BUILD,
}


def disagreements(wanted: list[str], lock: str) -> list[str]:
    """Where a lock is not what `make lock` would make of the requirements; empty where they agree."""
    pins = {name: (version, hashes, why) for name, version, hashes, why in PIN.findall(lock)}
    asked = {requirement.name: requirement.specifier for requirement in map(Requirement, wanted)}
    found = [f"{name} is not locked" for name in asked.keys() - pins.keys()]
    for name, (version, hashes, why) in pins.items():
        if not hashes:
            found.append(f"{name} has no hash")
        if name in asked and not asked[name].contains(version):
            found.append(f"{name} {version} is locked, {asked[name]} wanted")
        if name not in asked and "fonds (pyproject.toml" in why:
            found.append(f"{name} is locked, but not asked for")
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_lock_agrees_with_project(name: str) -> None:
    assert disagreements(LOCKS[name], (ROOT / name).read_text("utf-8")) == [], "run `make lock`"


@pytest.mark.parametrize("name", sorted(set(LOCKS) - {"requirements.lock"}))
def test_smaller_lock_is_part_of_the_whole(name: str) -> None:
    whole, part = (
        {(pin[0], pin[1], pin[2]) for pin in PIN.findall((ROOT / file).read_text("utf-8"))}
        for file in ("requirements.lock", name)
    )
    assert part
    assert part <= whole


def test_all_brings_every_extra() -> None:
    brought = {extra for line in EXTRAS["all"] for extra in Requirement(line).extras}
    assert brought == EXTRAS.keys() - {"all"}


HASH = " \\\n    --hash=sha256:" + "0" * 64
LOCKED = (
    f"edtf==5.0.2{HASH}{HASH}\n    # via fonds (pyproject.toml)\nsix==1.17.0 ; os_name == 'nt'{HASH}\n    # via edtf\n"
)
DISAGREEING = [
    (["edtf>=5.0.2,<6"], LOCKED, []),
    (["edtf>=5.0.2", "lxml>=6"], LOCKED, ["lxml is not locked"]),
    (["edtf>=6"], LOCKED, ["edtf 5.0.2 is locked, >=6 wanted"]),
    ([], LOCKED, ["edtf is locked, but not asked for"]),
    (["edtf"], LOCKED.replace(HASH, "", 2), ["edtf has no hash"]),
]


@pytest.mark.parametrize(
    ("wanted", "lock", "found"), DISAGREEING, ids=["agrees", "missing", "other version", "left over", "no hash"]
)
def test_disagreement_is_found_out(wanted: list[str], lock: str, found: list[str]) -> None:
    assert disagreements(wanted, lock) == found
