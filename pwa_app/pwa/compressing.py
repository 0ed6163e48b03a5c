"""Compress a static site's files once, when it is built, instead of at every request.

Beside each text-like file ``name.js`` two sidecars are kept: ``name.js.br`` (brotli, RFC 7932)
and ``name.js.gz`` (gzip, RFC 1952). The same input always gives the same bytes.
"""

import gzip
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, Literal, Protocol, cast

import brotli  # type: ignore[import-untyped]

_STYLES_AND_SCRIPTS: Final = (".css", ".js", ".json", ".map", ".mjs", ".wasm", ".webmanifest")
_TEXTS: Final = (".csv", ".htm", ".html", ".ics", ".md", ".svg", ".txt", ".vcf", ".xml")
COMPRESSIBLE_SUFFIXES: Final = frozenset((*_STYLES_AND_SCRIPTS, *_TEXTS))
"""File name endings whose contents shrink; images and fonts are compressed already."""

SMALLEST_WORTH_IT: Final = 200
"""Bytes; a file of this size or less fits the same packet compressed or not."""


class _Brotli(Protocol):
    """What is used of the brotli package, which says nothing of its types."""

    error: type[Exception]

    def compress(self, data: bytes, *, quality: int) -> bytes: ...

    def decompress(self, data: bytes) -> bytes: ...


_BROTLI: Final = cast(_Brotli, brotli)

Encoding = Literal["br", "gzip"]
"""A content coding's name in HTTP (RFC 9110, section 8.4.1)."""

SIDECAR_SUFFIXES: Final[dict[Encoding, str]] = {"br": ".br", "gzip": ".gz"}
"""What each coding adds to the file's name; the order is the server's order of preference."""


def compress_folder(folder: Path) -> list[Path]:
    """Write the sidecars of every compressible file in a folder and the folders below it.

    A sidecar that still holds its file's contents is left alone. One that would be no smaller
    than its file is not written, and one that is out of date is replaced or removed. Symbolic
    links and names that begin with a dot are passed over.

    Args:
        folder: The site, ready to be served.

    Returns:
        The sidecars written, sorted.

    Raises:
        OSError: A file cannot be read or written.
    """
    # Threads are enough: brotli and zlib let go of the interpreter while they work.
    with ThreadPoolExecutor() as pool:
        written = pool.map(_compress_file, _compressible_files(folder))
        return sorted(path for paths in written for path in paths)


def sidecar_of(path: Path, encoding: Encoding) -> Path:
    """Return where a file's compressed copy is kept: ``app.js`` has ``app.js.br``."""
    return path.with_name(path.name + SIDECAR_SUFFIXES[encoding])


def read_sidecar(path: Path, encoding: Encoding, contents: bytes) -> bytes | None:
    """Read a file's compressed copy, if it still says what the file says.

    Args:
        path: The file that was compressed.
        encoding: Which of its copies to read.
        contents: What the file holds now.

    Returns:
        The copy's compressed bytes; None where there is none, or it is damaged or out of date.

    Raises:
        OSError: The copy exists and cannot be read.
    """
    sidecar = sidecar_of(path, encoding)
    if sidecar.is_symlink() or not sidecar.is_file():
        return None
    compressed = sidecar.read_bytes()
    return compressed if _decompress(compressed, encoding) == contents else None


def _compressible_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        regular = path.is_file() and not path.is_symlink()
        if path.suffix.lower() in COMPRESSIBLE_SUFFIXES and regular and not hidden:
            yield path


def _compress_file(path: Path) -> list[Path]:
    contents = path.read_bytes()
    written: list[Path] = []
    for encoding in SIDECAR_SUFFIXES:
        if read_sidecar(path, encoding, contents) is not None:
            continue
        sidecar = sidecar_of(path, encoding)
        # Removed first, so that a link left here is never written through.
        sidecar.unlink(missing_ok=True)
        if len(contents) > SMALLEST_WORTH_IT:
            compressed = _compress(contents, encoding)
            if len(compressed) < len(contents):
                sidecar.write_bytes(compressed)
                written.append(sidecar)
    return written


def _compress(contents: bytes, encoding: Encoding) -> bytes:
    if encoding == "br":
        return _BROTLI.compress(contents, quality=11)
    return gzip.compress(contents, compresslevel=9, mtime=0)


def _decompress(compressed: bytes, encoding: Encoding) -> bytes | None:
    try:
        return _BROTLI.decompress(compressed) if encoding == "br" else gzip.decompress(compressed)
    except (_BROTLI.error, EOFError, gzip.BadGzipFile, zlib.error):
        return None
