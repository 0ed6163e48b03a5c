"""The list of files the service worker keeps.

Each has the SHA-256 of its content in the form of Subresource Integrity
(https://www.w3.org/TR/SRI/), which the browser checks when it fetches the file. The same digest
is Workbox's revision, so an update fetches what has changed and nothing else.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

_LEFT_OUT_NAMES = {"_headers", "_redirects", "robots.txt", "sitemap.xml", "__spa-fallback.html"}
_LEFT_OUT_ENDINGS = {".br", ".gz", ".zst", ".map"}

_PLACEHOLDER = "self.__WB_MANIFEST"


def is_kept(path: PurePosixPath, left_out: frozenset[str]) -> bool:
    """Return whether a file of the site belongs into the cache.

    Args:
        path: The file, relative to the site's folder.
        left_out: Such paths to leave out, with everything below them.
    """
    outside = {str(parent) for parent in (path, *path.parents)} & left_out
    return (
        not outside
        and path.suffix not in _LEFT_OUT_ENDINGS
        and path.name not in _LEFT_OUT_NAMES
        and str(path) != "sw.js"
    )


def address(path: PurePosixPath) -> str:
    """Return a file's address relative to the service worker; a page's is its folder."""
    if path.name != "index.html":
        return str(path)
    return "./" if path == PurePosixPath("index.html") else f"{path.parent}/"


def entry(path: PurePosixPath, content: bytes) -> Mapping[str, str | None]:
    """Return a file's entry in Workbox's form."""
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    # The build names everything in assets/ by its content, so the address is revision enough.
    hashed = path.parts[0] == "assets"
    return {
        "url": address(path),
        "revision": None if hashed else digest[:16],
        "integrity": f"sha256-{digest}",
    }


def precache_list(
    site: Path, left_out: frozenset[str] = frozenset()
) -> Sequence[Mapping[str, str | None]]:
    """Return the entries for a finished site, pages first, in an order that is always the same."""
    paths = (PurePosixPath(file.relative_to(site).as_posix()) for file in _files(site))
    kept = [path for path in paths if is_kept(path, left_out)]
    kept.sort(key=lambda path: (path.suffix != ".html", str(path)))
    return [entry(path, (site / path).read_bytes()) for path in kept]


def _files(site: Path) -> Sequence[Path]:
    return [path for path in site.rglob("*") if path.is_file()]


def with_precache_list(worker: str, entries: Sequence[Mapping[str, str | None]]) -> str:
    """Return the service worker's code with the list in its place.

    Raises:
        ValueError: The code does not hold the placeholder exactly once.
    """
    if worker.count(_PLACEHOLDER) != 1:
        msg = f"the service worker must hold {_PLACEHOLDER} exactly once"
        raise ValueError(msg)
    return worker.replace(_PLACEHOLDER, json.dumps(entries, separators=(",", ":")))
