"""What is on the phone is told, and goes when it is asked to go."""

import json
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from pwa_app.device.drafts import Draft
from pwa_app.device.vault_table import Vault
from pwa_app.pages.phone_storage import PARTS, PHONE_STORAGE
from pwa_app.pages.storage import store
from tests.browser.accessibility import barriers
from tests.browser.log_form import open_log, save, save_button, write_note
from tests.browser.phone_records import read_records, write_records

EVERYTHING = {part.label for part in PARTS}
PLAN = {"id": "mine", "updated": "2026-01-05T12:00:00.000Z", "alone": "a walk"}

LAST_BACKUP = json.dumps({"last": 1_578_225_600_000, "weeks": 0, "chosen": 0})
"""Noon of 5 January 2020, as the backup page writes it down."""

IN_PLAIN_STORAGE = """() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
  .filter((key) => key.startsWith("mooring:"))"""


def entry(identity: str, day: str) -> dict[str, Any]:
    return {"id": identity, "at": f"{day}T12:00:00.000Z", "local_date": day, "note": identity}


def open_storage(page: Page) -> None:
    page.goto(PHONE_STORAGE)
    expect(page.get_by_role("button", name="Delete what I ticked")).to_be_enabled()


def tick(page: Page, *labels: str) -> None:
    for label in labels:
        page.locator("#erase .chip").filter(has_text=label).click()


def delete(page: Page) -> None:
    page.get_by_role("button", name="Delete what I ticked").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("nothing of it is left")).to_be_visible()


def someone_who_uses_it(page: Page) -> None:
    """Write into every table there is, and into the browser's plain storage."""
    page.goto("/help/fr/")
    open_log(page)
    days = [entry("a", "2026-01-05"), entry("b", "2026-01-06"), entry("c", "2026-01-07")]
    write_records(page, days)
    write_records(page, [PLAN], "SafetyPlan")
    for name, table in store.schema["tables"].items():
        if name not in ("MoodEntry", "SafetyPlan", "Draft", "Vault"):
            write_records(page, [{table["key"]: "canary"}], name)
    write_note(page, "half a thought")
    page.goto("/settings/")
    page.get_by_text("Large", exact=True).click()


def test_every_table_belongs_to_a_part_that_can_be_deleted() -> None:
    named = [table for part in PARTS for table in part.tables]
    assert sorted([*named, Draft.__name__, Vault.__name__]) == sorted(store.schema["tables"])


def test_it_says_how_much_of_what_is_kept(page: Page) -> None:
    someone_who_uses_it(page)
    open_storage(page)
    expect(page.locator("label[for=part-log]")).to_have_text("Your log · 3")
    expect(page.locator("label[for=part-plan]")).to_contain_text("Your plan · 2")
    expect(page.get_by_text("The app and all you keep take about")).to_be_visible()
    expect(page.get_by_text("Your last backup from this phone: not yet.")).to_be_visible()
    page.get_by_text("In a private or incognito window").scroll_into_view_if_needed()
    assert barriers(page) == []
    page.evaluate("(last) => localStorage.setItem('mooring:backup', last)", LAST_BACKUP)
    page.reload()
    expect(page.get_by_text("Your last backup from this phone: 5 Jan 2020.")).to_be_visible()


def test_everything_goes_and_the_app_goes_on(page: Page) -> None:
    someone_who_uses_it(page)
    open_storage(page)
    tick(page, *EVERYTHING)
    page.get_by_role("button", name="Delete what I ticked").click()
    expect(page.get_by_text("cannot come back")).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("nothing of it is left")).to_be_visible()
    for table in store.schema["tables"]:
        assert read_records(page, table) == [], table
    assert page.evaluate(IN_PLAIN_STORAGE) == []
    open_log(page)
    assert page.input_value("#note") == ""
    write_note(page, "a new beginning")
    save(page)


def test_only_what_was_ticked_goes(page: Page) -> None:
    someone_who_uses_it(page)
    open_storage(page)
    tick(page, "Your log")
    delete(page)
    assert read_records(page) == []
    assert read_records(page, "OwnWord") == []
    assert "half a thought" not in json.dumps(read_records(page, "Draft"))
    assert read_records(page, "SafetyPlan") == [PLAN]


def test_only_some_days_of_the_log_go(page: Page) -> None:
    someone_who_uses_it(page)
    open_storage(page)
    tick(page, "Your log")
    page.get_by_text("Only some days of the log").click()
    page.get_by_label("From", exact=True).fill("2026-01-06")
    page.get_by_label("To", exact=True).fill("2026-01-06")
    delete(page)
    assert [row["id"] for row in read_records(page)] == ["a", "c"]


def test_days_the_wrong_way_round_delete_nothing(page: Page) -> None:
    someone_who_uses_it(page)
    open_storage(page)
    page.get_by_role("button", name="Delete what I ticked").click()
    expect(page.get_by_text("Tick what should go first.")).to_be_visible()
    tick(page, "Your log")
    page.get_by_text("Only some days of the log").click()
    page.get_by_label("From", exact=True).fill("2026-01-07")
    page.get_by_label("To", exact=True).fill("2026-01-06")
    page.get_by_role("button", name="Delete what I ticked").click()
    expect(page.get_by_text("The first day is after the last one.")).to_be_visible()
    assert len(read_records(page)) == 3


def test_no_keeps_everything(page: Page) -> None:
    someone_who_uses_it(page)
    open_storage(page)
    tick(page, *EVERYTHING)
    page.get_by_role("button", name="Delete what I ticked").click()
    page.get_by_role("button", name="No, keep it").click()
    expect(page.get_by_text("cannot come back")).to_have_count(0)
    assert len(read_records(page)) == 3


def test_what_is_typed_in_another_window_goes_too(context: BrowserContext) -> None:
    log, page = context.new_page(), context.new_page()
    open_log(log)
    write_note(log, "from the other window")
    open_storage(page)
    tick(page, "Your log")
    delete(page)
    expect(log.locator("#note")).to_have_value("")
    log.goto("/about/")
    open_log(log)
    expect(save_button(log)).to_be_enabled()
    assert log.input_value("#note") == ""
