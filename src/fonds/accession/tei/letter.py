"""A whole TEI file that is one letter: its header describes who wrote to whom (`correspDesc`)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from fonds.accession.tei.dates import find_date
from fonds.accession.tei.document import Volume
from fonds.accession.tei.elements import ID, LANG, TEI, agent_of, local_name, plain
from fonds.accession.tei.flow import Flow
from fonds.accession.tei.header import rights_of
from fonds.accession.tei.own import come_home, is_own
from fonds.diplomatics.heading import parse_heading
from fonds.diplomatics.kinds import find_kind
from fonds.record import (
    CustodyStep,
    Date,
    Edition,
    Facsimile,
    Finding,
    Holding,
    Party,
    Record,
    Text,
    TextRole,
    TransmissionStep,
)

_TEXT_ROLES: dict[str, TextRole] = {"translation": "translation", "transcript": "transcript"}
_PARTS = frozenset({"original", "transcript", "translation"})
_ROLES = {"sent": "from", "received": "to"}
_NAMES = tuple(TEI + name for name in ("persName", "orgName", "name"))


def is_letter(header: etree._Element, root: etree._Element) -> bool:
    """Whether a file is a letter: its header describes one, or the file or its text says that it is of this type."""
    return describes_letter(header) or any(
        element is not None and element.get("type") == "letter" for element in (root, root.find(TEI + "text"))
    )


def describes_letter(header: etree._Element) -> bool:
    """Whether the header describes a piece of correspondence."""
    return next(header.iter(TEI + "correspDesc"), None) is not None


def read_letter(root: etree._Element, header: etree._Element, identifier: str, volume: Volume) -> Record:
    """The record of a file that is one letter; `volume.id` is the folder that it lies in."""
    actions = {action.get("type"): action for action in header.iter(TEI + "correspAction")}
    texts, pages, findings = _texts(root, volume)
    title = volume.edition.title or identifier
    record = Record(
        id=f"{volume.id}/{identifier}",
        collection=volume.id,
        title=title,
        source=volume.source,
        kind=find_kind(title) or "letter",
        date=_date(root, actions.get("sent")),
        place=_place(root, actions.get("sent")),
        parties=tuple(dict.fromkeys((*(_correspondents(header) or _named(title)), *_signers(root)))),
        holding=_holding(header),
        custody=tuple(_custody(header)),
        transmission=tuple(_transmission(header)),
        language=_language(header, root),
        summary=_first(header, "abstract") or _first(header, "summary"),
        subjects=tuple(plain(item) for words in header.iter(TEI + "keywords") for item in words.iter(TEI + "term")),
        rights=rights_of(header),
        address=_address(volume.edition),
        edition=_edition(volume.edition) or volume.corpus,
        texts=texts,
        facsimiles=tuple(_pictures(root, pages)),
        findings=findings,
    )
    return come_home(record, root, header) if is_own(header) else record


def _texts(root: etree._Element, volume: Volume) -> tuple[tuple[Text, ...], tuple[Facsimile, ...], tuple[Finding, ...]]:
    """One text for each part that says it is an original or a translation, else one for each body."""
    parts = [(part, body) for body in root.iterfind(f"{TEI}text//{TEI}body") for part in _parts(body)]
    read = [_text(part, body, volume) for part, body in parts]
    return (
        tuple(part[0] for part in read),
        tuple(page for part in read for page in part[1]),
        tuple(finding for part in read for finding in part[2]),
    )


def _parts(body: etree._Element) -> list[etree._Element]:
    return [div for div in body.findall(TEI + "div") if div.get("type") in _PARTS] or [body]


def _text(
    part: etree._Element, body: etree._Element, volume: Volume
) -> tuple[Text, tuple[Facsimile, ...], tuple[Finding, ...]]:
    """A text; what its own part does not say of it, the `text` elements around it say."""
    flow = Flow(volume.id)
    flow.read(part)
    layers = flow.layers()
    around = [part, *body.iterancestors(TEI + "text")]
    read = Text(
        language=_nearest(around, LANG) or volume.language,
        role=_TEXT_ROLES.get(_nearest(around, "type") or "", "original"),
        content=layers.content,
        by=_nearest(around, "resp"),
        blocks=layers.blocks,
        marks=layers.marks,
        notes=layers.notes,
        mentions=layers.mentions,
        references=layers.references,
    )
    return read, layers.facsimiles, layers.findings


def _nearest(around: list[etree._Element], attribute: str) -> str | None:
    return next(filter(None, (element.get(attribute) for element in around)), None)


def _pictures(root: etree._Element, pages: tuple[Facsimile, ...]) -> Iterator[Facsimile]:
    """The pages as the text turns them, then the pictures that only `facsimile` lists. Each file once.

    A page may point to its picture, or to the surface that it is on, by "#".
    """
    graphics = list(root.iterfind(f"{TEI}facsimile//{TEI}graphic"))
    files = {f"#{place.get(ID)}": graphic for graphic in graphics for place in (graphic, *graphic.iterancestors())}
    turned = [_picture(files[page.file], page.page) if page.file in files else page for page in pages]
    seen = {page.file for page in turned}
    yield from turned
    yield from (picture for graphic in graphics if (picture := _picture(graphic, graphic.get("n"))).file not in seen)


def _picture(graphic: etree._Element, page: str | None) -> Facsimile:
    return Facsimile(graphic.get("mimeType"), graphic.get("url") or "", page)


def _correspondents(header: etree._Element) -> list[Party]:
    return [
        Party(_ROLES[action.get("type", "")], plain(name), agent_of(name))
        for action in header.iter(TEI + "correspAction")
        if action.get("type") in _ROLES
        for name in action.findall("*")
        if name.tag in _NAMES
    ]


def _named(title: str) -> list[Party]:
    """Sender and addressee as the title names them, where nothing else does: "Ada Wren to Tom Rook"."""
    heading = parse_heading(title)
    return [Party("from", name) for name in heading.senders] + [Party("to", name) for name in heading.recipients]


def _signers(root: etree._Element) -> Iterator[Party]:
    text = root.find(TEI + "text")
    for signed in text.iter(TEI + "signed") if text is not None else ():
        name = next(signed.iter(TEI + "persName"), signed)
        if plain(name):
            yield Party("signed by", plain(name), agent_of(name))


def _date(root: etree._Element, sent: etree._Element | None) -> Date | None:
    dateline = next(root.iter(TEI + "dateline"), None)
    return (find_date(sent) if sent is not None else None) or (find_date(dateline) if dateline is not None else None)


def _place(root: etree._Element, sent: etree._Element | None) -> str | None:
    for area in (sent, next(root.iter(TEI + "dateline"), None)):
        if area is not None and (name := next(area.iter(TEI + "placeName", TEI + "settlement"), None)) is not None:
            return plain(name)
    return None


def _transmission(header: etree._Element) -> Iterator[TransmissionStep]:
    """What happened to the letter after it was sent: who passed it on, where and when; its receiver is a party."""
    for action in header.iter(TEI + "correspAction"):
        what, date = action.get("type") or "", find_date(action)
        place = plain(next(action.iter(TEI + "placeName", TEI + "settlement"), None)) or None
        at = date.edtf or date.printed if date else None
        names = [] if what in _ROLES else [plain(name) for name in action.findall("*") if name.tag in _NAMES]
        if what != "sent" and (at or place or names):
            yield TransmissionStep(what or "transmitted", at, place, ", ".join(names) or None)


def _holding(header: etree._Element) -> Holding | None:
    identifier = next(header.iter(TEI + "msIdentifier"), None)
    if identifier is None:
        return None
    parts = {local_name(child): plain(child) for child in identifier}
    repository = [parts.get(name) for name in ("institution", "repository", "settlement", "country")]
    reference = [parts.get(name) for name in ("collection", "idno")]
    return Holding(", ".join(filter(None, repository)) or None, ", ".join(filter(None, reference)) or None)


def _custody(header: etree._Element) -> Iterator[CustodyStep]:
    holding = _holding(header)
    if holding:
        yield CustodyStep("held at", holding.repository)
    for name, what in (("provenance", "provenance"), ("acquisition", "acquired")):
        yield from (CustodyStep(what, plain(step)) for step in header.iter(TEI + name) if plain(step))


def _language(header: etree._Element, root: etree._Element) -> str | None:
    for name in ("textLang", "language"):
        element = next(header.iter(TEI + name), None)
        if element is not None and (found := element.get("mainLang") or element.get("ident")):
            return found
    text = root.find(TEI + "text")
    return text.get(LANG) if text is not None else None


def _first(header: etree._Element, name: str) -> str | None:
    return plain(next(header.iter(TEI + name), None)) or None


def _address(edition: Edition) -> str | None:
    return next((value for value in edition.identifiers.values() if value.startswith(("http://", "https://"))), None)


def _edition(edition: Edition) -> Edition | None:
    """A letter's own header is an edition only where it says who published it."""
    return edition if edition.publisher or edition.series else None
