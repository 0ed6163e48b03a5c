"""Writing a plan as a person does, or putting one on the phone as if it had been written."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.log_form import save_button
from tests.browser.phone_records import write_records

EDIT = "/plan/edit/"
CONTACT = "/plan/contact/"
SHARE = "/plan/share/"
PARTS = ("warning_signs", "alone", "places", "people", "professionals", "safer", "reasons")
MOMENT = "2026-01-01T10:00:00.000Z"

ANA = {
    "id": "ana",
    "at": MOMENT,
    "part": "people",
    "name": "Ana",
    "number": "+44 (0)7700 900123",
    "note": "Also late at night.",
}
LINE = {
    "id": "line",
    "at": MOMENT,
    "part": "professionals",
    "name": "Samaritans",
    "number": "116 123",
}


def open_plan(page: Page) -> None:
    """Open the form and wait until it can be used."""
    page.goto(EDIT)
    expect(save_button(page)).to_be_enabled()


def keep_plan(page: Page, parts: dict[str, str], *people: dict[str, Any]) -> None:
    """Put a plan and its people on the phone."""
    open_plan(page)
    if parts:
        write_records(page, [{"id": "mine", "updated": MOMENT, **parts}], "SafetyPlan")
    write_records(page, list(people), "PlanContact")
