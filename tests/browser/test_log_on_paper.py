"""The page for someone else, as the browser prints it: read from the PDF itself."""

from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.log_form import open_log
from tests.browser.phone_records import write_records
from tests.made_up_log import made_up_log

NOW = "2026-11-23T14:05:00Z"
TODAY = date(2026, 11, 23)
POINTS = {"A4": (595, 842), "Letter": (612, 792)}
"""Width and height in points, 1/72 of an inch."""


def printed(page: Page, paper: str) -> PdfReader:
    """What comes out of the printer, or into the file."""
    return PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))


def open_print(page: Page) -> None:
    """Open the page of somebody who wrote about three times a day for three months."""
    page.clock.set_fixed_time(NOW)
    open_log(page)
    write_records(page, made_up_log(280, TODAY))
    page.goto("/log/print/")
    expect(page.locator(".paper .days tbody tr").first).to_be_visible()


@pytest.mark.parametrize("paper", POINTS)
@pytest.mark.parametrize("time", ["7 days", "28 days", "90 days"])
def test_each_time_fits_on_one_or_two_pages(page: Page, paper: str, time: str) -> None:
    open_print(page)
    page.get_by_text(time, exact=True).click()
    weeks = {"7 days": 1, "28 days": 4, "90 days": 1}[time]
    expect(page.locator(".days tbody")).to_have_count(weeks)
    pdf = printed(page, paper)
    assert len(pdf.pages) <= 2
    for sheet in pdf.pages:
        size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert size == pytest.approx(POINTS[paper], abs=2)


def test_the_paper_says_all_that_was_chosen_and_nothing_else(page: Page) -> None:
    open_print(page)
    text = "\n".join(sheet.extract_text() for sheet in printed(page, "A4").pages)
    for said in ("My log", "27 Oct", "23 Nov", "Week from", "Urge", "no sleep", "Monday"):
        assert said in text
    for unsaid in (
        "What may they see?",
        "Print, or save as PDF",
        "Leave quickly",
        "Hard to get up",
    ):
        assert unsaid not in text
    page.get_by_text("7 days", exact=True).click()
    page.get_by_label("Notes, in your own words").check()
    expect(page.locator(".paper")).to_contain_text("Hard to get up.")
    pdf = printed(page, "A4")
    assert len(pdf.pages) <= 2
    assert "Hard to get up." in "\n".join(sheet.extract_text() for sheet in pdf.pages)
