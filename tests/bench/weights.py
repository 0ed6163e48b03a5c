"""What each page of the built site weighs when it is first opened, told from its files alone.

The build names every script in the page: the shell, and those that React is made of and that it
imports before it takes the page over. So no browser is needed, and the same build always weighs
the same. What a page fetches later, by a dynamic import, is not counted.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from pwa_app.pwa.markup import Element, elements

from .site_files import file_of, page_sizes, sent_bytes

KINDS: Final[Mapping[str, Sequence[str]]] = {
    "the first page": ("index.html",),
    "the list of cards": ("cards/index.html",),
    "my own cards": ("cards/mine/*",),
    "a card": ("cards/*",),
    "the wave": ("urge/*",),
    "breathing": ("breathe/*",),
    "the form of the log": ("log/index.html",),
    "other pages of the log": ("log/*",),
    "the plan": ("plan/index.html",),
    "other pages of the plan": ("plan/*",),
    "the hope box": ("hope/*",),
    "the first page of help": ("help/index.html",),
    "other pages of help": ("help/*",),
    "articles": ("learn/*",),
    "settings": ("settings/*",),
    "the rest": ("*",),
}
"""Kinds of pages with the patterns of their files; a page is of the first kind that fits."""

_CONTENT_HASH: Final = re.compile(r"-[\w-]{8}(?=\.\w+$)")


@dataclass(frozen=True)
class Weight:
    """What the first visit to one page brings, in bytes as sent, without headers.

    Attributes:
        page: The page's file, relative to the site.
        html: The page itself.
        scripts: By the file's name without the hash of its content.
        styles: The same of style sheets beside the one inside the page.
        images: The same of pictures in the page.
        files: How many files all this is.
    """

    page: str
    html: int
    scripts: Mapping[str, int]
    styles: Mapping[str, int]
    images: Mapping[str, int]
    files: int

    @property
    def parts(self) -> Mapping[str, int]:
        """All but the page itself."""
        return {**self.scripts, **self.styles, **self.images}


def kind_of(page: str) -> str:
    """Return the kind of a page, given its file relative to the site."""
    return next(
        kind
        for kind, patterns in KINDS.items()
        if any(fnmatchcase(page, pattern) for pattern in patterns)
    )


def weights_by_kind(site: Path) -> dict[str, list[Weight]]:
    """Weigh every page of a site, in its default language.

    Raises:
        OSError: A page names a file that is not there.
    """
    found: dict[str, list[Weight]] = {kind: [] for kind in KINDS}
    for page in page_sizes(site):
        found[kind_of(page.name)].append(weigh(site, page.name, page.size))
    return found


def weigh(site: Path, page: str, html: int) -> Weight:
    """Weigh one page.

    Args:
        site: The built site.
        page: The page's file, relative to it.
        html: The page's own bytes as sent.

    Raises:
        OSError: The page names a file that is not there.
    """
    found = elements((site / page).read_text("utf-8"))
    named = {
        "scripts": set(_scripts(found)),
        "styles": set(_styles(found)),
        "images": set(_addresses(found, "img", "src")),
    }
    sizes = {kind: _sizes(site, addresses) for kind, addresses in named.items()}
    files = 1 + sum(map(len, named.values()))
    return Weight(page, html, sizes["scripts"], sizes["styles"], sizes["images"], files)


def named_files(site: Path, route: str) -> set[str]:
    """Return the addresses of all scripts and style sheets that a route's page names."""
    found = elements(file_of(site, route).read_text("utf-8"))
    return {*_scripts(found), *_styles(found)}


def _scripts(found: Sequence[Element]) -> Iterator[str]:
    yield from _addresses(found, "script", "src")
    for start in _starts(found):
        yield from (start["manifest"], start["entry"])
        yield from start["routes"].values()
        yield from start["preload"]


def _styles(found: Sequence[Element]) -> Iterator[str]:
    # The rules of a link that is disabled stand inside the page.
    used = [element for element in found if "disabled" not in element.attributes]
    yield from _addresses(used, "link", "href", rel="stylesheet")
    yield from (start["styles"] for start in _starts(found))


def _starts(found: Iterable[Element]) -> Iterator[dict[str, Any]]:
    """What React is started from; a page without React has none."""
    for element in found:
        if element.name == "script" and "data-pwa-hydration" in element.attributes:
            yield json.loads(element.text)


def _addresses(found: Iterable[Element], name: str, attribute: str, **wanted: str) -> Iterator[str]:
    for element in found:
        address = element.attributes.get(attribute)
        fits = all(element.attributes.get(key) == value for key, value in wanted.items())
        if element.name == name and address and fits and not address.startswith("data:"):
            yield address


def _sizes(site: Path, addresses: Iterable[str]) -> dict[str, int]:
    """Sizes by name; several files of one name are counted together."""
    sizes: Counter[str] = Counter()
    for address in sorted(addresses):
        file = file_of(site, address)
        sizes[_CONTENT_HASH.sub("", file.name)] += sent_bytes(file)
    return dict(sizes)
