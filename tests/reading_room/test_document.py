from __future__ import annotations

from typing import cast

import msgspec
import pytest
from reading_room_desk import LETTER, SOURCE, TELEGRAM, Desk

from fonds.archive import Archive
from fonds.errors import NotFoundError
from fonds.reading_room.document import DocumentPage, document_page
from fonds.record import Agent, Cites, Mention, Note, Party, Record, Reference, Text


def page_of(record: Record, *others: Record, names: tuple[Agent, ...] = ()) -> DocumentPage:
    desk = Desk([record, *others])
    desk.listed = names
    return document_page(cast("Archive", desk), record.id)


def letter(**fields: object) -> Record:
    return msgspec.structs.replace(LETTER, **fields)


def test_what_is_not_held_has_no_page() -> None:
    with pytest.raises(NotFoundError, match="record nowhere: not in the archive"):
        document_page(cast("Archive", Desk()), "nowhere")


def test_what_is_cited_twice_is_told_once() -> None:
    held = [Reference(0, 3, printed, Cites(document="4"), TELEGRAM.id) for printed in ("d4", "document 4")]
    works = [Reference(0, 3, printed, Cites(work=work)) for printed, work in (("a", "A"), ("b", "B"), ("c", "A"))]
    page = page_of(letter(texts=(Text("en", "original", "Yes.", references=(*held, *works)),)), TELEGRAM)
    assert [(each.held and each.held.id, each.words) for each in page.cited] == [
        ("daer/volumes/d4", "Document 4"),
        (None, "A"),
        (None, "B"),
    ]


def test_names_come_from_text_notes_and_parties_by_the_alphabet() -> None:
    names = tuple(Agent(each, "c", "person", name) for each, name in zip("abcd", "wZXy", strict=True))
    text = Text(
        "en",
        "original",
        "Yes.",
        notes=(Note("1", 0, "No.", mentions=(Mention(0, 1, "person", "b"),)),),
        mentions=(Mention(0, 1, "person", "a"), Mention(1, 2, "person", "a"), Mention(1, 2, "person", "nobody")),
    )
    page = page_of(letter(texts=(text,), parties=(Party("from", "C", "c"), Party("to", "D"))), names=names)
    assert [agent.name for agent in page.named] == ["w", "X", "Z"]


def test_parties_stand_by_role_in_the_documents_order() -> None:
    parties = (Party("to", "A"), Party("from", "B"), Party("to", "C"))
    roles = page_of(letter(parties=parties)).roles
    assert [(role, [party.name for party in group]) for role, group in roles.items()] == [
        ("to", ["A", "C"]),
        ("from", ["B"]),
    ]


@pytest.mark.parametrize(
    ("roles", "language", "wanted"),
    [
        pytest.param([], None, "No text of this document is held.", id="no text"),
        pytest.param(["translation"], "ru", "The original in Russian is not in this archive.", id="no original"),
        pytest.param(["translation"], None, "The original is not in this archive.", id="of no known language"),
        pytest.param(["original"], "ru", "", id="no translation"),
        pytest.param(["original", "translation"], "ru", "", id="both"),
        pytest.param(["transcript", "translation"], "ru", "", id="a transcript of the original"),
    ],
)
def test_the_text_that_is_not_held(roles: list[str], language: str | None, wanted: str) -> None:
    texts = msgspec.convert([{"language": "en", "role": role, "content": "Yes."} for role in roles], tuple[Text, ...])
    assert page_of(Record("c/1", "c", "T", SOURCE, language=language, texts=texts)).absent == wanted


def test_two_texts_have_notes_of_their_own() -> None:
    texts = tuple(Text("en", "original", "Yes.", notes=(Note("1", 4, "No."),)) for _ in range(2))
    page = page_of(letter(texts=texts))
    assert [text.notes[0].key for text in page.texts] == ["t1-1", "t2-1"]
