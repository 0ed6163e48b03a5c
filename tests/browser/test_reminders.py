"""Reminders come from the person's own calendar, at times they pick, and only if they do."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

MAKE = "Make the calendar file"


def open_reminders(page: Page) -> None:
    """Open the page on a Monday."""
    page.clock.set_fixed_time("2026-11-23T14:05:00Z")
    page.goto("/log/reminders/")
    expect(page.get_by_role("button", name=MAKE)).to_be_visible()


def made(page: Page) -> list[str]:
    """Make the file; its lines."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=MAKE).click()
    assert waiting.value.suggested_filename == "reminder.ics"
    expect(page.get_by_text("The file is made.")).to_be_visible()
    return Path(waiting.value.path()).read_bytes().decode().split("\r\n")


def test_nothing_is_set_until_a_time_is_picked(page: Page) -> None:
    open_reminders(page)
    for number in range(3):
        expect(page.locator(f"#time-{number}")).to_have_value("")
    page.get_by_role("button", name=MAKE).click()
    expect(page.get_by_text("Pick a time first.")).to_be_visible()


def test_the_file_has_an_event_for_each_time_every_day(page: Page) -> None:
    open_reminders(page)
    page.fill("#time-0", "08:15")
    page.fill("#time-2", "21:00")
    lines = made(page)
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART:20261123T081500",
        "DTSTART:20261123T210000",
    ]
    assert lines.count("RRULE:FREQ=DAILY") == 2
    assert lines.count("SUMMARY:A moment for myself") == 2
    assert len({line for line in lines if line.startswith("UID:")}) == 2


def test_days_and_words_are_those_that_were_chosen(page: Page) -> None:
    open_reminders(page)
    page.fill("#time-0", "08:15")
    page.get_by_text("Wednesday", exact=True).click()
    page.get_by_text("Friday", exact=True).click()
    page.fill("#own-words", "Tea, then 🫖 sit")
    lines = made(page)
    assert "DTSTART:20261125T081500" in lines
    assert "RRULE:FREQ=WEEKLY;BYDAY=WE,FR" in lines
    assert "SUMMARY:Tea\\, then 🫖 sit" in lines


def test_the_file_names_neither_the_app_nor_what_it_is_for(page: Page) -> None:
    open_reminders(page)
    page.fill("#time-0", "08:15")
    text = " ".join(made(page)).lower()
    assert not re.search(r"mooring|harm|urge|mood|\blog\b", text)
