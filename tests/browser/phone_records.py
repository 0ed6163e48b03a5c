"""What is stored on the phone, read and written past the app, as another version of it might.

Bytes are given as `{"bytes": [255, 0, …]}`.
"""

import time
from typing import Any

from playwright.sync_api import Page

from tests.waiting import eventually

_OPEN = """
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === "mooring")) return [];
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("mooring");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
"""

_READ = (
    "async (table) => {"
    + _OPEN
    + """
  const rows = await new Promise((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  const readable = (value) =>
    value instanceof ArrayBuffer ? { bytes: [...new Uint8Array(value)] } : value;
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, readable(value)])));
}"""
)

STORABLE = """
  const asStored = (value) =>
    Array.isArray(value?.bytes) ? new Uint8Array(value.bytes).buffer : value;
  const storable = (row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asStored(value)]));
"""
"""Defines `storable`, which makes bytes of `{"bytes": [255, 0, …]}` in a record."""

_WRITE = (
    "async ([table, rows]) => {"
    + STORABLE
    + _OPEN
    + """
  await new Promise((resolve, reject) => {
    const transaction = database.transaction(table, "readwrite");
    for (const row of rows) transaction.objectStore(table).put(storable(row));
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}"""
)

_HOLD = (
    "async (table) => {"
    + _OPEN
    + """
  const store = database.transaction(table, "readwrite").objectStore(table);
  window.holding = true;
  const again = () => window.holding && (store.count().onsuccess = again);
  again();
}"""
)


def read_records(page: Page, table: str = "MoodEntry") -> list[dict[str, Any]]:
    """Everything in a table, in the order of its key; nothing where there is no database yet."""
    rows: list[dict[str, Any]] = page.evaluate(_READ, table)
    return rows


def wait_for_records(page: Page, count: int, table: str = "MoodEntry") -> None:
    """Wait until a table holds so many records."""
    end = time.monotonic() + 30
    while (found := len(read_records(page, table))) != count:
        assert time.monotonic() < end, f"{table} holds {found} records, not {count}"
        page.wait_for_timeout(25)


def wait_for_draft(page: Page, values: dict[str, list[str]]) -> None:
    """Wait until there is one draft, and it holds all that was typed.

    On a busy machine the first one may hold only the first letters.
    """
    eventually(
        page,
        lambda: [draft["values"] for draft in read_records(page, "Draft")] == [values],
        "the whole draft is kept",
    )


def write_records(page: Page, rows: list[dict[str, Any]], table: str = "MoodEntry") -> None:
    """Put records into a table of a database that the app has made before."""
    page.evaluate(_WRITE, [table, rows])


def hold_table(page: Page, table: str) -> None:
    """Keep everybody else from reading or writing a table until `release_table`."""
    page.evaluate(_HOLD, table)


def release_table(page: Page) -> None:
    """Let the others go on."""
    page.evaluate("() => { window.holding = false; }")
