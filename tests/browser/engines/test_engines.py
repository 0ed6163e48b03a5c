"""What a person needs most, in Firefox and in WebKitGTK; the same in Chromium is tested elsewhere.

What differs between them is written down in docs/browsers.md.
"""

import io
from pathlib import Path
from typing import Any

import pytest

from pwa_app.device.backup import open_backup
from tests.backup_files import FOLDER, PASSPHRASE
from tests.browser.backup_page import choose, done, press
from tests.browser.conftest import NewContext
from tests.browser.engines.conftest import ENGINES, Phones
from tests.browser.engines.phone import Phone
from tests.browser.engines.webdriver import wait_for
from tests.browser.html_tree import read_page
from tests.browser.lock import PASSCODE
from tests.waiting import wait_for_react

pytestmark = pytest.mark.parametrize(
    "engine",
    [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ENGINES],
    indirect=True,
)

INSTALL_STEPS = [
    "This browser cannot install apps. You can bookmark this page.",
    "It works without a network here as well, once you have opened it.",
]
ROOMS = [
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
MANIFEST = "return document.querySelector('link[rel=manifest]').href"
READ_MANIFEST = """
  const link = document.querySelector("link[rel=manifest]");
  while (!link.hasAttribute("href")) await new Promise(requestAnimationFrame);
  const address = link.href;
  const manifest = await (await fetch(address)).json();
  for (const icon of manifest.icons) {
    const image = new Image();
    image.src = new URL(icon.src, address).href;
    await image.decode();
  }
  return { name: manifest.name, icons: manifest.icons.length, display: manifest.display };
"""
KEEP_BUSY = """
  indexedDB.open("mooring").onsuccess = ({ target }) => {
    const table = target.result.transaction("MoodEntry", "readwrite").objectStore("MoodEntry");
    const again = () => {
      try {
        table.count().onsuccess = again;
      } catch {
        // It was ended as the page was left.
      }
    };
    again();
    location.assign("/log/history/?later");
  };
"""
"""Reads without end in a transaction that could write, and opens the next page."""
STEPS_SHOWN = """return [...document.querySelectorAll("[data-pwa-install] li")]
  .filter((step) => step.checkVisibility()).map((step) => step.innerText.trim())"""
FOLD_OPEN = "return document.querySelector('.finder details').open"
NOTE_THE_PLACE = """
  addEventListener("click", () => (sessionStorage.placeForTest = scrollY), { capture: true });
"""
AT_THE_PLACE = """
  const left = Number(sessionStorage.placeForTest);
  return location.pathname === "/cards/" && left > 0 && Math.abs(scrollY - left) <= 2;
"""
NOTE = "written with no network"
FROM_CHROMIUM = FOLDER / "8.sealed"
"""A backup that the app made in Chromium."""
FROM_CHROMIUM_NOTE = "note: wörds, 言葉, שלום"
PLAN_FROM_CHROMIUM = "alone: wörds, 言葉, שלום"


def heading(dist: Path, route: str) -> str:
    """The main heading of a page as it is shown under the app's own name."""
    found = read_page(dist, route).find("h1")
    own = found.find_all("span", **{"data-pwa-own-look": ""})
    return own[0].text if own else found.text


def saved_file(phones: Phones) -> bytes:
    """The one file that was saved, once it is whole."""

    def whole() -> bytes | None:
        found = [file for file in phones.place.downloads.iterdir() if file.suffix == ".sealed"]
        return found[0].read_bytes() or None if found else None

    return wait_for(whole, "the saved file")


def can_be_installed(phone: Phone) -> None:
    """The manifest and its icons are there, and the page says how this browser does it."""
    manifest = phone.run_async(READ_MANIFEST)
    assert (manifest["name"], manifest["display"]) == ("Mooring", "standalone")
    assert manifest["icons"] > 2
    phone.see("[data-pwa-install] h2", "Keep it on this phone")
    assert phone.run(STEPS_SHOWN) == INSTALL_STEPS


def find_a_card(phone: Phone, dist: Path) -> None:
    phone.open("/")
    phone.tap("nav a", "Cards")
    phone.see("h1", "Cards")
    phone.tap(".finder .chip", "Alone")
    phone.tap(".finder summary", "Place, energy, time and more")
    phone.tap(".finder .chip", "2 minutes")
    phone.see(".finder-said", "fit")
    phone.tap(".answers [data-card] a")
    phone.wait(lambda: phone.path() != "/cards/" or None, "the card")
    phone.see("h1", heading(dist, phone.path()))


def come_back(phone: Phone) -> None:
    """Back closes what is open before it leaves, and brings a page back where it was left."""
    phone.open("/cards/")
    phone.tap(".finder summary", "Place, energy, time and more")
    phone.wait(lambda: phone.ask(FOLD_OPEN) or None, "what was folded out")
    phone.back()
    phone.wait(lambda: phone.ask(FOLD_OPEN) is False or None, "what Back closes")
    assert phone.path() == "/cards/"
    phone.tap("#groups summary")
    phone.run(NOTE_THE_PLACE)
    phone.tap("#groups a.item")
    phone.wait(lambda: phone.path() != "/cards/" or None, "the card")
    phone.back()
    phone.wait(lambda: phone.ask(AT_THE_PLACE) or None, "the place that was left")
    assert phone.path() == "/cards/"


def find_help(phone: Phone) -> None:
    phone.tap("a", "Help now")
    phone.wait(lambda: phone.path() == "/help/ie/" or None, "Ireland's page")
    phone.see("a[href='tel:999']")
    assert phone.axe_faults() == []


def write_in_the_log(phone: Phone) -> None:
    phone.open("/log/")
    phone.fill("Anything else", NOTE)
    phone.tap("button", "Save")
    phone.see("[role=status]", "Saved on this phone.")
    phone.tap("a", "See what you wrote")
    phone.see("li.entry", NOTE)


def make_a_backup(phone: Phone, phones: Phones) -> bytes:
    phone.open("/settings/backup/")
    phone.fill("Passphrase", PASSPHRASE)
    phone.fill("The same once more", PASSPHRASE)
    phone.tap("button", "Save the backup")
    phone.see("main", "The file is with your downloads.")
    return saved_file(phones)


def notes_in(backup: bytes) -> list[str]:
    """The notes of the log in a backup, as Python reads it."""
    content = open_backup(io.BytesIO(backup), PASSPHRASE)
    rows: list[dict[str, Any]] = [
        item["row"] for item in content.items if item.get("table") == "MoodEntry"
    ]
    return [row["note"] for row in rows]


def opens_in_chromium(backup: bytes, new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto("/settings/backup/")
    wait_for_react(page)
    choose(page, backup, PASSPHRASE)
    press(page, "Bring it back")
    done(page)
    page.goto("/log/history/")
    page.get_by_text(NOTE).wait_for()


def leave_while_the_database_is_busy(phone: Phone) -> None:
    """The next page does not wait for the one that was left, and neither does that one, once back.

    WebKit keeps the page with all that is under way in it.
    """
    before = phone.address()
    phone.run(KEEP_BUSY)
    phone.wait(lambda: phone.address().endswith("?later") or None, "the next page")
    phone.see("li.entry", NOTE)
    phone.back()
    phone.wait(lambda: phone.address() == before or None, "the page that was left")
    phone.see("li.entry", NOTE)


def take_a_plain_name(phone: Phone) -> None:
    phone.open("/settings/look/")
    phone.tap("label", "Harbour")
    named_plainly(phone)
    phone.open("/")
    has_the_plain_name(phone)


def named_plainly(phone: Phone) -> None:
    phone.wait(lambda: phone.ask("return document.title") == "Harbour" or None, "the plain name")


def has_the_plain_name(phone: Phone) -> None:
    named_plainly(phone)
    assert phone.run(MANIFEST).endswith("/looks/harbour/manifest.webmanifest")
    assert "mooring" not in phone.see("body").lower()


def leave(phone: Phone, phones: Phones) -> None:
    """Leave quickly, and find that Back does not lead into the app again."""
    # The site that it leads to is not asked by a test.
    phone.run("document.querySelector('a[data-leave]').href = arguments[0]", phones.elsewhere)
    phone.tap("a", "Leave quickly")
    phone.see("h1", "Sunny elsewhere")
    phone.back()
    phone.see("h1", "Sunny elsewhere")
    assert phone.address() == phones.elsewhere


def unlock(phone: Phone, passcode: str = PASSCODE) -> None:
    phone.fill("Passcode", passcode)
    phone.tap("button", "Unlock")


def is_locked(phone: Phone) -> None:
    phone.open("/log/history/")
    phone.see("button", "Unlock")
    assert FROM_CHROMIUM_NOTE not in phone.see("main")


def test_after_one_visit_everything_is_there_without_a_network_and_stays(
    phones: Phones, dist: Path, new_context: NewContext
) -> None:
    phone = phones.open()
    phone.open("/")
    phone.wait(lambda: phone.ask(CONTROLLED) or None, "the service worker", 60)
    can_be_installed(phone)
    assert phone.axe_faults() == []
    phones.server.stop()

    for route in ROOMS:
        phone.open(route)
        phone.see("h1", heading(dist, route))
    come_back(phone)
    find_a_card(phone, dist)
    find_help(phone)
    write_in_the_log(phone)
    leave_while_the_database_is_busy(phone)
    backup = make_a_backup(phone, phones)
    assert notes_in(backup) == [NOTE]
    opens_in_chromium(backup, new_context)
    take_a_plain_name(phone)
    phones.close()

    again = phones.open()
    again.open("/log/history/")
    again.see("li.entry", NOTE)
    has_the_plain_name(again)
    leave(again, phones)


def test_what_chromium_kept_comes_back_and_a_passcode_locks_it(phones: Phones) -> None:
    phone = phones.open()
    phone.open("/settings/backup/")
    phone.choose_file(FROM_CHROMIUM)
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
    is_locked(phone)
    unlock(phone, "not the passcode")
    phone.see("main", "That did not open it.")
    unlock(phone)
    phone.see("main", FROM_CHROMIUM_NOTE)
    # On the next page it is still open.
    phone.open("/plan/")
    phone.see("main", PLAN_FROM_CHROMIUM)
    leave(phone, phones)
    is_locked(phone)
    phones.close()

    again = phones.open()
    is_locked(again)
    unlock(again)
    again.see("main", FROM_CHROMIUM_NOTE)
