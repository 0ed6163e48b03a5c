"""Using the finder as a person does."""

from playwright.sync_api import Locator, Page, expect

MORE = "Place, energy, time and more"


def open_finder(page: Page, address: str) -> None:
    """Open a page with a finder and wait until it can be used."""
    page.goto(address)
    expect(page.get_by_role("button", name="Pick one for me")).to_be_enabled()


def choose(page: Page, *labels: str) -> None:
    """Tap chips by their labels."""
    for label in labels:
        page.locator(".finder .chip").get_by_text(label, exact=True).click()


def open_more(page: Page) -> None:
    """Unfold place, energy, time and what is at hand."""
    page.get_by_text(MORE).click()


def said(page: Page) -> Locator:
    """The line that says how many cards fit."""
    return page.locator(".finder-said")


OF_THE_CHOICES = """(cards) => cards
  .filter((card) => !card.closest(".finder[data-active]") || !card.closest(".answers.prerendered"))
  .map((card) => card.dataset.card)"""
"""On the first screen a few cards for the feeling stay where they are, above what is found."""


def shown_cards(page: Page) -> list[str]:
    """The slugs of the cards that can be seen in the finder's answer, in order."""
    cards: list[str] = page.locator(".answers > div [data-card]:visible").evaluate_all(
        OF_THE_CHOICES
    )
    return cards
