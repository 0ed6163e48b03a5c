"""What is chosen before React has come is chosen, and nothing that was chosen before is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext
from tests.browser.kinds_of_pages import ROUTES
from tests.browser.phone_records import read_records, wait_for_records
from tests.held_scripts import HeldScripts
from tests.waiting import eventually, wait_for_react

CHOOSE_OTHERWISE = """() => {
  for (const part of document.querySelectorAll("main details")) part.open = true;
  const seen = [...document.querySelectorAll("main input, main select")].filter(
    (control) => control.parentElement.checkVisibility() && !control.disabled);
  const changed = (control, change) => {
    change(control);
    for (const type of ["input", "change"]) {
      control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
  const groups = Map.groupBy(seen, ({ type, name }) => (type === "radio" ? name : ""));
  for (const [name, radios] of groups) {
    if (name !== "") radios.findLast(({ checked }) => !checked)?.click();
  }
  for (const control of seen) {
    if (control.type === "checkbox") control.click();
    if (control.type === "range") changed(control, (range) => (range.value = range.max));
    if (control.type === "select-one") {
      changed(control, (list) => (list.selectedIndex = list.options.length - 1));
    }
  }
  const state = ({ type, checked, value }) =>
    type === "checkbox" || type === "radio" ? checked : value;
  const known = seen.filter(({ type }) => /^(checkbox|radio|range|select-one)$/.test(type));
  window.chosen = known.map((control) => [control, state(control)]);
  window.undone = () => window.chosen
    .filter(([control, before]) => !control.isConnected || state(control) !== before)
    .map(([control]) => `${control.type} ${control.id || control.name}`);
  return known.length;
}"""

WITH_CHOICES = {"/", "/breathe/", "/cards/", "/log/", "/log/insights/", "/log/print/", "/urge/"}


@pytest.mark.parametrize("group", range(4))
def test_whatever_is_chosen_before_react_comes_stays_chosen(
    new_context: NewContext, group: int
) -> None:
    phone = new_context()
    for route in ROUTES[group::4]:
        page = phone.new_page()
        scripts = HeldScripts(page)
        page.goto(route)
        choices = page.evaluate(CHOOSE_OTHERWISE)
        assert choices or route not in WITH_CHOICES, route
        scripts.release()
        eventually(page, lambda page=page: page.evaluate("undone()") == [], f"{route} keeps all")
        page.close()


def test_breathing_begins_as_it_was_chosen_before_react_had_come(page: Page) -> None:
    scripts = HeldScripts(page)
    page.goto("/breathe/")
    page.locator("label", has_text="A square, with pauses").click()
    page.locator("label", has_text="No end").click()
    page.get_by_role("button", name="Breathe with me", exact=True).click(force=True)
    scripts.release()
    expect(page.get_by_text("As long as you like")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    eventually(
        page,
        lambda: (
            [(liked["pattern"], liked["minutes"]) for liked in read_records(page, "BreathChoices")]
            == [("square", 0)]
        ),
        "what was chosen is kept",
    )


def test_what_was_liked_before_is_still_liked_after_an_early_choice(page: Page) -> None:
    page.goto("/breathe/")
    wait_for_react(page)
    page.locator("label", has_text="A soft tone").click()
    wait_for_records(page, 1, "BreathChoices")
    scripts = HeldScripts(page)
    page.goto("/breathe/")
    page.locator("label", has_text="5 minutes").click()
    scripts.release()
    expect(page.get_by_label("A soft tone")).to_be_checked()
    expect(page.get_by_label("5 minutes")).to_be_checked()
    eventually(
        page,
        lambda: (
            [(one["sound"], one["minutes"]) for one in read_records(page, "BreathChoices")]
            == [(True, 5)]
        ),
        "both are kept",
    )


def test_the_last_of_several_early_choices_counts(page: Page) -> None:
    scripts = HeldScripts(page)
    page.goto("/breathe/")
    for label in ("5 minutes", "1 minute", "5 minutes", "No end", "1 minute"):
        page.locator("label").get_by_text(label, exact=True).click()
    page.locator("#pace").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    pace = page.locator("#pace").input_value()
    scripts.release()
    expect(page.get_by_label("1 minute", exact=True)).to_be_checked()
    expect(page.locator("#pace")).to_have_value(pace)
