"""Steps on the page that looks back at the log."""

from playwright.sync_api import Page, expect

PARTS = 5
"""What can be opened once it has been chosen how far back."""


def open_every_part(page: Page) -> None:
    """Open all parts, and what can be opened in them."""
    # What a part holds comes later: among it another summary, which the others then follow.
    expect(page.locator("main details .said")).to_have_count(PARTS)
    for summary in page.locator("main summary").all():
        summary.click()
