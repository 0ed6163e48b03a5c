"""How long a build takes, and what comes out of it."""

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .say import Say
from .site_files import page_sizes, sent_bytes
from .sources import copy_sources, run_python

_COMPRESSED: Final = (".br", ".gz")
_BUILD: Final = ("-m", "pwa_app.cli", "build")


@dataclass(frozen=True)
class Contents:
    """What a built site holds.

    Attributes:
        pages: HTML files, each a route or the page for unknown addresses.
        scripts: JavaScript files.
        files: All files, without the compressed copies.
        size: Bytes of all files, without the compressed copies.
        sent: Bytes of all files as they are sent: of the brotli copy where there is one.
    """

    pages: int
    scripts: int
    files: int
    size: int
    sent: int


@dataclass(frozen=True)
class BuildTimes:
    """Seconds that `mooring build` takes.

    Attributes:
        first: In a folder that was never built in, with npm fetching the packages.
        clean: From the beginning, with npm's packages in place.
        unchanged: With `--if-changed`, right after that.
        contents: What was built.
    """

    first: float
    clean: float
    unchanged: float
    contents: Contents


def measure_building(say: Say) -> BuildTimes:
    """Build a copy of the sources three times.

    Raises:
        BenchError: A build failed.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name) / "sources"
        folder.mkdir()
        copy_sources(folder)
        say("a build in a new folder")
        first = _timed(folder)
        for built in ("dist", ".build", ".web/build"):
            shutil.rmtree(folder / built)
        say("a clean build")
        clean = _timed(folder)
        say("a build with nothing changed")
        unchanged = _timed(folder, "--if-changed")
        return BuildTimes(first, clean, unchanged, contents_of(folder / "dist"))


def contents_of(site: Path) -> Contents:
    """Count what a built site holds."""
    files = [file for file in site.rglob("*") if file.is_file() and file.suffix not in _COMPRESSED]
    return Contents(
        pages=len(page_sizes(site)),
        scripts=sum(file.suffix == ".js" for file in files),
        files=len(files),
        size=sum(file.stat().st_size for file in files),
        sent=sum(map(sent_bytes, files)),
    )


def _timed(folder: Path, *options: str) -> float:
    start = time.monotonic()
    run_python(folder, [*_BUILD, *options], {})
    return time.monotonic() - start
