"""Phones in Firefox and in WebKitGTK, with a server that may be stopped."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.engines import webkit_driver
from tests.browser.engines.marionette import PROGRAM, Firefox
from tests.browser.engines.phone import Phone
from tests.browser.engines.webdriver import Driven, Place
from tests.browser.engines.webkit_driver import WebKitGTK
from tests.browser.neutral_site import NEUTRAL_PAGE
from tests.browser.site_server import SiteServer

ENGINES: dict[str, Callable[[Place], Driven]] = {"firefox": Firefox, "webkitgtk": WebKitGTK}

FAULT = re.compile(r"\bCONSOLE .*\b(error|warn|policy)", re.IGNORECASE)
"""What a browser writes when a page has a fault."""
NO_FAULT = re.compile(
    r"directive 'manifest-src'|\"interactive-widget\" not recognized|aborted due to page navigation"
    r"|Failed to load ‘’\. A ServiceWorker intercepted"
)
"""WebKitGTK knows neither that part of the policy nor what a page says of the keyboard, and says so
on every page. Firefox says that it ended what was under way in the database as a page was left, and
that the service worker was answering it just then: a request that has no address any more."""
CUT_OFF = re.compile(
    r"Failed to load ‘([^’]+)’\. A ServiceWorker intercepted"
    r"|Loading failed for the module with source “([^”]+)”"
)
"""What Firefox says of a file that it was still getting as the page was left, the icons of a page
among them, which it gets by itself."""


class Phones:
    """Opens phones on one server.

    Attributes:
        server: Serves the site.
        elsewhere: The address of another site.
        place: Where the browser keeps what it stores, saves and says.
    """

    def __init__(
        self, start: Callable[[Place], Driven], server: SiteServer, elsewhere: str, folder: Path
    ) -> None:
        self.server = server
        self.elsewhere = elsewhere
        self.place = Place(folder, "Europe/Dublin")
        self._start = start
        self._open: list[Phone] = []

    def open(self) -> Phone:
        """Start the browser, with all that it kept."""
        phone = Phone(self._start(self.place), self.server.origin)
        self._open.append(phone)
        return phone

    def close(self) -> None:
        """Close every browser that is open."""
        while self._open:
            phone = self._open.pop()
            phone.rest()
            phone.browser.close()


def missing(engine: str) -> list[str]:
    """What is not installed of all an engine needs."""
    if engine == "webkitgtk":
        return webkit_driver.missing()
    return [] if shutil.which(PROGRAM) else [PROGRAM]


def is_fault(line: str, dist: Path) -> bool:
    """Whether a line of the browser's tells of a fault of the site."""
    if not FAULT.search(line) or NO_FAULT.search(line):
        return False
    cut_off = CUT_OFF.search(line)
    address = cut_off and (cut_off[1] or cut_off[2])
    return not (address and (dist / urlsplit(address).path.lstrip("/")).is_file())


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine that can be started here."""
    name: str = request.param
    if absent := missing(name):
        what = f"{', '.join(absent)} is not installed; `make engines`, run as root, installs it"
        if os.environ.get("MOORING_ENGINES") == "required":
            pytest.fail(f"{name} must be tested here, but {what}")
        pytest.skip(f"{name} was not tested: {what}")
    return name


@pytest.fixture
def phones(engine: str, dist: Path, tmp_path: Path) -> Iterator[Phones]:
    """Phones with one engine each; all they store stays in one place."""
    other_site = tmp_path / "elsewhere"
    other_site.mkdir()
    page = NEUTRAL_PAGE.replace("<title>", '<link rel="icon" href="data:,"><title>')
    (other_site / "index.html").write_text(page, "utf-8")
    with SiteServer(dist) as server, SiteServer(other_site) as elsewhere:
        opened = Phones(ENGINES[engine], server, f"{elsewhere.origin}/", tmp_path)
        yield opened
        opened.close()
    said = opened.place.log.read_text("utf-8").splitlines()
    assert [line for line in said if is_fault(line, dist)] == []
