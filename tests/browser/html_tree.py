"""Reading a page's HTML as it lies in the folder, the way a browser without scripts gets it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}


@dataclass
class Element:
    """An element with its attributes, and what stands in it in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list["Element | str"] = field(default_factory=list["Element | str"])

    @property
    def text(self) -> str:
        """The words in it, with single spaces."""
        return " ".join("".join(self._strings()).split())

    @property
    def classes(self) -> list[str]:
        """The names of its classes."""
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Element"]:
        """Every element in it, in the order of the document."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def find_all(self, tag: str = "", class_name: str = "", **attributes: str) -> list["Element"]:
        """The elements in it with a tag, a class and attributes of these values."""
        return [
            element
            for element in self.walk()
            if (not tag or element.tag == tag)
            and (not class_name or class_name in element.classes)
            and attributes.items() <= element.attributes.items()
        ]

    def find(self, tag: str = "", class_name: str = "", **attributes: str) -> "Element":
        """The first of `find_all`.

        Raises:
            LookupError: There is none.
        """
        found = self.find_all(tag, class_name, **attributes)
        if not found:
            raise LookupError(f"no <{tag}> with class {class_name!r} and {attributes}")
        return found[0]

    def _strings(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style"):
                yield from child._strings()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or tag not in [element.tag for element in self._open]:
            return
        while self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


@cache
def read_html(file: Path) -> Element:
    """Read an HTML file, once a process; the result holds the `html` element."""
    builder = _Builder()
    builder.feed(file.read_text("utf-8"))
    builder.close()
    return builder.root


def read_page(dist: Path, route: str) -> Element:
    """Read a page of the built site."""
    return read_html(dist / route.strip("/") / "index.html")
