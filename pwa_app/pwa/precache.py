"""The list of what the service worker fetches: packs, and the files that stay by themselves.

Each has the SHA-256 of its content in the form of Subresource Integrity
(https://www.w3.org/TR/SRI/), which the browser checks when it fetches the file. The same digest
is Workbox's revision, so an update fetches what has changed and nothing else.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from pwa_app.pwa.packs import FOLDER, Pack, address

_LEFT_OUT_NAMES = {"_headers", "_redirects", "robots.txt", "sitemap.xml", "__spa-fallback.html"}
_LEFT_OUT_ENDINGS = {".br", ".gz", ".zst", ".map"}

_PLACEHOLDER = "self.__WB_MANIFEST"
_LAST_PAGE = "self.__LAST_PAGE"

Entry = Mapping[str, str | None]
"""One line of the list, in Workbox's form. That of a pack has its name, too."""


def is_kept(path: PurePosixPath, left_out: frozenset[str]) -> bool:
    """Return whether a file of the site belongs into the cache.

    Args:
        path: The file, relative to the site's folder.
        left_out: Such paths to leave out, with everything below them.
    """
    outside = {str(parent) for parent in (path, *path.parents)} & {*left_out, str(FOLDER)}
    return (
        not outside
        and path.suffix not in _LEFT_OUT_ENDINGS
        and path.name not in _LEFT_OUT_NAMES
        and str(path) != "sw.js"
    )


def kept_files(site: Path, left_out: frozenset[str] = frozenset()) -> Mapping[PurePosixPath, bytes]:
    """Return the contents of a finished site's files that belong into the cache, by their path."""
    files = {PurePosixPath(f.relative_to(site).as_posix()): f for f in site.rglob("*")}
    return {
        path: file.read_bytes()
        for path, file in sorted(files.items())
        if file.is_file() and is_kept(path, left_out)
    }


def entry(path: PurePosixPath, content: bytes) -> Entry:
    """Return a file's entry."""
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    # The build names everything in assets/ by its content, so the address is revision enough.
    hashed = path.parts[0] == "assets"
    return {
        "url": address(path),
        "revision": None if hashed else digest[:16],
        "integrity": f"sha256-{digest}",
    }


def precache_list(files: Mapping[PurePosixPath, bytes], packs: Sequence[Pack]) -> Sequence[Entry]:
    """Return the entries in the order in which they are to be fetched.

    The first pack has the first page; then come the files that are in no pack, then the other
    packs.

    Args:
        files: Contents of all files that are kept, by path relative to the site.
        packs: What some of these files are packed into.
    """
    packed = {path for pack in packs for path in pack.files}
    whole = [{**entry(pack.path, pack.content), "pack": pack.name} for pack in packs]
    loose = [entry(path, files[path]) for path in sorted(files) if path not in packed]
    return [*whole[:1], *loose, *whole[1:]]


def with_precache_list(worker: str, entries: Sequence[Entry]) -> str:
    """Return the service worker's code with the list in its place.

    Raises:
        ValueError: The code does not hold the placeholder exactly once.
    """
    return _with(worker, _PLACEHOLDER, json.dumps(entries, separators=(",", ":")))


def with_last_page(worker: str, html: str) -> str:
    """Return the service worker's code with its last page in it.

    Raises:
        ValueError: The code does not hold the placeholder exactly once.
    """
    return _with(worker, _LAST_PAGE, json.dumps(html))


def _with(worker: str, placeholder: str, code: str) -> str:
    if worker.count(placeholder) != 1:
        msg = f"the service worker must hold {placeholder} exactly once"
        raise ValueError(msg)
    return worker.replace(placeholder, code)
