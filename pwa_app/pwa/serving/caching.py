"""How long a browser may keep a file without asking again."""

import re
from typing import Final

IMMUTABLE: Final = "public, max-age=31536000, immutable"
"""For files that change their name when they change: a year, never asked for again (RFC 8246)."""

NO_CACHE: Final = "no-cache"
"""For everything else: kept, but asked about each time (RFC 9111, section 5.2.2.4)."""

_IN_ASSETS_WITH_SUFFIX = re.compile(
    r"/(?:[^/]+/)*assets/(?:[^/]+/)*[^/]*-(?P<hash>[\w-]{8})\.[A-Za-z0-9.]+", re.ASCII
)
_WORD_NUMBER_OR_SIZE = re.compile(r"[A-Z]?[a-z_-]+|[A-Z_-]+|[\d_-]+|\d+x\d+")


def is_content_hashed(path: str) -> bool:
    """Tell whether a URL path names a file by a hash of its contents, as Vite does.

    That is: somewhere below a folder called ``assets``, and ``<name>-<hash>.<suffix>`` with a
    hash of exactly eight base64url characters (Rollup's default). Eight characters that read
    as a word (``-original``), a number or date (``-20260131``) or a size (``-1280x720``) are
    taken for a plain name: to ask once too often costs little, to keep an old file for a year
    does harm. A name of your own such as ``-version2`` cannot be told from a hash, so keep
    files named by hand out of ``assets/``.
    """
    match = _IN_ASSETS_WITH_SUFFIX.fullmatch(path)
    return match is not None and not _WORD_NUMBER_OR_SIZE.fullmatch(match["hash"])


def cache_control(path: str) -> str:
    """Return the ``Cache-Control`` value for a URL path of the site."""
    return IMMUTABLE if is_content_hashed(path) else NO_CACHE
