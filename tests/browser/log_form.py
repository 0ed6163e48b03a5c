"""Filling in the log's form as a person does."""

from playwright.sync_api import Locator, Page, expect

SAVED = "Saved on this phone."


def open_log(page: Page, address: str = "/log/") -> None:
    """Open the form and wait until it can be used."""
    page.goto(address)
    expect(save_button(page)).to_be_enabled()


def save_button(page: Page) -> Locator:
    """The button that keeps the entry."""
    return page.get_by_role("button", name="Save")


def pick_mood(page: Page, mood: str) -> None:
    """Tap one of the five moods."""
    page.get_by_role("radio", name=mood, exact=True).check()


def set_urge(page: Page, urge: int) -> None:
    """Move the slider."""
    page.locator("#urge").fill(str(urge))


def write_note(page: Page, note: str) -> None:
    """Type, key by key, into the field for anything else."""
    page.locator("#note").press_sequentially(note)


def save(page: Page) -> None:
    """Save, and wait until the app says so."""
    save_button(page).click()
    expect(page.get_by_text(SAVED)).to_be_visible()


def chosen_moods(page: Page) -> list[str]:
    """The values of the picked moods: none or one."""
    values: list[str] = page.locator("input[name=mood]:checked").evaluate_all(
        "(inputs) => inputs.map((input) => input.value)"
    )
    return values
