"""The lock and the backup together: nothing plain, nothing left out, all of it or none."""

import io
from pathlib import Path

from playwright.sync_api import Page, expect

from pwa_app.device.backup import open_backup
from tests.backup_files import PASSPHRASE, plain_backup
from tests.browser.accessibility import barriers
from tests.browser.backup_page import Row, choose, done, press, save_sealed
from tests.browser.browser_process import kill_browser
from tests.browser.conftest import NewContext
from tests.browser.lock import (
    lock_button,
    on_the_disk,
    open_privacy,
    turn_on,
    unlock,
    unlock_button,
)
from tests.browser.lookout import CACHED, STORED
from tests.browser.phone_records import write_records
from tests.browser.test_backup_all_or_nothing import STOP_AT
from tests.browser.test_vault import TABLES, everything, turn_off

WORD = "zqwren"
BACKUP = "/settings/backup/"


def entries(letter: str, count: int = 3) -> dict[str, list[Row]]:
    """Entries and a plan with the word in them."""
    entry = {"at": "2026-11-22T20:39:00.000Z", "local_date": "2026-11-22"}
    log = [{"id": f"{letter}{n:03}", **entry, "note": f"{WORD} {letter}"} for n in range(count)]
    return {"MoodEntry": log, "OwnCard": [{"id": letter, "at": entry["at"], "title": WORD}]}


def keep(page: Page, rows: dict[str, list[Row]]) -> None:
    """Put these on a phone without a lock, and turn it on."""
    open_privacy(page)
    for table, some in rows.items():
        write_records(page, some, table)
    turn_on(page)


def open_unlocked(page: Page) -> None:
    """Open the page of backups and unlock it."""
    page.goto(BACKUP)
    unlock(page)
    expect(page.get_by_role("button", name="Save the backup")).to_be_enabled()


def nothing_is_plain(page: Page) -> None:
    """The word lies nowhere in this browser."""
    assert WORD not in on_the_disk(page, TABLES)
    assert WORD not in page.evaluate(STORED)
    assert page.evaluate(CACHED, WORD) == []


def kept_by(page: Page) -> dict[str, list[Row]]:
    """All that is on a phone, once its lock is off."""
    open_privacy(page)
    unlock(page)
    expect(lock_button(page)).to_be_visible()
    turn_off(page)
    return {table: rows for table, rows in everything(page).items() if rows}


def test_a_backup_under_the_lock_is_whole_and_comes_back_under_another(
    new_context: NewContext,
) -> None:
    page, other = new_context().new_page(), new_context().new_page()
    keep(page, entries("a"))
    # While it is locked, tables look empty: a backup of that would hold nothing.
    page.goto(BACKUP)
    expect(unlock_button(page)).to_be_visible()
    expect(page.get_by_role("button", name="Save the backup")).to_have_count(0)
    assert barriers(page) == []
    unlock(page)
    expect(page.get_by_role("button", name="Save the backup")).to_be_enabled()
    _name, file = save_sealed(page)
    nothing_is_plain(page)
    assert WORD.encode() not in file
    items = open_backup(io.BytesIO(file), PASSPHRASE).items
    assert [item["row"] for item in items if "row" in item] == [
        row for some in entries("a").values() for row in some
    ]
    keep(other, entries("b"))
    open_unlocked(other)
    choose(other, file, PASSPHRASE)
    press(other, "Add it to what is here")
    # The page opens anew with what came, and so with the lock.
    expect(unlock_button(other)).to_be_visible()
    nothing_is_plain(other)
    unlock(other)
    done(other)
    both = {table: [*some, *entries("b")[table]] for table, some in entries("a").items()}
    assert kept_by(other) == both


def test_a_phone_that_dies_while_a_backup_comes_back_under_the_lock_has_all_it_had(
    new_context: NewContext, tmp_path: Path
) -> None:
    page = new_context(profile=tmp_path).new_page()
    keep(page, entries("a", 40))
    open_unlocked(page)
    choose(page, plain_backup(entries("b", 300)))
    press(page, "Replace what is here…")
    page.evaluate(STOP_AT, 150)
    with page.expect_console_message(lambda message: message.text == "stopped"):
        page.get_by_role("button", name="Replace everything").click(no_wait_after=True)
    kill_browser(tmp_path)
    page = new_context(profile=tmp_path).new_page()
    open_privacy(page)
    nothing_is_plain(page)
    assert kept_by(page) == entries("a", 40)
