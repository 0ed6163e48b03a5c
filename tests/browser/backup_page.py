"""Making a backup and bringing one back as a person does."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from pwa_app.pages.storage import store
from tests.backup_files import PASSPHRASE
from tests.browser.choosing_files import choose_file
from tests.browser.log_form import open_log
from tests.browser.phone_records import read_records, write_records

Row = dict[str, Any]


def open_backup_page(page: Page, rows: dict[str, list[Row]] | None = None) -> None:
    """Open the page of somebody who has kept these records."""
    open_log(page, "/log/?entry=none")
    for table, some in (rows or {}).items():
        write_records(page, some, table)
    page.goto("/settings/backup/")
    expect(page.get_by_role("button", name="Save the backup")).to_be_enabled()


def save_sealed(page: Page, passphrase: str = PASSPHRASE) -> tuple[str, bytes]:
    """Make a locked backup: its name and its bytes."""
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_label("The same once more").fill(passphrase)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the backup").click()
    expect(page.get_by_text("The file is with your downloads.")).to_be_visible()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def save_plain(page: Page) -> tuple[str, bytes]:
    """Make an open backup: its name and its bytes."""
    page.get_by_text("Without a passphrase", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save an open file").click()
    expect(page.get_by_text("The file is with your downloads.")).to_be_visible()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def choose(page: Page, file: bytes | Path, passphrase: str | None = None) -> None:
    """Choose a backup, and open it with a passphrase where one is given."""
    named = {"name": "some.file", "mimeType": "application/octet-stream", "buffer": file}
    choose_file(
        page.get_by_label("Choose the backup"),
        file if isinstance(file, Path) else named,  # type: ignore[arg-type]
    )
    if passphrase is not None:
        page.get_by_label("The passphrase of this file").fill(passphrase)
        page.get_by_role("button", name="Open", exact=True).click()


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=name).click()


def everything(page: Page) -> dict[str, list[Row]]:
    """All records on the phone, by table."""
    return {name: read_records(page, name) for name in store.schema["tables"]}


def done(page: Page, timeout: float = 30_000) -> None:
    """Wait until the page says that all is back; at most so many milliseconds."""
    said = page.get_by_text("It is done. What was in the file is here now.")
    expect(said).to_be_visible(timeout=timeout)
