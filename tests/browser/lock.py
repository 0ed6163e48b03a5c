"""Steps on the pages of the lock, and what then lies on the disk."""

import json
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.phone_records import read_records

PASSCODE = "winter kettle rowing blue"


def open_privacy(page: Page) -> None:
    """Open the page of the lock, with React at work."""
    page.goto("/settings/privacy/")
    first = page.get_by_role("button", name="Turn the lock on")
    expect(first.or_(unlock_button(page)).or_(lock_button(page))).to_be_visible()


def unlock_button(page: Page) -> Any:
    return page.get_by_role("button", name="Unlock", exact=True)


def lock_button(page: Page) -> Any:
    return page.get_by_role("button", name="Lock now")


def turn_on(page: Page, passcode: str = PASSCODE) -> str:
    """Turn the lock on and give the recovery code."""
    open_privacy(page)
    page.get_by_label("New passcode").fill(passcode)
    page.get_by_label("The same again").fill(passcode)
    page.get_by_role("button", name="Turn the lock on").click()
    return keep_code(page)


def keep_code(page: Page) -> str:
    """The recovery code that is shown, put away."""
    expect(page.locator(".recovery-code")).to_be_visible()
    code = page.locator(".recovery-code").inner_text()
    page.get_by_role("button", name="I have kept it").click()
    expect(page.locator(".recovery-code")).to_have_count(0)
    return code


def unlock(page: Page, passcode: str = PASSCODE, *, no_wait_after: bool = False) -> None:
    """Type a passcode into the lock screen that is shown.

    Args:
        page: Where it is shown.
        passcode: What is typed.
        no_wait_after: The page may stand still before it could be asked how the click went.
    """
    expect(unlock_button(page)).to_be_enabled()
    page.get_by_label("Passcode", exact=True).fill(passcode)
    unlock_button(page).click(no_wait_after=no_wait_after)


def on_the_disk(page: Page, tables: list[str]) -> str:
    """Everything in these tables as the browser keeps it, past the app, as one text."""
    rows = {table: page.evaluate(_READ, table) for table in tables}
    return json.dumps(rows, ensure_ascii=False)


_READ = """async (table) => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("mooring");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = await new Promise((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  // Bytes as letters, so that a text among them would be found.
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [
    field,
    value instanceof Uint8Array ? Array.from(value, (b) => String.fromCharCode(b)).join("") : value,
  ])));
}"""


def names_in(page: Page, table: str) -> list[str]:
    """The keys of a table's rows on the disk."""
    return [next(iter(row.values())) for row in read_records(page, table)]
