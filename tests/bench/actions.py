"""What people mostly do in the app, step by step: each tap and key as a person makes it."""

from typing import Final

from playwright.sync_api import Locator, Page, expect

from .acting import LOCK_PAGE, PASSCODE, Action, tap, type_in


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def _chip(page: Page, name: str) -> Locator:
    return page.locator(".finder .chip").get_by_text(name, exact=True)


def _finder_is_ready(page: Page) -> None:
    expect(page.get_by_role("button", name="Pick one for me")).to_be_enabled()


def _pick_feelings(page: Page) -> None:
    for feeling in ("Angry", "Numb", "Alone"):
        tap(_chip(page, feeling))
        expect(page.locator(f".for-{feeling.lower()}")).to_be_visible()


def _filter_cards(page: Page) -> None:
    tap(page.get_by_text("Place, energy, time and more"))
    for place in ("At home", "Out and about", "In bed"):
        tap(_chip(page, place))


def _search_cards(page: Page) -> None:
    type_in(page.get_by_label("Search the cards"), "breathe slow")
    expect(page.locator("[data-card]:visible").first).to_be_visible()


def _open_card(page: Page) -> None:
    listed = page.locator(".answers [data-card]:visible a").first
    name = listed.inner_text().splitlines()[0]
    tap(listed)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def _work_through_card(page: Page) -> None:
    tap(page.get_by_role("button", name="One step at a time"))
    tap(_button(page, "Next"))
    tap(page.get_by_role("button", name="Show all steps"))


def _answer_card(page: Page) -> None:
    tap(page.get_by_text("A bit", exact=True))
    expect(page.get_by_text("Good to know.")).to_be_visible()


def _form_is_ready(page: Page) -> None:
    expect(page.get_by_role("button", name="Save")).to_be_enabled()


def _write_entry(page: Page) -> None:
    for mood in ("Low", "So-so"):
        tap(page.get_by_role("radio", name=mood, exact=True))
    type_in(page.locator("textarea").first, "tired")
    tap(page.get_by_role("button", name="Save"))
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()


def _entries_are_there(page: Page) -> None:
    expect(page.locator("li.entry").first).to_be_visible()


def _search_entries(page: Page) -> None:
    type_in(page.get_by_label("Search your notes and words"), "talked")
    expect(page.locator("li.entry .note").first).to_contain_text("Talked")


def _show_some_entries(page: Page) -> None:
    tap(page.get_by_text("Show only some"))
    tap(page.get_by_role("checkbox", name="Very low"))
    tap(page.get_by_role("checkbox", name="A strong urge"))
    _entries_are_there(page)


def _change_range(page: Page) -> None:
    for days in ("28 days", "90 days", "A year", "All"):
        tap(page.get_by_text(days, exact=True))
        expect(page.locator("main details").first).to_be_visible()


def _open_charts(page: Page) -> None:
    tap(page.get_by_text("90 days", exact=True))
    tap(page.get_by_text("Mood and urges over time"))
    expect(page.locator("main details[open]").first).to_be_visible()


def _wave_is_ready(page: Page) -> None:
    expect(_button(page, "10 minutes")).to_be_enabled()


def _ride_wave(page: Page) -> None:
    tap(_button(page, "10 minutes"))
    expect(page.get_by_role("timer")).to_be_visible()
    tap(page.get_by_role("button", name="Show a card"))
    tap(page.get_by_role("button", name="Next card"))
    tap(_button(page, "Back to the wave"))
    tap(_button(page, "Stop here"))
    tap(_button(page, "About the same"))
    expect(page.get_by_text("You are still here with it.")).to_be_visible()
    tap(page.get_by_text("No, I’m done"))


def _breathe(page: Page) -> None:
    tap(_button(page, "Breathe with me"))
    expect(_button(page, "Stop")).to_be_visible()
    tap(_button(page, "Pause"))
    tap(_button(page, "Stop"))


def _tick_in_plan(page: Page) -> None:
    part = page.locator("#part-alone")
    tap(part.get_by_text("Ideas"))
    idea = part.get_by_role("button", name="Go for a short walk.")
    tap(idea)
    expect(part.locator("textarea")).to_have_value("music\nGo for a short walk.")
    tap(idea)
    expect(part.locator("textarea")).to_have_value("music")


def _write_plan(page: Page) -> None:
    type_in(page.locator("#safer"), "tea")
    tap(page.get_by_role("button", name="Save"))
    expect(page.get_by_text("Saved on this phone.")).to_be_visible()


def _search_country(page: Page) -> None:
    type_in(page.get_by_label("Search countries and services"), "irel")
    expect(page.get_by_role("link", name="Ireland").first).to_be_visible()


def _filter_services(page: Page) -> None:
    tap(page.get_by_text("Find who suits you"))
    chips = page.locator(".suits .chip")
    for number in range(2):
        tap(chips.nth(number))


def _change_look(page: Page) -> None:
    for look in ("Dark", "Light", "Largest"):
        tap(page.get_by_text(look, exact=True))
    tap(page.get_by_text("Normal", exact=True))


def _lock(page: Page, origin: str) -> None:
    page.goto(f"{origin}{LOCK_PAGE}", wait_until="networkidle")
    unlock, lock = _button(page, "Unlock"), _button(page, "Lock now")
    expect(unlock.or_(lock)).to_be_visible()
    # An open lock stays open for the next page, unless none is left that could hand it on.
    if lock.is_visible():
        lock.click()
    expect(unlock).to_be_visible()


def _unlock(page: Page) -> None:
    type_in(page.get_by_label("Passcode", exact=True), PASSCODE)
    tap(_button(page, "Unlock"))
    _entries_are_there(page)


ACTIONS: Final = (
    Action("Picking a feeling on the first screen", "/", _pick_feelings, _finder_is_ready),
    Action("Picking filters for the cards", "/cards/", _filter_cards, _finder_is_ready),
    Action("Typing in the search of the cards", "/cards/", _search_cards, _finder_is_ready),
    Action("Opening a card from the list", "/cards/", _open_card, _finder_is_ready),
    Action("Going through a card's steps", "/cards/five-senses/", _work_through_card),
    Action("Saying whether a card helped", "/cards/five-senses/", _answer_card),
    Action("Riding the wave, and ending it", "/urge/", _ride_wave, _wave_is_ready),
    Action("Breathing, with a pause", "/breathe/", _breathe),
    Action("Writing and saving an entry", "/log/", _write_entry, _form_is_ready),
    Action("Typing in the search of the log", "/log/history/", _search_entries, _entries_are_there),
    Action("Showing only some entries", "/log/history/", _show_some_entries, _entries_are_there),
    Action("Switching the range of looking back", "/log/insights/", _change_range),
    Action("Opening a chart of 90 days", "/log/insights/", _open_charts),
    Action("Ticking an idea for the plan", "/plan/edit/", _tick_in_plan, _form_is_ready),
    Action("Writing and saving the plan", "/plan/edit/", _write_plan, _form_is_ready),
    Action("Typing in the search of countries", "/help/?choose", _search_country),
    Action("Picking who suits in a country", "/help/ie/", _filter_services),
    Action("Changing appearance and text size", "/settings/", _change_look),
)
"""In an order in which none changes what the next one finds."""

UNLOCKING: Final = Action("Unlocking the log", "/log/history/", _unlock, prepare=_lock)
"""With the lock on, which `turn_lock_on` does."""
