"""The JavaScript that the first visit to the home screen brings."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Page

from .browser import telephone
from .site_files import file_of, sent_bytes

# The site may wait for an idle moment before it fetches its scripts.
_QUIET_MS: Final = 4000

_BLOCKING_SCRIPTS: Final = """() => performance.getEntriesByType("resource").filter((entry) =>
  entry.initiatorType === "script" && entry.renderBlockingStatus === "blocking").length"""


@dataclass(frozen=True)
class FirstLoad:
    """The scripts of a page that was never opened before.

    Attributes:
        scripts: How many files of JavaScript.
        script_bytes: Bytes sent for them, without headers.
        blocking: How many of them the first paint waited for.
    """

    scripts: int
    script_bytes: int
    blocking: int


def measure_first_load(site: Path, origin: str) -> FirstLoad:
    """Open the home screen in a new browser and note its scripts.

    What the service worker fetches for later does not count.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as profile, telephone(Path(profile)) as phone:
        page = phone.pages[0]
        scripts: set[str] = set()
        page.on("response", lambda answer: _note(scripts, answer.url, answer.headers, origin))
        page.goto(f"{origin}/", wait_until="load")
        page.wait_for_timeout(_QUIET_MS)
        page.wait_for_load_state("networkidle")
        files = {file_of(site, urlsplit(url).path) for url in scripts}
        return FirstLoad(len(files), sum(map(sent_bytes, files)), _blocking(page))


def _note(scripts: set[str], url: str, headers: dict[str, str], origin: str) -> None:
    kind = headers.get("content-type", "")
    if "javascript" in kind and url.startswith(f"{origin}/"):
        scripts.add(url)


def _blocking(page: Page) -> int:
    return int(page.evaluate(_BLOCKING_SCRIPTS))
