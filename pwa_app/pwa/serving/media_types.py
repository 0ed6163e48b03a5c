"""Which media type a file is sent with."""

from pathlib import PurePosixPath
from typing import Final

MEDIA_TYPES: Final[dict[str, str]] = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""By file name ending, as IANA registers them.

A table of our own, because Python's `mimetypes` reads the machine's files and so answers
differently from one machine to the next.
"""

UNKNOWN: Final = "application/octet-stream"


def media_type(path: str) -> str:
    """Return the media type of a file by the ending of its name.

    The charset is not part of it: Starlette adds ``charset=utf-8`` to every ``text/`` type, and
    the JSON and XML families are UTF-8 by their own definitions.
    """
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), UNKNOWN)
