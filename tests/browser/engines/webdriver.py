"""What the engines have in common: WebDriver's commands, and what a browser answers.

The commands are those of the W3C's WebDriver (https://www.w3.org/TR/webdriver2/). Firefox takes
them by Marionette, a socket of its own, and WebKitGTK by a driver that speaks HTTP; names and
parameters are the same. The names are Marionette's, such as `Navigate`.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of a reference to an element, which the standard fixes."""

START_SECONDS = 60.0
"""How long a browser may take to start on a machine that does much else."""


WINDOW = {"width": 450, "height": 800}
"""CSS pixels; Firefox has no narrower window."""


class WebDriverError(Exception):
    """The browser refused a command; the text is what it said."""


class StaleElementError(WebDriverError):
    """The element, or the whole page, is not there any more."""


_GONE = ("stale element reference", "no such window", "javascript error")


def refusal(command: str, error: dict[str, str]) -> WebDriverError:
    """What to raise for the answer to a command that was refused."""
    kind = StaleElementError if error["error"] in _GONE else WebDriverError
    return kind(f"{command}: {error['error']}: {error['message']}")


@dataclass(frozen=True)
class Place:
    """Where a browser lives on the disk, and on the earth.

    Attributes:
        folder: What it stores, what it saves and what it says, each in a folder or file of its own.
        time_zone: The phone's time zone, such as "Europe/Dublin".
    """

    folder: Path
    time_zone: str

    @property
    def profile(self) -> Path:
        """All the browser stores."""
        return self._made("profile")

    @property
    def downloads(self) -> Path:
        """Where files are saved."""
        return self._made("downloads")

    @property
    def log(self) -> Path:
        """What the browser writes on its output."""
        return self.folder / "log"

    def environment(self, **more: str) -> dict[str, str]:
        """The environment variables for a process of the browser."""
        return os.environ | {"TZ": self.time_zone} | more

    def _made(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return folder


class Driven(Protocol):
    """A browser that is running and takes commands."""

    version: str

    def command(self, name: str, **parameters: Any) -> Any:
        """Give a command, and get its value.

        Raises:
            WebDriverError: The browser refused.
        """
        ...

    def close(self) -> None:
        """Close the browser as a person does, and wait until it has gone."""
        ...


def wait_for(get: Callable[[], T | None], what: str, seconds: float = 30) -> T:
    """Ask again and again until there is an answer other than None."""
    end = time.monotonic() + seconds
    while (found := get()) is None:
        assert time.monotonic() < end, f"never there: {what}"
        time.sleep(0.02)
    return found
