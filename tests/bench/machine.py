"""Where and when the figures were taken."""

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .browser import chromium_version
from .server import ROOT

# What the tool itself writes is no change of what it measures.
_SOURCES: Final = (":/", ":/!docs/performance.md", ":/!tests/bench/weights.json")


@dataclass(frozen=True)
class Machine:
    """The circumstances of a measurement.

    Attributes:
        processor: The processor's model.
        cores: How many of its cores there are to use.
        load: Processes that wanted to run in the minute before, on average.
        date: The day, in UTC, as YYYY-MM-DD.
        commit: The source's short commit id, and whether files were changed since.
        browser: The browser's name and version.
    """

    processor: str
    cores: int
    load: float
    date: str
    commit: str
    browser: str


def this_machine() -> Machine:
    """Describe this machine and the present state of the sources."""
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        load=os.getloadavg()[0],
        date=datetime.now(UTC).date().isoformat(),
        commit=_commit(),
        browser=chromium_version(),
    )


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        model = re.search(r"^model name\s*:\s*(.+)$", information.read_text(), re.MULTILINE)
        if model is not None:
            return model[1]
    return platform.processor() or platform.machine()


def _commit() -> str:
    commit = _git("rev-parse", "--short", "HEAD")
    if commit is None:
        return "not known"
    return f"{commit}, with changes" if _git("status", "--porcelain", *_SOURCES) else commit


def _git(*arguments: str) -> str | None:
    command = ["git", *arguments]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
