"""Headings, kinds, markings, source notes and numbers are read off their words."""

from __future__ import annotations

import time

import pytest

from fonds.diplomatics.heading import parse_heading
from fonds.diplomatics.kinds import find_kind
from fonds.diplomatics.marking import find_markings, parse_marking_line
from fonds.diplomatics.number import find_number
from fonds.diplomatics.source_note import file_year, is_source_note, parse_source_note


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("12. Editorial Note", "editorial note"),
        ("Circular Telegram From the Ministry to All Posts", "circular telegram"),
        ("Memorandum of a Conversation, Varna, May 3, 1949", "memorandum of conversation"),
        ("Harbour Council Report", "report"),
        ("Secret Action Memorandum No. 75", "memorandum"),
        ("No. 4The Consul at Varna (Marlow) to the Minister", None),
        ("Telegraphists at Varna", None),
        ("Телеграмма посла Орлова в Варну", "telegram"),
        ("Bericht des Gesandten Brun", "report"),
        ("Brieftauben in Varna", None),
        ("The Letter Carriers of Varna", None),
        ("", None),
    ],
)
def test_a_title_names_a_kind(title: str, kind: str | None) -> None:
    assert find_kind(title) == kind


@pytest.mark.parametrize(
    ("words", "senders", "recipients"),
    [
        ("3. Telegram From the Embassy in Norway to the Ministry", ("Embassy in Norway",), ("Ministry",)),
        ("No. 4The Consul at Varna (Marlow) to the Minister", ("Consul at Varna (Marlow)",), ("Minister",)),
        (
            "Letter From the Assistant to the Governor (Venn) to the Delegation to the Harbour Council",
            ("Assistant to the Governor (Venn)",),
            ("Delegation to the Harbour Council",),
        ),
        ("Memorandum by the Consul (Marlow) to the Minister (Venn)", ("Consul (Marlow)",), ("Minister (Venn)",)),
        ("Letter From the Consul (X) and the Envoy (Brun) to Venn", ("Consul (X)", "Envoy (Brun)"), ("Venn",)),
        ("Memorandum of a Conversation Between X and the Envoy (Y), Varna, May 3, 1949", ("X",), ("Envoy (Y)",)),
        ("Mr. Marlow to Mr. Venn. [Extract.]", ("Mr. Marlow",), ("Mr. Venn",)),
        ("[Translation.] Baron de Brun to Mr. Venn, No. 10.", ("Baron de Brun",), ("Mr. Venn",)),
        ("Consul-General Marlow to the Minister", ("Consul-General Marlow",), ("Minister",)),
        ("General von Brun and the Peace", (), ()),
        ("Editorial Note", (), ()),
        ("Paper Prepared in the Ministry", (), ()),
        ("Notes from the Minutes of the Council", (), ()),
        ("Notes on a Visit to the Harbour", (), ()),
    ],
)  # fmt: skip
def test_a_heading_names_its_parties(words: str, senders: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    heading = parse_heading(words)
    assert (heading.senders, heading.recipients) == (senders, recipients)


def test_a_heading_is_numbered_and_dated() -> None:
    heading = parse_heading("84. Memorandum of a Conversation, Town Hall, Varna, May 3, 1949, 2 p.m.")
    assert (heading.number, heading.place) == ("84", "Town Hall, Varna")
    assert heading.date is not None
    assert (heading.date.edtf, heading.date.time) == ("1949-05-03", "14:00")


@pytest.mark.parametrize(
    ("words", "place", "edtf"),
    [
        ("Letter From the Consul (Venn) to the Ministry, Varna, May 3, 1949.", "Varna", "1949-05-03"),
        ("Telegram 12 From the Embassy in Norway to the Ministry, May 3, 1949, 1605Z.", None, "1949-05-03"),
        ("Minutes of a Meeting, Varna, undated", "Varna", None),
        ("Minutes of the 131st Meeting of the Council, Tuesday, May 3, 1949", None, "1949-05-03"),
        ("Minutes of a Meeting, Varna, Tuesday, May 3, 1949", "Varna", "1949-05-03"),
        ("Minutes of the Meeting of May 3, 1949, on the Harbour", None, None),
        ("Report of the Council, Venn Files, 1961–62.", None, None),
    ],
)
def test_a_heading_ends_with_place_and_date(words: str, place: str | None, edtf: str | None) -> None:
    heading = parse_heading(words)
    assert heading.place == place
    assert (heading.date.edtf if heading.date else None) == edtf


def test_who_recorded_a_conversation_sent_it_to_nobody() -> None:
    heading = parse_heading("Memorandum of Conversation, by the Consul at Varna (Marlow)")
    assert (heading.senders, heading.recipients, heading.recorders) == ((), (), ("Consul at Varna (Marlow)",))


@pytest.mark.parametrize(
    ("text", "classification", "handling"),
    [
        ("Top Secret; Niact; Eyes Only. Drafted by Marlow.", "Top Secret", ("Niact", "Eyes Only")),
        ("TOP SECRET EYES ONLY", "Top Secret", ("Eyes Only",)),
        ("Ministry, Secretary’s Files, Box 2. No classification marking.", "No classification marking", ()),
        ("Ministry, Secret Files, Box 2. Confidential.", "Confidential", ()),
        ("secret talks were held by the Secretary", None, ()),
        ("", None, ()),
    ],
)
def test_markings_are_found(text: str, classification: str | None, handling: tuple[str, ...]) -> None:
    markings = find_markings(text)
    assert (markings.classification, markings.handling) == (classification, handling)


@pytest.mark.parametrize(
    ("line", "classification", "handling"),
    [
        ("SECRET", "Secret", ()),
        ("secret us urgent", "Secret", ("Urgent",)),
        ("Top SecretEyes Only", "Top Secret", ("Eyes Only",)),
        ("RestrictedDocument No. 1477", "Restricted", ()),
        ("niact", None, ("Niact",)),
    ],
)
def test_a_marking_line_is_read(line: str, classification: str | None, handling: tuple[str, ...]) -> None:
    markings = parse_marking_line(line)
    assert markings is not None
    assert (markings.classification, markings.handling) == (classification, handling)


@pytest.mark.parametrize(
    "line", ["Secretary", "Secret talks were held", "Confidential report on ports", "Restricted areas", "Urgently", ""]
)
def test_other_lines_are_no_markings(line: str) -> None:
    assert parse_marking_line(line) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("611.94/7–1758", 1958),
        ("851G.01/5–249: Telegram", 1949),
        ("033.1100 – JO/9 – 362", 1962),
        ("POL 15–1 US/VENN", None),
        ("611.94/13–1758", None),
        ("611.94/7–3258", None),
    ],
)
def test_a_decimal_file_number_tells_the_year(text: str, year: int | None) -> None:
    assert file_year(text) == year


def test_a_source_note_is_read() -> None:
    note = parse_source_note(
        "Source: Ministry of Ports, Central Files, 611.94/1–655. Secret; Niact. Drafted by E. R. Marlow and Venn, and "
        "approved by Brun. Repeated to Bonn and Oslo. Received at 8:23 a.m."
    )
    assert note.holding is not None
    assert (note.holding.repository, note.holding.reference) == ("Ministry of Ports", "Central Files, 611.94/1–655")
    assert (note.classification, note.handling) == ("Secret", ("Niact",))
    assert [(party.role, party.name) for party in note.parties] == [
        ("drafted by", "E. R. Marlow"), ("drafted by", "Venn"), ("approved by", "Brun"),
    ]  # fmt: skip
    assert [(step.what, step.place, step.at) for step in note.transmission] == [
        ("repeated", "Bonn", None), ("repeated", "Oslo", None), ("received", None, "8:23 a.m."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Drafted by Marlow and was approved by Venn.", (("drafted by", "Marlow"), ("approved by", "Venn"))),
        ("Prepared by Marlow of the Survey.", (("prepared by", "Marlow of the Survey"),)),
        ("A chart prepared by the Survey is printed ibid.", ()),
        ("Two drafts prepared by Marlow and Venn were sent to Varna.", ()),
        ("The minutes approved by the Council have not been found.", ()),
    ],
)
def test_who_made_another_paper_is_no_party(words: str, parties: tuple[tuple[str, str], ...]) -> None:
    note = parse_source_note(f"Source: National Archives, Box 4. Secret. {words}")
    assert tuple((party.role, party.name) for party in note.parties) == parties


@pytest.mark.parametrize(
    ("words", "translated", "language"),
    [
        ("The source text is a translation.", True, None),
        ("The source text is a Foreign Office translation from the Russian.", True, "ru"),
        ("The source text indicates that this is an “unofficial translation” from French.", True, "fr"),
        ("Secret; Official Translation.", True, None),
        ("This informal translation was made at Varna. The Spanish-language text has not been found.", True, "es"),
        ("A translation of this letter is ibid.", False, None),
        ("Drafted by the translator Marlow.", False, None),
        ("A copy of this letter in French is ibid.", False, None),
        ("Translations are in Box 5.", False, None),
    ],
)
def test_a_source_note_tells_of_a_translation(words: str, *, translated: bool, language: str | None) -> None:
    note = parse_source_note(f"Source: National Archives, Box 4. {words}")
    assert (note.translated, note.language) == (translated, language)


def test_a_bare_file_number_is_a_source_note() -> None:
    note = parse_source_note("890.20/3–2949: Telegram")
    assert note.holding is not None
    assert (note.holding.reference, note.kind) == ("890.20/3–2949", "telegram")


@pytest.mark.parametrize("text", ["See Document 12.", "Not printed.", "Ibid., p. 3", "1/" * 50_000, ""])
def test_other_notes_are_no_source_notes(text: str) -> None:
    assert not is_source_note(text)


@pytest.mark.parametrize(
    ("paragraph", "number"),
    [
        ("2146. For the Minister.", "2146"),
        ("Secto 12. For Venn.", "12"),
        ("For the Minister.", None),
        ("3.5 tons", None),
    ],
)
def test_a_telegram_opens_with_its_number(paragraph: str, number: str | None) -> None:
    assert find_number(paragraph) == number


@pytest.mark.parametrize("words", ["received in a ", "drafted by a ", "sent to ", "Secret; ", "1/", "A. "])
def test_hostile_notes_take_no_time(words: str) -> None:
    begun = time.perf_counter()
    parse_source_note("Source: " + words * 5000)
    assert time.perf_counter() - begun < 2
