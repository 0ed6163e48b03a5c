"""What an earlier version of the app has kept opens in this one, with every field as it was.

`databases/` has a database of each version of the schema, as it was written then. A new version
gets a new file; none of the old ones is ever changed.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from pwa_app.pages.storage import store
from tests.browser.log_form import open_log, pick_mood, save
from tests.browser.phone_records import STORABLE, read_records
from tests.browser.watch import Watch

FOLDER = Path(__file__).parent / "databases"
VERSIONS = sorted(int(path.stem) for path in FOLDER.glob("*.json"))

WRITE = (
    "async ({ version, tables }) => {"
    + STORABLE
    + """
  // The database's library numbers its versions in tenths.
  const request = indexedDB.open("mooring", version * 10);
  request.onupgradeneeded = () => {
    for (const [name, { key, indexes }] of Object.entries(tables)) {
      const table = request.result.createObjectStore(name, { keyPath: key });
      for (const index of indexes) table.createIndex(index, index);
    }
  };
  const database = await new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(Object.keys(tables), "readwrite");
  for (const [name, { rows }] of Object.entries(tables)) {
    for (const row of rows) transaction.objectStore(name).put(storable(row));
  }
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  window.older = database;
}"""
)


def database(version: int) -> dict[str, Any]:
    """The database of a version, with its tables and their rows."""
    written: dict[str, Any] = json.loads((FOLDER / f"{version}.json").read_text("utf-8"))
    return written


def write_database(page: Page, version: int) -> None:
    """Make the database on a page of this site on which the app does not run."""
    page.goto("/offline/")
    page.evaluate(WRITE, database(version))
    page.evaluate("() => window.older.close()")


def hold_database(page: Page) -> None:
    """Open the database of an earlier version and keep it open, as an old tab may."""
    page.goto("/offline/")
    page.evaluate(WRITE, database(VERSIONS[-2]))


def test_each_version_of_the_schema_has_its_database_and_is_never_changed_without_a_new_one() -> (
    None
):
    assert list(range(1, store.schema["version"] + 1)) == VERSIONS
    newest = database(store.schema["version"])["tables"]
    described = {
        name: (table["key"], table["indexes"]) for name, table in store.schema["tables"].items()
    }
    assert {name: (t["key"], t["indexes"]) for name, t in newest.items()} == described


@pytest.mark.parametrize("version", VERSIONS)
def test_a_database_of_an_earlier_version_opens_with_every_field_intact(
    page: Page, version: int
) -> None:
    write_database(page, version)
    open_log(page, "/log/?entry=none")
    for name, table in database(version)["tables"].items():
        expected = sorted(table["rows"], key=lambda row: str(row[table["key"]]))
        assert read_records(page, name) == expected


@pytest.mark.parametrize("version", VERSIONS)
def test_entries_of_an_earlier_version_are_shown_and_new_ones_are_kept(
    page: Page, version: int
) -> None:
    write_database(page, version)
    page.goto("/log/history/")
    expect(page.locator("li.entry")).to_have_count(2)
    open_log(page)
    expect(page.get_by_text("We kept what you had typed.")).to_be_visible()
    pick_mood(page, "Good")
    save(page)
    assert len(read_records(page)) == 3


def test_a_tab_goes_on_when_a_newer_version_of_the_app_has_opened_the_database(
    context: BrowserContext, watch: Watch
) -> None:
    watch.allow("Another connection wants to upgrade")
    older, newer = context.new_page(), context.new_page()
    open_log(older)
    newer.goto("/offline/")
    opened = newer.evaluate(
        """() => new Promise((resolve) => {
          const request = indexedDB.open("mooring", 990);
          request.onupgradeneeded = () => request.result.createObjectStore("Later");
          request.onsuccess = () => resolve("opened");
          request.onerror = () => resolve("error");
        })"""
    )
    assert opened == "opened"
    older.bring_to_front()
    pick_mood(older, "Good")
    older.fill("#note", "still here")
    save(older)
    assert [row["note"] for row in read_records(older)] == ["still here"]
