"""A page read as strictly as it was written: what does not match is a fault."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr"}
INLINE = {"a", "b", "i", "q", "mark", "span", "sup", "ins", "del", "cite", "code"}


class Page(HTMLParser):
    """The elements of a page, and what is wrong with them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self._check_links()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(("svg title" if tag == "title" and "svg" in self.open else tag, attributes))
        if len(attributes) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag not in VOID:
            self.open.append(tag)
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> does not match")
        self._part(tag)

    def _part(self, tag: str) -> None:
        self.words += "" if tag in INLINE else " "

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, attribute: str, tag: str = "") -> list[str]:
        return [each[attribute] for name, each in self.elements if attribute in each and tag in {"", name}]

    def _check_links(self) -> None:
        identifiers = self.values("id")
        if len(set(identifiers)) < len(identifiers):
            self.faults.append(f"an id is there twice: {identifiers}")
        inner = {link.removeprefix("#") for link in self.values("href") if link.startswith("#")}
        named = {word for name in ("aria-labelledby", "for") for value in self.values(name) for word in value.split()}
        self.faults += [f"there is no #{each}" for each in (inner | named) - set(identifiers)]
