from __future__ import annotations

import re
from typing import Any

import pytest
from html_reading import Page
from litestar.testing import TestClient
from lxml import etree
from msgspec import structs
from reading_room_desk import LETTER, Desk, reading_room

from fonds.catalogue import Within
from fonds.discovery import Hit
from fonds.record import Record, Statement, Text, TransmissionStep

Client = TestClient[Any]
DOCUMENT = "/documents/daer/volumes/d4"
PAGES = [
    "/",
    "/search",
    "/search?q=letter&kind=telegram&from=1932&notes=1&editor=1",
    "/search?q=nobody",
    "/search?q=%22open",
    DOCUMENT,
    "/documents/letters/bare",
    "/cite/daer/volumes/d4",
    "/people",
    "/people?q=nobody&kind=body",
    "/people/daer/volumes/p_P",
    "/chronology",
    "/chronology?from=1932-10-27",
    "/concordance?q=letter",
    "/concordance?q=%22open",
    "/places",
    "/places?q=letter&only=kind%3Dtelegram",
    "/places?q=%22open",
    "/said",
    "/said?by=Delorval&hand=others&attitude=ask",
    "/said?hand=third",
    "/correspondence",
    "/correspondence?view=network&from=1932",
    "/correspondence/documents?sender=Pask&addressee=Ashdowne",
    "/collections/daer/volumes",
    "/sets",
    "/sets/Pilots’ papers, 1932",
    "/similar/daer/volumes/d4",
    "/similar/daer/volumes/d4?without=days&without=phrases",
    "/footnotes",
    "/footnotes?q=Telegram%202146%0ALetter%0Anobody",
    "/footnotes?q=" + "x%0A" * 51,
    "/quotations",
    "/quotations?q=change",
    "/quotations?q=nobody",
    "/quotations?q=%22open",
    "/licences",
    "/documents/nowhere",
    "/nowhere",
]


def words(client: Client, address: str) -> str:
    return " ".join(Page(client.get(address).text).words.split())


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole(client: Client, address: str) -> None:
    page = Page(client.get(address).text)
    assert page.faults == []
    tags = [tag for tag, _ in page.elements]
    assert [tags.count(each) for each in ("html", "title", "h1", "main")] == [1, 1, 1, 1]
    assert page.values("lang", "html") == ["en"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_loads_and_runs_only_what_is_ours(client: Client, address: str) -> None:
    page = Page(client.get(address).text)
    loaded = page.values("src") + page.values("href", "link")
    assert all(each.startswith("/") and not each.startswith("//") for each in loaded)
    assert not any(tag in {"style", "iframe", "object"} for tag, _ in page.elements)
    assert all("src" in attributes for tag, attributes in page.elements if tag == "script")
    assert "</script>" not in client.get(address).text.replace("></script>", "")  # nothing is written in a page
    assert not any(name == "style" or name.startswith("on") for _, each in page.elements for name in each)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_leads_somewhere(client: Client, address: str) -> None:
    addresses = {link for link in Page(client.get(address).text).values("href") if link.startswith("/")}
    assert {link: client.get(link).status_code for link in addresses} == dict.fromkeys(addresses, 200)


def test_home_tells_what_the_archive_holds(client: Client) -> None:
    page = words(client, "/")
    assert "3 documents in 2 collections, 1932" in page
    assert "The volumes II 1932 2" in page


def test_an_empty_archive_says_so() -> None:
    with TestClient(reading_room(Desk([]))) as client:
        assert "This archive is empty." in words(client, "/")


# Searching


def test_results_mark_what_was_found(client: Client) -> None:
    page = client.get("/search?q=pask").text
    assert '<a href="/documents/daer/volumes/d4">' in page
    assert ">Telegram from <mark>Pask</mark> to Ashdowne</a>" in page
    assert "telegram · 27 October 1932 · Sarenne" in page


def test_all_that_is_asked_reaches_the_archive(client: Client, desk: Desk) -> None:
    client.get(
        "/search?q=x&from=1931&to=1932-10&kind=k&person=p&place=l&collection=c&set=s&notes=1&page=3"
        "&only=kind=letter&only=kind=note&without=to=Pask"
    )
    assert desk.asked == {
        "query": "x",
        "date_from": "1931",
        "date_to": "1932-10",
        "kind": "k",
        "person": "p",
        "place": "l",
        "collection": "c",
        "working_set": "s",
        "limit": 10,
        "offset": 20,
        "notes": True,
        "editor": False,
        "sort": "relevance",
        "histogram": True,
        "include": {"kind": ("letter", "note")},
        "exclude": {"to": ("Pask",)},
        "facets": ("kind", "decade", "to", "place", "classification", "holding", "collection", "language", "has"),
    }


def test_fields_left_empty_are_no_filters(client: Client, desk: Desk) -> None:
    client.get("/search?q=x&from=&to=&kind=&person=&place=&collection=&set=")
    assert {name for name, value in desk.asked.items() if value is None} == {
        *("date_from", "date_to", "kind", "person", "place", "collection", "working_set")
    }


def test_counts_narrow_and_widen(client: Client) -> None:
    narrowing = Page(client.get("/search?q=a").text).values("href")
    assert {"/search?q=a&only=kind%3Dtelegram", "/search?q=a&without=decade%3D1930"} <= set(narrowing)
    widening = client.get("/search?q=a&only=kind%3Dtelegram&only=decade%3D1930").text
    assert '<a href="/search?q=a&amp;only=decade%3D1930" aria-current="true">telegram' in widening
    assert '<a href="/search?q=a&amp;only=kind%3Dtelegram" aria-current="true">1930s' in widening
    assert client.get("/search?q=a&only=colour%3Dred").status_code == 400


def test_what_was_found_stands_over_time(client: Client) -> None:
    page = client.get("/search?q=pask&kind=telegram&from=1930").text
    assert 'data-brush="/search?q=pask&amp;kind=telegram"' in page
    assert '<a href="/search?q=pask&amp;kind=telegram&amp;from=1932&amp;to=1932" tabindex="-1"' in page
    assert "2 tell no single year. 1 have no date." in words(client, "/search?q=pask")


def test_an_answer_comes_in_other_orders(client: Client, desk: Desk) -> None:
    assert '<a href="/search?q=a&amp;sort=latest">latest first</a>' in client.get("/search?q=a").text
    client.get("/search?q=a&sort=latest")
    assert desk.asked["sort"] == "latest"
    assert client.get("/search?q=a&sort=best").status_code == 400


def test_how_a_question_was_understood(client: Client) -> None:
    assert "How the question was understood" not in words(client, "/search?q=pask")
    asked = words(client, "/search?q=pask&explain=1")
    assert "pask this word in all its forms 7 Stands for pasks (3)" in asked
    assert '<a href="/search?q=letter">without the filters</a>' in client.get("/search?q=nobody").text


def test_filters_can_be_removed(client: Client) -> None:
    page = client.get("/search?q=a&kind=telegram&place=Sarenne").text
    assert '<a href="/search?q=a&amp;place=Sarenne" aria-label="Remove the filter Kind: telegram">' in page
    assert '<a href="/search?q=a">Remove all</a>' in page


def test_a_hit_whose_title_has_nothing_of_the_question(
    client: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "_hit", lambda _, record, __: Hit(record.id, "c", "A title", None, None, None, 1.0, ()))
    assert ">A title</a>" in client.get("/search?q=letter").text


def test_a_question_without_answer_is_met_kindly(client: Client) -> None:
    page = client.get("/search?q=nobody&kind=letter").text
    assert "Nothing found" in page
    assert '<a href="/search?q=nobody">Ask again without the filters.</a>' in page
    assert '<a href="/search?q=nobody&amp;kind=letter&amp;notes=1&amp;editor=1">' in page


def test_a_question_that_cannot_be_read_is_explained(client: Client) -> None:
    answer = client.get("/search", params={"q": '"open <b>'})
    page = Page(answer.text)
    assert answer.status_code == 400
    assert 'the query: "open <b>' in page.words
    assert "Wanted: a closing quotation mark" in page.words
    assert page.values("value", "input")[0] == '"open <b>'


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        pytest.param("/search?page=0", "Expected int >= 1", id="page 0"),
        pytest.param("/search?page=1001", "Expected int <= 1000", id="a page beyond the last"),
        pytest.param("/search?page=two", "Expected int, got str", id="no number"),
        pytest.param("/search?notes=perhaps", "Expected bool", id="no yes or no"),
        pytest.param(f"/search?q={'x' * 1001}", "Expected str of length <= 1000", id="a long query"),
    ],
)
def test_parameters_out_of_bounds(client: Client, address: str, wanted: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert wanted in Page(answer.text).words


def test_paging() -> None:
    letters = [Record(f"l/{n}", "l", f"Letter {n}", LETTER.source) for n in range(25)]
    with TestClient(reading_room(Desk(letters))) as client:
        pages = [client.get(f"/search?q=letter&page={n}").text for n in (1, 2, 3)]
    assert ["Page 1 of 3" in pages[0], "Page 2 of 3" in pages[1], "Page 3 of 3" in pages[2]] == [True, True, True]
    assert 'rel="prev"' not in pages[0]
    assert 'rel="next" href="/search?q=letter&amp;page=3"' in pages[1]
    assert 'rel="next"' not in pages[2]
    assert '<ol start="11">' in pages[1]


# A document


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param("Kind Telegram 214", id="kind and number"),
        pytest.param("27 October 1932, 17:00 October 27, 1932, 5 p.m.", id="date, what it means and as printed"),
        pytest.param("Place Sarenne", id="place"),
        pytest.param("From Pask To Ashdowne Tolliver", id="parties"),
        pytest.param("Classification Secret; Eyes Only; Niact", id="classification and handling"),
        pytest.param("Held at Aldermere Record Office Box 9", id="holding"),
        pytest.param("Original language French", id="language"),
        pytest.param("Summary by the editors Pask reports", id="summary"),
        pytest.param("Translation, English by P. Aubenac", id="which text"),
        pytest.param("The original in French is not in this archive.", id="which text is not held"),
        pytest.param("Held at Record Office, Aldermere Copy obtained by a broadcaster", id="custody"),
        pytest.param("Enciphered Received Aldermere 28 October", id="transmission"),
        pytest.param(
            "Documents, The Strait, volume II, edited by A. Moor and B. Finch, document 4, pages 7–8.", id="edition"
        ),
        pytest.param("https://straits-history.example/4", id="address"),
        pytest.param("Free to use", id="rights"),
        pytest.param("daer/daer1932v02.xml read as TEI 1, application/tei+xml; SHA-256 " + "0f" * 32, id="file"),
        pytest.param("32 October dateline", id="findings"),
        pytest.param("Pask, Edwin Minister in Sarenne", id="names"),
        pytest.param("Velmar Strait", id="subjects"),
        pytest.param("This document refers to Letter from Ashdowne Document 9 not in this archive", id="references"),
        pytest.param("Pask to Ashdowne, straits-history.example.", id="the source's own citation"),
    ],
)
def test_a_document_tells_all_that_is_known(client: Client, wanted: str) -> None:
    assert wanted in words(client, DOCUMENT)


def test_the_text_names_its_language(client: Client) -> None:
    assert '<div class="words" lang="en" dir="auto">' in client.get(DOCUMENT).text


def test_notes_stand_beside_the_text_and_below_it(client: Client) -> None:
    page = client.get(DOCUMENT).text
    assert page.count("Not found.") == 2
    assert '<a id="to-t1-1" href="#note-t1-1" role="doc-noteref">1</a>' in page
    assert '<a href="#to-t1-1" role="doc-backlink" aria-label="Back to note 1 in the text">1</a>' in page


def test_documents_lead_to_their_neighbours_and_citing_documents(client: Client) -> None:
    page = client.get("/documents/daer/volumes/d3").text
    assert '<link rel="next" href="/documents/daer/volumes/d4">' in page
    assert '<link rel="prev"' not in page
    assert "Referred to by Telegram from Pask to Ashdowne" in words(client, "/documents/daer/volumes/d3")


def test_what_is_not_told_is_not_shown(client: Client) -> None:
    page = words(client, "/documents/letters/bare").partition("Search letters")[2]
    assert "No text of this document is held." in page
    for label in ("Kind", "Date", "Place", "Classification", "Printed in", "Rights", "How this copy", "Referred"):
        assert label not in page


def test_without_the_extra_citations_say_what_to_install() -> None:
    desk = Desk()
    desk.can_cite = False
    with TestClient(reading_room(desk)) as client:
        answer = client.get("/cite/daer/volumes/d4")
    assert answer.status_code == 200
    assert "Citations in a style. Install fonds[csl]." in " ".join(Page(answer.text).words.split())


def test_a_document_is_cited_in_the_style_asked_for(client: Client) -> None:
    page = Page(client.get("/cite/daer/volumes/d4?style=mhra").text)
    assert "Note Note on Telegram from Pask to Ashdowne" in " ".join(page.words.split())
    assert [each["value"] for tag, each in page.elements if tag == "option" and "selected" in each] == ["mhra"]
    assert {"/api/ris/daer/volumes/d4", "/documents/daer/volumes/d4"} <= set(page.values("href"))


def test_a_document_leads_to_the_next_by_date(client: Client) -> None:
    page = client.get("/documents/daer/volumes/d3").text
    assert re.search(r'<a href="/documents/daer/volumes/d4" title="[^"]*">27 October 1932 →</a>', page)
    assert "By date" not in words(client, DOCUMENT)


def test_who_said_what_stands_with_its_chain_and_its_place() -> None:
    said = Statement(
        0,
        4,
        "Yes.",
        "said",
        ("AUTHOR", "Pask"),
        ("Ashdowne",),
        "say",
        negated=False,
        quoted=True,
        by="f",
        confidence=0.4,
    )
    text = Text("en", "original", "Yes. No.", statements=(said,))
    with TestClient(reading_room(Desk([structs.replace(LETTER, texts=(text,))]))) as client:
        html, page = client.get("/documents/daer/volumes/d3").text, words(client, "/documents/daer/volumes/d3")
    assert "the author ← has it from Pask said to Ashdowne (uncertain)" in page
    assert '<a class="content" href="#said-t1-1"><q>Yes.</q></a>' in html
    assert '<span class="said" data-said="statement-t1-1">Yes.</span> No.' in html


def test_steps_of_one_kind_without_a_time_are_one() -> None:
    steps = [("repeated", None, "Sarenne"), ("repeated", None, "Orlec"), ("received", "5 p.m.", None)]
    made = [TransmissionStep(what, at, place) for what, at, place in steps]
    with TestClient(reading_room(Desk([structs.replace(LETTER, transmission=tuple(made))]))) as client:
        assert "Repeated to Sarenne and Orlec Received 5 p.m." in words(client, "/documents/daer/volumes/d3")


# People


def test_a_person_leads_to_documents_and_correspondents(client: Client) -> None:
    page = words(client, "/people/daer/volumes/p_P")
    for wanted in ("Pask, Edwin", "Minister in Sarenne", "Telegram from Pask to Ashdowne", "Writes to Ashdowne 1"):
        assert wanted in page


def test_a_person_s_page_tells_what_they_said_and_what_others_say_so(client: Client) -> None:
    page = words(client, "/people/daer/volumes/p_P")
    assert "Said Pask ← has it from Delorval said to Pask it rains Telegram from Pask to Ashdowne, 27 October" in page
    assert "Said or thought, as others tell" in page
    assert "Heard" not in page
    assert page.count("All 30") == 1


@pytest.mark.parametrize(
    ("asked", "found"), [("from=1932-10", True), ("to=1932", True), ("from=1933", False), ("role=to", False)]
)
def test_documents_of_a_person_in_a_range_of_time(client: Client, asked: str, found: object) -> None:
    assert ("1932 Telegram from Pask" in words(client, f"/people/daer/volumes/p_P?{asked}")) is found


def test_people_are_found_by_name(client: Client) -> None:
    assert "Pask, Edwin Minister in Sarenne – The volumes" in words(client, "/people?q=Pask")


# Chronology and correspondence


def test_a_day_is_shown_hour_by_hour(client: Client) -> None:
    page = client.get("/chronology?from=1932-10-27").text
    assert '<rect class="timed" x="70.833%"' in page  # 17:00
    assert "written 17:00 received 28 October Telegram from Pask to Ashdowne The volumes" in words(
        client, "/chronology?from=1932-10-27"
    )
    assert '<a href="/chronology?from=1932-10-26&amp;to=1932-10-26">← Earlier</a>' in page


@pytest.mark.parametrize("address", ["/chronology?from=soon", "/correspondence?to=1932-13", "/correspondence?view=map"])
def test_what_is_no_date_or_form_is_explained(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "Wanted:" in Page(answer.text).words


def test_the_first_and_last_years_have_no_earlier_and_later(client: Client) -> None:
    assert "← Earlier" not in client.get("/chronology?from=0001").text
    assert "Later →" not in client.get("/chronology?from=9999").text


def test_an_exchange_opens_its_documents(client: Client, desk: Desk) -> None:
    link = "/correspondence/documents?sender=Pask&addressee=Ashdowne&from=1932"
    assert link in Page(client.get("/correspondence?from=1932").text).values("href")
    assert link in Page(client.get("/correspondence?view=network&from=1932").text).values("href")
    assert "Telegram from Pask to Ashdowne" in words(client, link)
    assert desk.asked == {"exchanged": ("Pask", "Ashdowne", Within("1932-01-01"))}


def test_figures_can_be_taken_away(client: Client) -> None:
    table = client.get("/figures/correspondence.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert table.text.splitlines()[1:] == [
        "sender,addressee,records,first,last",
        "Pask,Ashdowne,3,,",
        "'=Moor,Pask,1,,",
    ]
    assert table.text.startswith("# Records with a sender and an addressee")
    chronology = client.get("/figures/chronology.csv?from=1932-10-26&to=1932-10-28").text
    assert chronology.splitlines()[1:] == ["first,last,records"] + [
        f"1932-10-{d},1932-10-{d},{d == 27:d}" for d in (26, 27, 28)
    ]
    drawing = client.get("/figures/correspondence.svg")
    root = etree.fromstring(drawing.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Pask to Ashdowne: 3" in [each.text for each in root.iter("{http://www.w3.org/2000/svg}title")]


def test_nobody_is_not_found(client: Client) -> None:
    assert client.get("/people/daer/p_X").status_code == 404


def test_a_transcript_misses_nothing() -> None:
    record = Record("c/1", "c", "T", LETTER.source, language="en", texts=(Text("en", "transcript", "Yes."),))
    with TestClient(reading_room(Desk([record]))) as client:
        assert "not in this archive" not in words(client, "/documents/c/1")


# Collections


def test_a_collection_lists_its_documents_in_order(client: Client) -> None:
    page = client.get("/collections/daer/volumes").text
    assert page.index("Letter from Ashdowne") < page.index("Telegram from Pask")
    assert '<input type="hidden" name="collection" value="daer/volumes">' in page


@pytest.mark.parametrize(
    "address", ["/search?q=letter&page=2", "/search?q=nobody&page=2", "/collections/letters?page=2"]
)
def test_there_is_no_page_after_the_last(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "page 2: the last page is 1" in Page(answer.text).words


def test_a_collection_has_pages() -> None:
    letters = [Record(f"l/{n}", "l", f"Letter {n}", LETTER.source) for n in range(101)]
    with TestClient(reading_room(Desk(letters))) as client:
        page = client.get("/collections/l?page=2").text
    assert page.count("/documents/l/") == 1


@pytest.mark.parametrize("address", ["/collections/nowhere", "/documents/daer/volumes", "/documents/daer/../d4"])
def test_what_is_not_held_is_not_found(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert Page(answer.text).faults == []


def test_identifiers_of_any_letters_lead_to_their_page() -> None:
    odd = Record("a b/ü?#&/d.1", "a b/ü?#&", "Odd", LETTER.source)
    with TestClient(reading_room(Desk([odd]))) as client:
        links = [link for link in Page(client.get("/search?q=odd").text).values("href") if link.startswith("/")]
        assert [client.get(link).status_code for link in links] == [200] * len(links)
        assert any(link.startswith("/documents/") for link in links)
