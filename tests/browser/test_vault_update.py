"""An update of the app on a phone with the lock on: everything opens, whenever the phone dies."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pwa_app.pages.storage import store
from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.lock import lock_button, on_the_disk, open_privacy, turn_on, unlock
from tests.browser.log_form import save, save_button
from tests.browser.phone_records import read_records, write_records
from tests.browser.test_vault import CANARY, TABLES, canaries, everything, turn_off

LATER = ["PlanContact", "Prepared"]
"""Tables that the update brings: one with indexes, and a small one."""

INDEXED = "OwnWord"
"""A table that the update gives its first index."""

OWN_WORD = {
    "id": "feelings:shaky",
    "list": "feelings",
    "word": f"{CANARY} shaky",
    "at": "2026-11-22T20:39:00.000Z",
}

MAKE_OLDER = """async ({ version, later, indexed, key }) => {
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const now = await asked(indexedDB.open("mooring"));
  const names = [...now.objectStoreNames].filter((name) => !later.includes(name));
  const reading = now.transaction(names);
  const kept = await Promise.all(names.map(async (name) => {
    const from = reading.objectStore(name);
    return [name, from.keyPath, [...from.indexNames], await asked(from.getAll())];
  }));
  now.close();
  await asked(indexedDB.deleteDatabase("mooring"));
  const request = indexedDB.open("mooring", version * 10);
  request.onupgradeneeded = () => {
    for (const [name, keyPath, indexes, rows] of kept) {
      const table = request.result.createObjectStore(name, { keyPath });
      if (name !== indexed) for (const index of indexes) table.createIndex(index, index);
      for (const row of rows) {
        // A table without an index is found whole, so it holds nothing but its mark.
        if (name !== indexed || !row[key].startsWith("~")) table.put(row);
        else if (row[key] === "~") table.put({ ...row, version: "" });
      }
    }
  };
  (await asked(request)).close();
}"""
"""Makes the database of the version before out of the one that is there, sealed as it is."""

STAND_STILL = """
  const { createObjectStore } = IDBDatabase.prototype;
  const { put } = IDBObjectStore.prototype;
  const stop = () => {
    console.log("stopped");
    for (;;);
  };
  IDBDatabase.prototype.createObjectStore = function (...given) {
    const made = createObjectStore.apply(this, given);
    if (STEP === "making tables") stop();
    return made;
  };
  IDBObjectStore.prototype.put = function (...given) {
    const done = put.apply(this, given);
    if (STEP === this.name) stop();
    return done;
  };
"""


def older(page: Page) -> dict[str, list[dict[str, object]]]:
    """Bring a phone with the lock on to the version before; what it holds."""
    open_privacy(page)
    for table in TABLES:
        write_records(page, canaries(table), table)
    write_records(page, [OWN_WORD], INDEXED)
    kept = everything(page)
    turn_on(page)
    page.goto("/offline/")
    described = {
        "version": store.schema["version"] - 1,
        "later": LATER,
        "indexed": INDEXED,
        "key": store.schema["tables"][INDEXED]["key"],
    }
    page.evaluate(MAKE_OLDER, described)
    return kept | {table: [] for table in LATER}


def holds_all(page: Page, kept: dict[str, list[dict[str, object]]]) -> None:
    """Open the lock after the update: all is there, in lists too, and new tables take records."""
    page.goto("/log/")
    unlock(page)
    expect(save_button(page)).to_be_enabled()
    page.locator(".folds summary").first.click()
    expect(page.get_by_label(OWN_WORD["word"])).to_be_visible()
    page.goto("/plan/contact/")
    unlock(page)
    expect(save_button(page)).to_be_enabled()
    page.fill("#name", f"{CANARY} of a new table")
    save(page)
    assert CANARY not in on_the_disk(page, TABLES)
    open_privacy(page)
    unlock(page)
    expect(lock_button(page)).to_be_visible()
    turn_off(page)
    [contact] = read_records(page, "PlanContact")
    assert contact["name"] == f"{CANARY} of a new table"
    assert everything(page) | {"PlanContact": []} == kept


@pytest.mark.parametrize("step", ["none", "making tables", *LATER, INDEXED])
def test_an_update_that_brings_tables_opens_with_the_lock_on_even_if_the_phone_dies_meanwhile(
    new_context: NewContext, tmp_path: Path, step: str
) -> None:
    page = new_context(profile=tmp_path).new_page()
    kept = older(page)
    if step != "none":
        page.add_init_script(STAND_STILL.replace("STEP", repr(step)))
        with page.expect_console_message(lambda message: message.text == "stopped"):
            page.goto("/log/", wait_until="commit")
            if step != "making tables":
                unlock(page, no_wait_after=True)
        kill_browser(tmp_path)
        page = new_context(profile=tmp_path).new_page()
    holds_all(page, kept)
