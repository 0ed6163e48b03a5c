"""The browser's own process, to end it as a phone does that runs out of memory."""

import os
import signal
import time
from pathlib import Path


def kill_browser(profile: Path) -> None:
    """Kill the browser that uses a profile, with no chance to write anything more."""
    for process in _processes(profile):
        os.kill(process, signal.SIGKILL)
    while _processes(profile):
        time.sleep(0.02)


def _processes(profile: Path) -> list[int]:
    """The ids of the browser's processes, its main one first."""
    found = [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and f"--user-data-dir={profile}" in _arguments(folder)
    ]
    return sorted(found)


def _arguments(process: Path) -> list[str]:
    try:
        return (process / "cmdline").read_text("utf-8", errors="replace").split("\0")
    except OSError:
        return []
