"""A page still helps where the browser lacks what it would like to use."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.backup_files import PASSPHRASE
from tests.browser.conftest import NewContext
from tests.browser.log_form import SAVED, open_log, save, write_note
from tests.browser.test_offline import heading
from tests.browser.watch import Watch
from tests.chromium import PLAIN_HOST
from tests.waiting import wait_for_react

CORE = [
    "/",
    "/cards/",
    "/cards/five-senses/",
    "/urge/",
    "/breathe/",
    "/log/",
    "/log/history/",
    "/plan/",
    "/plan/edit/",
    "/hope/",
    "/help/gb/",
    "/learn/",
    "/settings/",
    "/settings/privacy/",
    "/settings/backup/",
    "/settings/storage/",
]

NO_EXTRAS = """
  for (const name of ["speechSynthesis", "SpeechSynthesisUtterance", "BroadcastChannel",
    "CompressionStream", "DecompressionStream", "AudioContext", "MediaRecorder", "caches",
    "PublicKeyCredential", "requestIdleCallback", "navigation"]) delete window[name];
  for (const name of ["serviceWorker", "wakeLock", "vibrate", "storage", "locks", "share",
    "clipboard", "mediaDevices", "permissions", "credentials", "contacts"])
    delete Navigator.prototype[name];
  delete Crypto.prototype.randomUUID;
"""
NO_STORAGE = """
  delete Navigator.prototype.serviceWorker;
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
    const get = () => { throw new DOMException("blocked", "SecurityError"); };
    Object.defineProperty(window, name, { configurable: true, get });
  }
"""
NO_DATABASE = "delete window.indexedDB; Object.defineProperty(window, 'indexedDB', {});"


def visit_all(page: Page, dist: Path) -> dict[str, str]:
    """Open the core pages, each with its heading and help in it, and give their words."""
    words = {}
    for route in CORE:
        page.goto(route)
        wait_for_react(page)
        page.wait_for_timeout(700)
        expect(page.locator("h1")).to_have_text(heading(dist, route))
        expect(page.get_by_role("link", name="Help now")).to_be_visible()
        words[route] = page.locator("main").inner_text()
    return words

@pytest.mark.parametrize("n", ["NO_EXTRAS","NO_STORAGE","NO_DATABASE","plain"])
def test_x(new_context: NewContext, dist: Path, site: str, watch, n) -> None:
    kw = {}
    if n == "plain":
        kw["base_url"] = f"http://{PLAIN_HOST}:{urlsplit(site).port}"
    page = new_context(**kw).new_page()
    if n != "plain":
        page.add_init_script(globals()[n])
    for route in CORE:
        before = len(watch.problems)
        page.goto(route)
        try:
            wait_for_react(page)
        except AssertionError: print("NO REACT")
        page.wait_for_timeout(600)
        if page.locator("h1").inner_text() != heading(dist, route): print("H1", page.locator("h1").inner_text())
        print("=====", n, route, watch.problems[before:])
        if route.startswith(("/log/","/plan/", "/settings/", "/hope/","/breathe")):
            print(page.locator("main").inner_text()[:700 if "breathe" not in route else 300])
    page.goto("/settings/backup/"); page.wait_for_timeout(500)
    before = len(watch.problems)
    try:
        page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE, timeout=1000)
        page.get_by_label("The same once more").fill(PASSPHRASE, timeout=1000)
        page.get_by_role("button", name="Save the backup").click(timeout=1000)
        page.wait_for_timeout(3500)
    except Exception as e: print("X", str(e)[:200])
    print("BACKUP", page.locator("main").inner_text()[:1500],  watch.problems[before:])
    page.goto("/settings/privacy/"); page.wait_for_timeout(500)
    before = len(watch.problems)
    try:
        page.get_by_label("New passcode").fill(PASSPHRASE, timeout=1000)
        page.get_by_label("The same again").fill(PASSPHRASE, timeout=1000)
        page.get_by_role("button", name="Turn the lock on").click(timeout=1000)
        page.wait_for_timeout(3500)
    except Exception as e: print("X", str(e)[:200])
    print("LOCK", page.locator("main").inner_text()[:1500], watch.problems[before:])
    page.goto("/log/"); 
    before = len(watch.problems)
    try:
        write_note(page, "hello"); page.get_by_role("button", name="Save").click(timeout=1000); page.wait_for_timeout(800)
    except Exception as e: print("X", str(e)[:200])
    print("LOG", page.locator("main").inner_text()[:900], watch.problems[before:])
    page.goto("/urge/"); page.get_by_role("button", name="5 minutes").click(); page.wait_for_timeout(800)
    print("URGE", page.locator("main").inner_text()[:300], watch.problems[before:])
