"""What Chromium's own network part notes down: all of it, whatever page or worker asked.

Source: https://www.chromium.org/for-testers/providing-network-details/ (the option
``--log-net-log``). Names that are looked up, connections, and requests of every kind are in it,
with all their headers.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def option(file: Path) -> list[str]:
    """Chromium's options that write everything into a file, which is whole once it has ended."""
    return [f"--log-net-log={file}", "--net-log-capture-mode=Everything"]


@dataclass(frozen=True)
class NetLog:
    """One browser's log.

    Attributes:
        text: As it was written.
        events: What happened: the name of the event's kind, and what it came with.
    """

    text: str
    events: tuple[tuple[str, dict[str, Any]], ...]

    def asked_by(self, origin: str) -> set[tuple[str, str]]:
        """Method and address of every request of a site's pages and workers, and of those to it.

        What Chromium asks by itself, such as whether there is a newer one, names no origin.
        """
        return {
            (str(given.get("method")), str(given["url"]))
            for kind, given in self.events
            if kind == "URL_REQUEST_START_JOB"
            and "url" in given
            and (given.get("initiator") == origin or given["url"].startswith(f"{origin}/"))
        }


def read(file: Path) -> NetLog:
    """Read the log of a browser that has ended."""
    text = file.read_text("utf-8", errors="replace")
    written = json.loads(text)
    names = {number: name for name, number in written["constants"]["logEventTypes"].items()}
    events = tuple((names[one["type"]], one.get("params", {})) for one in written["events"])
    return NetLog(text, events)
