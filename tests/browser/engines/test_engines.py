"""What a person needs most, in Firefox and in WebKitGTK; the same in Chromium is tested elsewhere.

What differs between them is written down in docs/browsers.md.
"""

import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pwa_app.device.backup import open_backup
from tests.backup_files import PASSPHRASE, plain_backup, sealed_backup
from tests.browser.engines import webkit_driver
from tests.browser.engines.marionette import PROGRAM, Firefox
from tests.browser.engines.phone import Phone
from tests.browser.engines.webdriver import Driven, Place, wait_for
from tests.browser.engines.webkit_driver import WebKitGTK
from tests.browser.lock import PASSCODE
from tests.browser.site_server import SiteServer
from tests.browser.test_offline import heading

ENGINES: dict[str, Callable[[Place], Driven]] = {"firefox": Firefox, "webkitgtk": WebKitGTK}

INSTALL_STEPS = [
    "This browser cannot install apps. You can bookmark this page.",
    "It works without a network here as well, once you have opened it.",
]
CORE = [
    "/",
    "/urge/",
    "/breathe/",
    "/cards/",
    "/cards/five-senses/",
    "/log/history/",
    "/plan/",
    "/hope/",
    "/help/fr/",
    "/learn/",
    "/settings/",
    "/settings/backup/",
    "/about/",
]
CONTROLLED = "return navigator.serviceWorker.controller?.state === 'activated'"
NOTE = "written with no network"
ENTRY = {"at": "2026-11-22T20:39:00.000Z", "local_date": "2026-11-22", "note": "from a file"}

FAULT = re.compile(r"\bCONSOLE .*\b(error|warn|policy)", re.IGNORECASE)
"""What a browser writes when a page has a fault."""
NO_FAULT = re.compile(r"directive 'manifest-src'")
"""WebKitGTK does not know that part of the policy, and says so on every page."""


class Phones:
    """Opens phones on one server."""

    def __init__(self, start: Callable[[Place], Driven], server: SiteServer, folder: Path) -> None:
        self.server = server
        self.place = Place(folder, "Europe/Dublin")
        self._start = start
        self._open: list[Driven] = []

    def open(self) -> Phone:
        browser = self._start(self.place)
        self._open.append(browser)
        return Phone(browser, self.server.origin)

    def close(self) -> None:
        while self._open:
            self._open.pop().close()


def missing(engine: str) -> list[str]:
    """What is not installed of all an engine needs."""
    if engine == "webkitgtk":
        return webkit_driver.missing()
    return [] if shutil.which(PROGRAM) else [PROGRAM]


@pytest.fixture(
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ENGINES]
)
def phones(request: pytest.FixtureRequest, dist: Path, tmp_path: Path) -> Iterator[Phones]:
    """Phones with one engine each; all they store stays in one place."""
    absent = missing(request.param)
    if absent:
        pytest.skip(f"{request.param} was not tested: {', '.join(absent)} is not installed")
    with SiteServer(dist) as server:
        opened = Phones(ENGINES[request.param], server, tmp_path)
        yield opened
        opened.close()
    said = opened.place.log.read_text("utf-8").splitlines()
    assert [line for line in said if FAULT.search(line) and not NO_FAULT.search(line)] == []


def saved_file(phones: Phones) -> bytes:
    """The one file that was saved, once it is whole."""

    def whole() -> bytes | None:
        found = [file for file in phones.place.downloads.iterdir() if file.suffix == ".sealed"]
        return found[0].read_bytes() or None if found else None

    return wait_for(whole, "the saved file")


def test_after_one_visit_everything_is_there_without_a_network_and_stays(
    phones: Phones, dist: Path
) -> None:
    phone = phones.open()
    phone.open("/")
    phone.wait(lambda: phone.run(CONTROLLED) or None, "the service worker", 60)
    phone.see("[data-pwa-install] h2", "Keep it on this phone")
    steps = "return [...document.querySelectorAll('[data-pwa-install] li')].filter("
    steps += "(step) => step.checkVisibility()).map((step) => step.innerText.trim())"
    assert phone.run(steps) == INSTALL_STEPS
    assert phone.axe_faults() == []
    phones.server.stop()

    for route in CORE:
        phone.open(route)
        assert phone.see("h1") == heading(dist, route), route
    phone.open("/")
    phone.tap("nav a", "Cards")
    phone.see("h1", "Cards")
    phone.tap(".finder .chip", "Alone")
    phone.tap(".finder summary", "Place, energy, time and more")
    phone.tap(".finder .chip", "2 minutes")
    phone.see(".finder-said", "fit")
    phone.tap(".answers [data-card] a")
    phone.wait(lambda: phone.path() != "/cards/" or None, "the card")
    assert phone.see("h1") == heading(dist, phone.path())

    phone.tap("a", "Help now")
    phone.wait(lambda: phone.path() == "/help/ie/" or None, "Ireland's page")
    phone.see("a[href='tel:999']")
    assert phone.axe_faults() == []

    phone.open("/log/")
    phone.fill("Anything else", NOTE)
    phone.tap("button", "Save")
    phone.see("[role=status]", "Saved on this phone.")

    phone.open("/settings/backup/")
    phone.fill("Passphrase", PASSPHRASE)
    phone.fill("The same once more", PASSPHRASE)
    phone.tap("button", "Save the backup")
    phone.see("main", "The file is with your downloads.")
    content = open_backup(io.BytesIO(saved_file(phones)), PASSPHRASE)
    entries = [item["row"] for item in content.items if item.get("table") == "MoodEntry"]
    assert [entry["note"] for entry in entries] == [NOTE]
    phones.close()

    again = phones.open()
    again.open("/log/history/")
    again.see("main", NOTE)


def test_a_backup_comes_back_and_a_passcode_locks_it(phones: Phones, tmp_path: Path) -> None:
    file = tmp_path / "backup.sealed"
    file.write_bytes(sealed_backup(plain_backup({"MoodEntry": [ENTRY | {"id": "a"}]})))
    phone = phones.open()
    phone.open("/settings/backup/")
    phone.choose_file(file)
    phone.fill("The passphrase of this file", PASSPHRASE)
    phone.tap("button", "Open")
    phone.tap("button", "Bring it back")
    phone.see("main", "It is done. What was in the file is here now.")

    phone.open("/settings/privacy/")
    phone.fill("New passcode", PASSCODE)
    phone.fill("The same again", PASSCODE)
    phone.tap("button", "Turn the lock on")
    phone.see(".recovery-code")
    assert phone.axe_faults() == []
    phone.tap("button", "I have kept it")
    phone.tap("button", "Lock now")
    phone.open("/log/history/")
    phone.see("button", "Unlock")
    assert "from a file" not in phone.see("main")
    phone.fill("Passcode", PASSCODE)
    phone.tap("button", "Unlock")
    phone.see("main", "from a file")
