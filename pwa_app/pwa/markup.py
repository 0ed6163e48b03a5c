"""Reading an HTML file and changing single places of it, leaving every other byte as it is.

React compares the page with what it would render, comments and all, so the file must not pass
through a parser that writes it anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Element:
    """A start tag, or for a script or style element the whole element.

    Attributes:
        name: Lower-case tag name.
        attributes: Lower-case names to values, None for an attribute without one.
        start: Offset of its first character in the file.
        end: Offset after its last character.
        text: What a script or style element holds, exactly; "" for any other.
    """

    name: str
    attributes: dict[str, str | None]
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True)
class Edit:
    """Replace the characters from start up to end by text."""

    start: int
    end: int
    text: str = ""


class _Reader(HTMLParser):
    """Collects elements with their offsets."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[Element] = []
        self.ends: dict[str, list[int]] = {}
        self._html = html
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        end = start + len(self.get_starttag_text() or "")
        text = ""
        if tag in ("script", "style"):
            close = self._html.lower().find(f"</{tag}", end)
            if close < 0:
                msg = f"<{tag}> at character {start} is never closed"
                raise ValueError(msg)
            text = self._html[end:close]
            end = self._html.index(">", close) + 1
        self.elements.append(Element(tag, dict(attrs), start, end, text))

    def handle_endtag(self, tag: str) -> None:
        self.ends.setdefault(tag, []).append(self._offset())


def elements(html: str) -> Sequence[Element]:
    """Return every element of a page in the order it is written.

    Raises:
        ValueError: A script or style element is never closed.
    """
    return _read(html).elements


def classes_of(html: str) -> frozenset[str]:
    """Return every class that an element of a page has."""
    lists = (element.attributes.get("class") or "" for element in elements(html))
    return frozenset(name for names in lists for name in names.split())


def end_of(html: str, name: str) -> int:
    """Return the offset of the first end tag of a name, such as "head".

    Raises:
        ValueError: There is none.
    """
    offsets = _read(html).ends.get(name)
    if not offsets:
        msg = f"the page has no </{name}>"
        raise ValueError(msg)
    return offsets[0]


def _read(html: str) -> _Reader:
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader


def edited(html: str, edits: Iterable[Edit]) -> str:
    """Return the page with all edits made; they may not overlap."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [html[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, html[at:]])
