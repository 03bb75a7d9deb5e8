"""The templates, and the words and addresses that they may use."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from fonds.archive import Archive
from fonds.discovery import Snippet
from fonds.reading_room import addresses, wording
from fonds.reading_room.api import FORMS
from fonds.reading_room.assets import Assets
from fonds.reading_room.queries import FIELDS, LONGEST_WORDS
from fonds.reading_room.taking_away import MOST_TAKEN, TAKEN

LAYERS = {"title": "Title", "translation": "Translation", "note": "Note", "editor": "Editors’ words"}
"""Layer of a snippet -> its name on the page; the document's own words need none."""

NAVIGATION = (
    ("/search?q=", "Search"),
    ("/said", "Who said what"),
    ("/people", "People"),
    ("/chronology", "Chronology"),
    ("/correspondence", "Correspondence"),
    ("/places", "Places"),
)
"""The address and name of what every page leads to."""

FUNCTIONS: tuple[Callable[..., str], ...] = (
    addresses.agent_address,
    addresses.api_address,
    addresses.citation_address,
    addresses.cite_address,
    addresses.collection_address,
    addresses.document_address,
    addresses.passage_address,
    addresses.person_address,
    addresses.search_address,
    addresses.search_range,
    addresses.set_address,
    addresses.similar_address,
    wording.collection_title,
    wording.date_words,
    wording.finding_words,
    wording.language_name,
    wording.meaning,
    wording.moment_words,
    wording.text_title,
    wording.years,
)
"""What a template may call, by its own name."""


def make_environment(archive: Archive, assets: Assets) -> Environment:
    """The templates of the reading room; whatever they are given is escaped, and a name they lack is an error."""
    environment = Environment(
        loader=PackageLoader("fonds.reading_room"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_names(archive, assets))
    environment.filters.update(
        capitalised=wording.capitalised,
        coded=coded,
        listed=wording.listed,
        marked=marked,
        number="{:,}".format,
        spoken=wording.speaker,
    )
    return environment


def _names(archive: Archive, assets: Assets) -> dict[str, object]:
    return {each.__name__: each for each in FUNCTIONS} | {
        "archive_name": archive.name,
        "contact": archive.settings.contact,
        "downloads": [(name, form) for form, (_, _, name) in FORMS.items()],
        "form_types": {form: media_type for form, (media_type, _, _) in FORMS.items()},
        "attitudes": wording.ATTITUDES,
        "fields": FIELDS,
        "layer_names": LAYERS,
        "longest_words": LONGEST_WORDS,
        "navigation": NAVIGATION,
        "static": assets.address,
        "stylesheets": assets.stylesheets,
        "most_listed": 60,
        "most_taken": MOST_TAKEN,
        "taken_forms": TAKEN,
        "version": version("fonds"),
    }


def coded(words: str) -> Markup:
    """A message with what it has between `backticks` set as code."""
    pieces = words.split("`")
    return Markup().join(
        Markup("<code>{}</code>").format(each) if n % 2 else escape(each) for n, each in enumerate(pieces)
    )


def marked(snippet: Snippet) -> Markup:
    """The snippet's text with what was found in it marked; highlights that overlap or run backwards are left out."""
    html, reached = Markup(), 0
    for start, end in snippet.highlights:
        if reached <= start < end:
            html += Markup("{}<mark>{}</mark>").format(snippet.text[reached:start], snippet.text[start:end])
            reached = end
    return html + escape(snippet.text[reached:])
