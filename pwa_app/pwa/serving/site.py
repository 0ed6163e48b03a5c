"""A static site read into memory: every URL path it answers, ready to send.

A request is answered by looking its path up in this index and never by opening a file, so no
spelling of a path can reach a file that the index does not hold.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pwa_app.pwa.compressing import SIDECAR_SUFFIXES, read_sidecar
from pwa_app.pwa.serving.caching import cache_control
from pwa_app.pwa.serving.headers_file import HeaderRule, headers_for, parse_headers
from pwa_app.pwa.serving.media_types import media_type

HEADERS_FILE: Final = "_headers"
NOT_FOUND_PAGE: Final = "404.html"
WATCHED_FILES: Final = ("index.html", "sw.js", HEADERS_FILE)
"""A new build changes at least one of these; see `build_stamp`."""

BuildStamp = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True, slots=True)
class Representation:
    """One encoding of a file: its bytes and their strong entity tag, with quotes."""

    body: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of the site.

    Attributes:
        media_type: What it is sent as, without a charset.
        representations: By content coding, best first; ``identity`` is always there, last.
    """

    media_type: str
    representations: dict[str, Representation]


@dataclass(frozen=True, slots=True)
class Resource:
    """What a URL path answers: a file, and the headers of this path (names in lower case)."""

    file: StaticFile
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """A build of a site.

    Attributes:
        resources: By decoded URL path; a folder's page is there as ``/about/`` and
            ``/about/index.html``.
        not_found_pages: Pairs of folder (``/``, ``/es/``) and its 404 page, longest first.
        rules: From the site's ``_headers``.
    """

    resources: dict[str, Resource]
    not_found_pages: tuple[tuple[str, StaticFile], ...]
    rules: list[HeaderRule]

    def not_found_page(self, path: str) -> StaticFile | None:
        """Return the 404 page nearest to an unknown path, as Cloudflare Pages does."""
        pages = self.not_found_pages
        return next((page for folder, page in pages if path.startswith(folder)), None)

    def headers_for(self, path: str) -> dict[str, str]:
        """Return the site's own headers for any path, known or not."""
        return headers_for(path, self.rules)


def load_site(folder: Path) -> Site:
    """Read a folder into memory.

    Left out: symbolic links, names that begin with a dot, the site's ``_headers`` file, and
    sidecars (``app.js.br`` beside ``app.js``), which become encodings of their file.

    Raises:
        OSError: The folder or a file in it cannot be read.
        HeadersFileError: The site's ``_headers`` file is wrong.
    """
    root = folder.resolve(strict=True)
    headers_file = root / HEADERS_FILE
    rules = parse_headers(headers_file.read_text("utf-8")) if headers_file.is_file() else []
    files = {f"/{path.relative_to(root).as_posix()}": _read(path) for path in _served_files(root)}
    paths = dict(files)
    for path, file in files.items():
        if path.endswith("/index.html"):
            paths[path.removesuffix("index.html")] = file
    resources = {
        path: Resource(file, {"cache-control": cache_control(path)} | headers_for(path, rules))
        for path, file in paths.items()
    }
    not_found = [path for path in files if path.endswith(f"/{NOT_FOUND_PAGE}")]
    not_found.sort(key=len, reverse=True)
    pages = tuple((path.removesuffix(NOT_FOUND_PAGE), files[path]) for path in not_found)
    return Site(resources, pages, rules)


def build_stamp(folder: Path) -> BuildStamp:
    """Return what tells one build in a folder from the next, at the price of a few `stat` calls.

    It is time, size and number (inode) of `WATCHED_FILES`. A build should therefore write its
    service worker after everything else, as it must anyway to list what it precaches.
    """
    return tuple(_file_stamp(folder / name) for name in WATCHED_FILES)


def _file_stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _served_files(root: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(root, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            regular = path.is_file() and not path.is_symlink()
            hidden = name.startswith(".") or path == root / HEADERS_FILE
            if regular and not hidden and not _is_sidecar(path):
                yield path


def _raise(error: OSError) -> None:
    raise error


def _is_sidecar(path: Path) -> bool:
    return path.suffix in SIDECAR_SUFFIXES.values() and path.with_suffix("").is_file()


def _read(path: Path) -> StaticFile:
    contents = path.read_bytes()
    representations: dict[str, Representation] = {}
    for encoding in SIDECAR_SUFFIXES:
        compressed = read_sidecar(path, encoding, contents)
        if compressed is not None:
            representations[encoding] = _representation(compressed)
    representations["identity"] = _representation(contents)
    return StaticFile(media_type(path.name), representations)


def _representation(body: bytes) -> Representation:
    return Representation(body, f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"')
