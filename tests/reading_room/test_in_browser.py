"""What readers do: find a document, read, follow and cite it; with a mouse, with the keyboard, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

CABLE = "/documents/record-pages/hohlweg-to-foreign-ministry-1932-10-23"
TWO = "/documents/record-pages/delorval-to-casterac-1932-10-22"
TELEGRAM = "/documents/daer1932v02/d2"


def test_find_a_document_and_read_a_note_beside_it(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search the archive").fill("gunboat")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("h2#found")).to_contain_text("documents")
    page.goto(CABLE)
    note = page.locator(".sidenote").first
    expect(note).to_be_visible()
    box, text = note.bounding_box(), page.locator(".words > p").first.bounding_box()
    assert box
    assert text
    assert box["x"] >= text["x"] + text["width"]


def test_notes_stand_below_the_text_on_a_small_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(CABLE)
    expect(page.locator(".sidenote").first).to_be_hidden()
    expect(page.locator(".note").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_switch_the_editors_insertions_off(page: Page) -> None:
    page.goto(CABLE)
    inserted = page.locator(".words ins").first
    expect(inserted).to_be_visible()
    page.get_by_label("The editors’ insertions").uncheck()
    expect(inserted).to_be_hidden()


def test_original_and_translation_side_by_side(page: Page) -> None:
    page.goto(TWO)
    expect(page.locator("#t2")).to_be_hidden()
    page.get_by_label("Side by side").check()
    left, right = page.locator("#t1").bounding_box(), page.locator("#t2").bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert right["x"] >= left["x"] + left["width"]


def test_follow_a_person(page: Page) -> None:
    page.goto(TELEGRAM)
    name = page.locator(".words a.mention.person").first
    name.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    name.click()
    expect(page).to_have_url(re.compile("/people/daer1932v02/"))
    expect(page.locator("#documents")).to_be_visible()


def test_draw_a_range_on_the_figure(page: Page) -> None:
    page.goto("/chronology?from=1932-10&to=1932-11")
    figure = page.locator("svg[data-brush]")
    box = figure.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.35, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + 40, steps=4)
    expect(figure.locator(".brush")).to_be_visible()
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=1932-10-2.&to=1932-10-2."))
    expect(page.locator("svg.lanes")).to_be_visible()


def test_copy_a_citation(page: Page) -> None:
    page.goto("/cite/daer1932v02/d2", timeout=60_000)  # the engine of styles starts with the first citation
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".citation").first.text_content()


def test_an_address_for_a_passage_leads_back_to_it(page: Page) -> None:
    page.goto(CABLE)
    page.evaluate(
        """() => {
          const words = [...document.querySelectorAll(".words > p")].at(-2).firstChild;
          document.getSelection().setBaseAndExtent(words, 0, words, 40);
        }"""
    )
    page.get_by_role("button", name="Copy address of passage").click()
    address = page.evaluate("navigator.clipboard.readText()")
    assert f"{CABLE}#:~:text=" in address
    page.goto("about:blank")
    page.goto(address)
    for _ in range(50):
        if page.evaluate("window.scrollY") > 0:
            return
        page.wait_for_timeout(100)
    pytest.fail("the page did not move to the passage")


def test_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/licences")
    page.keyboard.press("/")
    page.keyboard.type("pilot")
    page.keyboard.press("Enter")
    expect(page.locator("h2#found")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    first = page.locator(".hit h3 a").first
    for _ in range(30):
        page.keyboard.press("Tab")
        if first.evaluate("each => each === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("article, .words").first).to_be_visible()


def test_without_scripts(browser: Browser, room: str) -> None:
    context = browser.new_context(base_url=room, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.fill("#query", '"good offices"')
    page.click("button:has-text('Search')")
    page.click(".hit h3 a >> nth=0")
    expect(page.locator(".words").first).to_be_visible()
    page.goto(CABLE)
    page.uncheck("#insertions")
    expect(page.locator(".words ins").first).to_be_hidden()
    page.goto("/correspondence?view=network")
    expect(page.locator("svg.network .node").first).to_be_visible()
    page.goto("/search?q=gunboat")
    page.click("a.not >> nth=0")
    expect(page.locator(".filters")).to_contain_text("Not ")
    page.goto("/said?by=Eilau")
    expect(page.locator(".statements li").first).to_be_visible()
    page.goto("/places?q=gunboat")
    expect(page.locator("svg.map")).to_be_visible()
    context.close()


def test_leave_a_kind_out_and_take_it_in_again(page: Page) -> None:
    page.goto("/search?q=gunboat")
    before = page.locator("h2#found").text_content()
    row = page.locator(".ledger li", has=page.get_by_role("link", name="telegram", exact=True)).first
    row.hover()
    row.get_by_role("link", name="Without telegram").click()
    expect(page.locator(".filters")).to_contain_text("Not Kind: telegram")
    assert page.locator("h2#found").text_content() != before
    page.get_by_role("link", name="Remove the filter Not Kind: telegram").click()
    expect(page.locator("h2#found")).to_have_text(before or "")


def test_move_through_what_was_found_by_letters(page: Page) -> None:
    page.goto("/search?q=gunboat")
    hits = page.locator(".hit h3 a")
    for key, wanted in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(hits.nth(wanted)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".words").first).to_be_visible()
    page.goto("/documents/daer1932v02/d2")
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("/documents/daer1932v02/d3$"))
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/documents/daer1932v02/d2$"))


def test_a_figure_is_taken_away_as_a_picture(page: Page) -> None:
    page.goto("/correspondence?view=network")
    with page.expect_download() as taken:
        page.get_by_role("link", name="PNG").click()
    assert taken.value.suggested_filename == "correspondence.png"
    assert taken.value.path().read_bytes().startswith(b"\x89PNG\r\n")


def test_words_in_their_context_lead_to_their_document(page: Page) -> None:
    page.goto("/search?q=gunboat")
    page.get_by_role("link", name="Words in their context").click()
    expect(page.locator(".concordance mark").first).to_have_text(re.compile("gunboat", re.IGNORECASE))
    page.get_by_role("link", name="by the words before").click()
    expect(page.locator(".orders [aria-current]")).to_have_text("by the words before")
    page.locator(".concordance a").first.click()
    expect(page.locator(".words").first).to_be_visible()


def test_ask_who_said_what_and_go_to_the_passage(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Who said what").click()
    page.get_by_label("Who", exact=True).fill("Eilau")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h2#found")).to_contain_text("1 statement")
    page.locator(".statements li a").first.click()
    expect(page.locator(".words").first).to_be_visible()


def test_a_statement_tells_its_chain_on_hover_and_on_focus(page: Page) -> None:
    page.goto(TELEGRAM)
    said = page.locator(".words .said").first
    said.hover()
    expect(page.get_by_role("tooltip")).to_be_hidden()
    page.get_by_role("checkbox", name="Who said what").check()
    said.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    mark = page.locator(".words .who").first
    mark.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    mark.press("Enter")
    expect(page).to_have_url(re.compile("#statement-t1-1$"))
