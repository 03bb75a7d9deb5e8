from __future__ import annotations

import re
from typing import Any

import pytest
from html_reading import Page
from litestar.testing import TestClient

from fonds.reading_room.assets import Asset, Assets, load_assets

Client = TestClient[Any]
CONTRAST = 4.5
LINEAR = 0.04045
STYLES = {path: asset.content.decode() for path, asset in load_assets().files.items() if path.startswith("style/")}
STYLE = STYLES["style/base.css"]


def test_files_are_kept_for_good_at_addresses_that_change(client: Client) -> None:
    address = next(each for each in Page(client.get("/").text).values("href", "link") if each.endswith("base.css"))
    answer = client.get(address)
    assert answer.content == load_assets().files["style/base.css"].content
    assert answer.headers["content-type"].startswith("text/css")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["etag"] == f'"{load_assets().digest}"'


@pytest.mark.parametrize(
    "path", ["0000/style/base.css", "{}/nothing.css", "{}/../app.py", "{}/..%2Fapp.py", "{}/vendor/../../app.py", "{}/"]
)
def test_nothing_else_is_served(client: Client, path: str) -> None:
    assert client.get(f"/static/{path.format(load_assets().digest)}").status_code == 404


def test_a_page_names_all_style_sheets_the_fonts_before_ours() -> None:
    assets = Assets({each: Asset(b"", "") for each in ("icon.svg", "style/a.css", "vendor/a/font.css")}, "0")
    assert assets.stylesheets == ("/static/0/vendor/a/font.css", "/static/0/style/a.css")


# The style sheet


def test_the_style_sheets_are_small_and_load_nothing() -> None:
    together = "".join(STYLES.values())
    assert len(together.encode()) < 24_576
    assert "@import" not in together
    assert "url(" not in together


def colours(scheme: int) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#\w{6})", re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[scheme]))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [pytest.param(0, id="light"), pytest.param(1, id="dark")])
@pytest.mark.parametrize("ground", ["paper", "wash", "hit"])
@pytest.mark.parametrize("words", ["ink", "quiet", "link"])
def test_words_stand_out_from_the_ground(scheme: int, ground: str, words: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    lighter, darker = sorted((luminance(colours(scheme)[each]) for each in (ground, words)), reverse=True)
    if (ground, words) != ("hit", "quiet"):  # what was found is set in ink, or is a link
        assert (lighter + 0.05) / (darker + 0.05) >= CONTRAST
