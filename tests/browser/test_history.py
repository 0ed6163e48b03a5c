"""What was written can be read again, put right, and deleted, with a way back."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewContext
from tests.browser.log_form import (
    SAVED,
    chosen_moods,
    open_log,
    pick_mood,
    save,
    save_button,
    set_urge,
    write_note,
)
from tests.browser.phone_records import read_records, wait_for_records, write_records
from tests.waiting import eventually

NOW = "2026-11-23T14:05:00Z"
DELETED = "The entry is deleted."

Entry = dict[str, Any]


def entry(identity: str, at: str, **fields: Any) -> Entry:
    """A record as the app keeps it."""
    return {"id": identity, "at": at, "local_date": at[:10], **fields}


TODAY = entry("c", "2026-11-23T09:30:00.000Z", mood=2, urge=0, note="Bad night.\nThen tea.")
YESTERDAY = entry("a", "2026-11-22T22:15:00.000Z", mood=4)
EARLIER = entry("d", "2026-11-15T12:00:00.000Z", urge=8)
LAST_YEAR = entry("b", "2025-12-31T08:00:00.000Z", note="Only words")


def open_history(page: Page, *rows: Entry) -> Locator:
    """Open the history of somebody who has written these entries; return what is shown."""
    open_log(page)
    write_records(page, list(rows))
    page.goto("/log/history/")
    shown = page.locator("li.entry")
    expect(shown).to_have_count(len(rows))
    return shown


def by_id(page: Page) -> dict[str, Entry]:
    """The stored entries by their key."""
    return {row["id"]: row for row in read_records(page)}


def test_the_newest_entry_comes_first_each_with_its_day_mood_urge_and_words(
    new_context: NewContext,
) -> None:
    page = new_context(locale="en-GB", timezone_id="UTC").new_page()
    page.clock.set_fixed_time(NOW)
    shown = open_history(page, EARLIER, LAST_YEAR, TODAY, YESTERDAY)
    assert page.locator(".day-name").all_inner_texts() == [
        "Today",
        "Yesterday",
        "Sunday 15 November",
        "Wednesday, 31 December 2025",
    ]
    times = ["09:30", "22:15", "12:00", "08:00"]
    assert shown.locator("p.small").all_inner_texts() == times
    assert shown.get_by_role("heading").all_inner_texts() == [
        "Low · urge 0 of 10",
        "Good",
        "No mood noted · urge 8 of 10",
        "No mood noted",
    ]
    assert shown.locator(".note").all_inner_texts() == ["Bad night.\nThen tea.", "Only words"]


def test_days_are_written_the_way_the_phone_writes_them(new_context: NewContext) -> None:
    page = new_context(locale="en-US", timezone_id="UTC").new_page()
    page.clock.set_fixed_time(NOW)
    shown = open_history(page, EARLIER)
    expect(page.locator(".day-name")).to_have_text("Sunday, November 15")
    expect(shown.locator("p.small")).to_have_text("12:00 PM")


def test_an_empty_history_says_so_and_leads_to_the_log(page: Page) -> None:
    page.goto("/log/history/")
    expect(page.get_by_text("Nothing here yet.")).to_be_visible()
    page.get_by_role("link", name="Write how you are").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are you?")


def open_change(page: Page, row: Entry) -> None:
    """Open the first entry shown to change it."""
    page.get_by_role("link", name="Change").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change this entry")
    expect(page.locator("#note")).to_have_value(row.get("note", ""))


def test_an_entry_opens_filled_in_and_a_change_keeps_its_moment(page: Page) -> None:
    open_history(page, TODAY, YESTERDAY)
    open_change(page, TODAY)
    assert chosen_moods(page) == ["2"]
    expect(page.locator("output")).to_have_text("0 of 10, none")
    page.fill("#note", "Put right")
    set_urge(page, 5)
    save(page)
    assert by_id(page) == {"a": YESTERDAY, "c": TODAY | {"note": "Put right", "urge": 5}}


def test_from_a_change_a_way_leads_back_to_the_entries_and_changes_nothing(page: Page) -> None:
    open_history(page, TODAY, YESTERDAY)
    open_change(page, TODAY)
    page.locator("header").get_by_role("link", name="Back to Entries").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you wrote")
    assert by_id(page) == {"a": YESTERDAY, "c": TODAY}
    page.goto("/log/")
    expect(page.locator("header").get_by_role("link", name="Mooring")).to_be_visible()


def test_what_is_written_after_a_change_is_an_entry_of_its_own(page: Page) -> None:
    open_history(page, TODAY, YESTERDAY)
    open_change(page, TODAY)
    page.fill("#note", "Put right")
    save(page)
    expect(page.locator("#note")).to_be_hidden()
    page.get_by_role("link", name="Write a new entry").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How are you?")
    expect(page.get_by_role("button", name="Save")).to_be_enabled()
    expect(page.locator("#note")).to_have_value("")
    write_note(page, "Something new")
    save(page)
    kept = by_id(page)
    assert (kept.pop("a"), kept.pop("c")) == (YESTERDAY, TODAY | {"note": "Put right"})
    assert [row["note"] for row in kept.values()] == ["Something new"]


def test_an_answer_can_be_taken_out_of_a_kept_entry(page: Page) -> None:
    open_history(page, TODAY)
    open_change(page, TODAY)
    page.locator("[data-clear=urge]").click()
    page.fill("#note", "")
    save(page)
    assert set(by_id(page)["c"]) == {"id", "at", "local_date", "mood"}


def test_a_change_keeps_the_parts_this_form_does_not_show(page: Page) -> None:
    whole = TODAY | {"feelings": ["angry"], "triggers": ["a row"], "helped": ["five-senses"]}
    open_history(page, whole)
    open_change(page, whole)
    page.fill("#note", "Put right")
    save(page)
    assert by_id(page)["c"] == whole | {"note": "Put right"}


@pytest.mark.parametrize("way", ["link", "address"])
def test_a_new_entry_after_a_change_leaves_the_changed_one_alone(page: Page, way: str) -> None:
    open_history(page, TODAY)
    open_change(page, TODAY)
    page.fill("#note", "Put right")
    save(page)
    if way == "link":
        page.get_by_role("navigation").get_by_role("link", name="Log").click()
    else:
        page.goto("/log/")
    expect(page.get_by_role("heading", level=1)).to_have_text("How are you?")
    expect(save_button(page)).to_be_enabled()
    expect(page.locator("#note")).to_have_value("")
    write_note(page, "Something new")
    save(page)
    found = by_id(page)
    assert len(found) == 2
    assert found["c"] == TODAY | {"note": "Put right"}


def test_two_entries_can_be_changed_one_after_the_other(page: Page) -> None:
    open_history(page, TODAY, YESTERDAY)
    open_change(page, TODAY)
    page.fill("#note", "first")
    save(page)
    page.go_back()
    page.get_by_role("link", name="Change").nth(1).click()
    expect(page.locator("#note")).to_have_value("")
    page.fill("#note", "second")
    save(page)
    assert {key: row["note"] for key, row in by_id(page).items()} == {"a": "second", "c": "first"}


def test_starting_afresh_with_a_change_goes_back_to_the_entry_as_it_was_kept(page: Page) -> None:
    row = TODAY | {"urge": 7}
    open_history(page, row)
    open_change(page, row)
    page.fill("#note", "half a")
    pick_mood(page, "Good")
    wait_for_records(page, 1, "Draft")
    page.reload()
    page.get_by_role("button", name="Start afresh").click()
    expect(page.locator("#note")).to_have_value(row["note"])
    expect(page.locator("output")).to_have_text("7 of 10, strong")
    assert chosen_moods(page) == ["2"]
    pick_mood(page, "So-so")
    save(page)
    assert by_id(page)["c"] == row | {"mood": 3}


def test_a_half_made_change_never_shows_up_in_a_new_entry(page: Page) -> None:
    open_history(page, TODAY)
    open_change(page, TODAY)
    page.fill("#note", "half a change")
    wait_for_records(page, 1, "Draft")
    open_log(page)
    assert page.input_value("#note") == ""


def test_a_deleted_entry_comes_back_whole_by_undo(page: Page) -> None:
    shown = open_history(page, TODAY, YESTERDAY)
    shown.first.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("status").filter(has_text=DELETED)).to_be_visible()
    expect(shown).to_have_count(1)
    assert by_id(page) == {"a": YESTERDAY}
    page.get_by_role("button", name="Undo").click()
    expect(shown).to_have_count(2)
    expect(page.get_by_text(DELETED)).to_have_count(0)
    assert by_id(page) == {"a": YESTERDAY, "c": TODAY}


def test_a_deleted_entry_stays_away_after_a_reload(page: Page) -> None:
    shown = open_history(page, TODAY, YESTERDAY)
    shown.first.get_by_role("button", name="Delete").click()
    expect(shown).to_have_count(1)
    page.reload()
    expect(shown).to_have_count(1)
    expect(page.get_by_text(DELETED)).to_have_count(0)
    assert by_id(page) == {"a": YESTERDAY}


def test_an_entry_deleted_while_it_is_being_changed_is_kept_when_saved(page: Page) -> None:
    open_history(page, TODAY)
    open_change(page, TODAY)
    other = page.context.new_page()
    other.goto("/log/history/")
    other.get_by_role("button", name="Delete").click()
    wait_for_records(other, 0)
    page.bring_to_front()
    page.fill("#note", "Still mine")
    save(page)
    assert by_id(page)["c"]["note"] == "Still mine"


def test_three_hundred_entries_open_and_the_last_can_be_changed(page: Page) -> None:
    rows = [
        entry(f"{number:03}", f"2025-{number % 12 + 1:02}-11T{number % 24:02}:00:00.000Z", mood=3)
        for number in range(300)
    ]
    open_log(page)
    write_records(page, rows)
    page.goto("/log/history/")
    oldest = min(rows, key=lambda row: row["at"])
    last = page.locator(f"#entry-{oldest['id']}")
    expect(page.locator("li.entry").first).to_be_visible()

    def is_reached() -> bool:
        page.mouse.wheel(0, 3000)
        return at_rest() and last.count() > 0

    def at_rest() -> bool:
        before = page.evaluate("scrollY")
        page.wait_for_timeout(250)
        return bool(page.evaluate("scrollY") == before)

    eventually(page, is_reached, "the oldest entry is scrolled to", seconds=120)
    last.get_by_role("link", name="Change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change this entry")
    pick_mood(page, "Good")
    save(page)
    assert [row["id"] for row in read_records(page) if row["mood"] == 4] == [oldest["id"]]
    expect(page.get_by_text(SAVED)).to_be_visible()
