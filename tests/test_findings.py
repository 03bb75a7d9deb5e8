"""The codes of findings: each that the code raises is explained, and each that is explained is raised."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "fonds"
EXPLAINED: dict[str, str] = json.loads((SOURCES / "findings.json").read_text("utf-8"))
RAISED = re.compile(r"""Finding\(\s*"([a-z-]+)\"""")


def test_every_code_that_is_raised_is_explained() -> None:
    raised = {code for path in SOURCES.rglob("*.py") for code in RAISED.findall(path.read_text("utf-8"))}
    assert raised
    assert raised <= EXPLAINED.keys()


def test_every_code_that_is_explained_stands_in_the_code() -> None:
    code = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    assert [each for each in EXPLAINED if f'"{each}"' not in code] == []


def test_the_page_on_formats_lists_every_code() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert [code for code, words in EXPLAINED.items() if f"| `{code}` | {words} |" not in page] == []
