"""Every kind of page: usable by all (WCAG 2.2 AA, by axe-core), and HTML as its standard has it (by the Nu checker)."""

from __future__ import annotations

import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PAGES = {
    "home": "/",
    "search": "/search?q=gunboat&kind=telegram",
    "nothing": "/search?q=zeppelin",
    "fault": "/search?q=%22open",
    "document": "/documents/record-pages/hohlweg-to-foreign-ministry-1932-10-23",
    "texts": "/documents/record-pages/delorval-to-casterac-1932-10-22",
    "edition": "/documents/daer1932v02/d2",
    "cite": "/cite/daer1932v02/d2",
    "similar": "/similar/daer1932v02/d2?without=people",
    "sets": "/sets",
    "collection": "/collections/daer1932v02",
    "people": "/people",
    "person": "/people/daer1932v02/{person}",
    "chronology": "/chronology?from=1932-10-27&to=1932-10-28",
    "matrix": "/correspondence",
    "network": "/correspondence?view=network",
    "facets": "/search?q=gunboat&names=1&only=decade%3D1930&without=kind%3Dletter",
    "concordance": "/concordance?q=gunboat&by=left",
    "said": "/said?by=Eilau",
    "places": "/places",
    "footnotes": "/footnotes?q=Telegram%20214%20from%20Sarenne%2C%20October%2025%2C%201932%0ALetter%20of%20May%203",
    "quotation": "/quotations?q=the%20gunboat%20will%20remain%20in%20the%20roads%20of%20Ashdowne",
    "exchange": "/correspondence/documents?sender=Hohlweg&addressee=Lautersee",
    "licences": "/licences",
    "error": "/nowhere",
}
ALL = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
PATIENCE = 120_000
"""Milliseconds: a machine that is busy opens a page late."""
COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}"

Faults = list[tuple[str, list[str]]]
"""Rules that are broken, each with some of the places."""


@pytest.fixture(scope="session")
def addresses(room: str) -> dict[str, str]:
    with urllib.request.urlopen(f"{room}/documents/daer1932v02/d2") as answer:
        person = answer.read().decode().partition("/people/daer1932v02/")[2].partition('"')[0]
    return {name: address.format(person=person) for name, address in PAGES.items()}


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: python tools/vendor.py --checks")
def test_axe_finds_nothing(browser: Browser, room: str, addresses: dict[str, str]) -> None:
    page = browser.new_page(base_url=room)
    page.set_default_timeout(PATIENCE)
    found: dict[str, Faults] = {}
    for name, address in addresses.items():
        page.goto(address)
        found |= {f"{name}, {scheme}": faults for scheme, faults in violations(page).items()}
    page.evaluate("document.body.append(Object.assign(document.createElement('p'), {textContent: 'Faint'}))")
    page.evaluate("document.body.lastChild.style.color = '#808080'; document.body.style.background = '#888888'")
    planted = violations(page)
    page.close()
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert ["color-contrast" in dict(faults) for faults in planted.values()] == [True, True]


def violations(page: Page) -> dict[str, Faults]:
    """What is wrong with a page, by its scheme of colours; in the dark, only colours may be wrong that are not else."""
    page.evaluate(AXE.read_text("utf-8"))
    return {"light": _violations(page, "light", ALL), "dark": _violations(page, "dark", COLOURS)}


def _violations(page: Page, scheme: Literal["light", "dark"], rules: str) -> Faults:
    page.emulate_media(color_scheme=scheme)
    answer = page.evaluate(f"axe.run({rules}).then((answer) => answer.violations)")
    return [(each["id"], [node["html"][:150] for node in each["nodes"][:3]]) for each in answer]


@pytest.mark.skipif(not CHECKER.is_file(), reason="no Nu HTML checker: python tools/vendor.py --checks")
@pytest.mark.skipif(not shutil.which("java"), reason="no Java (Debian: apt install default-jre-headless)")
def test_html_is_as_its_standard_has_it(room: str, addresses: dict[str, str], tmp_path: Path) -> None:
    for name, address in addresses.items():
        try:
            with urllib.request.urlopen(f"{room}{address}") as answer:
                content = answer.read()
        except urllib.error.HTTPError as error:
            content = error.read()
        (tmp_path / f"{name}.html").write_bytes(content)
    command = ["java", "-jar", str(CHECKER), "--errors-only", "--skip-non-html", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr.replace(f"file:{tmp_path}/", "") == ""
