"""Looking for canaries everywhere outside the app's one database."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser import net_log
from tests.browser.canary import STEM, Canaries
from tests.browser.conftest import NewContext
from tests.browser.tap import Tap

HANDED_ON = {"https", "mailto", "sms", "tel"}
"""What a link may carry of one's own words, once the person taps it: the link that they put into
their box, a number that they typed, a text that they wrote. It is handed to another program, and
that is what they ask for. So is what they share, copy, print or save as a file."""

CACHED = """async (stem) => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await (await cache.match(request)).text();
      if ((name + request.url + answer).toLowerCase().includes(stem)) found.push(request.url);
    }
  }
  return found;
}"""
"""The addresses of what the service worker keeps with a canary in it."""

STORED = """() => JSON.stringify([
  { ...localStorage },
  Object.entries(sessionStorage).filter(([key]) => !key.startsWith("mooring:finder:")),
])"""
"""Web storage, without what was searched for among the cards: a tab keeps that until it closes."""

KEPT_IN = ("/IndexedDB/", "/Session Storage/")
"""Where in its profile Chromium keeps the databases of sites, and what a tab keeps (see STORED)."""


@dataclass
class Lookout:
    """A browser of its own whose every word is noted.

    Attributes:
        page: Its one page.
        tap: What stands between it and the server.
        log: Where its network part writes.
        profile: Where it keeps everything.
        site: The folder of the built site.
    """

    page: Page
    tap: Tap
    log: Path
    profile: Path
    site: Path

    def outside(self, canaries: Canaries, may_hold: tuple[str, ...] = KEPT_IN) -> dict[str, Any]:
        """Close the browser; what was found of canaries, and what was sent at all, by way.

        Args:
            canaries: What was typed, and what pages told of it meanwhile.
            may_hold: The parts of the profile whose files may hold them.
        """
        page = self.page
        canaries.look(page)
        found: dict[str, Any] = {
            "addresses and titles": canaries.told,
            "links": {
                href for href in canaries.handed_on if href.partition(":")[0] not in HANDED_ON
            },
            "caches": page.evaluate(CACHED, STEM),
            "web storage": [text for text in [page.evaluate(STORED)] if STEM in text],
            "cookies": page.context.cookies(),
        }
        page.context.close()
        found["requests"] = [
            (request.target, said)
            for request in self.tap.sent()
            if (said := request.beyond_a_file_of(self.site))
        ]
        found["bytes sent"] = [STEM] if self.tap.holds(STEM) else []
        found |= self._noted()
        found["history"] = [row for row in self.history() if STEM in str(row).lower()]
        found["files"] = self._files(may_hold)
        return {way: some for way, some in found.items() if some}

    def _noted(self) -> dict[str, Any]:
        noted = net_log.read(self.log)
        asked = noted.asked_by(self.tap.origin)
        ours = f"{self.tap.origin}/"
        return {
            "network log": [STEM] if STEM in noted.text.lower() else [],
            "other methods": {method for method, _url in asked} - {"GET"},
            "other addresses": {url for _method, url in asked if not url.startswith(ours)},
        }

    def history(self) -> list[tuple[str, str]]:
        """Address and title of every page that the closed browser remembers."""
        with sqlite3.connect(self.profile / "Default" / "History") as database:
            rows: list[tuple[str, str]] = database.execute("SELECT url, title FROM urls").fetchall()
        database.close()
        return rows

    def _files(self, may_hold: tuple[str, ...]) -> set[str]:
        """Files of the profile with a canary, in either of the ways a browser writes letters."""
        ways = [STEM.encode(way) for way in ("utf-8", "utf-16-le")]
        found = set()
        for file in self.profile.rglob("*"):
            name = file.relative_to(self.profile).as_posix()
            if not file.is_file() or file.is_symlink() or any(part in name for part in may_hold):
                continue
            content = file.read_bytes().lower()
            if any(way in content for way in ways):
                found.add(name)
        return found


@contextmanager
def looked_after(
    new_context: NewContext, server: str, site: Path, folder: Path
) -> Iterator[Lookout]:
    """A phone with the service worker, whose traffic, log and profile are looked through."""
    log, profile = folder / "net.json", folder / "profile"
    with Tap(server) as tap:
        context = new_context(
            profile=profile,
            base_url=tap.origin,
            service_workers="allow",
            args=net_log.option(log),
        )
        yield Lookout(context.new_page(), tap, log, profile, site)


def words_of(tables: dict[str, list[dict[str, Any]]]) -> dict[str, set[str]]:
    """The fields of records that hold a canary, by table."""
    return {
        table: fields
        for table, rows in tables.items()
        if (fields := {name for row in rows for name in row if STEM in json.dumps(row[name])})
    }
