"""Bringing a backup back changes everything or nothing, whatever happens to the phone meanwhile."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.backup_files import PASSPHRASE, plain_backup, sealed_backup
from tests.browser.accessibility import barriers
from tests.browser.backup_page import Row, choose, done, everything, open_backup_page, press
from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.log_form import open_log
from tests.browser.watch import Watch
from tests.waiting import wait_until


def entries(letter: str, count: int) -> list[Row]:
    """Entries of the log with keys that start with a letter."""
    entry = {"at": "2026-11-22T20:39:00.000Z", "local_date": "2026-11-22", "mood": 2}
    return [{"id": f"{letter}{n:04}", **entry, "note": f"{letter} {n} " * 40} for n in range(count)]


OLD = {"MoodEntry": entries("a", 40), "CardMark": [{"card": "old", "favourite": 1}]}
NEW = {"MoodEntry": entries("b", 600), "CardMark": [{"card": "new", "favourite": 1}]}
FILE = sealed_backup(plain_backup(NEW, {"country": "IE"}), chunk=16_384)

STOP_AT = """(last) => {
  const put = IDBObjectStore.prototype.put;
  let count = 0;
  IDBObjectStore.prototype.put = function (...given) {
    count += 1;
    if (count === last) {
      console.log("stopped");
      for (;;);
    }
    return put.apply(this, given);
  };
}"""
"""Makes the page stand still when it is about to write its so-manieth record."""

STOP_AT_END = """
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const made = transaction.apply(this, given);
    made.addEventListener("complete", () => {
      if (!window.stopping || given[1] !== "readwrite") return;
      console.log("stopped");
      for (;;);
    });
    return made;
  };
"""
"""Makes the page, once it is told, stand still when all has been written."""


def start_replacing(page: Page) -> None:
    """Open the file and press the button that puts it in the place of everything."""
    choose(page, FILE, PASSPHRASE)
    press(page, "Replace what is here…")


def rows_on(page: Page) -> dict[str, list[Row]]:
    """What is on the phone when it is used again."""
    open_log(page, "/log/?entry=none")
    kept = everything(page)
    return {name: kept[name] for name in OLD}


@pytest.mark.parametrize("record", [1, 40, 300, 601])
def test_a_phone_that_dies_while_a_backup_is_written_has_all_it_had(
    new_context: NewContext, tmp_path: Path, record: int
) -> None:
    page = new_context(profile=tmp_path).new_page()
    open_backup_page(page, OLD)
    start_replacing(page)
    page.evaluate(STOP_AT, record)
    with page.expect_console_message(lambda message: message.text == "stopped"):
        page.get_by_role("button", name="Replace everything").click(no_wait_after=True)
    kill_browser(tmp_path)
    assert rows_on(new_context(profile=tmp_path).new_page()) == OLD


def test_a_phone_that_dies_when_all_is_written_has_all_that_came(
    new_context: NewContext, tmp_path: Path
) -> None:
    page = new_context(profile=tmp_path).new_page()
    page.add_init_script(STOP_AT_END)
    open_backup_page(page, OLD)
    start_replacing(page)
    page.evaluate("() => { window.stopping = true; }")
    with page.expect_console_message(lambda message: message.text == "stopped"):
        page.get_by_role("button", name="Replace everything").click(no_wait_after=True)
    kill_browser(tmp_path)
    page = new_context(profile=tmp_path).new_page()
    assert rows_on(page) == NEW
    page.goto("/settings/backup/")
    wait_until(page, "localStorage.getItem('mooring:country') === 'IE'")


@pytest.mark.parametrize("milliseconds", [0, 15, 40, 80, 150])
def test_at_whatever_moment_a_phone_dies_it_has_all_of_one_or_of_the_other(
    new_context: NewContext, tmp_path: Path, milliseconds: int
) -> None:
    page = new_context(profile=tmp_path).new_page()
    open_backup_page(page, OLD)
    start_replacing(page)
    page.get_by_role("button", name="Replace everything").click(no_wait_after=True)
    page.wait_for_timeout(milliseconds)
    kill_browser(tmp_path)
    assert rows_on(new_context(profile=tmp_path).new_page()) in (OLD, NEW)


def test_a_phone_with_no_room_left_keeps_what_it_has_and_says_so(page: Page) -> None:
    open_backup_page(page, OLD)
    before = everything(page)
    start_replacing(page)
    page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put;
          let count = 0;
          IDBObjectStore.prototype.put = function (...given) {
            if (++count === 200) throw new DOMException("full", "QuotaExceededError");
            return put.apply(this, given);
          };
        }"""
    )
    press(page, "Replace everything")
    expect(page.get_by_text("This phone has not enough room left.")).to_be_visible()
    expect(page.get_by_text("Nothing on this phone was changed.")).to_be_visible()
    assert barriers(page) == []
    assert everything(page) == before


def test_a_file_that_changes_between_the_look_and_the_writing_changes_nothing(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "mine.sealed"
    file.write_bytes(FILE)
    open_backup_page(page, OLD)
    before = everything(page)
    choose(page, file, PASSPHRASE)
    press(page, "Replace what is here…")
    # The last chunks are read wrong, as from a memory stick that is pulled out.
    page.evaluate(
        """() => {
          const slice = Blob.prototype.slice;
          Blob.prototype.slice = function (from, to) {
            return slice.call(this, from > 100000 ? 0 : from, to);
          };
        }"""
    )
    press(page, "Replace everything")
    expect(page.get_by_text("Nothing on this phone was changed.")).to_be_visible()
    assert everything(page) == before


def test_where_nothing_can_be_kept_that_is_said(new_context: NewContext, watch: Watch) -> None:
    watch.allow("blocked")
    page = new_context().new_page()
    page.add_init_script(
        """indexedDB.open = () => { throw new DOMException("blocked", "SecurityError"); };"""
    )
    page.goto("/settings/backup/")
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same once more").fill(PASSPHRASE)
    press(page, "Save the backup")
    expect(
        page.get_by_text("This browser does not let the app keep anything").first
    ).to_be_visible()
    assert barriers(page) == []


def test_adding_the_same_backup_again_changes_nothing(page: Page) -> None:
    open_backup_page(page, OLD)
    for _ in range(2):
        choose(page, FILE, PASSPHRASE)
        press(page, "Add it to what is here")
        done(page)
    kept = everything(page)
    assert len(kept["MoodEntry"]) == 640
    assert len(kept["CardMark"]) == 2
