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
WORKER: Final = "sw.js"
WATCHED_FILES: Final = ("index.html", WORKER)
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
        start: The path of the first page: "/", or such as "/app/".
    """

    resources: dict[str, Resource]
    not_found_pages: tuple[tuple[str, StaticFile], ...]
    rules: list[HeaderRule]
    start: str = "/"

    def not_found_page(self, path: str) -> StaticFile | None:
        """Return the 404 page nearest to an unknown path, as Cloudflare Pages does."""
        pages = self.not_found_pages
        return next((page for folder, page in pages if path.startswith(folder)), None)

    def headers_for(self, path: str) -> dict[str, str]:
        """Return the site's own headers for any path, known or not."""
        return headers_for(path, self.rules)


def first_page(folder: Path) -> Path | None:
    """Return the first page of the site in a folder; None where there is no site.

    A site that stands below a path on its host is in a folder of that path; its first page is
    beside its service worker.
    """
    if (folder / "index.html").is_file():
        return folder / "index.html"
    workers = sorted(folder.rglob(WORKER), key=lambda worker: (len(worker.parts), worker))
    pages = (worker.with_name("index.html") for worker in workers)
    return next((page for page in pages if page.is_file()), None)


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
    first = first_page(root)
    below = "." if first is None else first.parent.relative_to(root).as_posix()
    return Site(resources, pages, rules, "/" if below == "." else f"/{below}/")


def build_stamp(folder: Path, start: str = "/") -> BuildStamp:
    """Return what tells one build in a folder from the next, at the price of a few `stat` calls.

    It is time, size and number (inode) of `WATCHED_FILES` and ``_headers``. A build should
    therefore write its service worker after everything else, as it must anyway to list what it
    precaches.

    Args:
        folder: The folder.
        start: The path of the site's first page.
    """
    below = folder / start.strip("/")
    watched = [*(below / name for name in WATCHED_FILES), folder / HEADERS_FILE]
    return tuple(_file_stamp(file) for file in watched)


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
