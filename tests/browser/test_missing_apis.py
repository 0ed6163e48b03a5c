"""A page still helps where the browser lacks what it would like to use, and says what it cannot do.

The APIs are taken away before the page's own scripts run. Plain http on a name other than localhost
takes away more: the service worker, the ciphers, the clipboard, random UUIDs.
"""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.backup_files import PASSPHRASE
from tests.browser.backup_page import save_plain
from tests.browser.conftest import NewContext
from tests.browser.lock import PASSCODE, open_privacy, turn_on, unlock
from tests.browser.log_form import open_log, save, write_note
from tests.browser.test_offline import heading
from tests.browser.watch import Watch
from tests.chromium import PLAIN_HOST
from tests.waiting import wait_for_react

CORE = [
    "/",
    "/cards/five-senses/",
    "/urge/",
    "/breathe/",
    "/log/",
    "/log/history/",
    "/plan/",
    "/hope/",
    "/help/gb/",
    "/settings/",
    "/settings/privacy/",
    "/settings/storage/",
]

NO_EXTRAS = """
  for (const name of ["speechSynthesis", "SpeechSynthesisUtterance", "BroadcastChannel",
    "CompressionStream", "DecompressionStream", "AudioContext", "MediaRecorder", "caches",
    "PublicKeyCredential", "requestIdleCallback"]) delete window[name];
  for (const name of ["serviceWorker", "wakeLock", "vibrate", "storage", "locks", "share",
    "clipboard", "mediaDevices", "credentials"]) delete Navigator.prototype[name];
  delete Crypto.prototype.randomUUID;
"""
NO_STORAGE = """
  delete Navigator.prototype.serviceWorker;
  const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get: refuse });
  }
  for (const name of ["open", "databases", "deleteDatabase"]) IDBFactory.prototype[name] = refuse;
"""
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"

SCRIPT = "text/javascript"

NOTHING_KEPT = "This browser does not let the app keep anything."


def visit_core(page: Page, dist: Path) -> None:
    """Every core page shows its words and its way to help, with React at work."""
    for route in CORE:
        page.goto(route)
        wait_for_react(page)
        expect(page.locator("h1")).to_have_text(heading(dist, route))
        expect(page.get_by_role("link", name="Help now")).to_be_visible()
    page.goto("/help/gb/")
    expect(page.locator("a[href='tel:999']").first).to_be_visible()


def ride_the_wave(page: Page) -> None:
    page.goto("/urge/")
    page.get_by_role("button", name="5 minutes", exact=True).click()
    expect(page.get_by_role("button", name="5 minutes", exact=True)).to_have_count(0)


def test_without_the_extras_everything_still_works_that_does_not_need_them(
    new_context: NewContext, dist: Path
) -> None:
    page = new_context().new_page()
    page.add_init_script(NO_EXTRAS)
    visit_core(page, dist)
    ride_the_wave(page)
    open_log(page)
    write_note(page, "kept")
    save(page)
    turn_on(page)
    page.get_by_role("button", name="Lock now").click()
    page.goto("/log/history/")
    unlock(page)
    expect(page.get_by_text("kept", exact=True)).to_be_visible()


def test_where_nothing_can_be_kept_every_page_helps_and_the_log_says_so(
    new_context: NewContext, dist: Path, watch: Watch
) -> None:
    # The router warns that it cannot scroll back to where one was; no harm follows.
    watch.allow("save scroll positions")
    for script in (NO_STORAGE, NO_DATABASE):
        page = new_context().new_page()
        page.add_init_script(script)
        visit_core(page, dist)
        ride_the_wave(page)
        page.goto("/log/")
        expect(page.get_by_text(NOTHING_KEPT)).to_be_visible()
        expect(page.get_by_role("button", name="Copy my words")).to_be_visible()
        page.goto("/settings/privacy/")
        expect(page.get_by_text("so nothing to lock")).to_be_visible()


def test_over_plain_http_the_lock_holds_and_the_backup_page_says_why_it_cannot(
    new_context: NewContext, dist: Path, site: str, watch: Watch
) -> None:
    watch.allow("Cross-Origin-Opener-Policy header has been ignored")
    page = new_context(base_url=f"http://{PLAIN_HOST}:{urlsplit(site).port}").new_page()
    visit_core(page, dist)
    assert page.evaluate("[isSecureContext, typeof crypto.subtle]") == [False, "undefined"]
    open_log(page)
    write_note(page, "kept")
    save(page)
    page.goto("/settings/backup/")
    expect(page.get_by_role("button", name="Save the backup")).to_be_enabled()
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Save the backup").click()
    expect(page.get_by_text("without a secure connection")).to_be_visible()
    turn_on(page)
    page.get_by_role("button", name="Lock now").click()
    page.goto("/log/history/")
    unlock(page)
    expect(page.get_by_text("kept", exact=True)).to_be_visible()


def test_without_webassembly_the_lock_and_locked_backups_say_that_they_cannot_and_the_rest_works(
    page: Page, watch: Watch
) -> None:
    # Apple's lockdown mode takes it away.
    watch.allow("WebAssembly")
    page.add_init_script("delete window.WebAssembly")
    open_log(page)
    write_note(page, "kept")
    save(page)
    open_privacy(page)
    page.get_by_label("New passcode").fill(PASSCODE)
    page.get_by_label("The same again").fill(PASSCODE)
    page.get_by_role("button", name="Turn the lock on").click()
    expect(page.get_by_text("That did not work. Nothing was changed.")).to_be_visible()
    page.goto("/settings/backup/")
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Save the backup").click()
    expect(page.get_by_text("Lockdown mode does that.")).to_be_visible()
    save_plain(page)
    page.goto("/log/history/")
    expect(page.get_by_text("kept", exact=True)).to_be_visible()


def test_a_browser_that_is_too_old_for_the_scripts_still_has_every_page_to_read(
    page: Page, dist: Path, watch: Watch
) -> None:
    watch.allow("uncaught: Unexpected")
    page.route("**/*.js", lambda route: route.fulfill(body="]", content_type=SCRIPT))
    for path in ("/cards/five-senses/", "/help/gb/", "/learn/", "/log/"):
        page.goto(path)
        expect(page.locator("h1")).to_have_text(heading(dist, path))
        expect(page.get_by_role("link", name="Help now")).to_be_visible()
    expect(page.get_by_text("Getting ready…")).to_be_visible()
    page.get_by_role("link", name="Help now").click()
    expect(page.locator("a[href='tel:999']").first).to_be_visible()
