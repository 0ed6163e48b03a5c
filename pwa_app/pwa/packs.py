"""Packs: many small files of a site in one, so that few requests fetch them all.

The pages of a site are nearly alike. Compressed one by one, each pays for what it shares with the
others again; in a pack, that is paid for once. The service worker takes a pack apart and keeps its
files one by one (browser/packs.js). The files themselves stay on the host for first visits, and for
browsers without a service worker.
"""

import hashlib
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FOLDER = PurePosixPath("assets/packs")
"""In `assets`, because what is there is named by its content and may be kept for ever."""

REST = "rest"
"""The pack of the first page, and of every section that is too small for one of its own."""

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
"""What can be packed, by file name ending. The service worker looks for these in packs."""

LARGEST_PACKED = 24_000
"""Bytes of a script or style sheet, some 8 kB compressed.

A larger one is shared by many pages. It gains little in a pack, and the first page that was opened
has already brought it into the browser's own cache.
"""

SMALLEST_SECTION = 100_000
"""Bytes that a section's files need in all for a pack of their own.

What all pages share costs each pack some 7 kB again, so a small section is not worth one.
"""

_SCRIPT_OF_A_PAGE = re.compile(r"assets/_(.+?)_\._")
"""As Vite names it, after the router's file of the page. It changes when its page does."""

_LOOSE_NAMES = {"404.html"}
"""The service worker must have this page even where a pack is damaged."""


@dataclass(frozen=True)
class Pack:
    """Several files in one.

    Attributes:
        name: The section its files belong to, or `REST`.
        files: The packed files, relative to the site.
        content: A JSON list of [address relative to the service worker, content type, text].
    """

    name: str
    files: Sequence[PurePosixPath]
    content: bytes

    @property
    def path(self) -> PurePosixPath:
        """Where it is published; the name changes with the content."""
        return FOLDER / f"{self.name}-{hashlib.sha256(self.content).hexdigest()[:8]}.json"


def address(path: PurePosixPath) -> str:
    """Return a file's address relative to the service worker; a page's is its folder."""
    if path.name != "index.html":
        return str(path)
    return "./" if path == PurePosixPath("index.html") else f"{path.parent}/"


def is_packed(path: PurePosixPath, size: int) -> bool:
    """Return whether a file belongs into a pack: a page, or a small script or style sheet.

    Args:
        path: The file, relative to the site.
        size: Its bytes.
    """
    if path.name in _LOOSE_NAMES:
        return False
    return path.suffix == ".html" or (path.suffix in CONTENT_TYPES and size < LARGEST_PACKED)


def section_of(path: PurePosixPath) -> str:
    """Return the section a file belongs to: the folder it is in, or that of the page it is for."""
    page = _SCRIPT_OF_A_PAGE.match(str(path))
    if page:
        return page[1]
    return path.parts[0] if len(path.parts) > 1 else REST


def packs_of(files: Mapping[PurePosixPath, bytes]) -> Sequence[Pack]:
    """Return the packs of a site, `REST` first, then the smaller before the larger.

    A small pack is whole soon. What is whole is not fetched again after an interruption.

    Args:
        files: Contents of all files the service worker keeps, by path relative to the site.

    Raises:
        UnicodeDecodeError: A text is not UTF-8.
    """
    sections: dict[str, list[PurePosixPath]] = defaultdict(list)
    for path in sorted(files):
        if is_packed(path, len(files[path])):
            sections[section_of(path)].append(path)
    grouped: dict[str, list[PurePosixPath]] = defaultdict(list)
    for name, paths in sections.items():
        size = sum(len(files[path]) for path in paths)
        grouped[name if size >= SMALLEST_SECTION else REST] += paths
    packs = [_pack(name, sorted(paths), files) for name, paths in grouped.items()]
    return sorted(packs, key=lambda pack: (pack.name != REST, len(pack.content), pack.name))


def _pack(name: str, paths: Sequence[PurePosixPath], files: Mapping[PurePosixPath, bytes]) -> Pack:
    entries = [
        (address(path), CONTENT_TYPES[path.suffix], files[path].decode("utf-8")) for path in paths
    ]
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return Pack(name, paths, text.encode("utf-8"))


def write_packs(site: Path, packs: Collection[Pack]) -> None:
    """Write packs into a site's folder, in the place of all that were there."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    for pack in packs:
        file = site / pack.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pack.content)
